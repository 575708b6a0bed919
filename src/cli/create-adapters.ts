/** Every adapter that is configured, and before them the HTTP server where one of them is called over HTTP. */
import type { Adapter, AdapterHealth, Clock, HttpRoute, Log } from "../adapters/adapter.ts";
import type { SlackConfig } from "../adapters/slack/config.ts";
import type { App } from "../app.ts";
import type { Config } from "../config.ts";
import type { Outlets } from "../digest/run-digests.ts";
import type { Installations } from "../state/installations.ts";
import type { Seen } from "../state/seen.ts";
import type { GatewayShards } from "../state/store.ts";

type Parts = {
  app: App;
  seen: Seen;
  installations: Installations;
  shardLeases: GatewayShards;
  log: Log;
  clock: Clock;
  outlets: Outlets;
  isReady(): boolean;
};

/** Fills `outlets`. */
export async function createAdapters(
  config: Config,
  forSlack: SlackConfig | undefined,
  parts: Parts,
): Promise<Adapter[]> {
  const { outlets, isReady, installations, ...shared } = parts;
  const adapters: Adapter[] = [];
  const routes: HttpRoute[] = [];
  if (forSlack) {
    const { createSlackAdapter } = await import("../adapters/slack/create-slack-adapter.ts");
    const slack = createSlackAdapter({ ...shared, config: forSlack, installations });
    adapters.push(slack);
    routes.push(...slack.routes);
    outlets.slack = slack.outlet;
  }
  if (config.DISCORD_TOKEN || config.DISCORD_PUBLIC_KEY) {
    const { commands } = await import("../../commands/index.ts");
    const { createDiscordAdapter } = await import("../adapters/discord/discord-adapter.ts");
    const discord = createDiscordAdapter({ ...shared, commands, config: discordConfig(config) });
    adapters.push(discord);
    routes.push(...discord.routes);
    // Without a token it answers interactions and can post nothing of its own.
    if (config.DISCORD_TOKEN) outlets.discord = discord.outlet;
  }
  if (routes.length === 0 && config.HEALTH === "off") return adapters;
  const { createHttpServer } = await import("../adapters/http-server.ts");
  const health = (): Record<string, AdapterHealth> => ({
    ...Object.fromEntries(adapters.map((adapter) => [adapter.name, adapter.health()])),
    answers: { ok: isReady(), lastSeenMs: null, detail: isReady() ? "ready" : "loading" },
  });
  return [createHttpServer({ port: config.PORT, host: config.HOST, routes, health, ...shared }), ...adapters];
}

function discordConfig(config: Config) {
  return {
    gateway: Boolean(config.DISCORD_TOKEN) && config.DISCORD_GATEWAY === "on",
    ...(config.DISCORD_TOKEN && { token: config.DISCORD_TOKEN }),
    ...(config.DISCORD_PUBLIC_KEY && { publicKey: config.DISCORD_PUBLIC_KEY }),
    ...(config.DISCORD_API_URL && { restUrl: config.DISCORD_API_URL }),
  };
}
