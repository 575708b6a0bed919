/** What a conversation keeps of an answer: its plan and record, the question with what it left out, and the amounts that it led with. */
import type { Figure, Point } from "../knowledge/schema.ts";
import type { Answer } from "./answer/draft.ts";
import { type FigureUse, plain } from "./doc/doc.ts";
import { sayAmount } from "./doc/say-figure.ts";
import { isMoney, pointsOn, stateOn } from "./knowledge/as-of.ts";
import type { Library } from "./knowledge/library.ts";
import type { Conversation, Shown } from "./plan/from-text/conversation.ts";
import { toShown } from "./plan/from-text/follow-up/figures-of-record.ts";
import { written } from "./plan/from-text/sums/written-estimate.ts";
import type { Plan, PlanOf } from "./plan/plan.ts";
import { withoutIds } from "./plan/without-ids.ts";

/** As many answers back amounts are spoken of as "the two" or "the difference". */
const TURNS = 4;
/** As many deals back "back to the first one" goes. */
const DEALS = 6;
/** As many of a list are told apart by who has a part in them. */
const BESIDE = 8;
/** Of one answer. */
const AMOUNTS = 4;
/** Characters of a question. */
const MOST_ASKED = 300;
/** A longer calculation is not gone on with. */
const MOST_LINES = 12;

/** The conversation after an answer; null where it stays as it was. `asked`: the question in full, where it was one; `turns`: those of the calculation that it is part of. */
export function remembered(
  last: Conversation,
  { plan, answer, asked, turns = [] }: { plan: Plan; answer: Answer; asked: string | null; turns?: readonly string[] },
  library: Library,
): Conversation | null {
  if (plan.kind === "decline") return aboutNearest(last, plan, asked);
  if (plan.kind === "about") return null;
  if (plan.kind === "choose-deal")
    return { ...last, plan, asked: asked === null ? null : withoutIds(asked, MOST_ASKED) };
  // What was not answered is still what the conversation is about.
  if (answer.status === "unknown" || answer.status === "clarify")
    return answer.subject ? { ...last, deal: answer.subject } : null;
  const shown = shownBy(plan, answer, library);
  const only = onlyAdded(plan, answer) ?? onlyListed(plan, answer);
  const told = lastTold(plan, library);
  const deal = dealOf(plan, answer, last, library);
  // What a list comes to is still about its deals.
  const ofList = plan.kind === "total-deals" && last.plan?.kind === "find-deals";
  const stays = (last.beside ?? []).includes(deal ?? "") || isSum(plan) || ofList;
  const beside = besideBy(plan, answer) ?? (stays ? last.beside : []);
  return {
    plan: only ? { ...ONE_DEAL, subject: only } : (told ?? goneOnWith(plan)),
    deal: only ?? deal,
    metric: plan.kind === "show-metric" ? plan.metric : (told?.metric ?? last.metric),
    figure: moneyShown(plan, answer, deal === last.deal ? (last.figure ?? null) : null),
    asked: asked === null ? null : withoutIds(asked, MOST_ASKED),
    before: beforeSum(plan, last),
    beside,
    turns,
    earlier: earlierTurns(last, turns),
    list: listBehind(plan, last, beside),
    deals: [
      ...new Set([
        ...(deal && deal !== last.deal ? [deal] : []),
        ...compared(plan),
        ...(deal ? [deal] : []),
        ...(last.deals ?? []),
      ]),
    ].slice(0, DEALS),
    shown: [shown, ...(last.shown ?? [])].filter((turn) => turn.length > 0).slice(0, TURNS),
  };
}

/** Of calculations that were left for another; none of them where no calculation is spoken of. */
function earlierTurns({ turns: before = [], earlier = [] }: Conversation, turns: readonly string[]): readonly string[] {
  if (turns.length === 0) return [];
  const left = before.length > 0 && before[0] !== turns[0] ? before : [];
  return [...earlier, ...left].filter((turn) => !turns.includes(turn)).slice(-TURNS);
}

/** "And how big is it" after what the records do not say: of the only deal that came near, where nothing else was spoken of. */
function aboutNearest(last: Conversation, plan: PlanOf<"decline">, asked: string | null): Conversation | null {
  const [only, ...more] = plan.near;
  if (last.plan !== null || only === undefined || more.length > 0) return null;
  return {
    ...last,
    plan: { kind: "show-deal", deal: only, view: "card", asOf: null },
    deal: only,
    deals: [only],
    asked: asked === null ? null : withoutIds(asked, MOST_ASKED),
  };
}

/** Of what was not so the record that says what is. */
function goneOnWith(plan: Plan): Plan {
  if (plan.kind !== "correct-premise" || plan.deal === null) return plan;
  const { deal, asOf } = plan;
  // "And Apple?" after who has no part in it.
  return plan.claim === "part"
    ? { ...ONE_DEAL, subject: deal, attribute: "parties", form: "yes-no", asOf }
    : { kind: "show-deal", deal, view: "card", asOf };
}

/** "Revenue and net loss": figures of a company that were told one after the other, and not worked with, are gone on with from the last. */
function lastTold(plan: Plan, { metrics }: Library): PlanOf<"show-metric"> | null {
  if (plan.kind !== "evaluate" || plan.lead.length !== plan.lines.length) return null;
  const points = plan.lines.map(({ expression }) => {
    const [, id = "", figure] = FIGURE_ALONE.exec(expression) ?? [];
    const metric = metrics.get(id);
    return { metric, point: metric?.points.find((one) => one.id === figure) };
  });
  const { metric, point } = points.at(-1) ?? {};
  if (!metric || !point || points.some((one) => !one.point || one.metric?.subjects[0] !== metric.subjects[0]))
    return null;
  return {
    kind: "show-metric",
    metric: metric.id,
    period: point.period,
    measures: [point.measure],
    words: "",
    history: false,
    asOf: plan.asOf,
  };
}
const FIGURE_ALONE = /^@([\w-]+):([\w-]+)$/;

/** A total of one deal is about that deal. */
function onlyAdded(plan: Plan, { figures }: Answer): string | null {
  if (plan.kind !== "total-deals" || plan.parties.length !== 2) return null;
  const ids = new Set(figures.flatMap(({ origin }) => (origin.startsWith("deal:") ? [origin.slice(5)] : [])));
  const [only, ...more] = ids;
  return only && more.length === 0 ? only : null;
}
/** What goes on with a list of one is about that one. */
function onlyListed(plan: Plan, answer: Answer): string | null {
  if (plan.kind !== "find-deals" || plan.rank || plan.lists !== "deals") return null;
  const [only, ...more] = besideBy(plan, answer) ?? [];
  return only !== undefined && more.length === 0 ? only : null;
}
const ONE_DEAL = {
  kind: "show-figure",
  attribute: "value",
  topic: "",
  figure: null,
  also: [],
  form: "open",
  asOf: null,
} as const satisfies Partial<Plan>;

const isSum = ({ kind }: Plan): boolean => kind === "evaluate" || kind === "estimate" || kind === "decline";

const compared = (plan: Plan): string[] =>
  plan.kind === "compare"
    ? [...plan.deals]
    : plan.kind === "compare-figures"
      ? plan.sides.flatMap(({ deal }) => deal ?? [])
      : [];

/** The deals that an answer sets side by side; null where it does not. */
function besideBy(plan: Plan, { figures, actions = [] }: Answer): string[] | null {
  const sides = compared(plan);
  if (sides.length > 0) return sides;
  if (plan.kind !== "find-deals" || plan.rank) return null;
  // The first of them in the order of the list, though they have no figure.
  const first = actions.flatMap(({ line }) => (line.startsWith("deal ") ? [line.slice(5)] : []));
  const listed = figures.flatMap(({ origin }) => (origin.startsWith("deal:") ? [origin.slice(5)] : []));
  return [...new Set([...first, ...listed])].slice(0, BESIDE);
}

/** The list that is still spoken of: itself, or one of its deals. */
const listBehind = (plan: Plan, last: Conversation, beside: Conversation["beside"]): Conversation["list"] =>
  plan.kind === "find-deals" && !plan.rank && plan.lists === "deals"
    ? plan
    : beside === last.beside || plan.kind === "find-deals"
      ? (last.list ?? null)
      : null;

/** Of a sum over figures on record: what they were answers to. */
function beforeSum(plan: Plan, last: Conversation): Plan | null {
  if (plan.kind !== "evaluate" || !plan.lines.some(({ expression }) => expression.includes("@"))) return null;
  return (last.plan?.kind === "evaluate" ? last.before : last.plan) ?? null;
}

/** The money that the answer leads with; where a sentence leads, the `last` of the same deal stays what is spoken of. */
function moneyShown(plan: Plan, { figures, lead = [] }: Answer, last: string | null): string | null {
  if (plan.kind === "show-figure" && lead.length === 0 && last !== null) return last;
  const [first] = figures;
  const [, record] = first?.origin.split(":") ?? [];
  return first?.figure && record && isMoney(first.unit) ? `@${record}:${first.figure}` : last;
}

function dealOf(
  plan: Plan,
  { subject, figures, actions }: Answer,
  last: Conversation,
  { deals }: Library,
): string | null {
  if (plan.kind === "show-deal" || plan.kind === "show-figure") return subject ?? null;
  if (plan.kind === "correct-premise") return plan.deal ?? last.deal;
  // A sum over figures of one deal, with which a conversation begins, is about that deal.
  if (plan.kind === "evaluate" && last.plan === null) return onlyDealIn(plan, deals);
  if (plan.kind === "find-deals" && plan.rank)
    return figures.find(({ origin }) => origin.startsWith("deal:"))?.origin.slice(5) ?? null;
  // A list without the deal that was spoken of is about others.
  if (plan.kind === "find-deals" && last.deal !== null && last.plan?.kind !== "find-deals") {
    const listed = besideBy(plan, { figures, subject, actions } as Answer);
    if (listed && listed.length > 0 && listed.length < BESIDE && !listed.includes(last.deal)) return null;
  }
  return plan.kind === "show-timeline" || plan.kind === "show-changes" ? (subject ?? last.deal) : last.deal;
}

function onlyDealIn({ lines }: PlanOf<"evaluate">, deals: Library["deals"]): string | null {
  const ids = lines.flatMap(({ expression }) =>
    [...expression.matchAll(/@([\w-]+):[\w-]+/g)].map(([, id]) => id ?? ""),
  );
  const [only, ...more] = new Set(ids);
  return only !== undefined && more.length === 0 && deals.has(only) ? only : null;
}

function shownBy(plan: Plan, answer: Answer, library: Library): Shown[] {
  const { lead = [] } = answer;
  if (plan.kind === "evaluate") {
    if (plan.lines.length > MOST_LINES) return [];
    const leads = plan.lead.length > 0 ? plan.lead : [plan.lines.length];
    return leads.slice(0, 1).map((at) => ({
      lines: plan.lines,
      at,
      label: plan.lines[at - 1]?.label || plan.title,
      record: null,
      figure: null,
    }));
  }
  if (plan.kind === "estimate") {
    const lines = written(library, plan);
    const label = lines?.at(-1)?.label || plan.quantity.text;
    return lines ? [{ lines, at: lines.length, label: label.slice(0, 80), record: null, figure: null }] : [];
  }
  const inLead = lead.flatMap((use) => recorded(use, library) ?? []);
  // Beside what stands, what it was before is said in passing.
  const standing = inLead.filter(({ was }) => was === undefined);
  const recordedInLead = standing.length > 0 ? standing : inLead;
  if (recordedInLead.length === 0) return saidInWords(answer, library).slice(0, AMOUNTS);
  const perGw = perGwShown(plan, recordedInLead, lead);
  return [...perGw, ...saidBefore(plan, answer, recordedInLead, library), ...recordedInLead].slice(0, AMOUNTS);
}

/** What a gigawatt comes to is what was asked for: the money and the power stand behind it. */
function perGwShown(plan: Plan, [money, size]: readonly Shown[], lead: Answer["lead"] = []): Shown[] {
  if (plan.kind !== "show-figure" || plan.attribute !== "per-gw" || !money || !size) return [];
  const [a, b] = [money, size].map(({ lines }) => lines[0]);
  const [unit, power] = lead
    .filter(({ figure }) => figure === money.figure || figure === size.figure)
    .map((use) => use.unit);
  if (!a || !b || !unit || !/^[A-Z]{3}$/.test(unit) || power !== "GW") return [];
  const lines = [
    a,
    b,
    { label: `${money.label.split(",")[0]} per GW`.slice(0, 80), expression: `#1 / #2 in ${unit}/GW` },
  ];
  return [{ lines, at: 3, label: lines[2]?.label ?? "", record: null, figure: null }];
}

/** What the sentence says with which an answer begins comes before the figure of another kind that stands behind it. */
function saidBefore(plan: Plan, answer: Answer, [first]: readonly Shown[], library: Library): Shown[] {
  if (plan.kind !== "show-figure" || plan.figure !== null || !first) return [];
  const figures = library.deals.get(first.record?.id ?? "")?.events.flatMap((event) => event.figures ?? []) ?? [];
  const figureOf = (id: string | null) => figures.findLast((one) => one.id === id);
  const behind = figureOf(first.figure);
  const text = plain(answer.headline);
  const at = behind ? text.indexOf(` ${behind.label}: `) : -1;
  if (at < 0) return [];
  const told = saidInWords({ ...answer, headline: [{ text: text.slice(0, at) }] }, library);
  // Of two of a kind the figure was chosen.
  return told.some((one) => figureOf(one.figure)?.of === behind?.of) ? [] : told;
}

/** Figures of the subject whose amounts a sentence of the headline says, in its order: "agreed to buy it for $5.375B". */
function saidInWords({ subject, headline }: Answer, { deals, completeTo }: Library): Shown[] {
  const deal = deals.get(subject ?? "");
  const state = deal && stateOn(deal, completeTo);
  if (!state) return [];
  const text = plain(headline);
  const found = new Map<number, Shown>();
  for (const { figure, ended } of state.figures) {
    const said = sayAmount({
      ...figure,
      qualifier: "exact",
      low: figure.low ?? figure.high,
      high: figure.high ?? figure.low,
    });
    const at = ended === null ? Math.max(placeOf(said, text), placeOf(asWords(figure), text)) : -1;
    const shown = at >= 0 && !found.has(at) ? toShown(deal, { figure }) : null;
    if (shown) found.set(at, shown);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, shown]) => shown);
}

/** "$45B to $50B". */
function asWords({ low, high, unit }: Figure): string {
  if (low === null || high === null || low === high) return "\0";
  const [from, to] = [low, high].map((end) => sayAmount({ low: end, high: end, unit, qualifier: "exact" }));
  return `${from} to ${to}`;
}

/** Where an amount stands, as a number of its own; -1 where it does not. */
function placeOf(said: string, text: string): number {
  for (let at = text.indexOf(said); at >= 0; at = text.indexOf(said, at + 1))
    if (!/[\d.,–]/.test(text.charAt(at - 1)) && !/^[\d–]|^[.,]\d|^\p{L}/u.test(text.slice(at + said.length))) return at;
  return -1;
}

function recorded(use: FigureUse, library: Library): Shown | null {
  const [type, id = ""] = use.origin.split(":");
  if ((type !== "deal" && type !== "metric") || !use.figure) return null;
  const standing = standingOf(type, id, use.figure, library);
  if (!standing) return null;
  if (standing.figure.low !== use.low || standing.figure.high !== use.high) return revised(use, { type, id }, standing);
  const { figure, name } = standing;
  const label = `${name}, ${figure.label}`.slice(0, 80);
  return {
    lines: [{ label, expression: `@${id}:${use.figure}` }],
    at: 1,
    label,
    record: { type, id },
    figure: use.figure,
  };
}

/** An earlier version of a figure is not what its id means now: it is written out. */
function revised(use: FigureUse, record: Shown["record"], { name, before }: Standing): Shown | null {
  const was = before.find(({ figure: { low, high } }) => low === use.low && high === use.high);
  const [low, high] = [use.low ?? use.high, use.high ?? use.low];
  if (!was || low === null || high === null || !WRITTEN.has(use.unit)) return null;
  const label = `${name}, ${was.figure.label}`.slice(0, 80);
  const expression = `${low === high ? low : `${low}-${high}`} ${use.unit}`;
  const version = { figure: was.figure.id, since: was.since };
  return { lines: [{ label, expression }], at: 1, label, record, figure: null, was: version };
}
const WRITTEN: ReadonlySet<string> = new Set(["USD", "EUR", "GBP", "GW"]);

type Version = { figure: Figure | Point; since: string };
type Standing = { figure: Figure | Point; name: string; before: readonly Version[] };
function standingOf(
  type: "deal" | "metric",
  id: string,
  figure: string,
  { deals, metrics, completeTo }: Library,
): Standing | null {
  if (type === "metric") {
    const metric = metrics.get(id);
    const found = metric && pointsOn(metric, completeTo).find(({ point }) => point.id === figure);
    const before = (found?.before ?? []).map((point) => ({ figure: point, since: point.as_of }));
    return found ? { figure: found.point, name: metric.name, before } : null;
  }
  const deal = deals.get(id);
  const found = deal && stateOn(deal, completeTo)?.figures.find((entry) => entry.figure.id === figure);
  return found ? { figure: found.figure, name: deal.name, before: found.before } : null;
}
