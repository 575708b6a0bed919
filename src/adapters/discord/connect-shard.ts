/** One shard's connection to the gateway. discord.js keeps it up; here stand what it resumes with and when it must not. */
import { setTimeout as sleep } from "node:timers/promises";
import {
  DefaultWebSocketManagerOptions,
  type FetchingStrategyOptions,
  type SessionInfo,
  WebSocketShard,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from "@discordjs/ws";
import { type APIGatewayBotInfo, type GatewayDispatchPayload, GatewayIntentBits } from "discord.js";
import { z } from "zod";

/** What a session is resumed with, by this instance or by the next. */
const Session = z.object({
  resumeURL: z.string(),
  sequence: z.number(),
  sessionId: z.string(),
  shardCount: z.number(),
  shardId: z.number(),
}) satisfies z.ZodType<SessionInfo>;

/** Closing waits for Discord to close as well, which a dead connection never does. */
const CLOSE_WITHIN_MS = 250;
/** Any code but 1000 and 1001 leaves the session as it is, for a few minutes. */
const CLOSE_AND_KEEP = 4_200;

/** discord.js tries every half second; it is Discord that is in trouble when that fails again and again. */
const TRY_RESUMING = 3;
const LONGEST_PAUSE_MS = 15_000;
const pauseMs = (attempts: number): number => (attempts < 2 ? 0 : Math.min(250 * 2 ** attempts, LONGEST_PAUSE_MS));

export type ShardConnection = {
  /** Resolves with the first READY or RESUMED. */
  readonly connected: Promise<void>;
  /** What resumes it after the last event that was taken. */
  session(): string | null;
  /** From now on no event is taken. Leaves the session for another to resume. */
  close(): Promise<void>;
  health(): ShardHealth;
};

type ShardHealth = {
  connected: boolean;
  lastFrameAt: number | null;
  /** For how long it has tried to connect, its turn to log in not counted. */
  lostForMs: number;
  /** Of a connection that is lost. */
  closeCode: number | null;
};

export type ShardEvents = {
  /** False where it must not be taken: then it counts as not received. `replayed`: from before this connection. */
  onEvent(event: GatewayDispatchPayload, replayed: boolean): boolean;
  onConnected(resumed: boolean): void;
  onLost(): void;
  /** Discord takes no more connections of this kind. */
  onRefused(code: number): void;
  onError(error: Error): void;
};

export function connectShard(
  {
    token,
    info,
    shard,
    of,
    session: from,
  }: { token: string; info: APIGatewayBotInfo; shard: number; of: number; session: string | null },
  events: ShardEvents,
  may: {
    /** Waits until it may connect; what was left by somebody else may not always be resumed. */
    connect(): Promise<"resume" | "identify">;
    identify(signal: AbortSignal): Promise<void>;
  },
): ShardConnection {
  let session = toSession(from);
  let taken = session?.sequence ?? 0;
  let [over, isConnected, replaying, isWaiting] = [false, false, false, false];
  let lostAt = Date.now();
  let lastFrameAt: number | null = null;
  let closeCode: number | null = null;
  let attempts = 0;

  const options: FetchingStrategyOptions = {
    ...DefaultWebSocketManagerOptions,
    token,
    intents: GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages,
    gatewayInformation: info,
    shardCount: of,
  };
  const ws = new WebSocketShard(
    {
      options,
      async retrieveSessionInfo() {
        // Asked when idle it is about to connect; it also does so half a second after it was told to close.
        if (ws.status === WebSocketShardStatus.Idle) {
          await sleep(pauseMs(attempts++));
          if (!over && (await may.connect()) === "identify") session = null;
          if (over) await new Promise(() => {});
          // The address to resume at may be what fails.
          if (attempts > TRY_RESUMING) session = null;
          replaying = session !== null;
        }
        return session;
      },
      updateSessionInfo(_, info) {
        if (!over) session = info;
      },
      async waitForIdentify(_, signal) {
        isWaiting = true;
        await may.identify(signal).finally(() => {
          [isWaiting, lostAt] = [false, Date.now()];
        });
      },
    },
    shard,
  );
  const frame = () => {
    lastFrameAt = Date.now();
  };
  const ready = (resumed: boolean) => {
    [isConnected, closeCode, replaying, attempts] = [true, null, false, 0];
    if (!over) events.onConnected(resumed);
  };
  ws.on(WebSocketShardEvents.Hello, frame);
  ws.on(WebSocketShardEvents.HeartbeatComplete, frame);
  ws.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    frame();
    if (over || !events.onEvent(data, replaying)) return;
    taken = Math.max(taken, data.s);
  });
  ws.on(WebSocketShardEvents.Ready, () => {
    taken = 0;
    ready(false);
  });
  ws.on(WebSocketShardEvents.Resumed, () => ready(true));
  ws.on(WebSocketShardEvents.Closed, ({ code }) => {
    const wasConnected = isConnected;
    [isConnected, closeCode] = [false, code];
    if (wasConnected) lostAt = Date.now();
    if (over) return;
    if (REFUSED.has(code)) events.onRefused(code);
    else if (wasConnected) events.onLost();
  });
  ws.on(WebSocketShardEvents.Error, ({ error }) => {
    if (!over) events.onError(error);
  });
  const connected = ws.connect();
  connected.catch(() => {});

  return {
    connected,
    session: () => (session ? JSON.stringify({ ...session, sequence: Math.min(session.sequence, taken) }) : null),
    async close() {
      [over, isConnected] = [true, false];
      await Promise.race([
        ws.destroy({ code: CLOSE_AND_KEEP, reason: "handed over" }),
        sleep(CLOSE_WITHIN_MS, undefined, { ref: false }),
      ]).catch(() => {});
    },
    health: () => ({
      connected: isConnected,
      lastFrameAt,
      lostForMs: isConnected || isWaiting ? 0 : Date.now() - lostAt,
      closeCode,
    }),
  };
}

/** Authentication, shard, sharding required, version, intents: another try would end the same. */
const REFUSED = new Set([4004, 4010, 4011, 4012, 4013, 4014]);

function toSession(text: string | null): SessionInfo | null {
  if (text === null) return null;
  try {
    return Session.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
