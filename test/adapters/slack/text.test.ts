import { describe, expect, it } from "vitest";
import { packLines } from "../../../src/adapters/slack/lines.ts";
import { toMrkdwn } from "../../../src/adapters/slack/mrkdwn.ts";
import { readText } from "../../../src/adapters/slack/read-text.ts";
import { createRedact } from "../../../src/adapters/slack/redact.ts";

it.each([
  ["<@U0GIGAWATT> what is  stargate?", "what is stargate?"],
  ["<@U0GIGAWATT|gigawatt>", "gigawatt"],
  ["R&amp;D &lt;10 GW&gt;", "R&D <10 GW>"],
  ["see <https://example.com/a?b=1|the report> and <https://example.com>", "see the report and https://example.com"],
  ["in <#C0DEALS|deals> and <#C1>", "in deals and"],
  ["<!subteam^S1|@infra> <!here> <mailto:a@b.c|a@b.c>", "@infra a@b.c"],
  ["&amp;lt;", "&lt;"],
])("reads %s", (raw, text) => expect(readText(raw)).toBe(text));

it.each([
  [[{ text: "a & b <c>" }], "a &amp; b &lt;c&gt;"],
  [[{ text: " bold ", style: "strong" }], " *bold* "],
  [[{ text: "two\nlines", style: "em" }], "_two_\n_lines_"],
  [[{ text: "x", cites: [1, 2] }], "x[1][2]"],
  [[{ text: "label", style: "strong", href: "https://a.b/?x=1&y=2" }], "*<https://a.b/?x=1&amp;y=2|label>*"],
  [[{ text: "label", href: "data:text/html,x" }], "label"],
  [[{ text: "", style: "strong" }], ""],
  [
    [{ text: "$5" }, { text: "B", style: "strong" }, { text: "s" }, { text: "x", style: "em" }],
    "$5\u200b*B*\u200bs\u200b_x_",
  ],
  [[{ text: "a ", style: "strong" }, { text: "b", style: "strong" }, { text: "." }], "*a* *b*."],
] as const)("writes %j", (rich, text) => expect(toMrkdwn(rich)).toBe(text));

it("breaks a long line outside of links", () => {
  const link = "<https://example.com/|a label with words>";
  const parts = packLines([`${"word ".repeat(8)}${link} end`], 60);
  expect(parts.every((part) => part.length <= 60)).toBe(true);
  expect(parts.some((part) => part.includes(link))).toBe(true);
  expect(parts.join(" ").replace(/\s+/g, " ")).toBe(`${"word ".repeat(8)}${link} end`);
});

describe("redaction", () => {
  const redact = createRedact(["s3cretsigning", undefined, ""]);
  it.each([
    ["token xoxb-1-2-abc, xapp-1-A-b and xoxe.x", "token [hidden], [hidden] and xoxe.x"],
    ["Authorization: Bearer abc.def", "Authorization: Bearer [hidden]"],
    ["POST https://hooks.slack.com/commands/T1/2/abc failed", "POST [hidden] failed"],
    ["with s3cretsigning", "with [hidden]"],
  ])("hides in %s", (raw, text) => expect(redact(raw)).toBe(text));
});
