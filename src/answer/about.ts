/** What the bot can do, with lines that work as they stand. */
import type { Block, Rich } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import type { PlanOf } from "../plan/plan.ts";
import { aboutMe, QUESTIONS, STARTS } from "./about-me.ts";
import { type Answer, type Context, Draft } from "./draft.ts";

/** The commands as help shows them; given by the app, so that answers know nothing of commands/. */
export type CommandHelp = { name: string; usage: string; summary: string; examples: readonly string[] };

export function about(plan: PlanOf<"about">, context: Context, commands: readonly CommandHelp[]): Answer {
  const draft = new Draft(context);
  const one = plan.command && commands.find((command) => command.name === plan.command?.replace(/^\//, ""));
  if (one) {
    return draft.done({
      status: "answered",
      kind: "about",
      title: `/${one.name}`,
      headline: [{ text: `${one.usage}`, style: "code" }, { text: ` – ${one.summary}` }],
      blocks: [{ type: "list", items: one.examples.map((example): Rich => [{ text: example, style: "code" }]) }],
    });
  }
  const { knowledge } = context.library;
  if (plan.topic !== "help") return aboutMe(plan.topic, context);
  const blocks: Block[] = [
    { type: "heading", text: "Commands" },
    {
      type: "list",
      items: commands.map(
        (command): Rich => [{ text: command.usage, style: "code" }, { text: ` – ${command.summary}` }],
      ),
    },
    { type: "heading", text: "Questions that work" },
    { type: "list", items: QUESTIONS.map((question): Rich => [{ text: question }]) },
    {
      type: "note",
      tone: "info",
      text: [
        {
          text: `${knowledge.deals.length} deals, ${knowledge.metrics.length} metrics and ${knowledge.glossary.length} terms are recorded, complete to ${sayDate(context.library.completeTo)}. Every number has a source or a working; what is not known is said.`,
        },
      ],
    },
  ];
  return draft.done({
    status: "answered",
    kind: "about",
    title: "Gigawatt",
    headline: [
      {
        text: "I answer questions about AI-infrastructure deals: who pays whom, how much, for how many gigawatts, how firm it is, and what it would cost.",
      },
    ],
    blocks,
    actions: STARTS,
  });
}
