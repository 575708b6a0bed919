/** A list holds what the question describes: each word is a name, a filter or filler; what is none of them declines the list. */
import { describe, expect, test } from "vitest";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string): Plan => readQuestion(text, { library, today: "2026-11-23" }).plan;
const answer = async (text: string) =>
  JSON.stringify(
    await realApp().answer({ type: "question", text, asker: { platform: "terminal", conversation: text } }),
  );

describe("what is denied is left out", () => {
  test.each([
    ["power deals that aren't nuclear", { dealKinds: ["energy"], text: "-nuclear|reactor" }],
    ["non-nuclear power contracts", { text: "-nuclear|reactor" }],
    ["sites that have not been built yet", { statuses: expect.not.arrayContaining(["operational", "completed"]) }],
    ["which sites are still only on paper", { statuses: ["rumoured", "announced", "letter-of-intent"] }],
    ["which deals involve neither Nvidia nor AMD", { without: ["nvidia", "amd"] }],
    ["which Chinese investors hold OpenAI shares", { otherCountry: "CN", lists: "others" }],
    ["deals with European banks", { otherKinds: ["bank"], otherCountry: expect.stringContaining("FR|"), places: [] }],
    ["foreign investors in OpenAI", { otherCountry: "-US", lists: "others" }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ kind: "find-deals", ...expected });
  });

  test("a kind by all others", () => {
    const plan = read("Amazon's deals outside the cloud");
    expect(plan.kind === "find-deals" && plan.dealKinds).not.toContain("cloud-contract");
    expect(plan.kind === "find-deals" && plan.dealKinds).toContain("energy");
  });

  test("what cannot be left out declines the list", () => {
    expect(read("deals the companies have not confirmed")).toMatchObject({ kind: "decline", reason: "not-narrowed" });
  });
});

describe("what narrows nothing declines the list", () => {
  test.each([
    "liquid-cooled sites",
    "any deal with a floating data centre?",
    "loans above 10 billion euros",
    "deals where a supplier invests in its customer",
  ])("%s", (text) => {
    expect(read(text)).toMatchObject({ kind: "decline", reason: "not-narrowed" });
  });

  test("a sort of firms that no record speaks of", () => {
    expect(read("which insurers have financed a stargate site")).toMatchObject({ kind: "decline" });
  });
});

describe("a plural at the head, and all that narrows it", () => {
  test.each([
    ["deals that expired or were called off", { statuses: ["cancelled", "lapsed", "superseded"], lists: "deals" }],
    ["Trainium or TPU deals", { chip: "trainium|tpu", lists: "deals" }],
    ["Japanese lenders in these deals", { otherCountry: "JP", otherRoles: ["lender"], lists: "others" }],
    ["which labs rent from SpaceX", { otherKinds: ["ai-lab"], lists: "others" }],
    ["how many hyperscalers buy from Broadcom", { otherKinds: ["hyperscaler"], lists: "others" }],
    ["what did Meta sign in 2025", { parties: ["meta"], since: "2025", until: "2025" }],
    ["everything announced in september 2025", { since: "2025-09", until: "2025-09" }],
    ["which countries have Stargate sites", { tally: "country" }],
    ["which utilities supply Stargate campuses", { otherKinds: ["energy"], lists: "others" }],
    ["Nvidia's investments that aren't in AI labs", { parties: ["nvidia"], withoutKinds: ["ai-lab"] }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ kind: "find-deals", ...expected });
  });

  test("who rents to somebody has what is rented", () => {
    const plan = read("which neoclouds rent to Anthropic");
    expect(plan).toMatchObject({ kind: "find-deals", otherKinds: ["neocloud"] });
    expect(plan.kind === "find-deals" && plan.otherRoles).toContain("provider");
  });
});

test("a name with a plural in it is no head of a list", () => {
  expect(read("aligned data centers takeover price")).toMatchObject({ subject: "aligned-data-centers-aip" });
});

test("a sum over stakes is no estimate", () => {
  expect(read("total of Nvidia's equity stakes")).toMatchObject({ kind: "total-deals", parties: ["nvidia"] });
});

test("whom somebody bought is not whoever sold it", async () => {
  const said = await answer("How many companies has SoftBank bought?");
  expect(said).toContain("3 on record");
  expect(said).not.toContain("Carlyle Group,");
});

test("a count rests on sources", async () => {
  const doc = await realApp().answer({
    type: "question",
    text: "Which bank shows up in the most financings?",
    asker: { platform: "terminal", conversation: "tally" },
  });
  expect(doc.sources.length).toBeGreaterThan(0);
});
