import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { smallKnowledge } from "../lint/small-knowledge.ts";

const repository = join(import.meta.dirname, "../../..");
const file = "deals/maker-buyer-cloud.yaml";
let root: string;

/** A repository of its own with the small knowledge, committed once. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "gigawatt-diff-"));
  cpSync(join(repository, "knowledge/diff"), join(root, "knowledge/diff"), { recursive: true });
  for (const name of ["read.ts", "schema.ts", "parse-plain.ts", "parse-yaml.ts", "list-files.ts"])
    cpSync(join(repository, "knowledge", name), join(root, "knowledge", name));
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  for (const { file, text } of smallKnowledge()) {
    mkdirSync(dirname(join(root, "knowledge", file)), { recursive: true });
    writeFileSync(join(root, "knowledge", file), text);
  }
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, stdio: "ignore" });
  git("init", "-q");
  git("add", "knowledge");
  git("-c", "user.name=t", "-c", "user.email=t@t.example", "-c", "commit.gpgsign=false", "commit", "-qm", "First");
});
afterAll(() => rmSync(root, { recursive: true }));

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["knowledge/diff/cli.ts", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};

test("between a revision and the files as they are now, in words or as data", () => {
  expect(run("HEAD")).toEqual({ status: 0, stdout: "", stderr: "" });
  const path = join(root, "knowledge", file);
  writeFileSync(path, readFileSync(path, "utf8").replace("low: 60e9", "low: 138e9"));
  expect(run("HEAD").stdout).toBe("Maker–Buyer cloud contract: value at least $60B → at least $138B, corrected\n");
  expect(JSON.parse(run("HEAD", "--json").stdout)).toMatchObject([
    { folder: "deals", id: "maker-buyer-cloud", kind: "figure", figure: "value", after: { low: 138e9 } },
  ]);
});

test("a revision that git does not know, and one too few, end with status 2 and say what to write", () => {
  expect(run("no-such")).toMatchObject({ status: 2, stderr: "git knows no revision “no-such” here.\n" });
  expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining("npm run knowledge:diff -- HEAD~1") });
});
