import { expect, test } from "vitest";
import { diffKnowledge } from "../../../knowledge/diff/diff-knowledge.ts";
import { sayChange } from "../../../knowledge/diff/say-change.ts";
import type { RawFile } from "../../../knowledge/list-files.ts";
import { parseFiles } from "../../../knowledge/read.ts";
import { smallKnowledge, smallKnowledgeWith } from "../lint/small-knowledge.ts";

const contract = "deals/maker-buyer-cloud.yaml";
const said = (after: readonly RawFile[], before = smallKnowledge()) => {
  const [old, now] = [parseFiles(before), parseFiles(after)];
  expect([...old.problems, ...now.problems]).toEqual([]);
  return diffKnowledge(old.knowledge, now.knowledge).map(sayChange);
};
const without = (file: string) => smallKnowledge().filter((raw) => raw.file !== file);

test("what says the same has not changed, however it is written", () => {
  expect(said(smallKnowledge())).toEqual([]);
  expect(said(smallKnowledgeWith(contract, "low: 38e9", "low: 38000000000"))).toEqual([]);
  expect(said(smallKnowledgeWith(contract, "[maker cloud, buyer cloud]", "[buyer cloud, maker cloud]"))).toEqual([]);
});

test("a later event: the figure old and new, how it moved and when; the status; what was told", () => {
  const later = `  - date: 2026-01-15
    text: Half of the contract was given up.
    status: paused
    figures:
      - {id: value, of: contract, label: Value, low: 30e9, high: 30e9, unit: USD, qualifier: exact, headline: true, sources: [later-shared]}
    sources: [later-shared]
facts:
`;
  expect(said(smallKnowledgeWith(contract, "facts:\n", later))).toEqual([
    "Maker–Buyer cloud contract: definitive → paused, 2026-01-15",
    "Maker–Buyer cloud contract: value at least $60B → $30B, reduced 2026-01-15",
    "Maker–Buyer cloud contract: 2026-01-15 Half of the contract was given up.",
  ]);
});

test("a figure is expanded, new, or no longer holds", () => {
  const events = (of: readonly RawFile[], keep: number) =>
    of.map((raw) => {
      if (raw.file !== contract) return raw;
      const parts = raw.text.split(/(?=^ {2}- date: )/m);
      const [head = "", ...told] = parts;
      const tail = told.at(-1)?.slice(told.at(-1)?.indexOf("facts:") ?? 0) ?? "";
      const last = told.map((event) => event.split("facts:")[0] ?? "");
      return { file: raw.file, text: `${head}${last.slice(0, keep).join("")}${tail}` };
    });
  const figures = (lines: readonly string[]) => lines.filter((line) => !/: 2025-\d\d(-\d\d)? /.test(line));
  expect(figures(said(events(smallKnowledge(), 2), events(smallKnowledge(), 1)))).toEqual([
    "Maker–Buyer cloud contract: value about $38B → at least $60B, expanded 2025-09",
    "Maker–Buyer cloud contract: capacity 600 MW, new 2025-09",
    "Maker–Buyer cloud contract: accelerators up to 200,000 Maker accelerators, new 2025-09",
  ]);
  expect(figures(said(events(smallKnowledge(), 3), events(smallKnowledge(), 2)))).toEqual([
    "Maker–Buyer cloud contract: accelerators up to 200,000 Maker accelerators no longer holds, 2025-12-01",
  ]);
});

test("a mended figure is corrected, without a day", () => {
  expect(said(smallKnowledgeWith(contract, "low: 0.6\n        high: 0.6", "low: 0.7\n        high: 0.7"))).toEqual([
    "Maker–Buyer cloud contract: capacity 600 MW → 700 MW, corrected",
  ]);
});

test("a new deal says how firm and how big it is; one that went says what it was", () => {
  expect(said(smallKnowledge(), without(contract))).toEqual([
    "New deal: Maker–Buyer cloud contract (definitive, at least $60B, 600 MW)",
  ]);
  expect(said(without(contract))).toEqual([
    "Removed deal: Maker–Buyer cloud contract (definitive, at least $60B, 600 MW)",
  ]);
});

test("facts, parties, flows and sources come and go as sentences; a rate moves", () => {
  expect(said(smallKnowledgeWith(contract, "Buyer pays each month for what", "Buyer pays each year for what"))).toEqual(
    [
      "Maker–Buyer cloud contract: facts + Buyer pays each year for what it has ordered.",
      "Maker–Buyer cloud contract: facts − Buyer pays each month for what it has ordered.",
    ],
  );
  expect(said(smallKnowledgeWith(contract, "    what: compute\n", "    what: chips\n"))).toEqual([
    "Maker–Buyer cloud contract: flows + maker → buyer: chips",
    "Maker–Buyer cloud contract: flows − maker → buyer: compute",
  ]);
  expect(said(smallKnowledgeWith("rates/capex-maker.yaml", "mid: null", "mid: 20e9"))[0]).toMatch(
    /: no value → 20B USD\/GW$/,
  );
});
