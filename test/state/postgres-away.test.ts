/** The bot itself while PostgreSQL is away: questions are answered, what would have to be kept is refused, and then all goes on. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { startBotProcess } from "../fixtures/bot-process.ts";
import { startProxy } from "../fixtures/start-proxy.ts";
import { eventEnvelope, mention, newTs, slashCommand } from "../loopback/slack/payloads.ts";
import { APP_TOKEN, BOT_TOKEN, startLoopbackSlack } from "../loopback/slack/start-loopback-slack.ts";
import { sharedEngines } from "./engines.ts";

/** How long it is away; OUTAGE_MS=60000 is the long run. */
const OUTAGE_MS = Number(process.env.OUTAGE_MS ?? 1_500);
const postgres = sharedEngines.filter(({ name }) => name.startsWith("PostgreSQL"));

test.each(postgres)(
  "$name",
  async (engine) => {
    const [opened, slack] = [await engine.open(), await startLoopbackSlack()];
    const address = new URL(opened.where.databaseUrl ?? "");
    const proxy = await startProxy(new URL(address));
    address.host = `127.0.0.1:${proxy.port}`;
    const bot = startBotProcess({
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: address.href,
    });
    await bot.logged("ready to answer");
    const ask = async (text: string, more: Record<string, unknown> = {}) => {
      slack.clear();
      await slack.socket.send("events_api", eventEnvelope(mention(text, more)));
      return JSON.stringify((await slack.untilShown(1))[0]?.body);
    };
    const switchOn = async (channel: string) => {
      slack.clear();
      const command = slashCommand("/digest", "on 09:00 Europe/Berlin", slack.newResponseUrl(), {
        channel_id: channel,
      });
      await slack.socket.send("slash_commands", command);
      for (;;) {
        const said = slack.shown.find(({ via }) => via === "response_url");
        if (said) return JSON.stringify(said.body);
        await sleep(10);
      }
    };
    const ts = newTs();
    expect(await ask("How big is OpenAI's cloud contract with Oracle?", { ts })).toContain("$300B");
    expect(await switchOn("C0BEFORE")).toContain("I post a digest here every day at 09:00");

    await proxy.cut();
    const until = Date.now() + OUTAGE_MS;
    expect(await switchOn("C0DURING")).toContain("I cannot read or save what I keep just now");
    do {
      expect(await ask("what does 10 GW cost?")).toContain("$500–600B");
      await sleep(500);
    } while (Date.now() < until);
    // The conversation goes on from this instance's memory.
    expect(await ask("how many gw does that buy?", { thread_ts: ts, ts: newTs() })).toContain("4.5 GW");
    expect(bot.log()).toContain("the state is away: going on from memory");
    expect(bot.log()).toContain("PostgreSQL cannot be reached");

    await proxy.mend();
    expect(await switchOn("C0AFTER")).toContain("I post a digest here every day at 09:00");
    for (const [channel, kept] of [
      ["C0BEFORE", true],
      ["C0DURING", false],
      ["C0AFTER", true],
    ] as const)
      expect((await opened.store.subscriptions.get(`slack:T0GIGA:${channel}`)) !== undefined, channel).toBe(kept);
    expect(slack.problems).toEqual([]);
    expect(await bot.stop()).toBe(0);
    await proxy.cut();
    await slack.close();
    await opened.close();
  },
  180_000,
);
