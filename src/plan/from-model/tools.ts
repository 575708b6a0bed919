/** One tool a plan kind. All of them only read; what changes something is no plan and so no tool. */
import { z } from "zod";
import type { RefType } from "../../knowledge/names.ts";
import { Plan, type PlanInput } from "../plan.ts";
import type { Tool } from "./ask-model.ts";
import { strictSchema } from "./strict-schema.ts";

export type ToolNotes = {
  /** When to call it, and what the fields do not say themselves. */
  description: string;
  /** Fields that name a record, also within lists, and the records that they may name. */
  names: Readonly<Record<string, readonly RefType[]>>;
  /** Fields of free words: only the question's own and the knowledge's get through. */
  words: readonly string[];
  /** Fields that a model does not fill. */
  leaveOut: readonly string[];
};

const FILTER =
  "parties: all of them take part, in one of roles where roles are named. Amounts in dollars and gigawatts. country: two capital letters. text: words that a record must have. " +
  "alongside, among, without: organisations that are also in it, of which one is in it, that are not. otherKinds, otherRoles: what somebody beside them is. " +
  "places, outside: states or countries of sites. programme: a deal whose parts are meant. only: these deals alone, where they are named one by one.";
const FILTER_NAMES = {
  parties: ["org"],
  alongside: ["org"],
  among: ["org"],
  without: ["org"],
  places: ["place"],
  outside: ["place"],
  programme: ["deal"],
  only: ["deal"],
} as const;

/** That the records deny something is for the records to say: no model may put it into an answer. */
type Kind = Exclude<Plan["kind"], "correct-premise">;

export const NOTES: Record<Kind, ToolNotes> = {
  "show-deal": {
    description:
      "The card of one deal: when no single thing is asked of it. view: card, sources (where it is from) or facts.",
    names: { deal: ["deal"] },
    words: [],
    leaveOut: [],
  },
  "show-figure": {
    description:
      "One thing asked of one deal: what it is worth, how many GW, its status, who, when, which chips, where, how long, how to leave. " +
      "attribute fact: anything else that a sentence of the record may say. topic: the question's words beyond the names that choose among figures (“upfront”, “warrant”). " +
      "form yes-no where the question asks for yes or no.",
    names: { subject: ["deal"] },
    words: ["topic"],
    leaveOut: [],
  },
  "find-deals": {
    description: `A list of deals, or one of it: rank true with sort and place 1 for “the biggest …”, 2 for the second. limit 200 where the question sets none. measure: the kinds of figure that order them, where not the headline. lists others: who the other parties are. ${FILTER}`,
    names: FILTER_NAMES,
    words: ["text", "chip"],
    leaveOut: ["leftOut"],
  },
  compare: {
    description: "Two or three deals side by side.",
    names: { deals: ["deal"] },
    words: [],
    leaveOut: [],
  },
  "compare-figures": {
    description:
      "Single figures side by side, and which is larger: each of a deal or of a metric (the other null). figure null for the headline. of: money or power.",
    names: { deal: ["deal"], metric: ["metric"] },
    words: [],
    leaveOut: [],
  },
  "choose-deal": {
    description:
      "Asks back: several deals may be meant and nothing in the question or the conversation decides between them.",
    names: { deals: ["deal"] },
    words: [],
    leaveOut: ["about"],
  },
  "show-timeline": {
    description: "What happened, in order: of a deal or an organisation, or of all with subject null.",
    names: { subject: ["deal", "org"] },
    words: [],
    leaveOut: [],
  },
  "total-deals": {
    description: `What deals come to together. side pays or receives: of the first party. signed true for what is signed or firmer. money: only these kinds; all where none is named. ${FILTER}`,
    names: FILTER_NAMES,
    words: ["text", "chip"],
    leaveOut: [],
  },
  "show-changes": {
    description:
      "What changed or is new since a day, or between two: of a deal or an organisation, or of all with subject null.",
    names: { subject: ["deal", "org"] },
    words: ["words"],
    leaveOut: [],
  },
  "trace-flows": {
    description: "Who pays whom between organisations, and the loops in which money comes back.",
    names: { parties: ["org"] },
    words: [],
    leaveOut: [],
  },
  "show-metric": {
    description:
      "A figure of an organisation rather than of a deal: revenue, losses, capex, backlog, compute in use. " +
      "period as in 2025, 2025-H1, 2026-Q1, FY2026. history true where it is asked what it was before.",
    names: { metric: ["metric"] },
    words: ["words"],
    leaveOut: [],
  },
  "compare-metrics": {
    description:
      "Such figures side by side: of several organisations, or of one in several periods. rank where one that stands out is asked for.",
    names: { metric: ["metric"] },
    words: ["words"],
    leaveOut: [],
  },
  "show-rate": {
    description:
      "An input of the calculator by itself: a chip's power, a rack's price, an analyst's cost of a gigawatt, a grid's carbon; several side by side. " +
      "covers true where it is asked what the figure includes.",
    names: { rates: ["rate"] },
    words: [],
    leaveOut: [],
  },
  "show-topic": {
    description: "What somebody said, a debate or an episode that is no deal.",
    names: { topic: ["topic"] },
    words: ["words"],
    leaveOut: [],
  },
  estimate: {
    description:
      "What gigawatts cost, or what money buys: quantity as the question writes it (text), over a second one (“$300B for 4.5 GW”), rate a named estimate or the asker's own money per gigawatt. " +
      "to: another link, such as energy, bill, homes, co2, water, accelerators, depreciation, gpu-hour. Every amount must stand in the question.",
    names: { name: ["rate"], deals: ["deal"] },
    words: ["chip"],
    leaveOut: ["assume", "receipt"],
  },
  evaluate: {
    description:
      "Arithmetic with units over the question's own numbers: one line with one expression, such as “6 GW * $50-60B/GW”, “$300B / 4.5 GW”, “2.5 GW in MW”. " +
      "Every number must stand in the question.",
    names: {},
    words: ["title", "label"],
    leaveOut: ["lead", "notes", "onRecord", "claim", "receipt"],
  },
  define: {
    description: "What a term of the field means, or who a person is.",
    names: { term: ["term", "person"], other: ["term"] },
    words: [],
    leaveOut: [],
  },
  about: {
    description: "Help: a greeting, what the bot can do, what it covers.",
    names: {},
    words: [],
    leaveOut: ["command"],
  },
  decline: {
    description:
      "Nothing else fits. out-of-scope: not about AI infrastructure deals; unknown-name: a name that no given name is; future: what has not happened; " +
      "opinion: advice or judgement; private: secrets or personal data; not-understood: no sense can be made of it. near: given deals that come nearest.",
    names: { near: ["deal"] },
    words: [],
    leaveOut: ["about", "choices"],
  },
};

const OPTIONS = new Map<Kind, z.ZodObject>(
  Plan.options.flatMap((option) => {
    const kind = option.shape.kind.value;
    return kind === "correct-premise" ? [] : [[kind, option] as const];
  }),
);

/** The fields that a model fills, as zod holds them. */
function parametersOf(kind: Kind): z.ZodObject {
  const { kind: _kind, ...shape } = OPTIONS.get(kind)?.shape ?? {};
  for (const field of NOTES[kind].leaveOut) delete shape[field];
  return z.strictObject(shape);
}

const PARAMETERS = new Map<string, { kind: Kind; parameters: z.ZodObject }>(
  [...OPTIONS.keys()].map((kind) => [kind, { kind, parameters: parametersOf(kind) }]),
);

export const TOOLS: readonly Tool[] = [...PARAMETERS.values()].map(({ kind, parameters }) => ({
  name: kind,
  description: NOTES[kind].description,
  parameters: strictSchema(parameters),
}));

/** The plan of a call, or what is wrong with it. `question` stands in for the fields that a model does not fill. */
export function parseCall(name: string, text: string, question: string): { plan: Plan } | { wrong: string } {
  const tool = PARAMETERS.get(name);
  if (!tool) return { wrong: `There is no tool ${name.slice(0, 60)}.` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { wrong: "The arguments are no JSON." };
  }
  const parsed = tool.parameters.safeParse(value);
  if (!parsed.success) return { wrong: sayIssues(parsed.error) };
  const about = NOTES[tool.kind].leaveOut.includes("about") ? { about: question.slice(0, 200) } : {};
  const plan = Plan.safeParse({ ...parsed.data, ...about, kind: tool.kind } as PlanInput);
  return plan.success ? { plan: plan.data } : { wrong: sayIssues(plan.error) };
}

const sayIssues = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join(".") || "(arguments)"}: ${issue.message}`)
    .join("; ");
