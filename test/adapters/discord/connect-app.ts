import { commands } from "../../../commands/index.ts";
import { createDiscordAdapter } from "../../../src/adapters/discord/discord-adapter.ts";
import type { App } from "../../../src/app.ts";
import type { LoopbackDiscord } from "../../loopback/discord/start-loopback-discord.ts";
import { newShardLeases } from "./new-shard-leases.ts";
import { type createLogBook, createSeen, machineClock } from "./start-bot.ts";

/** The adapter with an app and all commands of ours, logged in to the gateway. */
export async function connectApp(
  app: App,
  discord: LoopbackDiscord,
  log: ReturnType<typeof createLogBook>,
): Promise<{ stop(): Promise<void> }> {
  const { shardLeases, close } = await newShardLeases();
  const adapter = createDiscordAdapter({
    config: { restUrl: discord.restUrl, gateway: true, token: discord.token },
    app,
    commands,
    log,
    clock: machineClock,
    seen: createSeen(),
    shardLeases,
  });
  await adapter.start();
  return {
    async stop() {
      await adapter.stop(1_000);
      await close();
    },
  };
}
