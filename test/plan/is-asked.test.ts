import { expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { isAsked } from "../../src/plan/from-text/is-asked.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

test.each([
  "who else is in it?",
  "lunch at noon?",
  "whats the biggest one",
  "and how firm is that",
  "is that signed",
  "did anything change since March",
  "show the sources",
  "compare amd and nvidia",
  "can you compare stargate with the oracle contract",
  "tell me about hyperion",
  "and amd",
  "per gw",
  "at 55",
  "in euros",
  "as of 2025",
  "amd 6gw deal",
  "at what price do the shares vest",
  "from which banks",
  "Stargate Abilene",
  "if mistral's paris site ran flat out, how many TWh a year would that be",
  "in MW please",
  "per gpu then",
  "so 200 MW would be",
])("is for the bot: %s", (text) => expect(isAsked(text, library)).toBe(true));

test.each([
  "thanks, that helps",
  "lunch at noon, as always",
  "I'll put that into the deck",
  "see you tomorrow",
  "can you send me the slides by friday",
  "ok cool",
  "nice",
  "I think we should wait",
  "that is a lot of money",
  "let's discuss at the standup",
  "openai is insane",
  "I think OpenAI will never pay that",
  "Oracle said yesterday that they will be fine with it",
  "tell Bob",
  "at lunch",
  "in a meeting",
  "and then we go home",
  "if you're free, who is coming to lunch",
  "in that case, what do you think",
])("is said among people: %s", (text) => expect(isAsked(text, library)).toBe(false));

test("what is overheard is answered where it is asked, and otherwise changes nothing", async () => {
  const app = realApp();
  const say = async (text: string, overheard: boolean) =>
    app.answer({ type: "question", text, asker: asker("thread"), overheard });
  await say("how big is the AMD–OpenAI deal?", false);
  for (const text of ["see you tomorrow", "nice", "I'd rather wait"])
    expect((await say(text, true)).status, text).toBe("unknown");
  const next = await say("and is that signed", true);
  expect(plain(next.headline)).toMatch(/AMD–OpenAI/);
});

test.each(["knock 15% off that", "add a 10% contingency", "split that 60/40", "double that"])(
  "%s is a step on from a result",
  (text) => expect(isAsked(text, library)).toBe(true),
);
test.each(["let's add 10% more people", "put it in the doc", "I'd cut 10% of the team", "take 5 minutes"])(
  "%s is said among people",
  (text) => expect(isAsked(text, library)).toBe(false),
);
