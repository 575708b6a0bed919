/** `npm run ask -- "what is stargate"`: one answer; `-- --explain`: how it is read; `-- --jsonl`: the batch interface. */
import { runBatch } from "../adapters/terminal/batch.ts";
import { screenWidth } from "../adapters/terminal/chat.ts";
import type { Config } from "../config.ts";
import type { DocStatus } from "../doc/doc.ts";
import { renderText } from "../doc/plain-text.ts";
import { SetupError } from "../errors.ts";
import type { AssistantLog } from "../model/assistant.ts";
import { explain } from "../plan/from-text/explain.ts";
import type { Places } from "./places.ts";
import { readOptions } from "./read-options.ts";
import { loadLibrary, wireApp } from "./wire-app.ts";

const EXIT: Record<DocStatus, number> = { answered: 0, partial: 0, unknown: 1, clarify: 1, error: 2 };

/** Sets the exit status: 0 answered, 1 unknown or asked back, 2 error. */
export async function ask(args: readonly string[], config: Config, places: Places): Promise<void> {
  const { values, positionals } = readOptions(
    {
      args: [...args],
      allowPositionals: true,
      options: { jsonl: { type: "boolean", default: false }, explain: { type: "boolean", default: false } },
    },
    'Write npm run ask -- "a question", or npm run --silent ask -- --jsonl for a batch.',
  );
  const app = async () =>
    wireApp(config, await loadLibrary(places), { onFault: (error) => console.error(error), log: toStandardError });
  if (values.jsonl) return await runBatch(await app(), process.stdin, process.stdout);
  const question = positionals.join(" ").trim();
  if (!question)
    throw new SetupError("There is no question.", { hint: 'Write one: npm run ask -- "what is stargate"' });
  if (values.explain) {
    const library = await loadLibrary(places);
    const today = new Date().toISOString().slice(0, 10);
    process.stdout.write(`${explain(question, { library, today }).join("\n")}\n`);
    return;
  }
  const doc = await (await app()).answer({
    type: "question",
    text: question,
    asker: { platform: "terminal", conversation: "ask" },
  });
  const { stdout } = process;
  stdout.write(`${renderText(doc, { width: screenWidth(stdout), ansi: Boolean(stdout.isTTY) })}\n`);
  process.exitCode = EXIT[doc.status];
}

/** For one answer in the terminal, which has no log: only what went wrong. */
const toStandardError: AssistantLog = {
  debug() {},
  warn: (fields, message) => console.error(`${message} ${JSON.stringify(fields)}`),
};
