import { describe, expect, test } from "vitest";
import { EVERYTHING, linesOf, totalsOf } from "../../src/knowledge/totals.ts";
import { generateDeals } from "../fixtures/generate-deals.ts";
import { billions, gigawatts, libraryOf, type Sketch, sketch } from "../fixtures/small-library.ts";

const DAY = "2026-06-30";

/** Which deals count, and why the others do not. */
function weigh(sketches: readonly Sketch[], asked: Partial<typeof EVERYTHING> = {}) {
  const { leftOut, groups } = totalsOf(libraryOf(sketches.map(sketch)), { ...EVERYTHING, ...asked }, DAY);
  const lines = linesOf(groups);
  return {
    counted: lines.map((line) => `${line.deal.id} ${line.firmness}`).sort(),
    left: Object.fromEntries(leftOut.map((entry) => [entry.deal.id, entry.why])),
    sums: groups.map(({ sum }) => [sum.qualifier, sum.low, sum.high]),
    sides: lines.map((line) => line.side),
  };
}

describe("a whole or its parts", () => {
  test("the whole counts where its parts are no firmer", () => {
    const { counted, left } = weigh([
      { id: "round", figures: [billions(122)] },
      { id: "slice", figures: [billions(30)], part_of: ["round"] },
      { id: "slice-of-slice", figures: [billions(5)], part_of: ["slice"] },
    ]);
    expect(counted).toEqual(["round signed"]);
    expect(left).toEqual({ slice: "part", "slice-of-slice": "part" });
  });

  test("firmer parts count instead of the whole, and what is not firmer goes with neither", () => {
    const { counted, left } = weigh([
      { id: "programme", status: "announced", figures: [billions(500, { of: "investment" })] },
      { id: "contract", figures: [billions(300)], part_of: ["programme"] },
      { id: "hope", status: "rumoured", figures: [billions(40)], part_of: ["programme"] },
    ]);
    expect(counted).toEqual(["contract signed", "hope talks"]);
    expect(left).toEqual({ programme: "whole" });
  });

  test("of two wholes with a part in common the firmer counts", () => {
    const { counted, left } = weigh([
      { id: "contract", figures: [billions(300)] },
      { id: "plan", status: "announced", figures: [billions(450, { of: "investment" })] },
      { id: "site", status: "announced", figures: [billions(25, { of: "capex" })], part_of: ["contract", "plan"] },
    ]);
    expect(counted).toEqual(["contract signed"]);
    expect(left).toEqual({ site: "part", plan: "overlap" });
  });

  test("money and power are weighed apart", () => {
    const { counted } = weigh([
      { id: "programme", figures: [gigawatts(10)] },
      { id: "part", figures: [billions(3), gigawatts(1)], part_of: ["programme"] },
    ]);
    expect(counted).toEqual(["part signed", "programme signed"]);
  });

  test("no deal of many counts beside a whole that it is part of", () => {
    const deals = generateDeals(3000, { seed: 11, orgs: ["a", "b", "c", "d", "e", "f"] });
    const library = libraryOf(deals);
    const { groups, leftOut } = totalsOf(library, EVERYTHING, DAY);
    const lines = linesOf(groups);
    for (const power of [true, false]) {
      const counted = new Set(
        lines
          .filter((line) => (line.power !== null) === power && line.firmness !== "ended")
          .map((line) => line.deal.id),
      );
      const doubled = deals.filter((deal) => counted.has(deal.id) && deal.part_of.some((id) => counted.has(id)));
      expect(doubled.map((deal) => deal.id)).toEqual([]);
    }
    expect(leftOut.length).toBeGreaterThan(100);
  });
});

describe("other ways of telling of one dollar twice", () => {
  test("the thing counts, not what paid for it", () => {
    const { counted, left } = weigh([
      { id: "site", status: "under-construction", figures: [billions(16, { of: "capex" })], financed_by: ["loan"] },
      { id: "loan", status: "completed", figures: [billions(14, { of: "debt" })] },
    ]);
    expect(counted).toEqual(["site being-built"]);
    expect(left).toEqual({ loan: "financing" });
  });

  test("what pays for a part is held by the whole that counts", () => {
    const { counted } = weigh([
      { id: "contract", figures: [billions(300)] },
      { id: "site", figures: [billions(16, { of: "capex" })], part_of: ["contract"], financed_by: ["loan"] },
      { id: "loan", figures: [billions(14, { of: "debt" })] },
    ]);
    expect(counted).toEqual(["contract signed"]);
  });

  test.each([
    ["the same user", "tenant-a:tenant", ["first signed"]],
    ["another user", "tenant-b:tenant", ["first signed", "second talks"]],
  ])("two records of one campus with %s", (_, user, expected) => {
    const { counted } = weigh([
      { id: "first", figures: [gigawatts(1.4)], parties: ["x:developer", "tenant-a:tenant"], same_campus: ["second"] },
      {
        id: "second",
        status: "rumoured",
        figures: [gigawatts(9)],
        parties: ["x:developer", user],
        same_campus: ["first"],
      },
    ]);
    expect(counted).toEqual(expected);
  });

  test("what is over is never live, and weighs nothing that is", () => {
    const { counted } = weigh([
      { id: "dropped", status: "lapsed", figures: [billions(100)] },
      { id: "part", figures: [billions(7)], part_of: ["dropped"] },
      { id: "old", status: "superseded", figures: [billions(9)] },
      { id: "new", figures: [billions(3)], supersedes: ["old"] },
    ]);
    expect(counted).toEqual(["dropped ended", "new signed", "old ended", "part signed"]);
  });

  test("estimates, valuations and payments without a total are not added", () => {
    const { counted, left } = weigh([
      { id: "guess", figures: [billions(90, { of: "estimate" })] },
      { id: "worth", figures: [billions(135, { of: "valuation" })] },
      { id: "rent", figures: [billions(1.25, { of: "fee", per: "month" })] },
      { id: "silent" },
    ]);
    expect(counted).toEqual([]);
    expect(left).toEqual({ guess: "estimate", worth: "valuation", rent: "recurring", silent: "undisclosed" });
  });
});

describe("how firm", () => {
  test.each([
    ["contract", "under-construction", "signed"],
    ["capex", "under-construction", "being-built"],
    ["investment", "under-construction", "being-built"],
    ["investment", "completed", "signed"],
    ["contract", "announced", "announced"],
    ["equity", "letter-of-intent", "letter-of-intent"],
    ["debt", "paused", "paused"],
  ] as const)("%s of a deal that is %s is %s", (of, status, firmness) => {
    expect(weigh([{ id: "d", status, figures: [billions(1, { of })] }]).counted).toEqual([`d ${firmness}`]);
  });
});

describe("sums", () => {
  const ceiling = { low: null, high: 10e9, qualifier: "up-to" } as const;
  const floor = { low: 10e9, high: null, qualifier: "at-least" } as const;
  test.each([
    ["exact ones stay exact", [billions(1), billions(2)], ["exact", 3e9, 3e9]],
    ["a ceiling makes a ceiling", [billions(1), billions(0, ceiling)], ["up-to", null, 11e9]],
    ["a minimum makes a minimum", [billions(1), billions(0, floor)], ["at-least", 11e9, null]],
    ["both make a range", [billions(1), billions(0, ceiling), billions(0, floor)], ["about", 11e9, 21e9]],
  ] as const)("%s", (_, figures, sum) => {
    expect(weigh(figures.map((entry, index) => ({ id: `d${index}`, figures: [entry] }))).sums).toEqual([sum]);
  });

  test("kinds of money, currencies and the power of chips and sites stay apart", () => {
    const { sums } = weigh([
      { id: "a", figures: [billions(1), gigawatts(1)] },
      { id: "b", figures: [billions(2, { of: "debt" }), gigawatts(2)], kind: "chip-supply" },
      { id: "c", figures: [billions(3, { unit: "EUR" })] },
    ]);
    expect(sums).toHaveLength(5);
  });
});

describe("whose money", () => {
  test("a payer pays what the flows say, a receiver gets the whole", () => {
    const round: Sketch = {
      id: "round",
      figures: [billions(41, { of: "equity" }), billions(30, { id: "part", of: "equity", headline: false })],
      parties: ["softbank:investor", "lab:issuer"],
      flows: ["softbank>lab cash part"],
    };
    expect(weigh([round], { orgs: ["softbank"] }).sums).toEqual([["exact", 30e9, 30e9]]);
    expect(weigh([round], { orgs: ["lab"] }).sums).toEqual([["exact", 41e9, 41e9]]);
  });

  test("what several share without parts is nobody's", () => {
    const purchase: Sketch = {
      id: "purchase",
      figures: [billions(40, { of: "acquisition" })],
      parties: ["one:buyer", "two:buyer", "owner:seller"],
    };
    expect(weigh([purchase], { orgs: ["one"] })).toMatchObject({ counted: [], left: { purchase: "shared" } });
    expect(weigh([purchase], { orgs: ["owner"] }).sides).toEqual(["receives"]);
  });

  test("money between others is not the party's, nor power where it only invests", () => {
    const site: Sketch = {
      id: "site",
      figures: [billions(25), gigawatts(1)],
      parties: ["tenant:customer", "builder:developer", "fund:investor"],
      flows: ["tenant>builder cash value"],
    };
    const { counted, left } = weigh([site], { orgs: ["fund"] });
    expect(counted).toEqual([]);
    expect(left.site).toBe("aside");
  });
});
