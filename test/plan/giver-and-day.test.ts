import { describe, expect, test } from "vitest";
import { timeApart } from "../../src/answer/time-apart.ts";
import { talk } from "../fixtures/talk.ts";

describe("what one party put in, or took out, is the figure that is theirs", () => {
  test.each([
    ["how much of Hyperion's 27B came from Blue Owl", /about \$7B/],
    ["how much cash did Meta get out of the Hyperion deal", /about \$3B/],
    ["how much is MGX contributing to Stargate", /about \$7B/],
    ["how much of the OpenAI 41B round was SoftBank's money", /: \$30B/],
    ["SoftBank's 40B round: how much is from SoftBank itself", /: \$30B/],
    ["how much of xAI's first vehicle is from Apollo", /: \$3\.5B/],
    ["how much did JPMorgan lend for Abilene", /about \$9\.6B/],
    ["how much did SoftBank pay in the second closing of the 40B round", /: \$22\.5B/],
  ])("%s", async (question, said) => expect(await talk([question])).toMatch(said));

  test.each([
    // What a customer pays in fees is no money put in.
    ["How much of CoreWeave's contracted revenue comes from OpenAI?", /^\[unknown\]/],
    // What was agreed has not been paid.
    ["how much did Nvidia put into Anthropic so far", /^\[unknown\].*up to \$10B/],
    ["how much did softbank chip in for its share of the oracle-openai 4.5 GW contract?", /^\[unknown\]/],
  ])("%s: another matter", async (question, said) => expect(await talk([question])).toMatch(said));
});

describe("two deals by their days", () => {
  test.each([
    ["how many days between the OpenAI Nvidia letter of intent and the AMD deal", /13 days apart/],
    ["how long between stargate announcement and the oracle contract", /160 days, about 5 months apart/],
    ["how much later did AMD sign with OpenAI than Nvidia", /signed 5 October 2025.*signed 31 March 2026/],
    ["which came first, the AWS deal or the Broadcom deal of OpenAI", /Broadcom.*13 October.*AWS.*3 November/],
    ["which was announced first, Stargate or Stargate UAE", /Stargate: announced 21 January.*UAE/],
    ["was the AWS OpenAI deal before the Broadcom one", /21 days apart/],
  ])("%s", async (question, said) => expect(await talk([question])).toMatch(said));

  test.each([
    ["2025-09-22", "2025-10-05", "13 days"],
    ["2025-10-05", "2025-10-04", "1 day"],
    ["2025-01-21", "2025-11-21", "304 days, about 10 months"],
    ["2024-06", "2025-01-21", "about 7 months"],
    ["2025-01", "2025-01-21", null],
    ["2024", "2025-01-21", null],
    ["2025-01-21", "2025-01-21", null],
  ])("%s and %s: %s", (a, b, apart) => expect(timeApart(a, b)).toBe(apart));
});

test.each([
  ["how much nuclear power has Amazon contracted in total", /signed: up to 1\.92 GW/],
  ["total nuclear power contracted by Meta", /up to 7\.7 GW of power generation \(2 deals\)/],
  ["how many GW of nuclear deals are there in total", /10\.235 GW of power generation/],
  ["which is bigger, Nvidia's or Amazon's stake in OpenAI?", /Amazon investment in OpenAI: up to \$50B.*\$30B/],
])("%s: of all that are meant, and of no other", async (question, said) =>
  expect(await talk([question])).toMatch(said),
);

test.each([
  ["how much did OpenAI and SoftBank together put into Stargate", /Together: about \$38B/],
  ["OpenAI + SoftBank + Oracle + MGX equity in Stargate, sum?", /Together: about \$52B/],
  ["how much did OpenAI and SoftBank put into SB Energy together", /Together: \$1B/],
  ["how much have Amazon and Google put into Anthropic together", /\$33B.*\$40B/],
  ["Of the $38bn Vantage debt package, how much is for the Texas campus?", /about \$23\.25B/],
  ["As of the end of June 2025, what was the combined ceiling of OpenAI's CoreWeave deals?", /\$15\.9B/],
])("%s: what each has put in, added up", async (question, said) => expect(await talk([question])).toMatch(said));

test.each([
  ["by how much was oracle's 2025 bond upsized", /\$18B of debt; first target: about \$15B.*about \$3B/],
  ["did xAI's series E get bigger than planned", /\$20B of equity; first target of the round: \$15B/],
  ["how much did meta's el paso commitment go up", /about \$1\.5B.*at least \$10B/],
  ["was the Anthropic Series H larger than first reported", /^\[unknown\]/],
  ["el paso money for meta, how much is being raised", /about \$13B/],
])("%s: as it was and as it became", async (question, said) => expect(await talk([question])).toMatch(said));

test.each([
  [["how much of its own money did openai put into sb energy", "did SoftBank match it?"], /: \$500M \(SoftBank's/],
  [["how much did OpenAI put into SB Energy", "who else came in?"], /Ares supplied \$800M/],
])("%s", async (turns, said) => expect(await talk(turns)).toMatch(said));

test.each([
  ["was the october tranche paid by softbank", /Not known/],
  ["has the July tranche been paid by SoftBank", /completed the second tranche/],
  ["was softbank's april tranche paid", /invested the first tranche/],
  ["how much of the 13B has Microsoft paid", /about \$11\.6B/],
  ["how much of the Related Digital package is debt", /about \$14B/],
])("%s: of that part, and of no other", async (question, said) => expect(await talk([question])).toMatch(said));

test("English with letters missing is no other language", async () =>
  expect(await talk(["wat dit sofbank pay per shaer for DigitalBrigde"])).toMatch(/\$16 a share/));

test("shares at a price of the asker's are worked out, whatever else is found near", async () => {
  expect(await talk(["what is AMD's warrant worth at $600 a share"])).toMatch(/\$96B/);
  expect(await talk(["What's the first phase of SoftBank's French plan, EUR 45 billion, in US dollars?"])).toMatch(
    /45 billion = \$51\.23B/,
  );
});
