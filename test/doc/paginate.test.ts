import { describe, expect, test } from "vitest";
import { type Block, type Doc, text } from "../../src/doc/doc.ts";
import { citedIn, type Page, pageLine, paginate, splitPageLine } from "../../src/doc/paginate.ts";
import { randomBlocks, randomFrom } from "./random-blocks.ts";

const docOf = (blocks: readonly Block[]): Doc => ({
  status: "answered",
  kind: "find-deals",
  title: "Deals",
  headline: [text("Many.")],
  blocks,
  sources: [],
  figures: [],
  actions: [],
  line: "deals",
  asOf: "2026-07-05",
  completeTo: "2026-07-05",
});

/** What must stay whole, in order, each with all that the block says of it (a table's caption, a list's numbering). */
function atomsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === "table") return block.rows.map((row) => JSON.stringify({ ...block, rows: [row] }));
    if ("items" in block) return block.items.map((item) => JSON.stringify({ ...block, items: [item] }));
    return [JSON.stringify(block)];
  });
}
const sizeOf = (blocks: readonly Block[]): number => atomsOf(blocks).reduce((sum, atom) => sum + atom.length, 0);
const isHeading = (atom: string | undefined): boolean => atom?.startsWith('{"type":"heading"') ?? false;

type Case = { seed: number; doc: Doc; room: number; fits: (page: Page) => boolean };
const cases: Case[] = Array.from({ length: 400 }, (_, seed) => {
  const random = randomFrom(seed);
  const doc = docOf(randomBlocks(random, 20));
  const room = 60 + Math.floor(random() * 3_000);
  // The first page has less room: the direct answer stands on it.
  return { seed, doc, room, fits: ({ number, blocks }) => sizeOf(blocks) <= room - (number === 1 ? 40 : 0) };
});

describe("whatever the blocks and however little the room", () => {
  const split = cases.map((one) => ({ ...one, pages: paginate(one.doc, one.fits) }));

  test("the cases are of every kind: whole, split, and with an item that fits nowhere", () => {
    expect(split.filter(({ pages }) => pages.length === 1).length).toBeGreaterThan(10);
    expect(split.filter(({ pages }) => pages.length > 5).length).toBeGreaterThan(50);
    expect(split.filter(({ pages, fits }) => !pages.every(fits)).length).toBeGreaterThan(10);
  });

  test("nothing is lost, nothing doubled, nothing split, and the order is kept", () => {
    for (const { doc, pages } of split) {
      expect(atomsOf(pages.flatMap((page) => page.blocks))).toEqual(atomsOf(doc.blocks));
    }
  });

  test("pages are numbered from 1 and know how many they are; none is empty", () => {
    for (const { pages } of split) {
      expect(pages.map((page) => page.number)).toEqual(pages.map((_, index) => index + 1));
      expect(pages.every((page) => page.of === pages.length && page.blocks.length > 0)).toBe(true);
    }
  });

  test("a page fits, or holds one item that fits nowhere", () => {
    for (const { pages, fits } of split) {
      for (const page of pages) expect(fits(page) || atomsOf(page.blocks).length === 1).toBe(true);
    }
  });

  test("a page ends with a heading only where the heading and what follows do not fit together", () => {
    for (const { pages, room } of split) {
      for (const [index, page] of pages.slice(0, -1).entries()) {
        const atoms = atomsOf(page.blocks);
        if (!isHeading(atoms.at(-1))) continue;
        const next = atomsOf(pages[index + 1]?.blocks ?? [])[0] ?? "";
        expect(atoms).toHaveLength(1);
        const taken = index === 0 ? 40 : 0;
        expect(isHeading(next) || (atoms[0]?.length ?? 0) + next.length > room - taken).toBe(true);
      }
    }
  });

  test("pages are as full as they can be: the first item of the next would not have fitted, but for a heading", () => {
    for (const { pages, fits } of split) {
      for (const [index, page] of pages.slice(0, -1).entries()) {
        const next = pages[index + 1]?.blocks[0];
        if (!next || next.type === "heading") continue;
        const [first] = "items" in next ? [{ ...next, items: next.items.slice(0, 1) }] : [next];
        const one: Block = first?.type === "table" ? { ...first, rows: first.rows.slice(0, 1) } : (first as Block);
        expect(fits({ ...page, blocks: [...page.blocks, one] })).toBe(false);
      }
    }
  });
});

test("a document that fits is one page, its blocks as they were", () => {
  const doc = docOf(randomBlocks(randomFrom(7), 10));
  expect(paginate(doc, () => true)).toEqual([{ number: 1, of: 1, blocks: doc.blocks }]);
});

test("a document without blocks is one page, also where not even that fits", () => {
  const doc = docOf([]);
  expect(paginate(doc, () => true)).toEqual([{ number: 1, of: 1, blocks: [] }]);
});

test("the sources of a page are those that its blocks cite, ascending and once", () => {
  const cite = (...cites: number[]) => [{ text: "x", cites }];
  expect(
    citedIn([
      { type: "heading", text: "H" },
      { type: "text", text: cite(9, 2) },
      { type: "note", tone: "info", text: cite(4) },
      { type: "fields", items: [{ label: "L", value: cite(2, 11) }] },
      { type: "list", items: [cite(1), [text("none")]] },
      { type: "timeline", items: [{ date: "2025", text: cite(30) }] },
      { type: "table", caption: "T", columns: [{ label: "C" }], rows: [[cite(5)], [cite(5)]] },
    ]),
  ).toEqual([1, 2, 4, 5, 9, 11, 30]);
});

describe("a page behind a line", () => {
  test.each([
    ["deal stargate", 1, "deal stargate"],
    ["deal stargate", 2, "deal stargate page:2"],
    ['compare "openai oracle" b', 117, 'compare "openai oracle" b page:117'],
  ])("%s, page %i", (line, page, written) => {
    expect(pageLine(line, page)).toBe(written);
    expect(splitPageLine(written)).toEqual({ line, page });
  });

  test.each(["deal page:0", "deal page:", "deal page:x", "deal page:1000", "deal page:2 more", "deal mypage:2"])(
    "%s has none",
    (line) => expect(splitPageLine(line)).toEqual({ line, page: 1 }),
  );
});
