import { expect, test } from "vitest";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

const planOf = (text: string) => readQuestion(text, { library, today: "2026-07-10" }).plan;
const expressions = (text: string) => {
  const plan = planOf(text);
  return plan.kind === "evaluate" ? plan.lines.map(({ expression }) => expression) : plan.kind;
};
const headline = async (text: string) => {
  const doc = await realApp().answer({ type: "question", text, asker: asker(text) });
  return doc.headline.map((span) => ("text" in span ? span.text : "")).join("");
};

test.each([
  ["3.5 GW, how much?", 3.5],
  ["two gw how much", 2],
  ["hw much 4 gw", 4],
  ["cots of 6 gw?", 6],
  ["gigawatt and a half cost?", 1.5],
  ["rough number for 2.75 GW?", 2.75],
  ["quick est. for 350 MW campus", 0.35],
  ["3,5 GW cost", 3.5],
  ["how much $ 3 gw", 3],
  ["3 gw est", 3],
])("what a power costs: %s", (text, gigawatts) => {
  const plan = planOf(text);
  expect(plan).toMatchObject({ kind: "estimate", quantity: { low: gigawatts, unit: "GW" } });
  expect(plan).not.toMatchObject({ to: expect.stringMatching(/./) });
});

test.each([
  ["5gw twh", "energy", 5],
  ["2 GW 24/7 for a year, TWh?", "energy", 2],
  ["MWh in a year, 300 MW", "energy", 0.3],
  ["200 mw homes?", "homes", 0.2],
  ["racks for 300mw", "racks", 0.3],
  ["100mw gpus?", "accelerators", 0.1],
])("an amount and a word for what is wanted of it: %s", (text, to, low) => {
  expect(planOf(text)).toMatchObject({ kind: "estimate", to, quantity: { low } });
});

test.each([
  ["20 racks cost", ["20 rack * @rack-price-gb300"]],
  ["4500 mw gw", ["4500 MW in GW"]],
])("the same with a count or another unit: %s", (text, lines) => {
  expect(expressions(text)).toEqual(lines);
});

test.each([
  ["foxconn's figure for a vera rubin gigawatt, times 2", ["1 GW * @foxconn-1gw", "#1 * 2"]],
  ["foxconn racks per gw x 72 gpus, how many gpus is that", ["1 GW * @foxconn-racks", "#1 * 72 chip/rack"]],
  ["ibm ceo's number times 5", ["1 GW * @krishna-80", "#1 * 5"]],
  ["half of barclays' per-GW estimate", ["1 GW * @barclays-stargate", "#1 / 2"]],
  ["krishna's estimate / 4", ["1 GW * @krishna-80", "#1 / 4"]],
  ["bernstein's figure plus 10%", ["1 GW * @bernstein-1gw", "#1 * (1 + 10 / 100)"]],
  ["huang's gigawatt, doubled", ["1 GW * @huang-2025", "#1 * 2"]],
  ["h100 price x 1000", ["1 chip * @gpu-price-h100", "#1 * 1000"]],
])("somebody's estimate so many times over: %s", (text, lines) => {
  expect(expressions(text)).toEqual(lines);
});

test("somebody's cost over somebody's count", () => {
  expect(expressions("Bernstein's cost per GW divided by its racks per GW")).toEqual([
    "1 GW * @bernstein-1gw",
    "1 GW * @bernstein-racks",
    "#1 / #2",
  ]);
});

test("the money in all for each year of it, where its record says so", () => {
  expect(expressions("oracle 300b per year")).toEqual([
    "@oracle-openai-4-5gw-300b:value",
    "#1 / (5 years) in USD/year",
  ]);
});

test("one rack is no racks, and own numbers that are on record have a source", async () => {
  expect(await headline("racks for 72 chips")).toContain("1 rack.");
  expect(await headline("racks for 144 chips")).toContain("2 racks.");
  const doc = await realApp().answer({
    type: "question",
    text: "If you divide the Sept 2025 Stargate plan ($400B+, 7 GW), what's the cost per GW?",
    asker: asker("stargate-plan"),
  });
  expect(JSON.stringify(doc.headline)).not.toContain("$400B: ");
  expect(JSON.stringify(doc.blocks)).not.toContain("none of them has a source");
  expect(doc.sources.some(({ url }) => url?.startsWith("https://"))).toBe(true);
});

test("a company's own figure so many times over, and none where it is asked whether it came to that", () => {
  expect(expressions("oracle's backlog x 2")).toEqual([expect.stringMatching(/^@oracle/), "#1 * 2"]);
  expect(expressions("microsoft's backlog divided by 4")).toEqual([expect.stringMatching(/^@microsoft/), "#1 / 4"]);
  expect(expressions("has openai revenue doubled")).not.toEqual(expect.arrayContaining(["#1 * 2"]));
  expect(expressions("openai revenue over 2025")).not.toEqual(expect.arrayContaining(["#1 / 2025"]));
});
