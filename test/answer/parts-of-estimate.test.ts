/** After what a power would cost: its parts, the building alone, other chips; and power plants, which are no data centres. */
import { describe, expect, it } from "vitest";
import { talk } from "../fixtures/talk.ts";

const OPENING = "what would a 1.2 GW campus cost";

describe("parts of an estimate", () => {
  it.each([
    ["how much of that is chips?", ["Nvidia hardware by Jensen Huang: $42B"]],
    ["and how much of it would be networking, with bernstein's 13%", ["Networking by Bernstein: $7.8–9.36B"]],
    ["shell only?", ["The facility alone for 1.2 GW", "$12–24B"]],
    ["without the chips?", ["The facility alone for 1.2 GW"]],
    ["on Trainium", ["$18B", "Trainium3"]],
    ["with TPUs instead", ["$32.4B", "TPU v7"]],
    ["and if we use MI450s?", ["No estimate for MI450 is on record"]],
  ])("%s", async (turn, said) => {
    const told = await talk([OPENING, turn]);
    for (const words of said) expect(told).toContain(words);
  });

  it("takes the parts of the asker's own price", async () =>
    expect(await talk([OPENING, "at 55?", "how much of that is for chips"])).toContain(
      "GPUs alone by Bernstein: $25.74B",
    ));
});

describe("what a power of plants costs", () => {
  it.each([
    ["if somebody built 615 MW of AP1000s, what would it cost", "$4.279–9.696B"],
    ["1 GW of fuel cells cost", "the cost of a gigawatt of fuel cells is not on record"],
    ["how much would 1 GW of SMRs cost", "small modular reactors is not on record"],
    ["at $35B of nvidia gear per gigawatt, how much of those 2 GW ends up with nvidia?", "$70B"],
  ])("%s", async (question, said) => expect(await talk([question])).toContain(said));
});
