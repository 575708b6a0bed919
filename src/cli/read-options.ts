import { type ParseArgsConfig, parseArgs } from "node:util";
import { SetupError } from "../errors.ts";

/** Options of the command line. One that there is not ends with a sentence and `hint`, not with a stack. */
export function readOptions<T extends ParseArgsConfig>(config: T, hint: string): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node's second sentence is about arguments that begin with a dash, which none of ours do.
    const said = error instanceof Error ? (error.message.split(". ")[0] ?? error.message) : String(error);
    throw new SetupError(`${said.replace(/\.$/, "")}.`, { hint, cause: error });
  }
}
