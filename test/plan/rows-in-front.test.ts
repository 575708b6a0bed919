/** Rows that stand in front of what is asked of them, changes between two times, and so much taken off a sum. */
import { describe, expect, it } from "vitest";
import { lastAnswer as last } from "../fixtures/last-answer.ts";

describe("of two that are named behind what they are", () => {
  it.each([
    [
      "Of Vantage's two Stargate campuses, Shackelford and Port Washington, which is the larger investment?",
      /^answered: Larger: .*Shackelford.*\$25B.*Port Washington.*\$15B/,
    ],
    [
      "Of Microsoft's two neocloud contracts, Nebius and Nscale, which is worth more?",
      /^answered: Larger: .*Nscale.*\$23B.*Nebius.*\$17\.4B/,
    ],
    ["Of Meta's two campuses, El Paso and Hyperion, which costs more", /^answered: Larger: .*Hyperion.*El Paso/],
  ])("%s", (question, told) => expect(last(question)).toMatch(told));
});

describe("of several companies by what each has with another", () => {
  it.each([
    ["of nvidia, amd and broadcom, which has the fewest gigawatts in its openai deal?", /^answered: .*AMD.*6 GW/],
    ["which of AWS, Google and Microsoft has the largest deal with Anthropic", /^answered: .*Amazon.*\$100B/],
    ["which of TeraWulf, Cipher and Hut 8 has the smallest Fluidstack lease in MW", /^answered: .*Cipher.*168 MW/],
    ["Of IREN, Nebius and Nscale, who has the biggest Microsoft contract?", /^answered: .*Nscale.*\$23B/],
    ["Out of Microsoft, Amazon, Google, Adani and Reliance, whose India pledge tops the table?", /Reliance.*\$109\.8B/],
    ["Of Google, Amazon and Microsoft, which has invested the least in Anthropic?", /^answered: Smallest, Microsoft/],
    ["among Nvidia, SoftBank and Amazon, which has put the most into OpenAI?", /^answered: Largest, SoftBank/],
  ])("%s", (question, told) => expect(last(question)).toMatch(told));
});

describe("whether a figure moved one way between two times", () => {
  it.each([
    ["Did OpenAI's gross margin improve between 2024 and 2025?", /^answered: No\. .*40%.*33%/],
    ["has openai's gross margin got worse from 2024 to 2025?", /^answered: Yes\./],
    ["Did OpenAI's revenue rise between 2024 and 2025?", /^answered: Yes\./],
    ["did openai's cash burn improve between 2025 and 2026?", /^answered: No\./],
  ])("%s", (question, told) => expect(last(question)).toMatch(told));
});

describe("so much off what was worked out", () => {
  it.each([
    ["now knock 20% off that", "$64B"],
    ["take 10% off", "$72B"],
    ["shave a fifth off it", "$64B"],
    ["cut that by a third", "$53.333B"],
    ["less a 15% discount", "$68B"],
    ["bump it up by 10%", "$88B"],
    ["make that 3 GW", "$120B"],
  ])("%s", (turn, amount) => expect(last("what would 2 GW cost at $40B per GW", turn)).toContain(amount));
});

describe("in other words than the lists and figures have", () => {
  it.each([
    ["which OpenAI deals have never got beyond a letter of intent or memorandum?", /Argentina.*NEXTDC.*Samsung/],
    ["which deals haven't moved past a letter of intent", /^answered: 5 deals fit status letter of intent/],
    ["list the bitcoin-miner landlords whose Fluidstack leases google is guaranteeing", /Hut 8, TeraWulf, Cipher/],
    ["Which is more megawatts: Hut 8's first River Bend lease, or TeraWulf's Abernathy JV in Texas?", /245 MW.*168 MW/],
    ["did openai's 2027 cash burn forecast move between the 2025 and 2026 versions?", /\$35B.*→.*\$57B/],
    ["Huang says about 35bn of Nvidia kit per GW, UBS says 24. How far apart are they?", /difference: \$11B per GW/],
    ["which big tech company walked away from openai's 2024 funding round?", /^answered: .*Apple dropped out/],
    ["Anthropic's $50B Fluidstack plan, cost per GW please", /^unknown: .*power of Anthropic–Fluidstack/],
    ["What investment figure did Buenos Aires put on Stargate Argentina?", /^answered: .*\$25B/],
    [
      "Take Morgan Stanley's figure for a Vera Rubin gigawatt. What does Monarch's 1.35 GW come to?",
      /^answered: .*\$55\.35B/,
    ],
    ["How much is SoftBank trying to borrow against its OpenAI shares in the latest attempt?", /about \$10B/],
    ["OpenAI has signed with CoreWeave more than once. Which of those was largest, and how large?", /\$11\.9B/],
    ["Meta has signed with CoreWeave twice, which was the biggest?", /expansion of 2026, about \$21B/],
    ["hwo mcuh did spacx raize in its ipo", /^answered: SpaceX IPO: about \$75B/],
  ])("%s", (question, told) => expect(last(question)).toMatch(told));
});

describe("a right to buy shares", () => {
  const right = "What exactly is Nvidia's right to buy IREN stock: how many shares and at what price?";
  it.each([
    [[right, "so total if they take it all?"], /\$2\.1B/],
    [[right, "does nvidia have to put anything down today"], /pays nothing up front/],
    [["how many Corning shares can nvidia buy and at what price", "cost if it takes them all up?"], /\$2\.7B/],
  ] as const)("%s", (turns, told) => expect(last(...turns)).toMatch(told));
});
