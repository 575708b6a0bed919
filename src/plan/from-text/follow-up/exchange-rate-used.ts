/** "What rate is that?" after money in another currency: the exchange rate on record that it was worked out with. */
import { gated } from "../../../knowledge/gated.ts";
import type { ReadRule } from "../reading.ts";

const ASKS = gated(
  /^(?:(?:and|so|ok)\b[\s,]*)*(?:(?:what|which)(?:['’]?s| is| was)?(?: the)?(?: (?:exchange|fx|conversion))? rate\b|at what (?:exchange |fx )?rate\b|(?:what|which) (?:exchange|fx|conversion) rate\b|(?:exchange|fx|conversion) rate\b).{0,24}$/i,
);
const RATES = [
  [/\bGBP\b/, "fx-gbpusd"],
  [/\bEUR\b/, "fx-eurusd"],
] as const;

export const exchangeRateUsed: ReadRule = {
  name: "exchange-rate-used",
  read({ question, conversation: { plan }, names, quantities }) {
    if (plan?.kind !== "evaluate" || quantities.length + names.orgs.length + names.deals.length > 0) return null;
    if (!ASKS.test(question)) return null;
    const written = plan.lines.map(({ expression }) => expression).join(" ; ");
    if (!/\bUSD\b/.test(written)) return null;
    const [found, ...others] = RATES.filter(([currency]) => currency.test(written));
    return found && others.length === 0 ? { kind: "show-rate", rates: [found[1]] } : null;
  },
};
