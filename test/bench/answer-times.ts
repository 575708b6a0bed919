import type { Times } from "./children/time-answers.ts";
import type { Measurement } from "./measurement.ts";
import { median, quantile } from "./quantile.ts";
import { TIME_ANSWERS } from "./scripts.ts";
import { resultOf } from "./start-process.ts";

const ROUNDS = 5;

type Pass = "commandsMs" | "commandsAgainMs" | "questionsMs";

export const answerTimes: Measurement = {
  name: "answers",
  async rows() {
    const [rounds, cold]: [Times[], Times[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push(await resultOf<Times>(TIME_ANSWERS, ["warm"]));
      cold.push(await resultOf<Times>(TIME_ANSWERS, ["cold"]));
    }
    const p95 = (key: Pass, from = rounds) => from.map((times) => quantile(times[key], 0.95));
    const middle = (key: Pass) => rounds.map((times) => median(times[key]));
    const count = (key: Pass) => rounds[0]?.[key].length;
    return [
      {
        what: `p95 of ${count("commandsMs")} commands in the process, each once`,
        unit: "ms",
        samples: p95("commandsMs"),
        target: { most: 2 },
        decides: true,
      },
      {
        what: "p95 of the same without what follows a start (npm run ask)",
        unit: "ms",
        samples: p95("commandsMs", cold),
      },
      { what: "p95 of the same a second time", unit: "ms", samples: p95("commandsAgainMs") },
      { what: "median of the same a second time", unit: "ms", samples: middle("commandsAgainMs") },
      {
        what: `p95 of ${count("questionsMs")} questions in the process, each once`,
        unit: "ms",
        samples: p95("questionsMs"),
        target: { most: 5 },
        decides: true,
      },
      { what: "median of the same", unit: "ms", samples: middle("questionsMs") },
      {
        what: "the first question after the start",
        unit: "ms",
        samples: rounds.map((times) => times.questionsMs[0] ?? 0),
      },
      {
        what: "a question of 100,000 characters, the slowest of its kinds",
        unit: "ms",
        samples: rounds.map((times) => Math.max(...times.longMs)),
        target: { most: 50 },
        decides: true,
      },
    ];
  },
};
