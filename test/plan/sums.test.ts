import { describe, expect, test } from "vitest";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { meant } from "../../src/plan/from-text/sums/meant.ts";
import { readTerms } from "../../src/plan/from-text/sums/terms.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

const termsOf = (question: string) => {
  const { text, terms } = readTerms(question);
  return meant(text, terms).map(({ kind, low, high, unit }) => [kind, ...(low === high ? [low] : [low, high]), unit]);
};
const ask = (question: string) => {
  const { plan } = readQuestion(question, { library, today: library.completeTo });
  return execute(plan, library, []);
};
const headlineOf = (question: string): string =>
  ask(question)
    .headline.map((span) => span.text)
    .join("");

describe("numbers are read with their units", () => {
  test.each<[string, (string | number)[][]]>([
    [
      "6 gw @ 50-60B per gig",
      [
        ["power", 6, "GW"],
        ["rate", 50e9, 60e9, "USD/GW"],
      ],
    ],
    [
      "one and a half gigawatts at forty-two billion a gigawatt",
      [
        ["power", 1.5, "GW"],
        ["rate", 42e9, "USD/GW"],
      ],
    ],
    ["a quarter of a gigawatt", [["power", 0.25, "GW"]]],
    [
      "500 MW @ $14,000 per kW",
      [
        ["power", 500, "MW"],
        ["rate", 14_000, "USD/kW"],
      ],
    ],
    ["7 cents a kwh", [["price", 0.07, "USD/kWh"]]],
    ["a monthly rent of 920 million", [["flow", 920e6, "USD/month"]]],
    [
      "$150M a month for 36 months",
      [
        ["flow", 150e6, "USD/month"],
        ["time", 36, "month"],
      ],
    ],
    [
      "100k H100s at 0.7 kW x 1.53",
      [
        ["chips", 100_000, "chip"],
        ["unit-power", 0.7, "kW/chip"],
        ["number", 1.53, ""],
      ],
    ],
    [
      "4 sites of 1.2 GW each",
      [
        ["sites", 4, "site"],
        ["unit-power", 1.2, "GW/site"],
      ],
    ],
    ["if a gig costs $42B", [["rate", 42e9, "USD/GW"]]],
    ["H100, GB300 and TPU v7 in 2026", [["year", 2026, ""]]],
    ["Three Mile Island", []],
    [
      "75 billion euros, £8bn and 80 billion kroner",
      [
        ["money", 75e9, "EUR"],
        ["money", 8e9, "GBP"],
        ["other", 80e9, "foreign"],
      ],
    ],
  ])("%s", (question, wanted) => {
    expect(termsOf(question)).toEqual(wanted);
  });
});

describe("a number that nothing is known of leaves the question without an answer", () => {
  test.each([
    "4 GW at 50 MW per GW",
    "80 billion kroner for 2 GW, per GW",
    "what is $5 per banana times 3 GW",
    "5 TWh at $50B/GW",
    "3 GW at $45B/GW and 17 wombats",
  ])("%s", (question) => {
    const answer = ask(question);
    expect(["clarify", "unknown"]).toContain(answer.status);
    expect(answer.figures.filter((figure) => figure.origin === "computed")).toEqual([]);
  });
});

test("whatever somebody writes is read within 50 ms, without NaN or Infinity", () => {
  ask("6GW*$50-60B/GW");
  const hostile = [
    `${"9".repeat(300)} GW at $50B/GW`,
    `${"1/".repeat(800)}2 GW`,
    `${"(".repeat(1_000)}1 GW`,
    `how many times ${"a ".repeat(900)} is $5B`,
    `${"$5B and ".repeat(200)}6 GW`,
    "1e400 GW at $50B/GW",
    `${"1,000,".repeat(300)}000 MW`,
    "0 GW / 0 GW",
    `from ${"1 to ".repeat(300)}2 billion, growth in percent`,
  ];
  for (const question of hostile) {
    // The processor's time, and the best of several: other work on the machine is no fault of the reading.
    const times = [1, 2, 3, 4].map(() => {
      const start = process.cpuUsage();
      ask(question);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1_000;
    });
    const answer = ask(question);
    expect(Math.min(...times), question.slice(0, 40)).toBeLessThan(50);
    expect(JSON.stringify(answer)).not.toMatch(/\b(?:NaN|Infinity)\b/);
  }
});

test("a sum goes on: another number, another period, another money, what follows from it", async () => {
  const app = realApp();
  const say = async (text: string) => {
    const doc = await app.answer({ type: "question", text, asker: asker("sums") });
    return doc.headline.map((span) => span.text).join("");
  };
  expect(await say("$600B over 5 years, what's that a year?")).toMatch(/\$120B/);
  expect(await say("and a month?")).toMatch(/\$10B/);
  expect(await say("energy of 2 GW at 75% load")).toMatch(/13\.14 TWh/);
  expect(await say("at 90%")).toMatch(/15\.768 TWh/);
  expect(await say("and the bill at $70")).toMatch(/\$1\.104B/);
  expect(await say("per month?")).toMatch(/\$91\.98M/);
  expect(await say("4 GW by bernstein")).toMatch(/\$140B/);
  expect(await say("what about for 6")).toMatch(/\$210B/);
  expect(await say("krishna's?")).toMatch(/\$480B/);
  expect(await say("in euros")).toMatch(/€421\.\d/);
  expect(await say("160M shares at $300 less $0.01")).toMatch(/\$47\.998\d*B/);
  expect(await say("at $400?")).toMatch(/\$63\.998\d*B/);
});

test("cents beside a power are the price of a kilowatt-hour, for however long", () => {
  for (const price of ["5 cents", "5 cents per kWh", "$0.05/kWh"])
    expect(headlineOf(`electricity bill of 1 GW at ${price} for a year at 80% load`)).toMatch(/\$350\.4M per year/);
  expect(headlineOf("power bill for 500 MW at 7 cents")).toMatch(/\$230M per year/);
});

test("what each costs and how many there are is written down over its life", () => {
  expect(headlineOf("a GPU costs $40k and lasts 5 years, what is the depreciation a year for 100k gpus")).toMatch(
    /\$800M per year/,
  );
});

test("the same amount is added every year", () => {
  expect(
    headlineOf("we have 1.9 GW at the end of 2025 and want 30 GW by the end of 2030, how many GW a year to add?"),
  ).toMatch(/5\.62 GW/);
  expect(headlineOf("from 7 GW in 2026 to 20 GW in 2029, how much do we add each year")).toMatch(/4\.333 GW/);
  expect(headlineOf("1 GW in 2026 and 2 GW in 2027, what does it cost")).toMatch(/\$150–180B/);
});

test("figures on record stand in a sum with their source", () => {
  const answer = ask("how many times openai's 2025 revenue is the $1.4T commitment");
  expect(headlineOf("how many times openai's 2025 revenue is the $1.4T commitment")).toMatch(/107\.1×/);
  expect(answer.sources.length).toBeGreaterThan(0);
  expect(answer.figures.some(({ origin }) => origin === "metric:revenue-2025")).toBe(true);
  expect(headlineOf("openai revenue growth 2024 to 2025 in %")).toMatch(/253\.\d+%/);
});
