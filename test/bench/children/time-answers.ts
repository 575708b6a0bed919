/**
 * Answers every command once, twice, and every question once, and says what each took: after what follows every start
 * ("warm"), or only the commands in a process that has done nothing before ("cold"), as `npm run ask` is.
 */
import "../../../src/engine-flags.mjs";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { commands } from "../../../commands/index.ts";
import type { Request } from "../../../src/app.ts";
import { letYoungHeapGrow } from "../../../src/cli/let-young-heap-grow.ts";
import { warmUp } from "../../../src/warm-up.ts";
import { asker, realApp } from "../../fixtures/app.ts";
import { library } from "../../fixtures/library.ts";
import { reportResult } from "./report-result.ts";

export type Times = { commandsMs: number[]; commandsAgainMs: number[]; questionsMs: number[]; longMs: number[] };

const app = realApp();
const { deals, organisations } = library.knowledge;

async function took(request: Request): Promise<number> {
  const before = performance.now();
  await app.answer(request);
  return performance.now() - before;
}
let conversations = 0;
const question = (text: string, conversation = `q${++conversations}`): Request => ({
  type: "question",
  text,
  asker: asker(conversation),
});

const lines = [
  ...deals.map((deal) => `/deal ${deal.name}`),
  ...commands.filter((command) => !command.reads).flatMap((command) => command.examples),
];

const QUESTIONS = [
  (deal: string) => `what is ${deal}?`,
  (deal: string) => `how much is ${deal} worth and when was it announced?`,
  (deal: string) => `who is behind ${deal.toLowerCase()}`,
  (_: string, org: string) => `What are ${org}'s largest deals since 2025?`,
  (_: string, org: string) => `how many gigawatts has ${org} signed`,
  (deal: string, org: string) => `as of march 2026, was ${org} still part of ${deal}, and what had it paid`,
];
/** Spread over all records; enough that the first of them, which also build what later ones find ready, are under a twentieth. */
const COUNT = 300;
const generated = Array.from({ length: COUNT }, (_, index) => {
  const pick = <T>(list: readonly T[]) => list[Math.floor((index * list.length) / COUNT)];
  return QUESTIONS[index % QUESTIONS.length]?.(pick(deals)?.name ?? "", pick(organisations)?.name ?? "") ?? "";
});

/** Of the eval's own questions so many lone ones and threads, spread over all of them: a thread is asked to its end. */
const UNITS = 500;
const evalDir = resolve(import.meta.dirname, "../../eval");
const units = new Map<string, Request[]>();
for (const name of existsSync(evalDir) ? readdirSync(evalDir).filter((file) => file.endsWith(".jsonl")) : [])
  for (const line of readFileSync(join(evalDir, name), "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const { id, question: text, thread } = JSON.parse(line) as { id: string; question: string; thread: string | null };
    const unit = `${name}:${thread ?? `alone:${id}`}`;
    units.set(unit, [...(units.get(unit) ?? []), question(text, unit)]);
  }
const every = Math.max(1, Math.floor(units.size / UNITS));
const samples = [...units.values()].filter((_, index) => index % every === 0).flat();

const LONG = 100_000;
const fill = (words: string) => words.repeat(Math.ceil(LONG / words.length)).slice(0, LONG);
const long = [
  fill(`${deals.map((deal) => deal.name).join(" and ")} `),
  fill("how much does a gigawatt cost, "),
  fill("$50-60B per GW "),
  fill("x"),
  fill("7"),
  fill("1."),
  fill("7 "),
  fill("@<|> \u200b"),
];

const onFault = (error: unknown) => {
  throw error;
};
const warm = process.argv[2] === "warm";
if (warm) {
  await warmUp({ library, commands, clock: Date, onFault });
  letYoungHeapGrow();
}
const times: Times = { commandsMs: [], commandsAgainMs: [], questionsMs: [], longMs: [] };
for (const pass of [times.commandsMs, times.commandsAgainMs])
  for (const line of lines) pass.push(await took({ type: "click", line, asker: asker("commands") }));
if (warm) {
  for (const request of [...generated.map((text) => question(text)), ...samples])
    times.questionsMs.push(await took(request));
  for (const text of long) times.longMs.push(await took(question(text)));
}
reportResult(times);
