import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { startLoopbackDiscord } from "../loopback/discord/start-loopback-discord.ts";
import { startLoopbackSlack } from "../loopback/slack/start-loopback-slack.ts";
import type { Measurement, Row } from "./measurement.ts";
import { BOT } from "./scripts.ts";
import { socketEnvironment } from "./slack-environment.ts";
import { startProcess } from "./start-process.ts";

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
      for (let round = 0; round < ROUNDS && existsSync("/proc/self/status"); round++)
        samples.push(await residentMib(ready, environment));
      rows.push({ what: `resident memory, ${adapter} only`, unit: "MiB", samples, target: { most: 150 } });
    }
    await slack.close();
    await discord.stop();
    return rows;
  },
};

async function residentMib(ready: RegExp, environment: Record<string, string>): Promise<number> {
  const bot = startProcess(BOT, [], environment);
  await bot.said(ready);
  await sleep(SETTLED_AFTER_MS);
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${bot.child.pid}/status`, "utf8"))?.[1];
  await bot.stop();
  return Number(kib) / 1024;
}
