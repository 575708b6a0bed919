import { Agent, request as httpRequest } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { startLoopbackSlack } from "../loopback/slack/start-loopback-slack.ts";
import type { Measurement } from "./measurement.ts";
import { quantile } from "./quantile.ts";
import { startResponseSink } from "./response-sink.ts";
import { BOT } from "./scripts.ts";
import { slackAddress } from "./slack-address.ts";
import { httpEnvironment } from "./slack-environment.ts";
import { createSlashRequests, type SlashRequest } from "./slash-requests.ts";
import { startProcess } from "./start-process.ts";

const A_SECOND = 100;
const SECONDS = 10;

export const acknowledgement: Measurement = {
  name: "acknowledgement",
  async rows() {
    const [slack, sink] = [await startLoopbackSlack(), await startResponseSink()];
    const { asPeopleAsk } = await createSlashRequests(sink.newUrl);
    const bot = startProcess(BOT, [], httpEnvironment(slack));
    const url = await slackAddress(bot);
    const agent = new Agent({ keepAlive: true });

    // Each is due at its own moment, whether the ones before were answered or not, and its wait counts from then on.
    const waits: Promise<number>[] = [];
    const startedAt = performance.now();
    for (let index = 0; index < A_SECOND * SECONDS; index++) {
      const dueAt = startedAt + (index * 1_000) / A_SECOND;
      await sleep(Math.max(dueAt - performance.now(), 0));
      waits.push(post(url, asPeopleAsk(), agent).then(() => performance.now() - dueAt));
    }
    const all = await Promise.all(waits);
    await sink.untilTaken(all.length);
    agent.destroy();
    await bot.stop();
    await sink.close();
    await slack.close();
    return [
      {
        what: `acknowledgement at ${A_SECOND} a second for ${SECONDS} s, p50`,
        unit: "ms",
        samples: [quantile(all, 0.5)],
      },
      { what: "the same, p99", unit: "ms", samples: [quantile(all, 0.99)], target: { most: 100 } },
    ];
  },
};

function post(url: string, { body, headers }: SlashRequest, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: "POST", headers, agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`the bot answered ${response.statusCode}`));
      response.resume().once("end", resolve);
    });
    request.once("error", reject);
    request.end(body);
  });
}
