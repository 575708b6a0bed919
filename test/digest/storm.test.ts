/**
 * Digests from three real processes on one state, killed just before and just after posting, and frozen: none is missing
 * and none is there twice. STORM=1000 is the long run; STORM_CHANCE is the chance to be killed at each of the two places.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import type { Subscription } from "../../src/state/store.ts";
import { startProxy } from "../fixtures/start-proxy.ts";
import { startWorker, type Worker } from "../fixtures/start-worker.ts";
import { type LoopbackDiscord, startLoopbackDiscord } from "../loopback/discord/start-loopback-discord.ts";
import { BOT_TOKEN, type LoopbackSlack, startLoopbackSlack } from "../loopback/slack/start-loopback-slack.ts";
import { type Opened, sharedEngines } from "../state/engines.ts";
import type { StormTask } from "./storm-worker.ts";

const DELIVERIES = Number(process.env.STORM ?? 80);
const CHANCE = Number(process.env.STORM_CHANCE ?? 0.12);
const PROCESSES = 3;
const LEASE_MS = 1_500;
const WORKSPACES = 16;

let [slack, discord, opened]: [LoopbackSlack?, LoopbackDiscord?, Opened?] = [];
let workers: Worker[] = [];
afterEach(async () => {
  for (const worker of workers) worker.child.kill("SIGKILL");
  await Promise.all(workers.map((worker) => worker.ended));
  workers = [];
  await slack?.close();
  await discord?.stop();
  await opened?.close();
});

/** Due since a minute ago. */
function subscription(number: number, platform: "slack" | "discord"): Subscription {
  const nowMs = Date.now();
  return {
    id: `${platform}:${number}`,
    platform,
    workspace: `W${number % WORKSPACES}`,
    channel: platform === "slack" ? `C${number}` : String(500_000_000_000_000_000n + BigInt(number)),
    askedBy: "U1",
    time: new Date(nowMs - 60_000).toISOString().slice(11, 16),
    zone: "UTC",
    days: "daily",
    topics: [],
    whenQuiet: "full",
    toldTo: "2026-07-01",
    sinceMs: nowMs - 3_600_000,
    nextMs: nowMs - 60_000,
    paused: null,
  };
}

type Platforms = readonly ("slack" | "discord")[];

async function prepare(
  engine: (typeof sharedEngines)[number],
  count: number,
  platforms: Platforms = ["slack", "discord"],
) {
  const at = {
    slack: await startLoopbackSlack(),
    discord: await startLoopbackDiscord(),
    state: await engine.open(),
  };
  [slack, discord, opened] = [at.slack, at.discord, at.state];
  const all = Array.from({ length: count }, (_, number) =>
    subscription(number, platforms[number % platforms.length] ?? "slack"),
  );
  for (const one of all) await at.state.store.subscriptions.put(one);
  const task = (more: Partial<StormTask> = {}): StormTask => ({
    dataDir: at.state.where.dataDir,
    ...(at.state.where.databaseUrl ? { databaseUrl: at.state.where.databaseUrl } : {}),
    slackUrl: at.slack.apiUrl,
    slackToken: BOT_TOKEN,
    discordUrl: at.discord.restUrl,
    discordToken: at.discord.token,
    leaseMs: LEASE_MS,
    chance: CHANCE,
    slowMs: 0,
    ...more,
  });
  const start = (more?: Partial<StormTask>): Worker => {
    const worker = startWorker("digest/storm-worker.ts", [JSON.stringify(task(more))]);
    workers.push(worker);
    return worker;
  };
  /** How many copies of each channel's digest stand there. */
  const copies = (): Map<string, number> => {
    const found = new Map<string, number>(all.map((one) => [one.channel, 0]));
    for (const { body } of at.slack.shown) found.set(String(body.channel), (found.get(String(body.channel)) ?? 0) + 1);
    for (const one of all)
      if (one.platform === "discord") found.set(one.channel, at.discord.posted(one.channel).length);
    return found;
  };
  const isDone = async (one: Subscription): Promise<boolean> =>
    ((await at.state.store.subscriptions.get(one.id))?.nextMs ?? 0) > Date.now();
  const untilDone = async (): Promise<void> => {
    for (const one of all) while (!(await isDone(one))) await sleep(100);
  };
  return { ...at, all, start, copies, untilDone };
}

describe.each(sharedEngines)("over $name", (engine) => {
  test(`${DELIVERIES} digests by ${PROCESSES} processes that are killed again and again: none missing, none twice`, async () => {
    const storm = await prepare(engine, DELIVERIES);
    let [over, kills] = [false, 0];
    const keepRunning = async (): Promise<void> => {
      while (!over) {
        const worker = storm.start();
        const code = await worker.ended;
        workers = workers.filter((one) => one !== worker);
        if (over) return;
        expect(code, worker.lines.join("\n")).toBeNull();
        kills++;
      }
    };
    const running = Array.from({ length: PROCESSES }, keepRunning);
    await storm.untilDone();
    over = true;
    for (const worker of workers) worker.child.kill("SIGKILL");
    await Promise.all(running);
    const copies = storm.copies();
    console.info(`storm over ${engine.name}: ${DELIVERIES} digests, ${kills} kills`);
    expect([...copies].filter(([, count]) => count !== 1)).toEqual([]);
    expect(copies.size).toBe(DELIVERIES);
    expect(kills).toBeGreaterThanOrEqual(DELIVERIES / 10);
    expect(storm.slack.problems).toEqual([]);
    expect(storm.discord.violations).toEqual([]);
  }, 1_800_000);

  test.each(["slack", "discord"] as const)(
    "a process frozen for longer than its lease, about to post: none twice in %s",
    async (platform) => {
      const storm = await prepare(engine, 6, [platform]);
      const frozen = storm.start({ chance: 0, slowMs: 1_000 });
      const began = () => frozen.lines.filter((line) => line === "about to post").length;
      // All six, so that it is not frozen while it holds the lock of the file.
      await frozen.printed(7);
      frozen.child.kill("SIGSTOP");
      storm.start({ chance: 0 });
      await storm.untilDone();
      expect([...storm.copies().values()]).toEqual(Array(6).fill(1));
      const posts = () =>
        storm.slack.calls.filter(({ method }) => method === "chat.postMessage").length +
        storm.discord.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/messages")).length;
      expect(posts()).toBe(6);
      frozen.child.kill("SIGCONT");
      // It posts late; Discord gives it the message that is there, in Slack it takes its copy away when it has lost its claim.
      while (posts() < 6 + began()) await sleep(20);
      while (platform === "slack" && !frozen.lines.some((line) => line.includes("taken away"))) await sleep(20);
      await sleep(LEASE_MS);
      expect([...storm.copies().values()]).toEqual(Array(6).fill(1));
      expect(began()).toBe(6);
    },
    60_000,
  );
});

describe.each(sharedEngines.filter(({ name }) => name.startsWith("PostgreSQL")))("over $name", (engine) => {
  test.for([
    ["posting within its lease", "within"],
    ["and frozen, posting after its lease", "after"],
  ] as const)(
    "a process alone cut off from the state, %s: another sends all, none twice once it is back",
    { timeout: 60_000 },
    async ([, when], { onTestFinished }) => {
      const storm = await prepare(engine, 6, ["slack"]);
      const address = new URL(storm.state.where.databaseUrl ?? "");
      const proxy = await startProxy(new URL(address));
      onTestFinished(() => proxy.cut());
      address.host = `127.0.0.1:${proxy.port}`;
      const alone = storm.start({ chance: 0, slowMs: 1_000, databaseUrl: address.href });
      await alone.printed(7);
      const said = async (what: string): Promise<void> => {
        while (alone.lines.filter((line) => line.includes(what)).length < 6) await sleep(20);
      };
      if (when === "after") alone.child.kill("SIGSTOP");
      await proxy.cut();
      storm.start({ chance: 0 });
      await storm.untilDone();
      if (when === "after") {
        expect([...storm.copies().values()]).toEqual(Array(6).fill(1));
        alone.child.kill("SIGCONT");
        // It believes that it is in time, and posts; it cannot know better before the state is back.
        await said("posted, but the store is away");
        expect([...storm.copies().values()]).toEqual(Array(6).fill(2));
      }
      await proxy.mend();
      if (when === "after") await said("taken away");
      await sleep(LEASE_MS * 2);
      expect([...storm.copies().values()]).toEqual(Array(6).fill(1));
      expect(alone.lines.filter((line) => line.startsWith("about to post"))).toHaveLength(6);
    },
  );
});
