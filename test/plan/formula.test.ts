import { expect, test } from "vitest";
import { isFormula, withMinus } from "../../src/plan/from-text/formula.ts";
import { answer } from "../fixtures/talk.ts";

test.each(["$27bn / ($27bn + $3bn) in %", "85 MW - 410 * 145 kW", "(15 + 40) * 2"])("%s is a formula", (text) =>
  expect(isFormula(text)).toBe(true),
);
test.each(["how much is 2 * 3", "50-60B", "what is Stargate", "Q1 / Q2 revenue"])("%s is none", (text) =>
  expect(isFormula(text)).toBe(false),
);

test("a dash takes away, unless only what stands behind it has a unit", () => {
  expect(withMinus("5.5 * 1.4bn - 6.1bn")).toBe("5.5 * 1.4bn − 6.1bn");
  expect(withMinus("10 GW * 50 - 60B")).toBe("10 GW * 50 - 60B");
});

test.each([
  ["$27bn / ($27bn + $3bn) in %", "90%"],
  ["5.5 * 1.4bn - 6.1bn", "$1.6B"],
  ["$36bn / 4 years - $36bn / 6 years", "$3B per year"],
  ["85 MW - 410 * 145 kW", "25.55 MW"],
  ["10 GW * 50 - 60B", "$500–600B"],
])("%s", async (text, amount) => expect(await answer(text)).toContain(amount));
