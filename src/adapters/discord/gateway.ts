import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Options, Partials, type REST } from "discord.js";
import { z } from "zod";
import type { AdapterHealth, Clock, Log } from "../adapter.ts";
import { errorFields } from "./error-fields.ts";
import { IncomingMessage } from "./incoming-message.ts";
import { Interaction } from "./interaction.ts";
import { closedBy, loginError } from "./setup-error.ts";

/** Two missed heartbeats of about 41 s: by then discord.js has dropped the socket itself. */
const SILENT_AFTER_MS = 90_000;

const Ready = z.object({ user: z.object({ id: z.string() }) });

export type Gateway = {
  rest: REST;
  start(): Promise<void>;
  stop(): Promise<void>;
  health(): AdapterHealth;
};

export type GatewayOptions = {
  token: string;
  restUrl: string | undefined;
  log: Log;
  clock: Clock;
  onInteraction(interaction: Interaction): void;
  onMessage(message: IncomingMessage, botId: string): void;
};

/**
 * The connection to Discord. discord.js keeps it up; what comes over it is read as Discord sent it, so that an
 * interaction is the same here as over HTTP and nothing has to be cached.
 */
export function createGateway({ token, restUrl, log, clock, onInteraction, onMessage }: GatewayOptions): Gateway {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits(NOTHING_CACHED),
    ...(restUrl ? { rest: { api: restUrl } } : {}),
  });
  let botId = "";
  let connected = false;
  let stopping = false;
  let closedFor: string | undefined;
  let closeCode: number | undefined;
  let lastFrameAt: number | null = null;

  client.on(Events.Raw, () => {
    lastFrameAt = clock.now();
  });
  const { ws } = client;
  ws.on(GatewayDispatchEvents.Ready, (data) => {
    botId = Ready.parse(data).user.id;
    connected = true;
    log.info({ shards: ws.shards.size }, "connected to Discord");
  });
  ws.on(GatewayDispatchEvents.Resumed, () => {
    connected = true;
    log.info({}, "the connection to Discord is resumed");
  });
  ws.on(GatewayDispatchEvents.InteractionCreate, (data) => {
    const interaction = Interaction.safeParse(data);
    if (interaction.success) onInteraction(interaction.data);
    else log.warn({ reason: z.prettifyError(interaction.error) }, "an interaction that cannot be read");
  });
  ws.on(GatewayDispatchEvents.MessageCreate, (data) => {
    const message = IncomingMessage.safeParse(data);
    if (message.success) onMessage(message.data, botId);
    else log.warn({ reason: z.prettifyError(message.error) }, "a message that cannot be read");
  });
  client.on(Events.ShardReconnecting, () => {
    connected = false;
    if (!stopping) log.warn({}, "the connection to Discord is lost: connecting again");
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    connected = false;
    closeCode = code;
    closedFor = closedBy(code) ?? `Discord closed the connection for good (close code ${code}).`;
    log.error({ code }, closedFor);
  });
  client.on(Events.ShardError, (error) => log.warn(errorFields(error), "an error on the connection to Discord"));
  client.on(Events.Error, (error) => log.error(errorFields(error), "discord.js reports an error"));
  client.rest.on("rateLimited", ({ route, timeToReset, global }) =>
    log.warn({ route, waitMs: timeToReset, global }, "Discord asks to wait"),
  );

  return {
    rest: client.rest,
    async start() {
      try {
        await client.login(token);
      } catch (error) {
        throw loginError(error, closeCode);
      }
    },
    async stop() {
      [connected, stopping] = [false, true];
      await client.destroy();
    },
    health() {
      // Heartbeats are not dispatched; discord.js stamps them by the machine's clock.
      const beatAges = [...ws.shards.values()].filter((shard) => shard.lastPingTimestamp > 0);
      const ages = beatAges.map((shard) => Date.now() - shard.lastPingTimestamp);
      if (lastFrameAt !== null) ages.push(clock.now() - lastFrameAt);
      const lastSeenMs = ages.length > 0 ? Math.max(0, Math.min(...ages)) : null;
      const silent = lastSeenMs === null || lastSeenMs > SILENT_AFTER_MS;
      const detail = closedFor ?? (!connected ? "not connected" : silent ? "connected, but silent" : "connected");
      return { ok: connected && !silent, lastSeenMs, detail };
    },
  };
}

/** discord.js cannot do without its guilds, channels and roles; of all else the bot reads nothing. */
const NOTHING_CACHED = {
  ...Options.DefaultMakeCacheSettings,
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
};
