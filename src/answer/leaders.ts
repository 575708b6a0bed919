/** Who led a round, a sale or a loan: those whose part says so, and else that no record does, with who put up the money. */

import type { PartyRole } from "../../knowledge/schema.ts";
import { gated } from "../knowledge/gated.ts";
import { asksAnchor, asksLeaders, leadersOf } from "../knowledge/leaders.ts";
import { orgName } from "../knowledge/resolve.ts";
import { said, sentences } from "./sentences.ts";
import type { Asked, Direct } from "./show-figure.ts";

const RAISED: ReadonlySet<string> = new Set(["financing", "investment", "equity-stake"]);
const PUTS_UP: ReadonlySet<PartyRole> = new Set<PartyRole>(["investor", "lender", "adviser"]);

export function sayLeaders(asked: Asked): Direct {
  const { draft, state, context, topic } = asked;
  const { deal } = state;
  if (!asksLeaders(topic)) return null;
  const named = (parties: readonly { org: string; note?: string | undefined; role: string }[]) =>
    parties.map(({ org, note, role }) => `${orgName(context.library, org)} (${note ?? role})`).join(", ");
  const sources = state.events[0]?.sources ?? [];
  const leaders = leadersOf(deal, topic);
  if (leaders.length > 0)
    return {
      headline: [{ text: `${deal.name}: ` }, draft.sourced(`${named(leaders)}.`, deal, sources)],
      lead: sentences(asked, topic, 3).map((statement) => said(asked, statement)),
    };
  if (asksAnchor(topic)) return null;
  const lent = OWED.test(topic) && deal.parties.some(({ role }) => role === "lender");
  if (!(RAISED.has(deal.kind) || lent) || state.facts.some(({ text }) => LED_IT.test(text))) return null;
  const others = deal.parties.filter(({ role }) => (lent ? role === "lender" : PUTS_UP.has(role)));
  // Whoever puts it all up needs nobody to lead.
  if (others.length === 1 && !lent) return null;
  return {
    status: "unknown",
    headline: [
      { text: `${deal.name}: who led it is not on record` },
      ...(others.length > 0
        ? [{ text: "; named in it: " }, draft.sourced(`${named(others)}.`, deal, sources)]
        : [{ text: "." }]),
    ],
  };
}
const OWED = gated(/\b(?:bonds?|notes|debt|loans?)\b/i);
/** A sentence that tells it is found as any other is. */
const LED_IT = gated(/\b(?:led|leads?|managed|arranged|book-?runners?|underwr\w+)\b/i);
