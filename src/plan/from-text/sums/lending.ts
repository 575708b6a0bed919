/** Borrowed and spent money over years: level payments, interest, depreciation. */

import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import { periodsAsked } from "./periods-asked.ts";
import { inRole, roleOf } from "./roles.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeEnd, writePercentPerYear, writeShare } from "./write-term.ts";

const LEVEL = gated(
  /\b(?:level|annuit\w+|amorti[sz]\w*|mortgage\w*|instal?ments?|debt service|(?:annual|yearly|monthly|per year|a year|each year) (?:loan |debt )?(?:re)?payments?|(?:re)?payments? (?:per|a|each|every) (?:year|month)|(?:re)?pay(?:s|ing|id|ment|ments)? .*\b(?:loan|borrow\w*|debt|back)|(?:borrow|loan)\w*\b.*(?:re)?pay\w*|(?:payments?|instal?ments?)\b.*\b(?:retires?|clears?|pays? (?:off|down)|wipes? out))\b/i,
);
const INTEREST =
  /\b(?:interest|dividends?|carry(?:ing)?|cost of (?:money|capital|debt|funds|borrowing|financing)|(?:delay(?:s|ed|ing)?|slippage)|financing costs?|coupons?|costs? to (?:carry|finance|fund|borrow|service)|debt service|service[ds]? (?:the |its )?debt|borrowing costs?|debt costs?|refinanc\w*|repric\w*|(?:finance|fund|borrow|loan)\w*)\b/i;
const DEPRECIATES = gated(
  /\b(?:depreciat\w*|dep(?:n|r)?\b|straight[- ]?line|writ(?:e|ing|ten)[- ]?(?:it |them |that )?(?:off|down)|book (?:charge|cost)|(?:useful |service )?(?:life|lives)\b.{0,40}\byears?|(?:chips?|gpus?|servers?|racks?|hardware|kit|gear)(?: only)? lasts?)\b/i,
);

/** Money lent at so much a year; the share is none that has another role. */
function loan(sum: Sum): { money: Term; percent: Term; used: readonly Term[] } | null {
  const money = sum.one("money");
  const rates = sum.of("percent").filter((term) => [null, "interest", "factor"].includes(roleOf(term)));
  const [percent, ...more] = rates;
  // "1% a month" is no rate of a year.
  if (!money || !percent || rates.some(({ unit }) => /\/(?!year$)/.test(unit))) return null;
  if (more.length === 0) return { money, percent, used: [money, percent] };
  // "If half of $165B were drawn at 6%".
  const share = rates.find(({ end }) => /^\s*of(?: the| its| that)?\s*$/i.test(sum.text.slice(end, money.start)));
  const [rate, ...others] = rates.filter((term) => term !== share);
  if (!share || !rate || others.length > 0) return null;
  const drawn = {
    ...money,
    text: `${share.text} of ${money.text}`,
    onRecord: { expression: `(${write(money)} * ${writeShare(share)})` },
  };
  return { money: drawn, percent: rate, used: [money, share, rate] };
}

export const levelPayment: ReadSum = (sum) => {
  const of = loan(sum);
  const time = sum.one("time");
  if (
    !of ||
    !time ||
    !LEVEL.test(sum.words) ||
    /\binterest[- ]only\b/i.test(sum.words) ||
    !sum.complete([...of.used, time])
  )
    return null;
  const title = `Level payments on ${of.money.text} at ${of.percent.text} over ${time.text}`;
  const monthly = periodsAsked(sum.words).includes("month");
  if (monthly && of.percent.low === of.percent.high && time.low === time.high) {
    const months = time.unit === "month" ? time.low : time.low * 12;
    const rate = Number((of.percent.low / 1200).toPrecision(12));
    return evaluated(
      [
        {
          label: "a month",
          expression: `${write(of.money)} * ${rate} / (1 - (1 + ${rate}) ^ (0 - ${months})) / 1 month in ${currencyOf(of.money)}/month`,
        },
        { label: "in all", expression: `#1 * ${months} months` },
        { label: "interest in it", expression: `#2 - ${write(of.money)}` },
      ],
      { title, lead: INTEREST_PART.test(sum.words) ? [1, 3] : IN_ALL.test(sum.words) ? [1, 2] : [1] },
    );
  }
  return evaluated(
    [
      {
        label: "a year",
        expression: `${write(of.money)} * annuity(${writePercentPerYear(of.percent)}, ${write(time)}) in ${currencyOf(of.money)}/year`,
      },
      { label: "in all", expression: `#1 * ${write(time)}` },
      { label: "interest in it", expression: `#2 - ${write(of.money)}` },
    ],
    { title, lead: IN_ALL.test(sum.words) ? [2, 3, 1] : INTEREST_PART.test(sum.words) ? [3, 1] : [1] },
  );
};
const IN_ALL = gated(/\b(?:total|in all|altogether|overall|sum of (?:all )?payments|repaid)\b/i);
const INTEREST_PART = gated(
  /\b(?:(?:how much|total) (?:of (?:it|that) is )?interest|interest (?:in all|over the life|part))\b/i,
);

export const interest: ReadSum = (sum) => {
  const of = loan(sum);
  const onMoney =
    of !== null &&
    /^\s*(?:(?:interest|coupon|costs?|more|extra|rise|increase|would|could|does) )*on(?: the| an?)?\s*$/i.test(
      sum.text.slice(of.percent.end, of.money.start),
    ) &&
    (periodsAsked(sum.words).length > 0 ||
      sum.one("time") !== null ||
      /\b(?:bps?|basis points?)\b/i.test(of.percent.text));
  const isPaid =
    of !== null &&
    /^\s*at(?: an?)?\s*$/i.test(sum.text.slice(of.money.end, of.percent.start)) &&
    periodsAsked(sum.words).length > 0 &&
    /\b(?:pay(?:s|ing)?|owe[sd]?|owing|costs?|coupon)\b/i.test(sum.words);
  const between = of ? sum.text.slice(of.money.end, of.percent.start) : "";
  const isBare =
    of !== null &&
    /^\s*at(?: an?)?\s*$/i.test(between) &&
    /^(?:\s*\S+){0,3}\s*$/.test(sum.words.replace(/\bat\b|[?.!,]/gi, " "));
  const gap = of && betweenTwoRates(sum, of.money, of.percent);
  if (gap) return gap;
  if (
    !of ||
    !(onMoney || isPaid || isBare || INTEREST.test(`${sum.words} ${of.percent.text}`)) ||
    /\bmargin\b/i.test(sum.words)
  )
    return null;
  const time = sum.one("time");
  if (!sum.complete([...of.used, time])) return null;
  const currency = currencyOf(of.money);
  const periods = periodsAsked(sum.words).filter((period) => period !== "year");
  const lines: SumLine[] = [
    {
      label: "interest a year",
      expression: `${write(of.money)} * ${writePercentPerYear(of.percent)} in ${currency}/year`,
    },
  ];
  for (const period of periods.slice(0, 2))
    lines.push({ label: `a ${period}`, expression: `#1 in ${currency}/${period}` });
  if (/\b(?:semi-?annual(?:ly)?|half-?yearly|twice a year|every (?:six|6) months)\b/i.test(sum.words))
    return evaluated([...lines, { label: "every half year", expression: "#1 * 6 months" }], {
      title: `Interest on ${of.money.text} at ${of.percent.text}`,
      lead: [lines.length + 1, 1],
    });
  if (time && !isYear(time)) lines.push({ label: `over ${time.text}`, expression: `#1 * ${write(time)}` });
  return evaluated(lines, {
    title: `Interest on ${of.money.text} at ${of.percent.text}`,
    lead: leadsFor(sum, lines, time),
  });
};

/** "What yield is $2.5B of interest on $38B". */
export const yieldOf: ReadSum = (sum) => {
  const amounts = sum.of("money", "flow");
  const [first, second, ...more] = amounts;
  if (!first || !second || more.length > 0 || !sum.complete(amounts)) return null;
  if (!/\b(?:what|which|implied|effective)\b.*\b(?:yield|interest rate|rate|coupon)\b/i.test(sum.words)) return null;
  const [paid, lent] = first.high <= second.high ? [first, second] : [second, first];
  const near = `${paid.before.slice(-24)} ${paid.after.slice(0, 24)}`;
  if (!/\b(?:interest|coupons?|service|a year|annual|yearly)\b/i.test(near) && paid.kind !== "flow") return null;
  const yearly = paid.kind === "flow" ? `(${write(paid)} * 1 year)` : write(paid);
  return evaluated([{ label: "rate a year", expression: `${yearly} / (${write(lent)}) in %` }], {
    title: `${paid.text} on ${lent.text}`.slice(0, 120),
  });
};

/** "The difference in interest on $38B between 6.4% and 7.15%". */
function betweenTwoRates(sum: Sum, money: Term, percent: Term): PlanInput | null {
  const [a, b, ...more] = percent.ends;
  if (a === undefined || b === undefined || more.length > 0 || !GAP.test(sum.words) || !INTEREST.test(sum.words))
    return null;
  if (!sum.complete([money, percent])) return null;
  const lines: SumLine[] = [a, b].map((rate) => ({
    label: `at ${rate}%`,
    expression: `${write(money)} * (${rate} %/year) in ${currencyOf(money)}/year`,
  }));
  lines.push({ label: "difference", expression: a > b ? "#1 - #2" : "#2 - #1" });
  return evaluated(lines, { title: `Interest on ${money.text} at ${percent.text}`, lead: [3, 1, 2] });
}

const isYear = (time: Term): boolean =>
  time.low === time.high && ((time.unit === "year" && time.low === 1) || (time.unit === "month" && time.low === 12));
function leadsFor(sum: Sum, lines: readonly SumLine[], time: Term | null): number[] {
  if (lines.length === 1) return [1];
  return time && !isYear(time) && /\b(?:total|in all|altogether|overall|whole)\b/i.test(sum.words)
    ? [lines.length, 1]
    : lines.map((_line, index) => index + 1);
}

export const depreciation: ReadSum = (sum) => {
  if (!DEPRECIATES.test(sum.words)) return null;
  const kept = downToResidual(sum);
  if (kept) return kept;
  const split = restOverAnother(sum);
  if (split) return split;
  const pairs: { money: Term; life: Term }[] = [];
  const lives = sum.terms.filter(
    (term) =>
      term.kind === "time" ||
      (term.kind === "number" && !term.scaled && term.unit === "" && /\bover\s*$/i.test(term.before)),
  );
  const other = sum
    .of("number")
    .find(
      ({ before, after, scaled, high }) =>
        !scaled && high < 40 && (OTHER_LIFE.test(before) || /^\s*(?:vs\.?|versus|or|against)\s*$/i.test(after)),
    );
  const [life] = sum.of("time");
  if (other && life?.unit === "year") lives.push({ ...other, kind: "time", unit: "year", text: `${other.text} years` });
  const moneys = partsOf(sum.of("money"));
  for (const money of moneys) {
    const life =
      lives.length === 1
        ? lives[0]
        : (lives.find(({ start }) => start > money.start && !pairs.some((pair) => pair.life.start === start)) ??
          undefined);
    if (life) pairs.push({ money, life });
  }
  const things = sum.one("chips", "racks", "sites");
  const price = sum.one("unit-price");
  if (
    moneys.length === 0 &&
    things &&
    price &&
    lives.length === 1 &&
    lives[0] &&
    sum.complete([things, price, lives[0]])
  )
    return evaluated(
      [
        { label: `price of ${things.text}`, expression: `${write(things)} * ${write(price)}` },
        { label: "depreciation a year", expression: `#1 / (${write(lives[0])}) in ${currencyOf(price)}/year` },
      ],
      { title: "Straight-line depreciation", lead: [2, 1] },
    );
  const several = moneys.length === 1 ? livesOfOne(sum, moneys[0] as Term, lives) : null;
  if (several) return several;
  if (pairs.length === 0 || pairs.length !== moneys.length || !sum.complete([...sum.of("money"), ...lives]))
    return null;
  if (lives.length > 1 && lives.length !== pairs.length) return null;
  // Two sums over one life are added only where they are said to be: one may be in the other.
  if (
    moneys.length > 1 &&
    lives.length === 1 &&
    !moneys.slice(1).every(({ before }) => /(?:\b(?:and|plus)|[,+])\s*(?:\S+\s){0,3}$/i.test(before))
  )
    return null;
  const years = (life: Term): string => (life.kind === "number" ? `${writeEnd(life, life.low)} years` : write(life));
  const lines: SumLine[] = pairs.map(({ money, life }) => ({
    label: pairs.length > 1 ? `${money.text} over ${life.text}` : "depreciation a year",
    expression: `${write(money)} / (${years(life)}) in ${currencyOf(money)}/year`,
  }));
  if (pairs.length > 1)
    lines.push({ label: "depreciation a year", expression: pairs.map((_pair, index) => `#${index + 1}`).join(" + ") });
  const periods = periodsAsked(sum.words).filter((period) => period !== "year");
  const total = lines.length;
  for (const period of periods.slice(0, 2))
    lines.push({ label: `a ${period}`, expression: `#${total} in ${currencyOf(pairs[0]?.money)}/${period}` });
  return evaluated(lines, {
    title: "Straight-line depreciation",
    lead: lines.slice(total - 1).map((_line, index) => total + index),
  });
};

/** "60% of $50B over 5 years, the rest over 15". */
function restOverAnother(sum: Sum): PlanInput | null {
  const [money, percent, [first, second, ...more]] = [sum.one("money"), sum.one("percent"), sum.of("time")];
  if (!money || !percent || !first || !second || more.length > 0 || !sum.complete([money, percent, first, second]))
    return null;
  if (!/\b(?:rest|remainder|balance|other(?: part)?|remaining)\b/i.test(second.before)) return null;
  const currency = currencyOf(money);
  const share = writeShare(percent);
  return evaluated(
    [
      {
        label: `${percent.text} over ${first.text}`,
        expression: `${write(money)} * ${share} / (${write(first)}) in ${currency}/year`,
      },
      {
        label: `the rest over ${second.text}`,
        expression: `${write(money)} * (1 - ${share}) / (${write(second)}) in ${currency}/year`,
      },
      { label: "depreciation a year", expression: "#1 + #2" },
    ],
    { title: "Straight-line depreciation", lead: [3, 1, 2] },
  );
}

/** "A $27B campus of $20B servers and $7B buildings": the whole is no third part. */
function partsOf(moneys: readonly Term[]): readonly Term[] {
  const all = moneys.reduce((sum, { high }) => sum + high, 0);
  const whole = moneys.length > 2 ? moneys.find(({ high }) => Math.abs(all - 2 * high) < high * 1e-6) : undefined;
  return whole ? moneys.filter((money) => money !== whole) : moneys;
}

/** "Book value after 2 of 5 years": what is not yet written off. */
export const bookValue: ReadSum = (sum) => {
  if (
    !/\b(?:book value|(?:left )?on the books|net book|carrying (?:value|amount)|(?:what(?:'s| is)|how much is|value) left|remaining (?:book )?value|undepreciated|not yet (?:depreciated|written off))\b/i.test(
      sum.words,
    )
  )
    return null;
  const money = sum.one("money");
  const times = sum.terms.filter(
    ({ kind, scaled, high }) => kind === "time" || (kind === "number" && !scaled && high < 50),
  );
  const [a, b, ...more] = times;
  if (!money || !a || !b || more.length > 0 || !sum.complete([money, a, b])) return null;
  const [used, life] = a.high < b.high ? [a, b] : [b, a];
  if ([a, b].some(({ kind, unit }) => kind === "time" && unit !== "year") || used.high >= life.high) return null;
  return evaluated(
    [
      { label: "written off a year", expression: `${write(money)} / ${life.high}` },
      { label: `book value after ${used.high} years`, expression: `${write(money)} - #1 * ${used.high}` },
    ],
    { lead: ALSO_A_YEAR.test(sum.words) ? [1, 2] : [2], title: `${money.text} over ${life.high} years` },
  );
};

const ALSO_A_YEAR = gated(/\b(?:annual|yearly|a year(?:ly)?|per year|each year)\b.*\band\b/i);

/** "Over six years instead of four". */
const OTHER_LIFE = /\b(?:instead of|rather than|versus|vs\.?|not|against|compared (?:with|to)|from|to|or)\s*$/i;
/** Asks what another life changes. */
const GAP = gated(
  /\b(?:difference|how much (?:lower|less|higher|more|smaller|larger)|sav(?:es?|ed|ings?)|reduc\w+|lowers?|cuts?|adds?|changes?|extra|by how much|impact|effect|hit)\b/i,
);

/** What is still worth something at the end of its life is written down to that. */
function downToResidual(sum: Sum): PlanInput | null {
  const [residual, ...more] = inRole(sum, "residual");
  const [money, ...others] = sum.of("money", "unit-price").filter((term) => term !== residual);
  const life = sum.one("time");
  if (!residual || more.length > 0 || !money || others.length > 0 || !life || !sum.complete([money, life, residual]))
    return null;
  const cost = write(money, currencyOf(money));
  const left =
    residual.kind === "percent" ? `${cost} * ${writeShare(residual)}` : write(residual, currencyOf(residual));
  return evaluated(
    [
      { label: `written down to ${residual.text}`, expression: `${cost} - ${left}` },
      { label: "depreciation a year", expression: `#1 / (${write(life)}) in ${currencyOf(money)}/year` },
    ],
    { title: "Straight-line depreciation", lead: [2] },
  );
}

/** "Five-year life versus six", "over 3, 5 and 6 years": the same money over each of them. */
function livesOfOne(sum: Sum, money: Term, lives: readonly Term[]): PlanInput | null {
  const ends = lives.flatMap(({ ends: own }) => own);
  const isYears = lives.every(({ kind, unit }) => kind === "time" && unit === "year");
  const starts = new Set([money, ...lives].map(({ start }) => start));
  const used = sum.terms.filter(({ start }) => starts.has(start));
  if (ends.length < 2 || ends.length > 6 || !isYears || !sum.complete(used)) return null;
  // "5 to 6 years" is one length that is not known.
  const between = lives.some(({ before }) => /\bbetween\s*$/i.test(before)) && GAP.test(sum.words);
  if (lives.length === 1 && ends.length === 2 && !between) return null;
  const lines = ends.map((years) => ({
    label: `over ${years} years`,
    expression: `${write(money)} / (${years} years) in ${currencyOf(money)}/year`,
  }));
  const all = lines.map((_line, index) => index + 1);
  if (ends.length === 2 && GAP.test(sum.words)) {
    const [high, low] = (ends[0] ?? 0) < (ends[1] ?? 0) ? ["#1", "#2"] : ["#2", "#1"];
    lines.push({ label: "difference", expression: `${high} - ${low}` });
    all.unshift(3);
  }
  return evaluated(lines, { title: `Straight-line depreciation of ${money.text}`, lead: all });
}

export const currencyOf = (term: Term | undefined): string => term?.unit.split("/")[0] ?? "USD";
