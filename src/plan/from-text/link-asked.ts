/** Which link of the chain a question asks for. */

import type { Link } from "../../calculator/chain/names.ts";
import { patternTable } from "../../knowledge/pattern-table.ts";

const CHIPS =
  "(?:chips?|gpus?|accelerators?|tpus?|h[12]00s?|g?b[23]00s?|vr200s?|mi\\d{3}x?s?|trainiums?|blackwells?|rubins?)(?![- ]?h(?:ou)?rs?\\b)";
/** The first that fits is what is asked for. */
const ASKED: readonly (readonly [Link, RegExp])[] = [
  [
    "power",
    /\b(?:facility|site|total) power (?:of|for|needed|drawn|draw)\b|\b(?:what|how much|which) (?:facility|site|total|grid) (?:power|load|capacity|mw|gw) (?:does|do|would|will|is|for)\b/i,
  ],
  ["it-power", /\bIT (?:power|load) (?:of|for|needed|drawn)\b/i],
  ["power", /\b(?:to|in|as) (?:facility|site) (?:power|load|terms|capacity|gw|mw)\b/i],
  ["it-power", /\b(?:to|in|as) (?:critical )?IT (?:power|load|terms|capacity|gw|mw)\b/i],
  [
    "gpu-hour",
    /\bcosts?\b.*\b(?:gpu|chip|accelerator)[- ]?hours?\b|\b(?:gpu|chip|accelerator)[- ]?hours?\b.*\bcosts?\b/i,
  ],
  ["break-even", /\bbreak[- ]?even\b/i],
  ["payback", /\bpay(?:s|ing)?[- ]?(?:itself )?back\b|\bpayback\b|\bpay (?:off|for itself)\b/i],
  [
    "bill",
    /\b(?:electricity|(?<!\b(?:facility|it|site) )power|energy|electric|utility) (?:bill|costs?|spend)\b|\bcosts? of (?:the )?(?:electricity|energy|power)\b|\bpay for (?:electricity|energy)\b|\b(?:annual|yearly) (?:electricity|power|energy) (?:cost|bill|spend)|\b(?:cost|price) to (?:power|run|keep)\b|\belectric(?:ity)? (?:a|per) (?:year|month)\b|\bspend on (?:power|electricity|energy)\b|\bhow much (?:does|do|would|will|is) (?:the )?(?:electricity|energy)\b.*\bcosts?\b|\bcosts? of (?:the )?(?:electricity|energy|power)\b/i,
  ],
  [
    "homes",
    /\b(?:how many|number of|count of) (?:u\.?s\.? |american |average |typical )*(?:homes|households|houses)\b|^\s*(?:homes|households) (?:per|a) (?:[tgm]w|[tgm]wh)\b|^\s*(?:u\.?s\.? |american )?(?:homes|households) (?:that )?(?:an? )?(?:\S+ ){0,4}(?:could|can|would|will) (?:serve|power|supply|run|light)\b|^\s*(?:homes|households) (?:for|from|on|of|served|powered|supplied|lit)\b|\b(?:homes|households) (?:equivalent|worth|powered|supplied|lit|equal(?:s|ling)?|matching|(?:could|would|can|does|do) \d)\b|\b(?:home|household) (?:count|equivalents?)\b|\b(?:in|as) (?:us |american )?(?:homes|households)\b/i,
  ],
  ["co2", /\b(?:co2|carbon|emissions?|greenhouse)\b/i],
  ["water", /\b(?:water)\b/i],
  ["depreciation", /\bdepreciat\w*\b/i],
  [
    "financing",
    /\b(?:interest|financing|debt) (?:cost|bill|a year|per year|payments?)\b|\bcost of (?:financing|debt|borrowing)\b|\binterest on\b/i,
  ],
  [
    "running-cost",
    /\b(?:running costs?|opex|operating costs?)\b.*\b(?:without|excluding|ex|besides|non)\b.*\benergy\b|\bnon-energy opex\b/i,
  ],
  [
    "yearly-cost",
    /\b(?:yearly|annual|annuali[sz]ed|per-year) (?:total )?costs?\b|\b(?:total )?costs? (?:a|per) year\b|\btco\b|\bcosts? to (?:own|run|operate)\b|\bcost of ownership\b/i,
  ],
  ["revenue", /\b(?:rental|gpu|rent) revenue\b|\bhow much (?:could|can|would) .* (?:earn|rent for|bring in)\b/i],
  [
    "revenue",
    new RegExp(
      String.raw`^(?=.*\d)(?=.*${CHIPS}\b)(?=.*\b(?:revenues?|gross(?:es)?(?! margin)|earn(?:s|ings)?|income)\b)(?=.*\b(?:rent(?:s|ed|ing)?(?: out)?|hours? (?:\w+ )?s(?:old|ells?)|sold|spot|index)\b)`,
      "i",
    ),
  ],
  [
    "generation",
    /\b(?:own|on-site|onsite|behind[- ]the[- ]meter) (?:gas |nuclear |power )?(?:generation|power|gas|plants?|turbines?)\b/i,
  ],
  [
    "on-time",
    /^(?!\W*(?:so |and )?(?:is|are|was|were) ).*\bon (?:time|schedule)\b|\bhaircut\b|\bhow much of\b.*\blate\b/i,
  ],
  ["racks", /\bhow many (?:\S+ ){0,2}racks\b|\bracks (?:per|in|fit)\b/i],
  [
    "accelerators",
    new RegExp(
      String.raw`\bhow many (?:\S+ ){0,2}${CHIPS}\b|\b${CHIPS} counts? (?:for|in|per|of)\b|\b${CHIPS} (?:that |which )?(?:can |would |will )?(?:per|fit(?: in(?:to|side)?)?|in(?:side)?|for|from) (?:an? |one |each )?(?:\d|gw|gigawatt|mw|megawatt)`,
      "i",
    ),
  ],
  [
    "energy",
    /\b(?:how much (?:energy|electricity)|(?:energy|electricity) (?:use|usage|demand|consumption|need)|how many [tg]wh|[tg]wh (?:a|per) year|[tgm]wh (?:for|of|from)|use .* in a year|(?:energy|electricity) (?:a|per|each) (?:year|yr)|(?:annual|yearly) (?:energy|electricity|consumption|power (?:use|consumption))|(?:energy|electricity) (?:of|for|from|at|needs?|used|draw|consumed|burn)|(?:in|into|to|as) [tgm]wh|(?:terawatt|gigawatt|megawatt)[- ]?hours?|how many (?:terawatt|gigawatt)|power consumption)\b|[,;:]\s*(?:annual |yearly |total )?(?:energy|consumption|electricity)(?: use)?[\s?.!]*$/i,
  ],
  ["power", /\b(?:how (?:many|much) (?:gw|gigawatts?|mw|megawatts?|power)|in (?:gw|mw|gigawatts|megawatts))\b/i],
  ["cost", /\b(?:cost|capex|price|spend)\b/i],
];

const LINKS = patternTable(ASKED, ([, pattern]) => pattern);

/** Never the link that is given: "what is 1 million GPUs in GW" asks for power. */
export const linkAsked = (question: string, given: Link | null): Link | null =>
  LINKS.open(question).find(([link, pattern]) => link !== given && pattern.test(question))?.[0] ??
  (given !== null && COUNTED.has(given) && DRAWS.test(question) ? "power" : null);
/** What is counted draws power: "100,000 H100s, power?", "how many watts do 8 B200s draw". */
const COUNTED: ReadonlySet<Link> = new Set(["accelerators", "racks"]);
const DRAWS = /\b(?:power|draws?|watts?|kilowatts?|kw|load)\b/i;
