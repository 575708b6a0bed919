import { expect, test } from "vitest";
import { lint } from "../../../knowledge/lint/run.ts";
import type { RawFile } from "../../../knowledge/list-files.ts";
import { newRecord } from "../../../knowledge/new/new-record.ts";
import { type RecordKind, skeletons } from "../../../knowledge/new/skeletons.ts";
import { parseFiles } from "../../../knowledge/read.ts";
import { smallKnowledge } from "../lint/small-knowledge.ts";

// The skeletons name OpenAI, which the small knowledge does not have.
const files = smallKnowledge().map(({ file, text }) => ({
  file,
  text: file === "organisations.yaml" ? `${text}- id: openai\n  name: OpenAI\n  kind: ai-lab\n` : text,
}));
const { knowledge } = parseFiles(files);
const made = (kind: RecordKind, id = "a-new-one"): RawFile => {
  const record = newRecord(kind, { id, name: "A new “one”: the first" }, knowledge, files);
  if ("refused" in record) throw new Error(record.refused);
  return record;
};

test.each(Object.keys(skeletons) as RecordKind[])(
  "the skeleton of a %s holds to the schema and to every rule, but for what is to be filled in",
  (kind) => {
    const record = made(kind);
    const problems = lint([...files.filter(({ file }) => file !== record.file), record]);
    const missing = problems.filter(({ rule }) => rule === "no-todo");
    expect(missing.map(({ line }) => line)).toEqual(
      record.text.split("\n").flatMap((line, index) => (line.includes("TODO") ? [index + 1] : [])),
    );
    expect(missing.length).toBeGreaterThan(1);
    expect(missing.every(({ field, file }) => file === record.file && (field !== "" || kind === "metric"))).toBe(true);
    // A shared source is of no use until a record cites it.
    const others = problems.filter(({ rule }) => rule !== "no-todo").map(({ rule }) => rule);
    expect(others).toEqual(kind === "source" ? ["sources-are-used"] : []);
  },
);

test("a list keeps what it has; a record that is there is not written over", () => {
  const list = files.find(({ file }) => file === "people.yaml")?.text ?? "";
  expect(made("person").text.startsWith(list)).toBe(true);
  const again = (kind: RecordKind, id: string) => newRecord(kind, { id }, knowledge, files);
  expect(again("deal", "maker-buyer-cloud")).toEqual({
    refused: "knowledge/deals/maker-buyer-cloud.yaml exists already",
  });
  expect(again("person", "ada-buyer")).toEqual({ refused: "people.yaml has the id “ada-buyer” already" });
  expect(again("deal", "../../etc")).toEqual({ refused: "“../../etc” is no id: write it in kebab-case" });
});
