import { stripVTControlCharacters } from "node:util";
import { spawn } from "@lydell/node-pty";
import { cleanEnvironment, root } from "../../cli/run-task.ts";

export type PseudoTerminal = {
  pid: number;
  /** Types these characters, and nothing more. */
  type(characters: string): void;
  /** Types a line, and resolves with what is shown for it, up to the next prompt. */
  say(line: string): Promise<string>;
  /** Resolves with what was shown since the last time, once these words are. */
  until(words: string | RegExp): Promise<string>;
  resize(columns: number): void;
  ended: Promise<{ exitCode: number; signal?: number | undefined }>;
};

export const PROMPT = /› $/;

/** A program on a terminal of its own, as somebody who sits at it has it. */
export function openPseudoTerminal(
  command: string,
  args: readonly string[],
  { columns = 200, environment = {} }: { columns?: number; environment?: Record<string, string> } = {},
): PseudoTerminal {
  const terminal = spawn(command, [...args], {
    cols: columns,
    rows: 40,
    cwd: root,
    env: cleanEnvironment({ TERM: "xterm-256color", ...environment }),
  });
  let shown = "";
  let exit: { exitCode: number; signal?: number | undefined } | undefined;
  const waiting = new Set<() => void>();
  terminal.onData((part) => {
    shown += part;
    for (const look of waiting) look();
  });
  const ended = new Promise<{ exitCode: number; signal?: number | undefined }>((resolve) => {
    terminal.onExit((how) => {
      exit = how;
      resolve(how);
      for (const look of waiting) look();
    });
  });
  const until = (words: string | RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const plain = stripVTControlCharacters(shown).replaceAll("\r", "");
        const found = typeof words === "string" ? plain.includes(words) : words.test(plain);
        if (!found && !exit) return;
        waiting.delete(look);
        if (!found) return reject(new Error(`it ended with ${exit?.exitCode} before it showed ${words}:\n${plain}`));
        shown = "";
        resolve(plain);
      };
      waiting.add(look);
      look();
    });
  return {
    pid: terminal.pid,
    type: (characters) => terminal.write(characters),
    say(line) {
      terminal.write(`${line}\r`);
      // The terminal shows what was typed; only a prompt after it is that of the answer.
      return until(new RegExp(`${RegExp.escape(line)}[^]*\\n› $`));
    },
    until,
    resize: (columns) => terminal.resize(columns, 40),
    ended,
  };
}
