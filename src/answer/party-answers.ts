/** Who: the parties of a role, those of the financing behind a deal, or the sentence that names them. */
import type { PartyRole } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { KIND } from "../doc/say-figure.ts";
import { orgName } from "../knowledge/resolve.ts";
import { parties } from "./deal-lines.ts";
import { sayFact } from "./fact-answers.ts";
import { said, sentences } from "./sentences.ts";
import type { Asked, Direct } from "./show-figure.ts";

/** Verbs of a question and the roles that they ask for. */
const ROLES: readonly { asks: RegExp; roles: readonly PartyRole[] }[] = [
  { asks: /\b(?:financ|fund|lend|lent|loan|bank|back(?:ing|ed)|money)/i, roles: ["lender", "investor", "guarantor"] },
  { asks: /\b(?:guarant|backstop)/i, roles: ["guarantor"] },
  { asks: /\b(?:invest|shareholder)/i, roles: ["investor", "buyer"] },
  { asks: /\b(?:build|construct|develop)/i, roles: ["developer", "operator"] },
  { asks: /\b(?:suppl|provid|sell)/i, roles: ["supplier", "provider", "seller", "generator"] },
  { asks: /\b(?:tenant|rent|lease|use[sd]?\b|customer|pay|buy)/i, roles: ["tenant", "customer", "buyer", "off-taker"] },
];

export function sayParties(asked: Asked): Direct {
  const { state, context, topic } = asked;
  const wanted = ROLES.find((entry) => entry.asks.test(topic));
  const inRole = state.deal.parties.filter((party) => wanted?.roles.includes(party.role));
  const lead = sentences(asked, topic, 4).map((passage) => said(asked, passage));
  if (wanted && inRole.length > 0) {
    const named = inRole
      .map((party) => `${orgName(context.library, party.org)} (${party.note ?? party.role})`)
      .join(", ");
    return { headline: [{ text: `${state.deal.name}: ${named}.` }], lead: [...behind(asked), ...lead] };
  }
  const financing = wanted === ROLES[0] ? behind(asked) : [];
  if (financing[0])
    return {
      headline: [{ text: `${state.deal.name}. ` }, ...financing[0], { text: "." }],
      lead: [...financing.slice(1), ...lead],
    };
  const found = topic.trim() ? sayFact(asked) : null;
  if (found) return found;
  return {
    headline: [{ text: `${state.deal.name} (${KIND[state.deal.kind]}): ${parties(context.library, state, false)}.` }],
    lead: [...behind(asked), ...lead],
  };
}

/** The financings that paid for it, with their parties. */
function behind({ state, context, draft }: Asked): Rich[] {
  return state.deal.financed_by.flatMap((id): Rich[] => {
    const deal = context.library.deals.get(id);
    if (!deal) return [];
    const named = deal.parties.map((party) => `${orgName(context.library, party.org)} (${party.role})`).join(", ");
    return [[draft.sourced(`Financed by ${deal.name}: ${named}`, deal, deal.events[0]?.sources ?? [])]];
  });
}
