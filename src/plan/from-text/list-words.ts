/** How people ask for lists, in the words that the lists are sorted by: "stateside", "topping $5B", "data centres that burn gas", "not the pending ones". */
import { puttingInstead } from "../../knowledge/pattern-table.ts";

const THINGS =
  "(?:deals?|sites?|campus(?:es)?|projects?|contracts?|agreements?|leases?|investments?|financings?|rounds?|stakes?|takeovers?|acquisitions?|bonds?|loans?|plants?|reactors?|ventures?)";
const AMOUNT = String.raw`[$€£] ?\d|\d[\d.,]* ?(?:gws?|gigawatts?|mws?|megawatts?|bn|billion|b\b|m\b|million|mn|tn|trillion)`;
const LIST_HEAD = String.raw`^(\W*(?:(?:so|and|ok|hey|please|which|what|list|name|all|any|every|show me|give me|tell me|the|non-us|us|european|asian|biggest|largest|smallest|newest|other|openai['’]?s?|stargate)\s+){0,4})`;

const STATES: Readonly<Record<string, string>> = {
  "lone star": "Texas",
  buckeye: "Ohio",
  badger: "Wisconsin",
  silver: "Nevada",
  peach: "Georgia",
  keystone: "Pennsylvania",
  hoosier: "Indiana",
  pelican: "Louisiana",
  magnolia: "Mississippi",
  "great lakes": "Michigan",
};
const STATE = new RegExp(`\\b(?:in )?(?:the )?(${Object.keys(STATES).join("|")}) state['’]?s?(?= |\\W*$)`, "gi");
const MONTHS = {
  first: "January",
  opening: "January",
  last: "December",
  final: "December",
  closing: "December",
} as const;
const MONTH_OF = /\b(?:the )?(first|opening|last|final|closing) month of (20\d\d)\b/gi;

/** What stands for a name or a month. */
const NAMED: readonly (readonly [RegExp, (found: string, key: string, rest: string) => string])[] = [
  [STATE, (found, key) => `${/^in /i.test(found) ? "in " : ""}${STATES[key.toLowerCase()] ?? key}`],
  [MONTH_OF, (_found, key, year) => `${MONTHS[key.toLowerCase() as keyof typeof MONTHS]} ${year}`],
];

const SAID: readonly (readonly [RegExp, string])[] = [
  [/\bnon-american\b/gi, "non-US"],
  [new RegExp(String.raw`\bamerican (?=(?:[\w-]+ ){0,2}${THINGS}\b|data ?cent)`, "gi"), "US "],
  [/\bstateside\b/gi, "in the US"],
  [new RegExp(String.raw`\b(?:greater|bigger|larger) than (?=${AMOUNT})`, "gi"), "over "],
  [
    new RegExp(String.raw`\b(?:topping|north of|upwards? of|in excess of|beyond|exceeding) (?=${AMOUNT})`, "gi"),
    "over ",
  ],
  [
    new RegExp(String.raw`(?<=\b(?:which|what|list|show me|all|any|${THINGS})\b.{0,60}) [>] ?(?=${AMOUNT})`, "gi"),
    " over ",
  ],
  [
    /((?:[$€£] ?)\d[\d.,]* ?(?:bn|billion|b|m|million|mn|tn|trillion)?|\d[\d.,]* ?(?:gws?|gigawatts?|mws?|megawatts?)) (?:or|and) (?:more|above|over|up|upwards)\b/gi,
    "at least $1",
  ],
  [
    new RegExp(
      String.raw`(?<=\b(?:which|what|list|all|any)\b.{3,60}) (?:top|exceed|beat|clear|pass)s? (?=${AMOUNT})`,
      "gi",
    ),
    " are over ",
  ],
  // Where things stand.
  [new RegExp(`\\b(${THINGS}) on ([a-z]+(?:ian|an|ish|ese|ch|i|tic|ari)) soil\\b`, "gi"), "$2 $1"],
  [/\bon ([a-z]+(?:ian|an|ish|ese|ch|i)) soil\b/gi, "$1"],
  [
    new RegExp(
      `\\b(${THINGS})((?: that| which)?(?: (?:are|is|have|has|had))?)(?: (?:already|actually|currently|now|still|really))* (?:with )?cranes (?:on (?:them|it|site)|up|in the air)\\b`,
      "gi",
    ),
    "$1$2 under construction",
  ],
  [
    new RegExp(
      `\\b(${THINGS}|any(?:thing|where)?|which|what)((?: in the list| on (?:the )?record)?(?: that)?(?: (?:are|is|['’]s|have|has))?)(?: (?:already|actually|currently|now|really))* (?:humming|up and running|switched on|live and running|powered up|turned on|whirring|lit up)(?: (?:already|now|yet))?\\b`,
      "gi",
    ),
    "$1$2 operational",
  ],
  // Who takes part.
  [/\bwho all (?=[a-z])/gi, "who "],
  [
    /^(\W*(?:(?:so|and|ok)\s+)?)where (?:does|do|did|has|have) (.{2,30}?)(?:['’]s?)?(?: (?:money|cash|capital|name|logo))? (?:show(?:n|ed)? up|pop(?:ped)? up|turn(?:ed)? up|appear(?:ed)?|feature[ds]?|crop(?:ped)? up)[\s?.!]*$/i,
    "$1which deals is $2 in?",
  ],
  [
    /^(\W*)([\w.& -]{2,30}?)(?:['’]s)? (?:fingerprints|footprint|name|money|logo)(?: is on)?\s*[:,–—-]+ (?:which|what)(?: ones| deals| projects)? (?:is it|are they|does it) (?:in|on|part of|involved in)[\s?.!]*$/i,
    "$1which deals is $2 in?",
  ],
  [
    /\b(?:outfits|businesses|names)(?= (?:that |which )?(?:(?:has|have|did) )?[\w.&]+ (?:has |have )?(?:put|invested|bought|backed))/gi,
    "companies",
  ],
  [/\b(?:an )?even (?=[$€£]\d)/gi, ""],
  [
    /\b(?:put|ploughed|sunk) (?=[$€£]?\d[\d.,]* ?(?:bn|b|billion|m|mn|million)? (?:of (?:equity|cash|money) )?into\b)/gi,
    "invested ",
  ],
  [
    /^(\W*)((?:\S+ ){1,6}?(?:build-?outs?|sites|projects|campuses|deals)),? (?:which|what) (?:have you|do you|you) (?:got|have|know of|track)[\s?.!]*$/i,
    "$1list $2",
  ],
  [/^(\W*(?:\S+ ){1,5}?(?:\/ ?\S+ )?)build-?outs\b/i, "$1sites"],
  [/\bin an? (20\d\d) (?:round|raise|financing|funding round)\b/gi, "in $1"],
  [
    new RegExp(
      String.raw`\b(${THINGS}(?: that)?(?: were| was| have been| are)?) (?:unveiled|revealed|made public|publici[sz]ed|disclosed)\b`,
      "gi",
    ),
    "$1 announced",
  ],
  [
    new RegExp(
      String.raw`\b(${THINGS})((?: that| which)?(?: are| is)?)(?: currently| now| still)? (?:still going up|mid-build|in construction|being put up|getting built)\b`,
      "gi",
    ),
    "$1$2 under construction",
  ],
  [/\b(bought|acquired|purchased|buy|acquire|purchase|buying|acquiring) outright\b/gi, "$1"],
  [
    /(?:\s*[,;–—-]+|\s+\()\s*(?:please|pls)?[\s,–—-]*(?:but )?not (?:the |any )?(?:pending|open|unclosed|planned|proposed|unfinished|incomplete) (?:ones?|deals)\)?(?=\W*$)/gi,
    "",
  ],
  [
    new RegExp(
      `${LIST_HEAD}data ?cent(?:er|re)s\\b(?! (?:deals?|space|capacity|leases?|lessees?|companies|firms|revenue|power|costs?|spend\\w*|market|operators?|developers?|owners?|builders?|use|need|consume|draw|emit|worldwide|globally)\\b)(?=.)`,
      "i",
    ),
    "$1sites",
  ],
  [
    new RegExp(
      `^(\\W*(?:(?:so|and|ok|please)\\s+)?)(?:run me through|i (?:need|want|would like)(?: a)?(?: full)? list of|(?:can|could) you list|pull up|talk me through) (?:all )?(?:the |every )?(?=(?:[\\w$.'’-]+ ){0,5}?${THINGS}\\b)`,
      "i",
    ),
    "$1list ",
  ],
  [new RegExp(`\\bevery (?:single )?one of (?:the |its |their )?(?=(?:[\\w'’-]+ ){0,3}?${THINGS}\\b)`, "gi"), "all "],
  [
    /^(\W*(?:(?:so|and)\s+)?)what (?:did|has) ([\w.& -]{2,30}?) (announce|sign|unveil)(?:ed)? (?:on|in) (?=(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)/i,
    "$1which deals did $2 $3 in ",
  ],
];

/** Texts without such words come back as they are. */
export const inListWords = (text: string): string =>
  inWords(NAMED.reduce((plain, [said, put]) => plain.replace(said, put), text));
const inWords = puttingInstead(SAID);
