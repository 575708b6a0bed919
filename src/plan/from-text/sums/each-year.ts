/** "$1.4T over eight years with $600B over five, per year": two amounts, each by its own years. */

import { isMoney } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { digitsFor } from "../../number-words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { writeQuantity } from "../write-quantity.ts";

const OVER =
  /^\s*(?:over|across|in|for|spread over|\/|÷)\s*(?:the next |about |roughly )?(\d+(?:\.\d+)?)(?:\s*(?:-year|years?|yrs?))?\b(?!\s*(?:gw|mw|%|percent))/i;
const YEARLY = /\b(?:per|a|each|every)[- ]?year(?:ly)?\b|\b(?:annual(?:ly|i[sz]ed)?|yearly|p\.?a\.?)(?=\W|$)/i;

/** "With $600B over five" */
const YEARS_LEFT_OUT = gated(
  /\b(?:over|across) (?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\b(?!(?: and a half)?[- ]years?)/gi,
);
const SETS_AGAINST = /\b(?:compar\w+|vs\.?|versus|against|or|than|next to|side by side|which|difference)\b/i;
const ADDS = /\b(?:plus|add(?:ed)?|total|together|sum|depreciat\w+)\b|\+/i;

/** Null unless two amounts are given, each with its number of years. */
export function eachYear({ question, quantities, names }: Reading): PlanInput | null {
  const [first, second, ...more] = quantities.filter(({ quantity, negative }) => isMoney(quantity.unit) && !negative);
  if (!first || !second || more.length > 0 || first.quantity.unit !== second.quantity.unit || names.deals.length > 0)
    return null;
  if (!YEARLY.test(question) || !SETS_AGAINST.test(question) || ADDS.test(question)) return null;
  const years = [first, second].map(
    ({ end }) => OVER.exec(digitsFor(question.slice(end).replace(YEARS_LEFT_OUT, "$& years")))?.[1],
  );
  const [one, other] = years;
  if (!one || !other) return null;
  const isFirst = first.quantity.high / Number(one) >= second.quantity.high / Number(other);
  const [larger, smaller] = isFirst ? ["#1", "#2"] : ["#2", "#1"];
  return {
    kind: "evaluate",
    title: "Each by the year",
    lines: [
      {
        label: `${first.quantity.text} over ${one} years`.slice(0, 80),
        expression: `${writeQuantity(first.quantity)} / ${one} years`,
      },
      {
        label: `${second.quantity.text} over ${other} years`.slice(0, 80),
        expression: `${writeQuantity(second.quantity)} / ${other} years`,
      },
      { label: "difference", expression: `${larger} - ${smaller}` },
      { label: "ratio", expression: `${larger} / (${smaller})` },
    ],
    lead: [1, 2, 3, 4],
  };
}
