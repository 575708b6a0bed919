/** Parts of what a number on record is the whole of: shares of a split, and totals by what they are for. */

import type { Rate } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { evaluated } from "../sums/sum.ts";
import type { Term } from "../sums/terms.ts";
import { write } from "../sums/write-term.ts";
import { PLAIN_WORDS } from "./plain-rate-words.ts";

/** "The energy part of the 5.2 trillion", "and the chips part?" after one share of a split: another share of it, or of an amount. */
export function shareOfSplit(reading: Reading, rate: Rate, text: string, amount: Term | null): PlanInput | null {
  const { library, conversation } = reading;
  if (!rate.quantity.startsWith(SPLIT)) return null;
  const roots = contentRoots(amount ? text.replace(amount.text, " ") : text).filter((root) => !OF_A_SPLIT.has(root));
  if ((roots.length === 0 && !amount) || (amount && amount.kind !== "money" && !amount.scaled)) return null;
  const found = library.knowledge.rates.filter(({ org, quantity, name, aliases }) => {
    const own = contentRoots(`${quantity.slice(SPLIT.length)} ${name} ${aliases.join(" ")}`.replaceAll("-", " "));
    if (roots.length === 0) return quantity === rate.quantity && org === rate.org;
    return org === rate.org && quantity.startsWith(SPLIT) && roots.every((root) => own.includes(root));
  });
  const [only, ...more] = found;
  if (!only || more.length > 0) return null;
  // After a share of an amount the other is of that amount.
  const before = conversation.plan?.kind === "evaluate" ? conversation.plan.lines[0]?.expression : undefined;
  const money = amount
    ? write({ ...amount, kind: "money", unit: amount.unit || "USD" })
    : before?.replace(/ \* @.*$/, "");
  return money
    ? evaluated(
        [
          { label: only.name.slice(0, 80), expression: `${money} * @${only.id}` },
          { label: "share", expression: `@${only.id} in %` },
        ],
        { title: only.name.slice(0, 120), lead: [1, 2] },
      )
    : { kind: "show-rate", rates: [only.id] };
}
const SPLIT = "capex-share-";
const OF_A_SPLIT = new Set(
  contentRoots("how much what is are the part share portion of that it total goes to and for cost costs money dollars"),
);

const PART =
  /^(?:how much|what(?: part| share| portion)?|which part)(?: of (?:it|that|this|the (?:total|sum|whole|lot)))? (?:is|are|goes? (?:to|on|into)|would be|was)(?: for)? (?:the )?([a-z][a-z &-]{2,30}?)[\s?.!]*$|^(?:the )?([a-z][a-z &-]{2,30}?)(?: (?:part|share|portion|bit|slice|alone|only))?[\s?.!]*$/i;
/** "How much of it is power": a part of the total that is on record by the same owner. */
export function partOf({ library }: Reading, rate: Rate, text: string): PlanInput | null {
  const [, first, second] = PART.exec(text) ?? [];
  const roots = contentRoots(first ?? second ?? "").filter((root) => !PLAIN_WORDS.has(root));
  if (roots.length === 0) return null;
  const whole = library.knowledge.rates.find(
    ({ org, quantity }) => org === rate.org && rate.quantity.startsWith(quantity) && IS_TOTAL.test(quantity),
  );
  const found = library.knowledge.rates.filter(
    ({ id, org, unit, quantity, name, aliases }) =>
      id !== whole?.id &&
      org === rate.org &&
      unit === rate.unit &&
      whole !== undefined &&
      quantity.startsWith(`${whole.quantity}-`) &&
      roots.every((root) =>
        contentRoots(
          `${quantity.slice(whole.quantity.length)} ${name} ${aliases.join(" ")}`.replaceAll("-", " "),
        ).includes(root),
      ),
  );
  const [only, ...more] = found;
  if (!only || !whole || more.length > 0) return null;
  return evaluated(
    [
      { label: only.name.slice(0, 80), expression: `@${only.id}` },
      { label: whole.name.slice(0, 80), expression: `@${whole.id}` },
      { label: "as a share of it", expression: "#1 / #2 in %" },
    ],
    { title: only.name.slice(0, 120), lead: [1, 3, 2] },
  );
}
const IS_TOTAL = gated(/-total$/);
