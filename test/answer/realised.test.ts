import { describe, expect, it } from "vitest";
import { deedAsked, saysDeed } from "../../src/answer/realised.ts";
import { plain } from "../../src/doc/doc.ts";
import { asker, realApp } from "../fixtures/app.ts";

const app = realApp();
const ask = async (text: string) => {
  const doc = await app.answer({ type: "question", text, asker: asker(text) });
  return { status: doc.status, headline: plain(doc.headline) };
};

describe("what was agreed is no answer to how much has come of it, and is said to be no more than that", () => {
  it.each([
    ["how many of the 160m AMD shares have vested", /do not say how much has vested/],
    ["how much of the $300B has OpenAI paid Oracle", /do not say how much has been paid.*agreed or planned.*\$300B/],
    ["how much of the SoftBank bridge loan was repaid", /do not say how much has been repaid/],
    ["how much of the bridge loan has been drawn", /do not say how much has been drawn/],
    ["how much capacity has Broadcom delivered to OpenAI", /do not say how much has been delivered.*10 GW/],
    ["how much did Nvidia put into Anthropic so far", /do not say how much has been paid.*up to \$10B/],
  ])("%s", async (question, says) => {
    const { status, headline } = await ask(question);
    expect(status).toBe("unknown");
    expect(headline).toMatch(says);
  });
});

describe("what has come of it is told where it is on record", () => {
  it.each([
    ["how much of the Abilene site is actually switched on", /300 MW \(operating in April 2026/],
    ["how many Trainium2 chips does Rainier run today", /500,000 Trainium2 chips/],
    ["how much has Microsoft spent in the UAE so far", /\$7\.3B/],
    ["how much of the 122B round has closed", /closed the round with \$122B/],
  ])("%s", async (question, says) => {
    const { status, headline } = await ask(question);
    expect(status).toBe("answered");
    expect(headline).toMatch(says);
  });
});

it.each([
  ["how many shares have vested", "vested"],
  ["how much of it was paid back", "been repaid"],
  ["how many GW are live at Hyperion", "come into operation"],
])("%s asks for what has %s", (question, done) => expect(deedAsked(question)?.done).toBe(done));

it.each([
  "how much more can be built there",
  "what does Oracle pay",
  "how many GW will be live by 2027",
  "is it running",
])("%s asks for no deed that is done", (question) => expect(deedAsked(question)).toBeNull());

it("what is to come has not been done", () => {
  const deed = deedAsked("how many chips were delivered so far");
  if (!deed) throw new Error("no deed was read");
  expect(saysDeed(deed, "500,000 chips, to be delivered by 2027")).toBe(false);
  expect(saysDeed(deed, "500,000 chips were delivered in April")).toBe(true);
});
