/** "Revenue that year, and the year before?": one figure of the company at two times, side by side. */
import { fitsPeriod } from "../../../knowledge/metrics.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import { findDates } from "../../dates.ts";
import { Plan, type PlanInput, type PlanOf } from "../../plan.ts";
import { findQuantities } from "../../quantities.ts";
import type { Reading } from "../reading.ts";

const TWO =
  /^(.*\S)(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:(?:also|for|in)\s+)?((?:the )?(?:year|quarter|one) (?:before|prior|earlier|after)(?: that)?|(?:the )?(?:prior|previous|preceding|following|next) (?:year|quarter)|20\d\d)[\s?.!]*$/i;

/** `goOn` reads each of the two turns; null where the words ask for no two times, or one of them is on no record. */
export function twoTimes(reading: Reading, goOn: (part: Reading) => PlanInput | null): PlanInput | null {
  const [, first = "", second = ""] = TWO.exec(reading.question) ?? [];
  if (first === "" || /^(?:and|so|but|or|what about|how about)$/i.test(first)) return null;
  const one = atTime(reading, goOn(partOf(reading, first)));
  if (!one) return null;
  const conversation = { ...reading.conversation, plan: one, metric: one.metric };
  const other = atTime(reading, goOn(partOf({ ...reading, conversation }, `and ${second}`)));
  if (!other || (other.metric === one.metric && other.period === one.period)) return null;
  return {
    kind: "compare-metrics",
    metrics: [one, other].map(({ metric, period }) => ({ metric, period })),
    measures: one.measures,
    words: one.words,
    asOf: reading.dates.asOf,
  };
}

/** A figure of a time that is on record. */
function atTime({ library }: Reading, input: PlanInput | null): PlanOf<"show-metric"> | null {
  const plan = input?.kind === "show-metric" ? Plan.parse(input) : null;
  if (plan?.kind !== "show-metric" || plan.period === null) return null;
  const { period } = plan;
  const points = library.metrics.get(plan.metric)?.points ?? [];
  return points.some((point) => fitsPeriod(point.period, period)) ? plan : null;
}

const partOf = (reading: Reading, question: string): Reading => ({
  ...reading,
  question,
  dates: findDates(question, reading.library.completeTo),
  quantities: findQuantities(question),
  names: readNames(reading.library, question),
});
