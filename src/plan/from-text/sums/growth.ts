/** From one amount to another: the change in percent, the growth a year. */

import { blanked } from "../../../knowledge/blanked.ts";
import { gated } from "../../../knowledge/gated.ts";
import { figureNamed } from "./figures-meant.ts";
import { isApartUnsaid, momentsIn, monthsApart } from "./moments.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { writeEnd } from "./write-term.ts";

const YEARLY = gated(
  /\b(?:cagr|compound\w*|(?:annual|yearly|average|per[- ]year) (?:rate of )?(?:growth|increase|rate)|growth (?:rate )?(?:per|a|each) (?:year|yr)|grow\w* .*\b(?:per|a|each|every) year|yearly growth|(?:annual(?:i[sz]ed)?|yearly) (?:growth|rate)|growth rate|what growth(?: rate)? (?:takes?|gets?|brings?|turns?|is needed|would (?:take|get|turn)))\b|\bhow fast\b.*\b(?:grow|rise|increase|climb)|\bgrow\w* .*\bto (?:reach|hit|get to)\b.*\b(?:in|over|within|by)\b/i,
);
const CHANGE = gated(
  /\b(?:what|how (?:big|much|large))(?: of)?(?: an?)? (?:increase|rise|jump|growth|change|step-?up|uplift|gain)\b(?! (?:in|of|to|rate|per|a year))|(?:^|[,:;–—-]\s*|\s{3,})(?:growth|increase|rise|change|jump)\s*\??\s*$|\b(?:what|how (?:big|much|large)|which) (?:of )?(?:an? )?(?:discount|premium|mark-?up|mark-?down|haircut)\b|\b(?:discount|premium|mark-?up|mark-?down) (?:of|from|between)\b|\b(?:(?:percent(?:age)?|pct|%) (?:change|growth|increase|decrease|rise|jump|gain|drop|fall|decline|difference)|growth|grew|grows?|growing|change (?:from|between|in)|(?:increase|jump|rise|raise|hike|cut|drop|fall|decline|step[- ]up|decrease|uplift)(?:s|d)?\b.*\b(?:percent|%|how (?:much|big))|how (?:much|big|many percent).*\b(?:rise|grow|increase|jump|fall|drop|go up|went up|up))\b|\b(?:increase|jump|rise|raise|drop|decline|fall|going|went|go|up|change) from\b|\bfrom\b.*\bto\b.*(?:\bpercent\b|%)|\b(?:gain|return|profit|upside|pop|loss|premium)\b.*(?:\bper ?cent\w*|%|\bpct)|(?:\bper ?cent\w*|%|\bpct)[\s-]*(?:gain|return|upside|pop|loss)\b/i,
);

export const growth: ReadSum = (sum) => {
  const pace = PACES.find(([, words]) => words.test(sum.words))?.[0] ?? null;
  const yearly = pace !== null || YEARLY.test(sum.words);
  const ofShares = sum.of("unit-price").length === 2 && GAINED_OR_LOST.test(sum.words);
  if (
    !yearly &&
    !ofShares &&
    !CHANGE.test(sum.words) &&
    !FROM_TO.test(sum.words) &&
    !/[%]\s*(?:change|growth|increase)/i.test(sum.words)
  )
    return null;
  const ends = twoAmounts(sum) ?? twoYears(sum) ?? fromRecorded(sum);
  if (!ends) return null;
  const { from, to, used } = ends;
  // "110k cards: what does one cost": one of them is no end of a change.
  if (used.some((term) => term.kind === "chips" && term.low === 1 && term.high === 1)) return null;
  // "Between 2025 and 2026" is a time.
  if (used.length > 0 && used.every(isYears)) return null;
  const time = sum.one("time");
  if (!sum.complete([...used, time])) return null;
  if (yearly && isMixed(sum, time)) return null;
  const months = monthsOf(sum, time);
  // "Quarterly growth from 34.9 to 37.5": from one quarter to the next.
  const once = pace !== null && time === null && momentsIn(sum.text).length === 0 && ends.used.length > 0;
  if (pace !== null && !once && (months === null || months === 0)) return null;
  const years = pace === null ? (months !== null ? months / 12 : yearsBetween(sum, time)) : null;
  if (yearly && pace === null && !years) return null;
  if (!yearly && time && time.high !== 1) return null;
  // A discount is told of the higher price.
  const [first, second] = used;
  const [one, other] = second ? [first, second] : [first, first];
  if (one && other && /\b(?:discount|mark-?down|haircut)\b/i.test(sum.words)) {
    const falls = second ? one.high >= other.high : (one.ends[0] ?? 0) >= (one.ends[1] ?? 0);
    const [high, low] = falls ? [from, to] : [to, from];
    return evaluated(
      [
        { label: "discount", expression: `(${high} - ${low}) / (${high}) in %` },
        { label: "difference", expression: `${high} - ${low}` },
      ],
      {
        title: second ? `${one.text} against ${other.text}` : one.text,
        lead: [1, 2],
      },
    );
  }
  const change = {
    label: used[0] ? `change from ${used[0].text}`.slice(0, 80) : "growth",
    expression: `(${to} - ${from}) / (${from}) in %`,
  };
  if (!yearly || once)
    return evaluated(
      [
        { label: "difference", expression: `${to} - ${from}` },
        change,
        { label: "multiple", expression: `${to} / (${from})` },
      ],
      { lead: /\b(?:multiple|times|fold)\b/i.test(sum.words) ? [3, 2, 1] : [2, 1], title: "Change" },
    );
  const steps = pace === null ? (years ?? 1) : (months ?? 1) / (pace === "month" ? 1 : 3);
  const over = months !== null ? `${months} months` : `${years} years`;
  return evaluated(
    [
      { label: "multiple", expression: `(${to}) / (${from})` },
      {
        label: `growth a ${pace ?? "year"} over ${over}`,
        expression: `#1 ^ (1 / ${Number(steps.toPrecision(8))}) - 1 in %`,
      },
    ],
    { lead: [2], title: `Growth a ${pace ?? "year"}` },
  );
};

const GAINED_OR_LOST = /\b(?:gains?|return|upside|profit|pop|loss|up|down)\b/i;
/** "From $9B to $30B: multiple and %", whose numbers are blanked. */
const FROM_TO = gated(/\bfrom\s{4,}.*(?:%|\bper ?cent|\bpct\b|\bmultiple\b|\btimes\b)/i);

const PACES: readonly (readonly ["month" | "quarter", RegExp])[] = [
  [
    "month",
    /\bmonthly (?:%|per ?cent|pct)|\b(?:monthly|month[- ]over[- ]month|mom|per month|each month|every month)\b.{0,20}\b(?:growth|grow\w*|rate|increase)|\b(?:growth|grow\w*|rate|increase)\b.{0,30}\b(?:monthly|a month|per month|each month|every month)\b/i,
  ],
  [
    "quarter",
    /\b(?:quarterly|per quarter|each quarter)\b.{0,20}\b(?:growth|grow\w*|rate|increase)|\b(?:growth|grow\w*|rate|increase)\b.{0,30}\b(?:quarterly|a quarter|per quarter|each quarter)\b/i,
  ],
];

/** A month and a year alone: how far apart they are is not said. */
function isMixed(sum: Sum, time: Term | null): boolean {
  const [a, b] = time ? [] : momentsIn(sum.text);
  return a !== undefined && b !== undefined && isApartUnsaid(a, b);
}

/** Where months are said, or a number of them is given. */
function monthsOf(sum: Sum, time: Term | null): number | null {
  if (time) return time.unit === "month" ? time.low : time.unit === "quarter" ? time.low * 3 : null;
  const [a, b, ...more] = momentsIn(sum.text);
  return a && b && more.length === 0 && (a.month !== null || b.month !== null) ? monthsApart(a, b) : null;
}

const ADDITION = gated(
  /\b(?:how (?:much|many)|what)\b.*\b(?:per|a|each|every) year\b.*\b(?:add(?:ed)?|build|install|more|grow)|\b(?:gws?|gigawatts?|mws?|megawatts?|\$|dollars?) (?:per|a|each) year(?: (?:added|to add|needed|more|of (?:new )?(?:capacity|build(?:ing)?)))?\s*\?*$|\b(?:annual|yearly) (?:adds?|additions?|build(?:-?out)?s?)\b|\b(?:add|build|install|grow) (?:by )?(?:how (?:much|many)\b.*)?\b(?:per|a|each|every) year\b/i,
);

/** "From 1.9 GW in 2025 to 30 GW in 2030, how many GW a year have to be added": the same amount each year. */
export const addition: ReadSum = (sum) => {
  if (!ADDITION.test(sum.words) || /\b(?:how fast|rate|per ?cent|pct|cagr)\b|%/i.test(sum.words)) return null;
  const [ends, years] = [twoAmounts(sum), yearsBetween(sum, sum.one("time"))];
  if (ends?.used.length !== 2 || years === null || !sum.complete([...ends.used, sum.one("time")])) return null;
  return evaluated(
    [
      { label: "difference", expression: `${ends.to} - ${ends.from}` },
      { label: `added a year over ${years} years`, expression: `#1 / ${years}` },
    ],
    { lead: [2, 1], title: "Added a year" },
  );
};

/** "OpenAI revenue growth 2024 to 2025": the figures on record of the two years. */
function twoYears(sum: Sum): { from: string; to: string; used: readonly Term[] } | null {
  const years = sum.of("year");
  // "August 2025 to May 2026" are days of a level, and no years.
  if (years.some(({ before }) => MONTH_BEFORE.test(before))) return null;
  const [first, second, ...more] = [...years].sort((a, b) => a.low - b.low);
  if (!first || !second || more.length > 0 || sum.terms.length > 2) return null;
  const of = (year: Term) => {
    const other = year === first ? second : first;
    return figureNamed(sum.reading, sum.text.slice(0, other.start) + sum.text.slice(other.end), {
      orgs: [],
      text: "",
      record: null,
      not: null,
      unit: null,
    });
  };
  const [from, to] = [of(first), of(second)];
  if (!from?.record || !to?.record || from.expression === to.expression || from.unit !== to.unit) return null;
  return { from: from.expression, to: to.expression, used: [] };
}

/** "From 2025 to $280B in 2030": the amount of the other year is on record. */
function fromRecorded(sum: Sum): { from: string; to: string; used: readonly Term[] } | null {
  const [amount, ...more] = sum.terms.filter(({ kind }) => kind !== "year");
  const [first, last, ...others] = [...sum.of("year")].sort((a, b) => a.low - b.low);
  if (!amount || more.length > 0 || amount.ends.length > 1 || !first || !last || others.length > 0) return null;
  if (amount.kind !== "money" && amount.kind !== "power") return null;
  if (!GIVEN_LATER.test(amount.before)) return null;
  const text = blanked(sum.text, [amount, last]);
  const side = figureNamed(sum.reading, text.replace(OF_GROWTH, " "), {
    orgs: sum.reading.names.orgs,
    text: "",
    record: null,
    not: null,
    unit: null,
  });
  if (!side?.record || side.unit !== (amount.kind === "money" ? amount.unit : "GW")) return null;
  return { from: side.expression, to: writeEnd(amount, amount.low), used: [amount] };
}
const GIVEN_LATER =
  /\b(?:to|hit|reach|hits|reaches|at|of|touch|achieve|get to|make)(?: the| its| about| over| a)*\s*$/i;
const OF_GROWTH =
  /\b(?:what|how (?:fast|much|quickly)|would|must|does|do|will|should|have|has|need(?:s|ed)?|to|grow\w*|rate|hit|reach|per|a|each|year|annual(?:ly)?|cagr|compound\w*|from|get|in|by|be|at|is|the|for)\b/gi;

const MONTH_BEFORE = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,?\s*$/i;

/** The two ends, in the order of time: "to B from A" turns them about. */
function twoAmounts(sum: Sum): { from: string; to: string; used: readonly Term[] } | null {
  const amounts = sum.terms.filter(({ kind }) => kind !== "year" && kind !== "time");
  const [first, second, ...more] = amounts;
  if (!first || more.length > 0) return null;
  if (!second) {
    const [a, b, ...others] = first.ends;
    if (a === undefined || b === undefined || others.length > 0) return null;
    return { from: writeEnd(first, a), to: writeEnd(first, b), used: [first] };
  }
  if (first.kind !== second.kind || first.low !== first.high || second.low !== second.high || first.kind === "percent")
    return null;
  // "$311 vs the $185 IPO price: gain in %": from the lower to the higher, a loss the other way.
  if (AGAINST.test(second.before) && (GAINED.test(sum.words) || LOST.test(sum.words))) {
    const [low, high] = first.high <= second.high ? [first, second] : [second, first];
    const [a, b] = GAINED.test(sum.words) ? [low, high] : [high, low];
    return { from: writeEnd(a, a.low), to: writeEnd(b, b.low), used: [a, b] };
  }
  const turned =
    (/\bfrom\s*$/i.test(second.before) && !/\bfrom\s*$/i.test(first.before)) ||
    (PAID_FIRST.test(second.before) && !PAID_FIRST.test(first.before));
  const years = sum.of("year").map(({ low }) => low);
  const backwards = years.length === 2 && (years[0] ?? 0) > (years[1] ?? 0);
  const [from, to] = turned || backwards ? [second, first] : [first, second];
  return { from: writeEnd(from, from.low), to: writeEnd(to, to.low), used: [from, to] };
}

/** What was paid for it comes before what it is worth, wherever it stands. */
const PAID_FIRST = gated(
  /\b(?:ipo['’]?e?d|priced|floated|listed|bought|paid|offered|issued|entry|cost basis)(?: (?:at|for|of|price|in at))*\s*$/i,
);
const AGAINST =
  /^\s*(?:a share |each )?(?:vs\.?|versus|against|compared (?:to|with)|over|on)(?: (?:the|an?|its|their))*\s*(?:\S+\s){0,3}$/i;
const GAINED = /\b(?:gain(?:ed|s)?|return|profit|upside|up|higher|pop(?:ped)?|premium|rise|rose|jump(?:ed)?|markup)\b/i;
const LOST = gated(/\b(?:loss|lost|down|lower|fall|fell|drop(?:ped)?|discount|decline[ds]?)\b/i);

function yearsBetween(sum: Sum, time: Term | null): number | null {
  if (time)
    return time.unit === "year"
      ? time.low
      : time.unit === "quarter"
        ? time.low / 4
        : time.unit === "month"
          ? time.low / 12
          : null;
  const [a, b, ...more] = sum.of("year").map(({ low }) => low);
  if (a !== undefined && b === undefined && /\b(?:today|now|currently|this year|at present)\b/i.test(sum.words))
    return Math.abs(a - Number(sum.reading.asOf.slice(0, 4))) || null;
  return a !== undefined && b !== undefined && more.length === 0 && a !== b ? Math.abs(b - a) : null;
}

const isYears = ({ unit, ends }: Term): boolean =>
  unit === "" && ends.every((end) => Number.isInteger(end) && end >= 2015 && end <= 2040);
