import { expect, test } from "vitest";
import { onDay } from "../../src/knowledge/on-day.ts";
import { perName } from "../../src/knowledge/per-name.ts";
import { statementsOf } from "../../src/knowledge/statements.ts";
import { library } from "../fixtures/library.ts";

test("what is found for a name is found once for its bearers, its words and what stands beside it", () => {
  let looked = 0;
  const find = perName(() => ++looked);
  const openai = { refs: [{ type: "org", id: "openai" }], words: ["openai"], weight: 1 } as const;
  expect([find(library, openai), find(library, { ...openai, weight: 2 })]).toEqual([1, 1]);
  expect(find(library, openai, "stargate")).toBe(2);
  expect(find(library, { ...openai, words: ["chatgpt"] })).toBe(3);
  expect(find(library, openai)).toBe(1);
});

test("what a record has on a day is found once for that day, and anew for another", () => {
  const looked: string[] = [];
  const on = onDay((_library, { key }, asOf) => looked.push(`${key} ${asOf}`));
  const [first, second] = [...statementsOf(library).byRecord.values()];
  if (!first || !second) throw new Error("no records");
  for (const record of [first, first, second]) on(library, "2026-01-01")(record);
  on(library, "2025-01-01")(first);
  expect(looked).toEqual([`${first.key} 2026-01-01`, `${second.key} 2026-01-01`, `${first.key} 2025-01-01`]);
});
