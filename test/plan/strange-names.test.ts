import { expect, test } from "vitest";
import { answer, talk } from "../fixtures/talk.ts";

test.each(["Nvidia's stake in Ericsson - how much did it cost?", "what is Nvidia's share of a Siemens order"])(
  "%s is no question for an input of the calculator",
  async (question) => expect(await answer(question)).toMatch(/^\[unknown\] I don't know “(?:Ericsson|Siemens)”/),
);

test("what was said before a question that names its own company is why it is asked", async () =>
  expect(await answer("Jonathan Ross has gone to Nvidia, so who's running Groq now?")).toContain("Simon Edwards"));

test.each([
  [["OpenAI's revenue in 2025", "the first half"], "$4.3B"],
  [["SpaceX's 2025 capex", "its 2025 revenue"], "$18.7B"],
  [
    ["how many shares did SpaceX sell in its IPO", "what were the shares sold at?", "where'd it finish that day"],
    "$161",
  ],
])("%s", async (turns, amount) => expect(await talk(turns)).toContain(amount));
