import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { generateDeals, writeKnowledge } from "../fixtures/generate-deals.ts";
import type { ManyTimes } from "./children/time-many.ts";
import type { Measurement } from "./measurement.ts";
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
    const slowest = (one: ManyTimes) => Math.max(...one.plans.map(({ ms }) => ms));
    const names = many.map((one) => one.plans.find(({ ms }) => ms === slowest(one))?.line);
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
        what: `${label}: the slowest of ${many[0]?.plans.length} plans (${[...new Set(names)].join(", ")})`,
        unit: "ms",
        samples: many.map(slowest),
        target: { most: 20 },
      },
      { what: `loading ${MANY / FEW} times as many takes`, unit: "times", samples: growth(({ loadMs }) => loadMs) },
      { what: `the slowest plan over ${MANY / FEW} times as many takes`, unit: "times", samples: growth(slowest) },
    ];
  },
};
