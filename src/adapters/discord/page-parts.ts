import type { Doc, SourceRef } from "../../doc/doc.ts";
import { citedIn, type Page } from "../../doc/paginate.ts";
import { saySourceDay } from "../../doc/say-source-day.ts";
import { blocksMarkdown } from "./block-markdown.ts";
import { MAX_ACTIONS } from "./buttons.ts";
import { escapeMarkdown, oneLine } from "./escape-markdown.ts";
import { maskedLink } from "./masked-link.ts";
import { boldMarkdown } from "./rich-markdown.ts";

/** The texts of one page, from top to bottom: heading with the direct answer, what follows from it, where it is from. */
export type PageParts = { head: string; body: string; foot: string };

const TITLE_CHARS = 250;

export function pageParts(doc: Doc, page: Page, sharedBy?: string): PageParts {
  const whole = oneLine(doc.title);
  const title = escapeMarkdown(whole.length > TITLE_CHARS ? `${whole.slice(0, TITLE_CHARS - 1)}…` : whole);
  const heading = `## ${title}${page.number > 1 ? ` · page ${page.number}` : ""}`;
  const answer = page.number === 1 ? boldMarkdown(doc.headline) : "";
  return {
    head: [heading, answer].filter(Boolean).join("\n"),
    body: blocksMarkdown(page.blocks, doc.blocks),
    foot: [...sourceLines(doc, page), ...moved(doc, page), dates(doc, sharedBy)].map((line) => `-# ${line}`).join("\n"),
  };
}

function sourceLines(doc: Doc, page: Page): string[] {
  const headline = page.number === 1 ? [{ type: "text" as const, text: doc.headline }] : [];
  return citedIn([...headline, ...page.blocks]).flatMap((number) => {
    const source = doc.sources[number - 1];
    return source ? [`[${number}] ${maskedLink(sourceName(source), source.url)}`] : [];
  });
}

export const sourceName = (source: SourceRef): string => `${source.publisher}, ${saySourceDay(source, (date) => date)}`;

/** What is not on this page, and where it is. */
function moved(doc: Doc, page: Page): string[] {
  const lines: string[] = [];
  if (page.of > 1)
    lines.push(`Page ${page.number} of ${page.of}: the rest is on the other pages, by the buttons below.`);
  const more = doc.actions.length - MAX_ACTIONS;
  if (more > 0) lines.push(`${more} more ${more === 1 ? "choice has" : "choices have"} no button here: type the name.`);
  return lines;
}

function dates(doc: Doc, sharedBy: string | undefined): string {
  const parts = [`As of ${doc.asOf}`, `knowledge complete to ${doc.completeTo}`];
  if (doc.readAs) parts.push(escapeMarkdown(oneLine(doc.readAs.replace(/^(?!read as)/i, "Read as: "))));
  if (sharedBy) parts.push(`shared by <@${sharedBy}>`);
  return parts.join(" · ");
}
