import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { Gate } from "../../src/knowledge/gate.ts";
import { gated } from "../../src/knowledge/gated.ts";
import { patternTable, puttingInstead } from "../../src/knowledge/pattern-table.ts";
import { ASKS } from "../../src/plan/from-text/attributes.ts";
import { ORDERS } from "../../src/plan/from-text/order-patterns.ts";

/** What a pattern needs is known after so many texts, and a text is looked through after so many patterns. */
const OFTEN = 40;

describe("a pattern is not tried only where it is in no text", () => {
  const questions = readFileSync(resolve(import.meta.dirname, "../eval/exam-bq.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => (JSON.parse(line) as { question: string }).question);
  test("of what is asked and of orders, in the questions of an exam", () => {
    const all = [...ASKS.map(({ pattern }) => pattern), ...ORDERS];
    const gates = all.map((pattern) => ({ pattern, gate: new Gate(pattern) }));
    let left = 0;
    for (const question of questions)
      for (const { pattern, gate } of gates)
        if (!gate.mayBeIn(question)) {
          left++;
          expect(pattern.test(question), `${pattern} in ${question}`).toBe(false);
        }
    expect(left).toBeGreaterThan((all.length * questions.length) / 2);
  });

  test("of a text that is too long or too short all are tried", () => {
    const gate = new Gate(/\bshelled out\b/);
    for (let times = 0; times < OFTEN; times++) expect(gate.mayBeIn("who paid for all of the racks?")).toBeDefined();
    expect(gate.mayBeIn("who paid for all of the racks?")).toBe(false);
    expect(gate.mayBeIn("paid")).toBe(true);
    expect(gate.mayBeIn("who paid ".repeat(200))).toBe(true);
  });
});

test("a gated pattern finds what the bare one finds", () => {
  const bare = /\bshelled (out)\b/i;
  const shelled = gated(bare);
  const texts = ["Who SHELLED OUT for the racks?", "who paid for all of the racks?", "", "shelled out"];
  for (let times = 0; times < OFTEN; times++)
    for (const text of texts) {
      for (let again = 0; again < 4; again++) expect(shelled.test(text)).toBe(bare.test(text));
      expect(shelled.exec(text)).toEqual(bare.exec(text));
      expect(text.replace(shelled, "paid $1")).toBe(text.replace(bare, "paid $1"));
      expect(text.replace(shelled, (_found, out) => `${out}!`)).toBe(text.replace(bare, (_found, out) => `${out}!`));
    }
  expect([shelled.source, shelled.flags]).toEqual([bare.source, "i"]);
});

describe("tables of patterns", () => {
  test("rows that may be in a text keep their order", () => {
    const table = patternTable([/price/, /\d+/, /capex/, /price tag/], (pattern) => pattern);
    for (let times = 0; times < OFTEN; times++) {
      table.open("the price tag of 2026");
      expect(table.first("the price tag of 2026")).toEqual(/price/);
      expect(table.first("a cost of some kind")).toBeUndefined();
    }
    expect(table.open("the price tag of 2026")).toEqual([/price/, /\d+/, /price tag/]);
  });

  test("what is put in for one is what the next looks in", () => {
    const plain = puttingInstead([
      [/\bforked out\b/g, "stumped up"],
      [/\bstumped up\b/g, "paid"],
      [/\bnever said\b/g, "?"],
    ]);
    for (let times = 0; times < OFTEN; times++)
      expect(plain("who forked out, and who stumped up")).toBe("who paid, and who paid");
  });
});
