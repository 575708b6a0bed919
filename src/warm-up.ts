/**
 * After the start, before somebody asks: builds the indexes that answers share, and answers one request of each kind, of
 * which the engine compiles the code. One small step a turn, so that whoever comes meanwhile waits for one step at most.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Command } from "../commands/define-command.ts";
import type { Asker, Request } from "./app.ts";
import { createApp } from "./create-app.ts";
import { outlineOn } from "./knowledge/as-of.ts";
import type { Library } from "./knowledge/library.ts";
import { buildStatements } from "./knowledge/statements.ts";
import { memoryConversations } from "./state/conversations.ts";

type Parts = {
  library: Library;
  commands: readonly Command[];
  clock: { now(): number };
  onFault(error: unknown): void;
  /** Asked before each step: whoever stops does not wait for the rest. */
  isOver?(): boolean;
};

export async function warmUp({ isOver = () => false, ...parts }: Parts): Promise<void> {
  const { library } = parts;
  for (const _step of steps(library)) {
    await nextTurn();
    if (isOver()) return;
  }
  // An app of its own: nothing of this is remembered or kept.
  const app = createApp({ ...parts, conversations: memoryConversations() });
  for (const request of requests(library)) {
    await nextTurn();
    if (isOver()) return;
    await app.answer(request);
  }
}

const DEALS_A_STEP = 20;

function* steps(library: Library): Generator<void> {
  yield* library.build();
  yield* buildStatements(library);
  for (const [number, deal] of library.knowledge.deals.entries()) {
    outlineOn(deal, library.completeTo);
    library.textOf(deal);
    if (number % DEALS_A_STEP === 0) yield;
  }
}

/** Of each kind, made of names that these records have: the knowledge may be another one. */
function requests({ knowledge, completeTo }: Library): Request[] {
  const { deals, metrics, glossary, organisations } = knowledge;
  const asker: Asker = { platform: "terminal", conversation: "warm-up" };
  // Cards differ by what a deal has.
  const some = deals.filter((_, index) => index % Math.ceil(deals.length / 12) === 0).map(({ id }) => id);
  const [deal = "", other = ""] = some;
  const org = organisations.find(({ id }) =>
    deals.some(({ parties }) => parties.some((party) => party.org === id)),
  )?.id;
  const yearAgo = `${Number(completeTo.slice(0, 4)) - 1}${completeTo.slice(4)}`;
  const lines = [
    ...some.map((id) => `deal ${id}`),
    ...["deals", `deals ${org} min-value:$1B sort:date`, `compare ${deal} ${other}`],
    ...["total", `total ${org} side:pays`, "total by:year", "flows", `flows ${org}`],
    ...[`changes since:${yearAgo}`, `changes ${org}`, "timeline", `timeline ${org}`, `timeline ${deal}`],
    ...[`metric ${metrics[0]?.id}`, `define ${glossary[0]?.id}`, "help", "digest preview"],
    ...["cost 1GW", "cost $10B", "cost 1GW to:bill", "cost 1GW * $50B/GW"],
  ];
  const [name, party] = [deals[0]?.name, organisations.find(({ id }) => id === org)?.name];
  const questions = [
    ...[`what is ${name}?`, `how much is ${name} worth and when was it announced?`, `who is behind ${name}`],
    ...[`what are ${party}'s largest deals since ${yearAgo.slice(0, 4)}?`, `how many gigawatts has ${party} signed`],
    ...["what changed last month?", "what does a gigawatt cost?", "why was it delayed and who decides?"],
  ];
  return [
    ...lines.map((line): Request => ({ type: "click", line, asker })),
    ...questions.map((text): Request => ({ type: "question", text, asker })),
  ];
}
