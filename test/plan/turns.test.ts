import { expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { execute } from "../../src/execute.ts";
import { newConversation } from "../../src/plan/from-text/conversation.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { remembered } from "../../src/remember.ts";
import { library } from "../fixtures/library.ts";

/** What is answered to the last question of a conversation: status and headline. */
function last(...questions: string[]): string {
  let conversation = newConversation();
  let said = "";
  for (const question of questions) {
    const { plan, asked } = readQuestion(question, { library, today: library.completeTo }, conversation);
    const answer = execute(plan, library, []);
    conversation = remembered(conversation, { plan, answer, asked }, library) ?? conversation;
    said = `${answer.status}: ${plain(answer.headline)}`;
  }
  return said;
}

test("what is asked of the next record is what was asked last, and where it has none, what it has", () => {
  expect(last("adani 100B plan by when", "gw", "and softbank in france")).toContain("5 GW");
  expect(last("how big is the AMD deal with OpenAI", "gigawatts?", "and broadcom?")).toContain("10 GW");
  expect(last("adani ai data centre plan $", "gw target?", "reliance?")).toContain("$109.8B");
});

test("the place in time of one of several figures", () => {
  const opener = "coreweave openai total";
  expect(last(opener, "first contract alone")).toContain("$11.9B");
  expect(last(opener, "and the latest expansion")).toContain("$6.5B");
  expect(last(opener, "the second one")).toContain("$4B");
});

test("another deal of the kind, by its time", () => {
  expect(last("oracle bond sale september 25, how much", "and the feb 2026 one?")).toContain("$25B");
  expect(last("meta nebius 2026 ceiling", "and the 2025 one")).toContain("2025");
  expect(last("Meta's coreweave contract of 2025, how big", "the 2026 one?")).toContain("$21B");
});

test("a part of the whole that was spoken of, and the largest of its parts", () => {
  const round = "How much did OpenAI raise in its 2026 round?";
  expect(last(round, "how much of amazon's money is upfront?")).toContain("$15B");
  expect(last(round, "how much of amazon's money is upfront?", "and softbank's part?")).toContain("$30B");
  expect(last(round, "who wrote the biggest cheque")).toMatch(/Amazon .*\$50B/);
  expect(last(round, "which investor put in the most", "and nvidia?", "what share of the round is that?")).toContain(
    "24.59%",
  );
  expect(last("crusoe series E size", "and the smallest?")).toMatch(/^clarify/);
});

test("another subject and a question of its own", () => {
  expect(last("stargate uk still on?", "no, the norway one - who has that capacity now")).toContain("Microsoft");
  expect(last("How big is the Crane restart?", "and Duane Arnold: who buys the power?")).toContain("Google");
});

test("of whom the record on the table speaks nothing else is meant", () => {
  expect(last("What does Hut 8's lease with Anthropic bring in?", "google's backstop?")).toMatch(/Hut 8/);
  expect(last("SpaceX xAI merger: valuation of the combined company", "and xAI alone?")).toContain("$250B");
});

test("what was corrected is what is spoken of", () => {
  expect(last("when did coreweave complete its purchase of core scientific?", "how many votes against")).toContain(
    "203.5 million",
  );
  expect(last("stargate uk still on?", "since when")).toContain("9 April 2026");
});

test("arithmetic in other words", () => {
  const two = ["Duane Arnold restart size?", "and crane?"];
  expect(last(...two, "add the two")).toContain("1.45 GW");
  expect(last(...two, "sum them up")).toContain("1.45 GW");
  expect(last("latest oracle RPO", "end of august 2025?", "so up how many %")).toContain("40.22%");
  expect(last("interest only on $27bn at 6.58% - a year", "at 10%?", "how much extra is that per year")).toContain(
    "$923.4M",
  );
  expect(last("anthropic may 2026 round", "at what valuation", "is that valuation higher than OpenAI's?")).toContain(
    "$852B",
  );
});

test("a term alone asks for that figure of the record", () => {
  expect(last("how much did crusoe raise in series E", "post-money?")).toContain("$10B");
});
