/**
 * `npm run eval`: asks the own set of questions, grades the answers, prints a table by class and fails where fewer are
 * right, or more are wrong, than is on record. `-- --show 20` prints failures; `-- --record` writes the scores anew.
 * The files in held-out/ are only counted; those in held-out/as-sample/ have the kinds of ../shared/eval/sample.jsonl in its proportions.
 * "In a talk": the exams' lone questions once more, each within a conversation on something else.
 */
import "../../src/engine-flags.mjs";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { letYoungHeapGrow } from "../../src/cli/let-young-heap-grow.ts";
import { type Doc, plain } from "../../src/doc/doc.ts";
import { renderText } from "../../src/doc/plain-text.ts";
import { realApp } from "../fixtures/app.ts";
import { OPENINGS } from "../fixtures/openings.ts";
import { type Case, faultsOf, type Reply, verdictOf } from "./grading.ts";

const HERE = import.meta.dirname;
const RECORD = join(HERE, "recorded.json");
const Recorded = z.record(z.string(), z.object({ right: z.number(), wrong: z.number(), of: z.number() }));
type Score = { right: number; wrong: number; missing: number; of: number };
type Row = { case: Case; headline: string; faults: readonly string[]; verdict: keyof Omit<Score, "of">; ms: number };

const { values } = parseArgs({
  options: { show: { type: "string", default: "0" }, record: { type: "boolean", default: false } },
});

// As the bot does before it is asked much.
letYoungHeapGrow();

const seen = readdirSync(HERE).filter((file) => file.endsWith(".jsonl"));
const inFolder = (folder: string): string[] =>
  readdirSync(join(HERE, folder))
    .filter((file) => file.endsWith(".jsonl"))
    .map((file) => join(HERE, folder, file));
const rows = await askAll(seen.map((file) => join(HERE, file)));
const counted = await askAll(inFolder("held-out"));
const sampled = inFolder("held-out/as-sample");
const asSample = await askAll(sampled);
const inTalk = await askAll(
  seen.filter((file) => file.startsWith("exam-")).map((file) => join(HERE, file)),
  OPENINGS,
);

for (const row of rows.filter((entry) => entry.faults.length > 0).slice(0, Number(values.show)))
  console.log(
    `✗ ${row.case.id} [${row.case.class}] ${row.case.question}\n    ${row.faults.join("; ")}\n    → ${row.headline}`,
  );

const table: Record<string, Score> = {};
for (const row of rows) count(row.case.class, row);
for (const row of rows) count("seen", row);
for (const row of counted) count("held out", row);
for (const row of asSample) count("as the sample", row);
for (const row of inTalk) count("in a talk", row);
print(table);
printTime(
  "all",
  [...rows, ...counted, ...asSample, ...inTalk].map(({ ms }) => ms),
);
// The engine compiles what it runs during the first thousand questions; those as the sample come when it has.
printTime(
  "as the sample",
  asSample.map(({ ms }) => ms),
);
// On a shared machine the same question takes up to twice as long while others are busy: its fastest time is its own.
const thrice = [asSample, await askAll(sampled), await askAll(sampled)];
printTime(
  "as the sample, the fastest of three",
  asSample.map((_, at) => Math.min(...thrice.map((pass) => pass[at]?.ms ?? Number.POSITIVE_INFINITY))),
);
process.exitCode = hold(table, values.record);

type Asked = { case: Case; doc: Doc; ms: number };

/** With `openings` only what stands alone is asked, each question behind one of them in turn. A file is graded when all of it is asked: the time is the bot's alone. */
async function askAll(files: readonly string[], openings: readonly string[] = []): Promise<Row[]> {
  const app = realApp();
  const rows: Row[] = [];
  for (const file of files) {
    const replies: Asked[] = [];
    for (const asked of casesIn(file)) {
      const opening = openings[(rows.length + replies.length) % Math.max(1, openings.length)];
      if (opening !== undefined && asked.thread !== null) continue;
      const talk = asked.thread ?? `alone:${asked.id}`;
      const asker = { platform: "terminal", conversation: `${basename(file)}:${talk}` } as const;
      if (opening !== undefined) await app.answer({ type: "question", text: opening, asker });
      const began = performance.now();
      const doc = await app.answer({ type: "question", text: asked.question, asker });
      replies.push({ case: asked, doc, ms: performance.now() - began });
    }
    rows.push(...replies.map(graded));
  }
  return rows;
}

function casesIn(file: string): Case[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as Case);
}

function graded({ case: asked, doc, ms }: Asked): Row {
  const reply: Reply = {
    status: doc.status,
    headline: plain(doc.headline),
    text: renderText(doc),
    sources: doc.sources,
  };
  const faults = faultsOf(asked, reply);
  return { case: asked, headline: reply.headline, faults, verdict: verdictOf(reply, faults), ms };
}

function count(name: string, { verdict }: Row): void {
  const score = table[name] ?? { right: 0, wrong: 0, missing: 0, of: 0 };
  table[name] = score;
  score[verdict]++;
  score.of++;
}

function print(scores: Readonly<Record<string, Score>>): void {
  const share = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`.padStart(8);
  console.log(
    `${"".padEnd(16)}${"right".padStart(8)}${"wrong".padStart(8)}${"missing".padStart(9)}${"of".padStart(6)}`,
  );
  for (const [name, { right, wrong, missing, of }] of Object.entries(scores))
    console.log(
      `${name.padEnd(16)}${share(right, of)}${share(wrong, of)}${share(missing, of).padStart(9)}${String(of).padStart(6)}`,
    );
}

function printTime(name: string, of: readonly number[]): void {
  const times = [...of].sort((a, b) => a - b);
  console.log(`read and answered, ${name}: median ${at(times, 0.5)} ms, 95 % within ${at(times, 0.95)} ms`);
}

/** 1 where a score is below the one on record. */
function hold(scores: Readonly<Record<string, Score>>, write: boolean): number {
  const kept = Object.fromEntries(
    ["seen", "held out", "as the sample", "in a talk"].map((name) => {
      const { right, wrong, of } = scores[name] ?? { right: 0, wrong: 0, of: 0 };
      return [name, { right, wrong, of }];
    }),
  );
  if (write) writeFileSync(RECORD, `${JSON.stringify(kept, null, 2)}\n`);
  const recorded = Recorded.parse(JSON.parse(readFileSync(RECORD, "utf8")));
  let below = 0;
  for (const [name, { right, wrong, of }] of Object.entries(recorded)) {
    const now = kept[name];
    if (!now || now.right / now.of < right / of || now.wrong / now.of > wrong / of) {
      console.log(
        `${name}: right ${now?.right}, wrong ${now?.wrong} of ${now?.of}; on record ${right} and ${wrong} of ${of}.`,
      );
      below = 1;
    }
  }
  return below;
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}
