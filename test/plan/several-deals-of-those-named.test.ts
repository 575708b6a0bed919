/** Who in the plural, where several deals of those named say what is asked; and deals that stand in a row. */
import { describe, expect, test } from "vitest";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string) => readQuestion(text, { library, today: "2026-11-23" });

const FLUIDSTACK = ["cipher-fluidstack-google", "hut8-anthropic-fluidstack", "terawulf-fluidstack-google"];

describe("several deals in place of one", () => {
  test.each([
    ["Which suppliers gave OpenAI warrants on their own stock?", ["amd-6gw-warrant", "cerebras-openai"]],
    ["who all has given openai warrants", ["amd-6gw-warrant", "cerebras-openai", "cerebras-ipo-2026"]],
    ["which landlords have fluidstack leases backstopped by google?", FLUIDSTACK],
    ["which miners host Fluidstack", FLUIDSTACK],
    ["which landlords have google warrants", ["cipher-fluidstack-google", "terawulf-fluidstack-google"]],
    ["who got warrants from AMD", ["amd-6gw-warrant", "meta-amd-6gw"]],
  ])("%s", (text, only) => {
    const { plan } = read(text);
    expect(plan).toMatchObject({ kind: "find-deals", lists: "others" });
    expect(plan.kind === "find-deals" && [...plan.only].sort()).toEqual([...only].sort());
  });

  test.each([
    "which banks lent Mistral the $830 million",
    "who invested in the 122B round",
    "which suppliers does Meta have warrants with",
    "who holds warrants in Cerebras",
  ])("%s: one deal", (text) => {
    expect(read(text).plan).toMatchObject({ kind: "show-figure" });
  });

  test("who sells power is nobody who buys from the same plant", () => {
    expect(read("which utilities sell power to google").plan).toMatchObject({
      kind: "find-deals",
      otherRoles: expect.not.arrayContaining(["off-taker"]),
    });
  });
});

describe("deals in a row", () => {
  const NUCLEAR = [
    "amazon-talen-susquehanna",
    "google-nextera-duane-arnold",
    "meta-constellation-clinton",
    "microsoft-constellation-crane",
  ];
  test.each([
    ["rank susquehanna, clinton, crane, duane arnold: which supplies the most MW", "capacity", true, NUCLEAR],
    ["rank susquehanna, clinton, crane and duane arnold by MW", "capacity", false, NUCLEAR],
    ["which is the biggest, Clinton, Crane, Susquehanna or Duane Arnold?", "capacity", true, NUCLEAR],
    ["TeraWulf, Cipher, Hut 8 leases to Fluidstack — which is worth the most?", "value", true, FLUIDSTACK],
    ["order terawulf, cipher and hut 8 by value of lease with fluidstack", "value", false, FLUIDSTACK],
    [
      "which came first, the AMD deal, the Broadcom deal or the Cerebras deal with OpenAI?",
      "oldest",
      true,
      ["amd-6gw-warrant", "broadcom-10gw", "cerebras-openai"],
    ],
  ] as const)("%s", (text, sort, rank, only) => {
    const { plan, rule } = read(text);
    expect(plan).toMatchObject({ kind: "find-deals", sort, rank });
    expect(rule).toBe("named-ranking");
    expect(plan.kind === "find-deals" && [...plan.only].sort()).toEqual(only);
  });

  test("with all their deals, where those are asked for", () => {
    expect(read("rank Meta's deals with Google, Nebius, CoreWeave and AMD by value").rule).toBe("listing");
  });
});
