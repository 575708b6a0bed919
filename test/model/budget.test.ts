import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createBudget } from "../../src/model/budget.ts";
import { memorySpending, type Spending } from "../../src/model/spending.ts";
import { openStore } from "../../src/state/open-store.ts";

const NOON = Date.UTC(2026, 10, 23, 12);
const DAY_MS = 86_400_000;
type Opened = { spending: Spending; sweep(nowMs: number): Promise<void>; close(): Promise<void> };

const kept: readonly (readonly [string, () => Promise<Opened>])[] = [
  ["memory", async () => ({ spending: memorySpending(), sweep: async () => {}, close: async () => {} })],
  [
    "the store",
    async () => {
      const dataDir = mkdtempSync(join(tmpdir(), "gigawatt-budget-"));
      const store = await openStore({ dataDir });
      return {
        spending: store.spending,
        sweep: (nowMs) => store.sweep(nowMs),
        async close() {
          await store.close();
          rmSync(dataDir, { recursive: true, force: true });
        },
      };
    },
  ],
];

describe.each(kept)("a budget over %s", (_name, open) => {
  let opened: Opened;
  let now = NOON;
  beforeEach(async () => {
    now = NOON;
    opened = await open();
  });
  afterEach(() => opened.close());

  const budgetOf = (dayUsd: number, workspaceDayUsd: number) =>
    createBudget({ caps: { dayUsd, workspaceDayUsd }, spending: opened.spending, clock: { now: () => now } });
  const total = (account: string) => opened.spending.add(account, 0);

  test("what is set aside counts until it is settled", async () => {
    const budget = budgetOf(1, 1);
    const first = await budget.reserve("slack:A", 0.75);
    expect(await budget.reserve("slack:A", 0.5)).toBeNull();
    await first?.settle(0.25);
    expect(await budget.reserve("slack:A", 0.5)).not.toBeNull();
    expect(await total("2026-11-23")).toBeCloseTo(0.75, 9);
  });

  test("a workspace's cap is its own; what it is refused is taken from nobody", async () => {
    const budget = budgetOf(1, 0.25);
    expect(await budget.reserve("slack:A", 0.25)).not.toBeNull();
    expect(await budget.reserve("slack:A", 0.25)).toBeNull();
    expect(await total("2026-11-23")).toBeCloseTo(0.25, 9);
    expect(await budget.reserve("discord:B", 0.25)).not.toBeNull();
  });

  test("instances at the same time do not go beyond the cap together", async () => {
    const budgets = [budgetOf(1, 1), budgetOf(1, 1)];
    const taken = await Promise.all(Array.from({ length: 40 }, (_, i) => budgets[i % 2]?.reserve(`slack:${i}`, 0.125)));
    expect(taken.filter(Boolean).length).toBeLessThanOrEqual(8);
    expect(await total("2026-11-23")).toBeLessThanOrEqual(1);
  });

  test("a new day begins anew, and old days are not kept", async () => {
    const budget = budgetOf(1, 1);
    expect(await budget.reserve("slack:A", 1)).not.toBeNull();
    now += DAY_MS;
    expect(await budget.reserve("slack:A", 1)).not.toBeNull();
    now += 2 * DAY_MS;
    await opened.sweep(now);
    expect(await total("2026-11-26")).toBe(0);
    expect(await total("2026-11-23 slack:A")).toBe(0);
  });
});
