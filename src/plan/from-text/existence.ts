/** "On 1 October 2025, did OpenAI have an AMD deal?": whether anything between them was known on that day. */

import type { Deal } from "../../../knowledge/schema.ts";
import { type Outline, outlineOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { byCode } from "../../knowledge/order.ts";
import { usdOf } from "../../knowledge/query.ts";
import { family } from "../../knowledge/resolve.ts";
import type { ReadRule } from "./reading.ts";

const HAD = gated(
  /\b(?:did|had|was there|were there|has|have)\b.*\b(?:deals?|contracts?|agreements?|arrangements?|partnerships?|ties?|signed)\b/i,
);

export const existence: ReadRule = {
  name: "existence",
  read({ question, library, names, dates }) {
    if (!dates.asOf || names.orgs.length < 2 || names.deals.length > 0 || !HAD.test(question)) return null;
    if (/\b(?:how|what|which|who|why|worth|value)\b/i.test(question)) return null;
    const groups = names.orgs.map((org) => family(library, org));
    const between = library.knowledge.deals
      .filter((deal) => groups.every((group) => deal.parties.some((party) => group.has(party.org))))
      .sort((a, b) => byCode(a.events[0]?.date ?? "", b.events[0]?.date ?? ""));
    // What was known then, that between them alone and the largest first; else what came first.
    const known = between.filter((deal) => outlineOn(deal, dates.asOf ?? "") !== null);
    const worth = (deal: Deal) => usdOf(outlineOn(deal, dates.asOf ?? "") as Outline) ?? 0;
    const others = (deal: Deal) => new Set(deal.parties.map((party) => party.org)).size;
    const [first] = known.length > 0 ? known.sort((a, b) => others(a) - others(b) || worth(b) - worth(a)) : between;
    return first
      ? { kind: "show-figure", subject: first.id, attribute: "status", form: "yes-no", topic: "", asOf: dates.asOf }
      : null;
  },
};
