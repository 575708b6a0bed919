import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../../knowledge/lint/rules.ts";
import { lint } from "../../../knowledge/lint/run.ts";
import { strayFiles } from "../../../knowledge/lint/stray-files.ts";
import { listFiles } from "../../../knowledge/list-files.ts";
import { sayProblem } from "../../../knowledge/read.ts";
import { breaks } from "./breaks.ts";
import { lineOf, smallKnowledge, smallKnowledgeWith } from "./small-knowledge.ts";

test("the small knowledge holds to every rule", () => {
  expect(lint(smallKnowledge())).toEqual([]);
});

test("the real records hold to every rule, but for the exceptions, which are all needed", () => {
  const root = join(import.meta.dirname, "../../../knowledge");
  const exceptions = { file: "lint/exceptions.yaml", text: readFileSync(join(root, "lint/exceptions.yaml"), "utf8") };
  expect(lint(listFiles(root), exceptions).map(sayProblem)).toEqual([]);
  expect(strayFiles(root)).toEqual([]);
});

test("every rule has a record that breaks it", () => {
  expect(Object.keys(breaks).toSorted()).toEqual(rules.map((rule) => rule.name).toSorted());
});

describe.each(Object.entries(breaks))("%s", (rule, cases) => {
  test.each(cases)("$field: $is", ({ file, is, becomes, told = file, line, field, says, also = [] }) => {
    const raw = smallKnowledgeWith(file, is, becomes);
    const problems = lint(raw);
    const own = problems.filter((problem) => problem.rule === rule && problem.field === field);
    expect(own).toEqual([
      { file: told, line: lineOf(raw, told, line), field, rule, message: expect.stringMatching(says) },
    ]);
    const others = problems.filter((problem) => !own.includes(problem)).map((problem) => problem.rule);
    expect([...new Set(others)].toSorted()).toEqual([...also].toSorted());
  });
});
