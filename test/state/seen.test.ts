import { expect, it } from "vitest";
import { memorySeen, sharedSeen } from "../../src/state/seen.ts";
import { createFallback } from "../../src/state/with-fallback.ts";

it("gives a key to the first who claims it, until it is forgotten", async () => {
  let nowMs = 1_000;
  const seen = memorySeen({ clock: { now: () => nowMs }, ttlMs: 500 });
  expect(await seen.claim("a")).toBe(true);
  expect(await seen.claim("a")).toBe(false);
  expect(await seen.claim("b")).toBe(true);
  nowMs += 400;
  expect(await seen.claim("a")).toBe(false);
  nowMs += 200;
  expect(await seen.claim("a")).toBe(true);
});

it("refuses all keys where one is taken", async () => {
  const seen = memorySeen({ clock: { now: () => 1 } });
  expect(await seen.claim("event 1", "message")).toBe(true);
  expect(await seen.claim("event 2", "message")).toBe(false);
});

it("forgets the oldest when it is full", async () => {
  const seen = memorySeen({ clock: { now: () => 1 }, max: 2 });
  for (const key of ["a", "b", "c"]) await seen.claim(key);
  expect(await seen.claim("c")).toBe(false);
  expect(await seen.claim("a")).toBe(true);
});

it("goes on from memory while the store is away, and asks it again later", async () => {
  let [nowMs, away, asked] = [1_000, true, 0];
  const faults: unknown[] = [];
  const clock = { now: () => nowMs };
  const seen = sharedSeen({
    clock,
    fallback: createFallback({ clock, onFault: (error) => void faults.push(error) }),
    events: {
      claim: async () => {
        asked++;
        if (away) throw new Error("away");
        return false;
      },
    },
  });
  expect(await seen.claim("a")).toBe(true);
  expect(await seen.claim("a")).toBe(false);
  expect(await seen.claim("b")).toBe(true);
  expect([asked, faults.length]).toEqual([1, 1]);
  away = false;
  nowMs += 5_001;
  // Another instance holds this one.
  expect(await seen.claim("c")).toBe(false);
  expect([asked, faults.length]).toEqual([2, 1]);
});
