/** "So both together", "the difference?", "how much growth is that", "as a share of it", "which is bigger": arithmetic on what was shown. */

import type { Figure, Point } from "../../../../knowledge/schema.ts";
import { currenciesOf, isPlain, same } from "../../../calculator/dimension.ts";
import { isMoney } from "../../../knowledge/as-of.ts";
import { isFiller, isWeak } from "../../../knowledge/question-words.ts";
import { PART_OF, relatedTo } from "../../../knowledge/related.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { evaluated, type SumLine } from "../sums/sum.ts";
import { bareOf } from "./elliptic.ts";
import { figureNamedIn } from "./figures-of-record.ts";
import { atEnd, figureOf, joined, lastAlike, lastOf, type OnTable } from "./on-the-table.ts";

const MAX_WORDS = 12;

/** "Annualised": a quarter four times, a half-year twice, a month twelve times. */
const ANNUAL =
  /\b(?:annuali[sz]ed?|annually|yearly|(?:per|a|each|every) (?:year|yr|annum)|p\.?a\.?|run[- ]?rate|(?:for|over) (?:a|the) (?:full|whole) year)\b/i;

type Form = "sum" | "more" | "gap" | "growth" | "times" | "share" | "larger";
/** The first that fits. The words of a form need no other explanation. */
const FORMS: readonly (readonly [Form, RegExp])[] = [
  [
    "larger",
    /\b(?:(?:which|who(?:se)?|what)(?: one)?(?: of (?:the|those|these) (?:two|three))?(?: deal| number| figure| is|['’]s| was| has| of them)* (?:the )?(?:bigger|larger|higher|more|largest|biggest|highest|greater|smaller|lower|less|cheaper|smallest|lowest)|(?:bigger|larger|higher|smaller|lower) of the two)\b(?: and)?(?: by)?(?: how much)?/i,
  ],
  [
    "growth",
    /\b(?:growth|grew|grow|grown|percent(?:age)? (?:change|increase|decrease|rise|jump|drop)|(?:change|increase|decrease|rise|jump|drop|up|down)(?: is that)? in (?:percent|%|pct)|how much (?:of an? )?(?:growth|increase|rise|jump|drop|change)|what (?:increase|growth|change|jump|drop)|% (?:change|growth|increase))\b(?: rate)?(?: in)?(?: (?:percent|pct)\b| %)?/i,
  ],
  [
    "more",
    /\bby how much\b.*(?:\b(?:percent|pct)\b|%)|\b(?:percent|pct|%)\b.*\b(?:more|higher|bigger|larger)\b|\bhow many percent\b/i,
  ],
  [
    "share",
    /\b(?:as a (?:share|percent(?:age)?|fraction|proportion|%)|(?:what|which) (?:share|percent(?:age)?|fraction|proportion|part|%)|how (?:big|large) a (?:share|part)|in percent|(?:share|percent(?:age)?|fraction) of)\b|^(?:percent(?:age)?|share|in %|%)\s*\??$|\b(?:what|as|in|which) %/i,
  ],
  [
    "times",
    /\b(?:how many times|ratio|multiple|times (?:bigger|larger|more|as (?:much|big|large))|how many multiples)\b/i,
  ],
  [
    "gap",
    /\b(?:difference|gap|delta|how much (?:more|less|bigger|smaller|higher|lower|cheaper|dearer)|by how much|spread between)\b/i,
  ],
  [
    "sum",
    /\b(?:together|combined|altogether|in total|in all|all told|sum(?:med)?|add(?:ed)?(?: (?:them|those|both|it|these|the (?:two|three)))?(?: all)?(?: up| together)|(?:the |so |and )?(?:grand )?total(?: of (?:both|the (?:two|three)|those|them|these|all))?)\b/i,
  ],
];
const GAP: readonly [Form, RegExp] = ["gap", /$^/];
/** "How much more than the target, in percent". */
const MORE_THAN =
  /\bhow much (?:more|less|higher|lower|bigger|smaller|larger) (?:is (?:that|it|this) )?than (?:the )?([a-z][a-z' -]{2,40}?)(?: (?:is (?:that|it)|in (?:percent|pct|%|dollars)))*[\s?.!]*$/i;
const ENDS = /\b(?:at |on |using |for )?(?:the )?(low|lower|bottom|high|higher|upper|top) (?:ends?|bound|side)\b/i;
/** Words that point at what was shown. */
const POINTS =
  /\b(?:both|the (?:two|three|four)|all (?:three|four|of (?:them|those|these))|(?:those|these) (?:two|three)|either|each|them|those|these|that|this|it|between)\b/gi;
const WORTH =
  /\b(?:value|money|amount|dollars?|usd|cost|price|size|number|figure|percent|pct|terms|roughly|about|exactly|much|now|then|come|comes|make|makes|work|works|out|to)\b|[$%]/gi;

export const amountsShown: ReadRule = {
  name: "amounts-shown",
  read(reading) {
    const { question, conversation, names } = reading;
    if ((conversation.shown ?? []).length === 0 || question.split(/\s+/).length > MAX_WORDS) return null;
    if (reading.quantities.length > 0) return null;
    const { text } = bareOf(question);
    const end = ENDS.exec(text)?.[1];
    const body = text.replace(ENDS, " ");
    if (IN_MONEY.test(text)) return inMoney(reading);
    const currency = IN_CURRENCY.exec(text)?.[1];
    if (currency) return converted(reading, currency);
    const annual = ANNUAL.test(body) ? annualised(reading, body) : null;
    if (annual) return annual;
    const than = MORE_THAN.exec(body);
    if (than) return moreThan(reading, than[1] ?? "", /\b(?:percent|pct)\b|%/i.test(body));
    // "And at the low end" after a difference is the difference there.
    const ended = end !== undefined && contentRoots(body).length === 0 && conversation.plan?.kind === "evaluate";
    const form = ended ? GAP : FORMS.find(([, pattern]) => pattern.test(body));
    if (!form) return null;
    const rest = body.replace(form[1], " ").replace(POINTS, " ").replace(WORTH, " ");
    if (form[0] === "share") return shareOf(reading, rest);
    if (names.orgs.length + names.deals.length + names.places.length > 0) return null;
    if (contentRoots(rest).some((word) => !isFiller(word) && !isWeak(word))) return null;
    // Of a list its own total is meant.
    const listed = conversation.plan?.kind === "find-deals" || conversation.plan?.kind === "total-deals";
    if (listed && form[0] === "sum") return null;
    const all = /\b(?:three|four|all)\b/i.test(question) ? lastAlike(reading, 4) : lastAlike(reading, 2);
    const operands = /\bthree\b/i.test(question) ? all.slice(0, 3) : all;
    return worked(reading, form[0], [...operands].reverse(), end);
  },
};

/** `all`: the earliest first. */
function worked(reading: Reading, form: Form, all: readonly OnTable[], end: string | undefined): PlanInput | null {
  const [first, second] = all;
  if (!first || !second) return null;
  switch (form) {
    case "sum":
      return added(reading, all);
    case "gap": {
      const [large, small] = first.size >= second.size ? [first, second] : [second, first];
      return against(reading, large, small, "gap", end);
    }
    case "times": {
      const [large, small] = first.size >= second.size ? [first, second] : [second, first];
      return against(reading, large, small, "times", end);
    }
    case "more": {
      const [large, small] = first.size >= second.size ? [first, second] : [second, first];
      return against(reading, large, small, "growth", end);
    }
    case "growth": {
      const [before, after] = inTime(reading, first, second);
      return against(reading, after, before, "growth", end);
    }
    case "larger":
      return sideBySide(reading, all);
    default:
      return null;
  }
}

/** The results first, then what went in. */
function shown(
  lines: readonly SumLine[],
  results: readonly SumLine[],
  inputs: readonly string[],
  reading: Reading,
  title: string,
): PlanInput {
  const at = lines.length;
  return evaluated([...lines, ...results], {
    title: title.slice(0, 120),
    lead: [...results.map((_line, index) => at + index + 1), ...inputs.map((step) => Number(step.slice(1)))].slice(
      0,
      6,
    ),
    notes: inputs.length > 1 && unlike(reading) ? ["unlike-money"] : [],
    asOf: reading.dates.asOf ?? dayOf(reading),
  });
}

function against(
  reading: Reading,
  a: OnTable,
  b: OnTable,
  form: "gap" | "times" | "growth",
  end: string | undefined,
): PlanInput {
  const side = end === undefined ? null : /^(?:low|bottom)/i.test(end) ? "low" : "high";
  const { lines, at } = joined(side ? [atEnd(a, side), atEnd(b, side)] : [a, b]);
  const [x = "#1", y = "#2"] = at;
  const gap = { label: side ? `difference at the ${side} end` : "difference", expression: `${x} - ${y}` };
  const change = { label: form === "growth" ? "change" : "higher by", expression: `(${x} - ${y}) / ${y} in %` };
  const times = { label: "ratio", expression: `${x} / ${y}` };
  const results = isPlain(a.dimension)
    ? [gap]
    : form === "gap"
      ? [gap, times]
      : form === "times"
        ? [times, gap]
        : [change, gap];
  return shown(lines, results, at, reading, `${a.label} against ${b.label}`);
}

/** The last amount against another figure of its record. */
function moreThan(reading: Reading, words: string, percent: boolean): PlanInput | null {
  const other = figureNamedIn(reading, words);
  if (!other || other === "unknown") return null;
  const kind = figureOf(reading, other);
  const isLike = (one: OnTable) => {
    const figure = figureOf(reading, one);
    return kind !== null && figure !== null && "of" in figure && "of" in kind && figure.of === kind.of;
  };
  const last = lastOf(
    reading,
    (one) => same(one.dimension, other.dimension) && one.figure !== other.figure && isLike(one),
  );
  const whole = last ?? wholeOf(reading, other);
  return whole ? against(reading, whole, other, percent ? "growth" : "gap", undefined) : null;
}

function added(reading: Reading, all: readonly OnTable[]): PlanInput | null {
  const refused = whyNotAdded(reading, all);
  if (refused) return refused;
  const { lines, at } = joined(all);
  return shown(lines, [{ label: "together", expression: at.join(" + ") }], at, reading, "Together");
}

/** Levels at different times, or a whole and its part, are no sum. */
function whyNotAdded(reading: Reading, all: readonly OnTable[]): PlanInput | null {
  for (const [index, a] of all.entries())
    for (const b of all.slice(index + 1)) {
      const [x, y] = [figureOf(reading, a), figureOf(reading, b)];
      if (!x || !y || !a.record || !b.record) continue;
      const sameRecord = a.record.type === b.record.type && a.record.id === b.record.id;
      const levels = a.record.type === "metric" && sameRecord && "measure" in x && LEVELS.has(x.measure);
      const partOf = sameRecord && a.record.type === "deal" && isHeadline(x) !== isHeadline(y) && x.of === y.of;
      const related =
        !sameRecord && a.record.type === "deal" && relatedTo(reading.library, a.record.id).get(b.record.id) === PART_OF;
      const apart =
        a.record.type === "deal" && b.record.type === "deal" && !isPlain(a.dimension) && groupOf(x) !== groupOf(y);
      if (levels || partOf || related || apart)
        return {
          kind: "decline",
          reason: levels ? "levels" : apart ? "unlike" : "part-of-whole",
          about: `${a.label} and ${b.label}`.slice(0, 200),
          near: [...new Set([a.record, b.record].flatMap(({ type, id }) => (type === "deal" ? [id] : [])))],
        };
    }
  return null;
}
/** Money that goes into one thing adds up, whatever kind it is of; other kinds only among themselves. */
const groupOf = (figure: Figure | Point): string =>
  !isMoney(figure.unit) || PUT_IN.has(figure.of) ? "put in" : figure.of;
const PUT_IN: ReadonlySet<string> = new Set(["equity", "debt", "investment", "capex", "acquisition"]);
const isHeadline = (figure: object): boolean => "headline" in figure && figure.headline === true;
/** What stands at a time, rather than comes in over one. */
const LEVELS: ReadonlySet<string> = new Set([
  "backlog",
  "valuation",
  "debt",
  "exposure",
  "compute-capacity",
  "run-rate-revenue",
  "customer-share",
  "gross-margin",
  "cost-per-gw",
]);

/** The earlier before the later: by the period of a metric, else in the order in which they were shown. */
function inTime(reading: Reading, first: OnTable, second: OnTable): readonly [OnTable, OnTable] {
  const [a, b] = [figureOf(reading, first), figureOf(reading, second)];
  const turned = a && b && "period" in a && "period" in b && a.period > b.period;
  return turned ? [second, first] : [first, second];
}

function sideBySide(reading: Reading, all: readonly OnTable[]): PlanInput | null {
  const sides = all.flatMap(({ record, figure }) =>
    record && figure
      ? [
          {
            deal: record.type === "deal" ? record.id : null,
            metric: record.type === "metric" ? record.id : null,
            figure,
          },
        ]
      : [],
  );
  const [first] = all;
  if (sides.length < all.length || !first) return all.length === 2 ? worked(reading, "gap", all, undefined) : null;
  const of = first.dimension.GW || first.dimension.GW_it || first.dimension.GW_facility ? "power" : "money";
  return { kind: "compare-figures", sides, of, asOf: reading.dates.asOf ?? dayOf(reading) };
}

function annualised(reading: Reading, body: string): PlanInput | null {
  if (
    contentRoots(body.replace(ANNUAL, " ").replace(POINTS, " ").replace(WORTH, " ")).some(
      (word) => !isFiller(word) && !isWeak(word),
    )
  )
    return null;
  const [last] = lastAlike(reading, 1);
  if (!last) return null;
  const { lines, at } = joined([last]);
  const currency = currenciesOf(last.dimension)[0];
  // A fee for a month is one for a year.
  if (currency && last.dimension.h === -1 && Object.keys(last.dimension).length === 2)
    return shown(
      lines,
      [{ label: `${last.label}, a year`.slice(0, 80), expression: `${at[0]} in ${currency}/year` }],
      at,
      reading,
      `${last.label}, a year`,
    );
  const figure = figureOf(reading, last);
  const times =
    figure && "period" in figure
      ? /-Q[1-4]$/.test(figure.period)
        ? 4
        : /-H[12]$/.test(figure.period)
          ? 2
          : null
      : null;
  if (times === null) return null;
  const label = `for a year, at this pace (${times} times)`;
  return shown(lines, [{ label, expression: `${at[0]} * ${times}` }], at, reading, `${last.label}, annualised`);
}

/** "In euros?" after money that was shown. */
const IN_CURRENCY =
  /^(?:(?:so|and|what(?:['’]s| is) (?:that|it)|how much is (?:that|it)|make (?:that|it)) )*in (euros?|eur|€|pounds?|sterling|gbp|£)[\s?.!]*$/i;
function converted(reading: Reading, said: string): PlanInput | null {
  const [last] = lastAlike(reading, 1);
  const [own] = last ? currenciesOf(last.dimension) : [];
  const unit = /^(?:e|€)/i.test(said) ? "EUR" : "GBP";
  if (!last?.record || !own || own === unit || Object.keys(last.dimension).length > 1) return null;
  const { lines, at } = joined([last]);
  return shown(lines, [{ label: `in ${unit}`, expression: `${at[0]} in ${unit}` }], at, reading, last.label);
}

/** "In dollars?" after a share of the deal's money. */
function inMoney(reading: Reading): PlanInput | null {
  const [last] = lastAlike(reading, 1);
  const figure = last ? figureOf(reading, last) : null;
  const whole = last && figure ? figureNamedIn(reading, "whole") : null;
  if (!last || figure?.unit !== "percent" || figure.of !== "share" || !whole || whole === "unknown") return null;
  if (currenciesOf(whole.dimension).length === 0) return null;
  const { lines, at } = joined([last, whole]);
  return shown(
    lines,
    [{ label: figure.label.slice(0, 80), expression: `${at[0]} * ${at[1]}` }],
    at,
    reading,
    last.label,
  );
}
const IN_MONEY =
  /^(?:(?:so|and|how much is (?:that|it)|what(?:['’]s| is) (?:that|it)|that['’]s how much|which is how much) )*(?:in (?:dollars|usd|money|\$)|how much(?: money)? is (?:that|it)|how many (?:dollars|billions?)(?: is that)?)[\s?.!]*$/i;

/** "Upfront as a percentage", "what share of the round is that": the part by its words or the last amount, the whole likewise. */
function shareOf(reading: Reading, rest: string): PlanInput | null {
  const [, before = rest, after = ""] = /^(.*?)\bof\b(.*)$/i.exec(rest) ?? [];
  const [partNamed, wholeNamed] = [figureNamedIn(reading, before), figureNamedIn(reading, after)];
  if (partNamed === "unknown" || wholeNamed === "unknown") return null;
  const [last, previous] = lastAlike(reading, 2);
  const like = (one: OnTable | null, other: OnTable) => one !== null && same(one.dimension, other.dimension);
  const lastLike = (other: OnTable) =>
    lastOf(
      reading,
      (one) => same(one.dimension, other.dimension) && one.lines[0]?.expression !== other.lines[0]?.expression,
    );
  let [part, whole] = [partNamed, wholeNamed];
  if (part && !whole) whole = wholeOf(reading, part) ?? lastLike(part);
  if (!part && whole) part = lastLike(whole);
  if (!part && !whole && last) {
    const total = wholeOf(reading, last);
    [part, whole] = total
      ? [last, total]
      : previous
        ? last.size <= previous.size
          ? [last, previous]
          : [previous, last]
        : [null, null];
  }
  if (!part || !whole || !like(part, whole) || isPlain(part.dimension)) return null;
  if (part.size > whole.size && !(partNamed && wholeNamed)) [part, whole] = [whole, part];
  const { lines, at } = joined([part, whole]);
  const [x, y] = at;
  return shown(
    lines,
    [
      {
        label: `${shortOf(reading, part)} as a share of ${shortOf(reading, whole)}`.slice(0, 80),
        expression: `${x} / ${y} in %`,
      },
    ],
    at,
    reading,
    `${part.label} as a share of ${whole.label}`,
  );
}

/** Of a figure its own label, without its record's name. */
const shortOf = (reading: Reading, one: OnTable): string => figureOf(reading, one)?.label ?? one.label;

/** The headline of the record of a figure that is not it. */
function wholeOf(reading: Reading, part: OnTable): OnTable | null {
  if (part.record?.type !== "deal") return null;
  const found = figureNamedIn(reading, "whole", part);
  return found !== "unknown" && found && found.size > part.size ? found : null;
}

/** Money of unlike kinds among the last amounts. */
function unlike(reading: Reading): boolean {
  const kinds = lastAlike(reading, 2)
    .flatMap((one) => figureOf(reading, one) ?? [])
    .map((figure) => ("measure" in figure ? figure.measure : figure.of));
  return new Set(kinds).size > 1;
}

const dayOf = ({ conversation }: Reading): string | null =>
  conversation.plan && "asOf" in conversation.plan ? conversation.plan.asOf : null;
