import type { Block, Chart, Rich } from "../../doc/doc.ts";
import { escapeMarkdown, oneLine } from "./escape-markdown.ts";
import { richMarkdown } from "./rich-markdown.ts";
import { tableMarkdown } from "./table-markdown.ts";

/** The blocks of a page as one text, a blank line between two of them. `all` are those of the whole document. */
export function blocksMarkdown(blocks: readonly Block[], all: readonly Block[]): string {
  const said = blocks.filter((block) => block.type !== "chart");
  return said
    .map((block, index) => {
      const gap = index === 0 ? "" : said[index - 1]?.type === "heading" ? "\n" : "\n\n";
      return gap + blockMarkdown(block, all);
    })
    .join("");
}

function blockMarkdown(block: Exclude<Block, Chart>, all: readonly Block[]): string {
  switch (block.type) {
    case "heading":
      return `### ${escapeMarkdown(oneLine(block.text))}`;
    case "text":
      return richMarkdown(block.text);
    case "fields":
      return block.items
        .map((item) => `**${escapeMarkdown(oneLine(item.label))}** ${richMarkdown(item.value)}`)
        .join("\n");
    case "list": {
      const first = block.ordered ? placeOf(block.items[0], all) : 0;
      return block.items
        .map((item, index) => `${block.ordered ? `${first + index}.` : "-"} ${richMarkdown(item)}`)
        .join("\n");
    }
    case "timeline":
      return block.items.map((item) => `- **${item.date}** ${richMarkdown(item.text)}`).join("\n");
    case "table":
      return tableMarkdown(block);
    case "note":
      return `${block.tone === "caution" ? "⚠️" : "ℹ️"} ${richMarkdown(block.text)}`;
    default:
      return block satisfies never;
  }
}

/** The number of an item in its list, which goes on over the pages. */
function placeOf(item: Rich | undefined, all: readonly Block[]): number {
  for (const block of all) {
    const index = item && block.type === "list" ? block.items.indexOf(item) : -1;
    if (index >= 0) return index + 1;
  }
  return 1;
}
