import { expect, test } from "vitest";
import { sayDate } from "../../src/doc/say-figure.ts";
import { saySourceDay } from "../../src/doc/say-source-day.ts";

test("a source shows its day, or why it bears none", () => {
  expect(saySourceDay({ date: "2025-09-22" }, sayDate)).toBe("22 September 2025");
  expect(saySourceDay({ date: null, undated: "reference" }, sayDate)).toBe("undated page");
  expect(saySourceDay({ date: null, undated: "day-not-found" }, sayDate)).toBe("day not known");
});
