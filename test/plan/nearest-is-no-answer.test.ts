import { describe, expect, test } from "vitest";
import { lastAnswer } from "../fixtures/last-answer.ts";

describe("what stands nearest to what was asked is not given in its place", () => {
  test("things of another kind are not counted", () => {
    expect(lastAnswer("how many jobs does Stargate Michigan bring")).toMatch(/^unknown: /);
    expect(lastAnswer("how many buildings will Stargate Michigan have")).toContain("3 buildings");
  });

  test("the deal that the question describes is meant, though another one of the company has the verb", () => {
    expect(lastAnswer("Can Anthropic walk away from the TPU deal?")).not.toContain("Colossus");
    expect(lastAnswer("Can Anthropic walk away from the Colossus lease?")).toContain("90 days");
  });

  test("a deal that came to nothing stands for no other between the same two", () => {
    expect(lastAnswer("How much per MW is Microsoft paying Nscale?")).toMatch(/^unknown: /);
  });

  test("who is named in the question is not who is asked for", () => {
    const said = lastAnswer("Who are the lenders in the Vantage financing?");
    expect(said).toContain("JPMorgan");
    expect(said).toContain("MUFG");
  });

  test("a part of one day is no step of the whole", () => {
    expect(lastAnswer("How has Oracle's RPO changed?")).toMatch(/\$455B .* → \$553B .* → \$638B /);
  });
});
