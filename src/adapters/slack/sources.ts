/** The lines under an answer: where its facts are from, of which day it speaks, and how a question was read. */
import type { Doc } from "../../doc/doc.ts";
import { citedIn, type Page } from "../../doc/paginate.ts";
import { sayDate } from "../../doc/say-figure.ts";
import { saySourceDay } from "../../doc/say-source-day.ts";
import { bold, escapeText, link } from "./mrkdwn.ts";

/** Those that this page cites; on the first also those that nothing cites, which would otherwise stand nowhere. */
export function sourceLines(doc: Doc, page: Page): string[] {
  const shown = new Set(citedIn(page.blocks));
  if (page.number === 1) {
    const everywhere = new Set([...citedIn(doc.blocks), ...inHeadline(doc)]);
    for (let n = 1; n <= doc.sources.length; n++) if (!everywhere.has(n)) shown.add(n);
    for (const n of inHeadline(doc)) shown.add(n);
  }
  const numbers = [...shown].sort((a, b) => a - b);
  const few = numbers.length <= FEW;
  const entries = numbers.flatMap((n) => entry(doc, n, few));
  if (entries.length === 0) return [];
  return few ? [bold("Sources"), ...entries] : [`${bold("Sources")} ${entries.join(" · ")}`];
}

const inHeadline = (doc: Doc): readonly number[] => doc.headline.flatMap((span) => span.cites ?? []);

/** More than these stand side by side, without their titles: an answer is not a bibliography. */
const FEW = 5;

function entry(doc: Doc, n: number, withTitle: boolean): string[] {
  const source = doc.sources[n - 1];
  if (!source) return [];
  const label = `${source.publisher}, ${saySourceDay(source, sayDate)}`;
  return [`[${n}] ${link(source.url, label)}${withTitle && source.title ? ` ${escapeText(source.title)}` : ""}`];
}

export function footerLine(doc: Doc, page: Page, sharedBy: string | undefined): string {
  return [
    ...(page.of > 1 ? [`Page ${page.number} of ${page.of}`] : []),
    ...(doc.asOf ? [`As of ${sayDate(doc.asOf)}`] : []),
    ...(doc.completeTo ? [`knowledge complete to ${sayDate(doc.completeTo)}`] : []),
    ...(doc.readAs ? [escapeText(doc.readAs)] : []),
    ...(sharedBy ? [`shared by ${escapeText(sharedBy)}`] : []),
  ].join(" · ");
}
