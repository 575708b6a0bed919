import { escapeMarkdown, oneLine } from "./escape-markdown.ts";

/** `[label](<url>)`, or the label alone where the address is none that may be followed. The brackets stop a preview. */
export function maskedLink(label: string, url: string | null | undefined): string {
  const words = escapeMarkdown(oneLine(label));
  const address = safeUrl(url);
  return address ? `[${words}](<${address}>)` : words;
}

/** An http or https address in which nothing can end the link early; undefined for any other. */
export function safeUrl(url: string | null | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") return undefined;
  return parsed.href.replace(
    /[()<>\s`|\\]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}
