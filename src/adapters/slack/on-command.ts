/** Slash commands: private answers, with a button that shares them. */
import type { App as Bolt } from "@slack/bolt";
import { splitPageLine } from "../../doc/paginate.ts";
import { memorySeen } from "../../state/seen.ts";
import { attempt, type Bot, botOf, reply, teamOf } from "./bot.ts";
import type { Route } from "./deliver.ts";
import { commandWithForm, openForm } from "./on-form.ts";
import { askerOf, type Origin } from "./origin.ts";
import { SlashCommand } from "./payloads.ts";
import { readText } from "./read-text.ts";

/** One listener for all: Bolt asks every listener of every request, so each more costs all of them. */
export function listenForCommands(bolt: Bolt): void {
  // Slack sends an event again, but never a command: that this process takes none twice is enough, and costs no write.
  const taken = memorySeen({ clock: Date });
  bolt.command(/^\//, async ({ ack, body, context }) => {
    await ack();
    const slash = SlashCommand.parse(body);
    if (await taken.claim(slash.trigger_id)) await onCommand(botOf(context), slash);
  });
}

async function onCommand(bot: Bot, slash: SlashCommand): Promise<void> {
  const routes: Route[] = [
    { via: "respond", url: slash.response_url, type: "ephemeral" },
    { via: "ephemeral", channel: slash.channel_id, user: slash.user_id },
  ];
  const name = slash.command.slice(1);
  await attempt(bot, `command ${name}`, routes, async () => {
    const asker = askerOf({ team: teamOf(bot, slash.team_id), channel: slash.channel_id, user: slash.user_id });
    const origin: Origin = {
      team: teamOf(bot, slash.team_id),
      channel: slash.channel_id,
      user: slash.user_id,
      place: "private",
      responseUrl: slash.response_url,
    };
    if (slash.text.trim() === "" && (await commandWithForm(name))) return openForm(bot, slash.trigger_id, name, origin);
    const { line: text, page } = splitPageLine(` ${readText(slash.text)}`);
    return reply(bot, { type: "command", name, text: text.trim(), asker }, routes, { page, share: true });
  });
}
