/** The roles that words of a question ask for within one deal, as a table: the first that fits wins. */
import type { OrgKind, PartyRole } from "../../knowledge/schema.ts";

/** Verbs of a question and the roles that they ask for. */
export type Role = {
  asks: RegExp;
  roles: readonly PartyRole[];
  else?: readonly PartyRole[];
  /** Where somebody has this role nobody else is meant: who uses a plant that was sold is not its buyer. */
  unless?: PartyRole;
  /** Only companies of this kind: a supplier of chips is no utility. */
  kind?: OrgKind;
};
export const ROLES: readonly Role[] = [
  // "Who did SoftBank buy it from": the one on the other side of what the question says.
  {
    asks: /\bfrom whom\b|\bwho(?:m|se)? (?:did|do|does|has|have|had|is|are|was|were|will)\b.{2,80}\bfrom\b(?! (?:20|\w+ 20))/i,
    roles: ["lender", "seller"],
    else: ["investor", "supplier", "provider", "landlord", "generator"],
  },
  // "Whom did Nscale buy": the one that was bought.
  {
    asks: /\bwho(?:m)? (?:did|does|do|has|have|had|will|is|was) .{2,50}\b(?:buy|bought|buying|acquire[ds]?|acquiring|tak(?:e|en|ing) over|takeover)\b(?!.*\bfrom\b)/i,
    roles: ["target"],
  },
  {
    asks: /\bwho(?:se|['’]s)? (?:is |are |all )?(?:back|backs|backed|backing) (?:it|this|that|them)\b/i,
    roles: ["guarantor", "investor"],
  },
  { asks: /\b(?:underwr|book-?runner|arrang|advis)/i, roles: ["adviser"], else: ["lender"] },
  { asks: /\brent(?:s|ing|ed)? (?:\w+ )?from\b/i, roles: ["tenant"], else: ["customer"] },
  { asks: /\b(?:guarant|backstop|back|rent)/i, roles: ["guarantor"] },
  { asks: /\b(?:lend|lent|loan|bank|bridge|debt)/i, roles: ["lender"] },
  {
    asks: /\b(?:bought|buys?|buying|took|takes?|taking|holds?|holding|subscribed(?: to| for)?)\b.{0,30}\b(?:bonds?|notes?|paper)\b/i,
    roles: ["lender"],
    else: ["investor"],
  },
  { asks: /\b(?:sold|sell|seller)/i, roles: ["seller", "target"] },
  { asks: /\b(?:lease|landlord|owner)/i, roles: ["landlord", "developer"] },
  { asks: /\b(?:financ|fund|money|put)/i, roles: ["lender", "investor", "guarantor"] },
  { asks: /\b(?:invest|shareholder|led|lead|round)/i, roles: ["investor", "buyer"] },
  {
    asks: /\b(?:t(?:ook|akes?|aking) part|participat\w+|joined in|came in on (?:it|that))\b/i,
    roles: ["investor", "lender", "buyer"],
    else: ["partner", "developer", "customer"],
  },
  { asks: /\b(?:build|construct|develop)/i, roles: ["developer", "operator"] },
  {
    asks: /\b(?:utilit(?:y|ies)|(?:power|electric(?:ity|al)?|energy) (?:compan(?:y|ies)|suppliers?|providers?|firms?)|(?:suppl|provid|sell)\w* (?:the |its )?(?:power|electricity|energy)|powers)\b/i,
    roles: ["generator", "supplier", "provider"],
    kind: "energy",
  },
  { asks: /\b(?:suppl|provid|chip|host)/i, roles: ["supplier", "provider", "seller", "generator"] },
  { asks: /\btenants?\b/i, roles: ["tenant"], else: ["customer", "buyer", "off-taker"] },
  {
    asks: /\b(?:buyers?|purchasers?)\b/i,
    roles: ["buyer"],
    else: ["tenant", "customer", "off-taker"],
    unless: "seller",
  },
  {
    asks: /\b(?:rent|tak(?:es?|ing) (?:up |over )?(?:the |that |its |all )?(?:capacity|space|site|output)|took (?:up |over )?(?:the |that |its )?(?:extra|spare|other|remaining|freed|leftover|additional) (?:[A-Z]\w+ )?(?:capacity|space|site|output)|use[sd]?\b|customer|pay|buy|bought)/i,
    roles: ["tenant", "customer", "buyer", "off-taker"],
  },
  { asks: /\b(?:operat\w*|runs?|running|manag(?:es?|ing))\b/i, roles: ["operator"], else: ["developer", "landlord"] },
  { asks: /\bpartner/i, roles: ["partner", "provider", "developer", "supplier"] },
];

/** Whether the words ask for somebody by a role that records have. */
export const asksRole = (topic: string): boolean => ROLES.some(({ asks }) => asks.test(topic));
