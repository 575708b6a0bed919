/** What is asked of a company as a whole and no record has: said so, before something beside it is taken for an answer. */

import type { Measure } from "../../../knowledge/schema.ts";
import { mentionsWith } from "../../knowledge/directions.ts";
import { gated } from "../../knowledge/gated.ts";
import { fitsPeriod, isAfter } from "../../knowledge/metrics.ts";
import { patternTable } from "../../knowledge/pattern-table.ts";
import { family } from "../../knowledge/resolve.ts";
import { unrecordedOf } from "./company-named.ts";
import { CASH, measuresIn } from "./measures.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { readSum } from "./sums/sum.ts";

const ELECTRICITY = "use of electricity or water";
/** Water for each kilowatt-hour is a rate, and no use in all. */
const PER_ENERGY = /\b(?:per|a|each) ?(?:[kmgt]wh|kilowatt[- ]hour|megawatt[- ]hour)\b|\bwue\b/i;
const CAPEX = "capital spending";
/** What a site costs to build is its own figure, and none of the company's. */
const OF_A_SITE = gated(
  /\b(?:capex|capital (?:expenditures?|spending))\b.{0,12}\b(?:on|of|for|at) .{0,40}\b(?:campus|site|data ?cent(?:er|re)|facility|plant)\b(?!s)|\b(?:campus|site|data ?cent(?:er|re)|facility|plant) capex\b/i,
);

/** `told`: words of a sentence that would hold it. */
const ASKED: readonly { name: string; pattern: RegExp; told: RegExp; measures: readonly Measure[] }[] = [
  {
    name: "revenue for a gigawatt",
    pattern: /\brevenues?\b.{0,40}\b(?:per|each|a) (?:gw|gigawatt)\b/i,
    told: /\brevenues?\b.{0,40}\b(?:per|each|a) (?:gw|gigawatt)\b/i,
    measures: [],
  },
  {
    name: "number of employees",
    pattern:
      /\b(?:headcount|head count|workforce|staff(?:ing)?|employees?(?! (?:tranche|shares?|stock|allot\w+|allocation|sales?|tender|program\w*|lock\w*|stake))|(?:how many|number of) (?:\w+ ){0,3}?(?:people|persons|engineers|workers|staff|employees|folks|technicians|guards|executives|lawyers|salespeople)(?! (?:use|voted))|people (?:work|employed))\b/i,
    told: /\b(?:headcount|employs?|employees?|workforce|staff)\b/i,
    measures: [],
  },
  {
    name: "share price",
    pattern:
      /\b(?:(?:stock|share) price|(?:stock|shares?) (?:is |are )?(?:trading|worth|at(?! (?:an?|the|its|their|any) (?:ipo|listing|float|close|closing|end|time|start|exit|sale)))|trading at|stock quote|market cap(?:itali[sz]ation)?)\b/i,
    told: /\b(?:share price|stock price|traded|market value|market cap\w*|shares (?:rose|fell|closed|jumped|dropped))\b/i,
    measures: ["valuation"],
  },
  {
    name: "market value",
    pattern:
      /^(?:\W*(?:so|and|but|ok),? )*(?:how much|what)(?:['’]s| is| are) (?:(?!(?:deals?|contracts?|agreements?|stakes?|leases?|orders?|loans?|rounds?|sites?|campus|project|warrants?|bonds?|partnership|purchase)\b)[\p{L}.&-]+ ){1,3}worth(?: now| today| these days)*\W*$/iu,
    told: /\b(?:market value|market cap\w*)\b/i,
    measures: ["valuation"],
  },
  {
    name: "margin",
    pattern: /\b(?:(?:gross|net|operating|profit|ebitda) margins?|margins?)\b/i,
    told: /\bmargins?\b/i,
    measures: ["gross-margin"],
  },
  {
    name: "day of breaking even or turning a profit",
    pattern:
      /\b(?:break(?:s|ing)?[- ]?even|broke even|(?:turn(?:s|ed|ing)?|become?s?|became|be|get(?:s|ting)? to) (?:a )?profit(?:able|ability)?|(?:reach(?:es|ed)?|hit|until|by) profitability|in the black)\b/i,
    told: /\b(?:break(?:s|ing)?[- ]?even|profitab\w+)\b/i,
    measures: [],
  },
  {
    name: "profit or loss",
    pattern:
      /\b(?:net income|net loss|profits?|profitable|earnings|ebitda|eps|losses|(?:lose|losing|making)(?: any)? money|in the red)\b/i,
    told: /\b(?:net income|operating income|loss(?:es)?|profit\w*|earnings|ebitda)\b/i,
    measures: ["operating-loss", "net-loss", "costs"],
  },
  {
    name: "revenue",
    pattern:
      /\b(?:revenues?|turnover|sales figures?|annual sales)\b(?! shar)|^(?:\W*(?:so|and|but|ok),? )*(?:how much|what) (?:does|did|do|is|are) [\w.& -]{2,30} (?:earn|earning|make|making|take in)(?: a year| in (?:a year|all|total)| every year)?\W*$/i,
    told: /\b(?:revenues?|turnover|sales)\b/i,
    measures: ["revenue", "run-rate-revenue", "revenue-target", "revenue-share"],
  },
  {
    name: "cash at hand",
    pattern: CASH,
    told: /\b(?:cash (?:pile|reserves?|on hand|at hand|balance|position)|cash and (?:cash )?equivalents|(?:had|has|held|holds) (?:about |some )?[$€£]\S+ (?:billion |million )?(?:in|of) cash)\b/i,
    measures: ["cash"],
  },
  {
    name: "cash burn",
    pattern: /\b(?:cash burn|burn rate|burning)\b/i,
    told: /\bburn\w*\b/i,
    measures: ["cash-burn"],
  },
  {
    name: "interest bill",
    pattern:
      /\bhow much interest (?:does|do|is|are|will|did|has) [^,;?]{2,30} (?:pay|paying|paid|owe)(?: a year| in all| in total)?\W*$/i,
    told: /\binterest (?:payments?|costs?|expenses?|bill)\b/i,
    measures: [],
  },
  {
    name: "total debt",
    pattern:
      /\b(?:how much|what) (?:debt|money)? ?(?:does|do|has|have|is) [^,;?]{2,40} (?:owe|in debt|have in debt)(?: in total| altogether| overall| now| today)*\W*$|\bhow much (?:total )?debt (?:does|do|has|have|is) [^,;?]{2,40} (?:have|got|hold|carry|owe|on|under|taken on)\b(?! (?:for|at)\b)|\b(?:debt (?:load|pile|mountain|burden)|how (?:indebted|leveraged)|leverage ratio|net debt)\b|^(?:\W*(?:so|and|but|ok),? )*(?:what(?:['’]s| is) )?[\w.& -]{2,30}['’]s (?:total |overall )?debt\W*$/i,
    told: /\b(?:total|long-term|net) (?:debt|borrowings?)\b/i,
    measures: ["debt"],
  },
  {
    name: "backlog",
    pattern: /\b(?:backlog|rpo|remaining performance obligations?|(?<!\bbonds?\b.*)order book(?!.*\bbonds?\b))\b/i,
    told: /\b(?:backlog|performance obligations?|order book)\b/i,
    measures: ["backlog"],
  },
  {
    name: CAPEX,
    pattern: /\bcapex\b|\bcapital (?:expenditures?|spending)\b/i,
    told: /\b(?:capex|capital (?:expenditures?|spending))\b/i,
    measures: ["capex", "capex-guidance"],
  },
  {
    name: "founding or head office",
    pattern:
      /\b(?:(?:when|where|who|what year|which year)\b(?!.*\b(?:campus|site|data cent\w+|plant|venture|fund)\b).{0,30}\b(?:founded|incorporated|headquartered|based)|head ?quarters?|head office|hq|founding (?:date|year)|year of founding)\b/i,
    told: /\b(?:founded by|founded in|headquarter\w*|head office|based in)\b/i,
    measures: [],
  },
  {
    name: ELECTRICITY,
    pattern:
      /\bhow much (?:electricity|energy|power|water)\b.{0,40}\b(?:use[sd]?|using|consum\w+|drew|burn\w*|guzzl\w+)\b|\b(?:electricity|energy|water) (?:use(?! effect)|usage(?! effect)|consumption)\b/i,
    told: /\b(?:consum\w+|electricity use|uses? (?:about|up to|some))\b/i,
    measures: [],
  },
  {
    name: "account of where the money comes from",
    pattern:
      /\bhow (?:does|do|did|will|is|are) [^,;?]{2,30} (?:make|making|earn|earning) (?:its |their |any |all )*(?:money|revenue)\b|\bbusiness model\b|\bwhere (?:does|do) (?:all )?[^,;?]{2,30}['’]s (?:money|revenue|income|sales) comes? from\b/i,
    told: /\b(?:subscri\w+|revenue (?:comes|came) (?:mostly |mainly )?from)\b/i,
    measures: [],
  },
  {
    name: "dividend",
    pattern: /\bdividends?\b/i,
    told: /\bdividends?\b/i,
    measures: [],
  },
];

const hasNumbers = (reading: Reading): boolean =>
  readSum(reading).terms.filter(({ kind }) => kind !== "year").length > 1;

/** What somebody expects of a time to come may be on record. */
const AHEAD = /\b(?:expect\w*|forecasts?|guid\w+|targets?|plan\w*|project\w+|aim\w*|will|would|by|until|due)\b/i;

const OBSERVERS: ReadonlySet<string> = new Set(["analyst", "media", "bank"]);

const KINDS = patternTable(ASKED, ({ pattern }) => pattern);

export const unrecorded: ReadRule = {
  name: "unrecorded",
  read(reading) {
    const { question, library, names, dates } = reading;
    const org = names.orgs[0];
    // What analysts and banks say is of others.
    if (
      !org ||
      OBSERVERS.has(library.organisations.get(org)?.kind ?? "") ||
      names.orgs.length > 1 ||
      names.deals.length > 0
    )
      return null;
    if (dates.period && isAfter(dates.period, library.completeTo) && measuresIn(question).length > 0) {
      const points = library.knowledge.metrics.flatMap((metric) =>
        metric.subjects.includes(org) ? metric.points : [],
      );
      if (!points.some((point) => fitsPeriod(point.period, dates.period ?? "")))
        return unrecordedOf(library, org, "figure", ` for ${dates.period}`);
    }
    const [later] = dates.mentioned.filter(
      (date) => date.length > 4 && date > library.completeTo.slice(0, date.length),
    );
    if (later !== undefined && dates.mentioned.length === 1 && measuresIn(question).length > 0 && !AHEAD.test(question))
      return unrecordedOf(library, org, "figure", ` for ${later}`);
    // What somebody uses at a place is asked of the site.
    const asked = KINDS.open(question).find(
      ({ pattern, name }) =>
        pattern.test(question) &&
        !(name === ELECTRICITY && (names.places.length > 0 || PER_ENERGY.test(question))) &&
        !(name === CAPEX && (names.places.length > 0 || OF_A_SITE.test(question))),
    );
    // With two numbers given it is worked out, whoever's they are.
    if (
      !asked ||
      hasNumbers(reading) ||
      names.mentions.some((mention) => mention.refs.some((ref) => ref.type === "metric"))
    )
      return null;
    const group = family(library, org);
    const measured = library.knowledge.metrics.some(
      (metric) =>
        metric.subjects.some((subject) => group.has(subject) || family(library, subject).has(org)) &&
        [metric.measure, ...metric.points.map((point) => point.measure)].some((one) => asked.measures.includes(one)),
    );
    if (measured || [...group].some((one) => mentionsWith(library, [one], asked.told))) return null;
    return unrecordedOf(library, org, asked.name);
  },
};
