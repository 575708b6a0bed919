/** "Per MW?" after the money and the power of one record: the one over the other. */
import { currenciesOf, type Dimension } from "../../../calculator/dimension.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { type OnTable, onTable } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const PER =
  /^(?:(?:how much|what)(?: is (?:that|it))? )?(?:per|a|each|for each)\s(gw|mw|gigawatt|megawatt|gpu|chip)(?: (?:then|is that))*[\s?.!]*$/i;

export const perUnitShown: ReadRule = {
  name: "per-unit-shown",
  read(reading) {
    const unit = unitOf(PER.exec(bareOf(reading.question).text)?.[1]);
    // What was shown last is what the money is divided by.
    const [last] = reading.conversation.shown ?? [];
    const count = (last ?? []).flatMap((one) => onTable(reading, one) ?? []).find((one) => counts(one.dimension, unit));
    const money = count && moneyOf(reading, count);
    const currency = money && currenciesOf(money.dimension)[0];
    if (!unit || !count || !money || !currency) return null;
    return worksheetOf(
      reading,
      [money, count],
      ([x, y]) => [{ label: `for each ${unit}`, expression: `${x} / ${y} in ${currency}/${unit}` }],
      `${money.label} for each ${unit}`,
    );
  },
};

const unitOf = (said: string | undefined): "GW" | "MW" | "chip" | null =>
  said === undefined ? null : /^g(?:w|ig)/i.test(said) ? "GW" : /^m/i.test(said) ? "MW" : "chip";

const counts = (dimension: Dimension, unit: "GW" | "MW" | "chip" | null): boolean =>
  Object.keys(dimension).length === 1 &&
  (unit === "chip" ? dimension.chip === 1 : (dimension.GW ?? dimension.GW_it ?? dimension.GW_facility) === 1);

/** The money of the same record that was shown before. */
const moneyOf = (reading: Reading, { record }: OnTable): OnTable | null =>
  (reading.conversation.shown ?? [])
    .flat()
    .flatMap((one) => onTable(reading, one) ?? [])
    .find(
      (one) =>
        record !== null &&
        one.record?.id === record.id &&
        currenciesOf(one.dimension).length === 1 &&
        Object.keys(one.dimension).length === 1,
    ) ?? null;
