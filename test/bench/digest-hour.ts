/**
 * The digest hour, with the bot as it runs and platforms that are 100 ms away and keep their limits: all channels of one
 * workspace in one minute, and many workspaces at once by two instances. Only with --only: it takes some minutes.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openStore, type Whereabouts } from "../../src/state/open-store.ts";
import type { Subscription } from "../../src/state/store.ts";
import { startLoopbackDiscord } from "../loopback/discord/start-loopback-discord.ts";
import { startLoopbackSlack } from "../loopback/slack/start-loopback-slack.ts";
import { sharedEngines } from "../state/engines.ts";
import type { Measurement, Row } from "./measurement.ts";
import { createPlatformLimits } from "./platform-limits.ts";
import { BOT } from "./scripts.ts";
import { socketEnvironment } from "./slack-environment.ts";
import { startProcess } from "./start-process.ts";

const MANY = Number(process.env.DIGEST_CHANNELS ?? 2_000);
const LATENCY_MS = 100;
const PATIENCE_MS = 600_000;
const MINUTE_MS = 60_000;

export const digestHour: Measurement = {
  name: "digest-hour",
  onlyWhenNamed: true,
  async rows() {
    const dataDir = mkdtempSync(join(tmpdir(), "gigawatt-bench-"));
    const one = await send({
      where: { dataDir },
      instances: 1,
      channels: Array.from({ length: 500 }, (_, number) => channel("slack", 0, number, 0)),
    });
    rmSync(dataDir, { recursive: true, force: true });
    const rows = rowsOf("500 channels of one workspace due in one minute", one);
    const postgres = sharedEngines.find(({ name }) => name.startsWith("PostgreSQL"));
    if (!postgres) return rows;
    const opened = await postgres.open();
    const many = await send({
      where: opened.where,
      instances: 2,
      // The bot was away for four minutes: those of the first are due longest.
      channels: Array.from({ length: MANY }, (_, number) =>
        channel(number % 2 ? "discord" : "slack", number, number, 3 - Math.floor((number * 4) / MANY)),
      ),
    });
    await opened.close();
    return [...rows, ...rowsOf(`${MANY} workspaces, two instances over PostgreSQL`, many)];
  },
};

type Channel = { platform: "slack" | "discord"; workspace: number; id: string; minutesAgo: number };
type Sent = {
  lastMs: number;
  aSecond: number;
  missing: number;
  twice: number;
  outOfOrder: number;
  told: number;
  early: number;
};

const channel = (platform: Channel["platform"], workspace: number, number: number, minutesAgo: number): Channel => ({
  platform,
  workspace,
  id: platform === "slack" ? `C${workspace}X${number}` : String(500_000_000_000_000_000n + BigInt(number)),
  minutesAgo,
});

const rowsOf = (what: string, sent: Sent): Row[] => [
  { what: `${what}: until the last`, unit: "s", samples: [sent.lastMs / 1_000], target: { most: 600 }, decides: true },
  { what: "… messages", unit: "a second", samples: [sent.aSecond] },
  { what: "… missing", unit: "times", samples: [sent.missing], target: { most: 0 }, decides: true },
  { what: "… there twice", unit: "times", samples: [sent.twice], target: { most: 0 }, decides: true },
  { what: "… sent before one that was due a minute earlier", unit: "times", samples: [sent.outOfOrder] },
  { what: "… told to wait (429)", unit: "times", samples: [sent.told] },
  { what: "… called again before its time", unit: "times", samples: [sent.early], target: { most: 0 }, decides: true },
];

async function send(set: { where: Whereabouts; instances: number; channels: readonly Channel[] }): Promise<Sent> {
  const { where, instances, channels } = set;
  const [slack, discord] = [await startLoopbackSlack(), await startLoopbackDiscord()];
  const limits = createPlatformLimits({ oneIn: 150, workspaceOf: (id) => id.split("X")[0] ?? "" });
  slack.latencyMs = LATENCY_MS;
  slack.limit = limits.slack;
  discord.behave({ latencyMs: LATENCY_MS, limit: limits.discord });
  const store = await openStore(where);
  const minuteMs = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
  for (const one of channels) await store.subscriptions.put(subscription(one, minuteMs - one.minutesAgo * MINUTE_MS));

  const startedAt = Date.now();
  const bots = Array.from({ length: instances }, () =>
    startProcess(BOT, [], {
      ...socketEnvironment(slack),
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.restUrl,
      DATA_DIR: where.dataDir,
      ...(where.databaseUrl && { DATABASE_URL: where.databaseUrl }),
    }),
  );
  const arrived = () => [
    ...slack.shown.map(({ body, atMs }) => ({ id: String(body.channel), atMs })),
    ...channels.flatMap(({ platform, id }) =>
      platform === "discord" ? discord.posted(id).map(({ postedMs }) => ({ id, atMs: postedMs })) : [],
    ),
  ];
  while (arrived().length < channels.length && Date.now() - startedAt < PATIENCE_MS) await sleep(500);
  await sleep(3_000);
  const all = arrived().sort((a, b) => a.atMs - b.atMs);
  await Promise.all(bots.map((bot) => bot.stop()));
  await store.close();
  await slack.close();
  await discord.stop();
  if (slack.problems.length + discord.violations.length > 0)
    throw new Error(`refused by the platforms: ${[...slack.problems, ...discord.violations].slice(0, 3).join("; ")}`);
  return summary(channels, all, startedAt, limits);
}

function summary(
  channels: readonly Channel[],
  all: readonly { id: string; atMs: number }[],
  startedAt: number,
  limits: { told(): number; early(): number },
): Sent {
  const known = new Map(channels.map((one) => [one.id, one]));
  const counts = Map.groupBy(all, ({ id }) => id);
  const [first, last] = [all[0]?.atMs ?? 0, all.at(-1)?.atMs ?? 0];
  let outOfOrder = 0;
  for (const platform of ["slack", "discord"]) {
    const minutes = all.flatMap(({ id }) => {
      const one = known.get(id);
      return one?.platform === platform ? [one.minutesAgo] : [];
    });
    for (let index = 1; index < minutes.length; index++)
      if ((minutes[index] ?? 0) > (minutes[index - 1] ?? 0)) outOfOrder++;
  }
  return {
    lastMs: last - startedAt,
    aSecond: all.length / Math.max(1, (last - first) / 1_000),
    missing: channels.filter(({ id }) => !counts.has(id)).length,
    twice: [...counts.values()].filter(({ length }) => length > 1).length,
    outOfOrder,
    told: limits.told(),
    early: limits.early(),
  };
}

function subscription({ platform, workspace, id }: Channel, dueMs: number): Subscription {
  return {
    id: `${platform}:${id}`,
    platform,
    workspace: `${platform}:W${workspace}`,
    channel: id,
    askedBy: "U0ASKER",
    time: new Date(dueMs).toISOString().slice(11, 16),
    zone: "UTC",
    days: "daily",
    topics: [],
    whenQuiet: "full",
    toldTo: "2026-06-20",
    sinceMs: dueMs - 3_600_000,
    nextMs: dueMs,
    paused: null,
  };
}
