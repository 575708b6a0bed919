/** "So pre-money?" after what a round valued a company at with the money: that less the money, where the value before is on no record. */

import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, toShown } from "./figures-of-record.ts";
import { onTable } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const ASKS = gated(
  /^(?:(?:what(?:['’]s| is| was)|and|at what|the|its|so)\b[\s,]*)*pre-?money(?: (?:valuation|value|then|is that|was that))*[\s?.!]*$/i,
);
/** "Up from which valuation?" */
const UP_FROM = gated(
  /^(?:(?:and|so|that['’]?s)\b[\s,]*)*(?:up|down) from (?:what|which)(?: (?:valuation|value|figure|mark|number))?(?: (?:before|last time|in the (?:last|previous) round))?[\s?.!]*$|^(?:the |what was the )?(?:previous|prior|last) (?:valuation|mark)(?: before (?:that|it))?[\s?.!]*$/i,
);

export const beforeTheMoney: ReadRule = {
  name: "before-the-money",
  read(reading): PlanInput | null {
    const { text } = bareOf(reading.question);
    const deal = dealOnTable(reading);
    const last = reading.conversation.plan?.kind;
    if (!deal || (last !== "show-figure" && last !== "show-deal") || reading.names.orgs.length > 0) return null;
    if (UP_FROM.test(text)) return valuedBefore(reading);
    if (!ASKS.test(text)) return null;
    const standing = (stateOn(deal, reading.asOf)?.figures ?? []).filter(({ ended }) => ended === null);
    const valuations = standing.filter(({ figure }) => figure.of === "valuation");
    if (valuations.some(({ figure }) => BEFORE.test(figure.label))) return null;
    const after = valuations.find(({ figure }) => AFTER.test(figure.label));
    const round = standing.find(({ figure }) => figure.of === "equity" && figure.headline === true);
    const [value, money] = [after, round].map((entry) => (entry ? onTable(reading, toShown(deal, entry)) : null));
    if (!value || !money) return valuations.length > 0 ? unknown(reading) : null;
    const plan = worksheetOf(
      reading,
      [value, money],
      ([x, y]) => [{ label: "before the money", expression: `${x} - ${y}` }],
      `${deal.name}: valuation before the money`,
    );
    return plan.kind === "evaluate" ? { ...plan, notes: [] } : plan;
  },
};
const BEFORE = gated(/\b(?:pre-?money|before the (?:new )?money)\b/i);
const AFTER = gated(/\b(?:post-?money|after the (?:new )?(?:money|round)|with the (?:new )?money|at the close)\b/i);

const unknown = ({ question }: Reading): PlanInput => ({
  kind: "decline",
  reason: "undisclosed",
  about: question.slice(0, 200),
});

/** The valuation on record before the round on the table, of the company that raised it. */
function valuedBefore(reading: Reading): PlanInput | null {
  const deal = dealOnTable(reading);
  const shown = (reading.conversation.shown ?? []).flat().find(({ record }) => record?.id === deal?.id);
  const figure = deal?.events.flatMap(({ figures = [] }) => figures).findLast(({ id }) => id === shown?.figure);
  if (!deal || figure?.of !== "valuation") return null;
  const raiser = new Set(deal.parties.flatMap(({ org, role }) => (RAISES.has(role) ? [org] : [])));
  const day = deal.events.find(({ figures = [] }) => figures.includes(figure))?.date ?? "";
  const metric = reading.library.knowledge.metrics.find(
    ({ measure, subjects }) => measure === "valuation" && subjects.length === 1 && raiser.has(subjects[0] ?? ""),
  );
  const earlier = (metric?.points ?? [])
    .filter(({ period, type }) => period.slice(0, 7) < day.slice(0, 7) && type !== "forecast")
    .sort((a, b) => (a.period < b.period ? 1 : -1));
  const [before] = earlier;
  if (!metric) return null;
  if (!before) return unknown(reading);
  return {
    kind: "show-metric",
    metric: metric.id,
    period: before.period,
    measures: ["valuation"],
    words: "",
    history: false,
    asOf: null,
  };
}
const RAISES: ReadonlySet<string> = new Set(["issuer", "target"]);
