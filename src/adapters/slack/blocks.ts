/** Blocks of a Doc → Block Kit. */
import type { types } from "@slack/bolt";
import { type Block, type Doc, plain } from "../../doc/doc.ts";
import { chartNote, toChartBlock } from "./chart.ts";
import { LIMITS, type MessageBlock } from "./limits.ts";
import { firstNumber, linesOf, packLines } from "./lines.ts";
import { bold, escapeText, toMrkdwn } from "./mrkdwn.ts";
import { fitsTable, toTableBlock } from "./table.ts";

type KnownBlock = types.KnownBlock;

export function toBlocks(doc: Doc, blocks: readonly Block[]): MessageBlock[] {
  let [tables, charts] = [0, 0];
  return blocks.flatMap((block): MessageBlock[] => {
    switch (block.type) {
      case "fields":
        return fields(block.items);
      case "table": {
        // Slack takes one table a message; the others read as lines.
        if (!fitsTable(block) || ++tables > LIMITS.tables) return sections(linesOf(block));
        return [...(block.caption ? sections([bold(block.caption)]) : []), toTableBlock(block)];
      }
      case "note":
        return block.tone === "info" ? contexts(linesOf(block)) : sections(linesOf(block));
      case "chart":
        // What it shows is said in words beside it: nothing is lost where Slack takes no more.
        if (++charts > LIMITS.charts) return [];
        return [toChartBlock(block), ...contexts([escapeText(chartNote(block))])];
      default:
        return sections(linesOf(block, firstNumber(doc, block)));
    }
  });
}

/** `verbatim`: Slack shall make no links of its own from names and words. */
const mrkdwn = (text: string): types.MrkdwnElement => ({ type: "mrkdwn", text, verbatim: true });

export const sections = (lines: readonly string[]): types.SectionBlock[] =>
  packLines(lines, LIMITS.section).flatMap((text) => (text === "" ? [] : [{ type: "section", text: mrkdwn(text) }]));

export const contexts = (lines: readonly string[]): types.ContextBlock[] =>
  packLines(lines, LIMITS.contextText).flatMap((text) =>
    text === "" ? [] : [{ type: "context", elements: [mrkdwn(text)] }],
  );

/** A longer value reads badly in half the width, and takes all of it. */
const WIDE = 120;

function fields(items: Extract<Block, { type: "fields" }>["items"]): KnownBlock[] {
  const out: KnownBlock[] = [];
  let row: types.MrkdwnElement[] = [];
  const close = () => {
    if (row.length > 0) out.push({ type: "section", fields: row });
    row = [];
  };
  for (const item of items) {
    const text = `${bold(item.label)}\n${toMrkdwn(item.value)}`;
    if (plain(item.value).length > WIDE || text.length > LIMITS.field) {
      close();
      out.push(...sections([bold(item.label), toMrkdwn(item.value)]));
      continue;
    }
    row.push(mrkdwn(text));
    if (row.length === LIMITS.fields) close();
  }
  close();
  return out;
}
