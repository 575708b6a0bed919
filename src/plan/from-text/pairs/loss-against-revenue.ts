/** "Is it losing more than it makes": a company's losses, or the cash it burns, beside its revenue of the same time. */

import type { Measure, Metric, Point } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { findPeriods } from "../../dates.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";

const EARNS =
  "(?:makes?|made|earn(?:s|ed|ing)?|takes? in|taking in|took in|brings? in|bringing in|brought in|pulls? in)";
const LOSES = "(?:los(?:es?|ing|t)|burn(?:s|ed|ing|t)?)";
const ASKS = new RegExp(
  String.raw`\b${LOSES}\b.*\b(?:than|against|versus|vs\.?|compared (?:to|with)) (?:what )?(?:it|they|the \w+|\w+) ${EARNS}\b|\b${EARNS}\b.*\b(?:than|against|versus|vs\.?|compared (?:to|with)) (?:what )?(?:it|they|\w+) ${LOSES}\b`,
  "i",
);
const BURNS = gated(/\bburn/i);

type Known = { metric: Metric; point: Point };

export function lossAgainstRevenue({ question, names, library, asOf, dates }: Reading): PlanInput | null {
  const [org, ...others] = names.orgs;
  if (!org || others.length > 0 || !ASKS.test(question)) return null;
  const known = library.knowledge.metrics
    .filter(({ subjects }) => subjects[0] === org)
    .flatMap((metric) => pointsOn(metric, asOf).map(({ point }): Known => ({ metric, point })))
    .filter(({ point }) => point.unit === "USD" && (point.type === "actual" || point.type === "reported"));
  const measured = (...measures: Measure[]) => known.filter(({ point }) => measures.includes(point.measure));
  const lost = BURNS.test(question) ? measured("cash-burn") : measured("operating-loss", "net-loss");
  const [asked] = findPeriods(question);
  const [revenue] = measured("revenue")
    .filter(({ point }) => (asked ? point.period === asked : true) && lost.some((one) => isOfSame(one, point)))
    .sort((a, b) => (a.point.as_of < b.point.as_of ? 1 : -1));
  if (!revenue) return null;
  const of = lost.filter((one) => isOfSame(one, revenue.point));
  // One loss of each kind: of the net loss there are versions with and without minorities.
  const each = of.filter((one, at) => of.findIndex(({ point }) => point.measure === one.point.measure) === at);
  const sides = [revenue, ...each].map(({ metric, point }) => ({ deal: null, metric: metric.id, figure: point.id }));
  return { kind: "compare-figures", sides, of: "money", asOf: dates.asOf };
}

const isOfSame = ({ point }: Known, { period }: Point): boolean => point.period === period;
