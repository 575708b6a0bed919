/** What people ask of the bot itself, said shortly, with questions that work. */
import type { Action, Rich } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import type { Library } from "../knowledge/library.ts";
import type { PlanOf } from "../plan/plan.ts";
import { type Answer, type Context, Draft } from "./draft.ts";

export const QUESTIONS = [
  "What is Stargate?",
  "How much is OpenAI's contract with Oracle worth?",
  "Which deals are over $100B?",
  "What does 10 GW cost?",
  "Has the Ohio lease been signed?",
];

export const STARTS: readonly Action[] = [
  { label: "Stargate", line: "deal stargate" },
  { label: "Largest deals", line: "deals sort:value" },
  { label: "Cost of 10 GW", line: "cost 10GW" },
];

type Topic = Exclude<PlanOf<"about">["topic"], "help">;

const FIELD =
  "AI-infrastructure deals: who pays whom, how much, for how many gigawatts, how firm it is, and what it would cost";

const SAY: Record<Topic, (library: Library) => { headline: string; more?: string; examples?: boolean }> = {
  greeting: () => ({ headline: `Hello. Ask me about ${FIELD}.`, examples: true }),
  thanks: () => ({ headline: "You're welcome. Ask whenever you need another deal, figure or cost." }),
  abilities: ({ knowledge }) => ({
    headline: `I answer questions about ${FIELD}.`,
    more: `I look up, list, compare and add up ${knowledge.deals.length} deals and ${knowledge.metrics.length} company figures, show what changed and who pays whom, define the field's terms, and calculate costs, power, chips and energy. /help lists all commands.`,
    examples: true,
  }),
  "nothing-asked": () => ({
    headline: `What would you like to know? I answer questions about ${FIELD}.`,
    examples: true,
  }),
  identity: () => ({
    headline: `I'm Gigawatt, a bot: software, not a human. I answer questions about ${FIELD}.`,
    more: "What I say comes from records with their sources, or from a calculation that I show; I have no opinions.",
  }),
  origins: ({ knowledge, completeTo }) => ({
    headline: `From curated records with public sources: company filings and announcements, the press, and research. Every figure names its source; the records end on ${sayDate(completeTo)}.`,
    more: `${knowledge.deals.length} deals, ${knowledge.metrics.length} company figures and ${knowledge.glossary.length} terms are recorded. Sources that disagree are both shown, and a sum or an estimate is marked as such with its working. “Sources” below an answer lists them all.`,
  }),
  coverage: ({ knowledge, completeTo }) => ({
    headline: `My records hold ${knowledge.deals.length} deals and are complete to ${sayDate(completeTo)}; I know nothing later, and have no live data.`,
    more: `Beside the deals they hold ${knowledge.metrics.length} company figures. Ask “as of October 2025” for an earlier day, or what changed since a date.`,
  }),
  privacy: () => ({
    headline:
      "Not your messages: of a conversation I keep the subject and the last question for a day, without names and ids of people, so that “and when?” can be read. Beside that, only what you set up yourself.",
    more: "Digests and watches keep the ids of who set them up and where; names and e-mail addresses are not kept. Where a model is switched on, a question that I cannot read goes to that service, which is told to store nothing.",
  }),
};

export function aboutMe(topic: Topic, context: Context): Answer {
  const { headline, more, examples } = SAY[topic](context.library);
  return new Draft(context).done({
    status: topic === "nothing-asked" ? "clarify" : "answered",
    kind: "about",
    title: "Gigawatt",
    headline: [{ text: headline }],
    blocks: [
      ...(more ? [{ type: "text" as const, text: [{ text: more }] }] : []),
      ...(examples
        ? [
            { type: "heading" as const, text: "Questions that work" },
            { type: "list" as const, items: QUESTIONS.map((question): Rich => [{ text: question }]) },
          ]
        : []),
    ],
    actions: topic === "thanks" ? [] : STARTS,
  });
}
