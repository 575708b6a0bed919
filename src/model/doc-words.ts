/** All that a Doc says, as lines of plain text. Titles of sources are left out: their numbers are not the answer's. */
import { type Block, type Doc, plain, type Rich } from "../doc/doc.ts";

type Said = Pick<Doc, "title" | "headline" | "blocks" | "sources" | "asOf" | "completeTo">;

export function docLines(doc: Said): string[] {
  return [doc.title, plain(doc.headline), ...doc.blocks.flatMap(blockLines)].filter(Boolean);
}

/** The names and days of sources: "Reuters reported on 22 September 2025" may be said of an answer that cites it. */
export function docMargins(doc: Said): string[] {
  return [...doc.sources.flatMap(({ publisher, date }) => [publisher, date ?? ""]), doc.asOf, doc.completeTo].filter(
    Boolean,
  );
}

/** Each run of text with the sources behind it. */
export function docSpans(doc: Said): Rich {
  return [
    ...doc.headline,
    ...doc.blocks.flatMap((block): Rich => {
      if (block.type === "fields") return block.items.flatMap((item) => item.value);
      if (block.type === "list") return block.items.flat();
      if (block.type === "timeline") return block.items.flatMap((item) => item.text);
      if (block.type === "table") return block.rows.flat(2);
      return "text" in block && typeof block.text !== "string" ? block.text : [];
    }),
  ];
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case "heading":
      return [block.text];
    case "text":
    case "note":
      return [plain(block.text)];
    case "fields":
      return block.items.map((item) => `${item.label}: ${plain(item.value)}`);
    case "list":
      return block.items.map(plain);
    case "timeline":
      return block.items.map((item) => `${item.date}: ${plain(item.text)}`);
    case "table":
      return [
        block.caption,
        ...block.rows.map((row) =>
          row.map((cell, index) => `${block.columns[index]?.label ?? ""}: ${plain(cell)}`).join(" · "),
        ),
      ];
    case "chart":
      return [];
    default:
      return block satisfies never;
  }
}
