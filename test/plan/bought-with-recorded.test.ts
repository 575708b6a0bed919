import { expect, test } from "vitest";
import { talk } from "../fixtures/talk.ts";

test.each([
  [
    "how many H100s would Meta's 2026 capex buy",
    /Chips for Meta capex guidance, 2026: about 4\.5 million chips.*\$125–145B/,
  ],
  ["how many GB200 racks would OpenAI's 2025 revenue buy", /3,268–4,216 racks.*\$13\.07B/],
  ["how many H100s could Microsoft afford with its 2026 capex", /Microsoft capex forecast, 2026.*chips.*\$190B/],
  ["if Google spent its 2026 capex on GB200 racks, how many racks is that?", /racks.*Alphabet capex guidance, 2026/],
  ["if Meta put its 2026 capex into H100s, how many is that", /4\.5 million chips/],
  ["if I spent $10B on H100s, how many would I get", /Chips for \$10B: 250,000–400,000 chips/],
  ["how many GB200 racks could xAI buy with $20B", /racks for \$20B/i],
])("%s: at the price on record, with the money beside it", async (question, said) =>
  expect(await talk([question])).toMatch(said),
);

test("what somebody did buy is asked of the records", async () =>
  expect(await talk(["how many H100s did Meta buy"])).toMatch(/^\[unknown\]/));

test.each([
  [
    "how many GB300s would the Oracle OpenAI contract buy",
    /^\[unknown\] I can't work that out: the price of a single GB300 chip is not on record/,
  ],
  ["how many H100s does CoreWeave's backlog buy", /chips.*\$99\.4B/],
  ["how many Nvidia H100s would $10B have bought", /^\[answered\] Accelerators for \$10B/],
  ["how many H100s would $-5B buy", /^\[clarify\] I can't read “-\$5B” as a quantity/],
])("%s: neither from the power of the deal nor from a number below zero", async (question, said) =>
  expect(await talk([question])).toMatch(said),
);
