import { describe, expect, test } from "vitest";
import { root } from "../../src/knowledge/words.ts";

describe("a plural and its singular have one root", () => {
  test.each([
    ["leases", "lease"],
    ["phases", "phase"],
    ["purchases", "purchase"],
    ["houses", "house"],
    ["losses", "loss"],
    ["taxes", "tax"],
    ["campuses", "campus"],
    ["gases", "gas"],
    ["branches", "branch"],
    ["companies", "company"],
    ["gpus", "gpu"],
  ])("%s, %s", (plural, singular) => expect(root(plural)).toBe(root(singular)));
});
