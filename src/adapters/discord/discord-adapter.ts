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
};

/** What closing the connection may take when nothing of the deadline is left. */
const CLOSE_WITHIN_MS = 250;

export type DiscordAdapter = Adapter & { routes: readonly HttpRoute[]; outlet: Outlet };

/** Discord by the gateway, by HTTP interactions, or both: one way of answering behind them. */
export function createDiscordAdapter({ config, app, commands, log, clock, seen }: DiscordOptions): DiscordAdapter {
  const inFlight = createInFlight();
  // What comes twice over one connection must not be acknowledged twice; other instances are asked after that.
  const recent = new LRUCache<string, true>({ max: 5_000 });
  let stopping = false;
  let deadInteractions = 0;
  let lastRequestAt: number | null = null;

  const take = (interaction: Interaction, acknowledge: Acknowledge): boolean => {
    if (stopping || recent.has(interaction.id)) return false;
    recent.set(interaction.id, true);
    void inFlight.track(respond(interaction, acknowledge, responding));
    return true;
  };
  const takeMessage = (message: IncomingMessage, botId: string): void => {
    const question = questionIn(message, botId);
    if (stopping || question === undefined) return;
    const claimed = seen.claim(`discord:message:${message.id}`);
    void inFlight.track(claimed.then((mine) => (mine ? onMessage(message, question, responding) : undefined)));
  };

  const gateway = config.gateway
    ? createGateway({
        token: needed(config.token),
        restUrl: config.restUrl,
        log,
        clock,
        onInteraction: (interaction) => take(interaction, (response) => api.respond(interaction, response)),
        onMessage: takeMessage,
      })
    : undefined;
  const rest = gateway?.rest ?? restAlone(config);
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
  const { publicKey } = config;
  const routes = publicKey ? [httpInteractions({ publicKey, clock, log, onInteraction: take, onRequest })] : [];
  if (!gateway && routes.length === 0)
    throw new SetupError("Discord needs DISCORD_TOKEN for the gateway, or DISCORD_PUBLIC_KEY for HTTP interactions.");

  return {
    name: "discord",
    routes,
    outlet: createOutlet(rest, ids),
    async start() {
      await gateway?.start();
    },
    async stop(deadlineMs) {
      stopping = true;
      const startedAt = Date.now();
      if (!(await inFlight.settle(deadlineMs))) log.warn({ deadlineMs }, "some answers were not finished in time");
      // Closing waits for Discord to close as well, which a dead connection never does.
      const leftMs = Math.max(CLOSE_WITHIN_MS, deadlineMs - (Date.now() - startedAt));
      await Promise.race([gateway?.stop(), sleep(leftMs, undefined, { ref: false })]);
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

function restAlone({ token, restUrl }: DiscordConfig): REST {
  const rest = new REST(restUrl ? { api: restUrl } : {});
  return token ? rest.setToken(token) : rest;
}
