/** "SpaceX's market value after its first day as a multiple of the money it raised": two figures of a listing that is not named are sought in it. */
import { gated } from "../../knowledge/gated.ts";
import { Plan } from "../plan.ts";
import { operationIn } from "./pairs/operation.ts";
import type { ReadRule } from "./reading.ts";

const LISTING = gated(
  /\b(?:first day|day one|debut|listing|listed|flotation|trading|offer(?:ing)? price|greenshoe)\b/i,
);
const OF_IT = gated(/\b(?:rais(?:ed|es|ing)|proceeds|offering|took in|sold|offer price|shares)\b/i);
const IPO = gated(/\bIPO\b/);

export const listingPair: ReadRule = {
  name: "listing-pair",
  read({ question, names, library, conversation, reread }) {
    const [org, ...more] = names.orgs;
    if (!org || more.length > 0 || names.deals.length > 0 || conversation.plan !== null) return null;
    if (!LISTING.test(question) || !OF_IT.test(question) || operationIn(question) === null) return null;
    const [listing, ...others] = (library.dealsOf.get(org) ?? []).filter(
      ({ name, parties }) => IPO.test(name) && parties.some((party) => party.org === org && party.role === "issuer"),
    );
    const mention = names.mentions.find(({ refs }) => refs.some(({ type, id }) => type === "org" && id === org));
    if (!listing || others.length > 0 || !mention) return null;
    const rest = question.slice(mention.end);
    const plan = Plan.parse(reread(`${question.slice(0, mention.start)}${listing.name}${rest}`, true));
    const isOfIt =
      plan.kind === "evaluate" &&
      plan.lines.filter(({ expression }) => expression.startsWith(`@${listing.id}:`)).length === 2;
    return isOfIt ? plan : null;
  },
};
