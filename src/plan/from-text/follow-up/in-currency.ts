/** "In euros?", "the total in pounds", "how many dollars is that" after money that was shown; of a share its part of the whole. */

import { currenciesOf } from "../../../calculator/dimension.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { PlanInput } from "../../plan.ts";
import { perGwInCurrency } from "../per-gw-in-currency.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { CURRENCY, type CurrencySaid, currencyOf } from "./currency-said.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, figureNamedIn, namedAsWhole, toShown } from "./figures-of-record.ts";
import { figureOf, lastAlike, lastOf, type OnTable, onTable, periodOf, sameAmount } from "./on-the-table.ts";
import { amountNamed, namesNothing } from "./operands.ts";
import { worksheetOf } from "./worksheet-of.ts";

const MAX_WORDS = 11;
/** What is to be said in the currency, and the currency: alone, or behind "in". */
const IN_CURRENCY = new RegExp(
  String.raw`^(.*?)\b(?:in|into|to|as)\s+${CURRENCY}(?:,? (?:terms|please|then|roughly|approximately|about|or so))*[\s?.!]*$|^${CURRENCY}[\s?.!]*$|^(?:how (?:many|much)) ${CURRENCY}(?: (?:is|are|was|would) (?:that|it|this)(?: be)?)?[\s?.!]*$`,
  "i",
);
/** What a holder of a stake gets, and what interest comes to in a year. */
const COMES_TO = gated(
  /^(?:(?:so|and) )?(?:[\w.&-]+ )?(?:got|gets|received?|made|makes|took) (?:roughly |about |around |some )?how much\b|\bhow much (?:did|does|would|will) (?:[\w.&-]+ ){1,3}(?:get|receive|make|take)\b|\b(?:yearly|annual|a year(?:['’]s)?) interest\b.{0,20}$|\binterest (?:bill|cost|payments?)\b.{0,20}$|\bhow much interest\b/i,
);
/** "Worth how much at that price?" of a stake that was sold. */
const WORTH = gated(
  /^(?:(?:so|and)\b[\s,]*)*(?:(?:that['’]s |it['’]s |which is )?worth (?:how much|what)|(?:what|how much) (?:is|was|were|would) (?:that|it|this|the stake)(?: be)? worth|what(?:['’]s| is) (?:that|it) worth)(?: at (?:that|the|this) (?:price|valuation))?[\s?.!]*$/i,
);
const IN_MONEY = gated(
  /^(?:which is |that['’]s )?how much(?: money)?(?: is (?:that|it))?[\s?.!]*$|\bin money[\s?.!]*$/i,
);

export const inCurrency: ReadRule = {
  name: "in-currency",
  read(reading) {
    const { question, conversation, quantities } = reading;
    if ((conversation.shown ?? []).length === 0 || question.split(/\s+/).length > MAX_WORDS || quantities.length > 0)
      return null;
    const { text } = bareOf(question);
    if (IN_MONEY.test(text)) return ofTheWhole(reading) ?? stakeSold(reading);
    const held = WORTH.test(text) ? stakeSold(reading) : null;
    if (held) return held;
    const part = COMES_TO.test(text) ? (interestOf(reading) ?? stakeSold(reading)) : null;
    if (part) return part;
    const rate = AT_RATE.exec(text)?.[1];
    const found = IN_CURRENCY.exec(text.replace(AT_RATE, ""));
    if (!found) return null;
    const [, what = "", ...said] = found;
    const unit = currencyOf(said.find(Boolean) ?? "");
    const raised = OF_IT.test(what) ? raisedIn(reading, unit) : null;
    if (raised) return raised;
    if (rate) return atRate(reading, unit, Number(rate));
    // After what a gigawatt comes to that is said in the other currency, and not the whole.
    const perGw = conversation.plan && namesNothing(what) ? perGwInCurrency(reading, conversation.plan) : null;
    if (perGw) return perGw;
    return (
      (unit === "USD" && namesNothing(what) ? (ofTheWhole(reading) ?? stakeSold(reading)) : null) ??
      converted(reading, what, unit) ??
      (namesNothing(what) ? moneyOfDeal(reading, unit) : null)
    );
  },
};

/** "How much of that was in dollars?" of a loan or of bonds in several currencies: the part that is called after one. */
const OF_IT = gated(/\bhow much of (?:it|that|this|the (?:total|sum|whole|debt|bonds?|loan|money))\b/i);
const CALLED: Readonly<Record<CurrencySaid, RegExp>> = {
  USD: /^(?:US )?dollars?\b/i,
  EUR: /^euros?\b/i,
  GBP: /^(?:sterling|pounds?)\b/i,
};
function raisedIn(reading: Reading, unit: CurrencySaid): PlanInput | null {
  const deal = dealOnTable(reading);
  const [first, ...more] = (deal ? (stateOn(deal, reading.asOf)?.figures ?? []) : []).filter(
    ({ figure: { of, label, ...amount }, ended }) =>
      ended === null && of === "debt" && amount.unit === unit && CALLED[unit].test(label) && !NOT_OF_IT.test(label),
  );
  if (!deal || !first || more.length > 0) return null;
  return {
    kind: "show-figure",
    subject: deal.id,
    attribute: "value",
    topic: "",
    figure: first.figure.id,
    asOf: reading.dates.asOf,
  };
}
const NOT_OF_IT = gated(/\b(?:had|planned|earlier|before|targets?)\b/i);

/** "In dollars at 1.3197": dollars for one pound or euro, as rates of exchange are quoted. */
const AT_RATE = /,? ?\b(?:at|using|with|@)(?: an? (?:exchange )?rate of| a rate of)? (\d{1,3}\.\d+)(?=[\s?.!]*$)/i;
function atRate(reading: Reading, unit: CurrencySaid, rate: number): PlanInput | null {
  const [last] = lastAlike(reading, 1);
  const own = last && isMoney(last) ? currenciesOf(last.dimension)[0] : undefined;
  if (!last || !own || own === unit || (unit !== "USD" && own !== "USD") || rate <= 0) return null;
  const label = `in ${unit} at ${rate}`;
  const factor = unit === "USD" ? `(${rate} USD / (1 ${own}))` : `((1 ${unit}) / (${rate} USD))`;
  return worksheetOf(reading, [last], ([step]) => [{ label, expression: `${step} * ${factor}` }], last.label);
}

function converted(reading: Reading, what: string, unit: CurrencySaid): PlanInput | null {
  const [last] = lastAlike(reading, 1);
  const money = last && currenciesOf(last.dimension).length > 0 ? last : lastOf(reading, isMoney);
  const named = namesNothing(what) && !namedAsWhole(reading, what) ? null : amountNamed(reading, what, money ?? null);
  if (named === null && !namesNothing(what)) return null;
  const meant = named ?? money;
  if (!meant || !isMoney(meant)) return null;
  const [own] = currenciesOf(meant.dimension);
  if (!own || own === unit) return null;
  const recorded = inThatCurrency(reading, meant, unit);
  if (recorded) return recorded;
  const per = meant.dimension.h === -1 ? `/${periodOf(reading, meant) ?? "year"}` : "";
  return worksheetOf(
    reading,
    [meant],
    ([step]) => [{ label: `in ${unit}`, expression: `${step} in ${unit}${per}` }],
    meant.label,
  );
}

/** The same money as the record itself has it in the other currency. */
function inThatCurrency(reading: Reading, meant: OnTable, unit: CurrencySaid): PlanInput | null {
  const deal = dealOnTable(reading);
  const figure = figureOf(reading, meant);
  if (!deal || meant.record?.id !== deal.id || !figure) return null;
  const said = contentRoots(figure.label);
  const found = (stateOn(deal, reading.asOf)?.figures ?? []).find(({ figure: other, ended }) => {
    const own = new Set(contentRoots(other.label));
    return ended === null && other.unit === unit && other.of === figure.of && said.every((word) => own.has(word));
  });
  return found
    ? {
        kind: "show-figure",
        subject: deal.id,
        attribute: "value",
        topic: "",
        figure: found.figure.id,
        asOf: reading.dates.asOf,
      }
    : null;
}

/** Money, or money for a time. */
const isMoney = ({ dimension }: OnTable): boolean => {
  const { h = 0, ...rest } = dimension;
  return currenciesOf(dimension).length === 1 && Object.keys(rest).length === 1 && (h === 0 || h === -1);
};

/** "In dollars?" after a share of the deal's money. */
function ofTheWhole(reading: Reading): PlanInput | null {
  const [last] = lastAlike(reading, 1);
  const figure = last ? figureOf(reading, last) : null;
  const whole = last && figure ? figureNamedIn(reading, "whole") : null;
  if (!last || figure?.unit !== "percent" || figure.of !== "share" || !whole || whole === "unknown") return null;
  if (currenciesOf(whole.dimension).length === 0 || sameAmount(last, whole)) return null;
  return worksheetOf(
    reading,
    [last, whole],
    ([part, all]) => [{ label: figure.label.slice(0, 80), expression: `${part} * ${all}` }],
    last.label,
  );
}

/** Interest that is on record for the deal's only debt, in money a year. */
function interestOf(reading: Reading): PlanInput | null {
  const deal = dealOnTable(reading);
  if (!deal || !/\binterest\b/i.test(reading.question)) return null;
  const standing = (stateOn(deal, reading.asOf)?.figures ?? []).filter(({ ended }) => ended === null);
  const rates = standing.filter(
    ({ figure }) => figure.unit === "percent" && /\b(?:interest|coupon)\b/i.test(figure.label),
  );
  const debts = standing.filter(({ figure }) => figure.of === "debt" && figure.unit !== "percent");
  const [rate, debt] = [rates[0], debts[0]].map((entry) => (entry ? onTable(reading, toShown(deal, entry)) : null));
  if (!rate || !debt || rates.length > 1 || debts.length > 1) return null;
  const [currency] = currenciesOf(debt.dimension);
  const perYear = rate.dimension.h === -1;
  return worksheetOf(
    reading,
    [debt, rate],
    ([x, y]) => [
      {
        label: "interest a year",
        expression: perYear ? `${x} * ${y} in ${currency}/year` : `${x} * ${y} / (1 year) in ${currency}/year`,
      },
    ],
    `${deal.name}: interest a year`,
  );
}

/** A stake that was sold in the purchase of the whole, at the price of the whole. */
function stakeSold(reading: Reading): PlanInput | null {
  const deal = dealOnTable(reading);
  const [last] = lastAlike(reading, 1);
  const figure = last ? figureOf(reading, last) : null;
  const price = deal ? stateOn(deal, reading.asOf)?.money : null;
  if (!deal || !last || last.record?.id !== deal.id || figure?.unit !== "percent") return null;
  if (!("of" in figure) || figure.of !== "stake" || price?.figure.of !== "acquisition") return null;
  const whole = onTable(reading, toShown(deal, price));
  return (
    whole &&
    worksheetOf(
      reading,
      [last, whole],
      ([part, all]) => [{ label: figure.label.slice(0, 80), expression: `${part} * ${all}` }],
      last.label,
    )
  );
}

/** "Dollars?" after the power of a deal of which no money was shown: what it is worth. */
function moneyOfDeal(reading: Reading, unit: string): PlanInput | null {
  const deal = dealOnTable(reading);
  const money = deal ? stateOn(deal, reading.asOf)?.money : null;
  const [last] = reading.conversation.shown?.[0] ?? [];
  const shown = last ? figureOf(reading, last) : null;
  if (!deal || money?.figure.unit !== unit || last?.record?.id !== deal.id || shown?.unit === unit) return null;
  return {
    kind: "show-figure",
    subject: deal.id,
    attribute: "value",
    topic: "",
    figure: money.figure.id,
    asOf: reading.dates.asOf,
  };
}
