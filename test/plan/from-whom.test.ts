import { describe, expect, test } from "vitest";
import { lastAnswer } from "../fixtures/last-answer.ts";

describe("from whom", () => {
  test("a loan comes from its lenders, also where that goes on", () => {
    expect(lastAnswer("How much did SoftBank borrow for the bridge", "from whom")).toContain("Goldman Sachs (lender)");
    expect(lastAnswer("How much did Mistral borrow?", "from whom?")).toContain("Bpifrance (lender)");
  });

  test("what is bought comes from its sellers", () => {
    const said = lastAnswer("Who did SoftBank buy Ampere from?");
    expect(said).toContain("Carlyle Group");
    expect(said).not.toContain("SoftBank (buyer)");
  });
});

describe("energy over a time that is said without a number", () => {
  test.each([
    ["100 MW for a month in MWh at 70%", "51,100 MWh"],
    ["energy of 200 MW in a day, MWh", "4,800 MWh"],
    ["300 MW at 80% load for a quarter in GWh", "525.6 GWh"],
  ])("%s", (question, energy) => {
    expect(lastAnswer(question)).toContain(energy);
  });
});

test("how somebody defends an amount is no question for the amount", () => {
  expect(lastAnswer("How does Zuckerberg defend the capex?")).toMatch(/^unknown: /);
});

test("who has bought something and is on no record is said to be unknown", () => {
  expect(lastAnswer("number of nvidia gpus deepseek has bought")).toContain("“deepseek”");
});

describe("an amount that goes on with a deed is of that deed", () => {
  test.each([
    [["who is the landlord at Barber Lake", "who backs the lease", "for how much"], "$1.4B (Google backstop"],
    [["did google guarantee the terawulf lease?", "how much"], "$3.2B (Google backstop"],
  ])("%j", (questions, amount) => {
    expect(lastAnswer(...questions)).toContain(amount);
  });
});
