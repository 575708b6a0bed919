import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createFallback } from "../../src/state/with-fallback.ts";

const away = () => {
  const told: string[] = [];
  return { told, fallback: createFallback({ clock: Date, onFault: (error) => told.push(String(error)) }) };
};

test("a store that does not answer is given up after a second, told of once, and left alone for a while", async () => {
  const { told, fallback } = away();
  const startedAt = performance.now();
  const never = () => new Promise<string>(() => {});
  expect(await fallback(never, () => "memory")).toBe("memory");
  expect(performance.now() - startedAt).toBeLessThan(1_500);
  expect(
    await fallback(
      async () => "store",
      () => "memory",
    ),
  ).toBe("memory");
  expect(told).toEqual([expect.stringContaining("did not answer within 1000 ms")]);
});

test("a process that stood still reads the answer that came meanwhile before it gives up", async () => {
  const { told, fallback } = away();
  const asked = fallback(
    async () => (await readFile(import.meta.filename, "utf8")).length,
    () => -1,
  );
  // As when it is frozen: nothing is read, and all timers are due when it goes on.
  for (const until = performance.now() + 2_200; performance.now() < until; );
  expect(await asked).toBeGreaterThan(0);
  expect(told).toEqual([]);
});
