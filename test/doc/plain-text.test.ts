import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { type Block, type Doc, plain, strong, text } from "../../src/doc/doc.ts";
import { renderText } from "../../src/doc/plain-text.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { randomBlocks, randomFrom } from "./random-blocks.ts";

const docOf = (more: Partial<Doc>): Doc => ({
  status: "answered",
  kind: "show-deal",
  title: "Stargate",
  headline: [text("Up to $500B.")],
  blocks: [],
  sources: [],
  figures: [],
  actions: [],
  line: "deal stargate",
  asOf: "2026-07-05",
  completeTo: "2026-07-05",
  ...more,
});

/** Every control character there is, a sequence that clears the screen, one that sets the title, and turns of direction. */
const CONTROLS = [
  ...Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).filter((char) => /\p{Cc}/u.test(char)),
  "\u001b[2J",
  "\u001b]0;title\u0007",
  "\u2028",
  "\u2029",
  "\u202e",
  "\u2066",
].join("");
const nasty = (word: string): string => `${word}${CONTROLS}end`;

describe("control characters", () => {
  const rich = [text(nasty("plain")), strong(nasty("strong")), { text: nasty("em"), style: "em" as const }];
  const blocks: Block[] = [
    { type: "heading", text: nasty("heading") },
    { type: "text", text: rich },
    { type: "note", tone: "caution", text: rich },
    { type: "fields", items: [{ label: nasty("label"), value: rich }] },
    { type: "list", items: [rich] },
    { type: "timeline", items: [{ date: nasty("date"), text: rich }] },
    {
      type: "table",
      caption: nasty("caption"),
      columns: [{ label: "One" }, { label: nasty("column") }],
      rows: [[rich, rich]],
    },
  ];
  const doc = docOf({
    title: nasty("title"),
    headline: rich,
    blocks,
    sources: [
      { title: nasty("source"), publisher: nasty("publisher"), date: null, url: nasty("https://"), tier: "press" },
    ],
    readAs: nasty("read-as"),
  });
  const harmless = docOf(JSON.parse(JSON.stringify(doc).replaceAll(JSON.stringify(CONTROLS).slice(1, -1), " ")));

  test.each([Number.POSITIVE_INFINITY, 40])("never pass, at width %d; only the text's own line breaks do", (width) => {
    const shown = renderText(doc, { width, ansi: false });
    expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    for (const part of ["title", "publisher", "https://", "column", "date", "read-as"]) expect(shown).toContain(part);
    if (width > 1_000) expect(shown.split("\n")).toHaveLength(renderText(harmless).split("\n").length);
  });

  test("with marks, only marks for bold and dim pass", () => {
    const shown = renderText(doc, { width: 60, ansi: true });
    const marks = shown.split("\u001b").slice(1);
    expect(marks.length).toBeGreaterThan(10);
    for (const mark of marks) expect(mark).toMatch(/^\[(?:1|2|22)m/);
    expect(stripVTControlCharacters(shown).replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });
});

/** A line may be longer than the screen only where a single word is. */
function overlong(shown: string, width: number): string[] {
  return shown.split("\n").filter(
    (line) =>
      [...line].length > width &&
      line
        .trim()
        .replace(/^(?:•|\d+\.|\[\d+\]) /, "")
        .includes(" "),
  );
}

describe("widths", () => {
  const app = realApp();
  const widths = [20, 28, 40, 60, 80, 110];

  test.each([
    "/deal stargate",
    "/deals openai",
    "/timeline nvidia",
    "/cost 10GW",
    "/help",
    "/compare stargate amd-6gw-warrant",
  ])("%s fits a terminal of any width", async (line) => {
    const doc = await app.answer({ type: "question", text: line, asker: asker() });
    expect(doc.status).toBe("answered");
    for (const width of widths) expect(overlong(renderText(doc, { width, ansi: false }), width)).toEqual([]);
  });

  test("folding keeps every word in order", () => {
    for (let seed = 0; seed < 100; seed++) {
      // Without tables and labels, which a narrow screen shows in another form.
      const blocks = randomBlocks(randomFrom(seed), 12).filter((block) => !["table", "fields"].includes(block.type));
      const doc = docOf({ blocks, headline: [text("A headline that is longer than a narrow line can be, by far.")] });
      const [wide, narrow] = [renderText(doc), renderText(doc, { width: 30, ansi: false })];
      const words = (shown: string) => shown.split(/\s+/);
      expect(narrow.split("\n").length).toBeGreaterThan(wide.split("\n").length);
      expect(words(narrow.replaceAll("2025-10:", "2025-10"))).toEqual(words(wide));
    }
  });

  test("marks of a terminal take no room", async () => {
    const doc = await app.answer({ type: "question", text: "/deal stargate", asker: asker() });
    for (const width of widths) {
      expect(stripVTControlCharacters(renderText(doc, { width, ansi: true }))).toBe(
        renderText(doc, { width, ansi: false }),
      );
    }
  });

  test("an address is never broken", () => {
    const url = `https://example.com/${"path-".repeat(30)}`;
    const source = { title: "A report", publisher: "Reuters", date: "2025-10-06", url, tier: "major" as const };
    const shown = renderText(docOf({ sources: [source] }), { width: 30, ansi: false });
    expect(shown.split("\n").some((line) => line.trim() === url)).toBe(true);
  });
});

describe("labels and values", () => {
  const items = [
    { label: "Worth", value: [text("up to five hundred billion dollars over four years")] },
    { label: "Announced", value: [text("21 January 2025")] },
  ];
  const linesAt = (width: number) =>
    renderText(docOf({ blocks: [{ type: "fields", items }] }), { width, ansi: false })
      .split("\n\n")[2]
      ?.split("\n");

  test("stand in two columns, the second folded under itself", () => {
    expect(linesAt(40)).toEqual([
      "Worth      up to five hundred billion",
      "           dollars over four years",
      "Announced  21 January 2025",
    ]);
  });

  test("stand one after the other where the second column would be too narrow", () => {
    expect(linesAt(20)).toEqual([
      "Worth: up to five",
      "  hundred billion",
      "  dollars over four",
      "  years",
      "Announced: 21",
      "  January 2025",
    ]);
  });
});

describe("a table", () => {
  const table: Block = {
    type: "table",
    caption: "Largest deals",
    columns: [{ label: "Deal" }, { label: "Value", align: "right" }, { label: "Status" }],
    rows: [
      [[strong("Stargate")], [{ text: "$500B", cites: [1] }], [text("under construction")]],
      [[text("Oracle and OpenAI")], [text("$300B")], []],
    ],
  };
  const linesAt = (width: number) =>
    renderText(docOf({ blocks: [table] }), { width, ansi: false })
      .split("\n\n")[2]
      ?.split("\n");

  test("stands in columns where it fits", () => {
    expect(linesAt(60)).toEqual([
      "Largest deals",
      "Deal                   Value  Status",
      "Stargate           $500B [1]  under construction",
      "Oracle and OpenAI      $300B",
    ]);
  });

  test("becomes a list that names each column where it does not", () => {
    expect(linesAt(40)).toEqual([
      "Largest deals",
      "• Stargate · Value: $500B [1] · Status:",
      "  under construction",
      "• Oracle and OpenAI · Value: $300B",
    ]);
  });

  test("loses no cell, whatever the width", () => {
    for (let seed = 0; seed < 60; seed++) {
      const tables = randomBlocks(randomFrom(seed), 20).filter((block) => block.type === "table");
      for (const width of [20, 34, 60, 200]) {
        const shown = renderText(docOf({ blocks: tables }), { width, ansi: false }).replace(/\s+/g, " ");
        for (const { caption, rows } of tables) {
          expect(shown).toContain(caption);
          for (const cell of rows.flat()) expect(shown).toContain(plain(cell));
        }
      }
    }
  });
});

test("sources are numbered as they are cited, with publisher, day, nearness, title and address", () => {
  const shown = renderText(
    docOf({
      headline: [{ text: "Up to $500B", cites: [1, 2] }],
      sources: [
        { title: "Announcing", publisher: "OpenAI", date: "2025-01-21", url: "https://openai.com/x", tier: "primary" },
        { title: "The brief", publisher: "Us", date: null, undated: "day-not-found", url: null, tier: "secondary" },
        { title: "Prices", publisher: "Maker", date: null, undated: "price-list", url: null, tier: "primary" },
      ],
    }),
  );
  expect(shown).toContain("Up to $500B [1][2]");
  expect(shown).toContain("[1] OpenAI, 21 January 2025, primary: Announcing – https://openai.com/x");
  expect(shown).toContain("[2] Us, day not known, secondary: The brief\n");
  expect(shown).toContain("[3] Maker, undated page, primary: Prices\n");
});

test.each([
  [{}, "Knowledge complete to 5 July 2026"],
  [{ asOf: "2025-10-31" }, "As of 31 October 2025 · knowledge complete to 5 July 2026"],
  [{ readAs: "the deal Stargate" }, "Knowledge complete to 5 July 2026 · Read as: the deal Stargate"],
])("the last line says the day, and how a question was read: %j", (more, line) => {
  expect(renderText(docOf(more)).split("\n").at(-1)).toBe(line);
});
