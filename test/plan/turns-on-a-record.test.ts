import { expect, test } from "vitest";
import { lastAnswer } from "../fixtures/last-answer.ts";

const TURNS: readonly (readonly [conversation: readonly string[], said: RegExp])[] = [
  // What somebody got, how it is paid, whose words it is, who decided.
  [["terawulf's google backstop", "what did google get for it"], /73 million/],
  [["how much did softbank pay for ampere", "in stock?"], /in cash/],
  [["Crusoe series E", "their pipeline?", "who said that"], /Lochmiller/],
  [["Nvidia stake in Intel", "did the regulators sign off"], /cleared/],
  // What it was before, and the whole of which it is a part.
  [["Crusoe series E", "at what valuation", "up from?"], /\$2\.8B/],
  [["nvidia corning - how much upfront", "out of", "the rest is what?"], /\$2\.7B/],
  [["what's coreweave's backlog", "up from?"], /\$66\.8B/],
  // An amount that is said is not another one.
  [["project jupiter bonds", "so someone's committed 165 billion?"], /ceiling/],
  // Words of the record of a company's figure.
  [["OpenAI net loss 2025", "what about the operating loss", "why is the net loss so much bigger"], /fair-value/],
  [["What did OpenAI burn in Q1 2026", "full year forecast?"], /\$25B/],
  [["OpenAI $1 trillion deals", "who disputes it"], /Luria/],
  // One of a list after its total, and of another deal that was spoken of.
  [["List Meta's CoreWeave deals", "total?", "when does the second end"], /December 203\d/],
  [["what did google agree to pay spacex per month", "what does anthropic pay spacex", "can google leave"], /90 days/],
  [["how much power does a GB300 rack draw", "so 100 of them", "with a PUE of 1.3"], /17\.16 MW/],
  [["anthropic valuation over run rate", "openai's multiple"], /3\d(?:\.\d)?×/],
];

for (const [conversation, said] of TURNS)
  test(conversation.join(" → "), () => {
    expect(lastAnswer(...conversation)).toMatch(said);
  });
