import { expect, test } from "vitest";
import { library } from "../fixtures/library.ts";
import ids from "./research-ids.json" with { type: "json" };

test("every record of the research has a record of its id", () => {
  expect([ids.deals.length, ids.metrics.length, ids.rates.length]).toEqual([148, 62, 114]);
  expect(ids.deals.filter((id) => !library.deals.has(id))).toEqual([]);
  // A metric without a value is a topic.
  expect(ids.metrics.filter((id) => !library.metrics.has(id) && !library.topics.has(id))).toEqual([]);
  expect(ids.rates.filter((id) => !library.rates.has(id))).toEqual([]);
});
