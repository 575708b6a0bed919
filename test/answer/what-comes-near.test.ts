import { expect, it } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { asker, realApp } from "../fixtures/app.ts";

const app = realApp();
const headline = async (text: string): Promise<string> =>
  plain((await app.answer({ type: "question", text, asker: asker(text) })).headline);

it.each([
  ["what's the total aws contract with the expansion?", /\$100B.*Together with the contract of 2025: about \$138B/],
  ["what did CoreWeave offer for Core Scientific in 2024?", /\$1B \(approach of 2024/],
  ["clinton reactor output meta signed up for", /Output of the plant: about 1\.1 GW/],
  ["How much did SpaceX value xAI at in the merger?", /\$1T.*Value of xAI in the share exchange: about \$250B/],
])("what comes near and brings another amount goes along: %s", async (question, holds) =>
  expect(await headline(question)).toMatch(holds),
);

it.each(["price per share nvidia paid for the intel stake?", "what'd foxconn get for the lordstown plant"])(
  "what only says the same again does not: %s",
  async (question) => {
    const said = await headline(question);
    const amounts = said.match(/\$[\d.]+[BMT]?/g) ?? [];
    expect(new Set(amounts).size).toBe(amounts.length);
  },
);

it("a sentence of parties ends before the next begins", async () =>
  expect(await headline("Which stake does Google get in TeraWulf for backing those leases?")).not.toMatch(
    /warrants [A-Z]/,
  ));
