/** "How much has OpenAI committed in total", "how many gigawatts altogether", "how much of that is signed". */

import type { FigureOf } from "../../../knowledge/schema.ts";
import { outlineOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { EVERYTHING, linesOf, totalsOf } from "../../knowledge/totals.ts";
import type { Plan, PlanInput, PlanOf } from "../plan.ts";
import { DEAL_KINDS } from "./asks.ts";
import { FUELS } from "./constraints/kinds-in.ts";
import { measuresIn } from "./measures.ts";
import type { Reading, ReadRule } from "./reading.ts";

/** Says that several things are meant together. */
const TOGETHER = gated(
  /\b(?:in (?:total|all|sum|aggregate)|altogether|all told|add(?:s|ed|ing)? (?:up|together)|sum (?:of|up)|combined|overall|together(?=\W*$)|so far|to date|across (?:all|its|their|the|every)|total(?:s|ling|led)?|all (?:of )?(?:its|their|the|\w+'s) (?:deals|contracts|commitments|investments|agreements|loans|stakes)|everything)\b/i,
);
const ASKS_AMOUNT = gated(
  /\b(?:how (?:much|many|big|large)|what|total|sum|add(?:s|ed)? (?:up|together)|together(?=\W*$)|amount)\b/i,
);
/** One thing is asked for, which has its own total: "the contract's total value". */
const ONE_THING = gated(
  /\b(?:the|this|that|its|their|'s)\s+(?:\w+\s+){0,2}(?:deal|contract|agreement|arrangement|lease|loan|campus|site|stake|round|facility|expansion)\b(?!s)/i,
);
/** Somebody's own number is asked for, not the sum of the records. */
const CLAIMED =
  /\b(?:claim\w*|tally|tallie\w*|sa(?:y|ys|id)|according|announced? target|put (?:it|them) at|cites?|cited|trillion|\$?1\.4 ?t)\b/i;
const POWER = /\b(?:gw|gigawatts?|mw|megawatts?|capacity|power)\b/i;

/** What somebody does with money, which side that is, and of which kind the money is. */
const DOES: readonly { pattern: RegExp; side: "pays" | "receives"; money: readonly FigureOf[] }[] = [
  {
    pattern: /\b(?:borrow(?:ed|s)?|taken? on .*debt|in debt|debt|loans?|bonds?)\b/i,
    side: "receives",
    money: ["debt"],
  },
  { pattern: /\b(?:lent|lend(?:s|ing)?)\b/i, side: "pays", money: ["debt"] },
  { pattern: /\b(?:guarantee[ds]?|backstop(?:s|ped)?|backed)\b/i, side: "pays", money: ["guarantee"] },
  { pattern: /\b(?:rais(?:e[ds]?|ing)|funding)\b/i, side: "receives", money: ["equity"] },
  { pattern: /\b(?:invest(?:ed|s|ing|ments?)?|stakes?)\b/i, side: "pays", money: ["equity", "investment"] },
  { pattern: /\b(?:acquisitions?|acquired?|takeovers?)\b/i, side: "pays", money: ["acquisition"] },
  { pattern: /\b(?:won|booked|receiv\w+|be paid|is owed|earn\w*|sold)\b/i, side: "receives", money: [] },
  {
    pattern:
      /\b(?:commit(?:s|ted|ments?|ting)?|pledg\w+|promis\w+|ow(?:es?|ed|ing)|obligat\w+|on the hook|spend(?:s|ing)?|spent|pay(?:s|ing)?|paid|signed? up|sign(?:ed|s)?|contracted|bought)\b/i,
    side: "pays",
    money: [],
  },
];
const COMMITTED = gated(/\b(?:commit(?:s|ted|ments)|pledged|promised|signed up|on the hook|contracted)\b/i);
/** "How many gigawatts has OpenAI signed": all of them, and no rate of a gigawatt. */
export const POWER_SIGNED = gated(
  /\bhow (?:much|many) (?:\w+ )?(?:gws?|gigawatts?|mws?|megawatts?|power|capacity|compute)\b.*\b(?:signed?|contracted|under contract|committed|locked (?:in|up|down)|lined up|booked)\b/i,
);
/** "How many gigawatts are under construction": of all deals, or of one party's. */
export const POWER_BUILT = gated(
  /\b(?:how (?:much|many)|total|sum of) (?:\w+ )?(?:gws?|gigawatts?|mws?|megawatts?|power|capacity)\b.*\b(?:under construction|being built|in construction)\b/i,
);
const SIGNED = gated(
  /\b(?:actually |really |only |already )?(?:signed|firm|binding|definitive|under contract|legally)\b/i,
);
const OF_THAT = gated(
  /\b(?:of (?:that|it|this|those|these|them|which)|the (?:signed|firm|binding) (?:part|ones|share))\b/i,
);

/** "How much money was announced in October 2025": all of that time. */
const OF_TIME = gated(
  /\bhow much(?: money)? (?:was|were|has been|have been|did) (?:\w+ )?(?:announced|committed|pledged|signed|raised|invested|borrowed|agreed)\b/i,
);

/** A sum over somebody's deals of a kind is none of an estimate. */
export const SUM_OF_DEALS = gated(
  /\b(?:total|sum|combined|altogether|in all|add(?:ed)? up)\b.*\b(?:stakes|deals|contracts|investments|loans|bonds|acquisitions|commitments|pledges|guarantees|backstops)\b/i,
);

const OWES = gated(/\bowes?\b/i);

export const totals: ReadRule = {
  name: "totals",
  read(reading) {
    const again = followsOn(reading) ?? ofClaim(reading) ?? oneCommitment(reading) ?? betweenTwo(reading);
    if (again) return again;
    const { question, names, dates, quantities } = reading;
    // What a company owes in all is its debt.
    if (OWES.test(question) && names.orgs.length === 1) return null;
    if (names.deals.length > 0 || names.people.length > 0 || names.places.length > 0 || quantities.length > 0)
      return null;
    if (
      !ASKS_AMOUNT.test(question) ||
      CLAIMED.test(question) ||
      /\b(?:per|each|average|bigger|larger|vs|versus|compare)\b/i.test(question)
    )
      return null;
    // Those of everybody are listed: many of them are parts of one another.
    if (POWER_BUILT.test(question) && names.orgs.length === 0)
      return { kind: "find-deals", statuses: ["under-construction"], sort: "capacity", asOf: dates.asOf };
    if (POWER_BUILT.test(question) && names.orgs.length === 1)
      return {
        kind: "total-deals",
        parties: [...names.orgs],
        statuses: ["under-construction"],
        lead: "power",
        asOf: dates.asOf,
      };
    const energy = ofFuel(reading);
    if (energy) return energy;
    const measured = measuresIn(question.replace(/\bbond sales?\b/gi, "bonds")).some(
      (measure) => measure !== "commitments" && measure !== "compute-capacity",
    );
    const plural =
      /\b(?:deals|contracts|commitments|investments|agreements|loans|stakes|acquisitions|takeovers|bonds|bond sales|guarantees)\b/i.test(
        question,
      );
    const ofTime = names.orgs.length === 0 && (dates.since ?? dates.until) !== null && OF_TIME.test(question);
    const together = (TOGETHER.test(question) && (names.orgs.length === 1 || plural)) || ofTime;
    const committed =
      names.orgs.length === 1 &&
      ((COMMITTED.test(question) && /\bhow (?:much|many)\b/i.test(question)) || POWER_SIGNED.test(question));
    if (measured || !(together || committed) || (ONE_THING.test(question) && !plural)) return null;
    // A word that tells what the money is for asks for less than all: a deal, or a sentence, has it.
    if (names.rest.some((word) => !KNOWN.has(word))) return null;
    const pledge = committed ? pledgedUntil(reading) : null;
    if (pledge) return pledge;
    const does = DOES.find((entry) => entry.pattern.test(question));
    return {
      kind: "total-deals",
      parties: [...names.orgs].slice(0, 4),
      dealKinds: plural ? kindsIn(question) : [],
      since: dates.since,
      until: dates.until,
      money: POWER.test(question) ? [] : [...(does?.money ?? [])],
      side: does && names.orgs.length === 1 && !POWER.test(question) ? does.side : null,
      signed: SIGNED.test(question) && !/\bsigned? up\b/i.test(question),
      by: groupIn(question),
      lead: POWER.test(question) ? "power" : "money",
      asOf: dates.asOf,
    };
  },
};

/** "How much nuclear power has Amazon contracted in total": the power of its deals for what a fuel makes. */
function ofFuel({ question, names, dates }: Reading): PlanInput | null {
  const fuel = FUELS.find(({ pattern }) => pattern.test(question));
  if (!fuel || names.orgs.length > 1 || !POWER.test(question)) return null;
  if (!TOGETHER.test(question) && !POWER_SIGNED.test(question)) return null;
  if (names.rest.some((word) => !KNOWN.has(word) && !OF_FUEL.test(word))) return null;
  return {
    kind: "total-deals",
    parties: [...names.orgs],
    dealKinds: ["energy"],
    text: fuel.word,
    since: dates.since,
    until: dates.until,
    signed: SIGNED.test(question) && !/\bsigned? up\b/i.test(question),
    lead: "power",
    asOf: dates.asOf,
  };
}
const OF_FUEL =
  /^(?:nuclear|reactors?|atomic|fission|smrs?|fusion|gas|natural|solar|wind|renewables?|plants?|stations?|energy|electricity|generation)$/;

/** "How much has Meta pledged to spend through 2028": what was pledged until that year, where somebody has put it at an amount. */
function pledgedUntil({ names, dates, library }: Reading): PlanInput | null {
  const [org] = names.orgs;
  const year = dates.since === null ? dates.until?.slice(0, 4) : undefined;
  if (!org || year === undefined) return null;
  const stated = library.knowledge.metrics.filter(
    ({ measure, subjects, points }) =>
      measure === "commitments" && subjects[0] === org && points.some(({ period }) => period?.endsWith(year)),
  );
  const [only] = stated;
  return only && stated.length === 1 ? { kind: "show-metric", metric: only.id, asOf: dates.asOf } : null;
}

/** "How much of the $1.4 trillion is signed": the deals of whoever gave that total, and only those that are signed. */
function ofClaim({ question, quantities, names, library, dates }: Reading): PlanInput | null {
  const [only, ...others] = quantities;
  if (!only || others.length > 0 || names.deals.length > 0 || !OF_CLAIM.test(question)) return null;
  const claimed = library.knowledge.metrics.find(
    ({ measure, points, subjects }) =>
      measure === "commitments" &&
      (names.orgs.length === 0 || subjects.some((org) => names.orgs.includes(org))) &&
      points.some(({ high, unit }) => unit === only.quantity.unit && high === only.quantity.high),
  );
  const [org] = claimed?.subjects ?? [];
  return org === undefined ? null : { kind: "total-deals", parties: [org], signed: true, asOf: dates.asOf };
}
const OF_CLAIM = gated(
  /\bhow much of (?:the |that |its |their |[\w.&-]+['’]s? )?[$€£]?\d.*\b(?:signed|firm|binding|under contract|contracted)\b/i,
);

/** "How much has OpenAI signed with CoreWeave in all": the one deal between the two, where there is one. */
function betweenTwo({ question, names, dates, library, asOf }: Reading): PlanInput | null {
  const [a, b] = names.orgs;
  if (!a || !b || names.orgs.length !== 2 || names.deals.length > 0) return null;
  // What one deal came to on a day is told by its figures of then, be it in parts.
  if (!/\bhow much\b/i.test(question) && dates.asOf === null) return null;
  if (!TOGETHER.test(question) || !COMMITTED_TO.test(question)) return null;
  if (names.rest.some((word) => !KNOWN.has(word))) return null;
  const between = (library.dealsOf.get(a) ?? []).filter(
    (deal) =>
      deal.parties.some((party) => party.org === b) &&
      new Set(deal.parties.map((party) => party.org)).size === 2 &&
      outlineOn(deal, asOf) !== null,
  );
  const [only] = between;
  if (!only) return null;
  if (between.length === 1) return { kind: "show-figure", subject: only.id, attribute: "value", asOf: dates.asOf };
  return { kind: "total-deals", parties: [a], alongside: [b], asOf: dates.asOf };
}
const COMMITTED_TO = gated(/\b(?:sign\w*|commit\w*|contract\w*|promis\w*|pledg\w*|order\w*|agreed|booked|owe\w*)\b/i);

/** "How big was Nvidia's commitment": the one that dwarfs the party's others, else all of them together. */
function oneCommitment({ question, names, dates, library, asOf }: Reading): PlanInput | null {
  const [org] = names.orgs;
  if (!org || names.orgs.length > 1 || names.deals.length > 0 || !COMMITMENT.test(question)) return null;
  if (names.rest.some((word) => !KNOWN.has(word))) return null;
  const paid = linesOf(totalsOf(library, { ...EVERYTHING, orgs: [org] }, asOf).groups).filter(
    (line) => line.side === "pays" && line.firmness !== "ended" && line.unit === "USD",
  );
  const [first, second] = paid
    .map((line) => ({ line, size: line.standing.figure.high ?? line.standing.figure.low ?? 0 }))
    .sort((a, b) => b.size - a.size);
  if (first && first.size >= (second?.size ?? 0) * DWARFS)
    return { kind: "show-figure", subject: first.line.deal.id, attribute: "value", asOf: dates.asOf };
  return { kind: "total-deals", parties: [org], side: "pays", asOf: dates.asOf };
}

const COMMITMENT = gated(
  /\bhow (?:big|large|much) (?:is|was|were)\b.*'s? (?:\w+ )?(?:commitment|pledge|investment|bet)\b(?! (?:in|to|with)\b)/i,
);
const DWARFS = 4;

/** Kinds that a plural names outright: "all energy deals", "its acquisitions". */
const kindsIn = (question: string) =>
  /\b(?:cloud|compute|chip|energy|nuclear|acquisitions|takeovers|joint ventures?|site)\b/i.test(question)
    ? [...(DEAL_KINDS.find((entry) => entry.pattern.test(question))?.kinds ?? [])]
    : [];

const GROUPS: Record<string, "kind" | "status" | "year" | "party"> = {
  kind: "kind",
  type: "kind",
  status: "status",
  year: "year",
  party: "party",
  partner: "party",
  counterparty: "party",
  company: "party",
};
const groupIn = (question: string) =>
  GROUPS[
    /\bby (kind|type|status|year|party|partner|counterparty|company)\b/i.exec(question)?.[1]?.toLowerCase() ?? ""
  ] ?? "firmness";

/** Words of such questions, stemmed, that narrow nothing. */
const KNOWN = new Set(
  "contracted equity stock total altogether sum add added adding combined overall aggregate far date across all everything told deal contract commitment agreement loan stake acquisition bond guarantee investment invest invested committed commit pledge pledged promise promised sign signed owe owed obligation hook spend spent spending pay paid paying borrow borrowed lend lent debt raise raised funding money dollar usd much many worth value amount big large gigawatt gw mw megawatt capacity power compute ai infrastructure data center centre cloud chip energy takeover acquired acquire bought buy line lined secured secure receive received won booked earn kind type status year party partner counterparty together two three four five both price prices purchase purchases sale sales issue issues guaranteed guarantees backstop backstops backstopped backed firm binding definitive legally actual real company record known counted double announce announced".split(
    " ",
  ),
);

/** "How much of that is actually signed", "and anthropic?", "in gigawatts?", "as of october 2025?" after a total. */
function followsOn({ question, names, dates, conversation }: Reading): PlanInput | null {
  const last = totalBehind(conversation.plan);
  if (!last || names.deals.length > 0) return null;
  if (SIGNED.test(question) && OF_THAT.test(question) && names.orgs.length === 0) return { ...last, signed: true };
  if (conversation.plan?.kind !== "total-deals" || question.split(" ").length > 6) return null;
  const short = /^(?:and|what about|how about|or)\b/i.test(question);
  if (short && names.orgs.length === 1) return { ...last, parties: [...names.orgs], asOf: dates.asOf ?? last.asOf };
  if (names.orgs.length > 0 || names.rest.some((word) => !KNOWN.has(word))) return null;
  if (dates.asOf) return { ...last, asOf: dates.asOf };
  return short && POWER.test(question) ? { ...last, lead: "power", money: [], side: null } : null;
}

/** The total that the last answer was, or had in it: a list adds up to one, a tally is set beside one. */
function totalBehind(plan: Plan | null): Extract<PlanInput, { kind: "total-deals" }> | null {
  if (plan?.kind === "total-deals") return plan;
  if (plan?.kind === "find-deals" && !plan.rank) return totalOfList(plan);
  return null;
}

/** The deals of a list as a total: what orders and counts a list is none of it. */
export function totalOfList(plan: PlanOf<"find-deals">): Extract<PlanInput, { kind: "total-deals" }> {
  const { rank, sort, limit, place, measure, ascending, lists, leftOut, tally, bothRoles, ...filter } = plan;
  return { ...filter, kind: "total-deals" };
}
