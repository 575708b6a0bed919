/** The process that `npm start` runs, with a Slack and a Discord on loopback: the same card, the same figures, once. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderText } from "../../src/doc/plain-text.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { type BotProcess, startBotProcess } from "../fixtures/bot-process.ts";
import { textOf } from "../loopback/discord/read-message.ts";
import { type LoopbackDiscord, startLoopbackDiscord } from "../loopback/discord/start-loopback-discord.ts";
import { eventEnvelope, mention, message, newTs, slashCommand } from "../loopback/slack/payloads.ts";
import {
  APP_TOKEN,
  BOT_TOKEN,
  type LoopbackSlack,
  startLoopbackSlack,
} from "../loopback/slack/start-loopback-slack.ts";

let slack: LoopbackSlack;
let discord: LoopbackDiscord;
let bot: BotProcess;

beforeAll(async () => {
  [slack, discord] = [await startLoopbackSlack(), await startLoopbackDiscord()];
  bot = startBotProcess({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_APPLICATION_ID: discord.applicationId,
    DISCORD_API_URL: discord.restUrl,
    HEALTH: "on",
    PORT: "0",
  });
  await bot.logged("ready to answer");
});

afterAll(async () => {
  await slack?.close();
  await discord?.stop();
});

const words = (value: unknown): string => JSON.stringify(value).replaceAll("\\\\", "").replaceAll("&amp;", "&");

describe("/deal stargate", () => {
  const mustShow = [
    "up to $500B",
    "at least 10 GW",
    "OpenAI",
    "SoftBank",
    "Oracle",
    "MGX",
    "under construction",
    "2025-01-21",
  ];

  test("in Slack: private, with sources, the kind of money and how it changed", async () => {
    await slack.socket.send("slash_commands", slashCommand("/deal", "stargate", slack.newResponseUrl()));
    const [shown] = await slack.untilShown(1);
    const text = words(shown?.body);
    for (const part of mustShow.slice(0, -1)) expect(text).toContain(part);
    expect(text).toContain("planned investment");
    expect(text).toMatch(/https:\/\/[^|]+\|/);
    expect(shown?.body.response_type ?? "ephemeral").toBe("ephemeral");
    expect(slack.problems).toEqual([]);
  });

  test("a command that there is not: the nearest one that there is", async () => {
    slack.clear();
    await slack.socket.send("slash_commands", slashCommand("/daels", "", slack.newResponseUrl()));
    const [shown] = await slack.untilShown(1);
    expect(words(shown?.body)).toContain("There is no command /daels. Did you mean /deals?");
  });

  test("in Discord: the same", async () => {
    const exchange = await discord.slash("deal", { name: "stargate" });
    const text = textOf(await exchange.message()).replaceAll("\\", "");
    for (const part of mustShow.slice(0, -1)) expect(text).toContain(part);
    expect(text).toContain("planned investment");
    expect(text).toMatch(/\]\(<?https:\/\//);
    expect(discord.violations).toEqual([]);
  });

  test("in the terminal: the same", async () => {
    const doc = await realApp().answer({ type: "question", text: "/deal stargate", asker: asker() });
    const text = renderText(doc);
    for (const part of mustShow) expect(text).toContain(part);
    expect(doc.sources.every((source) => source.url === null || source.url.startsWith("http"))).toBe(true);
  });
});

test("the health lists each platform with the age of its last frame, and the shards that are held", async () => {
  const port = /listening on 127\.0\.0\.1:(\d+)/.exec(bot.log())?.[1];
  const response = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(response.status).toBe(200);
  const shard = { shard: 0, of: 1, connected: true, lastSeenMs: expect.any(Number) };
  expect(await response.json()).toMatchObject({
    ok: true,
    adapters: {
      slack: { ok: true, lastSeenMs: expect.any(Number), detail: "socket open" },
      discord: { ok: true, lastSeenMs: expect.any(Number), detail: "connected", shards: [shard] },
    },
  });
});

test("a mention in Slack is answered once in its thread, though two events tell of it and Slack sends again", async () => {
  slack.clear();
  const [ts, text] = [newTs(), "what does 10 GW cost?"];
  const event = eventEnvelope(mention(text, { ts }));
  await slack.socket.send("events_api", event);
  await slack.socket.send("events_api", eventEnvelope(message(`<@U0GIGAWATT> ${text}`, { ts })));
  await slack.socket.send("events_api", event, { attempt: 1, reason: "http_timeout" });
  const [shown] = await slack.untilShown(1);
  expect(words(shown?.body)).toContain("$500–600B");
  expect(shown?.body.thread_ts).toBe(ts);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(slack.shown).toHaveLength(1);
});

test("a thread in Slack remembers what it is about", async () => {
  slack.clear();
  const ts = newTs();
  await slack.socket.send(
    "events_api",
    eventEnvelope(mention("How big is OpenAI's cloud contract with Oracle?", { ts })),
  );
  await slack.untilShown(1);
  await slack.socket.send("events_api", eventEnvelope(message("how many gw does that buy?", { thread_ts: ts })));
  const shown = await slack.untilShown(2);
  expect(words(shown[1]?.body)).toContain("4.5 GW");
});

test("a question in Discord is answered as a reply; nobody is pinged", async () => {
  const id = discord.say(`<@${discord.botId}> has the ohio 10gw lease been signed?`);
  const reply = await discord.replyTo(id);
  expect(textOf(reply)).toMatch(/\bNo\b/);
  expect(discord.violations).toEqual([]);
});

test("Discord's autocomplete knows deals and parties", async () => {
  const choices = await discord.type("deal", "name", "starg");
  expect(choices.map((choice) => choice.name)).toContain("Stargate");
  const parties = await discord.type("deals", "party", "nvid");
  expect(parties[0]?.value).toBe("nvidia");
});

test("SIGTERM ends it with status 0, and no token stands in the log", async () => {
  expect(await bot.stop()).toBe(0);
  expect(bot.log()).not.toContain(BOT_TOKEN);
  expect(bot.log()).not.toContain(APP_TOKEN);
  expect(bot.log()).not.toContain(discord.token);
});
