import { type Block, plain, type Rich } from "../../doc/doc.ts";
import { escapeCode, escapeMarkdown, oneLine } from "./escape-markdown.ts";
import { cites, richMarkdown } from "./rich-markdown.ts";

type Table = Extract<Block, { type: "table" }>;

/** Discord has no tables. Wider lines than this wrap in a code block on an ordinary window. */
const CODE_COLUMNS = 58;
const GAP = "  ";

/** Fixed-width columns when they are narrow enough, otherwise one line a row with the column's name before each value. */
export function tableMarkdown(table: Table): string {
  const caption = table.caption ? `**${escapeMarkdown(oneLine(table.caption))}**\n` : "";
  return caption + (fixedWidth(table) ?? rowLines(table));
}

function fixedWidth({ columns, rows }: Table): string | undefined {
  const cells = [columns.map((column) => escapeCode(column.label)), ...rows.map((row) => row.map(cellText))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => width(row[index] ?? ""))));
  if (widths.reduce((sum, columnWidth) => sum + columnWidth + GAP.length, -GAP.length) > CODE_COLUMNS) return undefined;
  const lines = cells.map((row) =>
    columns
      .map((column, index) => {
        const cell = row[index] ?? "";
        const space = " ".repeat((widths[index] ?? 0) - width(cell));
        return column.align === "right" ? space + cell : cell + space;
      })
      .join(GAP)
      .trimEnd(),
  );
  const rule = widths.map((columnWidth) => "─".repeat(columnWidth)).join(GAP);
  return `\`\`\`\n${[lines[0], rule, ...lines.slice(1)].join("\n")}\n\`\`\``;
}

function rowLines({ columns, rows }: Table): string {
  return rows
    .map((row) => {
      const [first = [], ...rest] = row;
      const values = rest.flatMap((cell, index) => {
        const label = columns[index + 1]?.label;
        if (!plain(cell).trim()) return [];
        return [`${label ? `${escapeMarkdown(oneLine(label))}: ` : ""}${richMarkdown(cell)}`];
      });
      const name = first.map((span) => (span.style ? span : { ...span, style: "strong" as const }));
      return `- ${[richMarkdown(name), ...values].join(" · ")}`;
    })
    .join("\n");
}

const cellText = (cell: Rich): string =>
  escapeCode(oneLine(cell.map((span) => span.text + cites(span)).join(""))).trim();

const width = (text: string): number => [...text].length;
