import { describe, expect, test } from "vitest";
import { type Filter, figureFor, findDeals, reaches, type Sorting } from "../../src/knowledge/query.ts";
import { EVERYTHING } from "../../src/knowledge/totals.ts";
import { library } from "../fixtures/library.ts";

const DAY = "2026-07-05";
const find = (filter: Partial<Filter>, sort: Sorting = "value", day = DAY) =>
  findDeals(library, { ...EVERYTHING, ...filter }, sort, day);
const ids = (filter: Partial<Filter>, sort?: Sorting, day?: string) =>
  find(filter, sort, day).map((state) => state.deal.id);

describe("every filter", () => {
  test("status: exactly those that lapsed", () => {
    expect(ids({ statuses: ["lapsed"] })).toEqual(["nvidia-100b-loi", "stargate-norway"]);
    expect(ids({ statuses: ["lapsed"] }, "value", "2026-01-01")).toEqual([]);
  });

  test("party and role: Google as guarantor", () => {
    const found = find({ orgs: ["google"], roles: ["guarantor"] });
    expect(found.map((state) => state.deal.id)).toContain("terawulf-fluidstack-google");
    expect(
      found.every(({ deal }) => deal.parties.some((party) => party.org === "google" && party.role === "guarantor")),
    ).toBe(true);
  });

  test("a role without a party is that of anybody", () => {
    const found = find({ roles: ["government"] });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ deal }) => deal.parties.some((party) => party.role === "government"))).toBe(true);
  });

  test("two parties, a parent standing in for its subsidiaries", () => {
    expect(ids({ orgs: ["nvidia", "openai"] })).toEqual(
      expect.arrayContaining(["nvidia-100b-loi", "nvidia-30b-equity-2026"]),
    );
    expect(ids({ orgs: ["softbank"] })).toContain("softbank-portsmouth-ohio");
  });

  test("bounds of money and power hold both ends", () => {
    for (const state of find({ minUsd: 20e9, maxUsd: 40e9 })) {
      const figure = figureFor(state, "value", [])?.figure;
      const amount = figure?.high ?? figure?.low ?? 0;
      expect(amount).toBeGreaterThanOrEqual(20e9);
      expect(amount).toBeLessThanOrEqual(40e9);
    }
    expect(ids({ minGw: 1, maxGw: 1.3 })).toContain("stargate-abilene");
    expect(ids({ minGw: 1, maxGw: 1.3 })).not.toContain("stargate-us-jv");
  });

  test("dates, country, chip, words", () => {
    // A rumour is no deal yet: the day counts on which it was first more than that.
    const begun = (id: string) => {
      const events = library.deals.get(id)?.events ?? [];
      return (events.find(({ status }) => status !== undefined && status !== "rumoured") ?? events[0])?.date ?? "";
    };
    expect(ids({ since: "2026-06" }).every((id) => begun(id) >= "2026-06")).toBe(true);
    expect(ids({ country: "NO" })).toContain("stargate-norway");
    expect(ids({ chip: "trainium" })).toEqual(
      expect.arrayContaining(["amazon-project-rainier", "aws-100b-expansion-trainium-2gw"]),
    );
    expect(ids({ text: "fusion" })).toEqual(["helion-power-talks"]);
  });

  test.each(["value", "capacity", "newest", "oldest", "name"] as const)("the order by %s loses nothing", (sort) => {
    expect(new Set(ids({}, sort)).size).toBe(library.deals.size);
  });

  test("an order that is kept is not disturbed by a filter", () => {
    const before = ids({});
    ids({ orgs: ["openai"] });
    find({}).reverse();
    expect(ids({})).toEqual(before);
  });
});

test.each([
  ["2026-01-15", "2026-01-15", true],
  ["2026-01", "2026-01-15", true],
  ["2026-01-14", "2026-01-15", false],
  ["2026-01-14", "2026-01", true],
  ["2026", "2026-01-01", true],
  ["2026", "2026-03", false],
  ["2026", "2025-12-31", true],
])("a date of %s reaches %s: %s", (date, since, expected) => {
  expect(reaches(date, since)).toBe(expected);
});
