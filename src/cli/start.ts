/** Starts every adapter that is configured; with none, a chat in the terminal. Stops on SIGTERM and SIGINT within ten seconds. */
import { commands } from "../../commands/index.ts";
import type { Adapter, AdapterHealth, HttpRoute } from "../adapters/adapter.ts";
import type { Config } from "../config.ts";
import { createDeliver } from "../digest/deliver.ts";
import { type Contents, createRunDigests, type Outlets, type RunDigests } from "../digest/run-digests.ts";
import { SetupError } from "../errors.ts";
import { createLog } from "../log.ts";
import type { Wire } from "../main.ts";
import { sharedConversations } from "../state/conversations.ts";
import { openStore, type Whereabouts } from "../state/open-store.ts";
import { sharedSeen } from "../state/seen.ts";
import type { Store } from "../state/store.ts";
import { createFallback } from "../state/with-fallback.ts";

const STOP_MS = 10_000;

type StartParts = { where: Whereabouts; contents(): Contents };

export async function start(config: Config, wire: Wire, { where, contents }: StartParts): Promise<void> {
  checkPairs(config);
  const log = createLog(config, [
    config.SLACK_BOT_TOKEN,
    config.SLACK_APP_TOKEN,
    config.SLACK_SIGNING_SECRET,
    config.DISCORD_TOKEN,
    config.DATABASE_URL,
    config.OPENAI_API_KEY,
  ]);
  const onFault = (error: unknown) => log.error({ err: error }, "answering failed");
  if (!config.SLACK_BOT_TOKEN && !config.DISCORD_TOKEN && !config.DISCORD_PUBLIC_KEY)
    return await chat(wire(config, { onFault, log }));
  const store = await openStore(where);
  log.info({ where: store.where }, "the state is open");
  const fallback = createFallback({
    clock: Date,
    onFault: (error) => log.error({ err: error }, "the state is away: going on from memory"),
  });
  const conversations = sharedConversations({ stored: store.conversations, clock: Date, fallback });
  const outlets: Outlets = {};
  const posting = { store, outlets };
  const app = wire(config, { onFault, log, conversations, spending: store.spending, posting });
  const seen = sharedSeen({ events: store.events, clock: Date, fallback });
  const shared = { app, commands, log, clock: Date, seen };
  const adapters: Adapter[] = [];
  const routes: HttpRoute[] = [];
  if (config.SLACK_BOT_TOKEN) {
    const { createSlackAdapter } = await import("../adapters/slack/create-slack-adapter.ts");
    const slack = createSlackAdapter({ ...shared, config: slackConfig(config, config.SLACK_BOT_TOKEN) });
    adapters.push(slack);
    routes.push(...slack.routes);
    outlets.slack = slack.outlet;
  }
  if (config.DISCORD_TOKEN || config.DISCORD_PUBLIC_KEY) {
    const { createDiscordAdapter } = await import("../adapters/discord/discord-adapter.ts");
    const discord = createDiscordAdapter({ ...shared, config: discordConfig(config) });
    adapters.push(discord);
    routes.push(...discord.routes);
    // Without a token it answers interactions and can post nothing of its own.
    if (config.DISCORD_TOKEN) outlets.discord = discord.outlet;
  }
  if (routes.length > 0) {
    const { createHttpServer } = await import("../adapters/http-server.ts");
    const health = (): Record<string, AdapterHealth> =>
      Object.fromEntries(adapters.map((adapter) => [adapter.name, adapter.health()]));
    adapters.unshift(
      createHttpServer({ port: config.PORT, host: config.HOST, routes, log, clock: Date, health: () => health() }),
    );
  }
  const deliver = createDeliver({ deliveries: store.deliveries, clock: Date, log });
  const digests = createRunDigests({ store, outlets, contents: contents(), deliver, clock: Date, log });
  stopOnSignal(
    [digestAdapter(digests), ...adapters],
    (adapter, error) => log.error({ err: error, adapter: adapter.name }, "stopping failed"),
    async () => {
      await store.close();
      log.info({}, "stopped");
    },
  );
  sweepHourly(store, (error) => log.error({ err: error }, "what has ended could not be dropped from the state"));
  try {
    for (const adapter of adapters) {
      await adapter.start();
      log.info({ adapter: adapter.name, detail: adapter.health().detail }, "started");
    }
    digests.start();
  } catch (error) {
    await Promise.allSettled(adapters.map((adapter) => adapter.stop(1_000)));
    await store.close();
    throw error;
  }
}

async function chat(
  app: Parameters<typeof import("../adapters/terminal/chat.ts").createTerminalChat>[0],
): Promise<void> {
  const { createTerminalChat } = await import("../adapters/terminal/chat.ts");
  const terminal = createTerminalChat(app, { input: process.stdin, output: process.stdout });
  stopOnSignal(
    [terminal],
    () => {},
    async () => {},
  );
  await terminal.start();
  await terminal.ended;
}

function stopOnSignal(
  adapters: readonly Adapter[],
  onFault: (adapter: Adapter, error: unknown) => void,
  onStopped: () => Promise<void>,
): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // An adapter that hangs must not keep the process: it ends at the deadline all the same.
    setTimeout(() => process.exit(0), STOP_MS).unref();
    await Promise.all(
      adapters.map((adapter) => adapter.stop(STOP_MS - 500).catch((error: unknown) => onFault(adapter, error))),
    );
    await onStopped();
    process.exit(0);
  };
  // Ctrl-C under npm arrives twice, from the terminal and from npm: the second must not kill what the first ends in order.
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
}

/** Stopped like an adapter: it finishes the message that it is posting. */
const digestAdapter = (digests: RunDigests): Adapter => ({
  name: "digests",
  start: async () => digests.start(),
  stop: (deadlineMs) => digests.stop(deadlineMs),
  health: () => ({ ok: true, lastSeenMs: null, detail: "digests" }),
});

const HOUR_MS = 3_600_000;

function sweepHourly(store: Store, onFault: (error: unknown) => void): void {
  const sweep = () => void store.sweep(Date.now()).catch(onFault);
  sweep();
  setInterval(sweep, HOUR_MS).unref();
}

/** Half of a platform's variables would open the chat in the terminal, and nobody would know why. */
function checkPairs(config: Config): void {
  const slack = (["SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"] as const).find((name) => config[name]);
  if (slack && !config.SLACK_BOT_TOKEN)
    throw new SetupError(`${slack} is set, but SLACK_BOT_TOKEN is not.`, {
      hint: "Copy the Bot User OAuth Token from OAuth & Permissions to .env, or empty both.",
    });
  if (config.DISCORD_APPLICATION_ID && !config.DISCORD_TOKEN && !config.DISCORD_PUBLIC_KEY)
    throw new SetupError("DISCORD_APPLICATION_ID is set, but neither DISCORD_TOKEN nor DISCORD_PUBLIC_KEY is.", {
      hint: "Copy the token from Bot → Reset Token to .env, or empty all three.",
    });
}

function slackConfig(config: Config, botToken: string) {
  return {
    // An app token means Socket Mode; without one Slack calls us over HTTP.
    mode: config.SLACK_APP_TOKEN || !config.SLACK_SIGNING_SECRET ? ("socket" as const) : ("http" as const),
    botToken,
    ...(config.SLACK_APP_TOKEN && { appToken: config.SLACK_APP_TOKEN }),
    ...(config.SLACK_SIGNING_SECRET && { signingSecret: config.SLACK_SIGNING_SECRET }),
    ...(config.SLACK_API_URL && { apiUrl: config.SLACK_API_URL }),
  };
}

function discordConfig(config: Config) {
  return {
    gateway: Boolean(config.DISCORD_TOKEN) && config.DISCORD_GATEWAY === "on",
    ...(config.DISCORD_TOKEN && { token: config.DISCORD_TOKEN }),
    ...(config.DISCORD_PUBLIC_KEY && { publicKey: config.DISCORD_PUBLIC_KEY }),
    ...(config.DISCORD_API_URL && { restUrl: config.DISCORD_API_URL }),
  };
}
