/** What a question does with two amounts, by the words that say so, and what the amounts count. */

import { gated } from "../../../knowledge/gated.ts";

/**
 * `share`: one in per cent of the other. `times`: how many times. `difference`: by how much. `larger`: which of the two.
 * `per-power`: money for each gigawatt.
 */
export type Form = "share" | "times" | "difference" | "larger" | "per-power";
export type Operation = { form: Form /** The question with spaces where the words stand that say so. */; rest: string };

/** The first that fits. */
const FORMS: readonly (readonly [Form, RegExp])[] = [
  // By what percentage one is above the other is no share of it.
  [
    "difference",
    /\bhow (?:much|far) (?:above|below|over|under|higher|lower)\b(?= (?:than )?(?:the|its|their|his|that)\b)|\bhow (?:much|far) (?:higher|lower|larger|bigger|smaller) (?:is|are|was|were)\b(?=.*\bthan\b.*\bin (?:%|percent|per cent))|\bby (?:what|how many|which) (?:%|per ?cent(?:age)?|pct)(?! of\b)/i,
  ],
  [
    "share",
    /\b(?:what|which|how (?:much|large|big)(?: of)?(?: an?)?|as an?|in|into|'s)\s+(?:an? )?(?:percent(?:age)?|per cent|pct|fraction|proportion|slice|portion|chunk|share(?!s| (?:price|sale|issue|purchase|offering|swap|exchange|count|buy\w*|after|before|once|following|today|now)))\b(?: of)?|\b(?:percent(?:age)?|per cent|pct|fraction|proportion|(?<!(?:first|second|third|next|last|final|other) )(?:slice|portion|chunk))\b of|(?<!\b(?:per|a|each) )\bshare (?:of|in)\b|\b(?:what|how (?:large|big) an?) part\b(?: of)?|(?<=\s)%(?= of|\s*\?|\s*$)|,\s*%|\bin (?:%|percent)|\bhow many cents\b|\b(?:part|portion|slice|piece|chunk) of (?:the|its|their) (?:[$€£]?\d|total|whole|package)/i,
  ],
  [
    "per-power",
    /(?:\bper(?: (?:planned|contracted|promised|announced|new|first-phase))?|\ba|\beach|\bevery|\bfor (?:each|every)|\/)\s?(?:gw|gigawatt|mw|megawatt|kw|kilowatt)s?(?:[- ]year)?\b|\b(?:gw|gigawatt)s? apiece\b|\b(?=divided|over)(?<=\b(?:bill|costs?|price|value|contract|spend\w*|revenue|debt|loan|investment|money|dollars)\b[^?]{0,40})(?:divided by|over)\b(?= (?:its |the |their )?(?:[\w-]+ ){0,2}(?:it load|load|capacity|gigawatts?|megawatts?|gws?|mws?)\b)/i,
  ],
  [
    "times",
    /\bhow many (?:times|multiples)\b(?! (?:did|has|have)\b)(?: (?:over|as|bigger|larger|more|higher))?|\b(?:an? |the |what |which )*multiples?(?: of)?\b|(?<!exchange )\bratios?\b(?: of| between)?|\btimes (?:bigger|larger|more|over|as (?:big|large|much))\b|\b(?:what|which) times\b|\brelative to\b|\bdivided by\b|\bvaluations? (?:to|over)\b(?=.*\b(?:revenues?|sales|run[- ]?rate|arr)\b)|(?=\b(?:price|valuation|ev)[- ]to[- ](?:sales|revenue)\b)|\b(?:per|for (?:each|every)) dollar(?: of|(?= (?:invested|put|lent|raised|paid)))|\bover (?=20\d\d\b|the (?:combined|total|whole|full)\b)|(?<=\s)\/(?=\s(?:its |their |the )?(?:\w+ )?(?:revenues?|sales|valuations?|capex|backlog|debt|equity)\b)|\b(?=over)(?<!\b(?:put|spread|paid|took|takes?|taking|taken|handed|worth|run|runs|lasts?|years|total|in all|all) )over (?:its|their|the)? ?(?=(?:[\w-]+ ){0,2}(?:valuations?|revenues?|sales|capacity|equity|value|price|cost|commitments?|investments?|spend|spending|capex|backlog|debt|base|guidance|target|forecast|burn|contract|figure|estimate)\b)|\b(?=to|over)(?<=\b(?:backlog|rpo|debt|capex|market cap\w*|cash burn|burn|r ?& ?d|research|spend\w*|loss(?:es)?|costs|equity)\b[^?]{0,40})(?<!compared )(?<!next )(?:to|over)\b(?= (?:(?:its|their|the) )?(?:[\w-]+ ){0,3}(?:revenues?|sales|capex|debt|equity)\b)/i,
  ],
  [
    "difference",
    /(?<!\bany )\b(?:difference|gap|spread|premium)s?\b(?: (?:between|of|in))?|\bby (?:how (?:much|many)|(?:what|which) (?:margin|amount|factor|sum))\b|\bhow (?:much|many (?:more )?(?:billions?|dollars|gw|gigawatts?|mw|megawatts?|years?|months?|gpus?|chips?)) (?:more|less|bigger|larger|higher|lower|richer|smaller|cheaper|dearer|pricier|fewer|short|apart|extra|longer)\b|\bhow (?:much|many) (?:more|less|fewer)\b|\bhow far (?:short|apart|off|ahead of|above|below|ahead|behind)\b|\b(?:step up|apart|exceed(?:s|ed)?|outstrip(?:s|ped)?|surpass(?:es|ed)?|outsize[sd]?|short of)\b|\bhow big (?:a|is the) (?:step|jump|rise|cut|drop|gap|increase)\b/i,
  ],
  [
    "larger",
    /\b(?:bigger|larger|higher|greater|richer|smaller|lower|cheaper|dearer|pricier|costlier|longer|shorter|more|less|fewer)\b.{0,80}\b(?:than|or)\b|\bor\b.{0,80}\b(?:bigger|larger|higher|greater|richer|smaller|lower|cheaper|dearer|pricier|costlier|longer|shorter|more|less)\b|\b(?:which|who(?:se)?)\b.{0,100}\b(?:bigger|larger|higher|greater|richer|smaller|lower|cheaper|dearer|pricier|costlier|longer|shorter|more|less|fewer)\b|\b(?:vs\.?|versus|compared? (?:to|with)|compare[sd]?\b|stack(?:s|ed)? up|(?<!\b(?:campus|site|plant|reactor|land|plot|building|warehouse|facility|data cent(?:er|re)|located|built|sits?|right|stands?)\s)next to|side by side|differ(?:s|ed)?\b|set against|as against|(?<!\b(?:loans?|borrow\w*|secured|collateral|bets?|lend\w*|lent|vot(?:es?|ed|ing)|cast|(?:law ?)?suits?|complaints?|protests?|ruled?|claims?|case|fight|hedge\w*)\s)against|in comparison)|^[^:?]{0,60}\b(?:megawatts?|mw|gws?|gigawatts?|capacity|value|size|dollars|costs?|price|amount|power)\s*:\s.+\bor\b|\bor\b[^?]*[\s,](?:dollars|usd|gws?|mws?|megawatts|gigawatts|size|value|capacity|\$)\W*$/i,
  ],
];

/** Words that only say that two things are set against each other. */
const COMPARING =
  /\b(?:over (?:its|the|their)(?: full| whole| entire)? (?:life(?:time)?|term|length|duration)(?: of (?:the|its) (?:contract|deal|agreement))?|vs\.?|versus|compared? (?:to|with)|compare[sd]?|comparison|against|than|exceed(?:s|ed)?|beat(?:s|en)?|top(?:s|ped)|outstrip(?:s|ped)?|surpass(?:es|ed)?|dwarf(?:s|ed)?|outsize[sd]?|depends? on|hangs? on|bigger|larger|higher|greater|richer|smaller|lower|cheaper|dearer|pricier|costlier|longer|shorter|largest|biggest|more|less|fewer|difference|gap|spread|margin|ratio|multiples?|times|percent(?:age)?|per cent|pct|share|fraction|proportion|slice|portion|part|chunk|works? out|working out|come(?:s|d)? to|amount|amounts|dollars? for both|both|each|either|respectively|which|who|whose|how many|how much|how does|how do|figures?|numbers?|and if so|by what|by how much|in dollars|in size|size|money|cash|sums?|amounts?|tags?|marks?|piles?|bills?|everything|trad(?:es?|ing)|use the (?:top|bottom|high|low) (?:end )?of the range|range|incremental|latest figures?|bets?|all-in|kit|stack(?:s|ed)? up|roughly|about|full[- ]year|mid-?point|(?:low|high|top|bottom)[- ]end|update|per|represents?|equals?|makes? up|account(?:s|ed)? for|expressed|as an?|out of|rough|dollars?(?! (?:bonds?|parts?|tranches?|notes?))|billions?|old(?:er)?(?= (?:contract|deal|commitment|agreement|one))|newe?r?(?= (?:contract|deal|commitment|agreement|one)))\b|[%$?]/gi;

const THAN = gated(/\b(?:bigger|larger|smaller|higher|lower|more|less) than\b/i);
const SHARE_SAID =
  /%|\b(?:percent(?:age)?|per cent|pct|fraction|proportion|share|how much of|(?:what|which|as an?) (?:part|portion|slice))\b/i;
export const asksWhichIsMore = (question: string): boolean => THAN.test(question) && !SHARE_SAID.test(question);
const IS_PART = gated(
  /^\W*(?:(?:so|and|but|ok|wait),? )*(?:is|was|are|were)\b.{2,60}\b(?:part|included?) (?:of|in)\b/i,
);

/** Null where it sets nothing against anything. */
export function operationIn(question: string): Operation | null {
  // Whether something is a part of another is no share of it.
  if (IS_PART.test(question)) return null;
  for (const [form, pattern] of FORMS) {
    if (!pattern.test(question)) continue;
    // "Is the Texas part larger than the other" asks for no share.
    if (form === "share" && asksWhichIsMore(question)) continue;
    const blank = (word: string) => " ".repeat(word.length);
    // What is larger is said around the names; its words alone are taken out.
    const rest = form === "larger" ? question : question.replace(pattern, blank);
    return { form, rest: withOrdinals(rest.replace(COMPARING, blank)) };
  }
  return null;
}

/** "Contract #1", "the opening contract": the first. */
const withOrdinals = (text: string): string =>
  ORDINALS.reduce((plain, [word, said]) => plain.replace(said, word), text);
const ORDINALS: readonly (readonly [string, RegExp])[] = [
  [
    "first",
    /(?:#|\b(?:no\.?|number|contract|tranche|phase|deal|stage) ?#?)1\b(?![.,\d])|\b(?:1st|opening|initial)\b/gi,
  ],
  ["second", /(?:#|\b(?:no\.?|number|contract|tranche|phase|deal|stage) ?#?)2\b(?![.,\d])|\b2nd\b/gi],
  ["third", /(?:#|\b(?:no\.?|number|contract|tranche|phase|deal|stage) ?#?)3\b(?![.,\d])|\b3rd\b/gi],
];

export type Counted = "money" | "power" | "percent" | "count" | "shares" | "time" | "price";
const COUNTED: readonly (readonly [Counted, RegExp])[] = [
  // Whatever it is paid for.
  ["money", /\b(?:who|which)\b.{0,30}\bpays?\b.{0,40}\b(?:more|most|less)\b/i],
  [
    "time",
    /\b(?:how long|longer(?![- ](?:run|term))|shorter|terms? of|length|duration|years? (?:does|do|is|are)|whose (?:term|lease) runs)\b/i,
  ],
  ["price", /\b(?:(?:ipo|offer|issue|listing|closing) price|strike|per share|share price|price per kwh|per mwh)\b/i],
  ["shares", /\b(?:shares\b|share (?:counts?|numbers?)|warrants? .{0,20}shares)/i],
  [
    "count",
    /\b(?:(?:gpus|tpus) (?:in|at)\b|(?:how many|more|fewer|most|number of|count of) (?:(?!for\b|on\b)[\w-]+ )?(?:gpus?|chips?|accelerators?|racks?|homes?|jobs|buildings?)\b|(?:gpu|chip|rack|job|home)s? (?:count|number|target)s?|\b(?:share|percent(?:age)?|per cent|pct|fraction|proportion|portion|part|slice|chunk|how much|%) of (?:[\w'’.-]+ ){0,4}(?:gpus?|tpus?|chips?|accelerators?|jobs|buildings?|campuses|racks)\b)/i,
  ],
  [
    "power",
    /\b(?:gws?|mws?|kws?|gigawatts?|megawatts?|kilowatts?|capacity|power|electricity|generation|full build(?:-?out)?)\b/i,
  ],
  ["percent", /\b(?:stakes?|ownership|owns?|percent stake|growth rate|(?:gross|operating|profit) margins?)\b/i],
];
/** "The Groq licence against the Intel stake, in dollars": what a stake cost is money. */
const IN_MONEY = /\b(?:dollars?|price[sd]?|cost|pay|paid|worth|cash|invest\w*|cheques?|billions?)\b|\$/i;

/** What the question's words say that the amounts count; null where they do not say it. */
export function countedIn(question: string): Counted | null {
  const counted = COUNTED.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
  return counted === "percent" && isInMoney(question) ? null : counted;
}
export const isInMoney = (question: string): boolean => IN_MONEY.test(question) && !PERCENT.test(question);
const PERCENT = /%|\bpercent|\bper cent\b/i;
