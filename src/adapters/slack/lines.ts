/** Blocks of a Doc as lines of mrkdwn: what lists and timelines are made of, and all of a message in its simple form. */
import type { Block, Column, Doc, Rich } from "../../doc/doc.ts";
import { sayDate } from "../../doc/say-figure.ts";
import { bold, escapeText, toBoldMrkdwn, toMrkdwn } from "./mrkdwn.ts";

/** `first` is the number of the first item of an ordered list: a list may begin on an earlier page. */
export function linesOf(block: Block, first = 1): string[] {
  switch (block.type) {
    case "heading":
      return [bold(block.text)];
    case "text":
      return [toMrkdwn(block.text)];
    case "fields":
      return block.items.map((item) => `${bold(item.label)}: ${toMrkdwn(item.value)}`);
    case "list":
      return block.items.map((item, index) => `${block.ordered ? `${first + index}.` : "•"} ${toMrkdwn(item)}`);
    case "timeline":
      return block.items.map((item) => `${bold(sayDate(item.date))}: ${toMrkdwn(item.text)}`);
    case "table":
      return [...(block.caption ? [bold(block.caption)] : []), ...block.rows.map((row) => rowLine(block.columns, row))];
    case "note":
      return [`${block.tone === "caution" ? ":warning:" : ":information_source:"} ${toMrkdwn(block.text)}`];
    case "chart":
      // What it shows is said in words beside it.
      return [];
    default:
      return block satisfies never;
  }
}

/** "• *OpenAI*  Value: $300B · Power: 4.5 GW": a row without a table, readable on a telephone. */
function rowLine(columns: readonly Column[], row: readonly Rich[]): string {
  const cells = row.flatMap((cell, index) => {
    const words = toMrkdwn(cell);
    if (words === "") return [];
    if (index === 0) return [toBoldMrkdwn(cell)];
    const label = columns[index]?.label;
    return [label ? `${escapeText(label)}: ${words}` : words];
  });
  return `• ${cells.join(" · ")}`;
}

/** Where an ordered list on a page begins, when it began on an earlier one. */
export function firstNumber(doc: Doc, block: Block): number {
  const item = block.type === "list" ? block.items[0] : undefined;
  if (!item) return 1;
  for (const whole of doc.blocks) {
    const place = whole.type === "list" ? whole.items.indexOf(item) : -1;
    if (place >= 0) return place + 1;
  }
  return 1;
}

/** Lines → texts of at most `most` characters, never splitting a line that fits into one. */
export function packLines(lines: readonly string[], most: number): string[] {
  const texts: string[] = [];
  for (const line of lines.flatMap((one) => splitLine(one, most))) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= most) texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts;
}

/** A line that is too long alone breaks between words, outside of `<…>`. */
function splitLine(line: string, most: number): string[] {
  if (line.length <= most) return [line];
  const parts: string[] = [];
  let rest = line;
  while (rest.length > most) {
    const space = rest.lastIndexOf(" ", most);
    let at = space > most / 2 ? space : most;
    const open = rest.lastIndexOf("<", at);
    if (open > 0 && rest.indexOf(">", open) >= at) at = open;
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === "" ? parts : [...parts, rest];
}
