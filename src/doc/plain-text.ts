/** A Doc as text, for a terminal, a batch, and the last fall-back of a chat. */
import type { Block, Doc, Rich, SourceRef, Span } from "./doc.ts";
import { sayDate } from "./say-figure.ts";

export type TextStyle = {
  /** Characters a line may have; long lines are folded between words. */
  width: number;
  /** Marks for a terminal that shows them. */
  ansi: boolean;
};

const PLAIN: TextStyle = { width: Number.POSITIVE_INFINITY, ansi: false };

export function renderText(doc: Doc, style: TextStyle = PLAIN): string {
  const mark = marks(style.ansi);
  const parts = [mark.bold(clean(doc.title)), fold(rich(doc.headline, style), style.width, "")];
  for (const block of doc.blocks) parts.push(renderBlock(block, style));
  if (doc.sources.length > 0)
    parts.push(
      [mark.bold("Sources"), ...doc.sources.map((source, index) => `[${index + 1}] ${sourceText(source)}`)].join("\n"),
    );
  parts.push(mark.dim(lastLine(doc)));
  return parts.filter(Boolean).join("\n\n");
}

/** "As of 5 July 2026 · read as: value of …". */
export function lastLine(doc: Doc): string {
  const asOf =
    doc.asOf === doc.completeTo
      ? `Knowledge complete to ${sayDate(doc.completeTo)}`
      : `As of ${sayDate(doc.asOf)} · knowledge complete to ${sayDate(doc.completeTo)}`;
  return doc.readAs ? `${asOf} · Read as: ${clean(doc.readAs)}` : asOf;
}

/** "Reuters, 22 September 2025, primary: title – https://…". */
export function sourceText(source: SourceRef): string {
  const facts = [source.publisher, source.date ? sayDate(source.date) : "undated", source.tier].join(", ");
  return `${facts}: ${clean(source.title)}${source.url ? ` – ${source.url}` : ""}`;
}

function renderBlock(block: Block, style: TextStyle): string {
  const mark = marks(style.ansi);
  const { width } = style;
  switch (block.type) {
    case "heading":
      return mark.bold(clean(block.text));
    case "text":
      return fold(rich(block.text, style), width, "");
    case "note":
      return fold(`${block.tone === "caution" ? "⚠ " : "ℹ "}${rich(block.text, style)}`, width, "  ");
    case "fields": {
      const label = Math.max(...block.items.map((item) => item.label.length));
      return block.items
        .map((item) =>
          fold(`${mark.bold(item.label.padEnd(label))}  ${rich(item.value, style)}`, width, " ".repeat(label + 2)),
        )
        .join("\n");
    }
    case "list":
      return block.items
        .map((item, index) => fold(`${block.ordered ? `${index + 1}.` : "•"} ${rich(item, style)}`, width, "  "))
        .join("\n");
    case "timeline":
      return block.items
        .map((item) => fold(`${item.date.padEnd(10)}  ${rich(item.text, style)}`, width, " ".repeat(12)))
        .join("\n");
    case "table":
      return `${mark.dim(clean(block.caption))}\n${table(block, style)}`;
    default:
      return block satisfies never;
  }
}

function table(block: Extract<Block, { type: "table" }>, style: TextStyle): string {
  const cells = [
    block.columns.map((column) => column.label),
    ...block.rows.map((row) => row.map((cell) => rich(cell, { ...style, ansi: false }))),
  ];
  const widths = block.columns.map((_, index) => Math.max(...cells.map((row) => [...(row[index] ?? "")].length)));
  const total = widths.reduce((sum, width) => sum + width + 2, -2);
  if (total > style.width) {
    return block.rows
      .map((row) =>
        fold(
          `• ${row.map((cell, index) => `${index === 0 ? "" : `${block.columns[index]?.label}: `}${rich(cell, style)}`).join(" · ")}`,
          style.width,
          "  ",
        ),
      )
      .join("\n");
  }
  return cells
    .map((row) =>
      row
        .map((cell, index) => {
          const gap = " ".repeat(Math.max(0, (widths[index] ?? 0) - [...cell].length));
          return block.columns[index]?.align === "right" ? gap + cell : cell + gap;
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function rich(value: Rich, style: TextStyle): string {
  const mark = marks(style.ansi);
  const one = (span: Span) => {
    const text = clean(span.text);
    const shown = span.style === "strong" ? mark.bold(text) : span.style === "em" ? mark.dim(text) : text;
    return `${shown}${span.cites?.length ? ` ${span.cites.map((n) => `[${n}]`).join("")}` : ""}`;
  };
  return value.map(one).join("");
}

/** No control character of a record or a question reaches a terminal. */
const clean = (text: string): string => text.replace(/\p{Cc}/gu, " ");

const marks = (ansi: boolean) => ({
  bold: (text: string) => (ansi ? `\u001b[1m${text}\u001b[22m` : text),
  dim: (text: string) => (ansi ? `\u001b[2m${text}\u001b[22m` : text),
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: marks of a terminal take no room
const MARKS = /\u001b\[\d+m/g;
const lengthOf = (text: string): number => [...text.replace(MARKS, "")].length;

function fold(text: string, width: number, indent: string): string {
  if (lengthOf(text) <= width) return text;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = indent + word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}
