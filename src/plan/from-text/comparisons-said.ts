/** Two that are compared, however it is put, in the words of the rules: "monthly fee: Google's or Anthropic's the fatter one?", "A vs B: whose is larger". */
import { gated } from "../../knowledge/gated.ts";
import { patternTable } from "../../knowledge/pattern-table.ts";

const LARGER =
  "(?:larger|bigger|higher|greater|fatter|heftier|chunkier|beefier|meatier|juicier|weightier|richer|dearer|pricier|costlier|steeper)";
const SMALLER = "(?:smaller|lower|cheaper|lighter|leaner)";
const ONE = String.raw`[\p{L}\d.&’' -]{2,40}?`;

/** A name, as it is written. */
const OWNER = String.raw`[\p{Lu}][\p{L}\d.&-]*(?: [\p{Lu}][\p{L}\d.&-]*){0,2}`;
/** What somebody has put into somebody. */
const PUT_IN = "(?:total |whole |equity )?(?:investment|che(?:que|ck)|stake|holding|shareholding)";

/** Behind two that are valued: by what was last paid. */
const ON_LAST = String.raw`(?:,? (?:now|today|currently|these days|at (?:the )?(?:moment|present)|(?:on|at|after|by|in|since|following) (?:their|the|both|its)(?: two| both)?(?: (?:latest|last|newest|most recent|current|new|20\d\d))* (?:rounds?|raises?|valuations?|marks?|prices?|funding(?: rounds?)?)))?`;

type Found = Readonly<Record<string, string>>;
const SAID: readonly (readonly [RegExp, (found: Found) => string])[] = [
  // "Monthly fee to SpaceX: Google's or Anthropic's the fatter one?"
  [
    new RegExp(
      String.raw`^\W*(?<m>[^:?]{4,80}?)\s*:\s*(?<a>${ONE})['’]s or (?<b>${ONE})['’]s (?:(?:is|was) )?(?:the )?(?<way>${LARGER}|${SMALLER})(?: one)?[\s?.!]*$`,
      "iu",
    ),
    ({ m = "", a = "", b = "", way = "" }) => `which is ${plainly(way)}: ${a}'s ${m} or ${b}'s ${m}?`,
  ],
  // "Amazon vs Microsoft: whose investment in India is larger"
  [
    new RegExp(
      String.raw`^\W*(?<a>${ONE})(?:['’]s)? (?:vs\.?|versus|against|or) (?<b>${ONE})(?:['’]s)?\s*[:,–—-]+\s*whose (?<m>.{3,80}?) (?:is|was|are|were) (?:the )?(?<way>${LARGER}|${SMALLER})(?: one)?[\s?.!]*$`,
      "iu",
    ),
    ({ m = "", a = "", b = "", way = "" }) => `whose ${m} is ${plainly(way)}, ${a}'s or ${b}'s?`,
  ],
  // "Amazon's and Google's investment in Anthropic": each of the two is in whom is said once.
  [
    new RegExp(
      String.raw`^(?<lead>.*?)\b(?<a>${OWNER})['’]s? (?<and>and|or|vs\.?|versus|against|compared (?:with|to)|next to) (?<b>${OWNER})['’]s? (?<m>${PUT_IN})s? (?<of>in|into|for|with) (?<z>${OWNER})(?<end>\W.*)?$`,
      "u",
    ),
    ({ lead = "", a = "", and = "", b = "", m = "", of = "", z = "", end = "" }) =>
      `${lead}${a}'s ${m} ${of} ${z} ${and} ${b}'s ${m} ${of} ${z}${end}`,
  ],
  [
    new RegExp(
      String.raw`^(?<lead>.*?)\b(?<a>${OWNER})['’]s? (?<m>${PUT_IN})s? (?<of>in|into|for|with) (?<z>${OWNER}) (?<and>and|or|vs\.?|versus|against|compared (?:with|to)|next to|than) (?<b>${OWNER})['’]s(?<end>(?: \k<m>)?\W*)$`,
      "u",
    ),
    ({ lead = "", a = "", and = "", b = "", m = "", of = "", z = "" }) =>
      `${lead}${a}'s ${m} ${of} ${z} ${and} ${b}'s ${m} ${of} ${z}`,
  ],
  // "Oracle's backlog is how many CoreWeaves?"
  [
    new RegExp(
      String.raw`^\W*(?<a>${ONE})['’]s (?<m>(?:\S+ ){0,3}?(?:backlog|revenue|capex|valuation|market cap|run[- ]rate|burn|capacity|spend(?:ing)?)) (?:is|equals|makes|was) how many (?<b>[\p{L}.&-]+?)['’]?s\b(?:[\s?,.;:–—-]+(?:on |going by |by |at )?(?:the )?(?:latest|last|newest|most recent) (?:figures?|numbers?|prints?)(?: for (?:both|each))?)?[\s?.!]*$`,
      "iu",
    ),
    ({ m = "", a = "", b = "" }) => `how many times ${b}'s ${m} is ${a}'s ${m}?`,
  ],
  // "The Ohio campus next to the French plan in gigawatts"
  [
    /^\W*(?<a>(?!.*\b(?:built|located|sits|site|land|right|moves?|next to nothing)\b).{4,60}?) (?:next to|alongside|side by side with) (?<b>.{4,60}?)(?:,? (?:in|by|on) (?<u>gigawatts|gw|dollars|money|power|size))[\s?.!]*$/iu,
    ({ a = "", b = "", u = "" }) => `${a} compared with ${b} in ${u}`,
  ],
  // "Amazon capex, 2026 guidance over 2025 actual, % growth"
  [
    /^\W*(?<s>.{4,60}?)[,:]? (?<a>20\d\d(?: \w+)?) (?:over|on|versus|vs\.?|against) (?<b>20\d\d(?: \w+)?)[,:]? (?:in )?(?:%|percent|pct|per cent)(?: (?:growth|change|increase|rise))?[\s?.!]*$/iu,
    ({ s = "", a = "", b = "" }) => `by how many percent is ${s} ${a} above ${s} ${b}?`,
  ],
  // "Who is worth more on their latest round, OpenAI or Anthropic, & what's the gap"
  [
    new RegExp(
      String.raw`^\W*(?<lead>(?:who|which)(?: (?:one|company|lab))?(?:['’]s| is| was)? (?:worth|valued(?: at)?) (?:more|less))(?: (?:on|at|after|by|in) (?:their|the|its) (?:latest|last|newest|most recent) (?:rounds?|raises?|valuations?|funding(?: rounds?)?))?,? (?<a>${ONE}) or (?<b>${ONE})(?:,? (?:and|&|\+) .{3,40})?[\s?.!]*$`,
      "iu",
    ),
    ({ lead = "", a = "", b = "" }) => `${lead}, ${a} or ${b}?`,
  ],
  // "Whose latest round values it higher, OpenAI or Anthropic"
  [
    new RegExp(
      String.raw`^\W*(?:whose|which (?:lab|company|one)['’]s) (?:(?:latest|last|newest|most recent|current) )?(?:funding )?(?:rounds?|raise|valuation|price tag) (?:values? (?:it|them|the company)(?: at)?|put it|puts it|is|was|came in)(?: at)?(?: an?| the)? (?<way>more|higher|larger|bigger|less|lower|smaller)(?: (?:valuation|price|number))?[,:]? (?<a>${ONE})(?:['’]s)? or (?<b>${ONE})(?:['’]s)?[\s?.!]*$`,
      "iu",
    ),
    ({ way = "", a = "", b = "" }) =>
      `who is worth ${/^(?:less|lower|smaller)$/i.test(way) ? "less" : "more"}, ${a} or ${b}?`,
  ],
  // "Is Anthropic valued above OpenAI now", "is A valued at more than B after the last rounds"
  [
    new RegExp(
      String.raw`^\W*(?<is>is|was) (?<a>${ONE}) (?:now |currently |today )?(?:valued|worth|priced)(?: at)?(?: (?:now|currently|today))? (?<way>above|over|higher than|more than|(?:ahead|north) of|below|under|less than|lower than|(?:behind|south of)) (?<b>${ONE})${ON_LAST}[\s?.!]*$`,
      "iu",
    ),
    ({ is = "", a = "", b = "", way = "" }) =>
      `${is} ${a} worth ${/^(?:below|under|less|lower|behind|south)/i.test(way) ? "less" : "more"} than ${b}?`,
  ],
  // "Do Meta and OpenAI have the same size AMD warrant"
  [
    new RegExp(
      String.raw`^\W*(?:do|did|have|are) (?<a>${ONE}) and (?<b>${ONE}) (?:both )?(?:have|get|got|hold|holding|sign|signed|pay|paying) (?:an? |the )?(?:same|equal|identical)(?:[- ]siz(?:e|ed)| number of| amount of)? (?<m>.{3,50}?)[\s?.!]*$`,
      "iu",
    ),
    ({ m = "", a = "", b = "" }) => `is ${possessive(a)} ${m} larger than ${possessive(b)} ${m}?`,
  ],
  // "Which of Meta's 2026 agreements is bigger, the CoreWeave expansion or the Nebius one"
  [
    new RegExp(
      String.raw`^\W*which (?:one )?of (?<o>[\p{L}\d.& -]{2,30}?)['’]s? (?:two |three )?(?<s>(?:[\w-]+ ){0,3}?[\w-]+) (?:is|was) (?:the )?(?<way>${LARGER}|${SMALLER})(?: one)?[,:]? (?:the )?(?<a>${ONE}) or (?:the )?(?<b>${ONE})(?: one)?[\s?.!]*$`,
      "iu",
    ),
    ({ o = "", s = "", way = "", a = "", b = "" }) => {
      const noun =
        /\b(?:deal|agreement|contract|lease|loan|bond|site|campus|plan|order)s?$/i.exec(s)?.[0].replace(/s$/, "") ??
        "deal";
      const full = (side: string) =>
        `${possessive(o)} ${s.replace(/\s*\S+$/, "")} ${side} ${noun}`.replace(/\s+/g, " ");
      return `which is ${plainly(way)}, ${full(a)} or ${full(b)}?`;
    },
  ],
  // "Of Meta's, Google's and Amazon's nuclear deals, which is the biggest in gigawatts"
  [
    /^\W*of (?<o>(?:[\p{L}\d.&]+['’]s?,? (?:and |or |& )?){2,6})(?<m>[\w -]{3,40}?)(?:deals|contracts|agreements|leases|loans|commitments|investments|orders),? (?:which|who)(?: one)?(?:['’]s| is| was| has) (?:the )?(?<way>largest|biggest|smallest|highest)(?: (?:in|by) (?<u>gigawatts?|gw|megawatts?|mw|power|capacity|dollars?|value|money))?[\s?.!]*$/iu,
    ({ o = "", m = "", way = "", u = "value" }) =>
      `which of ${o.replace(/['’]s?(?=[\s,])/g, "").trim()} has the ${way} ${m}deal by ${u}?`,
  ],
  // "Which tech company has signed up the most nuclear power"
  [
    /^\W*(?:which|what|who)(?: (?:[\w-]+ ){0,3}?(?:compan(?:y|ies)|firms?|hyperscalers?|giants?|labs?|groups?|players?|one))? (?:has |have |had )?(?:signed|contracted|bought|secured|lined|locked|ordered|got|snapped|booked|agreed)(?: (?:up|for|in|to|buy|itself))* the most (?<m>nuclear|gas|solar|wind|fusion|geothermal|renewable|clean)(?:[- ](?:power|capacity|energy|electricity|supply|generation|output|gigawatts|megawatts))?[\s?.!]*$/iu,
    ({ m = "" }) => `which is the largest ${m} deal by gigawatts?`,
  ],
  // "Who has pledged the most for data centers in India"
  [
    /^\W*who(?:['’]s| has| have| is)? (?:(?:pledged|pledging|committed|committing|promised)(?: up| in)? the most(?: money| cash)?(?: (?:for|on|to|into) .{2,50}?)?|(?:invested|investing|spent|spending|put|putting)(?: up| in)? the most(?: money| cash)? (?:for|on|to|into) .{2,50}?) in (?<p>(?!the (?:ai|race|sector|field)\b)\p{L}[\p{L} ]{2,30}?)[\s?.!]*$/iu,
    ({ p = "" }) => `which is the largest investment pledge in ${p} by value?`,
  ],
  // "What's the most expensive platform per GW in Morgan Stanley's estimates"
  [
    /^\W*(?:what(?:['’]?s| is)|which is) (?:the )?(?<way>most expensive|priciest|dearest|costliest|cheapest|least expensive) (?:chip|platform|system|gpu|accelerator|hardware)s?(?: (?:type|generation))?,? (?:per|a|by the) (?:gw|gigawatt)s?,? (?:in|by|at|on|from|according to|going by|per) (?<o>[\p{L}.& ]{2,30}?)(?:['’]s?)?(?: (?:estimates?|numbers?|figures?|model|costs?|tables?))?[\s?.!]*$/iu,
    ({ way = "", o = "" }) =>
      `which chip is ${/cheap|least/i.test(way) ? "cheapest" : "most expensive"} per GW according to ${o}?`,
  ],
  // "How wide is the gap between Foxconn's cost per gigawatt and Bernstein's"
  [
    /^\W*how (?:wide|big|large) (?:is|was) the (?:gap|difference|spread|distance) between (?<a>[^?]{4,60}?) and (?<b>[^?]{3,60}?)[\s?.!]*$/iu,
    ({ a = "", b = "" }) => `what is the difference between ${a} and ${b}?`,
  ],
  // "How much more is Anthropic worth than OpenAI on the last marks"
  [
    new RegExp(
      String.raw`^\W*how much (?<way>more|less) (?<is>is|was) (?<a>${ONE}) (?:worth|valued(?: at)?) than (?<b>${ONE})(?=${ON_LAST}[\s?.!]*$).*$`,
      "iu",
    ),
    ({ way = "", is = "", a = "", b = "" }) => `how much ${way} ${is} ${a} worth than ${b}?`,
  ],
];

const possessive = (name: string): string => (/['’]s?$/.test(name) ? name : `${name}'s`);
const plainly = (way: string): string => (new RegExp(`^${SMALLER}$`, "i").test(way) ? "smaller" : "larger");
const FATTER = gated(/\b(?:fatter|heftier|chunkier|beefier|meatier|juicier|weightier)\b/gi);
/** Cash that is burnt. */
const TORCHED = gated(
  /\btorch(?:es|ed|ing)? (?=(?:through )?(?:more |less |the most |how much |any )?(?:cash|money)\b)/gi,
);

const COMPARED = patternTable(SAID, ([pattern]) => pattern);

/** Texts that compare nothing come back as they are. */
export function comparisonsPlain(text: string): string {
  const plain = text.replace(FATTER, "larger").replace(TORCHED, "burn ");
  for (const [pattern, put] of COMPARED.open(plain)) {
    const found = pattern.exec(plain);
    if (found?.groups) return put(found.groups);
  }
  return plain;
}
