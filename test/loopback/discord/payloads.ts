/** Events as Discord sends them, as full as discord.js needs them. */
import type { StoredMessage } from "./state.ts";

export const GUILD_ID = "700000000000000001";
export const CHANNEL_ID = "700000000000000002";
export const DM_CHANNEL_ID = "700000000000000003";
export const USER_ID = "700000000000000010";
export const BOT_ID = "700000000000000020";
export const APPLICATION_ID = "700000000000000021";
export const TOKEN = "loopback.token.of-the-bot";

/** Where somebody speaks, and who. */
export type Where = { dm?: boolean; channelId?: string; guildId?: string; userId?: string; permissions?: string };

let last = 800_000_000_000_000_000n;
export const snowflake = (): string => String(++last);

export const user = (id: string, extra: object = {}) => ({
  id,
  username: `user-${id.slice(-2)}`,
  global_name: `User ${id.slice(-2)}`,
  discriminator: "0",
  avatar: null,
  ...extra,
});
export const botUser = user(BOT_ID, { username: "gigawatt", global_name: null, bot: true });

const channelOf = ({ dm, channelId }: Where) => channelId ?? (dm ? DM_CHANNEL_ID : CHANNEL_ID);

export function interactionPayload(type: number, data: object, where: Where, message?: StoredMessage) {
  const [channelId, guildId] = [channelOf(where), where.guildId ?? GUILD_ID];
  const person = user(where.userId ?? USER_ID);
  const place = where.dm
    ? { user: person, context: 1, channel: { id: channelId, type: 1, recipients: [] } }
    : {
        guild_id: guildId,
        guild: { id: guildId, locale: "en-US", features: [] },
        member: {
          user: person,
          roles: [],
          joined_at: "2025-01-01T00:00:00Z",
          permissions: where.permissions ?? "0",
          deaf: false,
          mute: false,
          flags: 0,
        },
        context: 0,
        channel: { id: channelId, type: 0, guild_id: guildId, name: "deals" },
      };
  return {
    id: snowflake(),
    application_id: APPLICATION_ID,
    type,
    token: `interaction-token-${snowflake()}`,
    version: 1,
    channel_id: channelId,
    app_permissions: "0",
    locale: "en-US",
    entitlements: [],
    authorizing_integration_owners: {},
    attachment_size_limit: 10_485_760,
    data,
    ...place,
    ...(message ? { message: messageJson(message) } : {}),
  };
}
export type InteractionPayload = ReturnType<typeof interactionPayload>;

/** A message of the bot, as it comes with a click on it. */
export const messageJson = (message: StoredMessage) => ({
  ...messagePayload(message.content, { channelId: message.channelId }, botUser),
  id: message.id,
  flags: message.flags,
  components: message.components,
});

export function messagePayload(
  content: string,
  where: Where,
  author: object = user(where.userId ?? USER_ID),
  extra: object = {},
) {
  return {
    id: snowflake(),
    channel_id: channelOf(where),
    ...(where.dm ? {} : { guild_id: where.guildId ?? GUILD_ID }),
    type: 0,
    content,
    author,
    mentions: mentionsIn(content),
    mention_roles: [],
    mention_everyone: content.includes("@everyone"),
    attachments: [],
    embeds: [],
    components: [],
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    flags: 0,
    ...extra,
  };
}

const mentionsIn = (content: string) =>
  [...content.matchAll(/<@!?(\d+)>/g)].map(([, id = ""]) => (id === BOT_ID ? botUser : user(id)));
