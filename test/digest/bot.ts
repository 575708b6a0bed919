/** Slack and Discord on loopback, the real adapters, app, store and digests, and one clock for all that a test sets. */
import { commands } from "../../commands/index.ts";
import type { Adapter } from "../../src/adapters/adapter.ts";
import { createDiscordAdapter } from "../../src/adapters/discord/discord-adapter.ts";
import { createSlackAdapter } from "../../src/adapters/slack/create-slack-adapter.ts";
import { createApp } from "../../src/create-app.ts";
import { createDeliver } from "../../src/digest/deliver.ts";
import { digestContents } from "../../src/digest/digest-contents.ts";
import { type Contents, createRunDigests, type RunDigests } from "../../src/digest/run-digests.ts";
import { memoryConversations } from "../../src/state/conversations.ts";
import { memorySeen } from "../../src/state/seen.ts";
import { createStore } from "../../src/state/sql/create-store.ts";
import type { Store } from "../../src/state/store.ts";
import { library } from "../fixtures/library.ts";
import { type LoopbackDiscord, startLoopbackDiscord } from "../loopback/discord/start-loopback-discord.ts";
import { slashCommand } from "../loopback/slack/payloads.ts";
import {
  APP_TOKEN,
  BOT_TOKEN,
  type LoopbackSlack,
  startLoopbackSlack,
} from "../loopback/slack/start-loopback-slack.ts";
import type { Opened, TestEngine } from "../state/engines.ts";

type Entry = { level: string; message: string; fields: object };

export type DigestBot = {
  slack: LoopbackSlack;
  discord: LoopbackDiscord;
  store: Store;
  digests: RunDigests;
  /** A second instance on the same state. */
  other: RunDigests;
  log: Entry[];
  setClock(moment: string | number): void;
  now(): number;
  /** A slash command in Slack; gives what was answered. */
  slash(line: string, more?: Record<string, string>): Promise<string>;
  /** The digests and news in a Slack channel, oldest first. */
  inSlack(channel?: string): { text: string; ts: string }[];
  stop(): Promise<void>;
};

export const SLACK_CHANNEL = "C0DEALS";

export async function startDigestBot(
  engine: TestEngine,
  more: { contents?: Partial<Contents> } = {},
): Promise<DigestBot> {
  let nowMs = Date.parse("2026-07-06T10:00:00Z");
  const clock = { now: () => nowMs };
  const [opened, slack, discord]: [Opened, LoopbackSlack, LoopbackDiscord] = [
    await engine.open(),
    await startLoopbackSlack(),
    await startLoopbackDiscord(),
  ];
  slack.now = clock.now;
  discord.keepTimeBy(clock);
  const entries: Entry[] = [];
  const at = (level: string) => (fields: object, message: string) => void entries.push({ level, message, fields });
  const log = { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
  const { store } = opened;
  const outlets: Parameters<typeof createRunDigests>[0]["outlets"] = {};
  const app = createApp({
    library,
    commands,
    conversations: memoryConversations(),
    clock,
    posting: { store, outlets },
    onUnanswered: (question) => void store.questions.add(question, clock.now()),
    onFault: (error) => log.error({ error: String(error) }, "a fault"),
  });
  const shared = { app, commands, log, clock: Date, seen: memorySeen({ clock: Date }) };
  const slackAdapter = createSlackAdapter({
    ...shared,
    config: { mode: "socket", botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl: slack.apiUrl },
  });
  const discordAdapter = createDiscordAdapter({
    ...shared,
    config: { token: discord.token, gateway: true, restUrl: discord.restUrl },
    shardLeases: store.gateway,
  });
  const adapters: Adapter[] = [slackAdapter, discordAdapter];
  for (const adapter of adapters) await adapter.start();
  [outlets.slack, outlets.discord] = [slackAdapter.outlet, discordAdapter.outlet];
  const contents = { ...digestContents(library), ...more.contents };
  const instance = (own: Store) =>
    createRunDigests({
      store: own,
      outlets,
      contents,
      deliver: createDeliver({ deliveries: own.deliveries, clock, log }),
      clock,
      log,
      spacingMs: 0,
      gapMs: {},
    });
  const second = opened.again ? (await opened.again()).engine : opened.engine;
  return {
    slack,
    discord,
    store,
    digests: instance(store),
    other: instance(createStore(second)),
    log: entries,
    now: clock.now,
    setClock(moment) {
      nowMs = typeof moment === "number" ? moment : Date.parse(moment);
    },
    async slash(line, extra = {}) {
      const [command = "", ...words] = line.split(" ");
      const shownBefore = new Set(slack.shown);
      const url = slack.newResponseUrl();
      await slack.socket.send("slash_commands", slashCommand(command, words.join(" "), url, extra));
      for (;;) {
        const answer = slack.shown.find((one) => !shownBefore.has(one) && one.via === "response_url");
        if (answer) return JSON.stringify(answer.body);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    inSlack: (channel = SLACK_CHANNEL) =>
      slack.shown
        .filter(({ via, body }) => via === "chat.postMessage" && body.channel === channel)
        .map(({ body, ts }) => ({ text: String(body.text), ts })),
    async stop() {
      for (const adapter of adapters) await adapter.stop(1_000);
      await slack.close();
      await discord.stop();
      await opened.close();
    },
  };
}
