/** "And what's it now?" after a total that was claimed: the figure that the same company gave after it, where its record says so. */

import type { Metric } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { LATEST } from "./another-time.ts";

const NOW = gated(
  /^(?:(?:and|so|but)\b[\s,]*)*(?:(?:what|where|how much)(?:['’]s| is| does) (?:it|that|this|the (?:number|figure|target|plan|total|amount|commitment))(?: stand| at)? (?:now|today|currently|these days|at present)|what(?:['’]s| is) the (?:current|latest|newest) (?:one|number|figure|target|plan|total|amount))[\s?.!]*$/i,
);
const SCALES = [
  [1e12, "trillion"],
  [1e9, "billion"],
] as const;

export function replacedSince({ question, library, asOf }: Reading, metric: Metric): PlanInput | null {
  if (!NOW.test(question) && !LATEST.test(question)) return null;
  const own = metric.points.find(({ id }) => id === metric.headline) ?? metric.points.at(-1);
  const size = own?.high ?? own?.low;
  if (!own || !size || own.unit !== "USD") return null;
  const [scale, word] = SCALES.find(([one]) => size >= one) ?? [1, ""];
  const after = new RegExp(
    String.raw`\b(?:after|instead of|in place of|down from|against) the (?:earlier )?\$${String(size / scale).replace(".", "\\.")} ${word}`,
    "i",
  );
  const next = library.knowledge.metrics.find(
    (other) =>
      other.id !== metric.id &&
      other.subjects[0] === metric.subjects[0] &&
      other.facts.some(({ text, known }) => after.test(text) && (known === undefined || known <= asOf)) &&
      pointsOn(other, asOf).some(({ point }) => point.id === other.headline && point.as_of > own.as_of),
  );
  return next ? { kind: "show-metric", metric: next.id } : null;
}
