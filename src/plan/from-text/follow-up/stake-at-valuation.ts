/** "What's that stake worth at 852?" after a percentage of a company: as much of the valuation that is said. */

import { pointsOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { byCode } from "../../../knowledge/order.ts";
import type { PlanInput } from "../../plan.ts";
import { SCALES } from "../../scales.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { figureOf, inPercent, lastAlike, onTable } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const MAX_WORDS = 12;
const ASKS = gated(
  /\b(?:worth|valued?|come to|comes to|be|is (?:that|it))\b.*\bat (?:an? |the |its |their )?(?:valuation of |value of )?\$?(\d+(?:\.\d+)?) ?(bn|b|billion|tn|t|trillion)?(?: (?:dollars?|valuation|post-?money))*[\s?.!]*$/i,
);

export const stakeAtValuation: ReadRule = {
  name: "stake-at-valuation",
  read(reading) {
    const { question, names } = reading;
    const { text } = bareOf(question);
    const latest = AT_LATEST.test(text) && names.deals.length === 0 ? atLatest(reading) : null;
    if (latest) return latest;
    // A number alone is one of billions.
    const [, number = "", scale = "billion"] = ASKS.exec(text) ?? [];
    const value = Number(number) * (SCALES[scale.toLowerCase()] ?? 1e9);
    if (
      !(value >= 1e9) ||
      /%|\bpercent\b/i.test(text) ||
      text.split(/\s+/).length > MAX_WORDS ||
      names.deals.length > 0
    )
      return null;
    const [last] = lastAlike(reading, 1);
    const figure = last ? figureOf(reading, last) : null;
    // A share of a cost or of revenue is no stake.
    const isStake = figure && ("measure" in figure ? figure.measure === "exposure" : figure.of === "stake");
    if (!last || !isStake || figure.unit !== "percent") return null;
    return worksheetOf(
      reading,
      [inPercent(last)],
      ([step]) => [{ label: "the stake at that valuation", expression: `${step} * ${value} USD` }],
      `${last.label} at that valuation`,
    );
  },
};

/** "What's that worth at the last valuation?" */
const AT_LATEST = gated(
  /^(?:(?:what(?:['’]s| is|['’]d)?|how much(?: is)?) )?(?:it|that|this|the stake|they|be|would|is)?(?: (?:that|it|be|the stake|stake))* ?(?:worth|valued|in dollars|in money)\b.*\b(?:at|on|by) (?:the|its|their|that|[\w.&-]+['’]s) (?:last|latest|newest|current|most recent|new|recent) (?:valuation|round|mark|price)(?: then)?[\s?.!]*$/i,
);

/** The stake that was shown last, at the latest valuation on record of the only party of its deal that has one. */
function atLatest(reading: Reading): PlanInput | null {
  const { library, asOf } = reading;
  const [last] = lastAlike(reading, 1);
  const figure = last ? figureOf(reading, last) : null;
  const deal = last?.record?.type === "deal" ? library.deals.get(last.record.id) : undefined;
  if (!last || !deal || !figure || figure.unit !== "percent" || !("of" in figure) || figure.of !== "stake") return null;
  const parties = new Set(deal.parties.map(({ org }) => org));
  const [metric, ...more] = library.knowledge.metrics.filter(
    ({ measure, subjects }) => measure === "valuation" && subjects.length === 1 && parties.has(subjects[0] ?? ""),
  );
  const points = metric && more.length === 0 ? pointsOn(metric, asOf).map(({ point }) => point) : [];
  const known = points.filter(({ unit, type }) => unit === "USD" && type !== "forecast" && type !== "target");
  const [point] = known.sort((a, b) => byCode(b.period, a.period));
  const value =
    metric &&
    point &&
    onTable(reading, {
      lines: [{ label: point.label.slice(0, 80), expression: `@${metric.id}:${point.id}` }],
      at: 1,
      label: point.label.slice(0, 80),
      record: { type: "metric", id: metric.id },
      figure: point.id,
    });
  if (!value) return null;
  const plan = worksheetOf(
    reading,
    [inPercent(last), value],
    ([share, whole]) => [{ label: "the stake at the latest valuation", expression: `${share} * ${whole}` }],
    `${last.label} at the latest valuation`,
  );
  // A share of a value is no sum of unlike money.
  return plan.kind === "evaluate" ? { ...plan, notes: [] } : plan;
}
