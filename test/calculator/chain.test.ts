import { describe, expect, test } from "vitest";
import { defaultInput } from "../../src/calculator/chain/choose-inputs.ts";
import { findWay } from "../../src/calculator/chain/find-way.ts";
import { LINKS, type Link } from "../../src/calculator/chain/names.ts";
import { RATIOS } from "../../src/calculator/chain/relations.ts";
import { runWorksheet } from "../../src/calculator/worksheet.ts";
import { library } from "../fixtures/library.ts";

/** A size of each link that it can start from. */
const START: Readonly<Partial<Record<Link, string>>> = {
  power: "1 GW",
  "it-power": "1 GW_it",
  cost: "50000000000 USD",
  accelerators: "100000 chips",
  racks: "1000 racks",
  energy: "6.57 TWh",
  "it-energy": "5 TWh",
  bill: "500000000 USD / 1 year",
  homes: "600000 homes",
  co2: "2000000 tonnes",
  water: "1000000000 L",
  depreciation: "6000000000 USD / 1 year",
  financing: "2000000000 USD / 1 year",
  "running-cost": "500000000 USD / 1 year",
  "yearly-cost": "8000000000 USD / 1 year",
  "break-even": "8000000000 USD / 1 year",
  revenue: "10000000000 USD / 1 year",
  generation: "2000000000 USD",
  "on-time": "6 GW",
};
const starts = Object.keys(START) as Link[];

function amountAt(from: Link, given: string, to: Link) {
  const lines = findWay({
    from,
    given,
    to,
    input: (name) => defaultInput(library, name, null),
    label: (link) => link,
    costBasis: "facility",
  });
  const last = runWorksheet(lines, library, library.completeTo).lines.at(-1);
  if (!last) throw new Error("no line");
  return { amount: last.amount, movers: last.movers };
}

describe("any link from any other", () => {
  test.each(starts)("%s leads to every other", (from) => {
    for (const to of LINKS) {
      const { range } = amountAt(from, START[from] ?? "", to).amount;
      expect(range.mid, `${from} → ${to}`).toBeGreaterThan(0);
      expect(range.low).toBeLessThanOrEqual(range.mid);
      expect(range.high).toBeGreaterThanOrEqual(range.mid);
    }
  });

  test("a way there and back gives what was given, at the middles", () => {
    for (const from of starts)
      for (const to of starts) {
        const there = amountAt("power", "1 GW", from).amount.range.mid;
        const onwards = amountAt("power", "1 GW", to).amount.range.mid;
        const unit = amountAt(from, START[from] ?? "", from).amount.range.mid;
        const direct = amountAt(from, START[from] ?? "", to).amount.range.mid;
        // Energy and water through PUE, chips and racks through sizing: the shortest way is the one that counts.
        const ratio = direct / ((onwards * unit) / there);
        expect(ratio, `${from} → ${to}`).toBeGreaterThan(0.5);
        expect(ratio, `${from} → ${to}`).toBeLessThan(2);
      }
  });

  test("what is a ratio of others starts nothing", () => {
    for (const from of Object.keys(RATIOS) as Link[]) expect(() => amountAt(from, "1", "power")).toThrow(/no-way/);
  });
});

test("several uncertain inputs: the one that moves the result most comes first, and all at once are wider", () => {
  const { amount, movers } = amountAt("power", "1 GW", "bill");
  expect(movers.map((mover) => mover.name)).toEqual(["US industrial electricity price", "Average draw over nameplate"]);
  const widths = movers.map(({ result }) => result.high - result.low);
  expect(widths[0]).toBeGreaterThan(widths[1] ?? 0);
  expect(amount.range.high - amount.range.low).toBeGreaterThan(widths[0] ?? 0);
});
