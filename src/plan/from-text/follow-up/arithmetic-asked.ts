/** Which arithmetic on what was shown a question asks for, and what is left of it: what the amounts are called. */

import { gated, type Pattern } from "../../../knowledge/gated.ts";
import { PERIOD_WORDS, type Period, periodsAsked } from "../sums/periods-asked.ts";
import { type CurrencySaid, currencySaid, withoutCurrency } from "./currency-said.ts";

type Form = "sum" | "more" | "gap" | "growth" | "times" | "share" | "larger" | "less" | "average";
export type Arithmetic = {
  form: Form;
  /** The words beside those of the form, of ends, of numbers of amounts and of periods. */
  rest: string;
  /** At which end of its range each amount is taken. */
  end: "low" | "high" | null;
  /** "Both", "all three": how many amounts are meant. */
  count: number | null;
  /** "The difference a month". */
  period: Period | null;
  /** "The gap in euros". */
  currency: CurrencySaid | null;
};

/** The first that fits. The words of a form need no other explanation. */
const FORMS: readonly (readonly [Form, Pattern])[] = [
  [
    "times",
    /\b(?:growth|as an?) (?:multiple|factor)\b|^(?:the |what )?(?:factor|multiple)(?: (?:is|was) (?:that|it))?(?=[\s?.!]*$)|\b(?:up |down )?by (?:what|which) (?:factor|multiple)\b|^(?:how many )?times(?: more| bigger| larger| higher| as much)?(?: is (?:that|it))?(?=[\s?.!]*$)|\bhow many times (?:more|bigger|larger|higher|as (?:much|big|large)) (?:is|was) (?:the )?(?:first|second|other|latter|former|new|old|later|earlier)(?: (?:one|offer|bid|price|number|figure|amount))?\b/i,
  ],
  ["average", /^(?:what(?:['’]s| is) )?(?:the |their |an )?(?:average|mean)\b|\bon average[\s?.!]*$/i],
  [
    "larger",
    /\b(?:(?:which|who(?:se)?|what)(?: one)?(?: of (?:the|those|these) (?:two|three))?(?: deal| number| figure| is|['’]s| was| has| of them)* (?:the )?(?:bigger|larger|higher|more|largest|biggest|highest|greater|smaller|lower|less|cheaper|smallest|lowest|cheapest|dearer|dearest|priciest|costliest|most expensive|fewer|fewest)|(?:which|who)\b(?: (?:of (?:the|these|those) (?:two|three|four)|of (?:them|these|those)|is|was|has|costs?|lasts?|worth|one|put|puts|gave|paid|pays|committed|pledged|raised|got|gets|spent|spends|borrowed|in|up)){1,4} (?:more|most|less|least)|(?:which|who)(?: one)?(?:['’]s| is| was| has)? (?:ahead|in front|(?:leading|the lead)(?=[\s?.!]*$))|(?:bigger|larger|higher|smaller|lower) of the two|^(?:the )?(?:biggest|largest|highest|smallest|lowest|cheapest|dearest|priciest)(?: one)?(?= of (?:them|those|these|the (?:two|three|four))\b|[\s?.!]*$))\b(?: and)?(?: by)?(?: how much)?/i,
  ],
  ["share", /\bhow (?:many|much) (?:percent|per cent|pct|%)(?= of\b)/i],
  [
    "share",
    /^(?:that['’]?s|that is|which (?:is|makes)|that makes|it['’]?s|is that|so) how (?:much|large a part|big a part) of (?:it|the (?:total|whole|lot|package))(?: (?:all|thing))?\b|^how (?:much|big a part|large a part) of (?:the (?:total|whole)|it all) (?:is|was) (?:that|this|it)\b/i,
  ],
  [
    "growth",
    /\b(?:growth|grew|grow|grown|percent(?:age)? (?:change|increase|decrease|rise|jump|drop)|(?:change|increase|decrease|rise|jump|drop|up|down)(?: is that)? in (?:percent|%|pct)|how much (?:of an? )?(?:growth|increase|rise|jump|drop|change)|(?:(?:by )?how much |how far )(?:has|have|did) (?:it|that|this|they|the (?:number|figure|midpoint|target|guide|guidance|range|backlog|valuation)) (?:go|gone|increased?|risen?|climb(?:ed)?|jump(?:ed)?|fall(?:en)?|dropp?(?:ed)?|changed?|moved?|shrunk|shrink)(?: (?:up|down))?|(?:up|down) (?:by )?how much|(?:went|gone|goes|going) (?:up|down) by(?: what| how much)?(?=[\s?.!]*$)|(?<!\bmakes? )(?:up|down) (?:by )?(?:how (?:many|much)|what)(?: (?:percent|pct)\b| ?%)?|how (?:many|much) (?:percent|pct|%) (?:up|down|growth)|what (?:increase|growth|change|jump|drop)|^(?:up|down)(?=[\s?.!]*$)|% (?:change|growth|increase))(?!\w)(?: rate)?(?: in)?(?: (?:percent|pct)\b| %)?/i,
  ],
  [
    "more",
    /\bby how much\b.*(?:\b(?:percent|pct)\b|%)|\b(?:percent|pct|%)\b.*\b(?:more|higher|bigger|larger)\b|\bhow many percent\b|\bby (?:what|how many|how much) (?:percent(?:age)?|pct|%)|\b(?:difference|gap|how much (?:more|less|bigger|larger|smaller|higher|lower|cheaper|dearer|extra))\b[^?]{0,30}(?:\b(?:percent(?:age)?|per cent|pct)\b|%)(?:[- ]?(?:terms|wise))?/i,
  ],
  [
    "share",
    /\b(?:as an? (?:share|percent(?:age)?|fraction|proportion|%)|(?:what|which) (?:share|percent(?:age)?|fraction|proportion|part|%)|how (?:big|large) a (?:share|part)|in percent(?:age terms)?|(?:share|percent(?:age)?|fraction|proportion)(?= of))\b|^(?:percent(?:age)?|share|in %|%|pct)\s*\??$|^(?:what )?(?:%|pct)(?= of\b)|\b(?:what|as(?: an?)?|in|which) %/i,
  ],
  [
    "times",
    /\b(?:how many times|ratio|multiple|times (?:bigger|larger|more|as (?:much|big|large))|how many multiples)\b/i,
  ],
  [
    "less",
    /\b(?:minus|less (?=the |that |it |this )|subtract(?:ed|ing)?|deduct(?:ed|ing)?|net of|(?:take|taking|knock|knocking|strip|stripping|leave|leaving)\b(?=.{1,40}\b(?:off|out|away|from)\b))/i,
  ],
  [
    "gap",
    /\b(?:difference|gap|delta|how much (?:more|less|bigger|smaller|higher|lower|cheaper|dearer)|how much (?:is|was|gets?|has been|will be)(?: being)? (?:added|cut|lopped off)|(?:raised|increased|lifted|hiked|cut|lowered|reduced|upped|revised(?: up| down)?) by (?:how much|what)|by how much|spread(?: between)?(?! (?:over|across|out)\b)|how (?:much|far) (?:over|under|above|below|short)(?: (?:is|was) (?:that|it))?(?=[\s?.!]*$)|(?:the )?extra(?= ?(?:$|cost|money|spend|bill))|(?:an )?extra how much|how much extra)\b/i,
  ],
  ["growth", /\b(?:increase|decrease|rise|jump|drop|change)d?\b(?: in)?/i],
  [
    "sum",
    /\b(?:together|combined|altogether|in total|in all|all told|all in|sum(?:med)?(?: up)?(?: (?:it|them|those|these|both|all(?: of (?:it|them|those|these))?|the (?:two|three|four)))?(?: up)?|(?:add|tot|total|put) (?:them|those|both|these|the (?:two|three|four)|all (?:of (?:them|those|these)|two|three|four))(?: (?:up|together))?|add(?:ed)?(?: (?:them|those|both|it|these|the (?:two|three|four)))?(?: all)?(?: up| together)|add(?:ing)?(?= .{2,40}\b(?:and|to|plus)\b)|plus(?= [a-z])|(?:the |so |and )?(?:grand )?total(?: of (?:both|the (?:two|three|four)|those(?: (?:two|three|four))?|them|these|all(?: (?:three|four))?))?)\b/i,
  ],
];
/** Several that are counted and nothing else: "all three companies at the maximum". */
const ALL_OF_THEM = gated(
  /^(?:and )?(?:both|all (?:two|three|four|of (?:them|those|these)))\b|^(?:those|these) (?:two|three|four)[\s?.!]*$/i,
);
/** "Who's higher" asks for no end. */
const ENDS = gated(
  /(?<!\b(?:who|which|what)(?:se)?(?: one)?(?:['’]s| is| was)? )\b(?:at |on |using |for )?(?:the |its |their )?(low|lower|bottom|minimum|min|high|higher|upper|top|maximum|max)(?: (?:ends?|bound|side)\b|(?=[\s?.!]*$))/i,
);
/** Words that point at what was shown. */
export const POINTERS =
  /\b(?:both|the (?:two|three|four)|all(?: (?:two|three|four)| of (?:them|those|these))?|(?:those|these) (?:two|three|four)|either|each|every(?:one|body|thing)|them|those|these|that|this|it|between)\b/gi;
const WORTH =
  /\b(?:value|money|amounts?|dollars?|usd|costs?|price|size|numbers?|figures?|percent|pct|terms|roughly|about|exactly|much|now|then|come|comes|make|makes|work|works|out|to|deals?|contracts?|compan(?:y|ies)|firms|entry|ticket|bargain|one|ones|qoq|yoy|mom|q\/q|y\/y)\b|[$%]/gi;

const MIDPOINTS = gated(/\b(?:(?:between|of|at) )?(?:the |their )?mid-?points\b|\bat (?:the |its )?mid-?point\b/gi);

/** The time between two that were shown. */
export const MEANWHILE = gated(
  /\b(?:over|in|during|within|through) (?:that|those|this|these|the) (?:(?:two|three|four|six|nine|twelve|few|[2-9]|12) )?(?:year|quarter|month|period|time|span|week)s?(?=[\s?.!]*$)|\b(?:in between|in the meantime|meanwhile)(?=[\s?.!]*$)/i,
);

/** Null where no arithmetic is asked for. `onlyEnd`: an end alone may ask for the last difference there. */
export function arithmeticAsked(text: string): Arithmetic | null {
  const ends = ENDS.exec(text)?.[1];
  // A range stands for its middle; "over that quarter" is the time between the two.
  const body = withoutCurrency(text.replace(MIDPOINTS, " ").replace(MEANWHILE, " "))
    .replace(ENDS, " ")
    .replace(PERIOD_WORDS, " ")
    .replace(/\s+/g, " ")
    .trim();
  const end = ends === undefined ? null : /^(?:low|bottom|min)/i.test(ends) ? "low" : "high";
  const found: readonly [Form, Pattern] | undefined =
    FORMS.find(([, pattern]) => pattern.test(body)) ?? (ALL_OF_THEM.test(body) ? ["sum", ALL_OF_THEM] : undefined);
  if (!found) return null;
  const [form, pattern] = found;
  return {
    form,
    rest: body.replace(pattern, " "),
    end,
    count: countSaid(text),
    period: periodsAsked(text)[0] ?? null,
    currency: currencySaid(text),
  };
}

/** Words left that are no pointers and no nouns for any amount. */
export const withoutPointers = (words: string): string => words.replace(POINTERS, " ").replace(WORTH, " ");

function countSaid(text: string): number | null {
  const word = /\b(?:all|the|those|these|of) (two|three|four)\b/i.exec(text)?.[1]?.toLowerCase();
  if (word) return { two: 2, three: 3, four: 4 }[word] ?? null;
  return /\bboth\b/i.test(text) ? 2 : null;
}

/** The end that is asked for where nothing else is: "and at the low end?". */
export function endAlone(text: string): "low" | "high" | null {
  const ends = ENDS.exec(text);
  if (!ends || withoutPointers(text.replace(ENDS, " ")).replace(/[?.!\s]/g, "") !== "") return null;
  return /^(?:low|bottom|min)/i.test(ends[1] ?? "") ? "low" : "high";
}
