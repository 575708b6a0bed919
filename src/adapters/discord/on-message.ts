import type { App, Asker } from "../../app.ts";
import type { Log } from "../adapter.ts";
import type { CustomIds } from "./custom-ids.ts";
import { deliver } from "./deliver.ts";
import type { CreateOptions, DiscordApi, Outgoing } from "./discord-api.ts";
import { codes, discordCode, errorFields } from "./error-fields.ts";
import { type IncomingMessage, isDirectMessage } from "./incoming-message.ts";
import { notice, notices } from "./notice.ts";
import { type Rendered, render } from "./render.ts";

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
  let rendered: Rendered;
  try {
    const conversation = `discord:${channel_id}:${message.author.id}`;
    const workspace = `discord:${message.guild_id ?? message.author.id}`;
    const asker: Asker = {
      platform: "discord",
      conversation,
      workspace,
      at: { channel: channel_id, user: message.author.id },
      // A message does not say what its author may do: in a server the command has to be used.
      person: async () => ({ zone: null, manages: isDirectMessage(message) }),
    };
    const doc = await app.answer({ type: "question", text: question, asker });
    rendered = render(doc, { ids });
  } catch (error) {
    log.error({ request: "question", ...errorFields(error) }, "an answer failed");
    rendered = notice(notices.failed);
  } finally {
    clearTimeout(typing);
  }
  const options: CreateOptions = isDirectMessage(message) ? { nonce: id } : { nonce: id, replyTo: id };
  const send = (body: Outgoing) => createWithOrWithoutReply(api, channel_id, body, options);
  await deliver(rendered, { alreadyV2: false, send }, log);
}

/** Replying needs the permission to read the history; speaking in the channel does not. */
async function createWithOrWithoutReply(api: DiscordApi, channelId: string, body: Outgoing, options: CreateOptions) {
  try {
    await api.createMessage(channelId, body, options);
  } catch (error) {
    if (!options.replyTo || discordCode(error) !== codes.noHistoryToReplyTo) throw error;
    const { replyTo: _replyTo, ...rest } = options;
    await api.createMessage(channelId, body, rest);
  }
}
