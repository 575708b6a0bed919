/** "Did OpenAI lose $34B in 2025": the sentence that says what the amount is which is claimed. */

import type { Metric } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { findQuantities } from "../quantities.ts";
import type { Reading } from "./reading.ts";

export function sentenceOfClaim({ question, quantities, names, asOf }: Reading, { facts }: Metric): string | null {
  // Somebody else's amount is asked to be in it or not.
  if (names.orgs.length !== 1) return null;
  const [amount, ...more] = quantities.map(({ quantity }) => quantity);
  if (!amount || more.length > 0 || amount.unit !== "USD" || ASKS_FOR.test(question)) return null;
  const says = ({ text, known }: Metric["facts"][number]) =>
    (!known || known <= asOf) &&
    findQuantities(text).some(({ quantity: { high, unit } }) => high === amount.high && unit === amount.unit);
  const [only, ...others] = facts.filter(says);
  return only && others.length === 0 ? only.text.slice(0, 400) : null;
}
const ASKS_FOR = gated(/\b(?:how|what|which|when|who|whose|where|why)\b/i);
