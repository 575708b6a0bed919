import { describe, expect, test } from "vitest";
import { createCustomIds } from "../../../src/adapters/discord/custom-ids.ts";
import { overruns } from "../../../src/adapters/discord/overruns.ts";
import { contentMessage, textDisplayMessage } from "../../../src/adapters/discord/plain-message.ts";
import { type Rendered, type RenderOptions, render } from "../../../src/adapters/discord/render.ts";
import { type Doc, text } from "../../../src/doc/doc.ts";
import { type MessageJson, messageProblems } from "../../loopback/discord/message-rules.ts";
import { textOf } from "../../loopback/discord/read-message.ts";
import type { StoredMessage } from "../../loopback/discord/state.ts";
import { dealDoc, docWith, hostile, longDoc } from "./fixture-docs.ts";

const ids = createCustomIds();
const shown = (doc: Doc, options: Partial<RenderOptions> = {}) => render(doc, { ids, ...options });
const words = (rendered: Rendered) => textOf({ content: "", ...rendered.card } as StoredMessage);
const problems = (body: object) => messageProblems({ ...(body as MessageJson), allowed_mentions: { parse: [] } });

/** All pages, each held to the limits in all its forms. */
function pagesOf(doc: Doc): string[] {
  const pages: string[] = [];
  for (let page = 1; ; page++) {
    const rendered = shown(doc, { page, share: true });
    for (const body of [
      rendered.card,
      contentMessage(rendered.plain),
      textDisplayMessage(rendered.plain),
      contentMessage(rendered.line),
    ]) {
      expect(overruns(body)).toEqual([]);
      expect(problems(body)).toEqual([]);
    }
    pages.push(words(rendered));
    if (!/▶/.test(JSON.stringify(rendered.card))) return pages;
  }
}

test("a deal card, top to bottom", () => {
  expect(words(shown(docWith({ readAs: "/deal stargate" })))).toMatchInlineSnapshot(`
    "## Stargate \\(joint venture\\)
    **Up to $500 billion of capital expenditure[1], 10 GW of IT power.**
    **Parties** OpenAI, SoftBank, Oracle, MGX
    **Status** under construction[2]

    - **2025-01-21** Announced at the White House.[1]
    - **2025-09** Five more sites.[2]

    ⚠️ $500B is an intention, not money raised.

    ### More sources
    - [The Register, undated page](<https://theregister.com/x>)
    -# [1] [OpenAI, 2025-01-21](<https://openai.com/index/stargate>)
    -# [2] [Reuters, 2025-09-23](<https://www.reuters.com/a_%28b%29%20c>)
    -# As of 2026-08-01 · knowledge complete to 2026-07-30 · Read as: /deal stargate"
  `);
});

test("the buttons carry their lines", () => {
  expect(JSON.stringify(shown(dealDoc, { share: true }).card)).toContain('"custom_id":"share:deal stargate"');
  expect(JSON.stringify(shown(dealDoc).card)).not.toContain("share:");
});

test("a fact can neither ping nor format, in any form", () => {
  const doc = docWith({
    title: hostile,
    headline: [text(hostile)],
    blocks: [
      { type: "heading", text: hostile },
      { type: "fields", items: [{ label: hostile, value: [text(hostile)] }] },
      { type: "list", items: [[{ text: hostile, href: "https://a.example" }]] },
      {
        type: "table",
        caption: hostile,
        columns: [{ label: "A" }],
        rows: [[[text("@everyone <@1>")]], [[text(hostile)]]],
      },
      { type: "table", caption: "narrow", columns: [{ label: "A" }], rows: [[[text("@everyone <@1> ```")]]] },
    ],
    sources: [{ title: hostile, publisher: hostile, date: null, url: "https://a.example/@everyone", tier: "press" }],
  });
  const rendered = shown(doc);
  for (const form of [words(rendered), rendered.plain, rendered.line])
    expect(form.replace(/\(<https:[^>]*>\)/g, "")).not.toMatch(/@everyone|<@|<#|<t:|[^\\*]\*\*bold|[^\\]\|\|/);
});

describe("tables", () => {
  const table = (cell: string): Doc =>
    docWith({
      blocks: [
        {
          type: "table",
          caption: "Rates",
          columns: [{ label: "Who" }, { label: "USD", align: "right" }],
          rows: [
            [[text(cell)], [{ text: "$50–60B", cites: [1] }]],
            [[text("B")], [text("$9B")]],
          ],
        },
      ],
    });
  test("narrow: fixed width", () => {
    expect(words(shown(table("Huang, October 2025")))).toContain(
      "```\nWho                         USD\n───────────────────  ──────────\nHuang, October 2025  $50–60B[1]\nB                           $9B\n```",
    );
  });
  test("wide: a line a row", () => {
    const wide = words(shown(table("A name that is much too long for a column of a table on a telephone")));
    expect(wide).toContain("on a telephone** · USD: $50–60B[1]\n- **B** · USD: $9B");
  });
});

test.each([1, 20, 150, 400])("a table of %i rows: nothing lost, nothing twice", (rows) => {
  const pages = pagesOf(longDoc(rows));
  const found = pages.flatMap((page) => [...page.matchAll(/Deal number (\d+) /g)].map((match) => Number(match[1])));
  expect(found).toEqual(Array.from({ length: rows }, (_, index) => index + 1));
  for (const [index, page] of pages.entries())
    if (pages.length > 1) expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
});

test("an ordered list is numbered on over the pages", () => {
  const items = Array.from({ length: 90 }, (_, index) => [text(`Item ${index + 1} ${"with words ".repeat(8)}`)]);
  const pages = pagesOf(docWith({ blocks: [{ type: "list", items, ordered: true }] }));
  expect(pages.length).toBeGreaterThan(1);
  for (let number = 1; number <= 90; number++) expect(pages.join("\n")).toContain(`\n${number}. Item ${number} `);
});

test("sources that nothing cites are listed at the end, over pages if need be", () => {
  const sources = Array.from({ length: 90 }, (_, index) => ({
    title: "t",
    publisher: `Publisher ${index + 1}`,
    date: "2025-10-06",
    url: `https://example.com/${"path/".repeat(20)}${index + 1}`,
    tier: "press" as const,
  }));
  const found = pagesOf(docWith({ sources })).join("\n");
  for (const { publisher } of sources) expect(found).toMatch(new RegExp(`${publisher}, 2025`));
});

test("one paragraph that no message holds is shortened, and says so", () => {
  const pages = pagesOf(docWith({ blocks: [{ type: "text", text: [text("word *_ ".repeat(3_000))] }] }));
  expect(pages.join("\n")).toContain("shortened: too long for one message");
});

test("more buttons than fit: the rest is told", () => {
  const actions = Array.from({ length: 33 }, (_, index) => ({
    label: `Choice ${index} ${"x".repeat(90)}`,
    line: `deal ${index}`,
  }));
  expect(pagesOf(docWith({ actions })).join("\n")).toContain("13 more choices have no button here");
});

test("two buttons that do the same are one", () => {
  const twice = shown(docWith({ actions: [...dealDoc.actions, ...dealDoc.actions] }));
  expect(problems(twice.card)).toEqual([]);
});

test("a line too long for a button is remembered, until it is not", () => {
  const line = `ask ${"why ".repeat(60)}`;
  const few = createCustomIds(1);
  const id = few.encode("run", line);
  expect(id.length).toBeLessThanOrEqual(100);
  expect(few.decode(id)).toEqual({ kind: "run", line });
  few.encode("run", `${line} again`);
  expect(few.decode(id)).toEqual({ kind: "run", line: undefined });
  expect(few.decode("something else")).toBeUndefined();
});
