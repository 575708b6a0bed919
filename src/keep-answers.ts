/**
 * The latest answers to commands: people of a workspace look up the same few deals, and a command line always gives the
 * same Doc, since it is a function of the line and of knowledge that does not change while the process runs. Adapters keep
 * how they rendered a Doc by the Doc itself.
 */
import { LRUCache } from "lru-cache";
import type { Answer } from "./answer/draft.ts";
import type { Request } from "./app.ts";
import type { Doc } from "./doc/doc.ts";
import type { Plan } from "./plan/plan.ts";

export type Kept = { plan: Plan; answer: Answer; doc: Doc };

/** Some ten MiB: what a Doc weighs goes with what it shows, of which a card has about a hundred. */
const MOST_SHOWN = 20_000;
const LONGEST_LINE = 300;

export const createKeptAnswers = (): LRUCache<string, Kept> =>
  new LRUCache<string, Kept>({ maxSize: MOST_SHOWN, sizeCalculation: ({ doc }) => shownIn(doc) });

/** Two requests of one key have the same answer. Null for what has none: a question is read within its conversation. */
export function keyOf(request: Request): string | null {
  const key = lineOf(request);
  return key !== null && key.length <= LONGEST_LINE ? key : null;
}

function lineOf(request: Request): string | null {
  switch (request.type) {
    case "command":
      return `${request.name} ${request.text}`;
    case "click":
      return request.line;
    case "options":
      // Values may hold what stands between options in a line.
      return `\0${JSON.stringify([request.name, Object.entries(request.options)])}`;
    case "question":
    case "feedback":
      return null;
    default:
      return request satisfies never;
  }
}

function shownIn({ blocks, sources, figures, actions }: Doc): number {
  let shown = 1 + sources.length + figures.length + actions.length;
  for (const block of blocks) {
    if (block.type === "table") shown += block.rows.length * block.columns.length;
    else shown += "items" in block ? block.items.length : 1;
  }
  return shown;
}
