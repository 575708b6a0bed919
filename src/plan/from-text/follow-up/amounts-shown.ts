/** "So both together", "the difference?", "how much growth is that", "take that off the 122", "which is bigger": arithmetic on what was shown. */

import { currenciesOf, isPlain, same } from "../../../calculator/dimension.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { soughtWords } from "../../../knowledge/question-words.ts";
import { family } from "../../../knowledge/resolve.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { Plan, PlanInput, PlanOf } from "../../plan.ts";
import { measuresIn } from "../measures.ts";
import { fullYear } from "../metric-turns/full-year.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { evaluated } from "../sums/sum.ts";
import { ANNUAL, annualised } from "./annualised.ts";
import { type Arithmetic, arithmeticAsked, endAlone, MEANWHILE, withoutPointers } from "./arithmetic-asked.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, figureNamedIn } from "./figures-of-record.ts";
import { atEnd, figureOf, lastAlike, lastOf, type OnTable, periodOf } from "./on-the-table.ts";
import { namesNothing, operandsOf, timesOf } from "./operands.ts";
import { shareOf, wholeOf } from "./share-of.ts";
import { ON_A_DAY, sinceThen, withPointBefore } from "./since-then.ts";
import { takenOff } from "./taken-off.ts";
import { isSumOnRecord, whyNotAdded } from "./why-not-added.ts";
import { dayShown, worksheetOf } from "./worksheet-of.ts";

const MAX_WORDS = 12;

/** "How much more than the target, in percent". */
const MORE_THAN = gated(
  /\bhow much (?:more|less|higher|lower|bigger|smaller|larger) (?:is (?:that|it|this) )?than (?:the )?([a-z][a-z' -]{2,40}?)(?: (?:is (?:that|it)|in (?:percent|pct|%|dollars)))*[\s?.!]*$/i,
);
/** "How much above target is that". */
const ABOVE = gated(
  /\bhow (?:much|far) (?:above|over|below|under|beyond|short of|past) (?:the |its |their )?([a-z][a-z' -]{2,40}?)(?: (?:is (?:that|it)|in (?:percent|pct|%|dollars)))*[\s?.!]*$/i,
);
/** "More than the purchase by how much". */
const MORE_BY = gated(
  /\b(?:more|less|higher|lower|bigger|smaller|larger) than (?:the |its |their )?([a-z][a-z' -]{2,40}?),? by how much\b/i,
);
/** "SoftBank included": who has a part in what was shown is no other deal. */
const INCLUDED = gated(
  /,? *\b(?:incl(?:uding|\.|usive of)? [\w.& -]{2,30}$|[\w.& -]{2,30} (?:included|too|as well)\b)/i,
);

export const amountsShown: ReadRule = {
  name: "amounts-shown",
  read(reading) {
    const { question, conversation } = reading;
    if ((conversation.shown ?? []).length === 0 || question.split(/\s+/).length > MAX_WORDS) return null;
    const { text } = bareOf(question);
    // What was put in before is on record or not: it was not shown.
    if (BEFORE_IT.test(question)) return null;
    const off = takenOff(reading, text);
    if (off) return off;
    if (reading.quantities.length > 1) return null;
    const asked =
      arithmeticAsked(text.replace(INCLUDED, " ").replace(/\s+then[\s?.!]*$/i, "")) ?? againAtEnd(reading, text);
    // The year itself may be on record.
    if (reading.conversation.plan?.kind === "show-metric" && yearOnRecord(reading)) return null;
    const annual =
      ANNUAL.test(text) && asked === null && reading.quantities.length === 0 ? annualised(reading, text) : null;
    if (annual) return annual;
    if (reading.quantities.length > 0 && !(asked && WITH_WRITTEN.has(asked.form))) return null;
    // "By how much over the year" is over a time.
    const than = MEANWHILE.test(text) ? null : (MORE_THAN.exec(text) ?? ABOVE.exec(text) ?? MORE_BY.exec(text));
    if (than) return moreThan(reading, than[1] ?? "", /\b(?:percent|pct)\b|%/i.test(text));
    if (!asked) return null;
    const mean = asked.form === "average" && namesNothing(asked.rest) ? averageOf(conversation.plan) : null;
    if (mean) return mean;
    if (asked.form === "share" && saysChange(conversation.plan) && namesNothing(asked.rest)) return conversation.plan;
    if (asked.form === "share" && (recordedShare(reading, text) || isStake(reading, text))) return null;
    if (asked.form === "share" && !((isOfGap(reading) || isOfChange(reading)) && namesNothing(asked.rest)))
      return shareOf(reading, withoutPointers(asked.rest), asked.end) ?? noShare(reading, asked);
    // "Total backlog by March" is one figure at another time.
    if (asked.form === "sum" && reading.dates.mentioned.length > 0 && measuresIn(text).length > 0) return null;
    if (asked.form === "sum" && SPENDS.test(text) && ofOneRecord(reading)) return null;
    if (!ofTheTable(reading)) return null;
    // Of a list its own total is meant.
    const listed = conversation.plan?.kind === "find-deals" || conversation.plan?.kind === "total-deals";
    if (listed && asked.form === "sum") return null;
    const since = ON_A_DAY.has(asked.form) ? sinceThen(reading, asked, text) : null;
    if (since === "unknown") return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
    const total =
      asked.form === "sum" && asked.count === null && namesNothing(asked.rest) ? totalOnRecord(reading) : null;
    if (total) return total;
    const operands = since ?? withPointBefore(reading, asked, operandsOf(reading, asked));
    const plan = operands && worked(reading, asked, operands);
    // Unlike kinds make no sum; where one is on record it is looked up.
    if (plan?.kind === "decline" && plan.reason === "unlike" && isSumOnRecord(reading, operands ?? [])) return null;
    return plan ?? nothingToSet(reading, asked);
  },
};

const BEFORE_IT = gated(/^(?:and |so )?plus what\b.*\b(?:already|previously|earlier|before|so far)\b/i);

function yearOnRecord(reading: Reading): boolean {
  const { plan } = reading.conversation;
  const metric = plan?.kind === "show-metric" ? reading.library.metrics.get(plan.metric) : undefined;
  return plan?.kind === "show-metric" && metric !== undefined && fullYear(reading, plan, metric) !== null;
}

/** "How much did they spend in total" after losses of one record is a figure of its own. */
const SPENDS = gated(
  /\bhow much (?:do|does|did|have|has|had|will|would|is|are|was|were) (?:\w+ ){1,3}(?:spen[dt]|spending|cost|costing|lose|losing|lost|earn\w*|make|made|burn\w*|rais\w+|owe[sd]?)\b.*\b(?:in total|in all|all told|altogether)\b/i,
);
const ofOneRecord = ({ conversation }: Reading): boolean =>
  new Set((conversation.shown ?? []).slice(0, 2).flatMap((turn) => turn.map(({ record }) => record?.id))).size === 1;

/** "Total?" after parts of one deal is what the record has for all of them together. */
function totalOnRecord(reading: Reading): PlanInput | null {
  const deal = dealOnTable(reading);
  const money = deal && stateOn(deal, reading.asOf)?.money?.figure;
  const shown = lastAlike(reading, 2);
  if (!money || shown.length < 2 || !ALL.test(money.label)) return null;
  const isPart = shown.every(({ record, figure }) => record?.id === deal.id && figure !== money.id);
  return isPart
    ? { kind: "show-figure", subject: deal.id, attribute: "value", figure: money.id, asOf: reading.dates.asOf }
    : null;
}
const ALL = gated(/\ball (?:two|three|four|five|of them|contracts|tranches|parts)\b/i);

/** What may be worked out with an amount that the question has itself. */
const WITH_WRITTEN: ReadonlySet<Arithmetic["form"]> = new Set(["share", "gap", "times", "more"]);

/** "As a percentage" after a difference is by how much more it is. */
const isOfGap = ({ conversation: { plan } }: Reading): boolean =>
  plan?.kind === "evaluate" && /^difference\b/.test(plan.lines[(plan.lead[0] ?? plan.lines.length) - 1]?.label ?? "");

/** Of a sum that stands there: the sum over as many as it is of. */
function averageOf(plan: Plan | null): PlanInput | null {
  const at = plan?.kind === "evaluate" ? (plan.lead[0] ?? plan.lines.length) : 0;
  if (plan?.kind !== "evaluate" || plan.lines[at - 1]?.label !== "together" || plan.lead.length < 3) return null;
  return evaluated(
    [
      ...plan.lines.map(({ label, expression }) => ({ label, expression })),
      { label: "on average", expression: `#${at} / ${plan.lead.length - 1}` },
    ],
    {
      title: "On average",
      lead: [plan.lines.length + 1, ...plan.lead].slice(0, 6),
      notes: [...plan.notes],
      asOf: plan.asOf,
    },
  );
}

/** What leads with a change says it in percent. */
const saysChange = (plan: Plan | null): plan is PlanOf<"evaluate"> =>
  plan?.kind === "evaluate" && /^change\b/.test(plan.lines[(plan.lead[0] ?? plan.lines.length) - 1]?.label ?? "");

/** "In percent" after the same figure of a company at two times. */
function isOfChange(reading: Reading): boolean {
  if (reading.conversation.plan?.kind !== "show-metric") return false;
  const subjectOf = (one: OnTable) => reading.library.metrics.get(one.record?.id ?? "")?.subjects.join() ?? "";
  // Of two records each has its main figure for its year.
  const isMain = (one: OnTable) => reading.library.metrics.get(one.record?.id ?? "")?.headline === one.figure;
  const [a, b] = lastAlike(reading, 2).map((one) => ({
    record: one.record?.id,
    subject: subjectOf(one),
    isMain: isMain(one),
    point: figureOf(reading, one),
  }));
  return (
    (a?.record === b?.record || (a?.subject === b?.subject && a?.isMain === true && b?.isMain === true)) &&
    a?.point != null &&
    b?.point != null &&
    "measure" in a.point &&
    "measure" in b.point &&
    a.point.measure === b.point.measure &&
    a.point.period !== b.point.period
  );
}

/** "What percent did it get" after a price: the stake that was bought. */
const isStake = (reading: Reading, text: string): boolean => {
  const deal = dealOnTable(reading);
  const figures = (deal && stateOn(deal, reading.asOf)?.figures) || [];
  return BUYS.test(text) && figures.some(({ figure, ended }) => ended === null && figure.of === "stake");
};
const BUYS = gated(
  /\b(?:what|which|how many) (?:percent(?:age)?|%|share|stake)\b.*\b(?:get|gets|got|own|owns|hold|holds|take|takes|took|buy|buys|bought|acquire[sd]?|end up with|have|has)\b/i,
);

/** "TeraWulf's share of that venture": where the record has a share with all the words it is looked up. */
function recordedShare(reading: Reading, text: string): boolean {
  const deal = dealOnTable(reading);
  if (!deal || reading.names.orgs.length === 0) return false;
  const words = soughtWords(text).filter(({ weak }) => !weak);
  return deal.events
    .flatMap(({ figures = [] }) => figures)
    .some(({ unit, of, label }) => {
      const own = new Set(contentRoots(label));
      return (
        unit === "percent" &&
        (words.length > 1 || (of === "stake" && words.length > 0)) &&
        words.every(({ word }) => own.has(word))
      );
    });
}

/** "As a percentage" of what has no whole, where no stake is on record, is no other percentage of the record. */
function noShare(reading: Reading, { rest }: Arithmetic): PlanInput | null {
  const deal = dealOnTable(reading);
  const figures = deal?.events.flatMap(({ figures: all = [] }) => all.filter(({ unit }) => unit === "percent")) ?? [];
  const hasOwn = figures.some(({ of }) => of === "stake" || of === "share");
  return deal && figures.length > 0 && !hasOwn && namesNothing(rest) ? { kind: "decline", reason: "which" } : null;
}

/** A difference of one amount alone is none, and no other figure of the record. */
function nothingToSet(reading: Reading, { form, rest }: Arithmetic): PlanInput | null {
  const { conversation } = reading;
  const ofOne = conversation.plan?.kind === "show-figure" || conversation.plan?.kind === "show-deal";
  const isNone = TWO.has(form) || (form === "sum" && ADDS.test(reading.question));
  return ofOne && isNone && namesNothing(rest) ? { kind: "decline", reason: "which" } : null;
}
/** "Total?" may be a figure of the record; what is to be added up must have been shown. */
const ADDS = gated(/^(?:(?:and|so|now|ok(?:ay)?|then)\b[\s,]*)*(?:sum|add|tot|put)\b/i);
const TWO: ReadonlySet<Arithmetic["form"]> = new Set(["gap", "times", "more"]);

/** "And at the low end" after a difference is the difference there. */
function againAtEnd({ conversation }: Reading, text: string): Arithmetic | null {
  const end = conversation.plan?.kind === "evaluate" ? endAlone(text) : null;
  return end && { form: "gap", rest: "", end, count: null, period: null, currency: null };
}

/** Nobody and nothing is named that has no part in what was shown. */
function ofTheTable({ names, conversation, library }: Reading): boolean {
  const deals = (conversation.shown ?? []).flat().flatMap(({ record }) => (record ? [record.id] : []));
  const parties = new Set(
    deals.flatMap((id) => [
      ...(library.deals.get(id)?.parties.map(({ org }) => org) ?? []),
      ...(library.metrics.get(id)?.subjects ?? []),
    ]),
  );
  return (
    names.orgs.every((org) => [...family(library, org)].some((member) => parties.has(member))) &&
    names.deals.every((id) => deals.includes(id))
  );
}

/** `all`: the earliest first. */
function worked(reading: Reading, asked: Arithmetic, all: readonly OnTable[]): PlanInput | null {
  const [first, second] = all;
  if (!first || !second) return null;
  const [large, small] = first.size >= second.size ? [first, second] : [second, first];
  switch (asked.form) {
    case "sum":
    case "average":
      return added(reading, all, asked);
    case "gap":
    case "times":
      return against(reading, large, small, asked);
    case "more":
    case "share":
      return against(reading, large, small, { ...asked, form: "growth" });
    case "growth": {
      const [before, after] = inTime(reading, first, second);
      return against(reading, after, before, asked);
    }
    case "larger":
      return sideBySide(reading, all, asked);
    default:
      return null;
  }
}

function against(
  reading: Reading,
  a: OnTable,
  b: OnTable,
  { form, end, period, currency: into }: Pick<Arithmetic, "form" | "end" | "period" | "currency">,
): PlanInput {
  const [currency] = currenciesOf(a.dimension);
  const per = currency && a.dimension.h === -1 ? (period ?? periodOf(reading, a)) : null;
  return worksheetOf(
    reading,
    end ? [atEnd(a, end), atEnd(b, end)] : [a, b],
    ([x, y]) => {
      const gap = {
        label: end ? `difference at the ${end} end` : "difference",
        expression:
          per || (into && isMoneyAlone(a))
            ? `(${x} - ${y}) in ${into ?? currency}${per ? `/${per}` : ""}`
            : `${x} - ${y}`,
      };
      const change = { label: form === "growth" ? "change" : "higher by", expression: `(${x} - ${y}) / ${y} in %` };
      const times = { label: "ratio", expression: `${x} / ${y}` };
      if (isPlain(a.dimension)) return [gap];
      return form === "gap" ? [gap, times] : form === "times" ? [times, gap] : [change, gap];
    },
    `${a.label} against ${b.label}`,
  );
}

/** The last amount against another figure of its record. */
function moreThan(reading: Reading, words: string, percent: boolean): PlanInput | null {
  const other = figureNamedIn(reading, words);
  if (!other || other === "unknown") return null;
  const kind = figureOf(reading, other);
  const isLike = (one: OnTable) => {
    const figure = figureOf(reading, one);
    return kind !== null && figure !== null && "of" in figure && "of" in kind && figure.of === kind.of;
  };
  const last = lastOf(
    reading,
    (one) => same(one.dimension, other.dimension) && one.figure !== other.figure && isLike(one),
  );
  // Right after the target itself the whole is set against it, whatever else was shown before.
  const justShown = reading.conversation.shown?.[0]?.some(({ figure }) => figure === other.figure) ?? false;
  const whole = (justShown ? wholeOf(reading, other) : null) ?? last ?? wholeOf(reading, other);
  return whole
    ? against(reading, whole, other, { form: percent ? "growth" : "gap", end: null, period: null, currency: null })
    : null;
}

function added(reading: Reading, all: readonly OnTable[], { form, end, currency }: Arithmetic): PlanInput | null {
  // What was worked out of an amount is no other one beside it: a difference is in the larger of the two.
  const madeOf = (one: OnTable, other: OnTable) =>
    one !== other &&
    one.lines.length > 1 &&
    other.lines.length === 1 &&
    one.lines.some(({ expression }) => expression === other.lines[0]?.expression);
  if (all.length === 2 && all.some((one) => /^difference\b/.test(one.label) && all.some((other) => madeOf(one, other))))
    return null;
  const refused = whyNotAdded(reading, all);
  if (refused) return refused;
  return worksheetOf(
    reading,
    end ? all.map((one) => atEnd(one, end)) : all,
    (at) => {
      const sum = at.map((step, index) => counted(reading, all[index], step)).join(" + ");
      const into = currency && all.every(isMoneyAlone) ? currency : null;
      if (form === "average") return [{ label: "on average", expression: `(${sum}) / ${at.length}` }];
      return [{ label: "together", expression: into ? `(${sum}) in ${into}` : sum }];
    },
    form === "average" ? "On average" : "Together",
  );
}

const isMoneyAlone = ({ dimension }: OnTable): boolean =>
  currenciesOf(dimension).length === 1 && Object.keys(dimension).length === 1;

function counted(reading: Reading, one: OnTable | undefined, step: string): string {
  const times = one ? timesOf(reading, one) : 1;
  return times > 1 ? `${times} * ${step}` : step;
}

/** The earlier before the later: by the period of a metric, else in the order in which they were shown. */
function inTime(reading: Reading, first: OnTable, second: OnTable): readonly [OnTable, OnTable] {
  const [a, b] = [first, second].map((one) => figureOf(reading, one) ?? figureBehind(reading, one));
  const isSame = first.record?.id === second.record?.id;
  // Of one figure the version that was revised comes before the one that stands.
  if (isSame && (first.was ?? second.was) !== undefined)
    return second.was !== undefined && (first.was === undefined || second.was.since < first.was.since)
      ? [second, first]
      : [first, second];
  const turned =
    a && b && "period" in a && "period" in b
      ? a.period > b.period
      : isSame && sinceOf(reading, first) > sinceOf(reading, second);
  return turned ? [second, first] : [first, second];
}

/** The day from which a figure of a deal stands, where both are of one. */
const sinceOf = ({ library, asOf }: Reading, { record, figure }: OnTable): string => {
  const deal = library.deals.get(record?.type === "deal" ? record.id : "");
  return (deal && stateOn(deal, asOf)?.figures.find((entry) => entry.figure.id === figure)?.since) ?? "";
};

/** Of a midpoint the range that it is of. */
function figureBehind(reading: Reading, { lines }: OnTable): ReturnType<typeof figureOf> {
  const [, id, figure] = /^@([\w-]+):([\w-]+)$/.exec(lines[0]?.expression ?? "") ?? [];
  const isMid = lines.length === 2 && lines[1]?.expression === `${lines[0]?.expression}.mid`;
  if (!isMid || !id || !figure) return null;
  const type = reading.library.metrics.has(id) ? "metric" : "deal";
  return figureOf(reading, { lines: [], at: 1, label: "", record: { type, id }, figure });
}

function sideBySide(reading: Reading, all: readonly OnTable[], asked: Arithmetic): PlanInput | null {
  const sides = all.flatMap(({ record, figure }) =>
    record && figure
      ? [
          {
            deal: record.type === "deal" ? record.id : null,
            metric: record.type === "metric" ? record.id : null,
            figure,
          },
        ]
      : [],
  );
  const [first] = all;
  if (sides.length < all.length || !first)
    return all.length === 2 ? worked(reading, { ...asked, form: "gap" }, all) : null;
  const of = first.dimension.GW || first.dimension.GW_it || first.dimension.GW_facility ? "power" : "money";
  return {
    kind: "compare-figures",
    sides,
    of,
    least: LEAST.test(reading.question),
    asOf: reading.dates.asOf ?? dayShown(reading),
  };
}

const LEAST = gated(/\b(?:small(?:er|est)|low(?:er|est)|less|least|cheap(?:er|est)|fewer|fewest)\b/i);
