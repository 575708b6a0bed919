/** Lists over groups of organisations, counts, what records are counted by, and the largest part within one record. */
import { describe, expect, test } from "vitest";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string): Plan => readQuestion(text, { library, today: "2026-11-23" }).plan;

describe("groups in the place of names", () => {
  test.each([
    [
      "which hyperscalers rent capacity from neoclouds",
      { ofKinds: ["hyperscaler"], otherKinds: ["neocloud"], lists: "deals" },
    ],
    ["deals between AI labs and utilities", { ofKinds: ["ai-lab"], otherKinds: ["energy"] }],
    ["who buys TPUs", { chip: "tpu", roles: [], lists: "others" }],
    ["which Japanese banks lent to SoftBank", { parties: ["softbank"], otherCountry: "JP", country: null }],
    ["deals with former bitcoin miners", { otherSort: "former-miner" }],
    ["which rounds had sovereign wealth funds in them", { otherSort: "state-fund" }],
    ["whose leases did Google guarantee", { parties: ["google"], roles: ["guarantor"] }],
    ["which landlords has Google guaranteed", { parties: ["google"], roles: ["guarantor"], lists: "others" }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ kind: "find-deals", ...expected });
  });

  test("who has two roles towards one company", () => {
    const plan = read("which companies both invest in OpenAI and sell chips to it");
    expect(plan).toMatchObject({ kind: "find-deals", parties: ["openai"], lists: "others" });
    expect(plan.kind === "find-deals" && plan.bothRoles).toContain("supplier");
  });
});

describe("what is counted", () => {
  test.each([
    ["how many nuclear deals are on record", { dealKinds: ["energy"], tally: null }],
    [
      "how many of OpenAI's deals were cancelled",
      { parties: ["openai"], statuses: ["cancelled", "lapsed", "superseded"] },
    ],
    ["how many deals were struck in January 2026", { since: "2026-01", until: "2026-01" }],
    ["which state has the most campuses", { tally: "state", dealKinds: ["site", "joint-venture"] }],
    ["which neocloud has the most deals with hyperscalers", { tally: "party", otherKinds: ["neocloud"] }],
    ["number of deals by year", { tally: "year" }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ kind: "find-deals", ...expected });
  });

  test.each(["how many campuses does Aligned have?", "how many contracts has OpenAI signed with CoreWeave?"])(
    "what a record itself counts: %s",
    (text) => expect(read(text)).toMatchObject({ kind: "show-figure", attribute: "count" }),
  );
});

describe("bounds", () => {
  test.each([
    ["sub-$5bn acquisitions", { maxUsd: 5e9, minUsd: null, beyond: true }],
    ["contracts of no more than $5bn", { maxUsd: 5e9, beyond: false }],
    ["deals north of $100B", { minUsd: 100e9, beyond: true }],
    ["deals signed in Q1 2026 but not under construction", { since: "2026-01", until: "2026-03" }],
    ["acquisitions announced before 2026", { until: "2025" }],
    ["deals signed this year", { since: "2026", until: "2026" }],
    ["which deals are priced in euros", { currencies: ["EUR"] }],
    ["largest bond sale", { roles: ["issuer"], having: ["debt"], rank: true }],
    ["data centres in Europe but not in the UK", { outside: ["United Kingdom"] }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ kind: "find-deals", ...expected });
  });

  test("what is denied is none of what is asked for", () => {
    const plan = read("deals signed in Q1 2026 but not under construction");
    expect(plan.kind === "find-deals" && plan.statuses).toEqual(["definitive", "operational", "completed"]);
  });
});

describe("the largest part within one record", () => {
  test.each([
    ["biggest of CoreWeave's three contracts with OpenAI", { subject: "coreweave-openai", figure: "first-contract" }],
    ["who put the most into the $122B OpenAI round", { subject: "amazon-50b-investment" }],
    ["which part of Meta's nuclear package has the most gigawatts", { subject: "meta-nuclear-2026" }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ kind: "show-figure", ...expected });
  });

  test("whose part is the largest is not known where no part is", () => {
    expect(read("largest investor in xAI's Series E")).toMatchObject({ kind: "decline", reason: "undisclosed" });
  });
});

describe("what is left out, where, and in which order", () => {
  test.each([
    ["Nvidia stakes, but not in neoclouds", { parties: ["nvidia"], withoutKinds: ["neocloud"], otherKinds: [] }],
    ["everything still at letter of intent stage", { statuses: ["letter-of-intent"] }],
    ["what is Microsoft building or renting in Texas", { parties: ["microsoft"], roles: [], places: ["Texas"] }],
    ["first quarter 2026 acquisitions", { since: "2026-01", until: "2026-03", rank: false }],
    ["last thing Meta signed", { parties: ["meta"], sort: "newest", rank: true }],
    ["Which two sites are the largest by capacity?", { sort: "capacity", limit: 2, rank: false }],
    ["How many countries have Stargate sites", { tally: "country" }],
    ["top 3 sites by gigawatts in the US", { country: "US", limit: 3 }],
    ["deals from October 2025", { since: "2025-10", until: "2025-10" }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ kind: "find-deals", ...expected });
  });

  test("two regions may be left out at once", () => {
    const plan = read("sites outside the US and Europe");
    expect(plan.kind === "find-deals" && plan.outside).toEqual(expect.arrayContaining(["United States", "France"]));
  });
});

test("a bound in another currency is none in dollars, and that is said", () => {
  expect(read("deals in France over €1bn")).toMatchObject({ kind: "decline", reason: "not-narrowed", about: "€1bn" });
});
