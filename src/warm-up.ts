/**
 * After the start, before somebody asks: builds the indexes that answers share, and answers one request of each kind, of
 * which the engine compiles the code. One small step a turn, and a pause after it as soon as somebody else is at work.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "../commands/define-command.ts";
import type { Asker, Request } from "./app.ts";
import { loadParser } from "./calculator/expression/parse-expression.ts";
import { createApp } from "./create-app.ts";
import { outlineOn } from "./knowledge/as-of.ts";
import type { Library } from "./knowledge/library.ts";
import { buildStatements } from "./knowledge/statements.ts";
import { newConversation } from "./plan/from-text/conversation.ts";
import { readInSteps } from "./plan/from-text/read-question.ts";
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
  // An app of its own: nothing of this is remembered or kept.
  const app = createApp({ ...parts, conversations: memoryConversations() });
  const turns = letOthersWork();
  await turns();
  for (const _step of steps(library)) {
    await turns();
    if (isOver()) return;
  }
  for await (const _step of loadParser()) await turns();
  for (const request of requests(library)) {
    // What reads a question is compiled rule by rule: the first question as a whole takes longer than others should wait.
    if (request.type === "question")
      for (const _step of readInSteps(request.text, { library, today: library.completeTo }, newConversation())) {
        await turns();
        if (isOver()) return;
      }
    await app.answer(request);
    await turns();
    if (isOver()) return;
  }
}

/** Below this, what ran in between were but timers. */
const AT_WORK_MS = 0.3;
/** While others work, they have this many times as long as each step took. */
const SHARE = 3;

/** Resolves when the next step may begin: after what else waited, and where something did, after a pause by the last step's length. */
function letOthersWork(): () => Promise<void> {
  let begunAt = performance.now();
  return async () => {
    const took = performance.now() - begunAt;
    const before = performance.eventLoopUtilization();
    await sleep(1);
    if (performance.eventLoopUtilization(before).active > AT_WORK_MS) await sleep(took * SHARE);
    begunAt = performance.now();
  };
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
