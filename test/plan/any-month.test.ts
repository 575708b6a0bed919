/** Whatever month is named, a question is read: months of 30 days and February among them. */
import { describe, expect, test } from "vitest";
import { realApp } from "../fixtures/app.ts";

const MONTHS = ["February 2025", "April 2025", "September 2025", "November 2025", "February 2026", "June 2026"];
const ASKED = [
  "what did CoreWeave and OpenAI add in §",
  "commitment of OpenAI to Cerebras in §",
  "what changed in §",
  "OpenAI's valuation in §",
  "who announced what in §",
  "CoreWeave's OpenAI total in § vs now",
  "biggest deal of §",
  "Stargate as of §",
  "how much was announced in §",
];

describe.each(MONTHS)("%s", (month) => {
  test("is read with every kind of question, and by a turn", async () => {
    const app = realApp();
    for (const [index, asked] of ASKED.entries()) {
      const asker = { platform: "terminal", conversation: `${month}:${index}` } as const;
      const first = await app.answer({ type: "question", text: asked.replace("§", month), asker });
      expect(first.headline.length).toBeGreaterThan(0);
      const turn = await app.answer({ type: "question", text: `and in ${month}?`, asker });
      expect(turn.headline.length).toBeGreaterThan(0);
    }
  });
});
