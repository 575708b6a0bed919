import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { variables } from "../../src/config.ts";

export const root = resolve(import.meta.dirname, "../..");

export type Ended = { status: number | null; out: string; err: string };
export type Task = ChildProcessByStdio<Writable, Readable, Readable>;

const dataDir = mkdtempSync(join(tmpdir(), "gigawatt-data-"));
process.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));

/** Every variable empty, so that a .env of whoever runs the tests has no say, and the state where nobody keeps any. */
export function cleanEnvironment(environment: Record<string, string> = {}): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    HOME: process.env.HOME ?? "",
    ...Object.fromEntries(variables.map((name) => [name, ""])),
    DATA_DIR: dataDir,
    ...environment,
  };
}

/** Runs what `npm run <task>` runs. */
export function startTask(
  args: readonly string[],
  environment: Record<string, string> = {},
  node = process.execPath,
): Task {
  return spawn(node, [resolve(root, "src/launch.mjs"), ...args], {
    cwd: root,
    env: cleanEnvironment(environment),
    stdio: ["pipe", "pipe", "pipe"],
  });
}

async function endOf(task: Task): Promise<Ended> {
  const [out, err, [status]] = await Promise.all([text(task.stdout), text(task.stderr), once(task, "close")]);
  return { status, out, err };
}

/** Closes the reading end of its output, as “| head” does; what it then says, and how it ends. */
export async function endUnread(task: Task): Promise<Omit<Ended, "out">> {
  task.stdout.destroy();
  const [err, [status]] = await Promise.all([text(task.stderr), once(task, "close")]);
  return { status, err };
}

export async function runTask(
  args: readonly string[],
  {
    environment = {},
    input = "",
    node,
  }: { environment?: Record<string, string>; input?: string | Buffer; node?: string } = {},
): Promise<Ended> {
  const task = startTask(args, environment, node);
  // A task that ends before it has read all closes its end.
  task.stdin.on("error", () => {});
  task.stdin.end(input);
  return endOf(task);
}

/** What somebody who made a mistake must not see. */
export const STACK = /^\s+at |\.(?:ts|mjs|js):\d+|node:internal|^\w*Error\b/m;
