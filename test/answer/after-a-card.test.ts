/** Turns after a deal's card: when it was made, how it grew, terms that no record has, what took its place. */
import { describe, expect, it } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { asker, realApp } from "../fixtures/app.ts";

const talk = async (turns: readonly string[]): Promise<string> => {
  const app = realApp();
  let said = "";
  for (const text of turns) {
    const doc = await app.answer({ type: "question", text, asker: asker("talk") });
    said = `[${doc.status}] ${plain(doc.headline)}`;
  }
  return said;
};

describe("after a card", () => {
  it.each([
    [["stargate", "when?"], "21 January 2025"],
    [["project jupiter", "when was that?"], "September 2025"],
    [["tell me about the coreweave openai deal", "how did it grow"], "Third contract: new, up to $6.5B"],
    [["tell me about the coreweave openai deal", "how did it grow", "when does it end?"], "about 2030"],
    [["tell me about the coreweave openai deal", "is it take or pay?"], "[unknown]"],
    [["nvidia openai letter of intent", "so what did nvidia put in instead, and in what form"], "$30B"],
    [["amazon openai investment", "how much of it hangs on conditions?"], "$35B (Remainder, under conditions"],
  ])("%j", async (turns, said) => expect(await talk(turns)).toContain(said));
});
