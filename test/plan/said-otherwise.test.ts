/** Questions that are answered right, said otherwise: with an aside, in everyday words, as a clause. What is right stays right. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { renderText } from "../../src/doc/plain-text.ts";
import { type Case, faultsOf, type Reply, verdictOf } from "../eval/grading.ts";
import { asker, realApp } from "../fixtures/app.ts";

const EVAL = join(import.meta.dirname, "../eval");
/** Every so many of the questions that stand alone; those of other classes say their own words. */
const EVERY = 97;
const NOT: ReadonlySet<string> = new Set(["injection", "define", "out-of-scope", "typo"]);

type Reworded = readonly [name: string, pattern: RegExp, said: string];
const ASIDES: readonly Reworded[] = [
  ["in front", /^/, "client wants to know: "],
  ["a greeting", /^/, "hey team, quick one: "],
  ["an apology", /^/, "sorry if this is obvious, but "],
  ["behind", /[?.!\s]*$/, " (for a memo)"],
  ["a filler", /[?.!\s]*$/, ", as far as anyone knows?"],
  ["politely", /[?.!\s]*$/, " - ballpark is fine, thx"],
];
const WORDS: readonly Reworded[] = [
  ["revenue", /\brevenue\b/i, "topline"],
  ["loss", /(?<!\b(?:net|operating|pre-tax|quarterly) )\bloss\b(?! (?:rate|of|on))/i, "red ink"],
  ["capex", /\bcapex\b/i, "capital outlays"],
  ["cancelled", /\bcancell?ed\b/i, "binned"],
  ["tenant", /\btenant\b/i, "occupier"],
  ["largest", /\b(?:biggest|largest)\b/i, "most sizeable"],
  ["invested", /\binvested (?=in\b)/i, "ploughed "],
  ["pay", /\b(how much did \S+(?: \S+)?) pay\b/i, "$1 shell out"],
  ["per year", /\bper year\b/i, "on a per-year basis"],
  ["over", /\b(?:over|above|more than) (?=\$?\d[\d.]* ?(?:b|bn|billion|gw|mw)\b)/i, "north of "],
];

const cases = readdirSync(EVAL)
  .filter((file) => file.endsWith(".jsonl"))
  .flatMap((file) => readFileSync(join(EVAL, file), "utf8").split("\n"))
  .filter((line) => line.trim() !== "")
  .map((line) => JSON.parse(line) as Case)
  .filter(({ thread, class: kind }) => thread === null && !NOT.has(kind));
const app = realApp();
let talks = 0;

async function isRight(one: Case, question: string): Promise<boolean> {
  const doc = await app.answer({ type: "question", text: question, asker: asker(`otherwise-${talks++}`) });
  const reply: Reply = {
    status: doc.status,
    headline: plain(doc.headline),
    text: renderText(doc),
    sources: doc.sources,
  };
  return verdictOf(reply, faultsOf(one, reply)) === "right";
}

/** Of the questions that are right as they stand: how many stay so. */
async function kept(
  pool: readonly Case[],
  [, pattern, said]: Reworded,
): Promise<{ right: number; of: number; lost: string[] }> {
  const lost: string[] = [];
  let of = 0;
  for (const one of pool) {
    const question = one.question.replace(pattern, said);
    if (question === one.question || !(await isRight(one, one.question))) continue;
    of++;
    if (!(await isRight(one, question))) lost.push(question);
  }
  return { right: of - lost.length, of, lost };
}

test.each(ASIDES)("an aside %s", async (...aside) => {
  const { right, of, lost } = await kept(
    cases.filter((_case, at) => at % EVERY === 0),
    aside,
  );
  expect(of).toBeGreaterThan(60);
  expect(right / of, lost.join("\n")).toBeGreaterThanOrEqual(0.97);
});

test.each(WORDS)("everyday words for %s", async (...words) => {
  const pool = cases.filter(({ question }) => words[1].test(question));
  const { right, of, lost } = await kept(
    pool.filter((_case, at) => at % Math.ceil(pool.length / 40) === 0),
    words,
  );
  expect(of).toBeGreaterThan(3);
  expect(right / of, lost.join("\n")).toBeGreaterThanOrEqual(0.7);
});
