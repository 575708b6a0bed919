/** "Per MW?" after the money and the power of one record: the one over the other. */

import { currenciesOf, type Dimension } from "../../../calculator/dimension.ts";
import { pointsOn, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import { numberOfWord } from "../../number-words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, figureNamedIn, powerPaidFor, toShown } from "./figures-of-record.ts";
import { figureOf, type OnTable, onTable, periodOf } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const PER =
  /^(?:(?:(?:that['’]?s|that is|it['’]?s|which is|works out at) (?:what|how much)|how much|what(?:['’]s)?|dollars?|usd|\$|cost|price|rent|fee|money)(?: (?:is|does) (?:that|it)(?: (?:cost|come to|work out (?:at|to)))?| that)? )?(?:per|a|each|for each)\s(gw|mw|gigawatt|megawatt|gpu|chip|accelerator)(?:,? (?:per|a|each|every) (month|year|quarter))?(?: (?:then|is that|(?:on|for|of) (?:that|it|this)))*[\s?.!]*$/i;
/** ", using the first loan": with another amount of the record than the one that was shown. */
const USING =
  /,? (?:(?:if (?:you|i|we) )?(?:us(?:e|ing)|tak(?:e|ing))|based on|going by|counting) (?:only |just )?(?:the |its )?([a-z][\w &-]{1,40}?)(?: (?:only|alone|instead))?[\s?.!]*$/i;

export const perUnitShown: ReadRule = {
  name: "per-unit-shown",
  read(reading) {
    const things =
      perThing(reading, bareOf(reading.question).text) ?? perPowerSaid(reading, bareOf(reading.question).text);
    if (things) return things;
    const text = bareOf(reading.question).text;
    const using = USING.exec(text)?.[1];
    const said = PER.exec(text.replace(USING, ""));
    const unit = unitOf(said?.[1]);
    // What was shown last is what the money is divided by.
    const [last] = reading.conversation.shown ?? [];
    const amounts = (last ?? []).flatMap((one) => onTable(reading, one) ?? []);
    const shown = amounts.find((one) => counts(one.dimension, unit));
    const [first] = amounts;
    const fee = said?.[2] ? feeOf(reading, said[2].toLowerCase()) : null;
    const named = using && said ? figureNamedIn(reading, using) : null;
    if (named === "unknown" || (named && !isMoney(named))) return null;
    const money = named ?? fee ?? (shown ? moneyOf(reading, shown) : first && isMoney(first) ? first : null);
    const count =
      shown ??
      (money && unit && unit !== "chip" ? paidForBy(reading, money) : null) ??
      (money && unit ? (countBefore(reading, money, unit) ?? countOf(reading, money, unit)) : null);
    const currency = money && currenciesOf(money.dimension)[0];
    // Of several counts none is surely the one that the money is for.
    if (unit === "chip" && money?.record?.type === "deal" && !count)
      return {
        kind: "decline",
        reason: "missing-number",
        about: `the number of chips of ${reading.library.deals.get(money.record.id)?.name}`.slice(0, 200),
        near: [money.record.id],
      };
    if (!unit || !count || !money || !currency) return null;
    const period = money.dimension.h === -1 ? `/${periodOf(reading, money) ?? "year"}` : "";
    return worksheetOf(
      reading,
      [money, count],
      ([x, y]) => [{ label: `for each ${unit}`, expression: `${x} / ${y} in ${currency}/${unit}${period}` }],
      `${money.label} for each ${unit}`,
    );
  },
};

/** "Per gigawatt if all six are bought?": the last amount over as much power as is said. */
const POWER_SAID =
  /^(?:(?:so|that['’]?s|what(?:['’]s)?|how much|is|that|it)\s+)*(?:per|a|for each|each) (?:gw|gigawatt) (?:if|assuming|over|across|for|with|on|once|when) (?:all |the (?:full |whole )?)?(\d+(?:\.\d+)?)(?: (?:gws?|gigawatts?|of them))?(?: (?:is|are|gets?|were|was) \w+)?[\s?.!]*$/i;
function perPowerSaid(reading: Reading, text: string): PlanInput | null {
  const gw = POWER_SAID.exec(text.replace(NUMBER_WORD, (word) => String(numberOfWord(word) ?? word)))?.[1];
  const [money] = (reading.conversation.shown ?? [])[0]?.flatMap((one) => onTable(reading, one) ?? []) ?? [];
  const currency = money && isMoney(money) && !money.dimension.h ? currenciesOf(money.dimension)[0] : undefined;
  if (!gw || Number(gw) === 0 || !money || !currency) return null;
  return worksheetOf(
    reading,
    [money],
    ([x]) => [{ label: "for each GW", expression: `${x} / ${gw} GW in ${currency}/GW` }],
    `${money.label} for each GW`,
  );
}
const NUMBER_WORD = gated(/\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve)\b/gi);

/** "Per campus?" after the money of a deal that counts them. */
const PER_THING = gated(
  /^(?:(?:so|that['’]?s|what(?:['’]s)?|how much|is|that|it)\s+)*(?:per|for each|for every) ([a-z]{4,})[\s?.!]*$/i,
);
function perThing(reading: Reading, text: string): PlanInput | null {
  const [thing] = contentRoots(PER_THING.exec(text)?.[1] ?? "");
  const deal = dealOnTable(reading);
  const state = deal ? stateOn(deal, reading.asOf) : null;
  if (!deal || !state || thing === undefined) return null;
  const counts = state.figures.filter(
    ({ figure, ended }) =>
      ended === null && figure.unit === "count" && contentRoots(figure.counted ?? "").includes(thing),
  );
  const [last] = (reading.conversation.shown ?? [])
    .flat()
    .flatMap((one) => onTable(reading, one) ?? [])
    .filter(isMoney);
  const money = last?.record?.id === deal.id ? last : state.money ? onTable(reading, toShown(deal, state.money)) : null;
  const [only] = counts.length === 1 ? counts.flatMap((entry) => onTable(reading, toShown(deal, entry)) ?? []) : [];
  const currency = money && isMoney(money) ? currenciesOf(money.dimension)[0] : undefined;
  // What is counted is no chip here: a price of each of these is a unit of its own.
  if (!money || !only || !currency || Object.keys(only.dimension).length > 0 || money.dimension.h) return null;
  return worksheetOf(
    reading,
    [money, only],
    ([x, y]) => [{ label: `for each ${PER_THING.exec(text)?.[1]}`, expression: `${x} / ${y} in ${currency}` }],
    `${money.label} for each`,
  );
}

const unitOf = (said: string | undefined): "GW" | "MW" | "chip" | null =>
  said === undefined ? null : /^g(?:w|ig)/i.test(said) ? "GW" : /^m/i.test(said) ? "MW" : "chip";

const counts = (dimension: Dimension, unit: "GW" | "MW" | "chip" | null): boolean =>
  Object.keys(dimension).length === 1 &&
  (unit === "chip" ? dimension.chip === 1 : (dimension.GW ?? dimension.GW_it ?? dimension.GW_facility) === 1);

/** The only fee of the deal on the table for a part of time. */
export function feeOf(reading: Reading, period: string): OnTable | null {
  const deal = dealOnTable(reading);
  const fees = (deal ? (stateOn(deal, reading.asOf)?.figures ?? []) : []).filter(
    ({ figure, ended }) => ended === null && figure.per === period,
  );
  const [only] = fees;
  return deal && only && fees.length === 1 ? onTable(reading, toShown(deal, only)) : null;
}

/** The money of the same record that was shown before. */
function moneyOf(reading: Reading, { record }: OnTable): OnTable | null {
  const found = (reading.conversation.shown ?? [])
    .flat()
    .flatMap((one) => onTable(reading, one) ?? [])
    .find((one) => record !== null && one.record?.id === record.id && isMoney(one));
  const figure = found ? figureOf(reading, found) : null;
  // What was lent or put in for a part of it is not what it costs.
  const deal = record?.type === "deal" ? reading.library.deals.get(record.id) : undefined;
  const whole = deal ? stateOn(deal, reading.asOf)?.money : null;
  return deal && whole && figure && "of" in figure && PUT_IN.has(figure.of) && COSTS.has(whole.figure.of)
    ? onTable(reading, toShown(deal, whole))
    : (found ?? null);
}
const PUT_IN: ReadonlySet<string> = new Set(["equity", "debt"]);
const COSTS: ReadonlySet<string> = new Set(["capex", "investment"]);

/** Money, or a fee for a part of time. */
function isMoney({ dimension }: OnTable): boolean {
  const { h = 0, ...rest } = dimension;
  return currenciesOf(dimension).length === 1 && Object.keys(rest).length === 1 && (h === 0 || h === -1);
}

/** "First 20 MW": what its label says. */
function paidForBy(reading: Reading, money: OnTable): OnTable | null {
  const deal = money.record?.type === "deal" ? reading.library.deals.get(money.record.id) : undefined;
  const figure = figureOf(reading, money);
  const power = deal && figure && "of" in figure ? powerPaidFor(reading, deal, figure) : null;
  return deal && power ? onTable(reading, toShown(deal, power)) : null;
}

/** The power of a part that was shown right before the money of one: "gas?", "cost of the gas plants", "per GW". */
function countBefore(reading: Reading, money: OnTable, unit: NonNullable<ReturnType<typeof unitOf>>): OnTable | null {
  if (money.record?.type !== "deal" || unit === "chip") return null;
  const [, before = []] = reading.conversation.shown ?? [];
  const [only, ...more] = before.flatMap((one) => onTable(reading, one) ?? []);
  if (!only || more.length > 0 || only.record?.id !== money.record.id || !counts(only.dimension, unit)) return null;
  const figure = figureOf(reading, only);
  return figure && "headline" in figure && figure.headline ? null : only;
}

/** What the record counts in this unit: its headline, or the only one. */
function countOf(
  reading: Reading,
  { record, figure }: OnTable,
  unit: NonNullable<ReturnType<typeof unitOf>>,
): OnTable | null {
  const { library, asOf } = reading;
  // Of a gigawatt of a deal it is known with which power its money goes.
  if (!record || (record.type === "deal" && unit !== "chip")) return null;
  const deal = record.type === "deal" ? library.deals.get(record.id) : undefined;
  const metric = record.type === "metric" ? library.metrics.get(record.id) : undefined;
  const figures = deal
    ? (stateOn(deal, asOf)?.figures ?? []).filter(({ ended }) => ended === null).map(({ figure }) => figure)
    : metric
      ? pointsOn(metric, asOf).map(({ point }) => point)
      : [];
  const all = figures.flatMap(({ id, label }) => {
    const one = onTable(reading, {
      lines: [{ label, expression: `@${record.id}:${id}` }],
      at: 1,
      label,
      record,
      figure: id,
    });
    return one && counts(one.dimension, unit) ? [one] : [];
  });
  // What all the money of a deal is for is all that it counts.
  const isMain = (one: { id: string; headline?: boolean | undefined }) => one.headline === true;
  const main = deal ? figures.filter((one) => "of" in one && isMain(one)).map(({ id }) => id) : [];
  const whole =
    all.length > 1 && main.includes(figure ?? "") ? all.filter((one) => main.includes(one.figure ?? "")) : all;
  return whole.length === 1 ? (whole[0] ?? null) : null;
}
