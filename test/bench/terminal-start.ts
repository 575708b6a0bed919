import type { Measurement } from "./measurement.ts";
import { BOT } from "./scripts.ts";
import { startProcess } from "./start-process.ts";

const ROUNDS = 9;

async function firstAnswerMs(): Promise<number> {
  const bot = startProcess(BOT);
  bot.child.stdin?.end("what is stargate\n");
  // The line of the welcome that ends with a full stop comes before it; the figure stands in the answer alone.
  await bot.said(/up to \$500B/);
  const took = performance.now() - bot.startedAt;
  await bot.stop();
  return took;
}

export const terminalStart: Measurement = {
  name: "terminal-start",
  async rows() {
    // Fills the compile cache and the copy of the knowledge.
    await firstAnswerMs();
    const samples: number[] = [];
    for (let round = 0; round < ROUNDS; round++) samples.push(await firstAnswerMs());
    return [{ what: "terminal: start to first answer", unit: "ms", samples, target: { most: 1_000 } }];
  },
};
