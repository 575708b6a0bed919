/** Doc → a Slack message, richest form first: blocks; without charts; sections of text; and if Slack refuses those too, text alone. */
import { describeChart } from "../../doc/describe-chart.ts";
import type { Doc, Rich } from "../../doc/doc.ts";
import { plain } from "../../doc/doc.ts";
import { type Page, pageLine, paginate } from "../../doc/paginate.ts";
import { actionRows } from "./actions.ts";
import { contexts, sections, toBlocks } from "./blocks.ts";
import { charactersIn, LIMITS, type Message, withinLimits } from "./limits.ts";
import { firstNumber, linesOf, packLines } from "./lines.ts";
import { bold, escapeText, toBoldMrkdwn, toMrkdwn } from "./mrkdwn.ts";
import { footerLine, sourceLines } from "./sources.ts";

export type RenderOptions = {
  /** From 1; a page beyond the last is the last. */
  page?: number;
  /** With a button that posts the answer for all to see. */
  share?: boolean;
  /** Who posted it for all to see: a name, not a mention. */
  sharedBy?: string | undefined;
};

export type Rendered = {
  /** The forms from the richest to the plainest; a later one is made only when it is needed. */
  forms: readonly { name: "rich" | "no charts" | "simple" | "plain"; message: () => Message }[];
  page: number;
  pages: number;
};

export function renderDoc(doc: Doc, options: RenderOptions = {}): Rendered {
  let tried: { page: Page; message: Message } | undefined;
  const pages = paginate(doc, (page) => {
    tried = { page, message: rich(doc, page, options) };
    return withinLimits(tried.message) && (isShort(page, tried.message) || fitsAsText(doc, page, options));
  });
  const wanted = Math.min(Math.max(options.page ?? 1, 1), pages.length);
  const page = pages[wanted - 1] ?? { number: 1, of: 1, blocks: doc.blocks };
  const message = tried?.page === page ? tried.message : rich(doc, page, options);
  const fitting = (made: Message, of: Page) => (withinLimits(made) ? made : cut(rich(doc, shorten(of), options)));
  const said = { ...page, blocks: page.blocks.filter((block) => block.type !== "chart") };
  return {
    forms: [
      { name: "rich", message: () => fitting(message, page) },
      ...(said.blocks.length < page.blocks.length
        ? [{ name: "no charts" as const, message: () => fitting(rich(doc, said, options), said) }]
        : []),
      { name: "simple", message: () => simple(doc, page, options) },
      { name: "plain", message: () => ({ text: textOf(doc, page, options).join("\n") }) },
    ],
    page: wanted,
    pages: pages.length,
  };
}

function rich(doc: Doc, page: Page, options: RenderOptions): Message {
  const first = page.number === 1;
  return {
    text: fallbackText(doc, page),
    blocks: [
      {
        type: "header",
        text: { type: "plain_text", text: clip(doc.title || "Gigawatt", LIMITS.header), emoji: false },
      },
      ...(first ? sections([toBoldMrkdwn(doc.headline)]) : []),
      ...toBlocks(doc, page.blocks),
      ...contexts(sourceLines(doc, page)),
      ...contexts([footerLine(doc, page, options.sharedBy)]),
      ...actionRows(doc, page, options.share ?? false),
    ],
  };
}

/** For notifications and screen readers, which are told what a chart shows. */
function fallbackText(doc: Doc, { blocks }: Page): string {
  const said = [doc.title, plain(doc.headline)].filter(Boolean).join(": ") || "Gigawatt";
  const charts = blocks.flatMap((block) => (block.type === "chart" ? [describeChart(block, CHART_TEXT)] : []));
  return clip(escapeText([said, ...charts].join("\n")), LIMITS.fallbackText);
}
const CHART_TEXT = 1_500;

function simple(doc: Doc, page: Page, options: RenderOptions): Message {
  const texts = packLines(textOf(doc, page, options), LIMITS.section);
  return {
    text: fallbackText(doc, page),
    blocks: texts.map((text) => ({ type: "section", text: { type: "mrkdwn", text, verbatim: true } })),
  };
}

/** All of a page as lines within the limit of one message. Without buttons it says what to type for the next page. */
function textOf(doc: Doc, page: Page, options: RenderOptions): string[] {
  const { head, body, tail } = partsOf(doc, page, options);
  let room = LIMITS.messageText - size(head) - size(tail) - size([CUT]);
  const kept = body.filter((line) => {
    room -= line.length + 1;
    return room >= 0;
  });
  return [...head, ...kept, ...(kept.length < body.length ? [CUT] : []), ...tail].filter((line) => line !== "");
}

/** Most answers: as text they are about as long as their blocks, and need not be written twice to know that they fit. */
const isShort = (page: Page, { blocks = [] }: Message): boolean =>
  page.of === 1 && !blocks.some((block) => block.type === "table") && charactersIn(blocks) <= LIMITS.messageText / 2;

/** Rows of a table are longer as lines: a page that Slack may refuse as blocks must fit as text too. */
function fitsAsText(doc: Doc, page: Page, options: RenderOptions): boolean {
  const { head, body, tail } = partsOf(doc, page, options);
  return size(head) + size(body) + size(tail) <= LIMITS.messageText - size([CUT]);
}

function partsOf(doc: Doc, page: Page, options: RenderOptions) {
  const next =
    page.number < page.of && doc.line ? [`For the next page: /${escapeText(pageLine(doc.line, page.number + 1))}`] : [];
  return {
    head: [bold(doc.title), ...(page.number === 1 ? [toMrkdwn(doc.headline)] : [])],
    body: page.blocks.flatMap((block) => linesOf(block, firstNumber(doc, block))),
    tail: [...sourceLines(doc, page), footerLine(doc, page, options.sharedBy), ...next],
  };
}
const CUT = "… (cut here: the rest does not fit into a Slack message)";
const size = (lines: readonly string[]): number => lines.reduce((total, line) => total + line.length + 1, 0);

/** A single item that does not fit into a message alone: its texts are cut, and it says so. */
function shorten(page: Page): Page {
  const most = 2_000;
  const cutRich = (text: Rich): Rich =>
    plain(text).length <= most ? text : [{ text: plain(text).slice(0, most) }, { text: ` ${CUT}` }];
  return {
    ...page,
    blocks: page.blocks.map((block) => {
      if (block.type === "text" || block.type === "note") return { ...block, text: cutRich(block.text) };
      if (block.type === "list") return { ...block, items: block.items.map(cutRich) };
      if (block.type === "table")
        return {
          ...block,
          rows: block.rows.map((row) =>
            row.map((cell) => (plain(cell).length > 400 ? [{ text: `${plain(cell).slice(0, 400)} ${CUT}` }] : cell)),
          ),
        };
      if (block.type === "fields")
        return { ...block, items: block.items.map((item) => ({ ...item, value: cutRich(item.value) })) };
      if (block.type === "timeline")
        return { ...block, items: block.items.map((item) => ({ ...item, text: cutRich(item.text) })) };
      return block;
    }),
  };
}

/** The last resort: a message over a limit all the same (hundreds of sources, say) loses blocks before its last two. */
function cut(message: Message): Message {
  const blocks = [...(message.blocks ?? [])];
  while (blocks.length > 3 && !withinLimits({ ...message, blocks: [...blocks, ...contexts([CUT])] }))
    blocks.splice(-3, 1);
  return withinLimits({ ...message, blocks })
    ? { ...message, blocks }
    : { ...message, blocks: [...blocks, ...contexts([CUT])] };
}

const clip = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
