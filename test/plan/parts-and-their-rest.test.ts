import { describe, expect, test } from "vitest";
import { talk } from "../fixtures/talk.ts";

describe("a cost of a gigawatt with a part of it", () => {
  test.each([
    [
      "chips are 35 of the 50 billion per GW; what is left for 7 GW?",
      /\$105B; left of 50 billion per GW: \$15B per GW/,
    ],
    ["if a GW is $50B and $35B of it is chips, what is the rest for 7 GW", /\$105B/],
    ["a gigawatt is $50B, of which $35B is chips. what does the rest come to for 7 GW", /\$105B/],
    ["per GW 50bn, 35bn of that chips. how much is left over for everything else at 2.5 GW", /\$37\.5B/],
    ["1 GW = $50B, chips $35B. Everything but the chips for 4 GW?", /\$60B/],
    ["At 50 to 60 billion a gigawatt, 35 of which goes to Nvidia, how much of 2 GW is not Nvidia?", /\$30–50B/],
    ["$14M per MW of which $9M is IT: the rest for 300 MW?", /\$1\.5B/],
    ["if a gigawatt costs $50B and $35B of it goes to Nvidia, what does Nvidia get for 6 GW?", /part of \$35B: \$210B/],
    ["a GW costs $50B, $35B of it chips. What's the rest?", /\$15B per GW/],
  ])("%s", async (question, said) => expect(await talk([question])).toMatch(said));

  test("money beside the power is no part of it", async () =>
    expect(await talk(["2 GW at $50B per GW plus $35B for the grid, total?"])).toMatch(/\$135B/));
});

test.each([
  ["which of OpenAI's deals involve equity", /14 deals fit with OpenAI, with equity/],
  ["which of Meta's deals are leases", /3 deals fit with Meta as tenant or landlord/],
  ["which of Google's deals are power purchase agreements", /2 deals fit kind energy, with Google/],
])("%s: by that, and not by all that somebody has", async (question, said) =>
  expect(await talk([question])).toMatch(said),
);

test.each([
  "who led Mistral's series C",
  "Anthropic's series G investors",
  "how much was OpenAI's Series C",
  "what did Safra Catz say about the backlog",
  "what did Larry Ellison say about RPO",
  "what did Satya Nadella say about chips",
])("%s: no other round, and nobody else's word", async (question) =>
  expect(await talk([question])).toMatch(/^\[unknown\]/),
);

test.each([
  ["who pledged the most in OpenAI's $122 billion round", /Amazon.*\$50B/],
  ["what did Sam Altman say about 30 GW", /Sam Altman first spoke of 30 GW for \$1\.4 trillion/],
  ["is Google's backstop bigger at Lake Mariner or Abernathy", /\$3\.2B of guarantee.*\$1\.3B of guarantee/],
  ["Port Washington: dollars invested per gigawatt of total site power?", /\$11\.5B per GW.*1\.3 GW/],
  ["when was the second of the three SoftBank tranches", /1 July 2026/],
  ["people keep saying 'jalapeno' around openai, what is that?", /OpenAI–Broadcom custom accelerators/],
  ["openai's 600 billion compute plan is how many times what it took in during 2025?", /45\.9/],
  ["$14bn of debt inside a $16bn package: what's the leverage in percent?", /87\.5%/],
  ["leverage: 4.2B borrowed against 700M ebitda", /Debt to EBITDA: 6×/],
  ["6.57 TWh spread across households using 10,715 kWh a year: how many homes?", /613,159 homes/],
  ["who was the buyer of the Lordstown plant", /SoftBank was identified as the buyer/],
  ["who took the extra space at Abilene", /Microsoft \(tenant\)/],
  ["what rent does Meta pay at Jamnagar", /^\[unknown\] The records of Meta–Reliance Jamnagar lease/],
])("%s", async (question, said) => expect(await talk([question])).toMatch(said));

test("an amount of the deal on the table keeps to that deal", async () =>
  expect(
    await talk([
      "How much of Meta's 2026 Nebius deal is firm, as opposed to the headline?",
      "Under what circumstances does Meta take the other $15B?",
    ]),
  ).toMatch(/Nebius may sell that capacity to others first/));

describe("what somebody has put into a company is set against what another has put into the same", () => {
  test.each([
    [
      "gap between Nvidia's and Amazon's investment in OpenAI",
      /Amazon investment in OpenAI: up to \$50B.*Nvidia \$30B/,
    ],
    ["difference between Amazon's and Google's investment in Anthropic", /about \$7B.*up to \$40B.*up to \$33B/],
    ["Google's investment in Anthropic vs Amazon's", /up to \$40B of equity.*up to \$33B of equity/],
    ["Nvidia's investment in OpenAI vs Microsoft's investment in OpenAI", /\$30B of equity.*about \$13B of equity/],
  ])("%s", async (question, said) => expect(await talk([question])).toMatch(said));
});

test.each([
  ["how long until Crane restarts", /expected 2027/],
  ["how long until the AMD warrants expire", /October 2030/],
  ["how long is the Crane contract", /20 years/],
])("%s: the day of what is to come, or the length of what is signed", async (question, said) =>
  expect(await talk([question])).toMatch(said),
);

test.each([
  ["how much did OpenAI's valuation rise between its last two rounds", /\$730B \(2026-02\) → \$852B/],
  ["how much did Anthropic's valuation grow since February 2026", /about \$965B/],
  ["how many times bigger is the Ohio campus than Abilene", /8\.333×.*up to 10 GW.*about 1\.2 GW/],
  ["who owns the turbines at Colossus", /^\[unknown\]/],
])("%s: of its own kind", async (question, said) => expect(await talk([question])).toMatch(said));

describe("how a site is powered", () => {
  test.each([
    [["what's the power source of Project Jupiter"], /Bloom fuel cells/],
    [["tell me about Project Jupiter", "what's the power source"], /Bloom fuel cells/],
    [["what powers Stargate Norway"], /renewable energy/],
    [["how is Colossus powered"], /^\[unknown\]/],
  ])("%s", async (turns, said) => expect(await talk(turns)).toMatch(said));

  test("under contract is signed", async () => {
    expect(await talk(["is Helion under contract with OpenAI"])).toMatch(/^\[answered\] No\./);
    expect(await talk(["is Oracle under contract with OpenAI"])).toMatch(/^\[answered\] Yes\./);
  });
});

describe("one kind of what comes in or goes out is not the whole of it", () => {
  test.each([
    "OpenAI's ad revenue 2026",
    "OpenAI subscription revenue 2025",
    "Anthropic's enterprise revenue",
    "Microsoft's capex on land",
    "Amazon's retail capex",
    "OpenAI's marketing spend",
  ])("%s", async (question) => expect(await talk([question])).toMatch(/^\[unknown\]/));

  test.each([
    ["OpenAI R&D spend 2025", /\$19\.18B/],
    ["OpenAI compute spending 2030", /about \$600B/],
    ["Oracle's fiscal 2026 revenue", /\$67\.4B/],
  ])("%s: what is on record is told", async (question, said) => expect(await talk([question])).toMatch(said));
});

describe("what one of several put in is not what all did", () => {
  test.each([
    "how much of Anthropic's Series H came from hyperscalers",
    "how much did Sequoia put into Anthropic's Series H",
    "how much did JPMorgan put into the Vantage package",
  ])("%s", async (question) => expect(await talk([question])).toMatch(/^\[unknown\]/));

  test.each([
    ["how much of the 122B round came from Nvidia", /\$30B/],
    ["how much of xAI's Series E came from Nvidia", /up to \$2B/],
    ["how much did MGX put into Stargate", /about \$7B/],
    ["how much of the $122B round came from Microsoft", /has not been disclosed/],
  ])("%s: where it is on record", async (question, said) => expect(await talk([question])).toMatch(said));
});

test.each([
  ["a GW costs €50B, $35B of it chips, the rest for 3 GW?", /^(?!\[answered\])/],
  ["a GW costs $50B, $65B of it chips, what is the rest for 3 GW", /^(?!\[answered\])/],
  ["what's the leverage in percent of $20bn debt in a $16bn package", /^(?!.*(?:EBITDA|125))/],
  ["who led xAI's series Z", /^\[unknown\]/],
])("%s: what does not go together is not worked out", async (question, said) =>
  expect(await talk([question])).toMatch(said),
);
