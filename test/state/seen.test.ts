import { expect, it } from "vitest";
import { createSeen } from "../../src/state/seen.ts";

it("gives a key to the first who claims it, until it is forgotten", () => {
  let nowMs = 1_000;
  const seen = createSeen({ clock: { now: () => nowMs }, ttlMs: 500 });
  expect(seen.claim("a")).toBe(true);
  expect(seen.claim("a")).toBe(false);
  expect(seen.claim("b")).toBe(true);
  nowMs += 400;
  expect(seen.claim("a")).toBe(false);
  nowMs += 200;
  expect(seen.claim("a")).toBe(true);
});

it("forgets the oldest when it is full", () => {
  const seen = createSeen({ clock: { now: () => 1 }, max: 2 });
  for (const key of ["a", "b", "c"]) seen.claim(key);
  expect(seen.claim("c")).toBe(false);
  expect(seen.claim("a")).toBe(true);
});
