/** A Doc as text, for a terminal, a batch, and the last fall-back of a chat. */
import { stripVTControlCharacters } from "node:util";
import type { Block, Chart, Doc, Rich, SourceRef, Span } from "./doc.ts";
import { sayDate } from "./say-figure.ts";
import { saySourceDay } from "./say-source-day.ts";

export type TextStyle = {
  /** Characters a line may have; long lines are folded between words. */
  width: number;
  /** Marks for a terminal that shows them. */
  ansi: boolean;
};

const PLAIN: TextStyle = { width: Number.POSITIVE_INFINITY, ansi: false };

export function renderText(doc: Doc, style: TextStyle = PLAIN): string {
  const mark = marks(style.ansi);
  const { width } = style;
  const parts = [mark.bold(fold(clean(doc.title), width, "")), fold(rich(doc.headline, style), width, "")];
  for (const block of doc.blocks) parts.push(renderBlock(block, style));
  if (doc.sources.length > 0) {
    const lines = doc.sources.map((source, index) => fold(`[${index + 1}] ${sourceText(source)}`, width, "    "));
    parts.push([mark.bold("Sources"), ...lines].join("\n"));
  }
  parts.push(mark.dim(fold(lastLine(doc), width, "")));
  return parts.filter(Boolean).join("\n\n");
}

/** "As of 5 July 2026 · read as: value of …". */
function lastLine(doc: Doc): string {
  const asOf =
    doc.asOf === doc.completeTo
      ? `Knowledge complete to ${sayDate(doc.completeTo)}`
      : `As of ${sayDate(doc.asOf)} · knowledge complete to ${sayDate(doc.completeTo)}`;
  return doc.readAs ? `${asOf} · Read as: ${clean(doc.readAs)}` : asOf;
}

/** "Reuters, 22 September 2025, primary: title – https://…". */
function sourceText(source: SourceRef): string {
  const facts = [clean(source.publisher), saySourceDay(source, sayDate), source.tier].join(", ");
  return `${facts}: ${clean(source.title)}${source.url ? ` – ${clean(source.url)}` : ""}`;
}

function renderBlock(block: Block, style: TextStyle): string {
  const mark = marks(style.ansi);
  const { width } = style;
  switch (block.type) {
    case "heading":
      return mark.bold(fold(clean(block.text), width, ""));
    case "text":
      return fold(rich(block.text, style), width, "");
    case "note":
      return fold(`${block.tone === "caution" ? "⚠ " : "ℹ "}${rich(block.text, style)}`, width, "  ");
    case "fields": {
      const labels = block.items.map((item) => clean(item.label));
      const longest = Math.max(...labels.map(lengthOf));
      return block.items
        .map((item, index) => labelled(mark.bold(labels[index] ?? ""), longest, rich(item.value, style), width))
        .join("\n");
    }
    case "list":
      return block.items
        .map((item, index) => fold(`${block.ordered ? `${index + 1}.` : "•"} ${rich(item, style)}`, width, "  "))
        .join("\n");
    case "timeline":
      return block.items.map((item) => labelled(clean(item.date), 10, rich(item.text, style), width)).join("\n");
    case "table":
      return `${mark.dim(fold(clean(block.caption), width, ""))}\n${table(block, style)}`;
    case "chart":
      return chart(block, style);
    default:
      return block satisfies never;
  }
}

/** Bars for a screen. Where lines have no end nobody looks at them, and all that they show is said in words. */
function chart({ title, bars }: Chart, { width, ansi }: TextStyle): string {
  const labels = bars.map(({ label }) => clean(label));
  const [longest, said] = [Math.max(...labels.map(lengthOf)), Math.max(...bars.map((bar) => lengthOf(bar.said)))];
  const room = Math.min(width - longest - said - 4, WIDEST_BAR);
  const largest = Math.max(...bars.map(({ high }) => high));
  if (!Number.isFinite(width) || room < 10 || largest <= 0) return "";
  const lines = bars.map(({ low, high, said }, index) => {
    const [solid, end] = [Math.round((low / largest) * room), Math.round((high / largest) * room)];
    const bar = "█".repeat(solid) + "░".repeat(end - solid);
    return `${(labels[index] ?? "").padEnd(longest)}  ${bar} ${clean(said)}`;
  });
  return [marks(ansi).bold(fold(clean(title), width, "")), ...lines].join("\n");
}
const WIDEST_BAR = 40;

/** A second column that is narrower holds one word a line. */
const NARROWEST = 24;

/** A label and what belongs to it in two columns; where the second would be too narrow, one after the other. */
function labelled(label: string, longest: number, value: string, width: number): string {
  if (width - longest - 2 < NARROWEST) return fold(`${label}: ${value}`, width, "  ");
  const gap = " ".repeat(Math.max(0, longest - lengthOf(label)) + 2);
  return label + gap + fold(value, width - longest - 2, "").replaceAll("\n", `\n${" ".repeat(longest + 2)}`);
}

function table(block: Extract<Block, { type: "table" }>, style: TextStyle): string {
  const labels = block.columns.map((column) => clean(column.label));
  const cells = [labels, ...block.rows.map((row) => row.map((cell) => rich(cell, { ...style, ansi: false })))];
  const widths = block.columns.map((_, index) => Math.max(...cells.map((row) => lengthOf(row[index] ?? ""))));
  const total = widths.reduce((sum, width) => sum + width + 2, -2);
  if (total > style.width) {
    return block.rows.map((row) => fold(`• ${inWords(row, labels, style)}`, style.width, "  ")).join("\n");
  }
  return cells
    .map((row) =>
      row
        .map((cell, index) => {
          const gap = " ".repeat(Math.max(0, (widths[index] ?? 0) - lengthOf(cell)));
          return block.columns[index]?.align === "right" ? gap + cell : cell + gap;
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** "Stargate · Status: announced": a row that is wider than the screen. The first cell names it; empty ones say nothing. */
function inWords(row: readonly Rich[], labels: readonly string[], style: TextStyle): string {
  return row
    .map((cell, index) => {
      const words = rich(cell, style);
      return index === 0 || words === "" ? words : `${labels[index]}: ${words}`;
    })
    .filter(Boolean)
    .join(" · ");
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

/** No control character, line break or turn of direction of a record or a question reaches a terminal. */
const clean = (text: string): string =>
  stripVTControlCharacters(text).replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ");

const marks = (ansi: boolean) => ({
  bold: (text: string) => (ansi ? `\u001b[1m${text}\u001b[22m` : text),
  dim: (text: string) => (ansi ? `\u001b[2m${text}\u001b[22m` : text),
});

/** Marks of a terminal take no room. */
const lengthOf = (text: string): number => [...stripVTControlCharacters(text)].length;

/** Breaks between words. A word that is longer than a line stays whole, so that an address can still be followed. */
export function fold(text: string, width: number, indent: string): string {
  if (lengthOf(text) <= width) return text;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").filter(Boolean)) {
    if (line !== "" && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = indent + word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}
