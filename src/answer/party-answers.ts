/** Who: the parties of a role, those of the financing behind a deal, or the sentence that names them. */
import type { PartyRole } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { KIND } from "../doc/say-figure.ts";
import { orgName } from "../knowledge/resolve.ts";
import { parties } from "./deal-lines.ts";
import { sayAbout, sayFact } from "./fact-answers.ts";
import { said, sentences } from "./sentences.ts";
import type { Asked, Direct } from "./show-figure.ts";

/** Verbs of a question and the roles that they ask for. */
const ROLES: readonly { asks: RegExp; roles: readonly PartyRole[] }[] = [
  { asks: /\b(?:guarant|backstop|back|rent)/i, roles: ["guarantor"] },
  { asks: /\b(?:lend|lent|loan|bank|bridge|debt)/i, roles: ["lender"] },
  { asks: /\b(?:sold|sell|seller)/i, roles: ["seller", "target"] },
  { asks: /\b(?:lease|landlord|owner)/i, roles: ["landlord", "developer"] },
  { asks: /\b(?:financ|fund|money|put)/i, roles: ["lender", "investor", "guarantor"] },
  { asks: /\b(?:invest|shareholder|led|lead|round)/i, roles: ["investor", "buyer"] },
  { asks: /\b(?:build|construct|develop)/i, roles: ["developer", "operator"] },
  { asks: /\b(?:suppl|provid|chip|host)/i, roles: ["supplier", "provider", "seller", "generator"] },
  {
    asks: /\b(?:tenant|rent|use[sd]?\b|customer|pay|buy|bought)/i,
    roles: ["tenant", "customer", "buyer", "off-taker"],
  },
  { asks: /\bpartner/i, roles: ["partner", "provider", "developer", "supplier"] },
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
  const financing = wanted?.roles.includes("lender") ? behind(asked) : [];
  if (financing[0])
    return {
      headline: [{ text: `${state.deal.name}. ` }, ...financing[0], { text: "." }],
      lead: [...financing.slice(1), ...lead],
    };
  const found = topic.trim() ? sayFact(asked) : null;
  if (found) return found;
  // Nobody has the role that is asked for: whoever has another one is no answer.
  if (wanted && inRole.length === 0 && topic.trim()) return sayAbout(asked, ["financing", "people", "structure"]);
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
