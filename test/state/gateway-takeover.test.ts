/**
 * Several bots on one state, and Discord's gateway held by one of them a shard: killed, stopped, frozen, or joined by
 * another, every message is answered once, and within half a minute.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, type TestContext, test } from "vitest";
import { type BotProcess, startBotProcess } from "../fixtures/bot-process.ts";
import { startProxy } from "../fixtures/start-proxy.ts";
import type { GatewayLimits } from "../loopback/discord/gateway-server.ts";
import { textOf } from "../loopback/discord/read-message.ts";
import { type LoopbackDiscord, startLoopbackDiscord } from "../loopback/discord/start-loopback-discord.ts";
import { eventually } from "../loopback/discord/state.ts";
import { type Opened, sharedEngines, type TestEngine } from "./engines.ts";

type Health = { ok: boolean; adapters: { discord: { detail: string; shards: { shard: number; of: number }[] } } };
type Instance = BotProcess & { url: string; health(): Promise<Health["adapters"]["discord"]> };

async function prepare(engine: TestEngine, { onTestFinished }: TestContext, limits: Partial<GatewayLimits> = {}) {
  const discord = await startLoopbackDiscord({ identifyEveryMs: 5_000, ...limits });
  const opened = await engine.open();
  const bots: BotProcess[] = [];
  onTestFinished(async () => {
    for (const { child } of bots) child.kill("SIGKILL");
    await discord.stop();
    await opened.close();
  });
  async function start(databaseUrl = opened.where.databaseUrl): Promise<Instance> {
    const bot = startBotProcess({
      DISCORD_TOKEN: discord.token,
      DISCORD_PUBLIC_KEY: discord.publicKeyHex,
      DISCORD_API_URL: discord.restUrl,
      PORT: "0",
      DATA_DIR: opened.where.dataDir,
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    });
    bots.push(bot);
    await bot.logged(/"adapter":"discord".*"started"/);
    // Within a second the others could resume its session.
    await sleep(1_200);
    const url = `http://127.0.0.1:${/listening on 127\.0\.0\.1:(\d+)/.exec(bot.log())?.[1]}`;
    const health = async () => ((await (await fetch(`${url}/healthz`)).json()) as Health).adapters.discord;
    return { ...bot, url, health };
  }
  return { discord, opened, start, asked: asking(discord) };
}

/** Asks in a server, and knows how often the bot has posted an answer: Discord would hide a second one by its nonce. */
function asking(discord: LoopbackDiscord) {
  const all: string[] = [];
  const posts = (id: string) =>
    discord.requests.filter(
      ({ method, path, body }) =>
        method === "POST" && path.endsWith("/messages") && (body as { nonce?: string } | undefined)?.nonce === id,
    ).length;
  return {
    ask(shard = 0) {
      const id = discord.say(`<@${discord.botId}> what does 10 GW cost?`, { guildId: guildOf(shard) });
      all.push(id);
      return id;
    },
    answered: (id: string, withinMs: number) => eventually(() => posts(id) > 0, `an answer to ${id}`, withinMs),
    counts: () => all.map(posts),
    /** How many answers a reader sees. */
    seen: (id: string) => discord.written().filter(({ repliesTo }) => repliesTo === id).length,
  };
}

/** An answer that nothing holds up, in milliseconds: a dozen bots start and answer on these few cores at once. */
const SOON = 10_000;

/** A server whose events come over this shard, of one, two or four. */
const guildOf = (shard: number): string => String((BigInt(shard) << 22n) + (400n << 42n));

const subscribe = async ({ store }: Opened, channel: string, inMs: number) => {
  const at = new Date(Date.now() - 60_000);
  await store.subscriptions.put({
    id: `discord:G:${channel}`,
    platform: "discord",
    workspace: "discord:G",
    channel,
    askedBy: "700000000000000010",
    time: at.toISOString().slice(11, 16),
    zone: "UTC",
    days: "daily",
    topics: [],
    whenQuiet: "full",
    toldTo: "2026-01-01",
    sinceMs: at.getTime() - 3_600_000,
    nextMs: Date.now() + inMs,
    paused: null,
  });
};

describe.each(sharedEngines)("over $name", { concurrent: true, timeout: 120_000 }, (engine) => {
  test("one is killed: another takes up its gateway within 30 s, answers what was asked meanwhile, and sends the digests", async (context) => {
    const { discord, opened, start, asked } = await prepare(engine, context);
    const [a, b] = [await start(), await start()];
    expect(await a.health()).toMatchObject({ ok: true, detail: "connected", shards: [{ shard: 0, of: 1 }] });
    expect(await b.health()).toMatchObject({ ok: true, detail: expect.stringContaining("standing by"), shards: [] });
    expect(discord.gateway.identified).toHaveLength(1);
    await asked.answered(asked.ask(), SOON);

    // Interactions over HTTP are answered by the one without the gateway.
    discord.sendInteractionsTo(`${b.url}/discord/interactions`);
    const exchange = await discord.slash("deal", { name: "stargate" });
    expect(textOf(await exchange.message())).toContain("Stargate");

    await subscribe(opened, "610000000000000001", 2_000);
    a.child.kill("SIGKILL");
    const killedAt = Date.now();
    const missed = [asked.ask(), asked.ask(), asked.ask()];
    for (const id of missed) await asked.answered(id, 20_000);
    console.info(`${engine.name}: killed, answered by the next after ${Date.now() - killedAt} ms`);
    expect(discord.gateway.resumed).toHaveLength(1);
    await asked.answered(asked.ask(), SOON);
    await eventually(() => discord.posted("610000000000000001").length > 0, "the digest", 40_000);
    await sleep(500);
    expect(discord.posted("610000000000000001")).toHaveLength(1);
    expect(asked.counts()).toEqual([1, 1, 1, 1, 1]);
    expect(await b.health()).toMatchObject({ ok: true, detail: "connected", shards: [{ shard: 0, of: 1 }] });
    expect(discord.violations).toEqual([]);
  });

  test("one is stopped: another has the gateway at once, and nothing asked in between is lost", async (context) => {
    const { discord, start, asked } = await prepare(engine, context);
    const [a, b] = [await start(), await start()];
    await asked.answered(asked.ask(), SOON);
    const stopped = a.stop();
    const stoppedAt = Date.now();
    for (let round = 0; round < 20; round++) {
      asked.ask();
      await sleep(100);
    }
    expect(await stopped).toBe(0);
    await eventually(() => asked.counts().every((count) => count > 0), "all answers", SOON);
    expect(b.log()).toContain("is resumed");
    const { at = 0 } = discord.requests.findLast(({ path }) => path.endsWith("/messages")) ?? {};
    console.info(`${engine.name}: stopped, all of 20 questions answered ${at - stoppedAt} ms after the signal`);
    await sleep(300);
    expect(asked.counts()).toEqual(Array(21).fill(1));
    // The session went on in other hands: nobody had to log in again.
    expect(discord.gateway.identified).toHaveLength(1);
  });

  test.for([
    ["resumes its session", false],
    ["logs in beside it, so that both are told everything", true],
  ] as const)(
    "one is frozen: another %s; woken up, it lets go before it answers anything",
    async ([, forget], context) => {
      const { discord, start, asked } = await prepare(engine, context);
      const [a, b] = [await start(), await start()];
      await asked.answered(asked.ask(), SOON);
      discord.gateway.forget = forget;
      // What the answer leaves to write is written by then: whoever is frozen in a write keeps SQLite's file locked for all.
      await sleep(500);
      a.child.kill("SIGSTOP");
      const frozenAt = Date.now();
      const during = asked.ask();
      await b.logged(/connected to Discord|is resumed/);
      console.info(`${engine.name}: frozen, taken over after ${Date.now() - frozenAt} ms`);
      expect(Date.now() - frozenAt).toBeLessThan(30_000);
      if (!forget) await asked.answered(during, SOON);
      const after = [asked.ask(), asked.ask()];
      for (const id of after) await asked.answered(id, SOON);
      const [before, registered] = [asked.counts(), discord.requests.length];
      a.child.kill("SIGCONT");
      await a.logged("is let go");
      await sleep(4_000);
      expect(asked.counts()).toEqual(before);
      expect(discord.requests.slice(registered).filter(({ path }) => path.endsWith("/messages"))).toEqual([]);
      // What came while nobody took it is lost without a session to resume, and never answered by the one that woke up.
      expect(before).toEqual([1, forget ? 0 : 1, 1, 1]);
      expect(discord.gateway.connected()).toEqual([0]);
      expect((await a.health()).detail).toContain("standing by");
      // It is as good as new: the other is killed now.
      discord.gateway.forget = false;
      b.child.kill("SIGKILL");
      await asked.answered(asked.ask(), 30_000);
      expect(Math.max(...asked.counts())).toBe(1);
    },
  );

  test("four shards: spread over two instances, as many logins at a time as Discord allows, one takes over all", async (context) => {
    const { discord, start, asked } = await prepare(engine, context, { shards: 4, fewestShards: 3, maxConcurrency: 2 });
    const a = await start();
    await eventually(() => discord.gateway.connected().length === 4, "four shards", 20_000);
    const b = await start();
    const held = async (one: Instance) => (await one.health()).shards.map(({ shard }) => shard);
    while (
      !isDeepStrictEqual(
        [await held(a), await held(b)],
        [
          [0, 1],
          [2, 3],
        ],
      )
    )
      await sleep(100);
    await eventually(() => discord.gateway.connected().length === 4, "four shards again", 5_000);
    expect(await a.health()).toMatchObject({ ok: true, detail: "connected: 2 of 4 shards" });
    for (const shard of [0, 1, 2, 3]) await asked.answered(asked.ask(shard), SOON);
    a.child.kill("SIGKILL");
    for (const id of [0, 1, 2, 3].map((shard) => asked.ask(shard))) await asked.answered(id, 30_000);
    expect(await held(b)).toEqual([0, 1, 2, 3]);
    expect(asked.counts()).toEqual(Array(8).fill(1));
    // One each that Discord took. On a machine as busy as this one may come too early, which Discord only puts off.
    expect(discord.gateway.identified).toHaveLength(4);
    expect(discord.gateway.loginsRefused).toBeLessThanOrEqual(1);
  });
});

describe.each(sharedEngines.filter(({ name }) => name.startsWith("PostgreSQL")))(
  "over $name",
  { concurrent: true, timeout: 120_000 },
  (engine) => {
    test("one alone is cut off from the state: another takes up its gateway, each question is seen answered once, and it lets go once the state is back", async (context) => {
      const { discord, opened, start, asked } = await prepare(engine, context);
      const address = new URL(opened.where.databaseUrl ?? "");
      const proxy = await startProxy(new URL(address));
      context.onTestFinished(() => proxy.cut());
      address.host = `127.0.0.1:${proxy.port}`;
      const a = await start(address.href);
      const b = await start();
      await asked.answered(asked.ask(), SOON);
      expect((await a.health()).shards).toHaveLength(1);
      await proxy.cut();
      const cutAt = Date.now();
      const during = [asked.ask()];
      await b.logged("is resumed");
      expect(Date.now() - cutAt).toBeLessThan(30_000);
      console.info(`${engine.name}: cut off, taken over after ${Date.now() - cutAt} ms`);
      // After half a minute without a connection and with nobody to ask it logs in beside the other.
      while (Date.now() - cutAt < 46_000) {
        during.push(asked.ask());
        await sleep(2_500);
      }
      for (const id of during) await asked.answered(id, 5_000);
      expect(during.map(asked.seen)).toEqual(during.map(() => 1));
      await proxy.mend();
      await a.logged("is let go");
      await eventually(() => discord.gateway.connected().length === 1, "one connection", 10_000);
      const after = [asked.ask(), asked.ask()];
      for (const id of after) await asked.answered(id, 5_000);
      await sleep(500);
      expect(after.map(asked.seen)).toEqual([1, 1]);
      expect((await a.health()).detail).toContain("standing by");
      expect((await b.health()).shards).toHaveLength(1);
    });
  },
);
