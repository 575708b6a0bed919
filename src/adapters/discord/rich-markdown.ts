import type { Rich, Span } from "../../doc/doc.ts";
import { escapeCode, escapeMarkdown, oneLine } from "./escape-markdown.ts";
import { maskedLink } from "./masked-link.ts";

/** A run of text on one line, in Discord's Markdown. */
export function richMarkdown(rich: Rich): string {
  let out = "";
  for (const span of joined(rich)) {
    const piece = spanMarkdown(span) + cites(span);
    // Two styled runs that touch would read as one mark: **a****b**.
    out += /[*~`]$/.test(out) && /^[*~`]/.test(piece) ? `\u200b${piece}` : piece;
  }
  return out;
}

/** The same, all of it bold: for the direct answer. */
export function boldMarkdown(rich: Rich): string {
  const flat = rich.map((span): Span => (span.style === "code" ? span : without(span)));
  const words = richMarkdown(flat).trim();
  return words ? `**${words}**` : "";
}

export const cites = (span: Span): string => (span.cites ?? []).map((number) => `[${number}]`).join("");

const MARKS = { strong: "**", em: "*", strike: "~~" } as const;

function spanMarkdown(span: Span): string {
  const text = oneLine(span.text);
  if (!text.trim()) return text;
  if (span.style === "code") return `\`${escapeCode(text).trim()}\``;
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/.exec(text) ?? [];
  const mark = span.style ? MARKS[span.style] : "";
  const shown = span.href ? maskedLink(words, span.href) : escapeMarkdown(words);
  return `${before}${mark}${shown}${mark}${after}`;
}

function without(span: Span): Span {
  const { style: _style, ...rest } = span;
  return rest;
}

/** Neighbours of one style as one span, so that their marks do not touch. */
function joined(rich: Rich): Span[] {
  const out: Span[] = [];
  for (const span of rich) {
    const last = out.at(-1);
    const same = last && last.style === span.style && !last.href && !span.href && !last.cites?.length;
    if (last && same) out[out.length - 1] = { ...span, text: last.text + span.text };
    else out.push(span);
  }
  return out;
}
