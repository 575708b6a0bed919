/** Two bots behind a load balancer, over Slack's HTTP, with one state: one answer an event, and follow-ups anywhere. */
import { afterEach, describe, expect, test } from "vitest";
import { type BotProcess, startBotProcess } from "../fixtures/bot-process.ts";
import { eventEnvelope, mention, message, newTs } from "../loopback/slack/payloads.ts";
import { postSigned } from "../loopback/slack/sign.ts";
import {
  BOT_TOKEN,
  type LoopbackSlack,
  SIGNING_SECRET,
  startLoopbackSlack,
} from "../loopback/slack/start-loopback-slack.ts";
import { type Opened, sharedEngines } from "./engines.ts";

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function startInstance(slack: LoopbackSlack, { where }: Opened): Promise<{ bot: BotProcess; url: string }> {
  const bot = startBotProcess({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    PORT: "0",
    DATA_DIR: where.dataDir,
    ...(where.databaseUrl ? { DATABASE_URL: where.databaseUrl } : {}),
  });
  stops.push(() => bot.stop());
  await bot.logged("ready to answer");
  const port = /listening on 127\.0\.0\.1:(\d+)/.exec(bot.log())?.[1];
  return { bot, url: `http://127.0.0.1:${port}/slack/events` };
}

describe.each(sharedEngines)("over $name", (engine) => {
  test("an event that both get is answered once; a follow-up that the other gets is understood", async () => {
    const [opened, slack] = [await engine.open(), await startLoopbackSlack()];
    stops.push(
      () => opened.close(),
      () => slack.close(),
    );
    const [a, b] = [await startInstance(slack, opened), await startInstance(slack, opened)];
    const send = (to: { url: string }, event: object) => postSigned(to.url, SIGNING_SECRET, "events_api", event);

    const threads = Array.from({ length: 10 }, () => newTs());
    for (const ts of threads) {
      const event = eventEnvelope(mention("How big is OpenAI's cloud contract with Oracle?", { ts }));
      const replies = await Promise.all([send(a, event), send(b, event)]);
      expect(replies.map((reply) => reply.status)).toEqual([200, 200]);
    }
    await slack.untilShown(threads.length);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(slack.shown.map(({ body }) => body.thread_ts).sort()).toEqual([...threads].sort());

    // Whichever answered before, each instance is asked about half of the threads.
    slack.clear();
    for (const [index, ts] of threads.entries())
      await send(
        index % 2 ? a : b,
        eventEnvelope(mention("how many gw does that buy?", { thread_ts: ts, ts: newTs() })),
      );
    const followUps = await slack.untilShown(threads.length);
    for (const { body } of followUps) expect(JSON.stringify(body)).toContain("4.5 GW");

    // One is killed; the other, and a new one, know what was said.
    slack.clear();
    a.bot.child.kill("SIGKILL");
    const c = await startInstance(slack, opened);
    await send(c, eventEnvelope(message("<@U0GIGAWATT> and per gw?", { thread_ts: threads[0], ts: newTs() })));
    const [last] = await slack.untilShown(1);
    expect(JSON.stringify(last?.body)).not.toContain("which deal");
    expect(slack.problems).toEqual([]);
  }, 60_000);
});
