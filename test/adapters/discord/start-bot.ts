import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock, Log } from "../../../src/adapters/adapter.ts";
import { createDiscordAdapter, type DiscordAdapter } from "../../../src/adapters/discord/discord-adapter.ts";
import type { GatewayLimits } from "../../loopback/discord/gateway-server.ts";
import { type LoopbackDiscord, startLoopbackDiscord } from "../../loopback/discord/start-loopback-discord.ts";
import { commands, createFixtureApp, type FixtureApp } from "./fixture-app.ts";
import { newShardLeases } from "./new-shard-leases.ts";

export type LogEntry = { level: "debug" | "info" | "warn" | "error"; message: string; fields: Record<string, unknown> };

export function createLogBook(): Log & { entries: LogEntry[] } {
  const entries: LogEntry[] = [];
  const at = (level: LogEntry["level"]) => (fields: object, message: string) =>
    void entries.push({ level, message, fields: fields as Record<string, unknown> });
  return { entries, debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

export function createSeen() {
  const keys = new Set<string>();
  return { claim: async (key: string) => !keys.has(key) && Boolean(keys.add(key)) };
}

export const machineClock: Clock = { now: () => Date.now() };

export type Bot = {
  discord: LoopbackDiscord;
  app: FixtureApp;
  adapter: DiscordAdapter;
  log: ReturnType<typeof createLogBook>;
  stop(): Promise<void>;
};

/** The adapter with a small app, logged in to a Discord of its own; over HTTP when `endpoint` is set. */
export async function startBot({
  endpoint = false,
  ...limits
}: Partial<GatewayLimits> & { endpoint?: boolean } = {}): Promise<Bot> {
  const discord = await startLoopbackDiscord(limits);
  const [app, log] = [createFixtureApp(), createLogBook()];
  const { shardLeases, close } = await newShardLeases();
  const adapter = createDiscordAdapter({
    config: {
      restUrl: discord.restUrl,
      gateway: !endpoint,
      ...(endpoint ? { publicKey: discord.publicKeyHex } : { token: discord.token }),
    },
    app,
    commands,
    log,
    clock: machineClock,
    seen: createSeen(),
    shardLeases,
  });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const route = adapter.routes.find((one) => one.method === request.method && one.path === request.url);
    const reply = await route?.handle({
      headers: request.headers,
      body: Buffer.concat(chunks),
      query: new URLSearchParams(),
    });
    response.writeHead(reply?.status ?? 404, reply?.headers).end(reply?.body);
  });
  if (endpoint) {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    discord.sendInteractionsTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/discord/interactions`);
  }
  await adapter.start();
  return {
    discord,
    app,
    adapter,
    log,
    async stop() {
      await adapter.stop(2_000);
      await close();
      server.closeAllConnections();
      if (endpoint) await new Promise((resolve) => server.close(resolve));
      await discord.stop();
    },
  };
}
