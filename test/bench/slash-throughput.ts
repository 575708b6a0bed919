import { startLoopbackSlack } from "../loopback/slack/start-loopback-slack.ts";
import type { Measurement } from "./measurement.ts";
import { startResponseSink } from "./response-sink.ts";
import { BARE_BOLT, BOT } from "./scripts.ts";
import { slackAddress } from "./slack-address.ts";
import { httpEnvironment } from "./slack-environment.ts";
import { loadWithSlashCommands, type SlashRates } from "./slash-load.ts";
import { createSlashRequests } from "./slash-requests.ts";
import { type Started, startProcess } from "./start-process.ts";

const ROUNDS = 6;
const WARM_UP_SECONDS = 2;
const SECONDS = 2;

export const slashThroughput: Measurement = {
  name: "slash-throughput",
  async rows() {
    const [slack, sink] = [await startLoopbackSlack(), await startResponseSink()];
    const { asPeopleAsk, neverTwice } = await createSlashRequests(sink.newUrl);
    const environment = httpEnvironment(slack);
    const bare = (reply: string) => startProcess(BARE_BOLT, ["http", reply], environment);
    const bot = await contender(startProcess(BOT, [], environment));
    const responding = await contender(bare("respond"));
    const acknowledging = await contender(bare("ack"));
    const load = (url: string, seconds: number, { nextRequest = asPeopleAsk, counted = true } = {}) =>
      loadWithSlashCommands({ url, seconds, nextRequest, sink: counted ? sink : null });

    await load(bot.url, WARM_UP_SECONDS);
    await load(responding.url, WARM_UP_SECONDS);
    await load(acknowledging.url, WARM_UP_SECONDS, { counted: false });
    const rounds: { bot: SlashRates; bare: SlashRates; fresh: SlashRates; constant: SlashRates }[] = [];
    for (let round = 0; round < ROUNDS; round++)
      rounds.push({
        bot: await load(bot.url, SECONDS),
        bare: await load(responding.url, SECONDS),
        fresh: await load(bot.url, SECONDS, { nextRequest: neverTwice }),
        constant: await load(acknowledging.url, SECONDS, { counted: false }),
      });
    for (const { started } of [bot, responding, acknowledging]) await started.stop();
    await sink.close();
    await slack.close();

    const each = (value: (round: (typeof rounds)[number]) => number) => rounds.map(value);
    return [
      { what: "slash commands over HTTP, whole bot", unit: "a second", samples: each((r) => r.bot.acknowledged) },
      { what: "bare Bolt that responds a constant", unit: "a second", samples: each((r) => r.bare.acknowledged) },
      {
        what: "whole bot ÷ bare Bolt, acknowledged",
        unit: "ratio",
        samples: each((r) => r.bot.acknowledged / r.bare.acknowledged),
        target: { least: 0.8 },
        decides: true,
      },
      {
        what: "whole bot ÷ bare Bolt, answers out",
        unit: "ratio",
        samples: each((r) => r.bot.answered / r.bare.answered),
        target: { least: 0.8 },
        decides: true,
      },
      {
        what: "whole bot ÷ bare Bolt, acknowledged, no line asked twice",
        unit: "ratio",
        samples: each((r) => r.fresh.acknowledged / r.bare.acknowledged),
      },
      {
        what: "whole bot ÷ bare Bolt that acknowledges with the constant",
        unit: "ratio",
        samples: each((r) => r.bot.acknowledged / r.constant.acknowledged),
      },
    ];
  },
};

async function contender(started: Started): Promise<{ started: Started; url: string }> {
  return { started, url: await slackAddress(started) };
}
