/**
 * Splits a Doc that is too long for a platform into pages. An item of a list, a row, a field or a paragraph is never
 * split. Which page a reader sees is the adapter's business: a click carries it behind the line ("deal x page:2").
 */
import type { Block, Doc } from "./doc.ts";

/** `number` counts from 1. The direct answer stands on the first page only. */
export type Page = { number: number; of: number; blocks: readonly Block[] };

/**
 * `fits` says whether these blocks, with all that the renderer puts around them (direct answer on the first page,
 * the sources cited, buttons, the note about other pages), are within the platform's limits. A single item that does
 * not fit alone gets a page of its own: the renderer cuts it and says so.
 */
export function paginate(doc: Doc, fits: (page: Page) => boolean): Page[] {
  const whole: Page = { number: 1, of: 1, blocks: doc.blocks };
  if (fits(whole)) return [whole];
  const pieces = doc.blocks.flatMap((block, origin) => piecesOf(block).map((piece) => ({ piece, origin })));
  const pages: Block[][] = [];
  let start = 0;
  while (start < pieces.length) {
    const fitsTo = (end: number) =>
      fits({ number: pages.length + 1, of: Number.MAX_SAFE_INTEGER, blocks: merge(pieces.slice(start, end)) });
    let end = largest(start + 1, pieces.length, fitsTo);
    while (end > start + 1 && end < pieces.length && pieces[end - 1]?.piece.type === "heading") end--;
    pages.push(merge(pieces.slice(start, end)));
    start = end;
  }
  return pages.map((blocks, index) => ({ number: index + 1, of: pages.length, blocks }));
}

/** The numbers of the sources that these blocks cite, ascending. */
export function citedIn(blocks: readonly Block[]): number[] {
  const found = new Set<number>();
  for (const block of blocks)
    for (const rich of richesOf(block)) for (const span of rich) for (const n of span.cites ?? []) found.add(n);
  return [...found].sort((a, b) => a - b);
}

const PAGE = / page:([1-9]\d{0,2})$/;

/** "deal x page:2" → the line without the page, and the page. */
export function splitPageLine(line: string): { line: string; page: number } {
  const match = PAGE.exec(line);
  return match ? { line: line.slice(0, match.index), page: Number(match[1]) } : { line, page: 1 };
}
export const pageLine = (line: string, page: number): string => (page === 1 ? line : `${line} page:${page}`);

/** The largest end in [from, to] that fits, where what fits is a prefix property; `from` if none does. */
function largest(from: number, to: number, fitsTo: (end: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fitsTo(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function piecesOf(block: Block): Block[] {
  switch (block.type) {
    case "fields":
      return block.items.map((item) => ({ ...block, items: [item] }));
    case "list":
      return block.items.map((item) => ({ ...block, items: [item] }));
    case "timeline":
      return block.items.map((item) => ({ ...block, items: [item] }));
    case "table":
      return block.rows.map((row) => ({ ...block, rows: [row] }));
    default:
      return [block];
  }
}

function merge(pieces: readonly { piece: Block; origin: number }[]): Block[] {
  const out: { block: Block; origin: number }[] = [];
  for (const { piece, origin } of pieces) {
    const last = out.at(-1);
    const joined = last && last.origin === origin ? join(last.block, piece) : undefined;
    if (last && joined) last.block = joined;
    else out.push({ block: piece, origin });
  }
  return out.map((entry) => entry.block);
}

function join(a: Block, b: Block): Block | undefined {
  if (a.type === "fields" && b.type === "fields") return { ...a, items: [...a.items, ...b.items] };
  if (a.type === "list" && b.type === "list") return { ...a, items: [...a.items, ...b.items] };
  if (a.type === "timeline" && b.type === "timeline") return { ...a, items: [...a.items, ...b.items] };
  if (a.type === "table" && b.type === "table") return { ...a, rows: [...a.rows, ...b.rows] };
  return undefined;
}

function richesOf(block: Block) {
  switch (block.type) {
    case "heading":
    case "chart":
      return [];
    case "text":
    case "note":
      return [block.text];
    case "fields":
      return block.items.map((item) => item.value);
    case "list":
      return block.items;
    case "timeline":
      return block.items.map((item) => item.text);
    case "table":
      return block.rows.flat();
    default:
      return block satisfies never;
  }
}
