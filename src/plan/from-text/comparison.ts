/** "A vs B", "is A or B larger", "A, B and C side by side": each side is looked for by its own words and what all share. */

import { isMoney } from "../../knowledge/as-of.ts";
import { type FoundStatement, findStatements } from "../../knowledge/find-statements.ts";
import { fitsPeriod } from "../../knowledge/metrics.ts";
import { family, readNames } from "../../knowledge/resolve.ts";
import { figureAt } from "../../knowledge/statements.ts";
import { findDates, findPeriods } from "../dates.ts";
import type { PlanInput, PlanOf } from "../plan.ts";
import { HISTORY } from "./asks.ts";
import { ASKS } from "./attributes.ts";
import { measuresIn } from "./measures.ts";
import { severalMetrics } from "./metric.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { sidesOf } from "./sides.ts";
import { toSought } from "./sought.ts";

/** Asks which of several is more, or for several at once. */
const ASKS_BOTH =
  /\b(?:vs\.?|v\.?|versus|(?:larger|bigger|higher|smaller|lower|cheaper|longer) than|compare[ds]?|comparison|(?<!(?:loans?|borrow\w*|secured|collateral|bets?|lend\w*|lent)\s)against|difference between|side by side|next to each other|alongside)\b|\b(?:larger|bigger|higher|smaller|lower|cheaper|dearer|more|most|less|fewer|longer|shorter|larger|which|who(?:se)?|or)\b.*\bor\b|\bor\b.*\b(?:larger|bigger|higher|smaller|lower|cheaper|more|less|longer)\b/i;
const POWER = /\b(?:gw|mw|gigawatts?|megawatts?|capacity|power|output)\b/i;
const MONEY =
  /\b(?:worth|value|dollars?|money|price|cost|costs|spend\w*|pay\w*|paid|promised|committed|raise[ds]?|put in|in for|cheques?|\$|usd|valu\w+|post-?money)\b|\$/i;

type Side = { deal: string | null; metric: string | null; figure: string | null };

export const comparison: ReadRule = {
  name: "comparison",
  read(reading) {
    const { question } = reading;
    if (!ASKS_BOTH.test(question) || HISTORY.test(question)) return null;
    const measures = measuresIn(question);
    const measured = measures.length > 0 ? severalMetrics(withOwners(reading), measures) : null;
    if (measured) return measured;
    const texts = sidesOf(reading);
    if (texts.length < 2) return null;
    const want = STAKE.test(question) ? "stake" : POWER.test(question) && !MONEY.test(question) ? "power" : "money";
    const sides: Side[] = [];
    for (const text of texts.slice(0, 6)) {
      const side = sideFor(reading, text, want);
      if (!side) return null;
      if (!sides.some((other) => sameSide(other, side))) sides.push(side);
    }
    if (sides.length < 2) return null;
    return planFor(reading, sides, want);
  },
};

/** "Alphabet capex 2025" is a metric's name, and says whose it is. */
function withOwners(reading: Reading): Reading {
  const { names, library } = reading;
  const owners = names.mentions.flatMap(({ refs }) =>
    refs.flatMap((ref) => (ref.type === "metric" ? (library.metrics.get(ref.id)?.subjects.slice(0, 1) ?? []) : [])),
  );
  return { ...reading, names: { ...names, orgs: [...new Set([...names.orgs, ...owners])] } };
}

/** Power of plants, and not of what they feed. */
const PLANTS =
  /\b(?:nuclear|reactors?|gas|plants?|generat\w+|fusion|output|energy|ppas?|power (?:deals?|contracts?))\b/i;

type Want = PlanOf<"compare-figures">["of"];
const STAKE = /\b(?:own(?:s|ed)?|stakes?|hold(?:s|ing)?|shareholding|percent\w*)\b|%/i;

const sameSide = (a: Side, b: Side): boolean => a.deal === b.deal && a.metric === b.metric && a.figure === b.figure;

function planFor({ question, dates }: Reading, sides: readonly Side[], want: Want): PlanInput {
  const deals = sides.flatMap((side) => side.deal ?? []);
  const plain =
    want !== "stake" && !POWER.test(question) && !MONEY.test(question) && new Set(deals).size === sides.length;
  if (plain && sides.length <= 3) return { kind: "compare", deals, attribute: "all", asOf: dates.asOf };
  return { kind: "compare-figures", sides: [...sides], of: want, asOf: dates.asOf };
}

/** Less of a side's words than this explained is not understood. */
const LEAST = 0.4;
const VALUATION = /\b(?:valuations?|valued|post-?money|pre-?money)\b/i;
/** Words that only say that two things are compared. */
const COMPARING =
  /\b(?:larger|bigger|higher|smaller|lower|cheaper|dearer|more|most|less|fewer|longer|shorter|compare[ds]?|comparison|difference|side by side|which|who(?:se)?|either|promise[ds]?|respectively|have|has|got)\b/gi;

/** Sides about as good as the first: of these the one that holds most is meant. */
const ABOUT_AS_GOOD = 0.97;

function sideFor(reading: Reading, text: string, want: Want): Side | null {
  const { library } = reading;
  const names = readNames(library, text);
  const dates = findDates(text, reading.asOf);
  if (names.mentions.length === 0) return null;
  const attribute = ASKS.find((entry) => entry.pattern.test(text))?.attribute ?? null;
  const valued = VALUATION.test(text);
  const own: Reading = {
    ...reading,
    question: text.replace(COMPARING, (word) => " ".repeat(word.length)),
    names,
    dates: { ...dates, asOf: reading.dates.asOf },
    quantities: [],
  };
  const sought = { ...toSought(own, attribute, 0), want: want === "stake" ? ("percent" as const) : want };
  const all = findStatements(library, sought, 40).filter(
    (one) =>
      (one.linked || (names.orgs.length > 1 && hasParties(own, one))) &&
      hasAmount(reading, one, want) &&
      (!valued || isValuation(own, one)),
  );
  const party = all.filter((one) => hasParties(own, one));
  // Of two organisations the deal between them is meant, not a figure that is about both.
  const deals = names.orgs.length > 1 ? party.filter((one) => one.statement.record.type === "deal") : [];
  const found = deals.length > 0 ? deals : party.length > 0 ? party : all;
  const [first] = found;
  const [named] = names.deals;
  if (named !== undefined && (!first || !names.deals.includes(first.statement.record.id)))
    return { deal: named, metric: null, figure: null };
  const sure = names.deals.length > 0 || (names.orgs.length > 1 && party.length > 0);
  if (!first || (!sure && first.coverage < LEAST)) return null;
  const near = found.filter((one) => one.score >= first.score * ABOUT_AS_GOOD && one.coverage >= first.coverage);
  const best = near.sort((a, b) => rankOf(reading, b) - rankOf(reading, a))[0] ?? first;
  // A figure of another period is no side of this comparison.
  const asked = findPeriods(text);
  const point =
    best.statement.kind === "point"
      ? library.metrics.get(best.statement.record.id)?.points[best.statement.index]
      : undefined;
  if (point && asked.length > 0 && !asked.some((one) => fitsPeriod(point.period, one) || point.period.startsWith(one)))
    return null;
  const { record, part } = best.statement;
  return record.type === "metric"
    ? { deal: null, metric: record.id, figure: part }
    : { deal: record.id, metric: null, figure: part };
}

function amountOf({ library }: Reading, { statement }: FoundStatement) {
  if (statement.kind === "point") return library.metrics.get(statement.record.id)?.points[statement.index] ?? null;
  return statement.kind === "figure" ? figureAt(library.deals.get(statement.record.id), statement.index) : null;
}

function hasAmount(reading: Reading, found: FoundStatement, want: Want): boolean {
  const amount = amountOf(reading, found);
  if (want === "stake") return amount !== null && amount.unit === "percent";
  return (
    amount !== null &&
    (want === "power"
      ? amount.unit === "GW" && (amount.of !== "generation" || PLANTS.test(reading.question))
      : isMoney(amount.unit) && amount.of !== "price")
  );
}

const RAISES = new Set(["issuer", "target", "borrower"]);
/** What the organisation named was valued at, rather than somebody else in the deal. */
function isValuation(reading: Reading, found: FoundStatement): boolean {
  const amount = amountOf(reading, found);
  if (amount === null || amount.of !== "valuation") return false;
  const parties = reading.library.deals.get(found.statement.record.id)?.parties ?? [];
  return reading.names.orgs.every((org) =>
    parties.some((party) => family(reading.library, org).has(party.org) && RAISES.has(party.role)),
  );
}

/** The headline figure before others, then the larger. */
function rankOf(reading: Reading, found: FoundStatement): number {
  const amount = amountOf(reading, found);
  return (amount && "headline" in amount && amount.headline ? 1e15 : 0) + (amount?.high ?? amount?.low ?? 0);
}

/** Whether every organisation named has a part in the record, rather than being spoken of. */
function hasParties({ library, names }: Reading, { statement }: FoundStatement): boolean {
  const { type, id } = statement.record;
  const own =
    type === "metric" ? library.metrics.get(id)?.subjects : library.deals.get(id)?.parties.map((party) => party.org);
  return names.orgs.every((org) => own?.some((one) => family(library, org).has(one) || family(library, one).has(org)));
}
