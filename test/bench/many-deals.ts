import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { generateDeals, writeKnowledge } from "../fixtures/generate-deals.ts";
import type { ManyTimes } from "./children/time-many.ts";
import type { Measurement } from "./measurement.ts";
import { median } from "./quantile.ts";
import { TIME_MANY } from "./scripts.ts";
import { resultOf } from "./start-process.ts";

const FEW = 2_500;
const MANY = 10_000;
const ROUNDS = 3;

export const manyDeals: Measurement = {
  name: "many-deals",
  async rows() {
    const knowledge = resolve(import.meta.dirname, "../../knowledge");
    const orgs = (await loadKnowledge(knowledge, null)).organisations.map(({ id }) => id);
    const folder = mkdtempSync(join(tmpdir(), "gigawatt-many-"));
    const times: Record<number, ManyTimes[]> = { [FEW]: [], [MANY]: [] };
    for (const count of [FEW, MANY]) {
      const written = join(folder, String(count));
      writeKnowledge(written, knowledge, generateDeals(count, { seed: 5, orgs }));
      for (let round = 0; round < ROUNDS; round++) times[count]?.push(await resultOf<ManyTimes>(TIME_MANY, [written]));
    }
    rmSync(folder, { recursive: true });
    const [few = [], many = []] = [times[FEW], times[MANY]];
    // Of the rounds together: in a single round the slowest is whichever the machine held up.
    const slow = slowestOf(many);
    const growth = (of: (one: ManyTimes) => number) =>
      many.map((one, round) => of(one) / (few[round] ? of(few[round]) : Number.NaN));
    const label = `${MANY.toLocaleString("en-US")} made-up deals`;
    return [
      {
        what: `load and index ${label} from their files`,
        unit: "ms",
        samples: many.map(({ loadMs }) => loadMs),
        target: { most: 3_000 },
      },
      {
        what: `${label}: the slowest of ${many[0]?.plans.length} plans (${slow})`,
        unit: "ms",
        samples: many.map((one) => timeOf(one, slow)),
        target: { most: 20 },
      },
      { what: `loading ${MANY / FEW} times as many takes`, unit: "times", samples: growth(({ loadMs }) => loadMs) },
      {
        what: `the slowest plan over ${MANY / FEW} times as many takes`,
        unit: "times",
        samples: growth((one) => timeOf(one, slow)),
      },
    ];
  },
};

const timeOf = (one: ManyTimes, line: string): number => one.plans.find((plan) => plan.line === line)?.ms ?? Number.NaN;

function slowestOf(rounds: readonly ManyTimes[]): string {
  const timed = (rounds[0]?.plans ?? []).map(({ line }) => ({
    line,
    ms: median(rounds.map((one) => timeOf(one, line))),
  }));
  return timed.sort((a, b) => b.ms - a.ms)[0]?.line ?? "";
}
