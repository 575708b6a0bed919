/** "Their cash as a share of the 27bn": an amount that the question itself has, as one of the conversation. */
import type { FoundQuantity } from "../../quantities.ts";
import type { Reading } from "../reading.ts";
import { writeQuantity } from "../write-quantity.ts";
import { type OnTable, onTable } from "./on-the-table.ts";

/** Of what the words hold the amount; null where they hold none, or a price for each gigawatt. */
export function amountWritten(reading: Reading, words: string): OnTable | null {
  const found = quantityIn(reading, words);
  if (!found) return null;
  const { text } = found.quantity;
  return onTable(reading, {
    lines: [{ label: text, expression: writeQuantity(found.quantity) }],
    at: 1,
    label: text,
    record: null,
    figure: null,
  });
}

export function withoutAmount(reading: Reading, words: string): string {
  const found = quantityIn(reading, words);
  return found ? words.replace(found.quantity.text, " ") : words;
}

const quantityIn = ({ quantities }: Reading, words: string): FoundQuantity | undefined =>
  quantities.find(({ quantity, perGw, negative }) => !perGw && !negative && words.includes(quantity.text));
