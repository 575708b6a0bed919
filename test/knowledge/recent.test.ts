import { expect, test } from "vitest";
import { Recent } from "../../src/knowledge/recent.ts";

test("what is asked for stays, the rest is forgotten", () => {
  const recent = new Recent<number>(4);
  for (let at = 0; at < 100; at++) {
    recent.set(`${at}`, at);
    if (at > 0) expect(recent.get("0")).toBe(0);
  }
  expect(recent.get("99")).toBe(99);
  const kept = Array.from({ length: 100 }, (_, at) => recent.get(`${at}`)).filter((value) => value !== undefined);
  expect(kept.length).toBeLessThanOrEqual(4);
});
