import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HttpReply } from "../../../src/adapters/adapter.ts";
import { createDiscordAdapter } from "../../../src/adapters/discord/discord-adapter.ts";
import { EPHEMERAL, IS_COMPONENTS_V2 } from "../../loopback/discord/message-rules.ts";
import { interactionPayload } from "../../loopback/discord/payloads.ts";
import { buttonsOf, textOf } from "../../loopback/discord/read-message.ts";
import { createSigningKey, signedRequest } from "../../loopback/discord/signed-request.ts";
import { commands, createFixtureApp } from "./fixture-app.ts";
import { type Bot, createLogBook, createSeen, startBot } from "./start-bot.ts";

describe("signatures", () => {
  const nowMs = Date.UTC(2026, 7, 1);
  const { privateKey, publicKeyHex } = createSigningKey();
  const app = createFixtureApp();
  const adapter = createDiscordAdapter({
    config: { publicKey: publicKeyHex, gateway: false, restUrl: "http://127.0.0.1:1/api" },
    app,
    commands,
    log: createLogBook(),
    clock: { now: () => nowMs },
    seen: createSeen(),
  });
  const ping = interactionPayload(1, {}, {});
  const call = async (request: { headers: Record<string, string>; body: Buffer }): Promise<HttpReply | undefined> =>
    adapter.routes[0]?.handle({ ...request, query: new URLSearchParams() });
  const MINUTE = 60_000;

  test("a good one: PING is answered by PONG", async () => {
    const reply = await call(signedRequest(ping, privateKey, nowMs));
    expect(reply).toMatchObject({ status: 200, body: '{"type":1}' });
    expect(adapter.health()).toEqual({ ok: true, lastSeenMs: 0, detail: "HTTP interactions" });
  });

  const good = signedRequest(interactionPayload(1, {}, {}), privateKey, nowMs);
  test.each([
    ["wrong key", signedRequest(ping, createSigningKey().privateKey, nowMs)],
    ["stale", signedRequest(ping, privateKey, nowMs - 6 * MINUTE)],
    ["early", signedRequest(ping, privateKey, nowMs + 6 * MINUTE)],
    ["changed body", { ...good, body: Buffer.from(good.body.toString().replace('"type":1', '"type":2')) }],
    [
      "changed timestamp",
      { ...good, headers: { ...good.headers, "x-signature-timestamp": String(nowMs / 1_000 + 1) } },
    ],
    ["no signature", { ...good, headers: { "x-signature-timestamp": good.headers["x-signature-timestamp"] } }],
    ["no timestamp", { ...good, headers: { "x-signature-ed25519": good.headers["x-signature-ed25519"] } }],
    ["nonsense", { ...good, headers: { ...good.headers, "x-signature-ed25519": "zz" } }],
  ])("%s: 401", async (_, request) => {
    expect((await call(request as typeof good))?.status).toBe(401);
  });

  test("four minutes to either side are allowed", async () => {
    for (const atMs of [nowMs - 4 * MINUTE, nowMs + 4 * MINUTE])
      expect((await call(signedRequest(interactionPayload(1, {}, {}), privateKey, atMs)))?.status).toBe(200);
  });

  test("what is no interaction: 400; the same one twice is not taken", async () => {
    expect((await call(signedRequest({ hello: 1 }, privateKey, nowMs)))?.status).toBe(400);
    const again = signedRequest(ping, privateKey, nowMs);
    expect((await call(again))?.status).toBe(503);
    expect(app.requests).toEqual([]);
  });
});

describe("without a gateway", () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot({ endpoint: true });
  });
  afterAll(async () => {
    await bot.stop();
    expect(bot.discord.violations).toEqual([]);
  });

  test("a command: deferred at once, then the same card", async () => {
    const exchange = await bot.discord.slash("deal", { name: "stargate" });
    expect(exchange.responses).toEqual([{ type: 5, data: { flags: EPHEMERAL } }]);
    const message = await exchange.message();
    expect(message.flags & IS_COMPONENTS_V2).toBeTruthy();
    expect(textOf(message)).toContain("Up to $500 billion");
  });

  test("an edit that overtakes the acknowledgement is sent again", async () => {
    bot.discord.failNext({ path: /@original$/, status: 404, body: { code: 10015, message: "Unknown Webhook" } });
    await (await bot.discord.slash("deal", { name: "stargate" })).message();
  });

  test("autocomplete in the reply itself", async () => {
    expect(await bot.discord.type("deal", "name", "star")).toEqual([{ name: "Stargate", value: "stargate" }]);
  });

  test("buttons, pages in place, Share, and the modal of Compare", async () => {
    const card = await (await bot.discord.slash("deal", { name: "stargate" })).message();
    const shared = await (await bot.discord.click(card, "Share")).message();
    expect(shared.flags & EPHEMERAL).toBe(0);
    const list = await (await bot.discord.slash("deals")).message();
    expect(textOf(await (await bot.discord.click(list, /▶$/)).message())).toContain("page 2");
    const modal = await (await bot.discord.click(card, "Compare…")).acknowledged();
    expect(modal.type).toBe(9);
    const compared = await (await bot.discord.submit({ ...modal.data, type: 9 }, { typed: "colossus" })).message();
    expect(buttonsOf(compared).length).toBeGreaterThan(0);
    expect(bot.app.requests.at(-1)).toMatchObject({ type: "click", line: "compare stargate colossus" });
  });
});
