import { ComponentType, MessageFlags } from "discord.js";
import { plain, type Rich } from "../../doc/doc.ts";
import { escapeMarkdown, oneLine } from "./escape-markdown.ts";
import { limits } from "./limits.ts";
import type { MessageBody } from "./overruns.ts";
import type { PageParts } from "./page-parts.ts";

const SHORTENED = "-# … shortened: Discord refused the full card.";

/** The page as an ordinary message: whole lines only, as many as there is room for. */
export function plainText({ head, body, foot }: PageParts): string {
  const all = [head, body, foot].filter(Boolean).join("\n");
  const room = limits.message.contentChars;
  if (all.length <= room) return all;
  const spare = room - SHORTENED.length - "\n```\n".length;
  let text = "";
  for (const line of all.split("\n")) {
    if (text.length + line.length + 1 > spare) break;
    text += `${line}\n`;
  }
  const openCode = (text.match(/^```/gm)?.length ?? 0) % 2 === 1;
  return `${text}${openCode ? "```\n" : ""}${SHORTENED}`;
}

/** The answer in one line. */
export function lineText(title: string, headline: Rich): string {
  const words = escapeMarkdown(oneLine([title, plain(headline)].filter(Boolean).join(": ")));
  return words.length > 1_000 ? `${words.slice(0, 999)}…` : words;
}

/** An ordinary message. */
export const contentMessage = (content: string): MessageBody => ({ content, flags: MessageFlags.SuppressEmbeds });

/** The same for a message that already is Components V2, which cannot be taken back. */
export const textDisplayMessage = (content: string): MessageBody => ({
  flags: MessageFlags.IsComponentsV2,
  components: [{ type: ComponentType.TextDisplay, content }],
});
