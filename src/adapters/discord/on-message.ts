import type { App, Asker } from "../../app.ts";
import type { Log } from "../adapter.ts";
import type { CustomIds } from "./custom-ids.ts";
import type { CreateOptions, DiscordApi, Outgoing } from "./discord-api.ts";
import { codes, discordCode } from "./error-fields.ts";
import { type IncomingMessage, isDirectMessage } from "./incoming-message.ts";
import { render } from "./render.ts";
import { type Place, showAnswer } from "./show-answer.ts";

/** An answer that takes longer than this shows that the bot is at it. */
const TYPING_AFTER_MS = 700;

type Answering = { app: App; ids: CustomIds; api: DiscordApi; log: Log };

/** Answers a question asked in a message: as a reply that all see, or plainly in a direct message. Never throws. */
export async function onMessage(
  message: IncomingMessage,
  question: string,
  { app, ids, api, log }: Answering,
): Promise<void> {
  const { id, channel_id } = message;
  const typing = setTimeout(() => void api.showTyping(channel_id).catch(() => {}), TYPING_AFTER_MS);
  const asker: Asker = {
    platform: "discord",
    conversation: `discord:${channel_id}:${message.author.id}`,
    workspace: `discord:${message.guild_id ?? message.author.id}`,
    at: { channel: channel_id, user: message.author.id },
    // A message does not say what its author may do: in a server the command has to be used.
    person: async () => ({ zone: null, manages: isDirectMessage(message) }),
  };
  const options: CreateOptions = isDirectMessage(message) ? { nonce: id } : { nonce: id, replyTo: id };
  let sent = "";
  const place: Place = {
    alreadyV2: false,
    async send(body) {
      sent = await createWithOrWithoutReply(api, channel_id, body, options);
    },
    edit: (body) => api.editMessage(channel_id, sent, body),
  };
  const request = { type: "question", text: question, asker } as const;
  const stopTyping = () => clearTimeout(typing);
  await showAnswer(app, request, (doc) => render(doc, { ids }), place, { log, onShown: stopTyping });
  stopTyping();
}

/** Replying needs the permission to read the history; speaking in the channel does not. */
async function createWithOrWithoutReply(
  api: DiscordApi,
  channelId: string,
  body: Outgoing,
  options: CreateOptions,
): Promise<string> {
  try {
    return await api.createMessage(channelId, body, options);
  } catch (error) {
    if (!options.replyTo || discordCode(error) !== codes.noHistoryToReplyTo) throw error;
    const { replyTo: _replyTo, ...rest } = options;
    return await api.createMessage(channelId, body, rest);
  }
}
