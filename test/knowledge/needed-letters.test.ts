import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { lettersOf, mayHave, neededBy } from "../../src/knowledge/needed-letters.ts";
import { patternTable, puttingInstead } from "../../src/knowledge/pattern-table.ts";
import { ASKS } from "../../src/plan/from-text/attributes.ts";
import { ORDERS } from "../../src/plan/from-text/order-patterns.ts";

describe("what any match of a pattern has", () => {
  test.each([
    [/\bred ink\b/i, ["red ink"]],
    [/\b(?:fork(?:s|ed|ing)?|shell(?:s|ed|ing)?)\b/, ["fork", "shell"]],
    [/snapp?(?:ed)? up/, ["snap"]],
    [/\bto (?:the )?brim/, ["brim"]],
    [/(?<=\bhow much )owe\b/, ["how much "]],
    [/\bcapex(?! guidance)/, ["capex"]],
    [/^(?<a>.+?) as a share of (?<b>.+)$/, [" as a share of "]],
    [/Q[1-4] (?:20)+25/, null],
    [/go+gle/, ["gle"]],
    [/(?:deal|)/, null],
    [/\p{Lu}\w+ (?:deal)?/u, null],
    [/[a-z|)]{3} signed/, [" signed"]],
    [/sites?\/campus/, ["campus"]],
    [/a{0,2}bcd{1,3}/, ["bcd"]],
  ])("%s", (pattern, needed) => expect(neededBy(pattern.source)).toEqual(needed));
});

describe("a pattern is not tried only where it is in no text", () => {
  const questions = readFileSync(resolve(import.meta.dirname, "../eval/exam-bq.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => (JSON.parse(line) as { question: string }).question);
  test("of what is asked and of orders, in the questions of an exam", () => {
    let left = 0;
    const all = [...ASKS.map(({ pattern }) => pattern), ...ORDERS];
    for (const pattern of all) {
      const may = mayHave(pattern);
      for (const question of questions)
        if (!may(lettersOf(question))) {
          left++;
          expect(pattern.test(question), `${pattern} in ${question}`).toBe(false);
        }
    }
    expect(left).toBeGreaterThan((all.length * questions.length) / 4);
  });

  test("in whatever letters it is written", () => {
    expect(mayHave(/shelled out/i)(lettersOf("SHELLED OUT?"))).toBe(true);
    expect(mayHave(/shelled out/i)(lettersOf("paid?"))).toBe(false);
  });
});

describe("tables of patterns", () => {
  test("rows that may be in a text keep their order", () => {
    const table = patternTable([/price/, /\d+/, /capex/, /price tag/], (pattern) => pattern);
    expect(table.open("the price tag of 2026")).toEqual([/price/, /\d+/, /price tag/]);
  });

  test("what is put in for one is what the next looks in", () => {
    const plain = puttingInstead([
      [/\bforked out\b/g, "stumped up"],
      [/\bstumped up\b/g, "paid"],
      [/\bnever said\b/g, "?"],
    ]);
    expect(plain("who forked out, and who stumped up")).toBe("who paid, and who paid");
  });
});
