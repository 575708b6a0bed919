/** "Developers or operators", "guaranteed or backstopped", "businesses (whole, not stakes)": two words for one thing at the head of a list, as one. */
import { gated } from "../../knowledge/gated.ts";
import { puttingInstead } from "../../knowledge/pattern-table.ts";

const LISTS = gated(
  /^\W*(?:(?:so|and|ok|hey|please|can you|could you)\b[\s,]*)*(?:which|what|list|name|who|whose|give me|show me|every|all|(?:the )?(?:companies|firms|businesses)(?= (?:(?:that|which) )?\S+(?: \S+)? (?:bought|acquired)\b| (?:bought|acquired) by\b))\b/i,
);
const FIRMS =
  "(?:companies|firms|units|businesses|outfits|developers|operators|owners|producers|utilities|vendors|providers|generators)";
const DEEDS: readonly string[] = [
  "(?:guaranteed|backstopped|backed|underwritten)",
  "(?:guarantees?|backstops?|underwrites?)",
  "(?:bought|acquired|purchased|taken over)",
  "(?:buy|acquire|purchase|take over)",
  "(?:signed|agreed|struck|inked)",
  "(?:leased|rented)",
];
const OR = String.raw`\s*(?:/|\bor\b|\band/or\b)\s*`;
const TWICE: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(String.raw`\b${FIRMS}${OR}(?:(?:power|energy|reactor|plant|whole|business) )?${FIRMS}\b`, "gi"),
    "companies",
  ],
  ...DEEDS.map((deed): readonly [RegExp, string] => [new RegExp(String.raw`\b(${deed})${OR}${deed}\b`, "gi"), "$1"]),
  // "Bought or agreed to buy": what is agreed stands among what was bought, with its status.
  [
    new RegExp(
      String.raw`\b(bought|acquired|purchased)${OR}(?:ha(?:s|ve) |is |are )?(?:(?:agreed|tried|sought|bid|offered|planning|set|about) to |(?:is |are )?in talks to )?(?:buy(?:ing)?|acquir(?:e|ing)|purchas(?:e|ing)|take over)\b`,
      "gi",
    ),
    "$1",
  ],
  [
    new RegExp(
      String.raw`\b(buy|acquire|purchase)${OR}(?:agree|try|seek|bid|offer|plan) to (?:buy|acquire|purchase|take over)\b`,
      "gi",
    ),
    "$1",
  ],
  [/,?\s*\b(?:incl(?:\.|uding)?|even) (?:any )?(?:pending|agreed|unclosed|open)(?: (?:ones|deals))?(?=\W*$)/gi, ""],
  [/\bpurchases of (?:whole )?(?:companies|businesses|firms)\b/gi, "acquisitions"],
  [
    /^\W*(?:(?:list|name|show me|give me) )?(?:everything|anything|all) (?:that )?(\S+(?: \S+)?) (?:has |have )?acquired\W*$/gi,
    "which companies has $1 acquired?",
  ],
  [
    /^\W*(?:the )?(?:companies|firms|businesses) (bought|acquired) by (?!(?:whom?|which|what)\b)(\S+(?: \S+)?)\W*$/gi,
    "which companies has $2 $1?",
  ],
  // "Companies that CoreWeave bought"
  [
    /^\W*(?:the )?(?:companies|firms|businesses) (?:(?:that|which) )?(?!(?:were|was|are|have|has|who|it|they)\b)(\S+(?: \S+)?) (?:has |have )?(bought|acquired)\W*$/gi,
    "which companies has $1 $2?",
  ],
  // "Bitcoin-miner / AI landlord leases"
  [/\b((?:bitcoin[- ]|crypto[- ])?miners?['’]?)\s*\/\s*(?:ai |hpc )?(?:landlords?|hosts?|developers?)\b/gi, "$1"],
  [/\b(which|what) businesses\b(?= (?:has|have|did|does|was|were|is|are)\b)/gi, "$1 companies"],
  [
    /^(\W*(?:list|name)(?: the| all(?: the)?| every)?) businesses\b(?= (?:that )?\w+ (?:has|have|did)\b)/gi,
    "$1 companies",
  ],
  [/\bwhole (?:businesses|companies|firms)\b,?/gi, " "],
];

const TRADE =
  "(?:chips?|robots?|robotics|infra(?:structure)?|software|hardware|data ?cent(?:er|re)s?|cloud|power|energy|media|telecoms?|services|semis|semiconductors|ai)";
/** What was bought, with some of it as examples and the trades that it is in: "(Ampere etc)", ", chips/robots". */
const BOUGHT = gated(
  /\b(?:bought|acquired|acquiring|buy|buying|acquire|purchased|acquisitions?|takeovers?|purchases of(?: whole)? (?:companies|businesses|firms))\b(?!.*\b(?:shares?|stakes?|stock|equity|power|capacity)\b)/i,
);
const EXAMPLES: readonly RegExp[] = [
  /\s*\((?:(?:e\.?g\.?|like|such as|say)\b[^()]{2,60}|[^()]{2,60}\b(?:etc\.?|et al\.?|and so on|and the like))\)/gi,
  /,?\s*\b(?:e\.g\.|such as)\s[\w.,& -]{2,40}(?=\W*$)/gi,
  new RegExp(String.raw`[,:]\s*${TRADE}(?:(?:\s?/\s?|,? and |, )${TRADE})+\W*$`, "i"),
  /,\s*(?:like |such as |e\.?g\.? )?[\w.&-]+(?: [\w.&-]+)? etc\.?\W*$/i,
];
const withoutExamples = (text: string): string =>
  BOUGHT.test(text) ? EXAMPLES.reduce((plain, example) => plain.replace(example, ""), text) : text;

const UNIT = "(?:gws?|gigawatts?|mws?|megawatts?|kws?|kilowatts?|bn|billions?|mn|millions?|tn|trillions?)";
const AGAIN = new RegExp(
  String.raw`([$€£]?(?<![\d.,])(\d[\d.,]{0,15})\s?${UNIT}(?: dollars| euros)?) ?\(\s*([$€£]?(\d[\d.,]*)\s?${UNIT}|\$?\d[\d.,]*\s?[mbt])\s*\)`,
  "gi",
);
/** "3.5 gigawatts (3.5 GW)": an amount that stands behind itself in brackets, as in contracts, is one amount. */
export const amountOnce = (text: string): string =>
  text.replace(AGAIN, (whole: string, first: string, number: string, again: string) =>
    again.includes(number) && Number(number.replace(/,/g, "")) === Number(/[\d.,]+/.exec(again)?.[0].replace(/,/g, ""))
      ? first
      : whole,
  );

/** Texts that ask for no list come back as they are. */
export const saidOnce = (text: string): string => (LISTS.test(text) ? once(withoutExamples(text)) : text);
const once = puttingInstead(TWICE);
