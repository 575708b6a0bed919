/** A conversation in the terminal; without one on standard input, an answer for each line that is read. */
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { App, Request } from "../../app.ts";
import type { Action } from "../../doc/doc.ts";
import { fold, renderText } from "../../doc/plain-text.ts";
import type { Adapter } from "../adapter.ts";

export type Terminal = {
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number };
};

/** Two lines also where a terminal has eighty columns. */
const WELCOME = [
  "Ask about AI-infrastructure deals: what is stargate · 10 GW cost · /help · exit",
  "To connect Slack or Discord: tokens into .env (see .env.example and README.md)",
];

const MAX_WIDTH = 110;

/** Characters a line may have; a terminal that does not know its width says 0, and a file has none. */
export const screenWidth = ({ columns }: { columns?: number }): number => Math.min(columns || MAX_WIDTH, MAX_WIDTH);

/** `ended` resolves when the input ends or the person leaves. */
export function createTerminalChat(app: App, terminal: Terminal): Adapter & { ended: Promise<void> } {
  const { input, output } = terminal;
  const interactive = Boolean(input.isTTY && output.isTTY);
  const lines = createInterface({ input, ...(interactive && { output, prompt: "› " }) });
  let [ended, busy]: [() => void, Promise<void>] = [() => {}, Promise.resolve()];
  const done = new Promise<void>((resolve) => {
    ended = resolve;
  });
  let buttons: readonly Action[] = [];
  // After the end nothing is read; what was read before it is still answered, unless the bot is told to stop.
  let [open, stopped] = [true, false];

  lines.once("close", () => {
    open = false;
    void busy.then(ended);
  });

  const prompt = () => {
    if (interactive && open) lines.prompt();
  };
  const answer = async (text: string): Promise<void> => {
    const request = toRequest(text, buttons);
    if (!request) return void output.write(`${sayButtons(buttons)}\n\n`);
    const doc = await app.answer(request);
    buttons = doc.actions.filter((action) => !action.ask);
    // The window may have changed its size since the last answer.
    const width = screenWidth(output);
    const shown = renderText(doc, { width, ansi: interactive });
    if (!interactive) return void output.write(`${shown}\n\n`);
    const next = buttons.map((action, index) => `${index + 1} ${action.label}`);
    output.write(`\n${shown}\n\n${next.length > 0 ? `${fold(`Next: ${next.join(" · ")}`, width, "  ")}\n\n` : ""}`);
  };

  return {
    name: "terminal",
    ended: done,
    async start() {
      output.write(`${WELCOME.map((line) => fold(line, screenWidth(output), "")).join("\n")}\n\n`);
      prompt();
      lines.on("line", (line) => {
        // What was typed in one piece with “exit” still arrives after it.
        if (!open) return;
        const text = line.trim();
        if (/^(?:exit|quit|bye)$/i.test(text)) return lines.close();
        busy = busy.then(async () => {
          if (text && !stopped) await answer(text);
          prompt();
        });
      });
    },
    async stop() {
      stopped = true;
      lines.close();
      await busy;
    },
    health: () => ({ ok: true, lastSeenMs: null, detail: "reading standard input" }),
  };
}

/** "2" is the second button of the last answer; null where it has none. */
function toRequest(text: string, buttons: readonly Action[]): Request | null {
  const asker = { platform: "terminal", conversation: "terminal" } as const;
  if (!/^\d{1,2}$/.test(text)) return { type: "question", text, asker };
  const button = buttons[Number(text) - 1];
  return button ? { type: "click", line: button.line, asker } : null;
}

const sayButtons = (buttons: readonly Action[]): string =>
  buttons.length > 0
    ? `The last answer offers 1 to ${buttons.length}: ${buttons.map((action, index) => `${index + 1} ${action.label}`).join(" · ")}`
    : "The last answer offers nothing to choose by number. Ask a question, or try /help.";
