/** "What would that cost at $50B a GW", "how many homes is that" after a power that was shown. */
import { gated } from "../../../knowledge/gated.ts";
import { linkAsked } from "../link-asked.ts";
import { rateSaid } from "../rates-named.ts";
import type { ReadRule } from "../reading.ts";
import { figureOf, lastAlike } from "./on-the-table.ts";
import { asksOfAnAmount } from "./points-at-amount.ts";

const HYPOTHETICAL = gated(
  /\b(?:would|will|could|should|might)\b.*\b(?:cost|run|come to|take|need|use)\b|\bat (?:the |a |an )?(?:usual|same|current|today\S*|going|market|standard|typical|average|normal|default|these|those|that|such|industry)\b|\b(?:implied|estimated) cost\b|\b(?:cost to build|build cost)\b/i,
);

/** "Cost at 40B per GW". */
const BARE_COST = gated(/^(?:(?:and|so|the) )*(?:build )?costs?\b.{0,12}\bat\b/i);
const PER_GW = /(?:\b(?:per|an?|each|1|one)\s|\/\s?)(?:gws?|gigawatts?)\b/i;

export const costOfPower: ReadRule = {
  name: "cost-of-power",
  read(reading) {
    const { question, names, quantities, conversation } = reading;
    if (names.deals.length > 0 || !(asksOfAnAmount(question) || BARE_COST.test(question))) return null;
    const [last] = lastAlike(reading, 1);
    if (!last?.record || !(last.dimension.GW || last.dimension.GW_it || last.dimension.GW_facility)) return null;
    const figure = figureOf(reading, last);
    if (figure?.unit !== "GW") return null;
    const to = linkAsked(question, "power") ?? "cost";
    const each = PER_GW.test(question)
      ? quantities.find(({ quantity }) => quantity.unit !== "GW")?.quantity
      : undefined;
    const price = quantities.find(({ perGw }) => perGw)?.quantity ?? each;
    const others = quantities.filter(
      ({ quantity }) => quantity !== price && !(each && quantity.unit === "GW" && quantity.high === 1),
    );
    const rate =
      price && price.unit !== "GW"
        ? { low: price.low, high: price.high, unit: price.unit, text: price.text }
        : rateSaid(reading);
    if (others.length > 0) return null;
    if (to === "cost" && rate === null && !HYPOTHETICAL.test(question)) return null;
    const [low, high] = [figure.low ?? figure.high ?? 0, figure.high ?? figure.low ?? 0];
    const gw = (value: number) => (value < 1 ? `${Number((value * 1000).toPrecision(6))} MW` : `${value} GW`);
    return {
      kind: "estimate",
      quantity: {
        low,
        high,
        unit: "GW",
        qualifier: figure.qualifier,
        text: low === high ? gw(high) : `${gw(low)} to ${gw(high)}`,
      },
      rate,
      to: to === "cost" ? null : to,
      deals: conversation.deal === null || last.record.type !== "deal" ? [] : [last.record.id],
    };
  },
};
