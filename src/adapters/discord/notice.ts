import { ComponentType, MessageFlags } from "discord.js";
import { escapeMarkdown } from "./escape-markdown.ts";
import type { MessageBody } from "./overruns.ts";
import type { Rendered } from "./render.ts";

/** Sentences that the adapter says itself. */
export const notices = {
  failed: "Something went wrong on my side, and it is logged. Please try again in a minute.",
  tooOld: "This button is too old: ask again.",
  nothingChosen: "Nothing was chosen: press Compare again and pick a deal or type its name.",
  tooLate: "Discord did not take my answer in time. Please try again.",
} as const;

/** One plain sentence in place of an answer. */
export function notice(sentence: string): Rendered {
  const content = escapeMarkdown(sentence);
  const card: MessageBody = {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.TextDisplay, content }],
  };
  return { card, plain: content, line: content };
}
