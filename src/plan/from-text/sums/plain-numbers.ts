/** The ways in which people write numbers and what they are for, made one: "four" in digits, "24/7", "x1.53", "per kW-month". */
import { gated } from "../../../knowledge/gated.ts";
import { perText } from "../../../knowledge/per-text.ts";
import { digitsFor, numberOfWord } from "../../number-words.ts";

/** "Six years instead of four": a word for a number whose unit stands elsewhere. */
const SMALL = "two three four five six seven eight nine ten".split(" ");
const OTHER_NUMBER = new RegExp(
  String.raw`\b((?:instead of|rather than|versus|vs\.?|compared (?:with|to)) )(${SMALL.join("|")})\b`,
  "gi",
);

/** "250 MW each month for a year": how long it goes on. */
const PACED_FOR_ONE = gated(
  /(\b(?:(?:each|every|per|an?)\s(?:week|month|quarter|day|year)|monthly|quarterly)\b.{0,20}?\b)for (?:an?|one|the) (?:whole |full |next )?(year|quarter|month|week)\b/gi,
);

/** "Four, five and six years" are three lengths, and no eleven. */
const LISTED = new RegExp(
  String.raw`\b(?:${SMALL.join("|")})\b(?=(?:, and |, or |, | and | or | versus | vs )(?:${SMALL.join("|")})\b)`,
  "gi",
);

/** "$10B over six": years, at the end of what is said. */
const OVER_SO_MANY = gated(/\b(over )([a-z]+)(?=\s*[?.,;!]*$)/gi);

const POWER = String.raw`\d+(?:\.\d+)?\s?(?:mw|gw|megawatts?|gigawatts?)`;
const SITES = "(?:sites?|campus(?:es)?|buildings?|halls?|data cent(?:er|re)s?|blocks?|reactors?|phases)";
/** "Three 245 MW buildings", "8 buildings of 150 MW": so many of so much each. */
const SEVERAL_OF = new RegExp(
  String.raw`\b(\d{1,2}|${[...SMALL, "eleven", "twelve", "fifteen", "twenty"].join("|")}) (${POWER}) (?=${SITES}\b)`,
  "gi",
);
const OF_SO_MUCH = new RegExp(
  String.raw`(\b\d{1,2} ${SITES} (?:of|at|with) (?:about )?${POWER})(?! (?:each|apiece))`,
  "gi",
);
const COUNTS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(SMALL.map((word, index) => [word, index + 2])),
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
};

/** "1.5 GW in 2026 and twice that in 2027": the second is worked out from the first. */
const OF_THAT = gated(
  /(\d+(?:\.\d+)?)(\s?(?:mw|gw|megawatts?|gigawatts?|bn|billion|b|million|mn|m)\b.*?)\b(twice|double|three times|triple|half) that(?: much| amount)?\b/i,
);
/** "$20B in 2027 and the same again in 2028". */
const SAME_AGAIN = gated(
  /(\d+(?:\.\d+)?\s?(?:mw|gw|megawatts?|gigawatts?|bn|billion|b|million|mn|m)\b)((?:[^?\d]|\b20\d\d\b){0,40}?)\b(?:the )?same (?:again|amount)(?! as)/i,
);
const TIMES: Readonly<Record<string, number>> = { twice: 2, double: 2, "three times": 3, triple: 3, half: 0.5 };

/** "Double 4.5 GW": twice an amount that is given. */
const MULTIPLES: Readonly<Record<string, number>> = { double: 2, twice: 2, triple: 3, treble: 3, quadruple: 4 };
const MULTIPLE_OF = gated(/\b(double|twice|triple|treble|quadruple)\s+(?:the\s+)?(?=[$€£]?\d)/gi);

/** "The midpoint of 50 and 60": the number in the middle of two. */
const MIDPOINT = gated(
  /\b(?:the )?(?:mid-?point|middle|half-?way) (?:of|between) ([$€£]?)(\d+(?:\.\d+)?)(?: (?:to|and) )[$€£]?(\d+(?:\.\d+)?)/gi,
);
const HALVED = gated(
  /\b(?:halve|halving|half of the|half the)\s+(?=[$€£]?\d+(?:\.\d+)?\s?(?:gws?|mws?|gigawatts?|megawatts?|bn|b|billion|million|tn|trillion|gpus?|chips?|racks?)\b)/gi,
);
/** "AMD doubles from $165". */
const MULTIPLIED_FROM = gated(/\b(doubles?|triples?|quadruples?|halves?) from ([$€£]?)(\d+(?:\.\d+)?)/gi);
const FROM: Readonly<Record<string, number>> = { double: 2, triple: 3, quadruple: 4, halve: 0.5 };
/** "35 GW by 2030 from 9 GW in 2025": the later level is said first. */
const LATER_FIRST = gated(
  /(\d+(?:\.\d+)? ?(?:gw|mw|gigawatts?|megawatts?)) (?:by|in) (20\d\d),? (?:up )?from (\d+(?:\.\d+)? ?(?:gw|mw|gigawatts?|megawatts?)) (?:in|at|as of|at the end of) (20\d\d)/gi,
);
/** "60/40 debt and equity", "debt to equity of 80:20": two parts of a hundred. */
const TWO_PARTS = String.raw`(\d\d)\s?[\/:–-]\s?(\d\d)`;
const SPLIT = new RegExp(
  String.raw`\b${TWO_PARTS},? (?:split of |split between |in |between |of )?(debt|equity)(?:\s?(?:\/|-|:|and|to|vs\.?)\s?|\s)(debt|equity)\b`,
  "gi",
);
const SPLIT_BEHIND = new RegExp(
  String.raw`\b(debt|equity)(?:\s?(?:\/|-|:|and|to|vs\.?)\s?|\s)(debt|equity)(?: (?:ratio|split|mix))?(?: (?:of|is|at))?:? ${TWO_PARTS}\b`,
  "gi",
);
const parted = (all: string, a: string, of: string, b: string, other: string): string =>
  Number(a) + Number(b) === 100 ? `${a}% ${of} ${b}% ${other}` : all;
/** "Half a year", "a year and a half". */
const HALF_YEAR = gated(/\b(?:half an?|(?:a|one)[- ]half) years?\b|\bhalf of an? year\b/gi);
const YEAR_AND_A_HALF = gated(/\b(?:an?|one|1) year and a half\b/gi);
/** "Split 60/40". */
const HUNDRED = gated(
  /\b(?:split|shared?|divided?|cut)\b(?=.*\b\d\d\s?\/\s?\d\d\b)|\b\d\d\s?\/\s?\d\d (?:split|between)\b/i,
);
const TWO_SHARES = /\b(\d\d)\s?\/\s?(\d\d)\b/;
const sharesApart = (text: string): string =>
  HUNDRED.test(text)
    ? text.replace(TWO_SHARES, (all, a: string, b: string) => (Number(a) + Number(b) === 100 ? `${a}% and ${b}%` : all))
    : text;
/** "8x revenue of $25B". */
const MULTIPLE_OF_SALES = gated(
  /\b(\d+(?:\.\d+)?)\s?(?:x|times) (?:the |its |annual )*(?:revenues?|sales|ebitda|arr|run[- ]rate|earnings) of (?=[$€£]?\d)/gi,
);
/** "Through May 2029 from June 2026". */
const MONTH_YEAR = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?,? 20\\d\\d";
const END_FIRST = new RegExp(
  String.raw`\b(through|to|until|till|up to) (${MONTH_YEAR}),? (?:starting |beginning )?(?:from|in) (${MONTH_YEAR})`,
  "gi",
);
/** "SOFR at 4.3% plus 250 bp" is one rate. */
const OVER_REFERENCE = gated(
  /\b(?:sofr|libor|euribor|treasur(?:y|ies)|base rate|benchmark)(?: (?:of|at|is|around|about))*\s*\(?(\d+(?:\.\d+)?)\s?%?\)?,? (?:\+|plus|and|with)(?: an?| a spread of| a margin of)? ?(\d+(?:\.\d+)?)\s?(bps?|basis points|%)/gi,
);
/** "Doubles in 18 months". */
const DOUBLES_IN = gated(
  /\b(doubl|tripl|quadrupl)(?:es?|ed|ing) (?:in|over|within|every) (?=\d+(?:\.\d+)? (?:months?|years?|quarters?)\b)/gi,
);
const STEMS: Readonly<Record<string, number>> = { doubl: 2, tripl: 3, quadrupl: 4 };
/** "Dollars per GPU per hour", "an hour per card": one of them for one hour. */
const CHIP_WORD = "(?:gpu|chip|accelerator|card|[hb][12]00|gb[23]00)";
const CHIP_AND_HOUR = new RegExp(
  String.raw`(?:\bper |\ban? |\beach |\/ ?)${CHIP_WORD}(?: per |[,]? an |\/ ?| each | every )(?:hours?|hrs?)\b|(?:\bper |\ban |\/ ?)(?:hour|hr)(?: per |\/ ?| an? | for each )${CHIP_WORD}\b`,
  "gi",
);
/** "$9.7bn of revenue per GW-year", "$35B of Nvidia gear per gigawatt". */
const REVENUE_BETWEEN = gated(
  /(?<![\d.,])(\d[\d.,–-]{0,24}(?:\s?(?:bn|b|billion|mn?|million))?) (?:of|in) ((?:contracted |cloud |annual |yearly )?(?:revenues?|rent|sales|income)|(?:[a-z]+ )?(?:hardware|gear|kit|content|equipment|capex|costs?|spend(?:ing)?|investment|silicon|servers|chips|gpus)) ((?:per|an?|for each|\/) ?(?:gw|mw|gigawatt|megawatt)(?:[- ]years?)?(?: (?:a|per) year)?)\b/gi,
);
/** "The ratio of 4.5 to 1.2". */
const RATIO_OF = gated(/\bratio (?:of|between) ([$€£]?\d[\d.,]*\s?[a-z%]{0,10}) (?:to|and) (?=[$€£]?\d)/gi);
/** Cards are GPUs here. */
const CARDS = gated(/\b(?:(?:gpu|graphics|accelerator|hopper|blackwell) )?card(s?)\b/gi);
/** "An overrun of a third", "overruns by half": a share, and no quarter of a year. */
const MOVED_BY = gated(
  /(\b(?:overr[au]ns?|over budget|over|under|up|down|rise[sn]?|rose|falls?|fell|drops?|dropped|cuts?|increase[sd]?|reduced?|grows?|grew|shrinks?|shrank|blown|ballooned|swelled|discount|mark-?up|premium|contingency|higher|lower|dearer|cheaper|more|less) (?:by|of) |\b(?:raise|increase|cut|reduce|lower|boost|grow|shrink|trim|bump(?: up)?) [$€£]?\d[\d.,]* ?[a-z]+(?: (?:per|a) [a-z]+|\/[a-z]+)? by )(?:(an?|one|two|three) )?(half|third|quarter|fifth|tenth)s?\b(?! (?:of )?(?:late|behind|delay))/gi,
);
const PARTS: Readonly<Record<string, number>> = { half: 50, third: 100 / 3, quarter: 25, fifth: 20, tenth: 10 };
/** "Per billion dollars", "for every trillion": one of them. */
const FOR_A_BILLION = gated(
  /\b(?:per|for (?:every|each|an?)|(?:with|buy for|from) an?) (?:usd |us ?)?(billion|trillion|bn|tn)(?: (?:us )?dollars)?(?=\s*(?:[,.?!]|$|at\b|@|if|when|with|and|of capex|spent|invested|by\b|using))/gi,
);
/** "A 160-million-share warrant"; "the penny strike". */
const SHARES_JOINED = gated(/(\d)[- ](thousand|million|billion)-shares? /gi);
const PENNY_STRIKE = gated(
  /\b(?:penny|one[- ]cent|1[- ]cent|1¢|single[- ]cent)(?:[- ]a[- ]share)?[- ](?:strike(?: price)?|exercise(?: price)?)\b/gi,
);
const DOUBLING = gated(/\bdoubl(?:ing|es) ((?:every|each|per|a) (?:year|month|quarter)|yearly|annually)\b/gi);

/** "Ten equal annual payments": as many years, or months. */
const PAYMENTS = gated(
  /\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)(?: (?:equal|level|even|fixed))*(?:,? (annual|yearly|monthly))(?: (?:equal|level|even|fixed))* (?:re)?(?:payments?|instal?ments?)\b/gi,
);

/** "$300B, paid evenly over 5 years?": so much over so long, where no interest is spoken of. */
const SPREAD_OVER = gated(
  /(?<=\d\s?[a-z$€£/ ]{0,24})(?<!%.*)(?:\s*[,;:–—]\s*(?:and |then )*|\s+)(?:(?:(?:even|equal)ly )?(?:spread|split|divided|averaged|paid|phased|staged|staggered|spent|invested)(?: (?:out|in|off|evenly|equally|even))*(?: (?:over|across|through|in)) |(?<=[,;:–—]\s*)(?:over|across) )(?:the next |the coming |about )?(?=\d+(?:\.\d+)? ?(?:years?|yrs?)[\s?.!]*$)/gi,
);

export const plainNumbers = perText((question): string =>
  digitsFor(sharesApart(question).replace(LISTED, (word) => `${SMALL.indexOf(word.toLowerCase()) + 2}`))
    .replace(SPREAD_OVER, " over ")
    .replace(PAYMENTS, (_all, count: string, per: string) => {
      const number = numberOfWord(count) ?? count;
      return /^m/i.test(per)
        ? `${number} months in level monthly payments`
        : `${number} years in level yearly payments`;
    })
    .replace(MULTIPLE_OF, (_all, word: string) => `${MULTIPLES[word.toLowerCase()] ?? 2} x `)
    .replace(
      MOVED_BY,
      (_all, before: string, count: string | undefined, part: string) =>
        `${before}${Number(((PARTS[part.toLowerCase()] ?? 0) * (numberOfWord(count ?? "one") ?? 1)).toPrecision(12))}%`,
    )
    .replace(FOR_A_BILLION, (_all, scale: string) => `for $1 ${scale}`)
    .replace(SHARES_JOINED, "$1 $2 shares ")
    .replace(PENNY_STRIKE, "strike of $0.01")
    // "43 GBP million".
    .replace(/(\d) (gbp|eur|usd|euros?|pounds?|dollars?) (million|billion|trillion|bn|mn|m|b)\b/gi, "$1 $3 $2")
    .replace(MIDPOINT, (_all, sign: string, a: string, b: string) => `${sign}${(Number(a) + Number(b)) / 2}`)
    .replace(HALVED, "0.5 x ")
    .replace(
      MULTIPLIED_FROM,
      (_all, word: string, sign: string, number: string) =>
        `goes to ${sign}${Number(number) * (FROM[word.toLowerCase().replace(/s$/, "")] ?? 1)}`,
    )
    .replace(LATER_FIRST, "from $3 in $4 to $1 by $2")
    .replace(SPLIT, (all, a: string, b: string, of: string, other: string) => parted(all, a, of, b, other))
    .replace(SPLIT_BEHIND, (all, of: string, other: string, a: string, b: string) => parted(all, a, of, b, other))
    .replace(YEAR_AND_A_HALF, "18 months")
    .replace(HALF_YEAR, "6 months")
    .replace(MULTIPLE_OF_SALES, "$1 x ")
    .replace(END_FIRST, "from $3 $1 $2")
    .replace(
      OVER_REFERENCE,
      (_all, base: string, over: string, unit: string) =>
        `${Number((Number(base) + Number(over) / (unit === "%" ? 1 : 100)).toPrecision(10))}%`,
    )
    // "600 $/kW": the sign stands behind the number.
    .replace(/(?<![$€£\d.,])(\d[\d.,]*) ?\$ ?(?=(?:\/|per) ?(?:[kmg]wh?|gpu|chip|rack|hour|hr)\b)/gi, "$$$1")
    .replace(/(\d) equal (?=(?:years?|quarters?|months?)\b)/gi, "$1 ")
    .replace(DOUBLES_IN, (_all, word: string) => `growing from 1 to ${STEMS[word.toLowerCase()] ?? 2} in `)
    .replace(CHIP_AND_HOUR, (all) => `${all.startsWith("/") ? "/" : " per "}gpu-hour`)
    .replace(CARDS, "gpu$1")
    // What it is for stands between it and what it is for each of.
    .replace(REVENUE_BETWEEN, "$1 $3 of $2")
    .replace(RATIO_OF, "$1 divided by ")
    // "3,300 MW = ? GW".
    .replace(/(?:=|\bis|\bequals) \?\s?(?=[a-z$€£])/gi, "in ")
    .replace(DOUBLING, "growing 100% $1")
    .replace(/(?<=\b(?:in|to|by|from|until|through|of) )['’](?=[23]\d\b)/g, "20")
    .replace(/\b24 ?\/ ?7(?: ?\/ ?365)?\b/g, "around the clock")
    .replace(OVER_SO_MANY, (all, before: string, word: string) => {
      const years = numberOfWord(word);
      return years === null || years < 2 ? all : `${before}${years}`;
    })
    .replace(OTHER_NUMBER, (_all, before: string, word: string) => `${before}${SMALL.indexOf(word.toLowerCase()) + 2}`)
    // "x1.53": a sign and a number.
    .replace(/(?<![\p{L}\d])[x×](?=\d)/giu, "x ")
    .replace(/(?<=\d)[\s-]?percent(?:age)? points?/gi, "%")
    // "$130 per kW-month" is for a kilowatt and a month.
    .replace(/(?<=\b(?:per|each|a) (?:kw|mw|kilowatt|megawatt)) and (?=(?:month|year)\b)/gi, " per ")
    .replace(/(?<=\b(?:kw|mw|kilowatt|megawatt))[-\s](?=(?:months?|mo|years?|yr)\b)/gi, " per ")
    .replace(
      SEVERAL_OF,
      (_all, count: string, power: string) => `${COUNTS[count.toLowerCase()] ?? count} sites of ${power} each `,
    )
    .replace(OF_SO_MUCH, "$1 each")
    .replace(OF_THAT, (_all, number: string, between: string, times: string) => {
      const unit = /^\s?[a-z]+/i.exec(between)?.[0] ?? "";
      return `${number}${between}${Number(number) * (TIMES[times.toLowerCase()] ?? 1)}${unit}`;
    })
    .replace(SAME_AGAIN, "$1$2$1")
    .replace(PACED_FOR_ONE, (_all, every: string, unit: string) => `${every}for 1 ${unit}`),
);
