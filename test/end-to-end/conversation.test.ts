/** A conversation as people have it: in a Slack thread and in a Discord channel, over loopback, with the real knowledge. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "../../src/adapters/slack/limits.ts";
import { connectApp } from "../adapters/discord/connect-app.ts";
import { createLogBook } from "../adapters/discord/start-bot.ts";
import { settle, startBotWith } from "../adapters/slack/fixture.ts";
import { realApp } from "../fixtures/app.ts";
import { textOf } from "../loopback/discord/read-message.ts";
import { type LoopbackDiscord, startLoopbackDiscord } from "../loopback/discord/start-loopback-discord.ts";
import { eventEnvelope, mention, message } from "../loopback/slack/payloads.ts";
import { type LoopbackSlack, startLoopbackSlack } from "../loopback/slack/start-loopback-slack.ts";

/** What is asked, in this order, and what the first sentence of the answer must say. */
const QUESTIONS: readonly [asked: string, said: RegExp][] = [
  [
    "how many gigawatts has openai signed up for in total?",
    /signed: up to 7\.25 GW of power at sites.*up to 6 GW of power of chips/,
  ],
  ["and anthropic?", /^Anthropic, signed: .* GW of power at sites/],
  ["how firm is the nvidia openai 100 billion thing?", /lapsed \(ended without being signed\).*27 February 2026/],
  ["what replaced it?", /Nvidia \$30B equity investment in OpenAI: \$30B/],
  ["who is building the Abilene campus?", /Abilene: Crusoe/],
  ["what is its capacity?", /about 1\.2 GW.*eight buildings/],
  ["how much would 2 GW of GB300s cost?", /2 GW would cost about \$66B at \$33B per GW.*Morgan Stanley, GB300/],
  ["has the ohio 10gw lease been signed?", /^No\b/],
  ["which deals have fallen through?", /Nvidia–OpenAI letter of intent.*up to \$100B/],
  ["wat does PUE stand for", /power usage effectiveness/i],
];

const log = createLogBook();
let slack: LoopbackSlack;
let discord: LoopbackDiscord;
let bot: Awaited<ReturnType<typeof startBotWith>>;
let adapter: Awaited<ReturnType<typeof connectApp>>;

beforeAll(async () => {
  const app = realApp();
  [slack, discord] = [await startLoopbackSlack(), await startLoopbackDiscord()];
  bot = await startBotWith(app, slack, "socket");
  adapter = await connectApp(app, discord, log);
});
afterAll(async () => {
  await bot?.stop();
  await adapter?.stop();
  await slack?.close();
  await discord?.stop();
});

/** The direct answer as people read it: without marks, links and numbers of sources. */
const bare = (words: string): string =>
  words
    .replace(/\[\d+\]/g, "")
    .replace(/[\\*_~`\u200b]/g, "")
    .replaceAll("&amp;", "&")
    .trim();

const headlineInSlack = ({ blocks = [] }: Message): string => {
  const first = blocks.find((block) => block.type === "section");
  return bare((first?.type === "section" && first.text?.text) || "");
};

describe("ten questions in one conversation", () => {
  const answers = { slack: [] as string[], discord: [] as string[] };

  test("in a Slack thread: the first names the bot, the others are replies", async () => {
    const first = mention(QUESTIONS[0]?.[0] ?? "");
    for (const [index, [asked, said]] of QUESTIONS.entries()) {
      const event = index === 0 ? first : message(asked, { thread_ts: first.ts });
      await bot.send("events_api", eventEnvelope(event));
      const shown = (await slack.untilShown(index + 1)).at(-1);
      expect(shown?.body).toMatchObject({ channel: first.channel, thread_ts: first.ts });
      const headline = headlineInSlack(shown?.body as Message);
      expect(headline, asked).toMatch(said);
      answers.slack.push(headline);
    }
    // What people say to each other is not for the bot.
    for (const chat of ["thanks, that helps", "lunch at noon, as always"]) {
      await bot.send("events_api", eventEnvelope(message(chat, { thread_ts: first.ts })));
    }
    await settle();
    expect(slack.shown).toHaveLength(QUESTIONS.length);
    expect(slack.problems).toEqual([]);
  }, 30_000);

  test("in a Discord channel: the bot is named each time, and replies", async () => {
    for (const [asked, said] of QUESTIONS) {
      const id = discord.say(`<@${discord.botId}> ${asked}`);
      const [, headline = ""] = bare(textOf(await discord.replyTo(id))).split("\n");
      expect(headline, asked).toMatch(said);
      answers.discord.push(headline);
    }
    expect(discord.violations).toEqual([]);
    expect(log.entries.filter(({ level }) => level === "warn" || level === "error")).toEqual([]);
  }, 30_000);

  test("both have said the same", () => {
    expect(answers.discord).toEqual(answers.slack);
  });
});

describe("called into a thread of others in Slack", () => {
  test("it reads what they speak of", async () => {
    slack.clear();
    const parent = {
      user: "U0OTHER",
      text: "OpenAI is in talks to lease the 10 GW Ohio campus, Reuters says",
      ts: "1760000000.000100",
    };
    const called = mention("has it been signed?", { thread_ts: parent.ts, parent_user_id: parent.user });
    slack.threads.set(parent.ts, [parent, { user: "U0THIRD", text: "no way", ts: "1760000001.000100" }, called]);
    await bot.send("events_api", eventEnvelope(called));
    const [shown] = await slack.untilShown(1);
    expect(headlineInSlack(shown?.body as Message)).toMatch(/^No\b.*Ohio 10 GW/);
    expect(slack.problems).toEqual([]);
  });
});
