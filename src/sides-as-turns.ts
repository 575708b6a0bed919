/** Two figures that are set against each other are found as turns of a talk: each as its own question finds it, the second within what the first is about. */

import type { Answer } from "./answer/draft.ts";
import type { Library } from "./knowledge/library.ts";
import { readNames } from "./knowledge/resolve.ts";
import { contentRoots } from "./knowledge/words.ts";
import { type Conversation, newConversation, type Shown } from "./plan/from-text/conversation.ts";
import { type Read, type Reader, readQuestion } from "./plan/from-text/read-question.ts";
import { type SidesSaid, sidesSaid } from "./plan/from-text/sides-said.ts";
import { Plan } from "./plan/plan.ts";
import { remembered } from "./remember.ts";

const SHOWS: ReadonlySet<Plan["kind"]> = new Set(["show-figure", "show-metric", "show-deal"]);
/** What takes something for granted is denied, whatever it is set against. */
const STANDS: ReadonlySet<Plan["kind"]> = new Set([
  "correct-premise",
  "about",
  "estimate",
  "find-deals",
  "total-deals",
  "trace-flows",
  "define",
]);

type Told = { shown: Shown; unit: string; low: number | null; high: number | null; after: Conversation };

/** The two set against each other, in place of what was read; null where either is not surely told. */
export function sidesAsTurns(
  read: Read,
  conversation: Conversation,
  reader: Reader,
  answerTo: (plan: Plan) => Answer,
): Read | null {
  if (STANDS.has(read.plan.kind) || read.ordered) return null;
  const said = sidesSaid(read.said);
  if (!said) return null;
  const before = conversation.plan !== null && !read.alone ? conversation : null;
  const yields = givesWay(read, said, answerTo);
  if (!yields && before === null) return null;
  const pair = before ? bothWithin(said, before, reader, answerTo) : both(said, reader, answerTo);
  if (!pair) return null;
  // In place of what other rules set against each other only what was told before, and not the same once more.
  const ofOthers = before !== null && !isOf(read.plan, pair) && [pair.a, pair.b].every((one) => wasTold(one, before));
  if (!yields && !ofOthers) return null;
  const plan = planOf(said, pair, read, reader);
  return plan && { ...read, plan, rule: "sides-as-turns", sure: true, alone: true };
}

/** Two figures that were set against each other by other rules stay; one alone, or none, is no answer. */
function givesWay({ plan }: Read, { does }: SidesSaid, answerTo: (plan: Plan) => Answer): boolean {
  if (plan.kind === "decline")
    return plan.reason === "undisclosed" || plan.reason === "not-understood" || plan.reason === "missing-number";
  // A share that is on record is not worked out.
  if (plan.kind === "show-figure" && plan.attribute === "per-gw") return answerTo(plan).status === "unknown";
  // One of two that are to be added up is not the sum; what one figure is of both is.
  if (does === "sum") return SHOWS.has(plan.kind);
  if (SHOWS.has(plan.kind)) {
    const { status, lead } = answerTo(plan);
    return does !== "share" || status !== "answered" || !lead?.some(({ unit }) => unit === "percent");
  }
  // Levels that stand side by side are set over each other where that is asked.
  if (plan.kind === "compare-metrics") return does === "times" || does === "share" || does === "change";
  if (plan.kind === "show-topic" || plan.kind === "show-changes") return does !== "larger";
  return answerTo(plan).status === "unknown";
}

function both(said: SidesSaid, reader: Reader, answerTo: (plan: Plan) => Answer): { a: Told; b: Told } | null {
  // What leans on the other is read behind it; what there is of it behind what is paid.
  const aLeans = LEANS.test(said.a) || !NAMED.test(said.a);
  const bLeans = LEANS.test(said.b) || !NAMED.test(said.b);
  const bFirst = said.does === "per" ? false : said.does === "share" ? !bLeans || aLeans : aLeans && !bLeans;
  const [first, second] = bFirst ? [said.b, said.a] : [said.a, said.b];
  const one = told(first, newConversation(), reader, answerTo);
  const turn = one && told(second, one.after, reader, answerTo);
  // Of a tally whose parts are not told apart the part is the deal with whom is named.
  const isSame = one && turn && sameAmount(one.shown, turn.shown);
  const other = isSame && said.isPart && bFirst ? dealOfTally(said.a, one, reader, answerTo) : turn;
  if (!one || !other || sameAmount(one.shown, other.shown)) return null;
  // Of what somebody has in all nothing but a figure for it is somebody else's.
  const part = bFirst ? other : one;
  const whole = bFirst ? one : other;
  if (
    said.isPart &&
    isName(said.a, reader) &&
    (whole.shown.record?.type !== "deal" || part.shown.record?.type !== "deal")
  )
    return null;
  return bFirst ? { a: other, b: one } : { a: one, b: other };
}
function dealOfTally(part: string, whole: Told, reader: Reader, answerTo: (plan: Plan) => Answer): Told | null {
  const { library } = reader;
  const [owner] = library.metrics.get(whole.shown.record?.id ?? "")?.subjects ?? [];
  const [org, ...more] = readNames(library, part).orgs;
  if (owner === undefined || org === undefined || more.length > 0 || whole.unit !== "GW") return null;
  const [one, other] = [owner, org].map((id) => library.organisations.get(id)?.name ?? id);
  const deal = told(`how many gigawatts is the ${one}–${other} deal`, newConversation(), reader, answerTo);
  return deal?.shown.record?.type === "deal" ? deal : null;
}

/** Within a talk each is read as a turn of it; "that" is the amount that was told last. */
function bothWithin(
  said: SidesSaid,
  before: Conversation,
  reader: Reader,
  answerTo: (plan: Plan) => Answer,
): { a: Told; b: Told } | null {
  if (said.does === "per" || said.does === "larger") return null;
  const [a, b] = [said.a, said.b].map((side) =>
    THAT.test(side) ? lastTold(before, answerTo) : told(side, before, reader, answerTo),
  );
  if (!a || !b || sameAmount(a.shown, b.shown) || (!wasTold(a, before) && !wasTold(b, before))) return null;
  return { a, b };
}
const THAT = /^(?:that|this|it|which)(?: one| amount| number| figure)?$/i;

function lastTold(before: Conversation, answerTo: (plan: Plan) => Answer): Told | null {
  const [shown] = before.shown?.[0] ?? [];
  if (shown?.lines.length !== 1) return null;
  const amount = answerTo(Plan.parse({ kind: "evaluate", lines: [...shown.lines], asOf: null }));
  const use = amount.lead?.[0] ?? amount.figures.at(-1);
  return use ? { shown, unit: use.unit, low: use.low, high: use.high, after: before } : null;
}

/** Whether a calculation has both of them already. */
const isOf = (plan: Plan, { a, b }: { a: Told; b: Told }): boolean =>
  plan.kind === "evaluate" &&
  [a, b].every(({ shown }) => plan.lines.some(({ expression }) => expression === shown.lines[0]?.expression));

/** Whether the amount has been told in this talk. */
const wasTold = ({ shown }: Told, before: Conversation): boolean =>
  (before.shown ?? []).some((turn) => turn.some((one) => withoutEnd(one) === withoutEnd(shown)));
const withoutEnd = ({ lines }: Shown): string =>
  lines.map(({ expression }) => expression.replace(/\.(?:low|high)$/, "")).join();

/** Whether a side is somebody's name and nothing else. */
const isName = (side: string, { library }: Reader): boolean => {
  const { mentions } = readNames(library, side);
  const bare = mentions.reduce(
    (text, { start, end }) => text.slice(0, start) + " ".repeat(end - start) + text.slice(end),
    side,
  );
  return mentions.length > 0 && contentRoots(bare.replace(TIMES, " ")).length === 0;
};
const TIMES =
  /\b(?:(?:at|by|in|of|the|end|start|early|mid|late|q[1-4]|h[12])[\s-]*)*(?:20\d\d|january|february|march|april|may|june|july|august|september|october|november|december)\b/gi;
const LEANS =
  /\b(?:its|their|it|they|that|this|the (?:one|other|same|first|second|whole|total)|ones?)\b|^[\w.& -]{2,30}['’]s$/i;
const NAMED = /[A-Z]|\d/;
const MONEY = /^[A-Z]{3}$/;
const COUNTS: ReadonlySet<string> = new Set(["count", "shares"]);
const sameAmount = (a: Shown, b: Shown): boolean =>
  a.lines.map(({ expression }) => expression).join() === b.lines.map(({ expression }) => expression).join();

function told(side: string, within: Conversation, reader: Reader, answerTo: (plan: Plan) => Answer): Told | null {
  const [end] = END.exec(side) ?? [];
  const whole = end === undefined ? side : side.replace(end, " ").replace(/\s+/g, " ").trim();
  for (const text of [whole, `how much is ${whole}`]) {
    const read = readQuestion(text, reader, within);
    if (!read.sure || !SHOWS.has(read.plan.kind) || read.plan.kind === "show-deal") continue;
    const answer = answerTo(read.plan);
    const [lead] = answer.lead ?? [];
    if (answer.status !== "answered" || !lead) continue;
    const after = remembered(within, { plan: read.plan, answer, asked: read.asked }, reader.library);
    const [shown] = after?.shown?.[0] ?? [];
    if (!after || !shown || shown.lines.length !== 1) continue;
    return atEnd({ shown, unit: lead.unit, low: lead.low, high: lead.high, after }, end);
  }
  return null;
}

/** Money of a deal, and a count of its own of what is named. */
function isForEach(asked: string, a: Told, b: Told, library: Library): boolean {
  if (!MONEY.test(a.unit) || a.shown.record?.id !== b.shown.record?.id) return false;
  if (b.unit === "GW") return POWER.test(asked);
  const figures = library.deals.get(b.shown.record?.id ?? "")?.events.flatMap((event) => event.figures ?? []) ?? [];
  const counted = figures.find(({ id }) => id === b.shown.figure);
  const own = new Set(contentRoots(`${counted?.label ?? ""} ${counted?.counted ?? ""}`));
  return (
    COUNTS.has(b.unit) &&
    counted?.per == null &&
    contentRoots(asked.replace(/^how many/i, "")).some((root) => own.has(root))
  );
}
const POWER = /\b(?:gw|mw|gigawatts?|megawatts?)\b/i;

/** Money of two records that is of one kind, each named for itself. */
function areAddedUp({ b: second }: SidesSaid, a: Told, b: Told, library: Library): boolean {
  if (a.shown.record?.id === b.shown.record?.id || !MONEY.test(a.unit)) return false;
  const [one, other] = [kindOf(a.shown, library), kindOf(b.shown, library)];
  return one !== null && one === other && (LEANS.test(second) || readNames(library, second).mentions.length > 0);
}

function kindOf({ record, figure }: Shown, { deals, metrics }: Library): string | null {
  if (record?.type === "metric") {
    const point = metrics.get(record.id)?.points.find(({ id }) => id === figure);
    return point ? `${point.measure} ${point.period}` : null;
  }
  const figures = deals.get(record?.id ?? "")?.events.flatMap((event) => event.figures ?? []) ?? [];
  return figures.find(({ id }) => id === figure)?.of ?? null;
}

/** What is worked out of the two, #1 and #2; of a difference and a ratio the larger comes first. */
const RESULTS: Readonly<
  Record<
    Exclude<SidesSaid["does"], "larger">,
    (second: string, isFirst: boolean) => { label: string; expression: string }[]
  >
> = {
  share: () => [{ label: "share", expression: "#1 / #2 in %" }],
  per: () => [{ label: "for each", expression: "#1 / #2" }],
  times: () => [{ label: "multiple", expression: "#1 / #2" }],
  change: () => [{ label: "change", expression: "(#1 - #2) / (#2) in %" }],
  years: (second) => [
    { label: "years", expression: /\byear\b/.test(second) ? "#1 / #2 in years" : "#1 / (#2 / 1 year) in years" },
  ],
  sum: () => [{ label: "together", expression: "#1 + #2" }],
  difference: (_second, isFirst) => [
    { label: "difference", expression: isFirst ? "#1 - #2" : "#2 - #1" },
    { label: "ratio", expression: isFirst ? "#1 / #2" : "#2 / #1" },
  ],
};

/** "The top of the range", "Meta's low end" */
const END =
  /\b(?:the )?(?:(?:top|bottom|upper|lower|high|low|higher)[- ]?(?:end|bound|limit)|top|bottom)\b(?: of(?: the)?)?/i;
function atEnd(one: Told, end: string | undefined): Told {
  const [line] = one.shown.lines;
  if (end === undefined || !line || !/^@[\w:-]+$/.test(line.expression)) return one;
  const which = /top|upper|high/i.test(end) ? "high" : "low";
  const value = which === "high" ? (one.high ?? one.low) : (one.low ?? one.high);
  const shown = { ...one.shown, lines: [{ ...line, expression: `${line.expression}.${which}` }] };
  return { ...one, shown, low: value, high: value };
}

function planOf(said: SidesSaid, { a, b }: { a: Told; b: Told }, { plan }: Read, { library }: Reader): Plan | null {
  const asOf = "asOf" in plan && typeof plan.asOf === "string" ? plan.asOf : null;
  if (said.does === "per" ? !isForEach(said.b, a, b, library) : a.unit !== b.unit) return null;
  const [mine, whole] = [a.high ?? a.low ?? 0, b.high ?? b.low ?? 0];
  if (said.isPart && mine > whole * 1.02) return null;
  // What is of one record may be in the other, and levels of one thing are not added up.
  if (said.does === "sum" && !areAddedUp(said, a, b, library)) return null;
  // By how much something is above what it is not above has no answer.
  if (said.does === "change" && mine < whole) return null;
  if (said.does === "larger") {
    const of = a.unit === "GW" ? "power" : a.unit === "percent" ? "stake" : MONEY.test(a.unit) ? "money" : "count";
    const sides = [a, b].map(({ shown: { record, figure } }) => ({
      deal: record?.type === "deal" ? record.id : null,
      metric: record?.type === "metric" ? record.id : null,
      figure,
    }));
    if (sides.some((side) => side.deal === null && side.metric === null)) return null;
    const points = sides.map(({ metric, figure }) =>
      library.metrics.get(metric ?? "")?.points.find(({ id }) => id === figure),
    );
    // One figure of a company is gone on with more easily than a pair.
    if (points.every((point) => point !== undefined) && SHOWS.has(plan.kind)) return null;
    if (points[0] && points[0].measure === points[1]?.measure)
      return Plan.parse({
        kind: "compare-metrics",
        metrics: sides.map(({ metric }, index) => ({ metric, period: points[index]?.period ?? null })),
        measures: [...new Set(points.flatMap((point) => point?.measure ?? []))],
        asOf,
      });
    return Plan.parse({ kind: "compare-figures", sides, of, asOf });
  }
  const lines = [a, b].map(({ shown }) => ({ ...shown.lines[0], label: shown.label.slice(0, 80) }));
  const results = RESULTS[said.does](lines[1]?.expression ?? "", mine >= whole);
  return Plan.parse({
    kind: "evaluate",
    title: `${lines[0]?.label} against ${lines[1]?.label}`.slice(0, 120),
    lines: [...lines, ...results],
    lead: [...results.map((_, index) => 3 + index), 1, 2],
    asOf,
  });
}
