/** `npm run ask -- "what is stargate"`: one answer; `-- --jsonl`: the batch interface. */
import { runBatch } from "../adapters/terminal/batch.ts";
import { screenWidth } from "../adapters/terminal/chat.ts";
import type { App } from "../app.ts";
import type { DocStatus } from "../doc/doc.ts";
import { renderText } from "../doc/plain-text.ts";
import { SetupError } from "../errors.ts";
import { readOptions } from "./read-options.ts";

const EXIT: Record<DocStatus, number> = { answered: 0, partial: 0, unknown: 1, clarify: 1, error: 2 };

/** Sets the exit status: 0 answered, 1 unknown or asked back, 2 error. */
export async function ask(args: readonly string[], wire: () => App): Promise<void> {
  const { values, positionals } = readOptions(
    { args: [...args], allowPositionals: true, options: { jsonl: { type: "boolean", default: false } } },
    'Write npm run ask -- "a question", or npm run --silent ask -- --jsonl for a batch.',
  );
  if (values.jsonl) return await runBatch(wire(), process.stdin, process.stdout);
  const question = positionals.join(" ").trim();
  if (!question)
    throw new SetupError("There is no question.", { hint: 'Write one: npm run ask -- "what is stargate"' });
  const doc = await wire().answer({
    type: "question",
    text: question,
    asker: { platform: "terminal", conversation: "ask" },
  });
  const { stdout } = process;
  stdout.write(`${renderText(doc, { width: screenWidth(stdout), ansi: Boolean(stdout.isTTY) })}\n`);
  process.exitCode = EXIT[doc.status];
}
