import { describe, expect, test } from "vitest";
import { findDates, findPeriod, lastDay, toPartial } from "../../src/plan/dates.ts";

const today = "2026-11-23";

describe("findDates", () => {
  test.each([
    ["As of mid-November 2025, how much?", { asOf: "2025-11-15", since: null, until: null }],
    ["as of october 2025 how big", { asOf: "2025-10-31", since: null, until: null }],
    ["as of 2025-10-01", { asOf: "2025-10-01", since: null, until: null }],
    ["what changed since january 2026", { asOf: null, since: "2026-01", until: null }],
    ["since january", { asOf: null, since: "2026-01", until: null }],
    ["since december", { asOf: null, since: "2025-12", until: null }],
    ["between March 2026 and May 2026", { asOf: null, since: "2026-03", until: "2026-05" }],
    ["in February 2026", { asOf: null, since: "2026-02", until: "2026-02" }],
    ["before 2025", { asOf: null, since: null, until: "2025" }],
    ["no date here", { asOf: null, since: null, until: null }],
  ])("%s", (text, expected) => {
    expect(findDates(text, today)).toMatchObject(expected);
  });
});

test.each([
  ["revenue in H1 2025", "2025-H1"],
  ["first half of 2025", "2025-H1"],
  ["Q1 2026 revenue", "2026-Q1"],
  ["third quarter of 2025", "2025-Q3"],
  ["2030 target", "2030"],
  ["no year", null],
])("findPeriod: %s", (text, expected) => {
  expect(findPeriod(text)).toBe(expected);
});

test.each([
  ["2026-01-15", "2026-01-15"],
  ["march 2026", "2026-03"],
  ["15 march 2026", "2026-03-15"],
  ["Q2 2026", "2026-04"],
  ["2025", "2025"],
  ["blah", null],
])("toPartial: %s", (text, expected) => {
  expect(toPartial(text, today)).toBe(expected);
});

test.each([
  ["february 2024", "2024-02-29"],
  ["early march 2026", "2026-03-05"],
  ["Q1 2026", "2026-03-31"],
  ["2025", "2025-12-31"],
])("lastDay: %s", (text, expected) => {
  expect(lastDay(text, today)).toBe(expected);
});
