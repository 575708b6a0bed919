import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { startLoopbackDiscord } from "../loopback/discord/start-loopback-discord.ts";
import { startLoopbackSlack } from "../loopback/slack/start-loopback-slack.ts";
import type { Measurement, Row } from "./measurement.ts";
import { BARE_BOLT, BOT } from "./scripts.ts";
import { socketEnvironment } from "./slack-environment.ts";
import { type Started, startProcess } from "./start-process.ts";

const ROUNDS = 3;
/** Longer than what follows a start. */
const SETTLED_AFTER_MS = 2_500;

export const memory: Measurement = {
  name: "memory",
  async rows() {
    const [slack, discord] = [await startLoopbackSlack(), await startLoopbackDiscord()];
    const set = [
      { adapter: "terminal", ready: /\S\n\n/, environment: {} },
      { adapter: "slack", ready: /"ready to answer"/, environment: socketEnvironment(slack) },
      {
        adapter: "discord",
        ready: /"ready to answer"/,
        environment: {
          DISCORD_TOKEN: discord.token,
          DISCORD_APPLICATION_ID: discord.applicationId,
          DISCORD_API_URL: discord.restUrl,
        },
      },
    ];
    const rows: Row[] = [];
    for (const { adapter, ready, environment } of set) {
      const samples: number[] = [];
      for (let round = 0; round < ROUNDS && existsSync("/proc/self/status"); round++) {
        const bot = startProcess(BOT, [], environment);
        await bot.said(ready);
        samples.push(await residentMib(bot));
      }
      rows.push({ what: `resident memory, ${adapter} only`, unit: "MiB", samples, target: { most: 150 } });
    }
    const bares: number[] = [];
    for (let round = 0; round < ROUNDS && existsSync("/proc/self/status"); round++) {
      const opened = slack.socket.untilOpened(slack.socket.opened() + 1);
      const bare = startProcess(BARE_BOLT, ["socket"], socketEnvironment(slack));
      await opened;
      bares.push(await residentMib(bare));
    }
    rows.push({ what: "bare Bolt: the same", unit: "MiB", samples: bares });
    await slack.close();
    await discord.stop();
    return rows;
  },
};

/** When it has settled; it is then stopped. */
async function residentMib(started: Started): Promise<number> {
  await sleep(SETTLED_AFTER_MS);
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${started.child.pid}/status`, "utf8"))?.[1];
  await started.stop();
  return Number(kib) / 1024;
}
