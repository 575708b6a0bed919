import { InteractionType } from "discord.js";
import type { Log } from "../adapter.ts";
import type { DiscordApi } from "./discord-api.ts";
import { codes, discordCode, errorFields } from "./error-fields.ts";
import type { Interaction } from "./interaction.ts";
import { notices } from "./notice.ts";

type Where = { api: DiscordApi; log: Log; isReplayed?: boolean; onDead(): void };

/** The acknowledgement failed, so nothing can be answered any more: count it, log it, and say so in the channel. */
export async function onDeadInteraction(
  interaction: Interaction,
  error: unknown,
  { api, log, isReplayed, onDead }: Where,
): Promise<void> {
  const fields = { interaction: interaction.type, ...errorFields(error) };
  // Somebody else acknowledged it, so somebody else answers it.
  if (discordCode(error) === codes.alreadyAcknowledged)
    return log.info(fields, "another instance answers this interaction");
  onDead();
  log.warn(fields, "Discord did not take the acknowledgement: the interaction is lost");
  // From before this connection: Discord has told the reader long ago.
  if (isReplayed) return;
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete || !interaction.channel_id) return;
  try {
    await api.createMessage(interaction.channel_id, { content: notices.tooLate });
  } catch (second) {
    log.info(errorFields(second), "the channel could not be told either");
  }
}
