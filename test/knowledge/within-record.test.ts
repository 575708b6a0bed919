import { describe, expect, test } from "vitest";
import { countedIn, soughtWords } from "../../src/knowledge/question-words.ts";
import { type SoughtWithin, statementsWithin } from "../../src/knowledge/within-record.ts";
import { library } from "../fixtures/library.ts";

const within = (deal: string, text: string, more: Partial<SoughtWithin> = {}) => {
  const counted = countedIn(text);
  const words = soughtWords(text).map((word) => ({ ...word, name: null, part: 1, must: word.word === counted }));
  const sought = { words, want: null, order: null, numbers: [], others: [], asOf: library.completeTo, ...more };
  return statementsWithin(library, `deal:${deal}`, sought, 5);
};

describe("of the statements of one record", () => {
  test("the one with the rare words of the question comes first", () => {
    const [first] = within("amd-6gw-warrant", "what share price does the last tranche need", { want: "price" });
    expect(first?.statement.amount).toMatchObject({ id: "last-price-hurdle" });
  });

  test("a figure that the question itself has is not what it asks for", () => {
    const without = within("vantage-38b-debt", "whole debt package", { want: "money" })[0];
    const given = within("vantage-38b-debt", "whole debt package", { want: "money", numbers: [38] })[0];
    expect(without?.statement.headline).toBe(true);
    expect(given?.score).toBeLessThan(without?.score ?? 0);
  });

  test("what is counted must be in the sentence", () => {
    for (const { statement, own } of within("meta-constellation-clinton", "how many jobs does the contract preserve", {
      want: "count",
    }))
      if (!/job/i.test(statement.text)) expect(own).toBe(0);
  });

  test("a record that does not exist has none", () => {
    expect(within("no-such-deal", "how much")).toEqual([]);
  });
});

test.each([
  ["how many permanent jobs does the plan bring", "job"],
  ["how many Nvidia GPUs are in it", "gpu"],
  ["how many gigawatts is that", null],
  ["how much is it", null],
])("what is counted: %s", (text, counted) => {
  expect(countedIn(text)).toBe(counted);
});
