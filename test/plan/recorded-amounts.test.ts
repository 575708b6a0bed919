import { expect, test } from "vitest";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

const onRecord = (text: string) => {
  const { plan } = readQuestion(text, { library, today: "2026-07-10" });
  return plan.kind === "evaluate"
    ? plan.onRecord.map(({ record, figure, known }) => [record, figure, known])
    : plan.kind;
};

test.each([
  ["what's 40% of the $500B stargate plan", [["stargate-us-jv", "value", "2025-01-21"]]],
  ["AWS 38B deal, average per year?", [["aws-38b", "value", "2025-11-03"]]],
  ["1.4tn / 30GW", [["total-1-4-trillion", "total", "2025-11-06"], expect.arrayContaining(["total-1-4-trillion"])]],
])("numbers that are on record: %s", (text, figures) => {
  expect(onRecord(text)).toEqual(figures);
});

test.each(["40% of $500B", "$10B / 4 GW", "12.5% of $80B"])("numbers of nobody: %s", (text) => {
  expect(onRecord(text)).toEqual([]);
});

test("the answer shows the recorded figure with its source, and the amount is as it was then", async () => {
  const doc = await realApp().answer({
    type: "question",
    text: "AWS 38B deal, average per year?",
    asker: asker("recorded"),
  });
  expect(JSON.stringify(doc.blocks)).toContain("On record");
  expect(doc.figures).toContainEqual(expect.objectContaining({ high: 38e9, origin: "deal:aws-38b" }));
  expect(doc.sources.some(({ url }) => url?.startsWith("https://"))).toBe(true);
});
