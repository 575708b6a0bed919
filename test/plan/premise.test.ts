import { describe, expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string) => readQuestion(text, { library, today: "2026-11-28" }).plan;
const headline = (text: string) => plain(execute(read(text), library, []).headline);

describe("what is taken for granted and not so is said first", () => {
  test.each([
    ["When did CoreWeave complete its purchase of Core Scientific?", "completed", /^No: .*cancelled/],
    [
      "now that openai signed the abilene 600 MW expansion, when does it open?",
      "signed",
      /^No: .*not recorded as signed/,
    ],
    ["when was the Nvidia–OpenAI $100B agreement signed", "signed", /^No: .*lapsed/],
    ["who signed the binding contract for Stargate Argentina", "signed", /^No: .*letter of intent/],
    ["exact restart date of Stargate UK now that work resumed?", "resumed", /^No: .*paused/],
    ["when did Stargate Norway open?", "opened", /^No: .*lapsed/],
    ["why did Microsoft cancel the Nebius contract", "cancelled", /^No: no record has a cancellation/],
    ["when did anthropic buy xAI and for how much", "bought", /^No: .*SpaceX/],
    ["what did nvidia pay to acquire groq outright?", "bought", /^No: .*licence/i],
    ["How much did Oracle pay to buy Crusoe?", "bought", /^No: /],
    ["How much of OpenAI does AMD own thanks to the 6 GW deal?", "owns", /^No: .*other way round/],
    ["how many Nvidia shares are under OpenAI's warrant", "owns", /^No: /],
    ["Intel's $5 billion stake in Nvidia - what percent is it?", "owns", /^No: .*other way round/],
    [
      "what interest does OpenAI pay on the billion it borrowed from Cerebras?",
      "borrowed",
      /^No, the other way round: OpenAI lent/,
    ],
    ["how much does Oracle pay OpenAI each year", "pays", /^No, the other way round: OpenAI pays Oracle/],
    ["How much did Apple put into OpenAI's October 2024 round?", "part", /^No: Apple.*dropped out/],
    ["What's SoftBank's share of the $300B Oracle contract?", "part", /^No: SoftBank is not a party/],
    ["when did OpenAI take over Stargate from SoftBank", "took-over", /^No: /],
    ["which day did nvidia wire the full 100bn to openai", "paid-in-full", /^No: .*lapsed/],
    ["stargate canada: how many megawatts?", "place", /^No: no record has a Stargate site in Canada/],
    ["When does Stargate Brazil open", "place", /^No: .*Brazil/],
  ])("%s", (text, claim, said) => {
    expect(read(text)).toMatchObject({ kind: "correct-premise", claim });
    expect(headline(text)).toMatch(said);
    expect(headline(text).length).toBeLessThanOrEqual(300);
  });
});

describe("what is so is answered as ever", () => {
  test.each([
    "when did SoftBank complete the purchase of Ampere",
    "When did SpaceX buy xAI",
    "how much did Nvidia pay for its Intel stake",
    "Microsoft's stake in OpenAI?",
    "how much of Anthropic does Google own",
    "Why was the Abilene expansion cancelled?",
    "when was Stargate UK paused",
    "when will Stargate UK restart",
    "Has the Ohio lease been signed?",
    "when was the Nvidia letter of intent signed",
    "how much does meta pay coreweave",
    "what is anthropic paying coreweave",
    "how much is alphabet paying for Intersect",
    "how many chips did OpenAI buy from Nvidia",
    "Stargate Michigan: how many megawatts",
    "what did OpenAI agree to buy from Cerebras",
    "when did Core Scientific shareholders approve the CoreWeave merger",
    "What does Nvidia get for its money in the OpenAI deal?",
  ])("%s", (text) => {
    expect(read(text).kind).not.toBe("correct-premise");
  });
});

test("no deal is denied by a question that only names it", () => {
  const denied = [...library.deals.values()].flatMap((deal) =>
    [`when was ${deal.name} announced`, `how much is ${deal.name} worth?`, `what is the status of ${deal.name}`].filter(
      (text) => read(text).kind === "correct-premise",
    ),
  );
  expect(denied).toEqual([]);
});
