import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

export type Worker = {
  child: ChildProcess;
  lines: string[];
  /** Resolves once it has printed so many lines. */
  printed(count: number): Promise<void>;
  ended: Promise<number | null>;
};

export function startWorker(file: string, args: readonly string[], options: { uid?: number } = {}): Worker {
  const child = spawn(process.execPath, ["--no-warnings", resolve(import.meta.dirname, file), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    ...options,
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let rest = "";
  child.stdout?.setEncoding("utf8").on("data", (part: string) => {
    const parts = (rest + part).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
    for (const look of waiting) look();
  });
  const ended = once(child, "close").then(([code]) => code as number | null);
  return {
    child,
    lines,
    ended,
    printed: (count) =>
      new Promise((done, fail) => {
        const look = () => {
          if (lines.length < count) return;
          waiting.delete(look);
          done();
        };
        waiting.add(look);
        look();
        void ended.then(() => fail(new Error(`the process ended after ${lines.length} lines: ${lines.join("\n")}`)));
      }),
  };
}
