/** A conversation in the terminal; without one on standard input, an answer for each line that is read. */
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { App, Request } from "../../app.ts";
import type { Action, Doc } from "../../doc/doc.ts";
import { renderText } from "../../doc/plain-text.ts";
import type { Adapter } from "../adapter.ts";

export type Terminal = {
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number };
};

const WELCOME = [
  "Gigawatt answers questions about AI-infrastructure deals, with sources. Try: what is stargate · /deals openai · what does 10 GW cost? · /help · exit",
  "To connect Slack or Discord, copy .env.example to .env and fill in the tokens; README.md has the five steps for each.",
];

export const MAX_WIDTH = 110;

/** `ended` resolves when the input ends or the person leaves. */
export function createTerminalChat(app: App, terminal: Terminal): Adapter & { ended: Promise<void> } {
  const { input, output } = terminal;
  const interactive = Boolean(input.isTTY && output.isTTY);
  const lines = createInterface({ input, ...(interactive && { output, prompt: "› " }) });
  const style = { width: Math.min(output.columns ?? MAX_WIDTH, MAX_WIDTH), ansi: interactive };
  let [ended, busy]: [() => void, Promise<void>] = [() => {}, Promise.resolve()];
  const done = new Promise<void>((resolve) => {
    ended = resolve;
  });
  let buttons: readonly Action[] = [];
  let stopped = false;

  const answer = async (text: string): Promise<void> => {
    const request = toRequest(text, buttons);
    const doc: Doc = await app.answer(request);
    buttons = doc.actions.filter((action) => !action.ask);
    const next =
      interactive && buttons.length > 0
        ? `\n\nNext: ${buttons.map((action, index) => `${index + 1} ${action.label}`).join(" · ")}`
        : "";
    output.write(`${interactive ? "\n" : ""}${renderText(doc, style)}${next}\n\n`);
  };

  return {
    name: "terminal",
    ended: done,
    async start() {
      output.write(`${WELCOME.join("\n")}\n\n`);
      if (interactive) lines.prompt();
      lines.on("line", (line) => {
        const text = line.trim();
        if (/^(?:exit|quit|bye)$/i.test(text)) return lines.close();
        busy = busy.then(async () => {
          if (text && !stopped) await answer(text);
          if (interactive && !stopped) lines.prompt();
        });
      });
      lines.on("close", () => void busy.then(ended));
    },
    async stop() {
      stopped = true;
      lines.close();
      await busy;
    },
    health: () => ({ ok: true, lastSeenMs: null, detail: "reading standard input" }),
  };
}

/** "2" is the second button of the last answer. */
function toRequest(text: string, buttons: readonly Action[]): Request {
  const asker = { platform: "terminal", conversation: "terminal" } as const;
  const button = /^[1-9]$/.test(text) ? buttons[Number(text) - 1] : undefined;
  return button ? { type: "click", line: button.line, asker } : { type: "question", text, asker };
}
