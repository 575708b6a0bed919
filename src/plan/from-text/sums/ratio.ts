/** Two amounts set against each other: how many times, which share, by how much; numbers, figures of companies, deals. */

import { gated } from "../../../knowledge/gated.ts";
import type { Ref } from "../../../knowledge/names.ts";
import { patternTable } from "../../../knowledge/pattern-table.ts";
import { asksWhichIsMore } from "../pairs/operation.ts";
import { areOfTwoYears } from "../pairs/two-years.ts";
import { billionsOf } from "./bare-billions.ts";
import { figureSought, type Recorded } from "./figure-sought.ts";
import { type Side, sideMeant } from "./figures-meant.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";

type Form = "times" | "share" | "difference";
/** `a` is set against `b`: a ÷ b, a − b. The groups "a" and "b" hold the words of each. */
const FORMS: readonly (readonly [Form, RegExp])[] = [
  [
    "difference",
    /\b(?:by )?how much (?:bigger|larger|higher|more|greater|dearer|smaller|lower|less|cheaper) (?:is|are|was|were|does|did) (?<a>.+?) (?:than|vs\.?|compared (?:to|with)) (?<b>.+)$/i,
  ],
  [
    "times",
    /\bhow many times (?:bigger|larger|more|higher|greater|as (?:big|large|much)(?: as)?|over)? ?(?:is|are|was|were) (?<a>.+?) (?:than|as|vs\.?|compared (?:to|with)) (?<b>.+)$/i,
  ],
  [
    "times",
    /\bhow many times (?:(?:bigger|larger|higher|greater|more) (?:than )?)?(?<b>.+?),? (?:is|are|was|were|would be) (?<a>.+)$/i,
  ],
  ["times", /\bhow many times (?:does|do|would|could|can) (?<b>.+?) (?:go into|fit (?:in|into)|cover) (?<a>.+)$/i],
  [
    "times",
    /\bhow many (?:years|times|months|quarters|weeks) of (?<b>.+?) (?:is|are|would|does|do|equals?|make) (?<a>.+)$/i,
  ],
  [
    "times",
    /^(?<a>.+?) (?:is|are|was|were|equals?|comes? to|would be) (?:how many|what) (?:times|multiples?)(?: of)?(?: larger than| bigger than| more than)? (?<b>.+)$/i,
  ],
  [
    "times",
    /\bby (?:what|which) (?:factor|multiple) (?:is|are|was|were) (?<a>.+?) (?:bigger|larger|higher|more|greater|above|over)(?: than)? (?<b>.+)$/i,
  ],
  ["times", /^(?<a>.+?) as an? (?:multiple|factor) of (?<b>.+)$/i],
  ["times", /\b(?:what )?multiple of (?<b>.+?) (?:is|are|was) (?<a>.+)$/i],
  ["times", /\bwhat multiple (?:is|are|was|would be) (?<a>.+?) of (?<b>.+)$/i],
  [
    "times",
    /\b(?:what(?:'s| is)? )?(?:the )?ratio (?:(?:of|between|for) )?(?<a>.+?) (?:to|and|over|vs\.?|:) (?<b>.+)$/i,
  ],
  ["times", /^(?<a>.+?) (?:divided by|over|:|÷|vs\.?|versus|to|against) (?<b>.+?),? (?:as an? )?(?:the )?ratio$/i],
  ["times", /^(?:what(?:'s| is) )?(?<a>.+?) (?:divided by|÷|in multiples of|relative to|in terms of) (?<b>.+)$/i],
  [
    "share",
    /\b(?:what|which|how much)(?:'s| is)? ?(?:the )?(?:share|percent(?:age)?|per cent|fraction|proportion|portion|part|slice|%|pct) of (?<b>.+?),? (?:is|are|was|were|would be|does|do|did|comes? from|goes? to|went to|came from|sits? in|is in) (?<a>.+)$/i,
  ],
  [
    "share",
    /^(?:out )?of (?<b>.+?),? how much (?:is|was|are|were) (?<a>.+?),? (?:as an? |in )(?:percent(?:age)?|per cent|%|share)$/i,
  ],
  [
    "share",
    /^(?:in |of |for )?(?<c>.{3,60}?),? (?:what|which) (?:share|percent(?:age)?|per cent|fraction|proportion|%|pct) (?:is|are|was|were) (?<a>.+?) (?:vs\.?|versus|against|compared (?:to|with)|of|out of) (?<b>.+)$/i,
  ],
  [
    "share",
    /^(?:what(?:'s| is) )?(?<a>.+?),? (?:is|are|as|makes? up|was|equals?|represents?|in|would be) (?:what|which|an?|how many|how much|the)? ?(?:share|percent(?:age)?|per cent|fraction|proportion|portion|part|slice|%|pct|chunk) (?:of|out of) (?<b>.+)$/i,
  ],
  [
    "share",
    /\b(?:what|which) (?:share|percent(?:age)?|fraction|proportion|%) (?:is|are|was) (?<a>.+?) (?:of|out of) (?<b>.+)$/i,
  ],
  [
    "share",
    /^(?:what(?:'s| is) )?(?<a>.+?)(?:'s?)? (?<!\b(?:per|a|each) )(?:share|slice|percentage|portion|fraction|part|chunk)(?: out)? of (?<b>.+)$/i,
  ],
  [
    "share",
    /^(?<a>.*\d.*?)(?:[,:;?–—]| -)\s?(?:so )?(?:what|which) (?:share|percent(?:age)?|per cent|fraction|proportion|%) of (?<b>.*\d.*?) (?:is|was|are|would) (?:that|it|this)(?: be)?$/i,
  ],
  ["share", /^how much of (?<b>.*\d.*?) (?:is|are|was|were) (?<a>.*\d.*)$/i],
  ["share", /^(?:what(?:'s| is) )?(?<a>.+?) (?:of|out of) (?<b>.+?),? (?:in|as) (?:a )?(?:%|percent(?:age)?|pct)$/i],
  [
    "times",
    /^(?=.*\d\s?(?:[bmt]n?|billion|trillion|million)\b)(?<a>.+?) (?:vs\.?|versus|against|over|compared (?:to|with)) (?<b>.+?)[,:;–—-]? (?:how many times|(?:what|which) multiple|multiple)(?: (?:is|would) (?:that|it)(?: be)?)?$/i,
  ],
  ["times", /^(?:what(?:'s| is) )?(?<a>.*\d.*?) (?:over|\/) (?<b>.+)$/i],
  ["difference", /\b(?:difference|gap|spread) (?:between|of|from) (?<a>.+?) (?:and|to|vs\.?) (?<b>.+)$/i],
  [
    "difference",
    /\b(?:is|are|was|were) (?<a>.+?) (?:bigger|larger|higher|more|greater|worth more|smaller|lower|less) than (?<b>.+?),? (?:and )?(?:if so )?by (?:how much|how many)\b/i,
  ],
  ["difference", /^(?:how much (?:is|does) )?(?<a>.+?) (?:exceeds?|minus|less) (?<b>.+?)(?:,? by how much)?$/i],
];

const AS_SHARE = gated(
  /\b(?:as an? (?:share|percent(?:age)?|fraction|proportion|%) of|(?:what|which) (?:percent(?:age)?|share|%)|in (?:percent|%))(?![\w])/i,
);
const TRAILING = /[\s?!.,]+$|\s+(?:please|thanks?|roughly|again|exactly|come to|work out to)[\s?!.]*$/i;

export const ratio: ReadSum = (sum) => {
  const text = trimmed(sum.text);
  if (asksWhichIsMore(text) || MORE_IN_PERCENT.test(sum.words)) {
    const plan = twoNumbers(sum);
    if (plan || !MORE_IN_PERCENT.test(sum.words)) return plan;
  }
  for (const [form, pattern] of SET_OVER.open(text)) {
    const match = indexed(pattern).exec(text);
    const { a, b, c } = match?.indices?.groups ?? {};
    if (!a || !b) continue;
    // "As a share of its backlog, 20 over 24.6".
    const plan = sides(sum, form === "times" && AS_SHARE.test(text) ? "share" : form, a, b, c ?? null);
    if (plan) return plan;
  }
  return twoNumbers(sum);
};

const trimmed = (text: string): string => {
  let out = text;
  while (TRAILING.test(out)) out = out.replace(TRAILING, "");
  return out;
};

const SET_OVER = patternTable(FORMS, ([, pattern]) => pattern);

const INDEXED = new Map<RegExp, RegExp>();
function indexed(pattern: RegExp): RegExp {
  let found = INDEXED.get(pattern);
  if (!found) {
    found = new RegExp(pattern.source, `${pattern.flags}d`);
    INDEXED.set(pattern, found);
  }
  return found;
}

type Span = [start: number, end: number];

/** How big a campus is, is told by its power. */
const SIZE_OF_PLACE = gated(
  /^(?=.*\b(?:campus(?:es)?|sites?|data ?cent(?:er|re)s?)\b).*\b(?:bigger|larger|smaller|size|as (?:big|large))\b/i,
);
const IN_MONEY = gated(
  /[$€£]|\b(?:costs?|dollars?|money|worth|value|invest\w*|capex|spend\w*|price|budget|expensive|financ\w*|debt)\b/i,
);

/** `about`: what stands before both, and says of which record they are. */
function sides(sum: Sum, form: Form, atA: Span, atB: Span, about: Span | null) {
  const orgs = sum.reading.names.orgs;
  const power = sum.terms.some(
    ({ kind, start }) => kind === "power" && [atA, atB].some(([from, to]) => start >= from && start < to),
  );
  const unit = power || (SIZE_OF_PLACE.test(sum.text) && !IN_MONEY.test(sum.text)) ? "GW" : null;
  const of = (at: Span, other: Span, record: Ref | null, not: string | null): Side | null => {
    const own = orgs.length === 1 ? orgs : [];
    return sideMeant(sum, at[0], at[1], { orgs: own, text: sum.text.slice(other[0], other[1]), record, not, unit });
  };
  const known = about ? figureSought(sum.reading, sum.text.slice(about[0], about[1]), "money")?.record : null;
  if (about && !known) return null;
  const whole = of(atB, atA, known ?? null, null);
  const part = of(atA, atB, known ?? whole?.of ?? null, whole?.expression ?? null);
  // What the whole leaves out the part may name: "equity as a share of the package".
  const all = whole ?? (part?.of ? of(atB, atA, part.of, part.expression) : null);
  const [a, b] = onRecord(sum, part, all);
  if (!a || !b || a.expression === b.expression || !sum.complete([...a.terms, ...b.terms])) return null;
  // "The 2026 contract than the 2025 one" is of two deals.
  if (a.of?.type === "deal" && a.of.id === b.of?.id && areOfTwoYears(sum.text.slice(...atA), sum.text.slice(...atB)))
    return null;
  if (!alike(a, b) || (form === "share" && isNoPart(a, b))) return null;
  return against(form, a, b, HOW_OFTEN.test(sum.text) && a.record && b.record);
}
/** Two bare numbers as the figures on record that they are, where both are. */
function onRecord({ reading }: Sum, a: Side | null, b: Side | null): [Side | null, Side | null] {
  const [x, y] = [a?.terms[0], b?.terms[0]];
  const [one, other] = [x && billionsOf(reading, x), y && billionsOf(reading, y)];
  if (!a || !b || !one || !other) return [a, b];
  const recorded = (side: Side, { record: of, figure, expression, label }: Recorded): Side => ({
    ...side,
    expression,
    label,
    record: true,
    unit: figure.unit,
    of,
    size: figure.high ?? figure.low ?? 0,
  });
  return [recorded(a, one), recorded(b, other)];
}
const HOW_OFTEN = gated(/\bhow many times\b/i);

/** What a deal is worth is no share of something smaller: one of the two is not what is meant. */
const isNoPart = (a: Side, b: Side): boolean =>
  a.size > b.size && a.record && b.record && (a.of?.type === "deal" || (a.of !== null && a.of?.id === b.of?.id));

/** Two numbers of unlike kinds are no ratio: money for power is a rate, which other readings know. */
function alike(a: Side, b: Side): boolean {
  const [x, y] = [a.terms[0], b.terms[0]];
  if (a.unit !== b.unit && !(x?.kind === "power" && y?.kind === "power")) return false;
  return !x || !y || (x.kind === y.kind && x.kind !== "percent" && x.kind !== "time") || (isMoney(x) && isMoney(y));
}
const isMoney = ({ kind }: Term): boolean => kind === "money" || kind === "flow" || kind === "rate";

function against(form: Form, first: Side, second: Side, ofLarger = false) {
  // What one is higher by than the other is told of the larger, and so is how many times.
  const turned = (form === "difference" || (form === "times" && ofLarger)) && first.size < second.size;
  const [a, b] = turned ? [second, first] : [first, second];
  const known = a.record || b.record;
  const named = (side: Side) => ({ label: side.label.slice(0, 80), expression: side.expression });
  const both = known ? [named(a), named(b)] : [];
  const [x, y] = known ? ["#1", "#2"] : [`(${a.expression})`, `(${b.expression})`];
  const title = `${a.label} against ${b.label}`.slice(0, 120);
  // With the figures beside it the result needs no long name.
  const share = {
    label: known ? "share" : `${a.label} as a share of ${b.label}`.slice(0, 80),
    expression: `${x} / ${y} in %`,
  };
  const times = {
    label: known ? "multiple" : `${a.label}, in multiples of ${b.label}`.slice(0, 80),
    expression: `${x} / ${y}`,
  };
  const gap = { label: "difference", expression: `${x} - ${y}` };
  const at = both.length;
  const recorded = known ? [a, b].flatMap((side, index) => (side.record ? [index + 1] : [])) : [];
  if (form === "share") return evaluated([...both, share], { title, lead: [at + 1, ...recorded] });
  if (form === "times") return evaluated([...both, times], { title, lead: [at + 1, ...recorded] });
  return evaluated(
    [...both, gap, { ...times, label: "ratio" }, { label: "higher by", expression: `(${x} - ${y}) / ${y} in %` }],
    { title, lead: [at + 1, at + 2, at + 3, ...recorded] },
  );
}

const SHARE = /\b(?:share|ownership|stake after|percent(?:age)?|per cent|pct|fraction|proportion|slice|portion)\b|%/i;
const TIMES =
  /\b(?:how many times|multiples?|ratio|(?:what|which) factor|p\/s|ev\/(?:sales|revenue)|price[- ]to[- ](?:sales|revenue)|times (?:bigger|larger|more|as))\b/i;
/** "6.2bn out of 23bn": nothing but the two. */
const OUT_OF = /^(?:what(?:'s| is)?|so|and|[\s?.!])*(?:out )?of[\s?.!]*$/i;
const GAP = gated(
  /\b(?:difference|gap|spread|distance|delta|how far apart|how much (?:more|less|bigger|smaller|higher|lower)|exceed\w*|(?:gain(?:ed)?|profit|paper (?:gain|profit)|return) (?:vs\.?|versus|over|on|against|compared)|(?:how much|what).*\bgain(?:ed)? (?:vs\.?|versus|over|on|against))\b/i,
);

/** Two like numbers and a word that says what of them is wanted: the smaller of the larger. */
function twoNumbers(sum: Sum) {
  const given = sum.terms.filter(({ kind }) => kind !== "year");
  // "Ratio 300B to 38B": the ends of what looks like a range.
  const [only] = given;
  const apart = given.length === 1 && only?.ends.length === 2 && (TIMES.test(sum.words) || GAP.test(sum.words));
  const [first, second, ...more] = apart ? endsApart(only) : given;
  if (!first || !second || more.length > 0) return null;
  const moved = apart ? null : byPercent(sum, first, second);
  if (moved) return moved;
  const share = SHARE.test(sum.words) || OUT_OF.test(sum.words);
  const priced = share && isMoney(first) && isMoney(second);
  if (!priced && (first.kind !== second.kind || first.unit.split("/")[1] !== second.unit.split("/")[1])) return null;
  if (["percent", "time", "number"].includes(first.kind) && !SHARE.test(sum.words)) return null;
  const form: Form | null = share
    ? "share"
    : TIMES.test(sum.words)
      ? "times"
      : GAP.test(sum.words)
        ? "difference"
        : null;
  if (!form || !sum.complete(given)) return null;
  const side = (term: Term): Side => ({
    expression: priced ? writeEnds(term, term.unit.split("/")[0] ?? "USD") : writeEnds(term, term.unit),
    label: term.text,
    terms: [term],
    record: false,
    unit: term.unit,
    size: term.high,
  });
  const [larger, smaller] = sizeIn(first) >= sizeIn(second) ? [first, second] : [second, first];
  const wholeFirst =
    /\b(?:of|out of|in)\s+(?:the\s|an?\s|all\s|total\s)*$/i.test(first.before) &&
    !/\b(?:of|out of|in)\s+(?:the\s|an?\s|all\s|total\s)*$/i.test(second.before);
  if (form === "share")
    return wholeFirst ? against("share", side(second), side(first)) : against("share", side(smaller), side(larger));
  return against(form, side(larger), side(smaller));
}

/** 250 MW are less than 10 GW. */
const sizeIn = ({ high, unit }: Term): number => high * ({ kW: 1e-6, MW: 1e-3, TW: 1e3 }[unit] ?? 1);

/** "130bn vs 200bn, by how much % higher": told of the one that is passed, or fallen short of. */
function byPercent(sum: Sum, one: Term, other: Term) {
  const [, more, less] = PERCENT_MORE.exec(sum.words) ?? MORE_IN_PERCENT.exec(sum.words) ?? [];
  const like = one.kind === other.kind && one.unit === other.unit && one.kind !== "percent";
  if ((!more && !less) || !like || !sum.complete([one, other])) return null;
  const [large, small] = sizeIn(one) >= sizeIn(other) ? [one, other] : [other, one];
  const of = more ? small : large;
  const gap = `(${writeEnds(large, large.unit)}) - (${writeEnds(small, small.unit)})`;
  return evaluated(
    [
      { label: "difference", expression: gap },
      {
        label: `${more ? "more" : "less"} than ${of.text}`.slice(0, 80),
        expression: `#1 / (${writeEnds(of, of.unit)}) in %`,
      },
    ],
    { title: `${large.text} against ${small.text}`.slice(0, 120), lead: [2, 1] },
  );
}
/** "How much less is the one than the other in percent". */
const MORE_IN_PERCENT = gated(
  /\bhow much (?:(higher|more|bigger|larger|greater|dearer)|(lower|less|smaller|cheaper))\b.*\b(?:in|as an?) (?:%|per ?cent(?:age)?|pct)/i,
);
const PERCENT_MORE =
  /(?:%|\bper ?cent(?:age)?|\bpct)(?: points?)? (?:is (?:it|that|one) )?(?:(higher|more|bigger|larger|greater|dearer|above|up)|(lower|less|smaller|cheaper|below|down))\b/i;

function endsApart(term: Term): Term[] {
  const texts = term.text.split(/\s+(?:to|and)\s+|\s?[-–—]\s?/i);
  return term.ends.map((end, index) => ({ ...term, low: end, high: end, text: texts[index] ?? term.text }));
}

const writeEnds = (term: Term, unit: string): string =>
  `${term.low === term.high ? term.low : `${term.low}-${term.high}`}${unit ? ` ${unit}` : ""}`;
