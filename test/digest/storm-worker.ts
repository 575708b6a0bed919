/**
 * A process that sends digests as the bot does, over the real outlets. By `chance` it kills itself just before a message
 * goes out, and just after, before that is recorded; `slow` says that it is about to post and waits, to be frozen then.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { webApi } from "@slack/bolt";
import { REST } from "discord.js";
import { z } from "zod";
import type { Outlet } from "../../src/adapters/adapter.ts";
import { createOutlet as createDiscordOutlet } from "../../src/adapters/discord/create-outlet.ts";
import { createCustomIds } from "../../src/adapters/discord/custom-ids.ts";
import { createOutlet as createSlackOutlet } from "../../src/adapters/slack/create-outlet.ts";
import { createDeliver } from "../../src/digest/deliver.ts";
import { createRunDigests } from "../../src/digest/run-digests.ts";
import { type Doc, text } from "../../src/doc/doc.ts";
import { openStore } from "../../src/state/open-store.ts";

export const StormTask = z.object({
  dataDir: z.string(),
  databaseUrl: z.string().optional(),
  slackUrl: z.string(),
  slackToken: z.string(),
  discordUrl: z.string(),
  discordToken: z.string(),
  leaseMs: z.number(),
  chance: z.number(),
  slowMs: z.number(),
});
export type StormTask = z.infer<typeof StormTask>;

const task = StormTask.parse(JSON.parse(process.argv[2] ?? "{}"));

const perhapsDie = () => {
  if (Math.random() < task.chance) process.kill(process.pid, "SIGKILL");
};

const dangerous = (outlet: Outlet): Outlet => ({
  ...outlet,
  async post(...args) {
    perhapsDie();
    if (task.slowMs > 0) {
      console.log("about to post");
      await sleep(task.slowMs);
    }
    const id = await outlet.post(...args);
    perhapsDie();
    return id;
  },
});

const quiet = { getLevel: () => "error", setLevel() {}, setName() {}, debug() {}, info() {}, warn() {}, error() {} };
const slack = new webApi.WebClient(task.slackToken, {
  slackApiUrl: task.slackUrl,
  rejectRateLimitedCalls: true,
  retryConfig: { retries: 0 },
  timeout: 10_000,
  logger: quiet as never,
});
const rest = new REST({ api: task.discordUrl }).setToken(task.discordToken);

const doc = (day: string): Doc => ({
  status: "answered",
  kind: "digest",
  title: `Digest ${day}`,
  headline: [text("Nothing is new.")],
  blocks: [],
  sources: [],
  figures: [],
  actions: [],
  line: "digest preview",
  asOf: day,
  completeTo: day,
});

const store = await openStore({ dataDir: task.dataDir, databaseUrl: task.databaseUrl });
const say = (level: string) => (fields: object, message: string) =>
  console.log(
    `${level} ${message} ${JSON.stringify(fields, (_, value) => (value instanceof Error ? String(value) : value))}`,
  );
const log = { debug() {}, info: say("info"), warn: say("warn"), error: say("error") };
const digests = createRunDigests({
  store,
  outlets: {
    slack: dangerous(createSlackOutlet(async () => slack)),
    discord: dangerous(createDiscordOutlet(rest, createCustomIds(), log)),
  },
  contents: {
    completeTo: "2026-07-05",
    digest: (_, day) => ({ doc: doc(day) }),
    news: () => null,
    paused: (_, why) => doc(why),
  },
  deliver: createDeliver({ deliveries: store.deliveries, clock: Date, log, leaseMs: task.leaseMs }),
  clock: Date,
  log,
  spacingMs: 0,
  gapMs: {},
});
console.log("ready");
for (;;) {
  await digests.tick().catch((error: unknown) => console.log(`error tick ${error}`));
  await sleep(50);
}
