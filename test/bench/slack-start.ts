import { startLoopbackSlack } from "../loopback/slack/start-loopback-slack.ts";
import type { Measurement } from "./measurement.ts";
import { BARE_BOLT, BOT } from "./scripts.ts";
import { socketEnvironment } from "./slack-environment.ts";
import { startProcess } from "./start-process.ts";

const ROUNDS = 9;

export const slackStart: Measurement = {
  name: "slack-start",
  async rows() {
    const slack = await startLoopbackSlack();
    /** Until Slack has greeted on a new socket: the same moment for both, seen from outside. */
    async function connectedMs(script: string, args: readonly string[]): Promise<number> {
      const opened = slack.socket.untilOpened(slack.socket.opened() + 1);
      const started = startProcess(script, args, socketEnvironment(slack));
      await Promise.race([opened, started.said(/(?!)/)]);
      const took = performance.now() - started.startedAt;
      await started.stop();
      return took;
    }
    const bot = () => connectedMs(BOT, []);
    const bare = () => connectedMs(BARE_BOLT, ["socket"]);
    await bot();
    await bare();
    const [bots, bares]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      bots.push(await bot());
      bares.push(await bare());
    }
    await slack.close();
    const ratios = bots.map((took, round) => took / (bares[round] ?? Number.NaN));
    return [
      { what: "Slack only: start to open socket", unit: "ms", samples: bots },
      { what: "bare Bolt: the same", unit: "ms", samples: bares },
      { what: "Slack only ÷ bare Bolt", unit: "ratio", samples: ratios, target: { most: 1.3 }, decides: true },
    ];
  },
};
