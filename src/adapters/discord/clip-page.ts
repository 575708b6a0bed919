import type { Block, Rich } from "../../doc/doc.ts";
import type { Page } from "../../doc/paginate.ts";

/** A page whose single item is too long for a message even alone: each run of text in it ends at `maxChars`, and says so. */
export const clipPage = (page: Page, maxChars: number): Page => ({
  ...page,
  blocks: page.blocks.map((block) => clipBlock(block, maxChars)),
});

const MARK = " … (shortened: too long for one message)";

function clipRich(rich: Rich, maxChars: number): Rich {
  let left = maxChars;
  const kept = [];
  for (const span of rich) {
    if (span.text.length > left) {
      const room = span.text.slice(0, left);
      const word = room.lastIndexOf(" ");
      return [...kept, { ...span, text: word > 0 ? room.slice(0, word) : room }, { text: MARK, style: "em" as const }];
    }
    left -= span.text.length;
    kept.push(span);
  }
  return rich;
}

function clipBlock(block: Block, maxChars: number): Block {
  const clip = (rich: Rich) => clipRich(rich, maxChars);
  switch (block.type) {
    case "heading":
      return { ...block, text: block.text.length > maxChars ? `${block.text.slice(0, maxChars - 1)}…` : block.text };
    case "text":
    case "note":
      return { ...block, text: clip(block.text) };
    case "fields":
      return { ...block, items: block.items.map((item) => ({ ...item, value: clip(item.value) })) };
    case "list":
      return { ...block, items: block.items.map(clip) };
    case "timeline":
      return { ...block, items: block.items.map((item) => ({ ...item, text: clip(item.text) })) };
    case "table":
      return { ...block, rows: block.rows.map((row) => row.map(clip)) };
    case "chart":
      return block;
    default:
      return block satisfies never;
  }
}
