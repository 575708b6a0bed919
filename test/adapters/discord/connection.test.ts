import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { createDiscordAdapter, type DiscordConfig } from "../../../src/adapters/discord/discord-adapter.ts";
import type { ShardLeases } from "../../../src/adapters/discord/shard-leases.ts";
import { SetupError } from "../../../src/errors.ts";
import { CHANNEL_ID } from "../../loopback/discord/payloads.ts";
import { type LoopbackDiscord, startLoopbackDiscord } from "../../loopback/discord/start-loopback-discord.ts";
import { eventually } from "../../loopback/discord/state.ts";
import { commands, createFixtureApp } from "./fixture-app.ts";
import { docWith } from "./fixture-docs.ts";
import { newShardLeases } from "./new-shard-leases.ts";
import { type Bot, createLogBook, createSeen, machineClock, startBot } from "./start-bot.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
async function started(...args: Parameters<typeof startBot>): Promise<Bot> {
  const bot = await startBot(...args);
  stops.push(bot.stop);
  return bot;
}

test("asks for no privileged intent", async () => {
  const bot = await started();
  expect(bot.discord.gateway.identified).toEqual([(1 << 0) | (1 << 9) | (1 << 12)]);
});

describe("health", () => {
  test("shows the age of the last frame, heartbeats included", async () => {
    const bot = await started({ heartbeatMs: 60 });
    expect(bot.adapter.health()).toMatchObject({ ok: true, detail: "connected" });
    await eventually(() => bot.discord.gateway.heartbeats > 3, "heartbeats");
    expect(bot.adapter.health().lastSeenMs).toBeLessThan(150);
  });
  test("is bad while the connection is lost", async () => {
    const bot = await started();
    bot.discord.gateway.drop();
    await eventually(() => !bot.adapter.health().ok, "bad health");
    await eventually(() => bot.adapter.health().ok, "good health");
  });
});

test("a dropped socket: resumes, gets what it missed, and answers a replayed message once", async () => {
  const { discord, app } = await started();
  await discord.replyTo(discord.say("one", { dm: true }));
  discord.gateway.drop({ replayAll: true });
  const missed = discord.say("two", { dm: true });
  await discord.replyTo(missed);
  await sleep(100);
  expect(discord.gateway.resumed).toHaveLength(1);
  expect(discord.gateway.identified).toHaveLength(1);
  expect(app.requests.map((request) => request.type === "question" && request.text)).toEqual(["one", "two"]);
  expect(discord.requests.filter(({ path }) => path.endsWith("/messages"))).toHaveLength(2);
});

test("asked to reconnect: resumes", async () => {
  const { discord, adapter } = await started();
  discord.gateway.askToReconnect();
  await eventually(() => discord.gateway.resumed.length === 1, "a resume");
  await eventually(() => adapter.health().ok, "good health");
});

test("an invalid session: logs in again and answers", async () => {
  const { discord } = await started();
  discord.gateway.invalidateSession(false);
  await eventually(() => discord.gateway.identified.length === 2, "a second login", 8_000);
  await discord.replyTo(discord.say("stargate", { dm: true }));
});

describe("Discord's demands", () => {
  test("more shards than there were: connects again with as many, and all of them answer", async () => {
    const { discord, adapter } = await started({ shards: 1, fewestShards: 2, maxConcurrency: 2 });
    await eventually(() => discord.gateway.connected().length === 2, "two shards", 8_000);
    await eventually(() => adapter.health().ok, "good health");
    expect(adapter.health().detail).toBe("connected: 2 of 2 shards");
    await discord.replyTo(discord.say("one", { dm: true }));
    await discord.replyTo(discord.say(`<@${discord.botId}> two`, { guildId: String(1n << 22n) }));
  });
  test("no more logins today: says so, waits, and logs in when there are", async () => {
    const nextDayMs = Date.now() + 1_500;
    const bot = await started({ remaining: 2, nextDayMs });
    expect(bot.log.entries.map(({ message }) => message)).toContain("Discord takes no more logins today: waiting");
    expect(bot.discord.gateway.logins.map(({ atMs }) => atMs >= nextDayMs)).toEqual([true]);
  });
});

describe("start", () => {
  const closingWith =
    (code: number) =>
    ({ gateway }: LoopbackDiscord) => {
      gateway.closeNextWith = code;
    };
  async function failure(prepare: (discord: LoopbackDiscord) => void, config: Partial<DiscordConfig> = {}) {
    const discord = await startLoopbackDiscord();
    stops.push(discord.stop);
    prepare(discord);
    const { restUrl, token } = discord;
    const { shardLeases, close } = await newShardLeases();
    stops.push(close);
    const adapter = createDiscordAdapter({
      config: { restUrl, token, gateway: true, ...config },
      app: createFixtureApp(),
      commands,
      log: createLogBook(),
      clock: machineClock,
      seen: createSeen(),
      shardLeases,
    });
    const error = await adapter.start().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(SetupError);
    await adapter.stop(100);
    return (error as SetupError).message;
  }
  test("4014 says what to change about the intents", async () => {
    expect(await failure(closingWith(4014))).toMatch(/4014.*Privileged Gateway Intents/);
  });
  test("4004 says to copy the token again, and does not repeat it", async () => {
    const message = await failure(closingWith(4004));
    expect(message).toMatch(/DISCORD_TOKEN.*Reset Token/);
    expect(message).not.toContain("loopback.token");
  });
  test("a token that REST refuses", async () => {
    expect(await failure((discord) => discord.rejectToken())).toMatch(/DISCORD_TOKEN.*Reset Token/);
  });
  test("nobody listens", async () => {
    expect(await failure(() => {}, { restUrl: "http://127.0.0.1:1/api" })).toMatch(/cannot be reached.*network/);
  });
  test("nothing configured, no token, a wrong public key", () => {
    const leases = {} as ShardLeases;
    const create = (config: DiscordConfig) => () =>
      createDiscordAdapter({
        config,
        app: createFixtureApp(),
        commands,
        log: createLogBook(),
        clock: machineClock,
        seen: createSeen(),
        shardLeases: leases,
      });
    expect(create({ gateway: false })).toThrow(/DISCORD_TOKEN.*DISCORD_PUBLIC_KEY/);
    expect(create({ gateway: true })).toThrow(/DISCORD_TOKEN/);
    expect(create({ gateway: false, publicKey: "abc" })).toThrow(/DISCORD_PUBLIC_KEY must be 64 hexadecimal/);
  });
});

describe("stop", () => {
  test("finishes what it has, takes nothing new", async () => {
    const bot = await startBot();
    let finish = () => {};
    bot.app.docs.set("deal slow", () => new Promise((resolve) => (finish = () => resolve(docWith({})))));
    const exchange = await bot.discord.slash("deal", { name: "slow" });
    await eventually(() => bot.app.requests.length === 1, "the request");
    const stopped = bot.adapter.stop(2_000);
    bot.discord.say("late", { dm: true });
    await sleep(50);
    finish();
    await stopped;
    expect((await exchange.message()).written).toBe(true);
    expect(bot.app.requests).toHaveLength(1);
    expect(bot.discord.gateway.ready()).toBe(false);
    await bot.discord.stop();
  });
  test("does not wait beyond the deadline", async () => {
    const bot = await startBot();
    bot.app.docs.set("deal never", () => new Promise(() => {}));
    await bot.discord.slash("deal", { name: "never" }, { channelId: CHANNEL_ID });
    await eventually(() => bot.app.requests.length === 1, "the request");
    const before = Date.now();
    await bot.adapter.stop(100);
    expect(Date.now() - before).toBeLessThan(1_000);
    expect(bot.log.entries.at(-1)?.message).toContain("not finished in time");
    await bot.discord.stop();
  });
});
