/** No name in the question, but perhaps a sentence of the records covers what was asked. */
import type { Deal } from "../../../knowledge/schema.ts";
import { findPassages } from "../../knowledge/passages.ts";
import type { PlanInput } from "../plan.ts";
import { GENERIC } from "./asks.ts";
import type { Reading } from "./reading.ts";

/** `ask` makes the plan for a deal that the sentence is of. */
export function bySentence(reading: Reading, ask: (deal: Deal) => PlanInput): PlanInput | null {
  const { library, names, dates, question } = reading;
  const telling = names.rest.filter((word) => !GENERIC.has(word));
  if (telling.length < 2) return outside(question);
  const best = findPassages(library, telling.join(" "), null, 1)[0];
  if (!best || best.coverage < 0.75) return outside(question);
  const { record } = best.passage;
  const deal = record.type === "deal" ? library.deals.get(record.id) : undefined;
  if (deal) return ask(deal);
  if (record.type === "topic")
    return { kind: "show-topic", topic: record.id, words: telling.join(" "), asOf: dates.asOf };
  return record.type === "metric"
    ? { kind: "show-metric", metric: record.id, words: telling.join(" "), asOf: dates.asOf }
    : outside(question);
}

const FIELD =
  /\b(?:deals?|data cent(?:er|re)s?|gpus?|chips?|gigawatts?|gw|cloud|compute|ai|capex|invest\w*|power|stargate|infrastructure)\b/i;
const outside = (question: string): PlanInput => ({
  kind: "decline",
  reason: FIELD.test(question) ? "not-understood" : "out-of-scope",
  about: question.slice(0, 200),
});
