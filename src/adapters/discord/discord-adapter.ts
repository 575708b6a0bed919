import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { REST } from "discord.js";
import { LRUCache } from "lru-cache";
import type { Command } from "../../../commands/define-command.ts";
import type { App } from "../../app.ts";
import { SetupError } from "../../errors.ts";
import type { Adapter, Clock, HttpRoute, Log, Outlet } from "../adapter.ts";
import { createInFlight } from "../in-flight.ts";
import { createOutlet } from "./create-outlet.ts";
import { createCustomIds } from "./custom-ids.ts";
import { createDiscordApi } from "./discord-api.ts";
import { createGateway } from "./gateway.ts";
import { httpInteractions } from "./http-interactions.ts";
import { type IncomingMessage, questionIn } from "./incoming-message.ts";
import type { Interaction } from "./interaction.ts";
import { onMessage } from "./on-message.ts";
import { type Acknowledge, type Responding, respond } from "./respond.ts";
import type { ShardLeases } from "./shard-leases.ts";

export type DiscordConfig = {
  /** The bot's token: needed for the gateway, and over HTTP to say something in a channel. */
  token?: string;
  /** The application's public key in hexadecimal: switches the HTTP endpoint on. */
  publicKey?: string;
  /** Whether to connect to the gateway, for mentions and direct messages. */
  gateway: boolean;
  /** Where the REST interface is, for tests. */
  restUrl?: string;
};

export type DiscordOptions = {
  config: DiscordConfig;
  app: App;
  commands: readonly Command[];
  log: Log;
  clock: Clock;
  /** True the first time that a key is claimed: what comes twice is answered once. */
  seen: { claim(key: string): Promise<boolean> };
  /** Who of all instances holds the gateway: needed with one. */
  shardLeases?: ShardLeases;
};

/** What handing over the gateway may take when nothing of the deadline is left. */
const HAND_OVER_WITHIN_MS = 500;

export type DiscordAdapter = Adapter & { routes: readonly HttpRoute[]; outlet: Outlet };

/** Discord by the gateway, by HTTP interactions, or both: one way of answering behind them. */
export function createDiscordAdapter(options: DiscordOptions): DiscordAdapter {
  const { config, app, commands, log, clock, seen, shardLeases } = options;
  const inFlight = createInFlight();
  // What comes twice over one connection must not be acknowledged twice; other instances are asked after that.
  const recent = new LRUCache<string, true>({ maxSize: 5_000, sizeCalculation: () => 1 });
  let stopping = false;
  let deadInteractions = 0;
  let lastRequestAt: number | null = null;

  const take = (interaction: Interaction, acknowledge: Acknowledge, isReplayed = false): boolean => {
    if (stopping || recent.has(interaction.id)) return false;
    recent.set(interaction.id, true);
    void inFlight.track(respond(interaction, acknowledge, { ...responding, isReplayed }));
    return true;
  };
  const takeMessage = (message: IncomingMessage, botId: string): void => {
    const question = questionIn(message, botId);
    if (stopping || question === undefined) return;
    const claimed = seen.claim(`discord:message:${message.id}`);
    void inFlight.track(claimed.then((mine) => (mine ? onMessage(message, question, responding) : undefined)));
  };

  const rest = createRest(config);
  rest.on("rateLimited", ({ route, timeToReset, global }) =>
    log.warn({ route, waitMs: timeToReset, global }, "Discord asks to wait"),
  );
  const api = createDiscordApi(rest);
  const ids = createCustomIds();
  const responding: Responding = {
    app,
    commands,
    ids,
    api,
    log,
    claim: (interaction) => seen.claim(`discord:interaction:${interaction.id}`),
    onDead: () => deadInteractions++,
  };
  const onRequest = () => {
    lastRequestAt = clock.now();
  };
  if (config.gateway && !shardLeases) throw new Error("the gateway needs leases");
  const gateway =
    config.gateway && shardLeases
      ? createGateway({
          token: needed(config.token),
          rest,
          leases: shardLeases,
          instance: `${hostname()}/${process.pid}/${randomUUID()}`,
          log,
          onInteraction: (interaction, isReplayed) =>
            void take(interaction, (response) => api.respond(interaction, response), isReplayed),
          onMessage: takeMessage,
        })
      : undefined;
  const { publicKey } = config;
  const routes = publicKey ? [httpInteractions({ publicKey, clock, log, onInteraction: take, onRequest })] : [];
  if (!gateway && routes.length === 0)
    throw new SetupError("Discord needs DISCORD_TOKEN for the gateway, or DISCORD_PUBLIC_KEY for HTTP interactions.");

  return {
    name: "discord",
    routes,
    outlet: createOutlet(rest, ids, log),
    async start() {
      await gateway?.start();
    },
    async stop(deadlineMs) {
      const startedAt = Date.now();
      // First of all, so that another instance takes it up while this one finishes what it has.
      const handedOver = gateway?.stop();
      stopping = true;
      if (!(await inFlight.settle(deadlineMs))) log.warn({ deadlineMs }, "some answers were not finished in time");
      const leftMs = Math.max(HAND_OVER_WITHIN_MS, deadlineMs - (Date.now() - startedAt));
      await Promise.race([handedOver, sleep(leftMs, undefined, { ref: false })]);
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
    health() {
      const lost = deadInteractions > 0 ? `; interactions lost: ${deadInteractions}` : "";
      const requestAgeMs = lastRequestAt === null ? null : clock.now() - lastRequestAt;
      if (!gateway) return { ok: !stopping, lastSeenMs: requestAgeMs, detail: `HTTP interactions${lost}` };
      const health = gateway.health();
      return { ...health, detail: health.detail + lost };
    },
  };
}

function needed(token: string | undefined): string {
  if (token) return token;
  throw new SetupError("The Discord gateway needs DISCORD_TOKEN: Developer Portal, Bot → Reset Token.");
}

function createRest({ token, restUrl }: DiscordConfig): REST {
  const rest = new REST(restUrl ? { api: restUrl } : {});
  return token ? rest.setToken(token) : rest;
}
