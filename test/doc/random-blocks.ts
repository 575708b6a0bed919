import { type Block, type Rich, text } from "../../src/doc/doc.ts";

/** Numbers in [0, 1) that are the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const KINDS = ["heading", "text", "note", "fields", "list", "timeline", "table"] as const;

/** Blocks of all kinds, each item with words that no other has. */
export function randomBlocks(random: () => number, most: number): Block[] {
  const below = (limit: number) => Math.floor(random() * limit);
  let serial = 0;
  const words = (): Rich => {
    serial++;
    return [text(`w${serial} ${"word ".repeat(below(8))}`.trim()), { text: ".", cites: [serial] }];
  };
  const some = <T>(make: () => T): T[] => Array.from({ length: 1 + below(12) }, make);
  return Array.from({ length: 1 + below(most) }, (): Block => {
    const type = KINDS[below(KINDS.length)] ?? "text";
    switch (type) {
      case "heading":
        return { type, text: `Heading ${++serial}` };
      case "text":
        return { type, text: words() };
      case "note":
        return { type, tone: below(2) ? "caution" : "info", text: words() };
      case "fields":
        return { type, items: some(() => ({ label: `Label ${++serial}`, value: words() })) };
      case "list":
        return { type, ordered: Boolean(below(2)), items: some(words) };
      case "timeline":
        return { type, items: some(() => ({ date: "2025-10", text: words() })) };
      default:
        return {
          type,
          caption: `Table ${++serial}`,
          columns: [{ label: "One" }, { label: "Two", align: "right" }],
          rows: some(() => [words(), words()]),
        };
    }
  });
}
