/** What a person wrote, without Slack's markup. The bot's own name is not part of the question. */
export function readText(raw: string): string {
  return raw
    .replace(MARKUP, readMarkup)
    .replace(/&(amp|lt|gt);/g, (_, name: string) => SIGNS[name] ?? "")
    .replace(/\s+/g, " ")
    .trim();
}

const MARKUP = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;
const SIGNS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">" };

/** A person, a channel or an address reads as its label. Without one only an address says anything. */
function readMarkup(_: string, kind: string, target: string, label: string | undefined): string {
  if (kind === "") return label || target.replace(/^mailto:/, "");
  return label ?? "";
}
