import { describe, expect, test } from "vitest";
import { talk } from "../fixtures/talk.ts";

describe("turns after a number on record by which something is priced or counted", () => {
  test.each([
    [["h100 rental price per hour?", "B200?"], "$5.3 per GPU-hour"],
    [["h100 rental price per hour?", "B200?", "1,000 of those, nonstop for a year?"], "$46.43M"],
    [["what does a new AP1000 cost per kW?", "so 2 GW of that would be"], "$13.91–31.53B"],
    [["what does a new AP1000 cost per kW?", "so 2 GW of that would be", "same in combined cycle gas?"], "$3–4.8B"],
    [["what does Foxconn put electricity at for 1 GW for a year?", "Epoch?"], "$600M"],
    [["Goldman's cumulative AI capex for 2026-31?", "how much of it is power"], "$358B"],
    [
      ["Goldman's cumulative AI capex for 2026-31?", "how much of it is power", "in percent?"],
      "As a share of it: 4.711%",
    ],
    [
      ["what average US industrial power price do you work with?", "yearly bill for a 1 GW site at that price?"],
      "$565.7M",
    ],
    [["how much is a GB300 NVL72 rack", "500 of them?"], "$1.75–2B"],
    [["how many Vera Rubin racks go into a gigawatt according to Foxconn?", "price of one?"], "per rack"],
    [
      [
        "how many Vera Rubin racks go into a gigawatt according to Foxconn?",
        "price of one?",
        "so all of the racks together come to",
      ],
      "$27.74–32.37B",
    ],
    [
      ["how does McKinsey split AI capex between chips, energy and builders?", "the energy part of the 5.2 trillion?"],
      "$1.3T",
    ],
    [
      [
        "what did Huang say at Computex 2026 a gigawatt will cost in the future?",
        "what would 5 GW be at the future price?",
      ],
      "$400–500B",
    ],
    [["convert £5 billion to dollars", "what rate is that?"], "$1.3197 per GBP"],
    [["What does the IBM CEO say one gigawatt costs?", "so 5 of those?", "and with bernstein's number"], "$175B"],
    [["morgan stanley cost for 1 GW of H100s", "gb300s, but 2 GW"], "$66B"],
    [["200 MW of IT load with a 1.4 facility overhead, how many MW at the meter?", "with 1.2 instead?"], "240 MW"],
    [["According to Bernstein, what share of a gigawatt's cost goes to GPUs?", "and networking?"], "13%"],
  ])("%s", async (turns, said) => expect(await talk(turns)).toContain(said));

  test("another owner's number is not taken where none counts the same", async () =>
    expect(await talk(["h100 rental price per hour?", "Epoch?"])).not.toContain("[answered]"));
});

describe("energy, units and level payments of what was shown", () => {
  test.each([
    [["How many GW is the AMD OpenAI deal", "what is that in TWh a year"], "52.56 TWh"],
    [
      [
        "200 MW of IT load with a 1.4 facility overhead, how many MW at the meter?",
        "what's that in TWh a year at 90% load?",
      ],
      "2.208 TWh",
    ],
    [["TD Cowen's count of US data centre capacity leased by the big clouds in Q3 2025?", "in MW please"], "7,400 MW"],
    [["yearly interest on $27B at 6.58%?", "and as a level payment over 24 years?"], "$2.268B per year"],
    [["how much is a GB300 NVL72 rack", "per gpu then"], "$48,610–55,560"],
    [
      ["what's JLL's average data center construction cost per MW?", "does that include the chips?"],
      "building shell and core",
    ],
  ])("%s", async (turns, said) => expect(await talk(turns)).toContain(said));

  test("of a number that everybody works with no deal's record tells", async () =>
    expect(await talk(["how many GPU dies per GW by TD Cowen", "is that the same as GPUs?"])).not.toContain(
      "[answered]",
    ));
});

describe("a number that differs from place to place", () => {
  test.each([
    ["what's Iowa's industrial electricity price?", "$60.4 per MWh"],
    ["industrial electricity price in Iowa", "$60.4 per MWh"],
    ["industrial electricity price in Texas", "[unknown]"],
    ["US industrial electricity price", "$86.1 per MWh"],
    ["how long is the wait for a grid connection in Northern Virginia", "7 years"],
    ["water use per kWh at AWS", "L per kWh"],
  ])("%s", async (question, said) => expect(await talk([question])).toContain(said));

  test("and goes into the bill", async () =>
    expect(
      await talk(["what's Iowa's industrial electricity price?", "yearly bill for a 1 GW site at that price?"]),
    ).toContain("$529.1M per year"));
});
