import { MessageType } from "discord.js";
import { z } from "zod";

/** What the bot reads of a MESSAGE_CREATE. */
export const IncomingMessage = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().optional(),
  type: z.number(),
  content: z.string().default(""),
  webhook_id: z.string().optional(),
  author: z.object({ id: z.string(), bot: z.boolean().optional(), system: z.boolean().optional() }),
  mentions: z.array(z.object({ id: z.string(), username: z.string(), global_name: z.string().nullish() })).default([]),
  referenced_message: z.object({ author: z.object({ id: z.string() }) }).nullish(),
});
export type IncomingMessage = z.infer<typeof IncomingMessage>;

export const isDirectMessage = (message: IncomingMessage): boolean => message.guild_id === undefined;

/**
 * The question that this message asks the bot, or undefined when it does not speak to it: another bot's, a webhook's, a
 * notice, or one that only names a role or everyone. A bare mention asks for help.
 */
export function questionIn(message: IncomingMessage, botId: string): string | undefined {
  const { author, type, webhook_id } = message;
  if (author.bot || author.system || webhook_id || author.id === botId) return undefined;
  if (type !== MessageType.Default && type !== MessageType.Reply) return undefined;
  const named = new RegExp(`<@!?${botId}>`).test(message.content);
  const replied = message.referenced_message?.author.id === botId;
  if (!named && !replied && !isDirectMessage(message)) return undefined;
  const question = spoken(message, botId);
  // Without a mention Discord may hold back the words of a reply; a picture in a direct message has none.
  if (!question && !named) return undefined;
  return question || "help";
}

/** The words as a reader sees them: names for mentions, nothing for the bot's own name and for custom emoji. */
function spoken({ content, mentions }: IncomingMessage, botId: string): string {
  const names = new Map(mentions.map((user) => [user.id, user.global_name ?? user.username]));
  return content
    .replace(/<@!?(\d+)>/g, (_, id: string) => (id === botId ? " " : (names.get(id) ?? " ")))
    .replace(/<t:(\d{1,11})(?::[a-zA-Z])?>/g, (_, seconds: string) =>
      new Date(Number(seconds) * 1_000).toISOString().slice(0, 10),
    )
    .replace(/<\/([^:>]+):\d+>/g, "/$1")
    .replace(/<(?:@&|#)\d+>|<a?:\w+:\d+>|<id:\w+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
