import { describe, expect, test } from "vitest";
import { findLoops, larger, legsOf, moneyFlowsOn, shortest } from "../../src/knowledge/flows.ts";
import { generateDeals } from "../fixtures/generate-deals.ts";
import { library } from "../fixtures/library.ts";
import { billions, libraryOf, type Sketch, sketch } from "../fixtures/small-library.ts";

const DAY = "2026-06-30";
const pays = (id: string, flow: string, value: number | null, more: Partial<Sketch> = {}): Sketch => ({
  id,
  figures: value === null ? [] : [billions(value)],
  flows: [`${flow} cash${value === null ? "" : " value"}`],
  ...more,
});

function loops(sketches: readonly Sketch[], through: readonly string[] = [], day = DAY) {
  const search = findLoops(moneyFlowsOn(libraryOf(sketches.map(sketch)), day), through);
  const said = (order: typeof shortest) =>
    [...search.loops].sort(order).map((loop) => loop.legs.map(({ leg }) => leg.from).join(">"));
  return { short: said(shortest), large: said(larger), all: search };
}

const CIRCLE = [
  pays("stake", "nvidia>openai", 30),
  pays("cloud", "openai>oracle", 300),
  pays("chips", "oracle>nvidia", 40),
];

describe("loops of money", () => {
  test("each once, wherever it is entered, shortest and largest first", () => {
    const { short, large } = loops([...CIRCLE, pays("back", "openai>nvidia", 1)]);
    expect(short).toEqual(["openai>nvidia", "openai>oracle>nvidia"]);
    expect(large).toEqual(["openai>oracle>nvidia", "openai>nvidia"]);
  });

  test("each leg is the largest between its two, and the least leg is what can go round", () => {
    const { all } = loops([...CIRCLE, pays("more", "openai>oracle", 5)]);
    const [loop] = all.loops;
    expect(loop?.least).toBe(30e9);
    expect(loop?.legs.map(({ leg, others }) => [leg.deal.id, others])).toEqual(
      expect.arrayContaining([
        ["cloud", 1],
        ["stake", 0],
      ]),
    );
  });

  test("only those through all that are asked for", () => {
    const sketches = [...CIRCLE, pays("to", "openai>amazon", 138), pays("fro", "amazon>openai", 50)];
    expect(loops(sketches, ["oracle", "openai"]).short).toEqual(["oracle>nvidia>openai"]);
    expect(loops(sketches, ["oracle", "amazon"]).short).toEqual([]);
  });

  test("a deal that is over, shares and a guarantee close no loop; a leg of unknown size does, without a least leg", () => {
    const open = CIRCLE.slice(0, 2);
    expect(loops([...open, pays("chips", "oracle>nvidia", 40, { status: "lapsed" })]).short).toEqual([]);
    expect(
      loops([...open, { ...pays("chips", "oracle>nvidia", 40), flows: ["oracle>nvidia equity value"] }]).short,
    ).toEqual([]);
    expect(loops([...open, pays("chips", "oracle>nvidia", null)]).all.loops[0]?.least).toBeNull();
  });

  test("as of a day before a leg there is no loop", () => {
    const late = CIRCLE.map((entry) => (entry.id === "chips" ? { ...entry, date: "2026-03-01" } : entry));
    expect(loops(late, [], "2026-02-28").short).toEqual([]);
    expect(loops(late, [], "2026-03-01").short).toHaveLength(1);
  });

  test("the least firm leg says how firm the loop is", () => {
    const talked = CIRCLE.map((entry) => (entry.id === "chips" ? { ...entry, status: "rumoured" as const } : entry));
    expect(loops(talked).all.loops[0]?.firmness).toBe("talks");
  });

  test("a search among many organisations ends, and every loop is one", () => {
    const orgs = Array.from({ length: 150 }, (_, index) => `org-${index}`);
    const flows = moneyFlowsOn(libraryOf(generateDeals(4000, { seed: 3, orgs })), DAY);
    const { loops: found, whole } = findLoops(flows, ["org-1"]);
    expect(whole).toBe(false);
    expect(found.length).toBeGreaterThan(10);
    for (const { legs } of found) {
      expect(legs.map(({ leg }) => leg.to)).toEqual([...legs.slice(1), legs[0]].map((entry) => entry?.leg.from));
      expect(new Set(legs.map(({ leg }) => leg.from)).size).toBe(legs.length);
    }
  });
});

describe("the flows of the records", () => {
  test("every leg is between parties that the directory knows, and names a figure that the deal has", () => {
    const broken = [...library.deals.values()].flatMap((deal) =>
      deal.flows
        .filter(
          (flow) =>
            !library.organisations.has(flow.from) ||
            !library.organisations.has(flow.to) ||
            flow.from === flow.to ||
            (flow.figure !== undefined &&
              !deal.events.some((event) => event.figures?.some((figure) => figure.id === flow.figure))),
        )
        .map((flow) => `${deal.id}: ${flow.from} > ${flow.to}`),
    );
    expect(broken).toEqual([]);
  });

  test("compute, chips, power and goods are paid for: the deal has a leg of money the other way", () => {
    const GIVEN = new Set(["compute", "chips", "power", "goods"]);
    const unpaid = [...library.deals.values()].flatMap((deal) =>
      deal.flows
        .filter(
          (flow) =>
            GIVEN.has(flow.what) &&
            !deal.flows.some((back) => ["cash", "debt"].includes(back.what) && back.to === flow.from),
        )
        .map((flow) => `${deal.id}: ${flow.from} > ${flow.to} ${flow.what}`),
    );
    expect(unpaid.sort()).toEqual([
      // Who pays is a vehicle without a name, or stands in a deal of its own.
      "anthropic-tpu-apollo-blackstone-2026: google > anthropic chips",
      "google-anthropic-investment-2026: google > anthropic compute",
      "google-blackstone-tpu-jv: google > blackstone chips",
      "oracle-oci-azure-2024: oracle > openai compute",
    ]);
  });

  test("the Nvidia letter of intent is a leg until it was replaced, and the share purchase after", () => {
    const toOpenai = (day: string) =>
      legsOf(library, ["nvidia"], day)
        .filter((leg) => leg.to === "openai" && leg.what === "cash" && leg.firmness !== "ended" && leg.usd !== null)
        .map((leg) => leg.deal.id);
    expect(toOpenai("2025-10-31")).toContain("nvidia-100b-loi");
    expect(toOpenai("2026-06-30")).toEqual(["nvidia-30b-equity-2026"]);
  });
});
