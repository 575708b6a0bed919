/** "In dollars?" after a customer's share of a backlog or of revenue: as much of the whole on the same day. */
import { pointsOn } from "../../../knowledge/as-of.ts";
import type { PlanInput } from "../../plan.ts";
import { measuresIn } from "../measures.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { figureOf, inPercent, lastAlike, type OnTable, onTable } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const ASKS =
  /^(?:(?:what(?:['’]s| is) (?:that|it)|how much is (?:that|it)|(?:that|it) is) )?(?:in|as) (?:us )?(?:dollars|dollar terms|money|usd|cash|billions|\$)[\s?.!]*$/i;

export const shareInMoney: ReadRule = {
  name: "share-in-money",
  read(reading): PlanInput | null {
    if (reading.conversation.plan?.kind !== "show-metric" || !ASKS.test(bareOf(reading.question).text)) return null;
    const [last] = lastAlike(reading, 1);
    const point = last ? figureOf(reading, last) : null;
    if (!last || !point || !("measure" in point) || point.unit !== "percent" || !SHARES.has(point.measure)) return null;
    const whole = wholeOn(reading, last, point.label, point.period);
    if (!whole) return { kind: "decline", reason: "undisclosed", about: reading.question.slice(0, 200) };
    return worksheetOf(
      reading,
      [inPercent(last), whole],
      ([share, of]) => [{ label: "in dollars", expression: `${share} * ${of}` }],
      `${last.label} in dollars`,
    );
  },
};
const SHARES: ReadonlySet<string> = new Set(["customer-share", "revenue-share"]);

/** The figure of the same company that its label names, of the same time. */
function wholeOn(reading: Reading, { record }: OnTable, label: string, period: string): OnTable | null {
  const { library, asOf } = reading;
  const owner = library.metrics.get(record?.id ?? "")?.subjects[0];
  const measures = measuresIn(label.replace(/\bshare\b/gi, " "));
  for (const metric of library.knowledge.metrics) {
    if (metric.subjects[0] !== owner || !measures.includes(metric.measure)) continue;
    const point = pointsOn(metric, asOf)
      .map((one) => one.point)
      .find((one) => one.period === period && one.unit === "USD");
    if (point)
      return onTable(reading, {
        lines: [{ label: point.label.slice(0, 80), expression: `@${metric.id}:${point.id}` }],
        at: 1,
        label: point.label.slice(0, 80),
        record: { type: "metric", id: metric.id },
        figure: point.id,
      });
  }
  return null;
}
