/** The only place that wires everything. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { commands } from "../commands/index.ts";
import type { App } from "./app.ts";
import { wireAssistant } from "./cli/wire-assistant.ts";
import { type Config, readConfig } from "./config.ts";
import { createApp } from "./create-app.ts";
import type { Posting } from "./digest/acting.ts";
import { digestContents } from "./digest/digest-contents.ts";
import { SetupError, UpstreamError } from "./errors.ts";
import { type Library, toLibrary } from "./knowledge/library.ts";
import { loadKnowledge } from "./knowledge/load.ts";
import type { AssistantLog } from "./model/assistant.ts";
import type { Spending } from "./model/spending.ts";
import { type Conversations, memoryConversations } from "./state/conversations.ts";
import type { Whereabouts } from "./state/open-store.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** `args` begin with what to do; nothing means to start the bot. Ends with a clear sentence, never with a stack, where the set-up is wrong. */
export async function run(args: readonly string[]): Promise<void> {
  try {
    const config = readConfig(root);
    const [task = "start", ...rest] = args;
    switch (task) {
      case "start":
        return await (await import("./cli/start.ts")).start(config, wire, {
          where: stateOf(config),
          contents: () => digestContents(libraryOf(config)),
        });
      case "ask":
        return await (await import("./cli/ask.ts")).ask(rest, () =>
          wire(config, { onFault: (error) => console.error(error), log: toStandardError }),
        );
      case "slack-manifest":
        return (await import("./cli/slack-manifest.ts")).printSlackManifest(rest, config);
      case "discord-register":
        return await (await import("./cli/discord-register.ts")).registerDiscord(rest, config);
      case "state-backup":
        return await (await import("./cli/state.ts")).backupState(rest, stateOf(config));
      case "state-restore":
        return await (await import("./cli/state.ts")).restoreState(rest, stateOf(config));
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

/** For one answer in the terminal, which has no log: only what went wrong. */
const toStandardError: AssistantLog = {
  debug() {},
  warn: (fields, message) => console.error(`${message} ${JSON.stringify(fields)}`),
};

const stateOf = (config: Config): Whereabouts => ({
  databaseUrl: config.DATABASE_URL,
  dataDir: config.DATA_DIR ?? join(root, "data"),
});

let loaded: Library | undefined;
function libraryOf(config: Config): Library {
  loaded ??= toLibrary(
    loadKnowledge(
      config.KNOWLEDGE_DIR ?? join(root, "knowledge"),
      config.CACHE_DIR ?? join(root, "node_modules/.cache/gigawatt"),
    ),
  );
  return loaded;
}

/** The app with its knowledge; `onFault` is told of what was not a user's mistake. Without a store it remembers in memory. */
export type Wire = (
  config: Config,
  parts: {
    onFault(error: unknown): void;
    log: AssistantLog;
    conversations?: Conversations;
    spending?: Spending;
    posting?: Posting;
  },
) => App;

const wire: Wire = (config, { onFault, log, conversations = memoryConversations(), spending, posting }) => {
  const library = libraryOf(config);
  const assistant = wireAssistant(config, { library, log, spending });
  return createApp({
    library,
    commands,
    conversations,
    clock: Date,
    onFault,
    ...(posting && { posting }),
    ...(assistant && { assistant }),
  });
};
