/** What comes while the bot has its connection and not yet its state and knowledge: acknowledged at once, answered once. */
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore, stateFile } from "../../src/state/open-store.ts";
import { STACK } from "../cli/run-task.ts";
import { type BotProcess, startBotProcess } from "../fixtures/bot-process.ts";
import { textOf } from "../loopback/discord/read-message.ts";
import { type LoopbackDiscord, startLoopbackDiscord } from "../loopback/discord/start-loopback-discord.ts";
import { eventually } from "../loopback/discord/state.ts";
import { eventEnvelope, mention, message, newTs, slashCommand } from "../loopback/slack/payloads.ts";
import { postSigned } from "../loopback/slack/sign.ts";
import {
  APP_TOKEN,
  BOT_TOKEN,
  type LoopbackSlack,
  SIGNING_SECRET,
  startLoopbackSlack,
} from "../loopback/slack/start-loopback-slack.ts";

const ACKNOWLEDGED_WITHIN_MS = 1_000;
const CARD = /\b(?:Stargate|up to \$500B)\b/;

let slack: LoopbackSlack;
let discord: LoopbackDiscord;
let folder: string;
let bot: BotProcess | undefined;
/** Holds the state's lock, as another program may: the bot waits for it, and stays in the middle of its start. */
let other: DatabaseSync;

beforeEach(async () => {
  [slack, discord] = [await startLoopbackSlack(), await startLoopbackDiscord()];
  folder = mkdtempSync(join(tmpdir(), "gigawatt-start-"));
  await (await openStore({ dataDir: folder })).close();
  other = new DatabaseSync(stateFile(folder));
  other.exec("begin immediate");
});
afterEach(async () => {
  bot?.child.kill("SIGKILL");
  bot = undefined;
  other.close();
  await slack.close();
  await discord.stop();
  rmSync(folder, { recursive: true, force: true });
});

const release = () => other.exec("rollback");

function start(environment: Record<string, string> = {}): { bot: BotProcess; ended: Promise<number | null> } {
  const started = startBotProcess({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: slack.apiUrl,
    DATA_DIR: folder,
    ...environment,
  });
  bot = started;
  return { bot: started, ended: once(started.child, "exit").then(([code]) => code as number | null) };
}

async function connected(): Promise<void> {
  await slack.socket.untilOpened(1);
  // Bolt hands over what it is sent once it has read the greeting.
  await sleep(50);
}

async function acknowledged(sent: Promise<unknown>): Promise<void> {
  const late = sleep(ACKNOWLEDGED_WITHIN_MS, "late", { ref: false });
  expect(await Promise.race([sent, late])).not.toBe("late");
}

const sendCommand = (text: string) =>
  acknowledged(slack.socket.send("slash_commands", slashCommand("/deal", text, slack.newResponseUrl())));

/** The sentences that are meant for whoever started it; what is logged as JSON is for later. */
const said = (started: BotProcess): string[] =>
  started
    .log()
    .trim()
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("{"));

test("Slack: commands and mentions are acknowledged at once and answered once, when there is something to answer from", async () => {
  const started = start();
  await connected();
  const ts = newTs();
  const event = eventEnvelope(mention("what is stargate?", { ts }));
  await sendCommand("stargate");
  await acknowledged(slack.socket.send("events_api", event));
  await acknowledged(
    slack.socket.send("events_api", eventEnvelope(message("<@U0GIGAWATT> what is stargate?", { ts }))),
  );
  await acknowledged(slack.socket.send("events_api", event, { attempt: 1, reason: "http_timeout" }));
  await sleep(500);
  expect(slack.shown).toEqual([]);
  expect(started.bot.log()).not.toContain("ready to answer");

  release();
  for (const { body } of await slack.untilShown(2)) expect(JSON.stringify(body)).toMatch(CARD);
  await sleep(300);
  expect(slack.shown.map(({ via }) => via).sort()).toEqual(["chat.postMessage", "response_url"]);
  expect(slack.problems).toEqual([]);
  expect(await started.bot.stop()).toBe(0);
  expect(started.bot.log()).not.toContain('"level":50');
});

test("Slack over HTTP: the same, and the health says that it is loading", async () => {
  const started = start({ SLACK_APP_TOKEN: "", SLACK_SIGNING_SECRET: SIGNING_SECRET, PORT: "0" });
  await started.bot.logged(/"adapter":"slack".*"started"/);
  const port = /listening on 127\.0\.0\.1:(\d+)/.exec(started.bot.log())?.[1];
  const payload = slashCommand("/deal", "stargate", slack.newResponseUrl());
  const sent = postSigned(`http://127.0.0.1:${port}/slack/events`, SIGNING_SECRET, "slash_commands", payload);
  await acknowledged(sent);
  expect((await sent).status).toBe(200);
  const health = () => fetch(`http://127.0.0.1:${port}/healthz`);
  const before = await health();
  expect(before.status).toBe(503);
  expect(await before.json()).toMatchObject({ adapters: { answers: { ok: false, detail: "loading" } } });
  expect(slack.shown).toEqual([]);

  release();
  const [shown] = await slack.untilShown(1);
  expect(JSON.stringify(shown?.body)).toMatch(CARD);
  await started.bot.logged("ready to answer");
  expect((await health()).status).toBe(200);
  expect(await started.bot.stop()).toBe(0);
});

test("Discord: the state says who holds the gateway; what comes before there is knowledge waits for it", async () => {
  const started = start({
    SLACK_BOT_TOKEN: "",
    SLACK_APP_TOKEN: "",
    DISCORD_TOKEN: discord.token,
    DISCORD_APPLICATION_ID: discord.applicationId,
    DISCORD_API_URL: discord.restUrl,
  });
  await eventually(() => discord.requests.length > 0, "the first request", 5_000);
  await sleep(500);
  expect(discord.gateway.ready()).toBe(false);

  release();
  await eventually(() => discord.gateway.ready(), "the gateway", 5_000);
  const exchange = await discord.slash("deal", { name: "stargate" });
  const suggestions = discord.type("deal", "name", "starg");
  expect(textOf(await exchange.message())).toMatch(CARD);
  expect((await suggestions).map(({ name }) => name)).toContain("Stargate");
  expect(discord.violations).toEqual([]);
  expect(await started.bot.stop()).toBe(0);
});

test("SIGTERM in the middle of the start: what was acknowledged is answered, then it ends with 0", async () => {
  const started = start();
  await connected();
  await sendCommand("stargate");
  started.bot.child.kill("SIGTERM");
  await sleep(300);
  release();
  expect(await started.ended).toBe(0);
  expect(slack.shown).toHaveLength(1);
  expect(JSON.stringify(slack.shown[0]?.body)).toMatch(CARD);
  expect(slack.socket.connections()).toBe(0);
  expect(started.bot.log()).toContain('"stopped"');
  expect(started.bot.log()).not.toContain('"level":50');
  // The lock is free: nothing of it was left behind.
  other.exec("begin immediate; rollback");
});

test("SIGTERM before there is a connection ends it with 0, and opens none", async () => {
  slack.fail("apps.connections.open", { status: 429, retryAfterSeconds: 1, times: 1 });
  const started = start();
  while (slack.calls.length === 0 && started.bot.log() === "") await sleep(10);
  started.bot.child.kill("SIGTERM");
  expect(await started.ended).toBe(0);
  expect(slack.socket.opened()).toBe(0);
  expect(said(started.bot)).toEqual([]);
});

test("knowledge that is broken ends the start with its sentences and status 2; who was acknowledged is told", async () => {
  const knowledge = join(folder, "knowledge");
  cpSync(resolve(import.meta.dirname, "../../knowledge"), knowledge, { recursive: true });
  writeFileSync(join(knowledge, "people.yaml"), "id: x\n");
  const started = start({ KNOWLEDGE_DIR: knowledge });
  await connected();
  await sendCommand("stargate");
  release();
  expect(await started.ended).toBe(2);
  expect(said(started.bot)).toEqual([
    "The knowledge cannot be read:",
    "knowledge/people.yaml:1 (file): write a list: each record begins with “- id:” [schema]",
  ]);
  expect(slack.shown.map(({ body }) => body.text)).toEqual([expect.stringMatching(/^Sorry, something went wrong/)]);
  expect(slack.socket.connections()).toBe(0);
});

test("a state that cannot be opened ends the start with its sentence and status 2", async () => {
  const elsewhere = join(folder, "elsewhere");
  mkdirSync(elsewhere);
  writeFileSync(stateFile(elsewhere), "a shopping list, long enough to be no empty file\n".repeat(100));
  const started = start({ DATA_DIR: elsewhere });
  expect(await started.ended).toBe(2);
  expect(said(started.bot)).toEqual([expect.stringMatching(/^This is not a file of the state: .* Set DATA_DIR to a/)]);
  expect(said(started.bot).join("\n")).not.toMatch(STACK);
});

test("a state that another program holds for good ends the start with its sentence and status 2", async () => {
  const started = start();
  await connected();
  await sendCommand("stargate");
  expect(await started.ended).toBe(2);
  expect(said(started.bot)).toEqual([expect.stringMatching(/^Another program holds the file of the state locked/)]);
  expect(slack.shown.map(({ body }) => body.text)).toEqual([expect.stringMatching(/^Sorry, something went wrong/)]);
});
