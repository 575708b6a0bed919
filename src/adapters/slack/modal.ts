/** Modals that ask for one thing more about an answer, and go on from its line. */
import type { types } from "@slack/bolt";
import { z } from "zod";
import { UserError } from "../../errors.ts";
import type { Bot } from "./bot.ts";
import { LIMITS } from "./limits.ts";
import { Origin } from "./origin.ts";
import type { ViewSubmission } from "./payloads.ts";

export const words = (text: string): types.PlainTextElement => ({ type: "plain_text", text, emoji: false });

export type Parts = { callbackId: string; title: string; submit: string; blocks: types.ModalView["blocks"] };

export const modalView = ({ callbackId, title, submit, blocks }: Parts, metadata: string): types.ModalView => ({
  type: "modal",
  callback_id: callbackId,
  private_metadata: metadata,
  title: words(title.slice(0, LIMITS.modalTitle)),
  submit: words(submit),
  close: words("Cancel"),
  blocks,
});

const AboutLine = z.object({ line: z.string(), origin: Origin });

/** A trigger_id is good for three seconds: nothing may come before this. `instead`: what to do where the line is too long to keep. */
export async function askAbout(
  bot: Bot,
  triggerId: string,
  about: z.infer<typeof AboutLine>,
  parts: Parts & { instead: string },
): Promise<null> {
  const metadata = JSON.stringify(about);
  if (metadata.length > LIMITS.privateMetadata) {
    throw new UserError("line-too-long", "This answer's command is too long for a button.", { hint: parts.instead });
  }
  await bot.client.views.open({ trigger_id: triggerId, view: modalView(parts, metadata) });
  return null;
}

export const lineOf = ({ view }: ViewSubmission): z.infer<typeof AboutLine> =>
  AboutLine.parse(JSON.parse(view.private_metadata));

/** True the first time that this modal is sent. */
export const claimView = (bot: Bot, { view }: ViewSubmission): Promise<boolean> =>
  bot.seen.claim(`slack:view:${view.id}`);
