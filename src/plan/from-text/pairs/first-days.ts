/** "Which got the bigger first-day pop, A or B": how far the shares of two listings rose on their first day. Null where one of the two is on no record. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";

const ASKS = gated(
  /\b(?:first|1st|opening|debut)[- ](?:trading )?day\b|\bday[- ](?:one|1)\b|\b(?:on|in) (?:its|their|the) (?:stock ?market |trading |nasdaq )?debut\b/i,
);
const MOVES = gated(
  /\b(?:pops?|popped|gain(?:s|ed)?|rises?|rose|jump(?:s|ed)?|move[ds]?|climb(?:s|ed)?|surged?|bounced?|increase[ds]?|performance|returns?|went up|up (?:more|most))\b/i,
);
const RISE = gated(/\b(?:rise|gain|jump|change) of the shares\b.*\bfirst day\b/i);
const LEAST = gated(/\b(?:smaller|smallest|lower|less|least|fewer)\b/i);

export function firstDays({ question, names, library, asOf, dates }: Reading): PlanInput | null {
  if (!ASKS.test(question) || !MOVES.test(question)) return null;
  const named = names.deals.length === 2 ? names.deals : names.deals.length === 0 ? names.orgs : [];
  const [first, second, ...more] = named.map((id) =>
    [...(library.dealsOf.get(id) ?? []), ...(library.deals.get(id) ? [library.deals.get(id)] : [])].flatMap((deal) =>
      deal ? risesOf(deal, asOf, id) : [],
    ),
  );
  const [a, b] = [first?.[0], second?.[0]];
  if (!a || !b || more.length > 0 || a.deal === b.deal) return null;
  return { kind: "compare-figures", sides: [a, b], of: "stake", least: LEAST.test(question), asOf: dates.asOf };
}

/** Of a company's deals the listing is the one in which it is the issuer. */
function risesOf(deal: Deal, asOf: string, id: string): { deal: string; figure: string }[] {
  if (deal.id !== id && !deal.parties.some(({ org, role }) => org === id && role === "issuer")) return [];
  return (stateOn(deal, asOf)?.figures ?? []).flatMap(({ figure, ended }) =>
    ended === null && figure.unit === "percent" && RISE.test(figure.label)
      ? [{ deal: deal.id, figure: figure.id }]
      : [],
  );
}
