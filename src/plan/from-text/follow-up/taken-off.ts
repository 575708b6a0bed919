/** "Take that off the 122", "the total minus the firm part", "what's left without amazon's": one amount less another. */

import { same } from "../../../calculator/dimension.ts";
import { gated } from "../../../knowledge/gated.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { POINTERS } from "./arithmetic-asked.ts";
import { lastAlike, type OnTable, sameAmount } from "./on-the-table.ts";
import { amountNamed, namesNothing } from "./operands.ts";
import { wholeOf } from "./share-of.ts";
import { worksheetOf } from "./worksheet-of.ts";

/** "Take this off that", "take it off". */
const TAKE = gated(
  /\b(?:take|taking|subtract(?:ing|ed)?|deduct(?:ing|ed)?|knock(?:ing)?|strip(?:ping)?|leav(?:e|ing))\s+(.+?)(?:\s+(?:off|out of|out|away from|away|from)\b\s*(.*))?$/i,
);
/** "This minus that". */
const MINUS = /^(.*?)\b(?:minus|less|net of|after taking off|without|excluding|excl\.?|ex)\s+(.+)$/i;

/** Null where it is not asked for, or where the two are not surely told. */
export function takenOff(reading: Reading, text: string): PlanInput | null {
  const plain = text.replace(/[\s?.!]+$/, "");
  const [, taken, from = ""] = TAKE.exec(plain) ?? [];
  const [, minuend = "", less] = taken ? [] : (MINUS.exec(plain) ?? []);
  const part = meant(reading, taken ?? less ?? "", null);
  if (!part || (taken && !/\b(?:off|out|away|from)\b|^(?:subtract|deduct)/i.test(plain))) return null;
  const [last] = lastAlike(reading, 1);
  // Somebody else's amount from which it is to be taken is on no table.
  if (!taken && readNames(reading.library, minuend).orgs.length > 0 && meant(reading, minuend, part) === null)
    return { kind: "decline", reason: "which" };
  const shown = !taken && minuend.trim() === "" && last && !sameAmount(last, part) ? last : null;
  const whole = meant(reading, taken ? from : minuend, part) ?? shown ?? wholeOf(reading, part);
  if (!whole || sameAmount(part, whole) || !same(part.dimension, whole.dimension)) return null;
  return worksheetOf(
    reading,
    [whole, part],
    ([x, y]) => [{ label: "what is left", expression: `${x} - ${y}` }],
    `${whole.label} less ${part.label}`,
  );
}

/** `other`: the amount that it is taken from or that is taken from it. */
function meant(reading: Reading, words: string, other: OnTable | null): OnTable | null {
  if (words.trim() === "") return null;
  const named = amountNamed(reading, words, other);
  if (named) return named;
  if (!namesNothing(words) || !new RegExp(POINTERS.source, "i").test(words)) return null;
  return lastAlike(reading, 4).find((one) => other === null || !sameAmount(one, other)) ?? null;
}
