import { createTerminalChat } from "../adapters/terminal/chat.ts";
import type { Config } from "../config.ts";
import { createLog } from "../log.ts";
import { endOnSignal } from "./end-on-signal.ts";
import type { Places } from "./places.ts";
import { loadLibrary, wireApp } from "./wire-app.ts";

/** A chat in the terminal, until its input ends. */
export async function chat(config: Config, places: Places): Promise<void> {
  const log = createLog(config, [config.OPENAI_API_KEY]);
  const onFault = (error: unknown) => log.error({ err: error }, "answering failed");
  const app = wireApp(config, await loadLibrary(places), { onFault, log });
  const terminal = createTerminalChat(app, { input: process.stdin, output: process.stdout });
  endOnSignal(() => terminal.stop(0));
  await terminal.start();
  await terminal.ended;
}
