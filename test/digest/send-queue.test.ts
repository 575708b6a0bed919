import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createSendQueue, type Job } from "../../src/digest/send-queue.ts";

function prepare(more: Partial<Parameters<typeof createSendQueue>[0]> = {}) {
  const sent: { id: string; at: number }[] = [];
  let [underWay, mostUnderWay] = [0, 0];
  const clock = { nowMs: 0, now: () => clock.nowMs };
  const options = { atOnce: 3, spacingMs: 0, gapMs: {}, longestWaitMs: 1_000, clock, onDone() {}, ...more };
  const queue = createSendQueue(options);
  const job = (lane: string, dueMs: number, how: { waitMs?: number; takesMs?: number } = {}): Job => ({
    id: `${lane}${dueMs}`,
    platform: lane.startsWith("d") ? "discord" : "slack",
    lane,
    dueMs,
    async run() {
      mostUnderWay = Math.max(mostUnderWay, ++underWay);
      await sleep(how.takesMs ?? 1);
      underWay--;
      if (how.waitMs) return { sent: false, waitMs: how.waitMs };
      sent.push({ id: `${lane}${dueMs}`, at: performance.now() });
      return { sent: true, waitMs: 0 };
    },
  });
  return { queue, job, clock, sent, ids: () => sent.map(({ id }) => id), most: () => mostUnderWay };
}

test("the longest due goes first, whatever its workspace and whenever it was added", async () => {
  const { queue, job, ids } = prepare({ atOnce: 1 });
  for (const [lane, dueMs] of [
    ["b", 5],
    ["a", 4],
    ["a", 1],
    ["c", 3],
    ["b", 2],
  ] as const)
    queue.add(job(lane, dueMs));
  await queue.drained();
  expect(ids()).toEqual(["a1", "b2", "c3", "a4", "b5"]);
  expect([queue.sent(), queue.size()]).toEqual([5, 0]);
});

test("nothing twice while it waits or is under way; so many at once; one at a time in a workspace", async () => {
  const { queue, job, ids, most } = prepare();
  for (let round = 0; round < 3; round++) for (let due = 0; due < 4; due++) queue.add(job("a", due, { takesMs: 30 }));
  await sleep(2);
  queue.add(job("a", 0));
  for (let lane = 0; lane < 9; lane++) queue.add(job(`b${lane}`, 1));
  await queue.drained();
  expect(ids().filter((id) => id.startsWith("a"))).toEqual(["a0", "a1", "a2", "a3"]);
  expect(ids()).toHaveLength(13);
  expect(most()).toBe(3);
});

test("a workspace that has to wait holds nobody up, not even one that is due later", async () => {
  const { queue, job, sent, ids } = prepare({ atOnce: 1 });
  queue.add(job("a", 1, { waitMs: 300 }));
  queue.add(job("a", 2));
  queue.add(job("b", 3));
  const startedAt = performance.now();
  await queue.drained();
  expect(ids()).toEqual(["b3", "a2"]);
  expect((sent[0]?.at ?? 0) - startedAt).toBeLessThan(200);
  expect((sent[1]?.at ?? 0) - startedAt).toBeGreaterThanOrEqual(299);
});

test("a long wait is left to a later look, and nothing is added to that workspace before its time", async () => {
  const { queue, job, clock, ids } = prepare();
  queue.add(job("a", 1, { waitMs: 120_000 }));
  queue.add(job("a", 2));
  await queue.drained();
  queue.add(job("a", 2));
  queue.add(job("b", 2));
  clock.nowMs = 119_999;
  queue.add(job("a", 2));
  await queue.drained();
  expect(ids()).toEqual(["b2"]);
  clock.nowMs = 120_000;
  queue.add(job("a", 2));
  await queue.drained();
  expect(ids()).toEqual(["b2", "a2"]);
});

test("keeps the pace of a workspace and of a platform", async () => {
  const { queue, job, sent } = prepare({ spacingMs: 60, gapMs: { discord: 30 } });
  for (let due = 0; due < 4; due++) queue.add(job("a", due));
  for (let lane = 0; lane < 6; lane++) queue.add(job(`d${lane}`, lane));
  await queue.drained();
  const gaps = (letter: string) => {
    const moments = sent.filter(({ id }) => id.startsWith(letter)).map(({ at }) => at);
    return moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
  };
  expect(Math.min(...gaps("a"))).toBeGreaterThanOrEqual(58);
  expect(gaps("d").reduce((sum, gap) => sum + gap, 0)).toBeGreaterThanOrEqual(5 * 28);
});

test("what another instance has sent takes none of the platform's pace", async () => {
  const { queue, job, ids } = prepare({ gapMs: { discord: 200 } });
  const startedAt = performance.now();
  for (let lane = 0; lane < 20; lane++) {
    const run = lane < 19 ? async () => ({ sent: false, waitMs: 0 }) : job("d19", 19).run;
    queue.add({ ...job(`d${lane}`, lane), run });
  }
  await queue.drained();
  expect(ids()).toEqual(["d1919"]);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test("stopped it begins nothing new, and what is under way is waited for", async () => {
  const { queue, job, ids } = prepare({ atOnce: 1 });
  for (let due = 0; due < 5; due++) queue.add(job("a", due, { takesMs: 30 }));
  await sleep(5);
  queue.stop();
  await queue.drained();
  queue.add(job("b", 1));
  await queue.drained();
  expect(ids()).toEqual(["a0"]);
});
