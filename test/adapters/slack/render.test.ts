import { describe, expect, it } from "vitest";
import { breachesOf } from "../../../src/adapters/slack/limits.ts";
import { renderDoc } from "../../../src/adapters/slack/render.ts";
import type { Block, Doc } from "../../../src/doc/doc.ts";
import { Blocks, problemsOf } from "../../loopback/slack/block-kit.ts";
import { doc, longList, longTable, nasty, row, source } from "./fixture.ts";

/** Every page in every form, held to both tables of limits: the bot's own and the one of the documentation. */
function pagesOf(whole: Doc): string[] {
  const { pages } = renderDoc(whole);
  return Array.from({ length: pages }, (_, index) => {
    const rendered = renderDoc(whole, { page: index + 1, share: true, sharedBy: "Ada" });
    expect(rendered).toMatchObject({ page: index + 1, pages });
    const [rich, simple, plain] = rendered.forms.map((form) => form.message());
    expect(breachesOf(rich ?? { text: "" })).toEqual([]);
    expect(problemsOf(Blocks, rich?.blocks)).toEqual([]);
    expect(problemsOf(Blocks, simple?.blocks)).toEqual([]);
    expect(plain?.text.length).toBeLessThanOrEqual(13_200);
    return JSON.stringify(rich?.blocks);
  });
}
const sources = Array.from({ length: 40 }, (_, n) => source(n + 1));

describe("renderDoc", () => {
  it("lays out a card", async () => {
    const rendered = renderDoc(doc("deal stargate", { readAs: "Read as: /deal stargate" }), { share: true });
    await expect(JSON.stringify(rendered.forms[0]?.message(), null, 2)).toMatchFileSnapshot("card.rich.snap");
    await expect(rendered.forms[2]?.message().text).toMatchFileSnapshot("card.plain.snap");
  });

  it.each([
    ["list", longList(150)],
    ["table", longTable(150)],
    [
      "timeline",
      {
        type: "timeline",
        items: Array.from({ length: 150 }, (_, n) => ({
          date: "2025-01",
          text: [{ text: `${row(n)} ${"word ".repeat(20)}` }],
        })),
      },
    ],
    [
      "fields",
      {
        type: "fields",
        items: Array.from({ length: 150 }, (_, n) => ({ label: row(n), value: [{ text: "word ".repeat(30) }] })),
      },
    ],
  ] as [string, Block][])("splits a long %s into pages and loses nothing", (_, block) => {
    const pages = pagesOf(doc("deals", { blocks: [block], sources, actions: [] }));
    expect(pages.length).toBeGreaterThan(1);
    for (let n = 0; n < 150; n++)
      expect(pages.filter((page) => page.includes(`${row(n)}`)).length).toBeGreaterThanOrEqual(1);
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page.includes("Next page")).toBe(index + 1 < pages.length);
      expect(page.includes("Previous page")).toBe(index > 0);
      expect(page.includes("OpenAI, SoftBank and Oracle plan")).toBe(index === 0);
    });
  });

  it("goes on counting an ordered list on the next page", () => {
    const pages = pagesOf(doc("deals", { blocks: [longList(150)], sources }));
    expect(pages.join("")).toContain(`150. *${row(149)}*`);
  });

  it("shows each source on the pages that cite it, and one that nothing cites on the first", () => {
    const pages = pagesOf(doc("deals", { blocks: [longTable(150)], sources: [...sources, source(41)] }));
    expect(pages[0]).toContain("|Publisher 41, 6 October 2025>");
    expect(pages[1]).not.toContain("|Publisher 41,");
    expect(pages[1]).toContain("[12] <https://example.com/12?a=1&amp;b=2|Publisher 12, 6 October 2025>");
  });

  it("gives Slack one table, and the others as lines", () => {
    const [page = ""] = pagesOf(doc("deals", { blocks: [longTable(3), longTable(4)], sources }));
    expect(page.match(/"type":"table"/g)).toHaveLength(1);
    expect(page).toContain(`• *${row(3)}* · Value: $4B[4] · Status: definitive (signed)`);
  });

  it("lets no text become markup, a mention or an address", () => {
    const span = { text: nasty, cites: [1] };
    const bad = [
      { type: "heading", text: nasty },
      {
        type: "text",
        text: [
          span,
          { ...span, style: "strong" },
          { ...span, href: "javascript:alert(1)" },
          { text: "x|<y>", href: "https://example.com/a|b<c>" },
        ],
      },
      { type: "fields", items: [{ label: nasty, value: [span] }] },
      { type: "list", items: [[span]] },
      { type: "note", tone: "info", text: [span] },
      {
        type: "table",
        caption: nasty,
        columns: [{ label: nasty }, { label: "B" }],
        rows: [
          [[span], [{ ...span, style: "em", href: "ftp://x" }]],
          [[], []],
        ],
      },
    ] as Block[];
    const whole = doc(nasty, {
      title: nasty,
      headline: [span],
      blocks: bad,
      sources: [source(1, { publisher: nasty, title: nasty, url: "javascript:alert(1)" })],
      readAs: nasty,
    });
    const [page = ""] = pagesOf(whole);
    expect(page).not.toMatch(/javascript:|ftp:/);
    expect(page).toContain("<https://example.com/a%7Cb%3Cc%3E|x¦&lt;y&gt;>");
    for (const form of renderDoc(whole, { sharedBy: nasty }).forms) {
      const { text, blocks = [] } = form.message();
      // In raw and rich text of tables and headers nothing is markup: there it may stand as it is.
      const parsed = JSON.stringify(
        blocks.filter((block) => block.type !== "table" && block.type !== "header" && block.type !== "actions"),
      );
      for (const words of [text, parsed]) expect(words).not.toMatch(/<[!@#]|<script|@(here|channel)\b/);
    }
  });

  it("cuts a single item that is too long for a message, and says so", () => {
    const text = [{ text: "word ".repeat(4_000) }];
    const pages = pagesOf(
      doc("deal x", {
        blocks: [
          { type: "text", text },
          { type: "list", items: [text] },
        ],
      }),
    );
    expect(pages.join("")).toContain("cut here");
  });

  it("splits a paragraph that is too long for a section, and keeps every word of it", () => {
    const words = Array.from({ length: 1_200 }, (_, n) => `word${n}`);
    const [page = ""] = pagesOf(doc("deal x", { blocks: [{ type: "text", text: [{ text: words.join(" ") }] }] }));
    for (const word of words) expect(page).toMatch(new RegExp(`${word}\\b`));
  });

  it("shows the last page for one that is beyond it, and no button for an error or an overlong line", () => {
    expect(renderDoc(doc("deal x"), { page: 9 })).toMatchObject({ page: 1, pages: 1 });
    const [failed = ""] = pagesOf(doc("deal x", { status: "error", actions: [], line: "" }));
    expect(failed).not.toContain('"actions"');
    const [overlong = ""] = pagesOf(doc("x".repeat(2_001), { actions: [{ label: "L".repeat(100), line: "deal y" }] }));
    expect(overlong).not.toContain("gw:share");
    expect(overlong).toContain(`${"L".repeat(74)}…`);
  });
});
