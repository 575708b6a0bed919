/** The bot itself, killed in the middle of `/digest on`: what was acknowledged to the reader is there afterwards. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openEngine } from "../../src/state/open-store.ts";
import { createStore } from "../../src/state/sql/create-store.ts";
import { startBotProcess } from "../fixtures/bot-process.ts";
import { slashCommand } from "../loopback/slack/payloads.ts";
import { APP_TOKEN, BOT_TOKEN, startLoopbackSlack } from "../loopback/slack/start-loopback-slack.ts";
import { sharedEngines } from "../state/engines.ts";

const KILLS = Number(process.env.DIGEST_KILLS ?? 6);

test.each(sharedEngines)(
  `$name: killed ${KILLS} times, nothing acknowledged is lost`,
  async (engine) => {
    const [opened, slack] = [await engine.open(), await startLoopbackSlack()];
    let [acknowledged, unanswered] = [0, 0];
    for (let round = 0; round < KILLS; round++) {
      const bot = startBotProcess({
        SLACK_BOT_TOKEN: BOT_TOKEN,
        SLACK_APP_TOKEN: APP_TOKEN,
        SLACK_API_URL: slack.apiUrl,
        DATA_DIR: opened.where.dataDir,
        ...(opened.where.databaseUrl ? { DATABASE_URL: opened.where.databaseUrl } : {}),
      });
      await bot.logged("ready to answer");
      slack.clear();
      const channels = Array.from({ length: 8 }, (_, number) => `C${round}X${number}`);
      for (const channel of channels) {
        const command = slashCommand("/digest", "on 09:00 Europe/Berlin", slack.newResponseUrl(), {
          channel_id: channel,
        });
        void slack.socket.send("slash_commands", command).catch(() => {});
      }
      await sleep((round * 131) % 900);
      bot.child.kill("SIGKILL");
      await new Promise((resolve) => bot.child.once("exit", resolve));
      const told = channels.filter((channel) =>
        slack.shown.some(({ via, body }) => via === "chat.postMessage" && body.channel === channel),
      );
      const after = await openEngine(opened.where);
      const store = createStore(after);
      for (const channel of told)
        expect(await store.subscriptions.get(`slack:T0GIGA:${channel}`), channel).toMatchObject({ time: "09:00" });
      acknowledged += told.length;
      unanswered += channels.length - told.length;
      await after.db.destroy();
    }
    console.info(`${engine.name}: ${acknowledged} acknowledged and there, ${unanswered} killed before`);
    expect(acknowledged + unanswered).toBe(KILLS * 8);
    // Killed too early each time, it would have shown nothing.
    expect(acknowledged).toBeGreaterThan(0);
    await slack.close();
    await opened.close();
  },
  600_000,
);
