import { defineConfig } from "vitest/config";

/**
 * They start, freeze and kill processes that watch the time: each has the machine to itself. One is tried again where the moment
 * of a kill or a busy machine has made it miss its time.
 */
const ALONE = [
  "test/state/gateway-takeover.test.ts",
  "test/digest/storm.test.ts",
  "test/digest/kill-on-command.test.ts",
  "test/end-to-end/events-during-start.test.ts",
];
const INCLUDE = ["test/**/*.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Most tests talk over real sockets to a real database on shared cores. Where no one can start them again, one that lost to a
    // busy machine is tried once more, and the report names it.
    retry: process.env.CI ? 1 : 0,
    projects: [
      { extends: true, test: { name: "together", include: INCLUDE, exclude: ALONE, sequence: { groupOrder: 0 } } },
      {
        extends: true,
        test: { name: "alone", include: ALONE, fileParallelism: false, retry: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
