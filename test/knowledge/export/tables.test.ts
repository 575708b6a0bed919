import { join } from "node:path";
import { expect, test } from "vitest";
import type { Row } from "../../../knowledge/export/rows.ts";
import { toTables } from "../../../knowledge/export/tables.ts";
import { toCsv } from "../../../knowledge/export/to-csv.ts";
import { listFiles } from "../../../knowledge/list-files.ts";
import { parseFiles } from "../../../knowledge/read.ts";
import { smallKnowledge } from "../lint/small-knowledge.ts";

const small = toTables(parseFiles(smallKnowledge()).knowledge);
const { knowledge } = parseFiles(listFiles(join(import.meta.dirname, "../../../knowledge")));
const real = toTables(knowledge);
const row = (table: string, id: string): Row | undefined => small[table]?.find((entry) => entry.id === id);

test("a deal is a row with its state and its headline figures", () => {
  expect(row("deals", "maker-buyer-cloud")).toMatchObject({
    name: "Maker–Buyer cloud contract",
    aliases: "maker cloud | buyer cloud",
    status: "definitive",
    announced: "2025-03-10",
    worth_figure: "value",
    worth_low: 60e9,
    worth_high: null,
    worth_qualifier: "at-least",
    size_low: 0.6,
    size_unit: "GW",
  });
});

test("each value of a figure is a row; one of them stands, and none where it no longer holds", () => {
  const values = small.figures?.filter(({ deal }) => deal === "maker-buyer-cloud");
  expect(values?.map(({ id, standing }) => [id, standing])).toEqual([
    ["maker-buyer-cloud/value/2025-03-10", false],
    ["maker-buyer-cloud/value/2025-09", true],
    ["maker-buyer-cloud/capacity/2025-09", true],
    ["maker-buyer-cloud/accelerators/2025-09", false],
  ]);
  expect(row("versions", "maker-buyer-cloud/value/2025-03-10/version-1")).toMatchObject({
    high: 40e9,
    sources: "maker-buyer-cloud/post",
  });
});

test("sources are named as they stand in the table of sources, own or shared", () => {
  expect(small.events?.map(({ id, sources }) => [id, sources]).slice(0, 3)).toEqual([
    ["maker-buyer-cloud/2025-03-10", "maker-buyer-cloud/maker-release maker-buyer-cloud/post"],
    ["maker-buyer-cloud/2025-09", "maker-buyer-cloud/post-later"],
    ["maker-buyer-cloud/2025-12-01", "shared/later-shared"],
  ]);
});

test("the real knowledge: no id stands twice, every source that is named is there, nothing is left out", () => {
  const sources = new Set(real.sources?.map(({ id }) => id));
  for (const [table, rows] of Object.entries(real)) {
    expect(new Set(rows.map(({ id }) => id)).size, table).toBe(rows.length);
    for (const { id, sources: named } of rows)
      for (const source of String(named ?? "")
        .split(" ")
        .filter(Boolean))
        expect(sources, id).toContain(source);
  }
  const events = knowledge.deals.flatMap((deal) => deal.events);
  expect(real.deals?.length).toBe(knowledge.deals.length);
  expect(real.events?.length).toBe(events.length);
  expect(real.figures?.length).toBe(events.flatMap((event) => event.figures ?? []).length);
  expect(real.points?.length).toBe(knowledge.metrics.flatMap((metric) => metric.points).length);
  expect(real.flows?.length).toBe(knowledge.deals.flatMap((deal) => deal.flows).length);
});

test("the same knowledge gives the same tables, and a fact keeps its id when another comes before it", () => {
  expect(toTables(knowledge)).toEqual(real);
  const [first] = knowledge.deals;
  const [fact] = first?.facts ?? [];
  if (!first || !fact) throw new Error("there is no fact");
  const more = { ...first, facts: [{ ...fact, text: "Something else came first." }, ...first.facts] };
  const ids = (rows: readonly Row[] | undefined) => rows?.map(({ id }) => id);
  const after = ids(toTables({ ...knowledge, deals: [more, ...knowledge.deals.slice(1)] }).facts);
  for (const id of ids(real.facts) ?? []) expect(after).toContain(id);
});

test("CSV: the id first, cells in quotes where they need them, null as nothing", () => {
  expect(toCsv([{ text: 'He said "no", twice\nor so', id: "a/1", high: null, low: 38e9, headline: true }])).toBe(
    'id,text,high,low,headline\r\na/1,"He said ""no"", twice\nor so",,38000000000,true\r\n',
  );
});
