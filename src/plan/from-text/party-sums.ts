/**
 * "A or B, who gets more from Meta", "who has put the most into OpenAI": companies are set against each other by all that
 * they have with one other, and not by one deal of each.
 */

import type { FigureOf, OrgKind } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { inOrderOfMoney, moneyBetween, type Paid } from "../../knowledge/money-between.ts";
import { family, orgName } from "../../knowledge/resolve.ts";
import { contentWords } from "../../knowledge/words.ts";
import type { PlanInput } from "../plan.ts";
import { FIRST_ROW } from "./named-row.ts";
import { GROUPS, ORG_SORTS } from "./org-roles.ts";
import { type Named, orgsNamed } from "./owner-and-owned.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { planOfSums, RATIO, type SumOf } from "./sums-by-company.ts";
import { superlativeIn } from "./superlative.ts";
import { leftOutIn } from "./tally-part.ts";
import { unknownNames } from "./unknown-names.ts";

/** Whether the others pay the one or are paid by it. */
type Way = "paid" | "pays";
type Asked = { ways: readonly Way[]; kinds: readonly (readonly FigureOf[])[] };

/** What narrows a sum, or asks for something else than money. */
const NARROWS =
  /\b(?:since|before|in 20\d\d|(?:in|since|for|during) q[1-4]|per|a (?:month|year)|monthly|annual\w*|yearly|each|average|revenue|sales|capex|valu(?:ation|ed)|backlog|rpo|gws?|gigawatts?|mws?|megawatts?|power|capacity|(?<!for )compute(?! (?:spend\w*|bill|money|budget|suppliers?|providers?|contracts?|deals?|commitments?)\b)|electricity|energy|nuclear|chips?|gpus?|tpus?|jobs|sites?|campus(?:es)?|percent|%|(?:largest|biggest|bigger|larger) (?:stake|share|owner|holder)|owns?|shares?|shareholders?|first|latest|newest|earliest|sooner|longer|how many|round|upfront|up front|cash|firm|binding|signed part|credit line|india|lead(?:s|ing)?|holds?|held|raise|incremental|additional|extra)\b|(?<!\b(?:after|as of|by|by end of|until)\b.{0,12})\b20\d\d\b/i;
/** Words for what a company has in all. */
const IN_ALL = gated(
  /\b(?:totals?|sums?|together|combined|all told|in all|altogether|overall|add(?:s|ed|ing)? up|(?:contracts|deals|agreements|commitments|investments))\b/i,
);
/** One deal of each. */
const ONE_DEAL = gated(
  /\b(?:single|contract|deal|agreement|lease|loan|order|che(?:que|ck)|expansion|tranche|pledge)\b(?!s)/i,
);
const BY_VALUE = gated(/\bby (?:contract|deal) (?:values?|sizes?|amounts?|worth)\b/i);
const WHO = gated(
  /\b(?:how (?:much|many times) (?:more|less|bigger|larger|smaller)|ratio|who(?:se|m|['’]s)?|(?:which|what) (?:[\w'’-]+ ){0,3}?(?:company|firm|lab|cloud|provider|customer|client|investor|backer|supplier|neo-?cloud|hyperscaler|tenant|partner|one)|(?:customers?|clients?|investors?|backers?|suppliers?|vendors?|providers?|spenders?|buyers?)|(?:spen[dt]s?|pays?|paid|puts?|putting|invest(?:s|ed)?|commit(?:s|ted|ments?)?|ow(?:es?|ed)|pledged|promised|gets?|got|getting|receives?|earns?|wins?|won|takes?|makes?) (?:the )?(?:more|most|less|least)|(?:more|most|less|least) (?:money|cash|dollars|business|work|spend\w*)|commitments?|investments?)\b/i,
);
const AGAINST =
  /\b(?:more|most|less|least|larger|largest|bigger|biggest|higher|highest|smaller|smallest|lower|lowest|vs\.?|versus|against|compared?|dwarfs?|exceeds?|top|rank\w*|ratio|compare)\b/i;

/** Words of such questions that narrow nothing: a word that is none of them asks for less than all. */
const KNOWN: ReadonlySet<string> = new Set(
  contentWords(
    "among amongst out more most less least bigger biggest larger largest higher highest smaller smallest lower lowest heavier heaviest top main major single important second third fourth fifth number rank ranked ranking compare compared comparison dwarf dwarfs versus against customer customers client clients tenant tenants investor investors backer backers funder funders supplier suppliers vendor vendors provider providers neocloud neoclouds neo cloud clouds hyperscaler hyperscalers company companies firm firms lab labs partner partners spender spenders buyer buyers lender lenders guarantor guarantors investee investees recipient recipients counterparty amount ratio multiple times exceed exceeds compare by margin one raise raised compute won win wins winning take takes taking took slice slices known disclosed number outside besides excluding except apart aside than other own owns contract contracts deal deals agreement agreements commitment commitments investment investments pledge pledges order orders business money cash dollar dollars usd amount amounts value worth total totals sum sums overall combined together altogether all told add adds added up get gets got getting receive receives received receiving earn earns earned make makes pay pays paid paying spend spends spent spending commit commits committed committing promise promised promises pledged owe owes owed owing sign signed signs put puts putting invest invests invested investing back backs backed backing poured pour ploughed sunk lend lends lent borrow borrowed guarantee guarantees guaranteed guaranteeing backstop backstops backstopped buy buys bought rent rents rented far so now today currently ever record records book books have has gap difference margin stake stakes equity terms size big large tell list which much bet bets bill bills ai infrastructure really actually after expansion date count counting hold side february january march april may june july",
  ),
);

const INVESTS = gated(
  /\b(?:invest\w*|put(?:s|ting)?(?! together)|stakes?|equity|back(?:er|ers|ed|ing)|in for|money in(?:to)?|poured|ploughed|sunk)\b/i,
);
const LENDS = gated(/\b(?:lent|lend(?:s|er|ers|ing)?|loans?|borrow\w*)\b/i);
const GUARANTEES = gated(/\b(?:guarantee\w*|backstop\w*|guarantors?)\b/i);
const CONTRACTS =
  /\b(?:contracts?|customers?|clients?|tenants?|suppliers?|vendors?|providers?|cloud|spen[dt]\w*|pays?|paid|paying|ow(?:es?|ed|ing)|earns?|bills?|buys?|buyers?|bought|rents?|business)\b/i;
const GETS = gated(/^\s+(?:\w+ )?(?:gets?|got|receives?|received|earns?|wins?|won|makes?|booked)\b/i);
/** The others are those who pay, or those who are paid. */
const PAYERS = gated(
  /\b(?:customers?|clients?|tenants?|investors?|backers?|lenders?|spenders?|buyers?|guarantors?|funders?)\b/i,
);
const PAYEES = gated(
  /\b(?:suppliers?|vendors?|providers?|neo-?clouds?|clouds|landlords?|investees?|recipients?|borrowers?)\b/i,
);

export const partySums: ReadRule = {
  name: "party-sums",
  read(reading) {
    const { question, names, quantities } = reading;
    if (names.deals.length + names.people.length + names.places.length + quantities.length > 0) return null;
    if (names.orgs.length === 0 || NARROWS.test(question) || !AGAINST.test(question)) return null;
    const ofOne = ONE_DEAL.test(question.replace(BY_VALUE, " ")) && !IN_ALL.test(question);
    if (ofOne && !/\bthan\b/i.test(question)) return null;
    if (!(WHO.test(question) || IN_ALL.test(question))) return null;
    if (names.rest.some((word) => !KNOWN.has(word))) return null;
    const plan = named(reading) ?? ranked(reading);
    // "How much more is A's deal with C than B's": where each has one.
    if (!plan || (ofOne && plan.kind !== "compare-figures")) return null;
    return unknownNames(reading).length === 0 ? plan : null;
  },
};

/** Several are named and set against each other. */
function named(reading: Reading): PlanInput | null {
  const found = sidesIn(reading);
  if (!found) return null;
  const { pivot, sides } = found;
  const asked = askedFor(reading, pivot, false);
  for (const of of asked.kinds)
    for (const way of asked.ways) {
      const sums = sides.map((org) => ({ org, paid: between(reading, org, pivot, way, of) }));
      if (sums.every(({ paid }) => paid.length > 0)) return planOf(reading, sums, { pivot, way, of });
    }
  return null;
}

/** "Who is CoreWeave's biggest customer": of all who have something with the one that is named. */
function ranked(reading: Reading): PlanInput | null {
  const { question, names, library, asOf } = reading;
  const out = leftOutIn(reading);
  const [pivot, ...more] = names.orgs.filter((org) => !out.has(org));
  const superlative = superlativeIn(question);
  if (!pivot || more.length > 0 || !superlative || superlative.weak || !isOpen(question)) return null;
  if (ORG_SORTS.some(({ pattern }) => pattern.test(question))) return null;
  const group = GROUPS.find(({ pattern }) => pattern.test(question))?.kinds ?? [];
  const asked = askedFor(reading, pivot, true);
  for (const of of asked.kinds)
    for (const way of asked.ways) {
      const found = inOrderOfMoney(library, pivot, way, of, asOf).filter(
        ({ org }) => !out.has(org) && fits(library, org, group),
      );
      if (found.length < (out.size > 0 ? 1 : 2)) continue;
      const sorted = superlative.ascending ? found.reverse() : found;
      const sums = sorted.slice(superlative.place - 1, superlative.place - 1 + (superlative.limit ?? SHOWN));
      return sums.length > 0 ? planOf(reading, sums, { pivot, way, of }, superlative) : null;
    }
  return null;
}
const SHOWN = 4;
const fits = (library: Library, org: string, kinds: readonly OrgKind[]): boolean =>
  kinds.length === 0 || kinds.includes(library.organisations.get(org)?.kind ?? "other");
/** Who does it is asked, or who has that part. */
const isOpen = (question: string): boolean =>
  /(?:^|\b(?:tell me|so|and|ok) )\W*(?:who(?:m|se)?|(?:which|what) (?:[\w'’-]+ ){0,3}?(?:one|compan(?:y|ies)|firms?|labs?|clouds?|investors?|backers?|customers?|clients?|suppliers?|vendors?|providers?|neo-?clouds?|hyperscalers?|partners?|lenders?|investees?))\b.*\b(?:most|least|biggest|largest|smallest|top|highest)\b|\b(?:biggest|largest|top|main|smallest|heaviest|rank\w*|most important|second[- ]\w+|third[- ]\w+)\b.{0,40}\b(?:customers?|clients?|investors?|backers?|suppliers?|vendors?|(?:cloud )?providers?|clouds|spenders?|lenders?)\b/i.test(
    question,
  );

const OPPOSITE = { paid: "pays", pays: "paid" } as const;

/** Which way the money goes and of what kind it is, the likeliest first. */
function askedFor(reading: Reading, pivot: string, open: boolean): Asked {
  const { question } = reading;
  const kinds: (readonly FigureOf[])[] = GUARANTEES.test(question)
    ? [["guarantee"]]
    : LENDS.test(question)
      ? [["debt"]]
      : INVESTS.test(question) && !CONTRACTS.test(question)
        ? [["equity"]]
        : CONTRACTS.test(question)
          ? [["contract"]]
          : [["contract"], ["equity"]];
  const way = wayOf(reading, pivot);
  return { ways: open || way.sure ? [way.likely] : [way.likely, OPPOSITE[way.likely]], kinds };
}

/** "Who gets the most from OpenAI" is paid by it, "who pays CoreWeave the most" pays it. */
function wayOf({ question, names }: Reading, org: string): { likely: Way; sure: boolean } {
  if (PAYERS.test(question) && !PAYEES.test(question)) return { likely: "paid", sure: true };
  if (PAYEES.test(question) && !PAYERS.test(question)) return { likely: "pays", sure: true };
  const pivot = orgsNamed({ names }).find((one) => one.org === org);
  const before = question.slice(0, pivot?.start ?? 0);
  const behind = question.slice(pivot?.end ?? 0);
  // "How much more did it get from A than from B": the others pay.
  if (GETS.test(behind) && /\bfrom\b/i.test(behind)) return { likely: "paid", sure: true };
  if (/\b(?:from|by)\s+(?:the )?$/i.test(before) || /\b(?:gets?|got|receives?|earns?|wins?|won|owed)\b/i.test(question))
    return { likely: "pays", sure: true };
  if (/\b(?:commit|pledg|promis)\w*\b/i.test(question)) {
    if (/^(?:['’]s?)? (?:\w+ )?(?:commitments?|pledges?|promises?)\b/i.test(question.slice(pivot?.end ?? 0)))
      return { likely: "pays", sure: true };
    if (/\bto\s+$/i.test(before)) return { likely: "paid", sure: true };
  }
  const does = /\b(?:does|did|has|have|is|do)\s+$/i.test(before);
  if (
    does &&
    /^\s+(?:\w+ ){0,2}(?:pay|put|invest|spen[dt]|commit|promis|pledg|sign|ow)/i.test(question.slice(pivot?.end ?? 0))
  )
    return { likely: "pays", sure: true };
  return { likely: "paid", sure: false };
}

const between = ({ library, asOf }: Reading, org: string, pivot: string, way: Way, of: readonly FigureOf[]): Paid[] =>
  way === "paid" ? moneyBetween(library, org, pivot, of, asOf) : moneyBetween(library, pivot, org, of, asOf);

const MOST_SIDES = 5;
const JOINED =
  /^(?:['’]s?)?\s*(?:,|\/|\bor\b|\bvs\.?|\bversus\b|\bagainst\b|,\s*or\b)\s*(?:(?:by|with|from|to|at|for|in|is|does|has)\s+)*$/i;
const WITH = /\b(?:into|in|on|to|with|from|at|for|by|of)\s+$/i;
const LISTED = /^\s*(?:,|\/|,?\s*(?:or|and|vs\.?))\s*$/i;

/** Which of the names stand against each other, and which other they all are with. */
function sidesIn({ question, names, library }: Reading): { pivot: string; sides: string[] } | null {
  const all = orgsNamed({ names });
  if (names.orgs.length < 3 || names.orgs.length > MOST_SIDES) return null;
  const sides = joined(question, all) ?? thanOther(question, all);
  if (!sides) return null;
  const others = names.orgs.filter((org) => !sides.includes(org));
  const [pivot, ...more] = others;
  if (!pivot || more.length > 0) return null;
  return sides.some((org) => family(library, org).has(pivot)) ? null : { pivot, sides };
}

/** The organisations that stand in such a row. */
export const joinedOrgs = (reading: Reading): string[] | null => joined(reading.question, orgsNamed(reading));

/** "A or B", "A vs. B", "A, B or C": names with nothing else between them. */
function joined(question: string, all: readonly Named[]): string[] | null {
  for (const [at, first] of all.entries()) {
    const run = [first];
    // "Of A, B and C, who …": "and" joins those of whom one is meant.
    const ofThem = FIRST_ROW.test(question.slice(0, first.start));
    let told = ofThem;
    for (const next of all.slice(at + 1)) {
      const last = run.at(-1) ?? first;
      const text = question.slice(last.end, next.start);
      if (!JOINED.test(text) && !(LISTED.test(text) && (ofThem || !/\band\b/i.test(text)))) break;
      told ||= /\b(?:or|vs|versus|against)\b|\//i.test(text);
      run.push(next);
    }
    // "Who has put more into C, A or B".
    if (run.length === all.length && run.length > 2 && WITH.test(question.slice(0, first.start))) run.shift();
    const orgs = [...new Set(run.map(({ org }) => org))];
    if (orgs.length > 1 && told) return orgs;
  }
  return null;
}

/** "Has A invested more in C than B", "is A a bigger C customer than B", "C's total with A against that with B". */
function thanOther(question: string, all: readonly Named[]): string[] | null {
  const than = THAN.exec(question);
  if (!than) return null;
  const second = all.find(({ start }) => start >= than.index);
  const before = all.filter(({ end }) => end <= than.index);
  const [first, other] = before;
  if (!second || !first || !other || before.length > 2 || all.indexOf(second) < all.length - 1) return null;
  const owns = ({ start, end }: Named) =>
    /['’]s?$/.test(question.slice(start, end)) || /^['’]s?\b/.test(question.slice(end));
  const behind = (one: Named) => /\b(?:with|from|to|in|into|at|by)\s+(?:the )?$/i.test(question.slice(0, one.start));
  // Those behind the same word stand against each other, as do two whose money it is.
  const own = /\b(?:with|from|to|in|into|at|by) /i.test(than[0].replace(CONNECTS, ""));
  const side = behind(other) && (own || (owns(first) && !owns(second))) ? other : first;
  return [(owns(first) && /\b(?:its|their)\b/i.test(than[0]) ? other : side).org, second.org];
}
const CONNECTS = /^(?:than|vs\.?|versus|against|compared (?:to|with)|to)\s+/i;
const THAN =
  /\b(?:(?:than|vs\.?|versus|against|compared (?:to|with))\s+|to (?=(?:its|their|that)\b))(?:(?:its|their|the|that|those|by|with|from|to|at|in|into|total|what|does|has) )*/i;

/** Of companies that are named and have one figure each these stand side by side; else they are added up. */
function planOf(
  reading: Reading,
  sums: readonly SumOf[],
  { pivot, way, of }: { pivot: string; way: Way; of: readonly FigureOf[] },
  superlative?: { ascending: boolean; place: number } | null,
): PlanInput | null {
  const { dates } = reading;
  const each = sums.flatMap(({ paid }) => (paid.length === 1 ? paid : []));
  if (!superlative && !RATIO.test(reading.question) && each.length === sums.length && isOfOneType(each))
    return {
      kind: "compare-figures",
      sides: each.map(({ record: { type, id }, figure }) => ({ [type]: id, figure })),
      asOf: dates.asOf,
    };
  return planOfSums(
    reading,
    sums,
    `${(TITLES[of[0] ?? "other"] ?? TITLES.contract)?.[way]} ${orgName(reading.library, pivot)}`,
    superlative,
  );
}

const isOfOneType = (paid: readonly Paid[]): boolean => new Set(paid.map(({ record }) => record.type)).size === 1;
const TITLES: Partial<Record<FigureOf, Record<Way, string>>> = {
  contract: { paid: "contracts with", pays: "contracts with" },
  equity: { paid: "money put into", pays: "investments of" },
  debt: { paid: "loans to", pays: "loans from" },
  guarantee: { paid: "guarantees for", pays: "guarantees by" },
};
