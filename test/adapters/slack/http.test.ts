import { afterAll, beforeAll, expect, it } from "vitest";
import { slashCommand } from "../../loopback/slack/payloads.ts";
import { bodyFor, postSigned, signedHeaders } from "../../loopback/slack/sign.ts";
import { type LoopbackSlack, SIGNING_SECRET, startLoopbackSlack } from "../../loopback/slack/start-loopback-slack.ts";
import { settle, startBot, type TestBot } from "./fixture.ts";

let slack: LoopbackSlack;
let bot: TestBot;
beforeAll(async () => {
  slack = await startLoopbackSlack();
  bot = await startBot(slack, "http");
});
afterAll(async () => {
  await bot.stop();
  await slack.close();
});

const minute = 60_000;
const { body, contentType } = bodyFor("slash_commands", slashCommand("/deal", "stargate", "http://127.0.0.1:1/none"));
const signed = (atMs: number, secret = SIGNING_SECRET) => signedHeaders(secret, body, contentType, atMs);

it.each([
  ["stale", () => signed(Date.now() - 6 * minute)],
  ["early", () => signed(Date.now() + 6 * minute)],
  ["wrong", () => signed(Date.now(), "another secret")],
  ["of another body", () => signedHeaders(SIGNING_SECRET, `${body}x`, contentType)],
  ["cut short", () => ({ ...signed(Date.now()), "x-slack-signature": "v0=00" })],
  ["missing", () => ({ "content-type": contentType })],
  ["without a time", () => ({ ...signed(Date.now()), "x-slack-request-timestamp": "" })],
  ["with a time that is none", () => ({ ...signed(Date.now()), "x-slack-request-timestamp": "1e9" })],
])("refuses a signature that is %s", async (_, headers) => {
  const response = await fetch(bot.url, { method: "POST", body, headers: headers() as Record<string, string> });
  expect(response.status).toBe(401);
  expect(await response.text()).toBe("");
  expect(bot.app.requests).toEqual([]);
});

it("takes a signature that is a few minutes off either way", async () => {
  for (const atMs of [Date.now() - 4 * minute, Date.now() + 4 * minute]) {
    expect((await fetch(bot.url, { method: "POST", body, headers: signed(atMs) })).status).toBe(200);
  }
});

it("answers Slack's checks of the address", async () => {
  const challenge = await postSigned(bot.url, SIGNING_SECRET, "events_api", {
    type: "url_verification",
    challenge: "abc",
  });
  expect(challenge).toEqual({ status: 200, text: '{"challenge":"abc"}' });
  const unsigned = await fetch(bot.url, { method: "POST", body: "ssl_check=1&token=x&command=%2Fdeal&text=explode" });
  expect(unsigned.status).toBe(200);
  await settle(50);
  expect(bot.app.requests).not.toContainEqual(expect.objectContaining({ text: "explode" }));
});

it("refuses a body that it cannot read, and leaves what is none of its work", async () => {
  const broken = "{";
  const headers = signedHeaders(SIGNING_SECRET, broken, "application/json");
  expect((await fetch(bot.url, { method: "POST", body: broken, headers })).status).toBe(400);
  expect((await postSigned(bot.url, SIGNING_SECRET, "events_api", { type: "other" })).status).toBe(404);
});

it("tells through its health when Slack last called", async () => {
  await postSigned(bot.url, SIGNING_SECRET, "events_api", { type: "url_verification", challenge: "abc" });
  const health = bot.adapter.health();
  expect(health).toMatchObject({ ok: true, detail: "takes requests over HTTP" });
  expect(health.lastSeenMs).toBeLessThan(1_000);
});
