import { describe, expect, test } from "vitest";
import type { Deal } from "../../knowledge/schema.ts";
import { pointsOn, stateOn } from "../../src/knowledge/as-of.ts";
import { library } from "../fixtures/library.ts";

const deal = (id: string): Deal => {
  const found = library.deals.get(id);
  if (!found) throw new Error(`no deal ${id}`);
  return found;
};

describe("a letter of intent that another deal replaced", () => {
  const loi = deal("nvidia-100b-loi");
  test("is a letter of intent for up to $100B in October 2025", () => {
    const state = stateOn(loi, "2025-10-31");
    expect(state?.status).toBe("letter-of-intent");
    expect(state?.money?.figure).toMatchObject({ low: null, high: 100e9, unit: "USD", qualifier: "up-to" });
  });
  test("has lapsed today, and another deal says that it took its place", () => {
    expect(stateOn(loi, library.completeTo)?.status).toBe("lapsed");
    expect(deal("nvidia-30b-equity-2026").supersedes).toContain("nvidia-100b-loi");
  });
});

describe("a contract that was enlarged", () => {
  const contract = deal("aws-38b");
  test("keeps the value of the day", () => {
    expect(stateOn(contract, "2025-11-15")?.money?.figure.high).toBe(38e9);
    expect(stateOn(contract, library.completeTo)?.money?.figure.high).toBe(138e9);
  });
  test("remembers what it replaced", () => {
    expect(stateOn(contract, library.completeTo)?.money?.before.map((entry) => entry.figure.high)).toEqual([38e9]);
  });
});

test("nothing is known of a deal before its first event", () => {
  expect(stateOn(deal("aws-38b"), "2025-11-02")).toBeNull();
});

test("a fact that became known later is left out", () => {
  const dated = [...library.deals.values()].find((entry) => entry.facts.some((fact) => fact.known === "2026-04-24"));
  const before = dated && stateOn(dated, "2026-04-23");
  expect(dated).toBeDefined();
  expect(before?.facts.some((fact) => fact.known === "2026-04-24") ?? false).toBe(false);
});

test("three contracts in one relation are three figures and a total", () => {
  const state = stateOn(deal("coreweave-openai"), library.completeTo);
  const contracts = state?.figures.filter((entry) => entry.figure.of === "contract" && !entry.figure.headline);
  expect(contracts?.map((entry) => entry.figure.high)).toEqual([11.9e9, 4e9, 6.5e9]);
  expect(state?.money?.figure.high).toBe(22.4e9);
});

test("a monthly fee stays a fee, euros stay euros, a warrant has its price and its shares", () => {
  expect(
    stateOn(deal("google-spacex-compute-2026"), library.completeTo)?.figures.map((entry) => entry.figure),
  ).toContainEqual(expect.objectContaining({ of: "fee", high: 920e6, per: "month", unit: "USD" }));
  expect(stateOn(deal("softbank-france-5gw"), library.completeTo)?.money?.figure).toMatchObject({
    unit: "EUR",
    high: 75e9,
  });
  const warrant = stateOn(deal("amd-6gw-warrant"), library.completeTo)?.figures.map((entry) => entry.figure);
  expect(warrant).toContainEqual(expect.objectContaining({ unit: "shares", high: 160e6 }));
  expect(warrant).toContainEqual(expect.objectContaining({ of: "price", high: 0.01, per: "share" }));
});

test("a site in a programme says so", () => {
  expect(deal("stargate-abilene").part_of).toContain("stargate-us-jv");
});

test("guidance that was revised keeps both", () => {
  const metric = library.metrics.get("meta-capex-2026");
  const [january] = metric ? pointsOn(metric, "2026-02-15") : [];
  const today = metric ? pointsOn(metric, library.completeTo) : [];
  expect(january?.point).toMatchObject({ low: 115e9, high: 135e9 });
  expect(today[0]?.point).toMatchObject({ low: 125e9, high: 145e9 });
  expect(today[0]?.before[0]).toMatchObject({ low: 115e9, high: 135e9 });
});
