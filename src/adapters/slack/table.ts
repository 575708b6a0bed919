/** A table of a Doc → Slack's table block, which takes no mrkdwn: its cells are raw or rich text. */
import type { types } from "@slack/bolt";
import type { Block, Rich, Span } from "../../doc/doc.ts";
import { LIMITS } from "./limits.ts";
import { citeMarks, safeUrl } from "./mrkdwn.ts";

type Table = Extract<Block, { type: "table" }>;
type Cell = types.TableBlock["rows"][number][number];

export const fitsTable = (table: Table): boolean =>
  table.columns.length > 0 && table.columns.length <= LIMITS.tableColumns;

export function toTableBlock(table: Table): types.TableBlock {
  const width = table.columns.length;
  return {
    type: "table",
    column_settings: table.columns.map(({ align }) => ({ align: align ?? "left", is_wrapped: true })),
    rows: [
      table.columns.map(({ label }) => toCell([{ text: label, style: "strong" }])),
      ...table.rows.map((row) => Array.from({ length: width }, (_, index) => toCell(row[index] ?? []))),
    ],
  };
}

function toCell(rich: Rich): Cell {
  const spans = rich.filter((span) => span.text !== "" || span.cites?.length);
  // Slack refuses a cell without a character.
  if (spans.length === 0) return { type: "raw_text", text: " " };
  if (spans.every(isPlain))
    return { type: "raw_text", text: spans.map((span) => span.text + citeMarks(span.cites)).join("") };
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: spans.flatMap(toElements) }] };
}

const isPlain = (span: Span): boolean => !span.style && !span.href;

function toElements(span: Span): (types.RichTextText | types.RichTextLink)[] {
  const style = span.style ? { style: { [STYLES[span.style]]: true } } : {};
  const url = span.href ? safeUrl(span.href) : null;
  const cites = citeMarks(span.cites);
  return [
    ...(span.text === ""
      ? []
      : [
          url
            ? ({ type: "link", url, text: span.text, ...style } as const)
            : ({ type: "text", text: span.text, ...style } as const),
        ]),
    ...(cites === "" ? [] : [{ type: "text", text: cites } as const]),
  ];
}
const STYLES = { strong: "bold", em: "italic", code: "code", strike: "strike" } as const;
