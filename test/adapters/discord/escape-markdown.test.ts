import { expect, test } from "vitest";
import { escapeCode, escapeMarkdown } from "../../../src/adapters/discord/escape-markdown.ts";
import { maskedLink, safeUrl } from "../../../src/adapters/discord/masked-link.ts";
import { boldMarkdown, richMarkdown } from "../../../src/adapters/discord/rich-markdown.ts";
import { hostile } from "./fixture-docs.ts";

test.each([
  ["**bold** _it_ ~~s~~ ||spoiler||", "\\*\\*bold\\*\\* \\_it\\_ \\~\\~s\\~\\~ \\|\\|spoiler\\|\\|"],
  ["`code` [x](y) \\", "\\`code\\` \\[x\\]\\(y\\) \\\\"],
  ["# head", "\\# head"],
  ["> quote", "\\> quote"],
  ["-# small", "\\-# small"],
  ["- item", "\\- item"],
  ["2025. A year", "2025\\. A year"],
  ["2025.5 GW", "2025.5 GW"],
  ["one\n# two", "one\n\\# two"],
  ["$300B–$500B, 10-year", "$300B–$500B, 10-year"],
])("escapes %j", (given, expected) => {
  expect(escapeMarkdown(given)).toBe(expected);
});

test("nothing in a text pings, links to a channel or shows a time", () => {
  for (const escaped of [escapeMarkdown(hostile), escapeCode(hostile)]) {
    expect(escaped).not.toMatch(/@everyone|<@|<#|<t:/);
  }
});

test.each([
  ["https://a.example/x_(y) z", "https://a.example/x_%28y%29%20z"],
  ["http://a.example/?q=a>b", "http://a.example/?q=a%3Eb"],
  ["javascript:alert(1)", undefined],
  ["ftp://a.example", undefined],
  ["not an address", undefined],
  [null, undefined],
])("address %j", (given, expected) => {
  expect(safeUrl(given)).toBe(expected);
});

test("a link's label cannot end it", () => {
  expect(maskedLink("x](https://evil.example)", "https://a.example/")).toBe(
    "[x\\]\\(https://evil.example\\)](<https://a.example/>)",
  );
  expect(maskedLink("label", "javascript:alert(1)")).toBe("label");
});

test("marks of neighbouring runs do not touch", () => {
  expect(
    richMarkdown([
      { text: "a", style: "strong" },
      { text: "b", style: "strong" },
    ]),
  ).toBe("**ab**");
  expect(
    richMarkdown([
      { text: "a", style: "strong" },
      { text: "b", style: "em" },
    ]),
  ).toBe("**a**\u200b*b*");
  expect(
    richMarkdown([
      { text: " a ", style: "strong" },
      { text: "b", cites: [1, 2] },
    ]),
  ).toBe(" **a** b[1][2]");
  expect(boldMarkdown([{ text: "Up to " }, { text: "$5B", style: "strong" }])).toBe("**Up to $5B**");
});
