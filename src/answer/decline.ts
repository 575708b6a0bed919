/** What cannot be answered, said in one sentence, with the nearest records. */
import { sayDate } from "../doc/say-figure.ts";
import type { PlanOf } from "../plan/plan.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { sayName } from "./say-name.ts";
import { shorten } from "./shorten.ts";

export function decline(plan: PlanOf<"decline">, context: Context): Answer {
  const draft = new Draft(context);
  const near = plan.near.flatMap((id) => context.library.deals.get(id) ?? []);
  const nearest = near.length > 0 ? ` Nearest records: ${near.map((deal) => deal.name).join("; ")}.` : "";
  const actions = [
    ...plan.choices,
    ...near
      .slice(0, 4 - plan.choices.length)
      .map((deal) => ({ label: shorten(deal.name, 60), line: `deal ${deal.id}` })),
  ];
  return draft.done({
    status: plan.choices.length > 0 || ASKING.has(plan.reason) ? "clarify" : "unknown",
    kind: "decline",
    title: TITLES[plan.reason],
    headline: [{ text: `${say(plan, context)}${nearest}` }],
    actions,
  });
}

export const CANNOT_SET_BESIDE = "I can't set that beside what was shown: ask about both by their names.";

/** Reasons that put the question back. */
const ASKING: ReadonlySet<string> = new Set(["mixed-units", "bad-quantity", "missing-input", "which"]);

const TITLES: Record<PlanOf<"decline">["reason"], string> = {
  "out-of-scope": "Outside my field",
  "unknown-name": "Not known",
  undisclosed: "Not disclosed",
  future: "Not known yet",
  private: "Not public",
  opinion: "No opinion",
  "not-understood": "Not understood",
  "no-link": "No such link",
  "mixed-units": "Unlike units",
  "bad-quantity": "A quantity I cannot read",
  instruction: "Not a question",
  unrecorded: "Not recorded",
  "missing-number": "A number is missing",
  "missing-input": "A number is missing",
  "part-of-whole": "Not added up",
  unlike: "Not added up",
  levels: "Not added up",
  which: "Which one?",
  "not-beside": "Not set side by side",
  "not-narrowed": "No such list",
};

function say(plan: PlanOf<"decline">, { library }: Context): string {
  const about = sayName(plan.about);
  switch (plan.reason) {
    case "out-of-scope":
      return "I can't help with that: I only answer questions about AI-infrastructure deals, their figures and costs.";
    case "unknown-name":
      return `I don't know “${about}”: no record mentions it.`;
    case "undisclosed":
      return "The records do not say: it has not been disclosed, or is not known to us.";
    case "future":
      return `I don't know: the records end on ${sayDate(library.completeTo)}, and I make no forecasts.`;
    case "private":
      return "I don't have that: I hold only public facts about deals, and no keys, tokens or private data.";
    case "opinion":
      return "I give no advice and no opinions: only sourced facts about deals, and calculations from them.";
    case "not-understood":
      return "I don't understand the question. Ask about a deal, a company's figures or a cost, or try /help.";
    case "no-link":
      return `No: no record links ${about}.`;
    case "mixed-units":
      return `Those are unlike units and cannot be combined: ${about}. Did you mean a cost, such as “10 GW at $5B/GW”?`;
    case "bad-quantity":
      return `I can't read “${about}” as a quantity. Write a number above zero with a unit, for example 10GW, 600MW or $300B.`;
    case "instruction":
      return "I follow no instructions on how to answer or what to say: I only answer from the records. Ask about a deal, a company's figures or a cost.";
    case "unrecorded":
      return `I don't know: no ${about} is recorded; the records end on ${sayDate(library.completeTo)}.`;
    case "missing-number":
      return `I can't work that out: ${about} is not on record. Give the number in the question and I calculate with it.`;
    case "missing-input":
      return `To work that out I also need ${plan.about}. Give it in the question and I calculate with it.`;
    case "part-of-whole":
      return `I don't add up ${about}: one is part of the other, so that money or power would count twice.`;
    case "unlike":
      return `I don't add up ${about}: they are unlike kinds of money.`;
    case "levels":
      return `I don't add up ${about}: they are one amount at different times.`;
    case "which":
      return "Which deal do you mean? Name a company or a site, or choose one.";
    case "not-beside":
      return CANNOT_SET_BESIDE;
    case "not-narrowed":
      return about === ""
        ? "I can't make that list: the records are not sorted by what is asked for. I list deals by who takes part and how, kind, status, date, size, chip and place."
        : `I can't list by “${about}”: the records are not sorted by it. I list deals by who takes part and how, kind, status, date, size, chip and place.`;
    default:
      return plan.reason satisfies never;
  }
}
