/** An answer that a model words: the plain one at once, then the wording in its place, over loopback Slack, Discord and OpenAI. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LLMock } from "@copilotkit/aimock";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connectApp } from "../adapters/discord/connect-app.ts";
import { createLogBook } from "../adapters/discord/start-bot.ts";
import { settle, startBotWith } from "../adapters/slack/fixture.ts";
import { type BotProcess, startBotProcess } from "../fixtures/bot-process.ts";
import { CHANNEL_ID } from "../loopback/discord/payloads.ts";
import { textOf } from "../loopback/discord/read-message.ts";
import { type LoopbackDiscord, startLoopbackDiscord } from "../loopback/discord/start-loopback-discord.ts";
import { eventually } from "../loopback/discord/state.ts";
import { eventEnvelope, mention, message, slashCommand } from "../loopback/slack/payloads.ts";
import {
  APP_TOKEN,
  BOT_TOKEN,
  type LoopbackSlack,
  startLoopbackSlack,
} from "../loopback/slack/start-loopback-slack.ts";
import { assistedApp, KEY, startLoopbackOpenAi } from "../model/assisted-app.ts";

const QUESTION = "how big is OpenAI's cloud contract with Oracle?";
const PLAIN = /OpenAI–Oracle \$300B cloud contract\W*: /;
const WORDING = "OpenAI has agreed to pay Oracle at least $300B.";

let server: LLMock;
beforeAll(async () => {
  server = await startLoopbackOpenAi();
});
afterAll(() => server.stop());

let asked = 0;
/** The model answers so, once it is let. */
function modelSays(content: string): () => void {
  asked = 0;
  let go = () => {};
  const allowed = new Promise<void>((resolve) => {
    go = resolve;
  });
  server.reset();
  server.on({}, async () => {
    asked++;
    await allowed;
    return { content };
  });
  return go;
}

describe("in Slack", () => {
  let slack: LoopbackSlack;
  let bot: Awaited<ReturnType<typeof startBotWith>>;
  beforeEach(async () => {
    slack = await startLoopbackSlack();
    bot = await startBotWith(assistedApp(server, { planner: "rules", wording: true }).app, slack, "socket");
  });
  afterEach(async () => {
    await bot.stop();
    await slack.close();
    expect(slack.problems).toEqual([]);
  });
  const said = (index = 0) => JSON.stringify(slack.shown[index]?.body);
  const edits = () => slack.calls.filter(({ method }) => method === "chat.update");

  test("the whole plain answer is there while the model is at work, and its wording takes the headline's place", async () => {
    const go = modelSays(WORDING);
    await bot.send("events_api", eventEnvelope(mention(QUESTION)));
    const [shown] = await slack.untilShown(1);
    const before = structuredClone(shown?.body) as { blocks: { type: string }[] };
    expect(said()).toMatch(PLAIN);
    expect(said()).not.toContain(WORDING);
    // Nothing stands beside it that says that it is still at work.
    await settle(1_200);
    expect(slack.calls.filter(({ method }) => method === "assistant.threads.setStatus")).toEqual([]);
    go();
    await eventually(() => shown?.edits, "the wording");
    expect(slack.shown).toHaveLength(1);
    expect(edits()).toHaveLength(1);
    const after = shown?.body as typeof before;
    expect(JSON.stringify(after.blocks[1])).toContain(WORDING);
    // Of the rest, only what names the headline's sources may have moved.
    expect(after.blocks.map(({ type }) => type)).toEqual(before.blocks.map(({ type }) => type));
    expect(after).toMatchObject({ thread_ts: expect.any(String), text: expect.stringContaining(WORDING) });
  });

  test.each([
    ["an invented amount", "OpenAI will pay Oracle $999B."],
    ["half of it: the amount is left out", "OpenAI has a contract with Oracle."],
  ])("%s never appears: the plain answer stays, unchanged", async (_what, content) => {
    modelSays(content)();
    await bot.send("events_api", eventEnvelope(mention(QUESTION)));
    await slack.untilShown(1);
    await settle();
    expect(said()).toMatch(PLAIN);
    expect(slack.shown).toHaveLength(1);
    expect(edits()).toEqual([]);
  });

  test("a wording that Slack does not take leaves the plain answer, once", async () => {
    slack.fail("chat.update", { error: "cant_update_message" });
    modelSays(WORDING)();
    await bot.send("events_api", eventEnvelope(mention(QUESTION)));
    await eventually(() => edits().length > 0 && bot.log.text().includes("did not take a wording"), "the refusal");
    expect(said()).toMatch(PLAIN);
    expect(slack.shown).toHaveLength(1);
  });

  test("who asks on meanwhile is understood from the plain answer", async () => {
    const go = modelSays(WORDING);
    const first = mention(QUESTION);
    await bot.send("events_api", eventEnvelope(first));
    await slack.untilShown(1);
    await bot.send("events_api", eventEnvelope(message("when was it signed?", { thread_ts: first.ts })));
    await slack.untilShown(2);
    expect(said(1)).toContain("OpenAI–Oracle $300B cloud contract");
    go();
    await eventually(() => slack.shown[0]?.edits, "the wording");
    await bot.send("events_api", eventEnvelope(message("who pays?", { thread_ts: first.ts })));
    await slack.untilShown(3);
    expect(said(2)).toContain("OpenAI–Oracle $300B cloud contract");
  });

  test("what only one person sees cannot be changed: it comes once, worded", async () => {
    const go = modelSays(WORDING);
    await bot.send("slash_commands", slashCommand("/ask", QUESTION, slack.newResponseUrl()));
    await settle();
    expect(slack.shown).toEqual([]);
    go();
    await slack.untilShown(1);
    expect(said()).toContain(WORDING);
  });
});

describe("in Discord", () => {
  const log = createLogBook();
  let discord: LoopbackDiscord;
  let adapter: Awaited<ReturnType<typeof connectApp>>;
  beforeEach(async () => {
    log.entries.length = 0;
    discord = await startLoopbackDiscord();
    adapter = await connectApp(assistedApp(server, { planner: "rules", wording: true }).app, discord, log);
  });
  afterEach(async () => {
    await adapter.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });

  test("a mention: the plain answer at once, and then the wording in it", async () => {
    const go = modelSays(WORDING);
    const reply = await discord.replyTo(discord.say(`<@${discord.botId}> ${QUESTION}`));
    expect(textOf(reply)).toMatch(PLAIN);
    go();
    await eventually(() => textOf(reply).includes("at least $300B.") && reply.edits > 0, "the wording");
    expect(textOf(reply)).toContain("OpenAI has agreed to pay Oracle");
    expect(discord.posted(CHANNEL_ID)).toHaveLength(1);
  });

  test("a command: the same, seen by one", async () => {
    const go = modelSays(WORDING);
    const answer = await (await discord.slash("ask", { question: QUESTION })).message();
    expect(textOf(answer)).toMatch(PLAIN);
    const before = answer.edits;
    go();
    await eventually(() => answer.edits > before, "the wording");
    expect(textOf(answer)).toContain("OpenAI has agreed to pay Oracle");
    expect(answer.flags & 64).toBe(64);
  });

  test("a picture stays with it", async () => {
    const go = modelSays("2 GW would cost about $100–120B.");
    const reply = await discord.replyTo(discord.say(`<@${discord.botId}> what would 2 GW cost?`));
    expect(reply.body?.files?.[0]?.name).toBe("chart-1.png");
    const plain = textOf(reply);
    go();
    await eventually(() => reply.edits > 0, "the wording");
    expect(textOf(reply)).not.toBe(plain);
    expect(reply.body?.files?.[0]?.name).toBe("chart-1.png");
    expect(reply.body?.attachments).toHaveLength(1);
  });

  test("an invented amount never appears, nor does a wording that Discord does not take", async () => {
    modelSays("OpenAI will pay Oracle $999B.")();
    const first = await discord.replyTo(discord.say(`<@${discord.botId}> ${QUESTION}`));
    modelSays(WORDING)();
    discord.failNext({ method: "PATCH", path: /^\/channels\/\d+\/messages\/\d+$/, status: 403, body: { code: 50005 } });
    const second = await discord.replyTo(discord.say(`<@${discord.botId}> ${QUESTION}`));
    await eventually(
      () => log.entries.some(({ message }) => message.includes("did not take a wording")),
      "the refusal",
    );
    for (const reply of [first, second]) {
      expect(textOf(reply)).toMatch(PLAIN);
      expect(reply.edits).toBe(0);
    }
    expect(discord.posted(CHANNEL_ID)).toHaveLength(2);
  });
});

describe("killed while the model is at work", () => {
  test("the plain answer stands, and what comes again is not answered twice", async () => {
    const [slack, discord] = [await startLoopbackSlack(), await startLoopbackDiscord()];
    const dataDir = mkdtempSync(join(tmpdir(), "gigawatt-wording-"));
    const start = (): BotProcess =>
      startBotProcess({
        SLACK_BOT_TOKEN: BOT_TOKEN,
        SLACK_APP_TOKEN: APP_TOKEN,
        SLACK_API_URL: slack.apiUrl,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.restUrl,
        DATA_DIR: dataDir,
        OPENAI_API_KEY: KEY,
        OPENAI_BASE_URL: `${server.url}/v1`,
        MODEL_WORDING: "on",
      });
    modelSays(WORDING);
    let bot = start();
    try {
      await bot.logged("ready to answer");
      const event = eventEnvelope(mention(QUESTION));
      await slack.socket.send("events_api", event);
      const reply = await discord.replyTo(discord.say(`<@${discord.botId}> ${QUESTION}`));
      await slack.untilShown(1);
      await eventually(() => asked === 2, "the model to be asked");
      bot.child.kill("SIGKILL");

      modelSays(WORDING)();
      bot = start();
      await bot.logged("ready to answer");
      await slack.socket.send("events_api", event, { attempt: 1, reason: "http_timeout" });
      await settle(500);
      expect(slack.shown).toHaveLength(1);
      expect(discord.posted(CHANNEL_ID)).toHaveLength(1);
      expect(JSON.stringify(slack.shown[0]?.body)).toMatch(PLAIN);
      expect(textOf(reply)).toMatch(PLAIN);
    } finally {
      await bot.stop();
      await slack.close();
      await discord.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 60_000);
});
