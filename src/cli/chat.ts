import { createTerminalChat } from "../adapters/terminal/chat.ts";
import type { Config } from "../config.ts";
import { createLog } from "../log.ts";
import { endOnSignal } from "./end-on-signal.ts";
import type { Places } from "./places.ts";
import { loadLibrary, warmUpApp, wireApp } from "./wire-app.ts";

/** A chat in the terminal, until its input ends. */
export async function chat(config: Config, places: Places): Promise<void> {
  const log = createLog(config, [config.OPENAI_API_KEY]);
  const onFault = (error: unknown) => log.error({ err: error }, "answering failed");
  const library = await loadLibrary(places);
  const app = wireApp(config, library, { onFault, log });
  const terminal = createTerminalChat(app, { input: process.stdin, output: process.stdout });
  let ended = false;
  endOnSignal(() => terminal.stop(0));
  await terminal.start();
  // While somebody reads the welcome. Where lines come from a pipe, the first of them does not wait for it.
  if (process.stdin.isTTY) void warmUpApp(library, { onFault, isOver: () => ended });
  await terminal.ended;
  ended = true;
}
