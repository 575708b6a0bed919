import { describe, expect, test } from "vitest";
import { outlineOn } from "../../src/knowledge/as-of.ts";
import { changesOf } from "../../src/knowledge/changes.ts";
import { comeOn, dateOfLast, dealsBetween, statesOn } from "../../src/knowledge/days.ts";
import { moneyFlowsOn } from "../../src/knowledge/flows.ts";
import { findDeals } from "../../src/knowledge/query.ts";
import { EVERYTHING, totalsOf } from "../../src/knowledge/totals.ts";
import { generateDeals } from "../fixtures/generate-deals.ts";
import { libraryOf, sketch } from "../fixtures/small-library.ts";

const ORGS = ["a", "b", "c", "d", "e", "f"];
const DEALS = generateDeals(600, { seed: 3, orgs: ORGS });
// There and back, so that each is carried over from a day before and from a day after it.
const DAYS = ["2025-11-02", "2026-02-14", "2026-01-01", "2026-06-30", "2020-01-01", "2026-02-15", "2025-12-24"];

describe("what is carried over from one day to another is what is made anew", () => {
  const library = libraryOf(DEALS);

  test.each(DAYS)("deals and their orders on %s", (day) => {
    const fresh = libraryOf(DEALS);
    expect(statesOn(library, day)).toEqual(DEALS.map((deal) => outlineOn(deal, day)));
    for (const sort of ["value", "capacity", "newest", "oldest", "name"] as const)
      expect(ids(findDeals(library, EVERYTHING, sort, day))).toEqual(ids(findDeals(fresh, EVERYTHING, sort, day)));
  });

  test.each(DAYS)("totals on %s, and those of a filter that all deals pass", (day) => {
    const carried = totalsOf(library, EVERYTHING, day);
    const fresh = totalsOf(libraryOf(DEALS), EVERYTHING, day);
    const filtered = totalsOf(libraryOf(DEALS), { ...EVERYTHING, since: "1990" }, day);
    expect(told(carried)).toEqual(told(fresh));
    expect(told(carried)).toEqual(told(filtered));
    expect(carried.groups.length > 0).toBe(day > "2020-01-01");
  });

  test.each(DAYS)("who pays whom on %s", (day) => {
    expect(legs(moneyFlowsOn(library, day))).toEqual(legs(moneyFlowsOn(libraryOf(DEALS), day)));
  });

  test.each(DAYS)("changes from %s on", (day) => {
    const all = changesOf(library, library.knowledge.deals, { since: day, until: "2026-06-30" });
    const each = DEALS.flatMap((deal) => changesOf(library, [deal], { since: day, until: "2026-06-30" }));
    expect(all).toEqual(each);
  });
});

describe("days of events", () => {
  const made = (id: string, ...dates: string[]) =>
    sketch({ id, events: dates.map((date) => ({ date, text: "Something was said of it.", sources: ["s"] })) });
  const library = libraryOf([made("one", "2026-03-14", "2026-05-01"), made("two", "2026-03"), made("three", "2025")]);

  test("a month has come with its first day, and days between which nothing happened are one", () => {
    expect(comeOn(library, "2026-02-28")).toBe(1);
    expect(comeOn(library, "2026-03-01")).toBe(2);
    expect(comeOn(library, "2026-03-13")).toBe(2);
    expect(statesOn(library, "2026-03-02")).toBe(statesOn(library, "2026-03-13"));
  });

  test("between two days lie their own events, and those of a month that reaches into them", () => {
    expect(dealsBetween(library, "2026-03-14", "2026-03-14").map(({ id }) => id)).toEqual(["one", "two"]);
    expect(dealsBetween(library, "2026-04", "2026-05-01").map(({ id }) => id)).toEqual(["one"]);
    expect(dealsBetween(library, "2026-06-01", "2026-06-30")).toEqual([]);
  });

  test("the date of the last events", () => {
    expect(dateOfLast(library, "2026-06-30", 2)).toBe("2026-03-14");
    expect(dateOfLast(library, "2026-06-30", 9)).toBe("");
  });
});

const ids = (outlines: readonly { deal: { id: string } }[]) => outlines.map(({ deal }) => deal.id);
const told = ({ found, groups, leftOut }: ReturnType<typeof totalsOf>) => ({
  found,
  groups: Object.fromEntries(
    groups.map(({ rows, sum, deals }) => [
      rows.lines[0]?.group,
      { sum, deals, lines: rows.lines.map(({ deal, low, high }) => [deal.id, low, high]) },
    ]),
  ),
  leftOut: leftOut.map(({ deal, why, others }) => [deal.id, why, others.map(({ id }) => id)]),
});
const legs = (flows: ReturnType<typeof moneyFlowsOn>) =>
  Object.fromEntries(
    [...flows].map(([payer, payees]) => [
      payer,
      payees.paid.map(({ to, legs: between }) => [to, between.map(({ deal, usd }) => [deal.id, usd])]),
    ]),
  );
