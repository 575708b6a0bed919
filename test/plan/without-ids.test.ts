import { describe, expect, test } from "vitest";
import { toKeptQuestion, withoutIds } from "../../src/plan/without-ids.ts";

describe("what tells of people does not stay", () => {
  test.each([
    ["<@U0ASKER> said ada.l+x@example.co.uk knows", "said (e-mail) knows"],
    ["ask @ada or <!channel> <#C0DEALS>", "ask (name) or"],
    ["call +49 (0)30 1234-5678 please", "call (number) please"],
    ["user 184467440737095516 says so", "user (number) says so"],
    ["in U0A1B2C3D and C09ABCDEF", "in (id) and (id)"],
    ["my key sk-proj-abcdefgh1234 and xoxb-1-abcdefgh", "my key (secret) and (secret)"],
  ])("%s", (text, kept) => {
    expect(withoutIds(text, 500)).toBe(kept);
  });
});

describe("what a fact needs stays", () => {
  test.each([
    "it is $300,000,000,000 since 2025-10-31, not $300000000000",
    "see https://example.com/a/b?id=12 of 10-31-2025",
    "4.5 GW of GB200 for €6B, 2026 to 2030",
    "Stargate UAE: 1GW in 2026/27, 5 GW later",
  ])("%s", (text) => {
    expect(withoutIds(text, 500)).toBe(text);
  });
});

test("it is one line, without control characters, and not too long", () => {
  expect(withoutIds("a\u001b[31m b\r\nc\u202e", 100)).toBe("a [31m b c");
  expect(withoutIds("x".repeat(500), 100)).toHaveLength(100);
});

test("the same question counts as the same, and links are not kept with it", () => {
  const same = ["What's  FOO's capex?", "what’s foo's capex", "What's foo's capex ?!"].map(toKeptQuestion);
  expect(new Set(same)).toEqual(new Set(["what's foo's capex"]));
  expect(toKeptQuestion("what of <https://example.com/u/ada|this page> and https://x.example/y?")).toBe(
    "what of this page and (link)",
  );
  expect(toKeptQuestion("é".repeat(9_000)).length).toBe(199);
});
