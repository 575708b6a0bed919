/** "Wrong?": asks in a modal what is wrong with an answer, and passes it on with the answer's line. */
import type { App as Bolt, types } from "@slack/bolt";
import { z } from "zod";
import { UserError } from "../../errors.ts";
import { attempt, type Bot, botOf, reply } from "./bot.ts";
import { LIMITS } from "./limits.ts";
import { askerOf, Origin, routesFor } from "./origin.ts";
import { ViewSubmission } from "./payloads.ts";

const MODAL = "gw:wrong";
const WORDS = "gw:words";
const MOST_WORDS = 1_000;
const Metadata = z.object({ line: z.string(), origin: Origin });

export function listenForFeedback(bolt: Bolt): void {
  bolt.view(MODAL, async ({ ack, body, context }) => {
    await ack();
    await onTold(botOf(context), ViewSubmission.parse(body));
  });
}

/** A trigger_id is good for three seconds: nothing may come before this. */
export async function askWhatIsWrong(bot: Bot, triggerId: string, line: string, origin: Origin): Promise<null> {
  const metadata = JSON.stringify({ line, origin });
  if (metadata.length > LIMITS.privateMetadata) {
    throw new UserError("line-too-long", "This answer's command is too long for a button.", {
      hint: "Use /feedback with your words instead.",
    });
  }
  await bot.client.views.open({ trigger_id: triggerId, view: modal(metadata) });
  return null;
}

const modal = (metadata: string): types.ModalView => ({
  type: "modal",
  callback_id: MODAL,
  private_metadata: metadata,
  title: words("What is wrong?"),
  submit: words("Send"),
  close: words("Cancel"),
  blocks: [
    {
      type: "input",
      block_id: WORDS,
      label: words("What should it say, and where does it stand?"),
      hint: words("Kept with the answer's command, without your name, for whoever looks after the facts."),
      element: {
        type: "plain_text_input",
        action_id: WORDS,
        multiline: true,
        max_length: MOST_WORDS,
        focus_on_load: true,
      },
    },
  ],
});

async function onTold(bot: Bot, { view, user }: z.infer<typeof ViewSubmission>): Promise<void> {
  if (!(await bot.seen.claim(`slack:view:${view.id}`))) return;
  const { line, origin } = Metadata.parse(JSON.parse(view.private_metadata));
  const told = view.state.values[WORDS]?.[WORDS]?.value ?? "";
  const routes = routesFor({ ...origin, user: user.id });
  const asker = askerOf({ ...origin, user: user.id });
  await attempt(bot, "feedback", routes, () =>
    reply(bot, { type: "feedback", about: line, words: told, asker }, routes, {}),
  );
}

const words = (text: string): types.PlainTextElement => ({ type: "plain_text", text, emoji: false });
