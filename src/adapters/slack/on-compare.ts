/** "Compare…": asks in a modal for the second deal, then runs the line with its name at the end. */
import type { App as Bolt, types } from "@slack/bolt";
import { z } from "zod";
import { UserError } from "../../errors.ts";
import { attempt, type Bot, botOf, reply } from "./bot.ts";
import { LIMITS } from "./limits.ts";
import { askerOf, Origin, routesFor } from "./origin.ts";
import { BlockSuggestion, ViewSubmission } from "./payloads.ts";

const MODAL = "gw:which";
const CHOICE = "gw:choice";
const Metadata = z.object({ line: z.string(), origin: Origin });

export function listenForCompare(bolt: Bolt): void {
  bolt.options(CHOICE, async ({ ack, body, context }) => {
    await ack({ options: await suggest(botOf(context), BlockSuggestion.parse(body).value) });
  });
  bolt.view(MODAL, async ({ ack, body, context }) => {
    await ack();
    await onChosen(botOf(context), ViewSubmission.parse(body));
  });
}

/** A trigger_id is good for three seconds: nothing may come before this. */
export async function askWhich(bot: Bot, triggerId: string, line: string, origin: Origin): Promise<null> {
  const metadata = JSON.stringify({ line, origin });
  if (metadata.length > LIMITS.privateMetadata) {
    throw new UserError("line-too-long", "This answer's command is too long for a button.", {
      hint: "Use /compare with the names instead.",
    });
  }
  await bot.client.views.open({ trigger_id: triggerId, view: modal(metadata) });
  return null;
}

const modal = (metadata: string): types.ModalView => ({
  type: "modal",
  callback_id: MODAL,
  private_metadata: metadata,
  title: words("Compare"),
  submit: words("Compare"),
  close: words("Cancel"),
  blocks: [
    {
      type: "input",
      block_id: CHOICE,
      label: words("With which deal?"),
      element: {
        type: "external_select",
        action_id: CHOICE,
        min_query_length: 0,
        focus_on_load: true,
        placeholder: words("Type a name"),
      },
    },
  ],
});

/** Fewer than Slack takes: nobody reads a hundred. */
const SUGGESTIONS = 20;

async function suggest(bot: Bot, typed: string): Promise<types.PlainTextOption[]> {
  const most = LIMITS.optionText;
  const found = await bot.app.complete("deal", typed, SUGGESTIONS);
  return found
    .filter(({ value, label }) => label !== "" && value !== "" && value.length <= LIMITS.optionValue)
    .map(({ label, value }) => ({ text: words(label.length > most ? `${label.slice(0, most - 1)}…` : label), value }));
}

async function onChosen(bot: Bot, { view, user }: z.infer<typeof ViewSubmission>): Promise<void> {
  if (!(await bot.seen.claim(`slack:view:${view.id}`))) return;
  const { line, origin } = Metadata.parse(JSON.parse(view.private_metadata));
  const chosen = view.state.values[CHOICE]?.[CHOICE]?.selected_option?.value;
  const routes = routesFor({ ...origin, user: user.id });
  await attempt(bot, "compare", routes, async () => {
    if (!chosen) throw new UserError("nothing-chosen", "No deal was chosen.", { hint: "Use /compare with two names." });
    return reply(bot, { type: "click", line: `${line} ${chosen}`, asker: askerOf(origin) }, routes, {
      share: origin.place !== "direct",
    });
  });
}

const words = (text: string): types.PlainTextElement => ({ type: "plain_text", text, emoji: false });
