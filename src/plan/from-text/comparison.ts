/** "A vs B", "is A or B larger", "which came first, A or B": each side is looked for by its own words and what all share. */

import { stateOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { kindsSaid } from "../../knowledge/kinds-said.ts";
import { readNames } from "../../knowledge/resolve.ts";
import type { PlanInput, PlanOf } from "../plan.ts";
import { HISTORY } from "./asks.ts";
import { measuresIn, saysSeveral } from "./measures.ts";
import { measuresCompared } from "./measures-compared.ts";
import { severalMetrics } from "./metric.ts";
import { areOfThoseNamed } from "./nameless-side.ts";
import { saysExtent } from "./pairs/extents.ts";
import { lossAgainstRevenue } from "./pairs/loss-against-revenue.ts";
import { isInMoney } from "./pairs/operation.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { areOfOwner } from "./same-owner.ts";
import { SHARES, type Side, sidesMeant, type Want } from "./side-meant.ts";
import { sidesOf } from "./sides.ts";
import { clausesOf } from "./two-clauses.ts";
import { planForTwo, twoBetween } from "./two-of-them.ts";

const MORE =
  "larger|bigger|higher|smaller|lower|cheaper|dearer|costlier|pricier|more|most|less|fewer|longer|shorter|earlier|later|sooner|older|newer|firmer|first|before";
/** "How much more compute did it have in 2025 than in 2024". */
const THAN = String.raw`\b(?:more|less|fewer|higher|lower|larger|bigger)\b.*\bthan\b`;
/** Asks which of several is more, or for several at once. */
const ASKS_BOTH = new RegExp(
  String.raw`\b(?:vs\.?|v\.?|versus|(?:${MORE}) than|compare[ds]?|comparison|(?<!(?:loans?|borrow\w*|secured|collateral|bets?|lend\w*|lent|vot(?:es?|ed|ing)|cast|law ?suits?|suits?|complaints?|protests?|ruled?)\s)against|difference between|differ(?:s|ed|ent)? from|side by side|next to each other|alongside|(?:set|held|put) (?:beside|next to)|stacked up next to|in comparison|gap|spread|delta|(?:c[oa]me|happened|announced|signed|struck|agreed|closed?|land(?:ed)?) (?:before|after)(?! (?:the end|20\d\d|20\d\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|predate[sd]?|preceded?|how (?:much|many)\b.+\band how (?:much|many))\b|${THAN}|\bboth\b.*\b(?:which|who(?:se)?)\b.*\b(?:${MORE})\b|\b(?:${MORE}|larger|which|who(?:se)?|or)\b.*\bor\b|\bor\b.*\b(?:${MORE})\b`,
  "i",
);
const POWER = /\b(?:gw|mw|gigawatts?|megawatts?|capacity|power|output|full build(?:-?out)?)\b/i;
const MONEY =
  /\b(?:worth|value|dollars?|money|price|cost|costs|spend\w*|pay\w*|paid|promised|committed|raise[ds]?|put in|in for|cheques?|bill|rents?|fees?|monthly|debt|loans?|equity|funding|financing|\$|usd|valu\w+|post-?money)\b|\$/i;
const STAKE =
  /(?<!\b(?:its|their|his|her|my|our)\s|['’]s?\s)\bowns?\b|\b(?:owned|stakes?|hold(?:s|ing)?|shareholding|percent\w*)\b|%/i;
/** What one share or unit costs, which is no worth of a deal. */
const PRICE = gated(
  /\b(?:exercise|strike|offer|issue|ipo|listing|share|closing) prices?\b|\bprices? (?:per|for each|a) share\b|\b(?:pay|pays|paid|cost) (?:per|for each|a) share\b/i,
);
/** A site is as large as its power. */
const SITES = gated(/\b(?:campus(?:es)?|sites?|data ?cent(?:er|re)s?)\b/i);
const THINGS = gated(
  /\b(?:how many|more|most|fewer|number of|count of) (?:nvidia |amd )?(?:gpus?|tpus?|chips?|accelerators?|buildings?|jobs?|homes?)\b|\b(?:gpus?|tpus?|chips?|accelerators?|buildings?|jobs?)\s*[:?]|\bin (?:gpus|tpus|chips)\b|\b(?:gpu|tpu|chip|building|job)s? (?:count|number|total)s?\b/i,
);

type Attribute = Exclude<PlanOf<"compare">["attribute"], "all" | "value" | "capacity">;
/** What of whole deals is compared; the first that fits. */
const OF_DEALS: readonly (readonly [Attribute, RegExp])[] = [
  ["per-mw", /\b(?:per|a|each|\/)\s?(?:mws?|megawatts?)\b|\$\s?\/\s?mw/i],
  ["per-gw", /\b(?:per|a|each|\/)\s?(?:gws?|gigawatts?)\b|\$\s?\/\s?gw/i],
  [
    "per-year",
    /\b(?:(?:per|a|each|every) (?:lease )?year\b(?! (?:earlier|ago|before|later|after))|annually|yearly|annuali[sz]ed)/i,
  ],
  [
    "ends",
    /\b(?:expir(?:es?|ed|y)|matur(?:es?|ed|ity)|runs? out|laps(?:es?|ed)|exercis(?:ed|able)|ends)\b.*\b(?:first|last|later|earlier|sooner|longer|shorter)\b|\b(?:later|earlier|sooner|longer|shorter)\b.*\b(?:expir(?:es|y)|matur(?:es|ity)|end dates?|exercis(?:ed|able))\b|\bwarrants?\b.*\b(?:longer|shorter)\b|\b(?:longer|shorter)\b.*\bwarrants?\b/i,
  ],
  [
    "completed",
    /(?<!\b(?:first|second|third|1st|2nd) )\b(?:clos(?:ed?|ing)|complet\w*|done|finish\w*)\b.*\b(?:first|earlier|sooner|later|before|after)\b|\b(?:first(?! clos)|earlier|sooner)\b.*\b(?:clos(?:ed?|ing)|complet\w*)\b/i,
  ],
  [
    "signed",
    /\bsign(?:ed|ing)?\b.*\b(?:first|earlier|sooner|later|before|after)\b|\b(?:first|earlier|sooner)\b.*\bsign(?:ed|ing)?\b/i,
  ],
  [
    "starts",
    /\b(?:re-?starts?|starts? (?:up|running|operating|delivering)|open(?:s|ed)?|comes? (?:back )?(?:online|on line|on stream)|com(?:e|es) back|go(?:es)? (?:live|online)|(?:be|is|are) (?:ready|running|online|live|back|operational)|energi[sz]ed|deliver(?:s|ed)? (?:power|first)|first power|ready)\b.*\b(?:first|sooner|earlier|before|later)\b|\b(?:first|sooner|earlier) to (?:open|start|restart|come|go|deliver)\b/i,
  ],
  [
    "announced",
    /\bpredate[sd]?\b|\bpreceded?\b|\b(?:came|come|was|were|is|announced|happened|started|struck|which|who|agreed)\b(?:(?!\b(?:vs|versus|against)\b).){0,40}\b(?:first|earlier|sooner|later|older|newer|(?:before|after)(?= \w)|more recent)\b|\bdates?\b|(?:^|[,.;:?]\s*|\band )when\b|\bwhen (?:did|do|does|was|were|is|are|had|has)\b/i,
  ],
  [
    "term",
    /\b(?:longer|shorter|longest|shortest|how long|(?<!(?:%|percent(?:age)?|dollars?|money|power|absolute|cash|gw|mw|relative|\bin) )terms?|lengths?|durations?|runs? (?:for|until|to)|lasts|(?<!\b(?:its|their|the|at|in) )last(?! (?:round|raise|valuation|time|year|quarter|month)))\b/i,
  ],
  [
    "status",
    /\b(?:status|firm(?:er|est)|more (?:binding|certain|solid|likely)|how (?:firm|real)|f[au]rther along|further ahead|dead|alive)\b/i,
  ],
];

/** "Who guarantees A's or B's leases", "which banks called it A or B" ask for somebody, and for no verdict. */
const WHO_FOR = gated(
  /^\W*(?:so |and )?who(?:['’]s| is| are)? (?:guarantee(?:s|ing)|backstop(?:s|ping)|lends?|lending|buil(?:ds|ding)|suppl(?:ies|ying)|financ(?:es|ing)|runs|running|operates)\b(?!.*\b(?:more|most|larger|bigger|less|vs)\b)|^\W*(?:so |and )?(?:who|which)\b.{0,40}\b(?:called|labell?ed|described|likened|branded)\b(?!.*\b(?:more|larger|bigger|less|vs)\b)/i,
);

/** "What was the plan before it joined Stargate": one thing at an earlier time, and no second one. */
const BEFORE_IT_BECAME = gated(
  /\bbefore (?:it|they|that|this|he|she) (?:joined|became|was|were|got|grew|went|turned|got|had)\b/i,
);

/** "Can it take more than 100 MW": a limit is asked for, and no second deal. */
const MAY_EXCEED = gated(/\b(?:can|could|may|might|allowed to|able to)\b.{1,60}\b(?:more|less) than\s+[$€£]?\d/i);

export const comparison: ReadRule = {
  name: "comparison",
  read(asked) {
    const { question } = asked;
    if (
      !(ASKS_BOTH.test(question) || clausesOf(asked).length > 1) ||
      HISTORY.test(question) ||
      WHO_FOR.test(question) ||
      BEFORE_IT_BECAME.test(question) ||
      MAY_EXCEED.test(question)
    )
      return null;
    if (isOfPersonUnsaid(asked)) return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) };
    const lost = lossAgainstRevenue(asked);
    if (lost) return lost;
    // The days of the sides tell them apart; none of them is one to answer as of.
    const asOf = /\bas (?:of|at|known)\b/i.test(question) ? asked.dates.asOf : null;
    const valued = areCompaniesValued(asked);
    const said = valued ? question.replace(WORTH_MORE, "valued higher") : question;
    const names = valued ? readNames(asked.library, said) : asked.names;
    const reading: Reading = {
      ...asked,
      question: said,
      names,
      dates: { ...asked.dates, asOf },
      asOf: asOf ?? asked.library.completeTo,
    };
    const measures = measuresIn(question);
    // "More revenue in 2025 than it will spend on compute in 2026": two things are measured, and neither of both years.
    const ofTwoKinds = saysSeveral(question) ? measuresCompared(withOwners(reading)) : null;
    if (ofTwoKinds) return ofTwoKinds;
    const measured = measures.length > 0 ? severalMetrics(withOwners(reading), measures) : null;
    if (measured) return measured;
    const two = twoBetween(reading);
    const texts = two ? [] : sidesOf(reading).slice(0, 6);
    if (!two && texts.length < 2) return null;
    const asksOf = OF_DEALS.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
    // "Is the second larger than the first" asks for no dates.
    const attribute = valued || (asksOf === "announced" && SIZED.test(question)) ? null : asksOf;
    if (two) return planForTwo(reading, two, attribute, countedAs(wantsOf(question)[0] ?? "money"));
    const ofDeals = attribute === null || measures.length > 0 ? null : dealsOf(reading, texts);
    if (ofDeals && attribute) return { kind: "compare", deals: ofDeals, attribute, asOf };
    // How long each runs is said by no amount of theirs.
    if (attribute === "term" && !MONEY.test(question) && !POWER.test(question)) return null;
    let best: { sides: Side[]; want: Exclude<Want, "record"> } | null = null;
    const wants = ownsShares(reading) ? (["stake"] as const) : wantsOf(question);
    for (const want of wants) {
      const sides = sidesMeant(reading, texts, want);
      // Of sites without a price the power is compared.
      const whole = sides?.every((side) => hasAmount(reading, side, want, wants.length > 1 && SIZED.test(question)));
      if (sides && (best === null || whole)) best = { sides, want };
      if (whole) break;
    }
    // What a side without a name is of is on no record, then.
    if (best && !areOfThoseNamed(reading, best.sides))
      return {
        kind: "decline",
        reason: "undisclosed",
        about: question.slice(0, 200),
        near: best.sides.slice(0, 1).flatMap(({ deal }) => deal ?? []),
      };
    return best &&
      areOfOwner(
        reading,
        best.sides.map(({ deal, metric }) => deal ?? metric),
      )
      ? planFor(reading, best.sides, best.want)
      : null;
  },
};

/** Whether the side has something to compare; where nothing says of what, the deal's own money or power. */
function hasAmount({ library, asOf }: Reading, { deal, figure, metric }: Side, want: Want, own: boolean): boolean {
  const record = library.deals.get(deal ?? "");
  const state = record && stateOn(record, asOf);
  const stands = state && (want === "money" ? state.money : want === "power" ? state.size : null);
  const meant = state?.figures.find((entry) => entry.figure.id === figure)?.figure;
  if (own && want === "money" && deal !== null) return Boolean(stands) || meant?.of === "estimate";
  return figure !== null || metric !== null || (want === "power" && stands?.figure.unit === "GW");
}

const WORTH_MORE = gated(/\b(?:worth|valuable)\b(?: (?:more|less|most))?|\b(?:more|less|most) valuable\b/i);
const DEALS_WORTH = gated(
  /\b(?:deals?|contracts?|agreements?|leases?|loans?|bonds?|stakes?|orders?|commitments?|partnerships?|ventures?|campus(?:es)?|sites?|investments?|purchases?|licen[cs]es?|backstops?|shares?)\b/i,
);

/** "Is OpenAI worth more than Anthropic": companies alone are worth what they were last valued at, and none of their deals. */
function areCompaniesValued({ question, names: { orgs, deals, places, people } }: Reading): boolean {
  return (
    WORTH_MORE.test(question) &&
    orgs.length === 2 &&
    deals.length + places.length + people.length === 0 &&
    !DEALS_WORTH.test(question)
  );
}

/** What a person owns is no stake of a company: it is on record where the label of a stake says the person's name. */
function isOfPersonUnsaid({ names, library, question }: Reading): boolean {
  if (names.people.length === 0 || !STAKE.test(question) || isInMoney(question)) return false;
  const labels = names.orgs
    .flatMap((org) => library.dealsOf.get(org) ?? [])
    .flatMap(({ events }) => events.flatMap(({ figures = [] }) => figures))
    .flatMap(({ of, label }) => (of === "stake" ? [label] : []));
  const surname = (id: string) => library.people.get(id)?.name.split(" ").at(-1) ?? id;
  return names.people.some((id) => !labels.some((label) => label.includes(surname(id))));
}

/** What is compared: as the question says, else money, or what the sides have. */
function wantsOf(question: string): Exclude<Want, "record">[] {
  if (PRICE.test(question)) return ["price"];
  if (SHARES.test(question) && !MONEY.test(question)) return ["count"];
  if (STAKE.test(question) && !isInMoney(question)) return ["stake"];
  if (THINGS.test(question)) return ["count"];
  if (MONEY.test(question)) return ["money"];
  return POWER.test(question)
    ? ["power"]
    : SITES.test(question) && SIZED.test(question) && (ONE_PLACE.test(question) || !PLANS.test(question))
      ? ["power", "money", "count"]
      : ["money", "power", "count"];
}

const ONE_PLACE = gated(/\b(?:campus(?:es)?|sites?)\b/i);
/** What is planned in all is money, and no one site. */
const PLANS = gated(/\b(?:plans?|programmes?|programs?|pledges?|budgets?|packages?|drive|push)\b/i);

/** "Google's share of Anthropic vs its share of TeraWulf": a share of a company is a stake, once for each side. */
function ownsShares({ question, names }: Reading): boolean {
  const shares = names.mentions.filter(
    ({ start, refs }) =>
      refs.some(({ type }) => type === "org") && /\bshare (?:of|in) $/i.test(question.slice(0, start)),
  );
  return shares.length > 1;
}

function dealsOf(reading: Reading, texts: readonly string[]): string[] | null {
  const sides = texts.length <= 3 ? sidesMeant(reading, texts, "record") : null;
  const deals = [...new Set(sides?.flatMap(({ deal }) => deal ?? []) ?? [])];
  return deals.length === texts.length ? deals : null;
}

/** "Alphabet capex 2025" is a metric's name, and says whose it is. */
function withOwners(reading: Reading): Reading {
  const { names, library } = reading;
  const owners = names.mentions.flatMap(({ refs }) =>
    refs.flatMap((ref) => (ref.type === "metric" ? (library.metrics.get(ref.id)?.subjects.slice(0, 1) ?? []) : [])),
  );
  return { ...reading, names: { ...names, orgs: [...new Set([...names.orgs, ...owners])] } };
}

const INVESTED = gated(/\binvest(?:ments?|ed|ing|s)?\b/i);
/** Words that ask for one verdict on amounts, rather than for all that is known of both. */
const SIZED = gated(
  /\b(?:larger|bigger|higher|smaller|lower|size|sizes|largest|biggest|(?:more|most|fewer|fewest|less|least) (?:in )?(?:megawatts?|gigawatts?|mws?|gws?|power|capacity|compute|money|dollars|expensive|costly))\b/i,
);

/** A price is money. */
const countedAs = (want: Exclude<Want, "record">): PlanOf<"compare-figures">["of"] =>
  want === "price" ? "money" : want;

function planFor({ question, dates }: Reading, sides: readonly Side[], want: Exclude<Want, "record">): PlanInput {
  const of = countedAs(want);
  const deals = sides.flatMap((side) => side.deal ?? []);
  const plain =
    want === "money" &&
    !INVESTED.test(question) &&
    !POWER.test(question) &&
    !MONEY.test(question) &&
    !SIZED.test(question) &&
    !saysExtent(question) &&
    kindsSaid(question).length === 0 &&
    new Set(deals).size === sides.length;
  if (plain && sides.length <= 3) return { kind: "compare", deals, attribute: "all", asOf: dates.asOf };
  return { kind: "compare-figures", sides: [...sides], of, asOf: dates.asOf };
}
