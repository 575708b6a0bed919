import { setTimeout as sleep } from "node:timers/promises";
import { type APIInteractionResponse, type RawFile, type REST, Routes } from "discord.js";
import { z } from "zod";
import { codes, discordCode } from "./error-fields.ts";
import type { Interaction } from "./interaction.ts";
import type { MessageBody } from "./overruns.ts";

/** A message with the pictures that it shows. */
export type Outgoing = MessageBody & { files?: RawFile[] };

/** The calls that the bot makes. Each message goes out with all mentions off, wherever its words are from. */
export type DiscordApi = {
  respond(interaction: Interaction, response: APIInteractionResponse): Promise<void>;
  /** Edits the first answer to an interaction, or after a deferred update the message with the button. */
  editOriginal(interaction: Interaction, body: Outgoing): Promise<void>;
  /** Gives the id of the message. */
  createMessage(channelId: string, body: Outgoing, options?: CreateOptions): Promise<string>;
  editMessage(channelId: string, messageId: string, body: Outgoing): Promise<void>;
  showTyping(channelId: string): Promise<void>;
};
export type CreateOptions = {
  replyTo?: string;
  /** Creating twice with one nonce gives the first message: two instances answer once. */
  nonce?: string;
};

const Created = z.object({ id: z.string() });

export const noMentions = { allowed_mentions: { parse: [], replied_user: false } };

export const createDiscordApi = (rest: REST): DiscordApi => ({
  async respond(interaction, response) {
    await rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
      body: quiet(response),
      auth: false,
    });
  },
  async editOriginal(interaction, { files = [], ...body }) {
    const route = Routes.webhookMessage(interaction.application_id, interaction.token, "@original");
    // The picture of another page would stay attached.
    const edit = { attachments: [], ...body, ...noMentions };
    await whenThere(() => rest.patch(route, { body: edit, files, auth: false }));
  },
  async createMessage(channelId, { files = [], ...body }, { replyTo, nonce } = {}) {
    const created = await rest.post(Routes.channelMessages(channelId), {
      files,
      body: {
        ...body,
        ...noMentions,
        ...(replyTo ? { message_reference: { message_id: replyTo, fail_if_not_exists: false } } : {}),
        ...(nonce ? { nonce, enforce_nonce: true } : {}),
      },
    });
    return Created.parse(created).id;
  },
  async editMessage(channelId, messageId, { files = [], ...body }) {
    const edit = { attachments: [], ...body, ...noMentions };
    await rest.patch(Routes.channelMessage(channelId, messageId), { body: edit, files });
  },
  async showTyping(channelId) {
    await rest.post(Routes.channelTyping(channelId));
  },
});

/** A response that carries a message carries it without mentions. */
export function quiet(response: APIInteractionResponse): object {
  const data = "data" in response ? response.data : undefined;
  const carriesMessage = data && !("title" in data) && ("content" in data || "components" in data);
  return carriesMessage ? { ...response, data: { ...data, ...noMentions } } : response;
}

/** An answer to an HTTP interaction can overtake its acknowledgement: Discord then does not know the message yet. */
async function whenThere(call: () => Promise<unknown>): Promise<void> {
  for (const pauseMs of [150, 500, 1_500]) {
    try {
      await call();
      return;
    } catch (error) {
      const code = discordCode(error);
      if (code !== codes.unknownWebhook && code !== codes.unknownMessage) throw error;
    }
    await sleep(pauseMs);
  }
  await call();
}
