/** Two that are compared, however it is put, in the words of the rules: "monthly fee: Google's or Anthropic's the fatter one?", "A vs B: whose is larger". */

const LARGER =
  "(?:larger|bigger|higher|greater|fatter|heftier|chunkier|beefier|meatier|juicier|weightier|richer|dearer|pricier|costlier|steeper)";
const SMALLER = "(?:smaller|lower|cheaper|lighter|leaner)";
const ONE = String.raw`[\p{L}\d.&’' -]{2,40}?`;

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
];

const plainly = (way: string): string => (new RegExp(`^${SMALLER}$`, "i").test(way) ? "smaller" : "larger");
const FATTER = /\b(?:fatter|heftier|chunkier|beefier|meatier|juicier|weightier)\b/gi;
/** Cash that is burnt. */
const TORCHED = /\btorch(?:es|ed|ing)? (?=(?:through )?(?:more |less |the most |how much |any )?(?:cash|money)\b)/gi;

/** Texts that compare nothing come back as they are. */
export function comparisonsPlain(text: string): string {
  const plain = text.replace(FATTER, "larger").replace(TORCHED, "burn ");
  for (const [pattern, put] of SAID) {
    const found = pattern.exec(plain);
    if (found?.groups) return put(found.groups);
  }
  return plain;
}
