import { describe, expect, test } from "vitest";
import { fronted } from "../../src/plan/from-text/fronted.ts";
import { lastAnswer } from "../fixtures/last-answer.ts";

const says = (cases: readonly (readonly [question: string, says: RegExp])[]) =>
  test.each(cases)("%s", (question, expected) => expect(lastAnswer(question)).toMatch(expected));

describe("so much of one company is another's", () => {
  says([
    ["Nvidia's percentage of Intel", /4–4\.4%/],
    ["percentage of Nokia Nvidia holds", /2\.9%/],
    ["meta's stake in scale ai, %", /49%/],
    ["Microsoft's percentage of OpenAI", /27%/],
    // A share of something else, or somebody else's, is none of it.
    ["what percentage of xAI does Nvidia have", /^unknown/],
    ["percentage of CoreWeave that Nvidia has", /^unknown.*no stake of Nvidia in CoreWeave in per cent/],
  ]);
});

describe("amounts as they stood on a day, and what is no amount of it", () => {
  says([
    ["In mid-May 2026, how much was SoftBank trying to borrow against OpenAI shares?", /\$6B/],
    ["how much capacity had Stargate planned as of late September 2025", /7 GW/],
    ["how much cash did openai have at end of June 2025", /\$17\.5B/],
    ["how much cash does OpenAI have left", /\$73B/],
    ["how much debt did Alphabet assume with Intersect", /^unknown/],
    ["Project Jupiter jobs: how many?", /^unknown/],
    ["How large was the note sale Oracle did in the first week of Feb '26?", /\$25B/],
  ]);
});

describe("what the calculator works with, and what an estimate covers", () => {
  says([
    ["average PUE worldwide", /1\.54/],
    ["what PUE do you assume", /1\.2 /],
    ["how long do you write the building off over?", /14 years \(from 10 years to 25 years\)/],
    ["what's the default rate on GPU loans", /^unknown/],
    ["what does the Foxconn figure for a gigawatt cover", /It includes: 3,557 racks/],
  ]);
});

describe("who stands behind a figure, and what became of whom", () => {
  says([
    ["main customer of Cerebras in 2025 by revenue", /MBZUAI.*62%/],
    ["largest lessee in the US in Q3 2025 per TD Cowen", /Oracle leased the most/],
    ["who is in charge at groq now that ross went to nvidia", /Simon Edwards/],
    ["whom did Nscale buy for Monarch?", /American Intelligence/],
    ["power supplier for Stargate UAE", /^unknown/],
    ["what became of Hock Tan's board seat at Meta?", /advisory role/],
  ]);
});

describe("a nickname with somebody else, or with another year, means another deal", () => {
  says([
    ["antropic azuer comitment", /\$30B/],
    ["Anthropic Google deal 2025: how many TPUs", /1 million/],
    ["is softbank a party to the oracle contract", /not a party/],
  ]);
});

describe("what is bound of a ceiling, and shares that nobody trades", () => {
  says([
    ["is meta's 6GW amd deal take-or-pay on all six gigs", /1 GW.*no obligation for all of it/],
    ["must OpenAI buy from Foxconn?", /no obligation/],
    ["what did Anthropic shares close at on their first day of trading?", /no listing of Anthropic/],
    ["What are xAI shareholders given for each share in the SpaceX takeover?", /0\.1433/],
  ]);
});

test.each([
  ["foxconn got what for the lordstown plant?", "what did foxconn get for the lordstown plant?"],
  ["Meta gets how many AMD shares?", "how many AMD shares does Meta get?"],
  ["SoftBank paid Foxconn what for Lordstown?", "what did SoftBank pay Foxconn for Lordstown?"],
  ["what did Meta pay for how many shares", "what did Meta pay for how many shares"],
  ["Monarch acres how many", "how many acres: Monarch?"],
])("%s", (text, expected) => expect(fronted(text)).toBe(expected));
