/** In which form a number is asked for, and whether an answer has it: an amount is no answer to a question for a share. */

/** How a question asks for it, and what any answer to it says. */
const FORMS: readonly (readonly [asked: RegExp, said: RegExp])[] = [
  [
    /\b(?:what|which|how (?:large|big|high) an?|as an?|in)\s+(?:an? )?(?:percent(?:age)?|per cent|pct|fraction|proportion|%)(?=\W|$)|\b(?:as an?|what|which|how (?:large|big) an?) (?:share|slice|portion)\b(?= (?:of|in|does|do|did|is|was|comes?|goes)\b)|^(?:the )?(?:percent(?:age)?|fraction|proportion) of\b/i,
    /%|\bper ?cent|\b(?:half|third|quarter|fifth|tenth|majority|all|none|nothing|most|minority|equal)\b|×/i,
  ],
  [
    /(?:\bper\b|\/)\s?(?:it )?(?:gw|gigawatt|mw|megawatt|kw|kilowatt|watt|gpu|chip|rack)s?\b(?![- ]?h)/i,
    /\bper\b|\/|\beach\b|\ba(?:n| single)? (?:gigawatt|megawatt|kilowatt|GPU|chip|rack|GW|MW)\b|not (?:been )?disclosed/i,
  ],
  [
    /\bhow many (?:times|multiples) (?:over|as|bigger|larger|more|higher|the|its)\b|\bmultiples? of\b|\bratio (?:of|between)\b|\bby what (?:factor|multiple)\b/i,
    /\btimes\b|×|%|\b(?:multiple|ratio|\w*fold|doubl\w+|tripl\w+|quadrupl\w+|twice|half)\b/i,
  ],
  [
    /\b(?:interest (?:rate|margin|on|for)|how much interest|coupon|what (?:yield|spread))\b|\b(?:what|which|at what|^the|^) ?rate\b(?=.*\b(?:loans?|bonds?|debt|notes|revolver|facility|credit line|borrow\w*)\b)/i,
    /%|\bper ?cent|\bbasis points?\b|\bbps?\b|\bSOFR\b|\brates?\b|interest[- ]free|not (?:been )?disclosed/i,
  ],
  [
    /\b(?:prices?|costs?) (?:of|for) (?:an?|one|each|a single|every) (?:[\w.-]+ ){0,3}(?:chips?|gpus?|racks?|servers?|accelerators?|tpus?|boards?|reactors?)\b/i,
    /\bper\b|\beach\b|\ba(?:n| single)? (?:GPU|TPU|chip|rack|server|accelerator|reactor)\b|not (?:been )?disclosed/i,
  ],
  [
    /\b(?:what|how much) (?:does|do|did|will|would|is|are|was) .{1,50}\b(?:pay|paid|paying) for (?:the |its |their )?(?:power|electricity|energy|water)\b/i,
    /\bper\b|\/|\b(?:prices?|cents?|tariffs?|rates?|free|bills?|disclosed)\b/i,
  ],
  [
    /\bwho(?:['’]?s| is| was| are)? (?:the )?(?:current |new |first )?(?:ceo|cfo|coo|cto|chief|chair(?:man|woman|person)?|president|founder|head|boss)\b/i,
    /\b(?:ceo|cfo|coo|cto|chief|chair\w*|president|founder|founded|heads?|headed|runs?|leads|led|boss)\b/i,
  ],
  [
    /\b(?:does|did|do|will|would) .{1,40}\bcharges?\b/i,
    /\b(?:charge[ds]?|interest|fees?|prices?|rents?|rates?|tariffs?|disclosed)\b/i,
  ],
  [
    /\bhow much of (?:the|its|their|that) (?:[\w.&'’-]+ ){0,3}(?:site|campus|complex|plant|building|company|fund|venture)\b.{0,40}\b(?:is|was|were|did|does|will|would|has|had)\b/i,
    /%|\bper ?cent|\b(?:half|third|quarter|fifth|tenth|majority|all|none|nothing|most)\b|\d [GM]W \(/i,
  ],
  // What two come to together is not what one of them has.
  [/\b(?:alone|(?:by|in) itself|on its own|stand-?alone|separately)\b/i, /^(?!\D*\d[^()]*\([^()]*\btogether\b)/i],
  [/\b(?:loan[- ]to[- ]value|ltv)\b/i, /\b(?:loan[- ]to[- ]value|ltv)\b/i],
];

/** Whether a text answers in the form that is asked for; a question that asks for none is answered by any. */
export const isInForm = (question: string, text: string): boolean =>
  FORMS.every(([asked, said]) => !asked.test(question) || said.test(text));
