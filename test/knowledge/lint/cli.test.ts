import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { smallKnowledge } from "./small-knowledge.ts";

const repository = join(import.meta.dirname, "../../..");
let root: string;

/** A copy of the lint with the small knowledge beside it. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "gigawatt-lint-"));
  cpSync(join(repository, "knowledge/lint"), join(root, "knowledge/lint"), { recursive: true });
  for (const name of ["read.ts", "schema.ts", "parse-plain.ts", "parse-yaml.ts", "list-files.ts"])
    cpSync(join(repository, "knowledge", name), join(root, "knowledge", name));
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  write("lint/exceptions.yaml", "[]\n");
  for (const { file, text } of smallKnowledge()) write(file, text);
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, "knowledge", file)), { recursive: true });
  writeFileSync(join(root, "knowledge", file), text);
}

function runLint(...args: string[]): { status: number | null; lines: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["knowledge/lint/cli.ts", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, lines: `${stdout}${stderr}`.trim().split("\n") };
}

/** How many pages bear a date, and why others do not: told with every run over all files. */
const counts = "7 sources: 5 with a date, 1 price-list, 1 day-not-found";

test("a sound knowledge ends with status 0, a problem is told with its place and ends with status 1", () => {
  expect(runLint()).toEqual({ status: 0, lines: [counts, "14 files, 0 problems"] });
  write(
    "glossary/capex.yaml",
    "id: capex\nterm: Capex\ndefinition: Money spent on things that last for years.\nsee: [opex]\n",
  );
  const problem =
    "knowledge/glossary/capex.yaml:4 see.0: there is no term “opex”: add it or mend the id [references-resolve]";
  expect(runLint()).toEqual({ status: 1, lines: [problem, counts, "14 files, 1 problems"] });
  expect(runLint("knowledge/glossary/capex.yaml").lines).toContain(problem);
  expect(runLint("knowledge/glossary/backlog.yaml")).toEqual({ status: 0, lines: ["14 files, 0 problems"] });
});

test("--fix writes the one form and then says what is left", () => {
  write("glossary/capex.yaml", "term: Capex\nid: capex\ndefinition: Money spent on things\n  that last for years.\n");
  expect(runLint("--fix")).toEqual({ status: 0, lines: ["1 files written anew", counts, "14 files, 0 problems"] });
  expect(readFileSync(join(root, "knowledge/glossary/capex.yaml"), "utf8")).toBe(
    "id: capex\nterm: Capex\ndefinition: Money spent on things that last for years.\n",
  );
  expect(runLint("--fix").lines[0]).toBe("0 files written anew");
});

test("a file that nothing reads is told", () => {
  write("deals/old/deal.yaml", "id: deal\n");
  write("glossary/opex.yml", "id: opex\n");
  write("chips.yaml", "[]\n");
  const { status, lines } = runLint();
  expect(status).toBe(1);
  expect(lines.slice(0, -2).map((line) => line.split(" ")[0])).toEqual([
    "knowledge/deals/old:1",
    "knowledge/glossary/opex.yml:1",
    "knowledge/chips.yaml:1",
  ]);
});
