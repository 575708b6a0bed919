/** Questions and turns that people put otherwise than the rules read them: "convert that to euros", "did SoftBank match it", "I have $100bn. How many GW …". */
import { puttingInstead } from "../../knowledge/pattern-table.ts";

const SAID: readonly (readonly [RegExp, string])[] = [
  // The same again with another number.
  [
    /^\W*((?:(?:now|and|ok|then|please)[\s,]+)*)(?:repeat|redo|re-?run|run|do) (?:(?:that|it|this|the same|the (?:numbers?|sum|maths?|calculation))(?: again)? )?(for|at|with|using) (?=[$€£]?\d)/i,
    "$1and $2 ",
  ],
  [
    /^\W*(?:(?:now|and|ok|then|please|can you|could you)[\s,]+)*(?:convert|translate|turn|put|express|show(?: me)?|give(?: me)?) (?:that|it|this)(?: (?:amount|number|figure))? (?:in|into|to) ((?:us )?(?:euros?|dollars?|pounds?(?: sterling)?|sterling|eur|usd|gbp|yen))(?: please)?[\s?.!]*$/i,
    "what is that in $1?",
  ],
  // One gigawatt of each: what they are is asked for, and no sum.
  [
    /\bbetween (?:an?|one|1) (?:gws?|gigawatts?|mws?|megawatts?) of ([\w -]{2,30}?) and (?:an?|one|1) (?:gws?|gigawatts?|mws?|megawatts?) of (?=[a-z])/gi,
    "between $1 and ",
  ],
  // What somebody has stands in front of what it buys.
  [
    /^\W*(?:i|we|they|you)(?:['’]ve)? (?:have|got|had) ([$€£]\d[\d.,]*(?: ?(?:bn?|m|mn|t|tn|billion|million|trillion))?)\s*[.,;:]\s*(how (?:many|much)\b[^?]*?)\b(?:does|do|will|would|can|could) (?:that|it|this)\b/i,
    "$2does $1",
  ],
  // "Jensen's 50-60 range" is his number.
  [
    /(?<=\b(?:gws?|gigawatts?|gigs)\b.*)(['’]s) \$?\d{2}(?: ?(?:bn?|billion))?\s?(?:-|–|to)\s?\$?\d{2}(?: ?(?:bn?|billion))?(?: range)?(?=\W*$)/gi,
    "$1 number",
  ],
  // Of what came in beside it.
  [
    /\bwho else (?:came in|came aboard|came along|piled in|joined in|wrote (?:an? )?che(?:que|ck)s?)\b/gi,
    "who else chipped in",
  ],
  [
    /^\W*((?:(?:so|and|but|ok)[\s,]+)*)(?:did|does|will|has) ([\w.&-]+(?: [\w.&-]+)?) (?:also )?(?:match(?:ed|es)? (?:it|that|them)|(?:put|putting) in (?:the same|as much|just as much))[\s?.!]*$/i,
    "$1how much did $2 put in?",
  ],
  // The bill is worked out by the energy, and shows it.
  [
    /\b(?:annual|yearly) (?:energy|electricity|power|consumption)(?: (?:use|consumption|need|demand))?(?: in [tgm]wh)?,? (?:and|plus) (?:the |its |what the )?(?:annual |yearly )?(?:power |electricity |energy )?bill\b/gi,
    "annual power bill",
  ],
  // Whether an amount holds another says both.
  [
    /^(?!.*\?.*\?)([^?]{5,80}?),? and (?:is|are) ([^,?]{3,50}?) (?:in (?:there|it|that)|included(?: in (?:it|that))?|part of (?:it|that))[\s?.!]*$/i,
    "does $1 include $2?",
  ],
  // The two ends of an income statement.
  [
    /\b(?:the )?operating line(?=.*\bbottom line\b)|(?<=\bbottom line\b.*)\b(?:the )?operating line\b/gi,
    "the operating loss",
  ],
  [
    /(?<=\boperating (?:loss|line|result)\b.*)\b(?:the )?bottom line\b|\b(?:the )?bottom line\b(?=.*\boperating (?:loss|line|result)\b)/gi,
    "the net loss",
  ],
];

export const saidPlainly = puttingInstead(SAID);
