/** Text of a Doc → Slack's mrkdwn. Nothing in a Doc may become markup, a mention or an address that was not meant. */
import type { Rich, Span } from "../../doc/doc.ts";

/** `@here` is not a mention without its angle brackets, but a reader's client may still think so: a joiner breaks it. */
export function escapeText(text: string): string {
  if (!/[&<>@]/.test(text)) return text;
  return text
    .replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign)
    .replace(/@(?=(?:here|channel|everyone|group)\b)/gi, "@\u2060");
}
const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** An http or https address, or null. */
export function safeUrl(href: string): string | null {
  const url = URL.parse(href);
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:")) return null;
  const safe = url.href.replace(/[|<>]/g, (sign) => encodeURIComponent(sign));
  return safe.length <= 3_000 ? safe : null;
}

export function link(href: string | null | undefined, label: string): string {
  const url = href ? safeUrl(href) : null;
  const words = escapeText(label);
  return url ? `<${url.replaceAll("&", "&amp;")}|${words.replaceAll("\n", " ").replaceAll("|", "¦")}>` : words;
}

export const citeMarks = (cites: readonly number[] | undefined): string => (cites ?? []).map((n) => `[${n}]`).join("");

/** A zero-width space where a mark would touch a word or another mark: Slack would show it as a sign. */
export const toMrkdwn = (rich: Rich): string =>
  rich
    .map(spanToMrkdwn)
    .reduce((before, next) => (touches(before, next) ? `${before}\u200b${next}` : before + next), "");

const touches = (before: string, next: string): boolean =>
  (/[*_~`]$/.test(before) && /^[\p{L}\p{N}*_~`<]/u.test(next)) ||
  (/[\p{L}\p{N}>]$/u.test(before) && /^[*_~`]/.test(next));

/** All of it stands out: one mark around the whole, because marks side by side confuse Slack. */
export const toBoldMrkdwn = (rich: Rich): string =>
  wrap(toMrkdwn(rich.map(({ style, ...span }) => (style && style !== "strong" ? { ...span, style } : span))), "*");

function spanToMrkdwn(span: Span): string {
  const mark = span.style ? MARKS[span.style] : "";
  const words = span.href ? link(span.href, span.text) : escapeText(span.text);
  return `${wrap(words, mark)}${citeMarks(span.cites)}`;
}
const MARKS = { strong: "*", em: "_", code: "`", strike: "~" } as const;

export const bold = (text: string): string => wrap(escapeText(text), "*");

/** A mark must stand on a word and ends with its line, or Slack shows it as a sign. */
function wrap(text: string, mark: string): string {
  if (mark === "") return text;
  if (/^\S(?:.*\S)?$/.test(text)) return `${mark}${text}${mark}`;
  return text
    .split("\n")
    .map((line) =>
      line.replace(/^(\s*)(.*?)(\s*)$/u, (_, before, words, after) =>
        words ? `${before}${mark}${words}${mark}${after}` : line,
      ),
    )
    .join("\n");
}
