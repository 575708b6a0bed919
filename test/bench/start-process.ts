/** Node with a script in a process of its own, as `npm start` runs the bot, with only these variables set. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { variables } from "../../src/config.ts";

const root = resolve(import.meta.dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: { start: string } };
/** The variables that `npm start` sets. */
const ofStart = Object.fromEntries(
  [...scripts.start.matchAll(/\b([A-Z_]+)=(\S+)/g)].map(([, name = "", value = ""]) => [name, value]),
);

export type Started = {
  child: ChildProcess;
  /** Milliseconds of performance.now() just before it was started. */
  startedAt: number;
  /** Resolves once it has written this, on either output; rejects when it ends before, or after half a minute. */
  said(words: RegExp): Promise<RegExpExecArray>;
  stop(): Promise<void>;
};

const STOP_MS = 5_000;
const PATIENCE_MS = 30_000;

export function startProcess(
  script: string,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): Started {
  const dataDir = mkdtempSync(join(tmpdir(), "gigawatt-bench-"));
  // Empty, not absent: a developer's own .env must not connect what is measured to anything.
  const empty = Object.fromEntries(variables.map((name) => [name, ""]));
  const { PATH = "", TMPDIR } = process.env;
  const env = {
    ...empty,
    ...ofStart,
    PATH,
    ...(TMPDIR && { TMPDIR }),
    HOST: "127.0.0.1",
    PORT: "0",
    DATA_DIR: dataDir,
    ...environment,
  };
  const startedAt = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], { cwd: root, env, stdio: "pipe" });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const ended = once(child, "exit").then(() => {
    process.off("exit", kill);
    rmSync(dataDir, { recursive: true, force: true });
  });

  let text = "";
  let over = false;
  const waiting = new Set<() => void>();
  const lookAgain = () => {
    for (const look of waiting) look();
  };
  for (const output of [child.stdout, child.stderr])
    output.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      lookAgain();
    });
  child.once("close", () => {
    over = true;
    lookAgain();
  });

  return {
    child,
    startedAt,
    said: (words) =>
      new Promise((done, fail) => {
        const end = (found: RegExpExecArray | null) => {
          waiting.delete(look);
          clearTimeout(late);
          if (found) done(found);
          else fail(new Error(`${script} did not write ${words}:\n${text}`));
        };
        const late = setTimeout(() => end(null), PATIENCE_MS);
        const look = () => {
          const found = words.exec(text);
          if (found || over) end(found);
        };
        waiting.add(look);
        look();
      }),
    async stop() {
      child.kill("SIGTERM");
      const late = setTimeout(kill, STOP_MS);
      await ended;
      clearTimeout(late);
    },
  };
}

/** What a script prints as JSON: for measurements that need a process without a past. */
export async function resultOf<T>(script: string, args: readonly string[] = []): Promise<T> {
  const started = startProcess(script, args);
  const [, json = ""] = await started.said(/^RESULT (.+)$/m);
  await started.stop();
  return JSON.parse(json) as T;
}
