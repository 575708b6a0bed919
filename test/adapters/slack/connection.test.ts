import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SlackConfig } from "../../../src/adapters/slack/config.ts";
import { createSlackAdapter } from "../../../src/adapters/slack/create-slack-adapter.ts";
import { SetupError, UpstreamError } from "../../../src/errors.ts";
import { memorySeen } from "../../../src/state/seen.ts";
import { eventEnvelope, mention, slashCommand } from "../../loopback/slack/payloads.ts";
import {
  APP_TOKEN,
  BOT_TOKEN,
  type LoopbackSlack,
  SIGNING_SECRET,
  startLoopbackSlack,
} from "../../loopback/slack/start-loopback-slack.ts";
import { createFakeApp, createTestLog, startBot, type TestBot } from "./fixture.ts";

let slack: LoopbackSlack;
let bot: TestBot | undefined;
beforeEach(async () => {
  slack = await startLoopbackSlack();
});
afterEach(async () => {
  await bot?.stop(100);
  bot = undefined;
  await slack.close();
});

describe("a socket", () => {
  it("comes back after it was cut, and answers", async () => {
    bot = await startBot(slack, "socket");
    expect(bot.adapter.health()).toMatchObject({ ok: true, detail: "socket open" });
    slack.socket.drop();
    await slack.socket.untilOpened(2);
    await expect.poll(() => bot?.adapter.health().ok).toBe(true);
    await bot.send("slash_commands", slashCommand("/deal", "stargate", slack.newResponseUrl()));
    await slack.untilShown(1);
  });

  it("moves at once when Slack asks for it", async () => {
    bot = await startBot(slack, "socket");
    const askedAt = Date.now();
    slack.socket.refresh();
    await slack.socket.untilOpened(2);
    expect(Date.now() - askedAt).toBeLessThan(1_000);
    await expect.poll(() => slack.socket.connections()).toBe(1);
    await bot.send("events_api", eventEnvelope(mention("stargate")));
    await slack.untilShown(1);
  });

  it("keeps trying while Slack opens none", async () => {
    bot = await startBot(slack, "socket");
    slack.fail("apps.connections.open", { error: "internal_error", times: 2 });
    slack.socket.drop();
    await expect.poll(() => bot?.adapter.health().ok).toBe(false);
    await expect.poll(() => bot?.adapter.health().ok, { timeout: 5_000 }).toBe(true);
  });

  it("is unhealthy when nothing was heard for a minute", async () => {
    let nowMs = 1_000_000;
    bot = await startBot(slack, "socket", { now: () => nowMs });
    nowMs += 61_000;
    expect(bot.adapter.health()).toMatchObject({ ok: false, lastSeenMs: 61_000, detail: "socket open but silent" });
  });
});

describe.each(["socket", "http"] as const)("stop over %s", (mode) => {
  it("finishes what is under way and takes nothing new", async () => {
    bot = await startBot(slack, mode);
    bot.app.delayMs = 300;
    await bot.send("slash_commands", slashCommand("/deal", "stargate", slack.newResponseUrl()));
    expect(slack.shown).toHaveLength(0);
    await bot.stop(5_000);
    expect(slack.shown).toHaveLength(1);
    await expect(
      bot.send("slash_commands", slashCommand("/deal", "stargate", slack.newResponseUrl())),
    ).rejects.toThrow();
  });

  it("gives up at the deadline", async () => {
    bot = await startBot(slack, mode);
    bot.app.delayMs = 2_000;
    await bot.send("slash_commands", slashCommand("/deal", "stargate", slack.newResponseUrl()));
    const before = Date.now();
    await bot.adapter.stop(100);
    expect(Date.now() - before).toBeLessThan(1_000);
    expect(bot.log.entries).toContainEqual(expect.objectContaining({ fields: { unfinished: 1 } }));
  });
});

describe("a start that cannot be", () => {
  const start = (config: Partial<SlackConfig>) => {
    const log = createTestLog();
    const whole = {
      mode: "socket",
      botToken: BOT_TOKEN,
      appToken: APP_TOKEN,
      signingSecret: SIGNING_SECRET,
      apiUrl: slack.apiUrl,
      ...config,
    } as SlackConfig;
    const clock = { now: Date.now };
    const adapter = createSlackAdapter({
      config: whole,
      app: createFakeApp(),
      log,
      clock,
      seen: memorySeen({ clock }),
    });
    return adapter.start().then(
      () => {
        throw new Error("it started");
      },
      (error: Error & { hint?: string }) => {
        // The hidden token must not come back through an error either.
        expect(`${error.message} ${error.hint} ${log.text()}`).not.toMatch(/xoxb-0000|xapp-1|loopback0signing/);
        return error;
      },
    );
  };

  it.each([
    ["a wrong bot token", { botToken: "xoxb-wrong-token-1" }, "Slack does not accept SLACK_BOT_TOKEN (invalid_auth)."],
    [
      "a token of another kind",
      { botToken: "xoxp-user" },
      "SLACK_BOT_TOKEN is not a bot token: those begin with xoxb-.",
    ],
    ["no app token", { appToken: undefined }, "Socket Mode needs SLACK_APP_TOKEN."],
    [
      "an app token of another kind",
      { appToken: "xoxb-1" },
      "SLACK_APP_TOKEN is not an app-level token: those begin with xapp-.",
    ],
    [
      "a wrong app token",
      { appToken: "xapp-wrong" },
      "Slack does not open a socket for SLACK_APP_TOKEN (invalid_auth).",
    ],
    ["no signing secret", { mode: "http", signingSecret: undefined }, "Slack over HTTP needs SLACK_SIGNING_SECRET."],
  ] as const)("says what to do about %s", async (_, config, sentence) => {
    const error = await start(config as Partial<SlackConfig>);
    expect(error).toBeInstanceOf(SetupError);
    expect(error.message).toBe(sentence);
    expect(error.hint).toMatch(/\.$/);
  });

  it("names the scopes that are missing", async () => {
    slack.scopes = ["chat:write", "commands", "app_mentions:read"];
    expect((await start({})).message).toBe("The Slack app lacks the scope im:history.");
  });

  it("tells a network that is down from a token that is wrong", async () => {
    slack.fail("auth.test", { drop: true });
    expect(await start({})).toBeInstanceOf(UpstreamError);
  });
});
