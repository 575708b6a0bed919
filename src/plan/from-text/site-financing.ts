/** "The biggest loan for an OpenAI campus": money lent for a site in which somebody has a part, though no party to the loan. */

import type { Deal } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { family } from "../../knowledge/resolve.ts";
import type { PlanInput } from "../plan.ts";
import type { ReadRule } from "./reading.ts";
import { superlativeIn } from "./superlative.ts";

const LENT = gated(
  /\b(?:loans?|lend(?:er|ing)s?|debt|borrowings?|bonds?|financings?|credit)\b(?: (?:packages?|financings?|deals?|raises?))?/i,
);
const SITE = gated(/^(?:['’]s?)?\s+(?:campus(?:es)?|sites?|data ?cent(?:er|re)s?|project|build\w*)\b/i);
const FOR =
  /\b(?:for|tied to|behind|on|of|linked to|backing|financing|to (?:build|fund|finance))\s+(?:an?\s+|the\s+|any\s+)?$/i;

export const siteFinancing: ReadRule = {
  name: "site-financing",
  read(reading) {
    const { question, names, library, dates, conversation } = reading;
    if (!LENT.test(question) || conversation.plan !== null || names.deals.length + names.places.length > 0) return null;
    const superlative = superlativeIn(question);
    const named = names.mentions.find(
      ({ refs, start, end }) =>
        refs.some(({ type }) => type === "org") && FOR.test(question.slice(0, start)) && SITE.test(question.slice(end)),
    );
    const org = named?.refs.find(({ type }) => type === "org")?.id;
    if (!superlative || superlative.weak || !org || names.orgs.length > 1) return null;
    const only = lentFor(library.knowledge.deals, family(library, org));
    return only.length < 2
      ? null
      : ({
          kind: "find-deals",
          only,
          sort: "value",
          measure: ["debt"],
          ascending: superlative.ascending,
          rank: superlative.one,
          place: superlative.place,
          limit: superlative.limit ?? 200,
          asOf: dates.asOf,
        } satisfies PlanInput);
  },
};

/** Financings of sites in which one of the group has a part. */
function lentFor(deals: readonly Deal[], group: ReadonlySet<string>): string[] {
  const sites = deals.filter(
    ({ kind, parties }) => (kind === "site" || kind === "joint-venture") && parties.some(({ org }) => group.has(org)),
  );
  const ids = new Set(sites.map(({ id }) => id));
  const paying = new Set(sites.flatMap((deal) => deal.financed_by));
  return deals
    .filter(
      (deal) =>
        deal.kind === "financing" &&
        (paying.has(deal.id) || [...deal.part_of, ...deal.same_campus, ...deal.related].some((id) => ids.has(id))),
    )
    .map(({ id }) => id);
}
