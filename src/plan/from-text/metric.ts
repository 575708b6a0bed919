/** Revenue, losses, capex, backlog, compute in use: figures of an organisation rather than of a deal. */

import type { Measure, Metric, OrgKind, Point } from "../../../knowledge/schema.ts";
import { blanked } from "../../knowledge/blanked.ts";
import { findStatements } from "../../knowledge/find-statements.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { fitsPeriod, pickPoint, rankMetrics } from "../../knowledge/metrics.ts";
import { isOfName } from "../../knowledge/name-words.ts";
import { byCode } from "../../knowledge/order.ts";
import { family } from "../../knowledge/resolve.ts";
import { statementsOf } from "../../knowledge/statements.ts";
import { sensesOf } from "../../knowledge/synonyms.ts";
import { contentRoots, contentWords, words } from "../../knowledge/words.ts";
import { findPeriods, lastDayOf } from "../dates.ts";
import type { PlanInput, PlanOf } from "../plan.ts";
import { COMPARE, GENERIC, HISTORY, PLUS_SIGN, SUPERLATIVE } from "./asks.ts";
import { sentenceOfClaim } from "./claimed-amount.ts";
import { unrecordedOf } from "./company-named.ts";
import { periodBefore } from "./follow-up/point-before.ts";
import { levelOn, levelTold, ofLevel, seasonCalled } from "./levels.ts";
import { measuresIn } from "./measures.ts";
import { isElsewhere } from "./metric-elsewhere.ts";
import { endOfPeriod } from "./metric-turns/later-time.ts";
import { isOfNothingElse, isOfTime, sayMissing } from "./one-sided.ts";
import { GROUPS } from "./org-roles.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { toSought } from "./sought.ts";

const ENOUGH = 3.4;
const MANNER = gated(
  /^(?:\W*(?:so|and|but|ok),? )*how (?:does|do|did|has|is|would|will)\b(?!.*\b(?:compare|stack|change|evolve|grow|develop)\w*\b)/i,
);
const PART_OF_WHOM = gated(
  /\bhow much of (?:the |that )?(?:[\w.&-]+ ){0,2}[\w.&-]+['’]s? .{3,60}\b(?:is|are|was|comes? from|came from|belongs? to|depends? on|due to)\b/i,
);
/** "… before it hit $625B", "a quarter before the 625B". */
const BEFORE_AMOUNT = gated(/\bbefore (?:it |they |the |its |that |this )?(?:\w+ (?:to |at )?)?[$€£]?\d/i);
/** What becomes of a debt or a figure, asked by yes or no, is told by no amount. */
const FATE = gated(
  /^(?:\W*(?:so|and|but|ok),? )*(?:will|would|could|did|was|has|is|are)\b.{1,60}\b(?:downgraded?|upgraded?|defaulted|defaults?|refinanced?|forgiven|written (?:off|down)|called in|restructured|audited|restated)\b/i,
);
/** Whether somebody still does what a figure is of is told by a sentence. */
const STILL = gated(/^(?:\W*(?:so|and|but|ok),? )*(?:does|do|did)\b.{2,60}\b(?:still|any ?more|any longer)\b/i);
/** How somebody does or says something: no amount tells it. */
export const asksManner = ({ names, question }: Reading): boolean => names.people.length > 0 && MANNER.test(question);
const DEAL_NOUN = gated(
  /\b(?:deals?|contracts?|agreements?|investments?|stakes?|leases?|loans?|acquisitions?|sites?|campus)\b/i,
);
const BY_QUARTER = gated(
  /\b(?:by|each|every|per) quarter\b|\bquarterly\b|\bquarter by quarter\b|\b(?:each|all|every one) of (?:the |its )?(?:(?:first|last|latest|past) )?(?:(?:two|three|four) )?quarters\b|\b(?:first|last|latest|past) (?:two|three|four|few) quarters\b|\bquarters of (?:fy|fiscal|20\d\d)/i,
);

/** "Capex of the four hyperscalers": a group and a measure name a figure of companies before anything of a gigawatt. */
export const groupMetric: ReadRule = {
  name: "group-metric",
  read: (reading) =>
    GROUPS.some((entry) => entry.pattern.test(reading.question)) && measuresIn(reading.question).length > 0
      ? metric.read(reading)
      : null,
};

/** "The original guide", "guidance, first version": what it was before it was changed. */
const FIRST_VERSION = gated(
  /\b(?:original(?:ly)?|initial(?:ly)?|at first|to (?:begin|start) with|(?:first|opening) (?:version|guides?|guidance|guided|number|figure|estimate|target|forecast|range|call)|st?arted (?:out|at|with))\b/i,
);

export const metric: ReadRule = {
  name: "metric",
  read(reading) {
    const { question, library, names, dates, conversation } = reading;
    // "How does Zuckerberg defend the capex" asks for what somebody says, and for no amount.
    if (asksManner(reading) || FATE.test(question) || STILL.test(question)) return null;
    // "How much of A's backlog is B" asks for a share, and not for all of it.
    if (names.orgs.length > 1 && PART_OF_WHOM.test(question)) return null;
    // "Microsoft revenue share cap" is a deal's name, and measures nothing.
    const said = measuresIn(withoutDeals(reading));
    const named = names.mentions.flatMap((mention) =>
      mention.refs.filter((ref) => ref.type === "metric").map((ref) => ref.id),
    );
    const last = conversation.plan?.kind === "show-metric" ? conversation.plan : null;
    if (said.length === 0 && named.length === 0) return null;
    // What is measured of a deal stands in its record.
    const owned = library.knowledge.metrics.some(
      (one) => names.orgs.includes(one.subjects[0] ?? "") && said.includes(one.measure),
    );
    if (names.deals.length > 0 && named.length === 0 && !owned) return null;
    // "Anthropic's compute deal with Amazon" names a deal, though "Anthropic compute" is a metric.
    if (said.length === 0 && (names.orgs.length > 1 || DEAL_NOUN.test(question))) return null;
    const orgs = orgsMeant(reading, said, last);
    const inRow =
      orgs.length === 0 && named.length === 1 && (ROW_OF_PERIODS.test(question) || AND_LATEST.test(question));
    const owners = inRow ? (library.metrics.get(named[0] ?? "")?.subjects.slice(0, 1) ?? []) : orgs;
    const several = severalMetrics({ ...reading, names: { ...names, orgs: owners } }, said);
    if (several) return several;
    if (orgs.length === 0 && named.length === 0) return null;
    // Of the records of that day, or of a later record of that day's level.
    const level = dates.asOf ?? dates.mentioned.find((date) => date.length > 4) ?? midYear(question);
    const words = wordsOf(reading, orgs.slice(0, 1));
    const quarter = periodAsked(reading) === null ? quarterAlone(reading, orgs, said) : null;
    if (quarter && !quarter.known) return unrecordedOf(library, orgs[0] ?? "", "figure", ` for ${quarter.period}`);
    const period = periodAsked(reading) ?? quarter?.period ?? null;
    // What it was valued at on a day stands with the round that set it.
    const isValuation = (id: string) => library.metrics.get(id)?.measure === "valuation";
    if (said.length === 0 && (level ?? period) !== null && named.length > 0 && named.every(isValuation)) return null;
    const ranked = rankMetrics(
      library,
      { orgs, metrics: named, measures: said, words, period },
      level ? library.completeTo : reading.asOf,
    ).filter(
      (entry) =>
        entry.score >= ENOUGH &&
        speaksOfAll(reading, entry.metric) &&
        !isElsewhere(reading, entry.metric) &&
        (named.includes(entry.metric.id) || !isOfMore(reading, entry.metric)),
    );
    const quarterly = BY_QUARTER.test(question) ? ranked.find(({ metric }) => hasQuarters(metric)) : undefined;
    // Where no measure is said, the name of a metric says it.
    const byName =
      named.length === 1 && (said.length === 0 || isNamedByAmount(reading, named[0] ?? ""))
        ? library.metrics.get(named[0] ?? "")
        : undefined;
    const best =
      quarterly ??
      ownClaim(question, ranked, said, level) ??
      (byName ? { metric: byName } : (ofLevel(ranked, level ?? period, said) ?? ranked[0]));
    if (!best || saidOfDeal(reading, best.metric)) return null;
    // A figure of all is none of a gigawatt.
    if (OF_A_GIGAWATT.test(question) && !best.metric.points.some(({ unit }) => unit.includes("/GW"))) return null;
    const [amount] = BEFORE_AMOUNT.test(question) ? reading.quantities : [];
    const earlier = amount ? periodBefore(best.metric, amount.quantity.high ?? Number.NaN, reading.asOf) : null;
    const then =
      earlier ?? seasonCalled(best.metric, question, said) ?? (level ? levelOn(best.metric, level, said) : null);
    const revised = best.metric.points.filter(
      ({ measure, id }) => said.includes(measure) && id === best.metric.headline,
    );
    // Of a year that is over it is asked what it came to.
    const isOver = period !== null && period < reading.asOf.slice(0, 4);
    const whether = WHETHER_CHANGED.test(question) && revised.length > 1 && !isOver ? "did " : "";
    return {
      kind: "show-metric",
      metric: best.metric.id,
      period: then ?? (quarterly ? null : period),
      measures: [...said],
      // Whose the figure is tells nothing of it; somebody else who is named does.
      words:
        sentenceOfClaim(reading, best.metric) ??
        `${whether}${byName && WHO_LED.test(question) ? "who " : ""}${wordsOf(reading, best.metric.subjects.slice(0, 1), NONE).join(" ")}`.slice(
          0,
          400,
        ),
      history: whether !== "" || quarterly !== undefined || HISTORY.test(question) || FIRST_VERSION.test(question),
      asOf: then ? null : (dates.asOf ?? (level && LEVELS.has(best.metric.measure) ? lastDayOf(level) : null)),
    };
  },
};
/** "Did Amazon change its guidance in April" is answered by yes or no. */
const WHETHER_CHANGED = gated(
  /^(?:\W*(?:so|and|but|ok|wait),? )*(?:did|has|have|was|were|is)(?:n['’]?t)?\b.{2,60}\b(?:chang|rais|lift|hik|increas|bump|boost|up(?:ped|ping)|cut|lower|trim|reduc|revis|mov|kept|keep|reiterat|maintain|held)/i,
);
/** "Who came second in US data-centre leasing": whoever a count names, and not what it comes to. */
const WHO_LED = gated(
  /\bwho (?:led|leads|leased|topped|tops|ranked|ranks|came|comes|was|is|were)\b(?! (?:said|counting|reporting|behind)\b)|\b(?:leaders?|lessees?|tenants?)\b/i,
);
/** "That 26 GW tally", "the 1.4 trillion": the amount is the figure's name, and no other figure is meant. */
function isNamedByAmount({ names, quantities }: Reading, id: string): boolean {
  const mention = names.mentions.find(({ refs }) => refs.some((ref) => ref.type === "metric" && ref.id === id));
  const [amount, ...more] = quantities;
  return (
    mention !== undefined &&
    amount !== undefined &&
    more.length === 0 &&
    amount.start >= mention.start &&
    amount.end <= mention.end
  );
}

/** Of a day what the company itself claimed last, and no tally of its deals by others. */
function ownClaim(
  question: string,
  ranked: readonly { metric: Metric }[],
  said: readonly Measure[],
  level: string | null,
): { metric: Metric } | undefined {
  if (level === null || !said.includes("commitments") || TALLIED.test(question)) return undefined;
  const when = ({ metric: { points, headline } }: { metric: Metric }): string => {
    const own = points.find(({ id }) => id === headline);
    return own && (own.type === "claim" || own.type === "target") && own.as_of <= `${level}-99` ? own.as_of : "";
  };
  const [best] = [...ranked].sort((a, b) => byCode(when(b), when(a)));
  return best && when(best) !== "" ? best : undefined;
}
const TALLIED = /\b(?:tall(?:y|ies)|deals|analysts?|ft|financial times|press|count(?:ed)?|together|all told)\b/i;

/** "Mid 2025" is the month in which it was half over. */
function midYear(question: string): string | null {
  const [, year] = /\bmid(?:dle of|way through)?[- ]?(20\d\d)\b/i.exec(question) ?? [];
  return year === undefined || MONTH_SAID.test(question) ? null : `${year}-06`;
}
const MONTH_SAID = gated(/\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b/i);
/** What holds until it changes: in a month without a figure that of the last before it. */
const LEVELS: ReadonlySet<Measure> = new Set(["valuation"]);

const OF_A_GIGAWATT = /\b(?:per|each|a) (?:gw|gigawatt)\b|\/ ?gw\b/i;

/** The sum of several of which one is named: it is none of that one's. */
function isOfMore({ names, question, library }: Reading, { subjects, measure, points }: Metric): boolean {
  const [org, ...others] = names.orgs;
  if (!org || others.length > 0 || subjects.length < SEVERAL || !SUMMED.has(measure) || OF_ALL.test(question))
    return false;
  const name = library.organisations.get(org)?.name ?? org;
  return !GROUPS.some(({ pattern }) => pattern.test(question)) && !points.some(({ label }) => label.includes(name));
}
const SEVERAL = 3;
const SUMMED: ReadonlySet<Measure> = new Set(["capex", "capex-guidance", "backlog"]);
const OF_ALL = gated(
  /\b(?:combined|together|altogether|total|in all|all of them|peers|others?|everyone|the four|the three)\b/i,
);

/** Whether words of the question that the metric's record does not have stand, all of them, in a statement of a deal. */
function saidOfDeal(reading: Reading, metric: Metric): boolean {
  const { library, names } = reading;
  // Between two: of one alone the figure of the company is meant.
  if (names.orgs.length < 2 && names.deals.length === 0) return false;
  const sought = toSought(reading, null, 0);
  const strong = sought.words.filter((word) => !word.weak);
  const record = statementsOf(library).byRecord.get(`metric:${metric.id}`);
  const said = [record?.title, record?.words, ...(record?.statements ?? []).map((statement) => statement.own)];
  const has = (word: string) =>
    said.some((words) => words?.exact.has(word) || sensesOf(word).some((sense) => words?.senses.has(sense)));
  if (strong.every(({ word }) => has(word))) return false;
  const [first] = findStatements(library, sought, 1);
  return first?.statement.record.type === "deal" && first.linked && first.coverage === 1 && first.own >= OWN;
}
const OWN = 0.5;

/** "What share of CoreWeave's backlog is Meta's" is no question for OpenAI's share. Who gave a figure need not be told of. */
function speaksOfAll({ library, names }: Reading, metric: Metric): boolean {
  if (names.orgs.length < 2 || !names.orgs.some((org) => metric.subjects.includes(org))) return true;
  const record = statementsOf(library).byRecord.get(`metric:${metric.id}`);
  const said = [record?.title, record?.words, ...(record?.statements ?? []).map((statement) => statement.own)];
  return names.orgs.every((org) => {
    if (metric.subjects.some((one) => family(library, org).has(one))) return true;
    if (GIVES_FIGURES.has(library.organisations.get(org)?.kind)) return true;
    const roots = contentRoots(library.organisations.get(org)?.name ?? org);
    return roots.some((root) => said.some((words) => words?.exact.has(root)));
  });
}
const GIVES_FIGURES: ReadonlySet<OrgKind | undefined> = new Set(["bank", "analyst", "media", "other"]);

const withoutDeals = ({ question, names }: Reading): string =>
  blanked(
    question,
    names.mentions.filter((mention) => mention.refs.some((ref) => ref.type === "deal")),
  );

const NONE: ReadonlySet<string> = new Set();
/** The words beyond whose figure it is. */
function wordsOf(
  { question, library }: Reading,
  owners: readonly string[],
  but: ReadonlySet<string> = GENERIC,
): string[] {
  const own = new Set(owners.flatMap((id) => contentWords(library.organisations.get(id)?.name ?? id)));
  return contentWords(question).filter((word) => !but.has(word) && !own.has(word) && !/^\d/.test(word));
}

/** Those named; a group that is named; whose metric was last; or the one organisation that has the measure at all. */
function orgsMeant(
  { question, library, names }: Reading,
  measures: readonly Measure[],
  last: PlanOf<"show-metric"> | null,
): readonly string[] {
  if (names.orgs.length > 0) return names.orgs;
  const group = GROUPS.find((entry) => entry.pattern.test(question))?.kinds;
  if (group && measures.length > 0)
    return [...library.organisations.values()].filter((org) => group.includes(org.kind)).map((org) => org.id);
  if (last && measures.length > 0) return [library.metrics.get(last.metric)?.subjects[0] ?? ""].filter(Boolean);
  // "What margin does Cipher expect": a record is named by one word, and the figure is nobody else's.
  if (words(question).some((word) => isOfName(library, word))) return [];
  const owners = new Set(
    library.knowledge.metrics
      .filter((metric) => metric.measure === measures[0])
      .map((metric) => metric.subjects[0] ?? ""),
  );
  return measures.length > 0 && owners.size === 1 ? [...owners] : [];
}

/** "Back in Sept 2025, what 2030 sales": the year of a day or month is not the period asked for, where there is another. */
const periodAsked = ({ question, dates, library }: Reading): string | null =>
  findPeriods(question.replace(MONTH_AND_YEAR, " ").replace(AS_OF_SEASON, " "))[0] ??
  (AS_OF_SEASON.test(question) ? null : dates.period) ??
  (LAST_YEAR.test(question) ? String(Number(library.completeTo.slice(0, 4)) - 1) : null);
const LAST_YEAR = gated(/(?<!\b(?:the|over|since|in the) )\blast (?:calendar )?year\b/i);
/** Says which records are meant, and no year that a figure is of. */
const AS_OF_SEASON = gated(/\bas (?:of|at) (?:early|mid|late)[- ]20\d\d\b/i);
const MONTH_AND_YEAR = gated(
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,? (?:\d{1,2}(?:st|nd|rd|th)?,? )?20\d\d\b/gi,
);

/** "Capex in Q1": the latest first quarter of theirs that is on record, of whichever year; that of another quarter is no answer. */
function quarterAlone(
  { question, library }: Reading,
  orgs: readonly string[],
  measures: readonly Measure[],
): { period: string; known: boolean } | null {
  const [, short, long = ""] = QUARTER.exec(question.replace(BY_QUARTER, " ")) ?? [];
  const number = short ?? { first: "1", second: "2", third: "3", fourth: "4" }[long.toLowerCase()];
  const [org, ...others] = orgs;
  if (number === undefined || org === undefined || others.length > 0 || !PERIODIC.has(measures[0])) return null;
  const found = library.knowledge.metrics
    .filter(({ subjects }) => subjects[0] === org)
    .flatMap(({ points }) => points.filter(({ measure }) => measures.includes(measure)))
    .filter(({ period }) => period.endsWith(`-Q${number}`));
  const latest = found.sort((a, b) => byCode(b.as_of, a.as_of))[0]?.period;
  if (latest === undefined && /\bguid|\bforecast|\brais|\bchang/i.test(question)) return null;
  return { period: latest ?? `${library.completeTo.slice(0, 4)}-Q${number}`, known: latest !== undefined };
}
const QUARTER =
  /(?<!\b(?:after|since|before|with|at|following|until) (?:the |its |their )?)\b(?:q([1-4])\b|(first|second|third|fourth)[- ]quarter\b)(?! ?'?\d| of (?:the )?(?:fiscal|20)| (?:results?|earnings|reports?|call|print|numbers))/i;
/** What is so much in a time, and no level on a day. */
const PERIODIC: ReadonlySet<Measure | undefined> = new Set([
  "capex",
  "capex-guidance",
  "revenue",
  "operating-loss",
  "net-loss",
]);

const hasQuarters = (metric: Metric): boolean =>
  metric.points.filter((point) => /-Q[1-4]$/.test(point.period)).length > 1;

/** Two periods side by side: "Q1 and Q2", "2024 to 2025". */
const TWO_PERIODS =
  /(?:20\d\d|\b[qh]\d|\d[hq]|\by\w* before)\b[^,.;:]{0,24}(?:\b(?:and|to|vs\.?|versus|against|or|then|than)\b|&|\/)[^,.;:]{0,24}(?:20\d\d|\b[qh]\d|\d[hq]|before|earlier)/i;
const TOGETHER = gated(/\b(?:together|combined|in total|total|altogether|sum|all four|between them)\b/i);

/** "2023, 2024 and 2025", "end 2023, end 2024": a row of times. */
const ROW_OF_PERIODS =
  /\b20\d\d(?:\s*[,;/]\s*|\s+(?:and|then|to)\s+)(?:(?:and|then|the|end|early|late|mid|of|q[1-4]|h[12]|fy|full|whole|year|fiscal|calendar|full-year)\s+)*20\d\d\b/i;
/** "2024, 2025 and latest": what was told last stands at the end of the row. */
const AND_LATEST = gated(
  /\b20\d\d\b[^?]{0,24}(?:\band|,|&|\bto|\bthen)\s+(?:the )?(?:very )?(?:latest|most recent(?: one| figure| quarter)?|now|newest|current|today|last reported)\b/i,
);

/** Several organisations, or several periods of one: side by side. */
export function severalMetrics(reading: Reading, measures: readonly Measure[]): PlanInput | null {
  const { question, library, names, dates, asOf } = reading;
  // What one has put into another is of both, and sets nothing side by side.
  if (measures.includes("exposure") && !COMPARE.test(question)) return null;
  const told = timesIn(question, dates.mentioned);
  const latest = AND_LATEST.test(question) ? lastPeriod(reading, measures, told) : null;
  const periods = latest === null ? told : [...told, latest];
  const words = contentWords(question).filter((word) => !GENERIC.has(word));
  const rank =
    latest !== null
      ? null
      : /\b(?:lowest|smallest|least)\b/i.test(question)
        ? "lowest"
        : SUPERLATIVE.test(question) || /\b(?:fattest|rank|most(?! recent\w*| of\b))\b/i.test(question)
          ? "highest"
          : null;
  if ((TOGETHER.test(question) || PLUS_SIGN.test(question)) && rank === null) return null;
  const own = periods.length > 1 ? ownPeriods(reading) : null;
  const asked: { org: string; period: string | null }[] =
    names.orgs.length > 1
      ? names.orgs.map((org, at) => ({ org, period: own?.[at] ?? periods[0] ?? null }))
      : periods.length > 1 && names.orgs[0]
        ? periods.map((period) => ({ org: names.orgs[0] ?? "", period }))
        : [];
  if (
    asked.length < 2 ||
    (rank === null &&
      !COMPARE.test(question) &&
      !TWO_PERIODS.test(question) &&
      !ROW_OF_PERIODS.test(question) &&
      latest === null)
  )
    return null;
  const theirs = asked.map(({ org, period }) => {
    const metric = ownMetric(library, org, measures, period, asOf);
    const level = period && metric ? levelTold(library.metrics.get(metric), period, measures) : null;
    return { org, period: level ?? period, metric };
  });
  // A figure of one time is none of another: "revenue 2024 vs 2027".
  const single = new Set(asked.map(({ org }) => org)).size === 1;
  const isThere = (one: (typeof theirs)[number]) =>
    one.metric !== null && (!single || isOfTime(reading, one, measures));
  const found = theirs.flatMap((one) => (isThere(one) ? [{ metric: one.metric ?? "", period: one.period }] : []));
  const missing = theirs.filter((one) => !isThere(one));
  // Of some only the annualised revenue is known: like is set beside like.
  if (missing.length > 0 && measures[0] === "revenue" && !periods[0]) {
    const annualised = severalMetrics(reading, ["run-rate-revenue"]);
    if (annualised?.kind === "compare-metrics" && (annualised.without ?? []).length === 0) return annualised;
  }
  const without = sayMissing(reading, missing, theirs);
  const [only, ...others] = found;
  // Where nearly all have the figure, the others are named; a measure that is said by a word of many meanings needs all.
  if (!only || without.length > 1 || (without.length > 0 && measures.length === 0)) return null;
  if (others.length === 0 && !isOfNothingElse(reading, only.metric)) return null;
  // "Debt at the end of 2025 against bonds sold in February": one figure twice, so that something else is meant by one.
  const points = found.map(({ metric, period }) => pointOf(library, metric, { period, words: [], measures }, asOf));
  if (new Set(points).size < points.length) return null;
  // Where no measure is said, what a company has at two times is set side by side only where it is of one.
  if (
    single &&
    measures.length === 0 &&
    new Set(found.map(({ metric }) => library.metrics.get(metric)?.measure)).size > 1
  )
    return null;
  return {
    kind: "compare-metrics",
    metrics: found.slice(0, 6),
    measures: [...(sharedMeasure(library, found, measures, asOf) ?? measures)],
    words: words.join(" ").slice(0, 400),
    rank,
    without,
    asOf: dates.asOf,
  };
}

/** The time of a company's last figure that has come about, where it is none of those said. */
function lastPeriod(
  { names, library, asOf }: Reading,
  [measure]: readonly Measure[],
  said: readonly string[],
): string | null {
  const [org, ...others] = names.orgs;
  if (!org || !measure || others.length > 0 || said.length === 0) return null;
  const times = library.knowledge.metrics
    .filter(({ subjects }) => subjects[0] === org)
    .flatMap(({ points }) => points)
    .filter((point) => point.measure === measure && !AHEAD.has(point.type) && point.as_of <= asOf)
    .map(({ period }) => period)
    .sort((one, other) => byCode(endOfPeriod(one), endOfPeriod(other)));
  const last = times.at(-1);
  return last !== undefined && !said.includes(last) ? last : null;
}
const AHEAD: ReadonlySet<Point["type"]> = new Set(["target", "forecast", "guidance", "estimate"]);

const pointOf = (library: Library, id: string, asked: Parameters<typeof pickPoint>[1], asOf: string): Point | null => {
  const metric = library.metrics.get(id);
  return (metric && pickPoint(metric, asked, asOf)?.point) ?? null;
};

/** "Loss" is several measures: of those that all sides have the first, so that no cost stands beside a loss. */
function sharedMeasure(
  library: Library,
  found: readonly { metric: string; period: string | null }[],
  measures: readonly Measure[],
  asOf: string,
): Measure[] | null {
  if (measures.length < 2 || found.length < 2) return null;
  const has = (measure: Measure) =>
    found.every(({ metric, period }) => {
      const point = pointOf(library, metric, { period, words: [], measures: [measure] }, asOf);
      return point?.measure === measure && (period === null || fitsPeriod(point.period, period));
    });
  const same = measures.find(has);
  return same ? [same] : null;
}

/** The metric that is the organisation's alone. */
export function ownMetric(
  library: Library,
  org: string,
  measures: readonly Measure[],
  period: string | null,
  asOf: string,
): string | null {
  const ranked = rankMetrics(library, { orgs: [org], metrics: [], measures, words: [], period }, asOf);
  const theirs = ranked.filter(({ metric }) => metric.subjects[0] === org);
  // What somebody else says of the company is of two, and its own figure comes first.
  const best =
    theirs.find(({ metric }) => metric.subjects.length === 1) ??
    theirs.find(({ metric }) => measures.includes(metric.measure));
  return best && best.score >= ENOUGH ? best.metric.id : null;
}

/** "Amazon in Q1 2026 or Microsoft in Q2 FY26": behind each company one period, its own; null where that is not so. */
function ownPeriods({ question, names }: Reading): string[] | null {
  const starts = names.orgs.map(
    (org) => names.mentions.find(({ refs }) => refs.some(({ type, id }) => type === "org" && id === org))?.start ?? -1,
  );
  const found = starts.map((start, at) => findPeriods(question.slice(Math.max(0, start), starts[at + 1])));
  const inOrder = starts.every((start, at) => start >= 0 && (at === 0 || start > (starts[at - 1] ?? 0)));
  return inOrder && found.every(({ length }) => length === 1) ? found.flat() : null;
}

/** "Aug 2025 vs Feb 2026": of a level two months are meant, and not their years. */
function timesIn(question: string, mentioned: readonly string[]): string[] {
  const periods = periodsIn(question);
  const months = [...new Set(mentioned.filter((date) => date.length > 4).map((date) => date.slice(0, 7)))];
  return months.length > 1 && periods.every((period) => months.some((month) => month.startsWith(period)))
    ? months
    : periods;
}

/** "2025 against the year before": a period that is said by half. */
function periodsIn(question: string): string[] {
  const periods = findPeriods(question);
  const [only] = periods;
  if (
    periods.length === 1 &&
    only &&
    /^20\d\d$/.test(only) &&
    /\b(?:(?:the )?(?:one|year) (?:before|earlier)|(?:prior|previous) year)\b/i.test(question)
  )
    return [String(Number(only) - 1), only];
  return periods;
}
