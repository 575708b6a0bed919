/** What kind of thing a few words that go on with an answer ask for, and by which words records say it. */

import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Want } from "../../../knowledge/kind-asked.ts";
import { countedIn, wantIn } from "../../../knowledge/question-words.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { Attribute } from "../../plan.ts";
import type { Conversation } from "../conversation.ts";
import { wantOf } from "../sought.ts";

/** `rest`: what of the turn is still to be explained. */
type Sought = { want: Want | null; counted: string | null; words: string; rest: string };

/** `attribute`: what it was read as. */
export function wantOfTurn(said: string, attribute: Attribute | null, last: Conversation, deal: Deal): Sought {
  const turn = TURNS.find(({ pattern }) => pattern.test(said));
  if (turn)
    return {
      want: turn.want,
      counted: null,
      words: turn.words ?? "",
      rest: turn.saysAll ? said.replace(turn.pattern, " ") : said,
    };
  // "Out of?" after some of them: of how many of the same.
  const [counts] = OUT_OF.test(said) ? contentRoots(figureShown(last, deal)?.counted ?? "").slice(-1) : [];
  if (counts) return { want: "count", counted: counts, words: "planned total", rest: said };
  // "How much was running" after gigawatts is of power.
  if (attribute === "value" && OF_POWER.test(said) && figureShown(last, deal)?.unit === "GW")
    return { want: "power", counted: null, words: "", rest: said };
  return { want: wantIn(said, wantOf(attribute)), counted: countedIn(said), words: "", rest: said };
}

function figureShown({ shown = [] }: Conversation, deal: Deal): Figure | undefined {
  const [first] = shown[0] ?? [];
  return deal.events.flatMap(({ figures = [] }) => figures).find(({ id }) => id === first?.figure);
}
const OUT_OF = gated(
  /^(?:(?:and|so)\b[\s,]*)*(?:out )?of (?:how many|what total)?(?: (?:in total|planned|altogether|in all))?[\s?.!]*$|^out of[\s?.!]*$/i,
);
const OF_POWER = gated(
  /\bhow much\b.*\b(?:runn?ing|operat\w*|live|online|on line|energi[sz]ed|built|ready|add(?:s|ed)?|leas\w+|tak(?:es|ing)|us(?:es|ing)|deliver\w*|contracted|up)\b/i,
);

/** `saysAll`: records say it by the words beside it, and none of its own is looked for. */
const TURNS: readonly { want: Want | null; pattern: RegExp; words?: string; saysAll?: true }[] = [
  {
    want: "power",
    pattern:
      /\bhow (?:big|large)(?:['’]s| is| was| will) (?:the|that|this) (?:site|campus|data cent(?:er|re)|facility|plant|place)\b(?: be)?[\s?.!]*$/i,
    words: "data centre site campus plant facility",
    saysAll: true,
  },
  {
    want: "money",
    pattern: /\bhow much (?:money )?(?:is|are|does|do|did|will|would|has|have)\b.*\bin (?:return|exchange)\b/i,
  },
  {
    want: "money",
    pattern:
      /\b(?:meant|supposed|planned|intended|expected|going|thought|targeted) to be (?:a (?:lot|bit) )?(?:smaller|bigger|larger|more|less|lower|higher)\b/i,
    words: "planned target first earlier before",
  },
  {
    want: "power",
    pattern:
      /\b(?:can|could|may|might|will|would) (?:it|that|this|they|the (?:site|campus)) (?:(?:get|become|go|be(?:come)?) (?:any |even |much )?(?:bigger|larger|expanded|extended)|grow|expand)\b.{0,12}$|\bhow (?:big|large|far) (?:can|could|might|may) (?:it|that|this|they|the (?:site|campus)) (?:get|grow|become|go)\b/i,
    words: "could grow reach expand",
  },
  {
    want: "price",
    pattern: /^(?:(?:and|so)\b[\s,]*)*(?:the |at what |which )?(?:share |offer |issue )?price[\s?.!]*$/i,
    words: "offer paid",
  },
  {
    want: "valuation",
    pattern: /\b(?:value|worth) of the (?:company|firm|business|group)\b/i,
    words: "valuation market",
  },
  {
    want: "money",
    pattern:
      /^(?:(?:and|so)\b[\s,]*)*(?:the |its )?(?:reported |stated |total |actual )?(?:money|dollars|cash|dollar (?:sum|amount|value))(?: (?:figure|amount|value))?[\s?.!]*$/i,
  },
  { want: null, pattern: /\bprice talk\b/i, words: "talk" },
  { want: "money", pattern: /\bany (?:money|cash|dollars?|price|payment)\b/i },
  { want: "length", pattern: /\b(?:maturity|maturities|tenor)\b/i, words: "life term length" },
  {
    want: "price",
    pattern:
      /^(?:(?:and|so|at)\b[\s,]*)*(?:(?:what|which|the) )?price (?:each|apiece|a piece|of each|a pop)\b|\bhow much (?:each|apiece|a pop)\b/i,
  },
  {
    want: "who",
    pattern:
      /\bwho(?:['’]s| is)? (?:(?:stays?|remains?|now|still|left) )*(?:runs?|running|leads?|leading|heads?|heading|in charge|the boss)\b/i,
    words: "chief executive head runs",
  },
  {
    want: "money",
    pattern: /\b(?:original\w*|first|at first|initially) (?:after|aim\w*|target\w*|seek\w*|want\w*|ask\w*|look\w*)\b/i,
    words: "target sought",
  },
  {
    want: "valuation",
    pattern:
      /\bmarket (?:cap\w*|value)\b(?: (?:at|by|after|on|as of) (?:that|this|the) (?:point|time|moment|day|date|close|price))?/i,
    words: "market value",
    saysAll: true,
  },
  {
    want: null,
    pattern: /\b(?:fully |all |completely |entirely )?vest(?:s|ed|ing)?(?: in full| fully| completely)?\b/i,
    words: "vest full only if",
    saysAll: true,
  },
  {
    want: "valuation",
    pattern: /\b(?:price tag|worth what|market cap\w*|worth (?:at|by|after) )\b/i,
    words: "valuation",
  },
  {
    want: "percent",
    pattern:
      /\b(?:up|down) (?:by )?how (?:much|far)\b|\bhow (?:much|far) (?:up|down)\b|\bhow (?:much|far) (?:was|were|is|are|did|have|has) (?:it|they|the (?:shares?|stock)) (?:up|down|rise|risen|jump|pop|gain|climb|fall|fallen|drop)\b/i,
    words: "rise jump",
  },
  { want: "price", pattern: /\b(?:at )?(?:what|which) (?:share )?price\b|\bpriced at\b|\bstrike\b|\bper share\b/i },
  {
    want: "percent",
    pattern:
      /\b(?:stock|share(?:s|[- ]price)?|market) (?:price )?(?:reaction|response|move(?:ment)?|jump|pop|impact)\b|\bhow did (?:the |its |their )?(?:stock|shares|market) (?:react|respond|move|take it)\b|\bfirst[- ]day (?:pop|gain|jump|rise)\b/i,
    words: "jump rise rose fell fall jumped shares",
    saysAll: true,
  },
  {
    want: null,
    pattern:
      /^(?:(?:and|so|but)\b[\s,]*)*(?:(?:is|was) (?:that|it|this) (?:just |all |only )?(?:with|without|incl(?:uding|\.)?|excluding|for)|(?:does|do|did) (?:that|it|this|they) (?:also )?(?:include|cover|contain)|(?:with|including|incl\.?)) (?:the |any |its )?(?:chips?|servers?|gpus?|hardware|equipment|it (?:equipment|kit|gear)|kit|gear)[\s?.!]*$/i,
    words: "including equipment chips servers without contents buildings",
    saysAll: true,
  },
  {
    want: null,
    pattern: /\bwhat (?:is|was|are|will) (?:it|they|that|the (?:site|campus|data cent(?:er|re)))(?: be)? powered by\b/i,
    words: "gas grid nuclear fuel cells generated renewable solar electricity energy supplies",
    saysAll: true,
  },
  {
    want: "date",
    pattern: /\b(?:repaid|repayment|paid (?:back|off|down)|matur(?:e|es|ing)|redeemed)\b/i,
    words: "paid down due maturity repaid",
  },
  {
    want: "money",
    pattern:
      /\bhow much (?:has|have|had|did) (?:it|they|he|she|[\w.&'-]{2,20}) (?:actually |really |ever |already )*(?:put in|paid in|invested|sunk in|handed over)[\s?.!]*$/i,
    words: "paid commitment already invested",
    saysAll: true,
  },
  {
    want: "price",
    pattern: /\bwhere did (?:it|they|the (?:shares|stock)) (?:close|end|finish|open)\b/i,
    words: "close",
  },
  { want: "percent", pattern: /\bin percent\b|\b(?:what|which) (?:%|pct|percent\w*|share(?! price)|slice|stake)/i },
  {
    want: "power",
    pattern:
      /^(?:(?:and|so)\b[\s,]*)*(?:the |its )?(?:capacity|power|gws?|mws?) (?:when|once|at|by|after|in|to begin with|initially)\b/i,
  },
  {
    want: "percent",
    pattern: /^(?:(?:and|so)\b[\s,]*)*(?:[\w.&' -]{2,25}['’]s?|its|their) (?:share|stake|slice|cut)[\s?.!]*$/i,
    words: "stake share",
  },
  {
    want: "percent",
    pattern: /^(?:(?:and|so|but)\b[\s,]*)*[\w.& -]+['’]s (?:stake|holding|slice) in\b/i,
    words: "stake share",
  },
  {
    want: "who",
    pattern:
      /\bwho (?:all )?(?:went|moved|left|joined|jumped|came|stepped|quit|resigned|goes|moves|leaves|joins)(?: over| across| aside| down| back)?\b/i,
    words: "move join hire leave left chair recused",
  },
  { want: null, pattern: /\b(?:called|named|nicknamed|codenamed|(?:code|nick)?name)\b/i, words: "called named name" },
  {
    want: "percent",
    pattern:
      /\bwhat (?:do|does|did|will) .*\b(?:notes?|bonds?|loans?|debt|tranche|paper)\b.* (?:pay|yield|cost)[\s?.!]*$/i,
    words: "interest coupon yield",
  },
  {
    want: "money",
    pattern:
      /\bwhat (?:do|does|did|will|would|is|are|has|have) [\w.&' -]{2,30} (?:put(?:ting)?|chip(?:ping)?|throw(?:ing)?|kick(?:ing)?|pay(?:ing)?|spend(?:ing)?) (?:in|up|on top)\b/i,
  },
  {
    want: null,
    pattern:
      /\bwhat (?:does|do|must|would|will|did) [\w.&' -]{2,30} (?:have|need|got|promise|undertake) to (?:do|buy|provide)[\s?.!]*$/i,
    words: "must obliged buy undertakes promised",
  },
  {
    want: "money",
    pattern: /\b(?:right away|straight away|immediately|at once|from the start|on day one|(?:for|right) now)\b/i,
    words: "upfront immediately once first initial",
  },
  {
    want: "money",
    pattern:
      /\b(?:put|invested|sunk|spent|paid|given|poured) (?:in |into it |up )?(?:before|earlier|already|previously|so far)\b/i,
    words: "earlier before previous already paid",
  },
  {
    want: "money",
    pattern:
      /^(?:(?:and|then|so)\b[\s,]*)*(?:(?:later|afterwards|further|thereafter|down the (?:line|road)|on top)\b,? ?(?:(?:at|up to) )?(?:most|max(?:imum)?|how much|what)?|(?:(?:at|up to) (?:most|max) |how much )(?:later|afterwards|further|on top))[\s?.!]*$/i,
    words: "further additional",
    saysAll: true,
  },
  {
    want: "money",
    pattern:
      /^(?:(?:and|so)\b[\s,]*)*plus what (?:it|they|\w+) (?:had |has |have )?(?:already|previously|earlier|before)? ?(?:invested|put in|paid|spent|given|lent)(?: (?:before|already|earlier|so far))?(?:,? (?:all told|in all|in total|altogether|all in))?[\s?.!]*$/i,
    words: "backing cumulative earlier",
    saysAll: true,
  },
  { want: "money", pattern: /\b(?:rents?|rental|fees?)\b/i },
  { want: "money", pattern: /\b(?:dollar|money|cash) (?:figure|amount|value)\b/i },
  {
    want: null,
    pattern:
      /\bwhat (?:does|do|did|will|would) [\w.&' -]{2,30} (?:get|receive|gain)(?: (?:for (?:it|that|this)|in (?:return|exchange)|out of (?:it|that|this)))?[\s?.!]*$|\bin (?:return|exchange)\b|\b(?:get|gets|got|receives?|received?) (?:anything|something) (?:for|from|out of|in)\b/i,
    words: "receives gets warrants shares stake",
  },
  {
    want: "money",
    pattern:
      /^(?:(?:and|so)\b[\s,]*)*(?:how much|what) (?:of (?:it|that) )?(?:so far|to date|already|by now|until now)[\s?.!]*$|\bhow much (?:money )?(?:has|have) (?:been |already been )?(?:spent|invested|paid)[\s?.!]*$/i,
    words: "spent paid",
    saysAll: true,
  },
  { want: "money", pattern: /\bpaid (?:so far|already|to date|yet|out)\b|\balready paid\b/i, words: "paid" },
];
