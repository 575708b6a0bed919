import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { toCanonical } from "../../../knowledge/lint/canonical.ts";
import { canonicalFormat } from "../../../knowledge/lint/canonical-format.ts";
import { entryOrder, recordOrder } from "../../../knowledge/lint/key-order.ts";
import { brokenRules } from "../../../knowledge/lint/run.ts";
import { listFiles } from "../../../knowledge/list-files.ts";
import { parseFiles } from "../../../knowledge/read.ts";
import * as schema from "../../../knowledge/schema.ts";
import { smallKnowledge } from "./small-knowledge.ts";

const real = listFiles(join(import.meta.dirname, "../../../knowledge"));
const term = (text: string) => toCanonical({ file: "glossary/capex.yaml", text });

test("the fixer changes no value of any record, and a second run changes nothing", () => {
  expect(real.length).toBeGreaterThan(400);
  for (const { file, text } of real) {
    const once = toCanonical({ file, text });
    expect(parse(once, { version: "1.2" }), file).toEqual(parse(text, { version: "1.2" }));
    expect(toCanonical({ file, text: once }), file).toBe(once);
    expect(comments(once), file).toEqual(comments(text));
  }
});

test("fields come into their order, with their comments, and unknown ones stay last", () => {
  const text = `# About the file.

# About this term.
term: Capex # as it is written
odd: 1
# Who says it.
said_by: Maker
id: capex
cites:
  - b
  # The better one.
  - a
`;
  expect(term(text)).toBe(`# About the file.

id: capex
# About this term.
term: Capex # as it is written
# Who says it.
said_by: Maker
cites:
  - b
  # The better one.
  - a
odd: 1
`);
});

test("entries of lists have their order too", () => {
  const text = `id: x
events:
  - text: It was signed.
    figures:
      - { unit: USD, id: value, high: 1e9, low: 1e9 }
    date: 2025-01-02
`;
  expect(toCanonical({ file: "deals/x.yaml", text })).toBe(`id: x
events:
  - date: 2025-01-02
    text: It was signed.
    figures:
      - {id: value, low: 1e9, high: 1e9, unit: USD}
`);
});

test("a text is one line, however long, and a wide list in brackets is broken", () => {
  const long = "word ".repeat(60).trim();
  const wide = Array.from({ length: 12 }, (_, index) => `another name ${index}`);
  const folded = `id: x\ndefinition: ${long.slice(0, 99)}\n  ${long.slice(100)}\naliases: [${wide.join(", ")}]\n`;
  expect(term(folded)).toBe(
    `id: x\naliases:\n  [\n${wide.map((name) => `    ${name},\n`).join("")}  ]\ndefinition: ${long}\n`,
  );
});

test("numbers, dates and needed quotes stay as they are written", () => {
  const text = `id: x\nlow: 38e9\nmid: 4.50\nhigh: 1_0\nas_of: "2025"\nname: "Maker: the firm"\nnote: 2025-01-02\n`;
  const written = toCanonical({ file: "rates/x.yaml", text });
  for (const line of text.trim().split("\n")) expect(written.split("\n")).toContain(line);
});

test("trailing spaces, single quotes and a missing last line end are mended", () => {
  expect(term("id:   'capex'   \nterm: Capex")).toBe('id: "capex"\nterm: Capex\n');
});

test("what is not YAML stays as it is", () => {
  expect(term("id: [\n")).toBe("id: [\n");
});

test("the rule names the first line that differs and what stands there", () => {
  const raw = smallKnowledge().map(({ file, text }) => ({
    file,
    text: file === "glossary/capex.yaml" ? text.replace("id: capex\nterm: Capex", "term: Capex\nid: capex") : text,
  }));
  expect(brokenRules([canonicalFormat], parseFiles(smallKnowledge()))).toEqual([]);
  expect(brokenRules([canonicalFormat], parseFiles(raw))).toEqual([
    {
      file: "glossary/capex.yaml",
      line: 1,
      field: "",
      rule: "canonical-format",
      message: "write “id: capex”: npm run knowledge:lint -- --fix does it",
    },
  ]);
});

test("the order names every field of the schema, and no other", () => {
  const shapes = { ...schema.folders, ...schema.lists, "meta.yaml": schema.Meta };
  for (const [place, { shape }] of Object.entries(shapes))
    expect(recordOrder[place]?.toSorted(), place).toEqual(Object.keys(shape).toSorted());
  const entries = {
    parties: schema.Deal.shape.parties.element,
    sites: schema.Place,
    events: schema.Event,
    figures: schema.Figure,
    points: schema.Point,
    facts: schema.Fact,
    flows: schema.Flow,
    sources: schema.Source,
    contested: schema.Deal.shape.contested.unwrap().element,
    expected: schema.Deal.shape.expected.unwrap().element,
    disputes: schema.Figure.shape.disputes.unwrap().element,
    roles: schema.Person.shape.roles.element,
  };
  for (const [list, { shape }] of Object.entries(entries))
    expect(entryOrder[list]?.toSorted(), list).toEqual(Object.keys(shape).toSorted());
  expect(Object.keys(entryOrder).toSorted()).toEqual(Object.keys(entries).toSorted());
});

const comments = (text: string) => text.split("\n").flatMap((line) => /^\s*(#.*)/.exec(line)?.[1] ?? []);
