/** Reads the configuration and runs what was asked for. Each task loads only what it needs, when it needs it. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Places } from "./cli/places.ts";
import { type Config, readConfig } from "./config.ts";
import { SetupError, UpstreamError } from "./errors.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** `args` begin with what to do; nothing means to start the bot. Ends with a clear sentence, never with a stack, where the set-up is wrong. */
export async function run(args: readonly string[]): Promise<void> {
  try {
    const config = readConfig(root);
    const places = placesOf(config);
    const [task = "start", ...rest] = args;
    switch (task) {
      case "start":
        return await (await import("./cli/start.ts")).start(config, places);
      case "ask":
        return await (await import("./cli/ask.ts")).ask(rest, config, places);
      case "slack-manifest":
        return (await import("./cli/slack-manifest.ts")).printSlackManifest(rest, config);
      case "discord-register":
        return await (await import("./cli/discord-register.ts")).registerDiscord(rest, config);
      case "state-backup":
        return await (await import("./cli/state.ts")).backupState(rest, places.state);
      case "state-restore":
        return await (await import("./cli/state.ts")).restoreState(rest, places.state);
      case "state-rekey":
        return await (await import("./cli/state-rekey.ts")).rekeyState(rest, config, places.state);
      case "state-report":
        return await (await import("./cli/state-report.ts")).reportState(rest, places.state);
      case "docs":
        return (await import("./cli/docs.ts")).writeDocs(root, rest);
      default:
        throw new SetupError(`There is no task “${task}”.`, { hint: "npm run lists all." });
    }
  } catch (error) {
    if (!(error instanceof SetupError || error instanceof UpstreamError)) throw error;
    const hint = error instanceof SetupError ? error.hint : undefined;
    console.error(hint ? `${error.message} ${hint}` : error.message);
    process.exitCode = 2;
  }
}

const placesOf = (config: Config): Places => ({
  knowledgeDir: config.KNOWLEDGE_DIR ?? join(root, "knowledge"),
  cacheDir: config.CACHE_DIR ?? join(root, "node_modules/.cache/gigawatt"),
  state: { databaseUrl: config.DATABASE_URL, dataDir: config.DATA_DIR ?? join(root, "data") },
});
