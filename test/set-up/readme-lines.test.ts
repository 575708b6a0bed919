/** The two lines of README.md, in a fresh clone, with the Node that this machine has. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { variables } from "../../src/config.ts";
import { root } from "../cli/run-task.ts";
import { systemPath } from "../cli/system-node.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
/** The lines that stand in fenced blocks of a shell. */
const shown = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = ""]) => block.trim().split("\n"));
const lineEnding = (end: string): string => shown.find((line) => line.endsWith(end)) ?? "";

test("README.md shows one line to set up and run, and one to pass all tests", () => {
  expect(lineEnding("npm start")).toBe("npm ci && npm start");
  expect(lineEnding("npm test")).toBe("npm ci && npm test");
});

const isWanted = process.env.CI === "true" || process.env.SETUP_TEST === "1";
if (!isWanted)
  console.info(
    "The README's lines were not run in a fresh clone: that takes a minute. CI=true or SETUP_TEST=1 runs them.",
  );

describe.skipIf(!isWanted)("in a fresh clone", () => {
  const clone = mkdtempSync(join(tmpdir(), "gigawatt-clone-"));
  // Nothing of the npm and the vitest that run this, and no .env: only what a fresh machine has.
  const environment: NodeJS.ProcessEnv = {
    ...Object.fromEntries(
      Object.entries(process.env).filter(
        ([name]) => !/^(?:npm_(?!config_)|VITEST|NODE_(?:ENV|OPTIONS)$|INIT_CWD$)/.test(name),
      ),
    ),
    ...Object.fromEntries(variables.map((name) => [name, ""])),
    PATH: systemPath,
  };
  const run = (line: string, input = "") =>
    new Promise<{ status: number | null; out: string; all: string }>((resolve) => {
      const shell = spawn("sh", ["-c", line], { cwd: clone, env: environment, stdio: ["pipe", "pipe", "pipe"] });
      let [out, all] = ["", ""];
      shell.stdout.setEncoding("utf8").on("data", (part: string) => {
        out += part;
        all += part;
      });
      shell.stderr.setEncoding("utf8").on("data", (part: string) => {
        all += part;
      });
      shell.on("close", (status) => resolve({ status, out, all }));
      shell.stdin.end(input);
    });

  beforeAll(() => {
    const cloned = spawnSync("git", ["clone", "--quiet", "--no-hardlinks", root, clone], { encoding: "utf8" });
    expect({ status: cloned.status, err: cloned.stderr }).toMatchObject({ status: 0 });
  });
  afterAll(() => rmSync(clone, { recursive: true, force: true }));

  test("the first line installs, starts the bot and answers", { timeout: 300_000 }, async () => {
    const { status, out, all } = await run(lineEnding("npm start"), "what is stargate\n");
    expect(status, all).toBe(0);
    expect(out).toContain("up to $500B");
    expect(out).toMatch(/^\[1\] [\s\S]*https:\/\//m);
  });

  // Running the second line here would run this test again, and so on: it is what .ci/run itself runs.
  test("the second line runs all tests, by a vitest that works there", { timeout: 60_000 }, async () => {
    const { scripts } = JSON.parse(readFileSync(join(clone, "package.json"), "utf8")) as { scripts: { test: string } };
    expect(scripts.test).toBe("vitest run");
    const { status, out, all } = await run("npx --no-install vitest list --filesOnly");
    expect(status, all).toBe(0);
    expect(out).toContain("test/set-up/readme-lines.test.ts");
  });
});
