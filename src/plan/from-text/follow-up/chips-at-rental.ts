/** "If those were B200s rented at the index price, what's that per hour?" after a count of chips: as many at the published price of a chip's hour. */

import { gated } from "../../../knowledge/gated.ts";
import { CHIP_NAME } from "../../given.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { lastAlike, onTable } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const MAX_WORDS = 18;
const RENTED = gated(
  /\b(?:rent(?:ed|al|ing|s)?|hired?|leased out|index|spot|market) ?(?:price|rate|out|at|for|on)?\b/i,
);
const PER = /\b(?:per|an?|each|every|by the) (hour|hr|day|month|year)\b|\b(hourly|daily|monthly|yearly|annually)\b/i;
const PERIODS: Readonly<Record<string, string>> = {
  hour: "h",
  hr: "h",
  hourly: "h",
  day: "day",
  daily: "day",
  month: "month",
  monthly: "month",
  year: "year",
  yearly: "year",
  annually: "year",
};
/** They stand for what was counted. */
const POINTS = /\b(?:those|these|they|them|that many|it|all of them)\b/i;

export const chipsAtRental: ReadRule = {
  name: "chips-at-rental",
  read(reading) {
    const { question, names, quantities } = reading;
    if (quantities.length + names.deals.length + names.orgs.length > 0 || question.split(/\s+/).length > MAX_WORDS)
      return null;
    const [, unit, adverb] = PER.exec(question) ?? [];
    const period = PERIODS[(unit ?? adverb ?? "").toLowerCase()];
    const chip = CHIP_NAME.exec(question)?.[1]?.replace(/'?s$/i, "");
    if (!period || !chip || !RENTED.test(question) || !POINTS.test(question)) return null;
    const [count] = lastAlike(reading, 1);
    const price = priceOf(reading, chip);
    if (!count || !price || count.dimension.chip !== 1 || Object.keys(count.dimension).length !== 1) return null;
    return worksheetOf(
      reading,
      [count, price],
      ([many, each]) => [
        { label: `rent per ${period === "h" ? "hour" : period}`, expression: `${many} * ${each} in USD/${period}` },
      ],
      `${count.label} at ${price.label}`,
    );
  },
};

/** The price of an hour that is published for the chip; of several the one that stands for them. */
function priceOf(reading: Reading, chip: string) {
  const own = reading.library.knowledge.rates.filter(
    (rate) => rate.quantity === "gpu-hour-price" && rate.chip?.toLowerCase().split(" ").includes(chip.toLowerCase()),
  );
  const rate = own.find((one) => one.default) ?? (own.length === 1 ? own[0] : undefined);
  const label = rate?.name.slice(0, 80) ?? "";
  return rate
    ? onTable(reading, { lines: [{ label, expression: `@${rate.id}` }], at: 1, label, record: null, figure: null })
    : null;
}
