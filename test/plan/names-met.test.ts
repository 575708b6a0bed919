import { describe, expect, test } from "vitest";
import { lastAnswer } from "../fixtures/last-answer.ts";

describe("what is set side by side has to do with everybody who is named", () => {
  test.each([
    "compare Tencent's AI spending with Alphabet's",
    "Amazon, Meta and Apple 2026 capex guidance side by side",
  ])("%s", (question) => {
    expect(lastAnswer(question)).toMatch(/^unknown: /);
  });

  test("a deal is found by the name that is said, not by a word like it", () => {
    const said = lastAnswer("how does the Aligned takeover compare in value to Alphabet's Intersect purchase");
    expect(said).toContain("Aligned Data Centers: about $40B");
    expect(said).toContain("Intersect: $4.75B");
  });

  test("of whom a figure is missing is said beside the order of the others", () => {
    const said = lastAnswer("Of Alphabet, Meta and Oracle who has the most long-term debt?");
    expect(said).toMatch(
      /^answered: The highest: Oracle, about \$95B .* then Google \$46\.5B\. No such figure of Meta is on record\.$/,
    );
  });
});

test.each([
  ["vantage $25B / 1.4 GW", "$17.857B per GW"],
  ["reliance 110bn over 3 GW", "$36.667B per GW"],
])("money over a power is money for a gigawatt, whoever is named: %s", (question, result) => {
  expect(lastAnswer(question)).toContain(result);
});

test("what somebody gets out of a deal is no way out of it", () => {
  expect(lastAnswer("What does Corning get out of the Nvidia deal?")).toContain("$3.2B");
  expect(lastAnswer("How can Google get out of the SpaceX compute contract?")).toContain("90 days");
});

test("how somebody explains a thing asks for no meaning of a word", () => {
  const said = lastAnswer("How does Nadella explain giving up exclusivity over OpenAI?");
  expect(said).not.toContain(": exclusivity: ");
});
