/** The app over the knowledge, with the commands and, where there is a key, the model. */
import { commands } from "../../commands/index.ts";
import type { App } from "../app.ts";
import type { Config } from "../config.ts";
import { createApp } from "../create-app.ts";
import type { Posting } from "../digest/acting.ts";
import { type Library, toLibrary } from "../knowledge/library.ts";
import { loadKnowledge } from "../knowledge/load.ts";
import type { AssistantLog } from "../model/assistant.ts";
import type { Spending } from "../model/spending.ts";
import { type Conversations, memoryConversations } from "../state/conversations.ts";
import { warmUp } from "../warm-up.ts";
import type { Places } from "./places.ts";
import { wireAssistant } from "./wire-assistant.ts";

export async function loadLibrary({ knowledgeDir, cacheDir }: Places): Promise<Library> {
  return toLibrary(await loadKnowledge(knowledgeDir, cacheDir));
}

/** `onFault` is told of what was not a user's mistake. Without a store it remembers in memory. */
export function wireApp(
  config: Config,
  library: Library,
  parts: {
    onFault(error: unknown): void;
    log: AssistantLog;
    conversations?: Conversations;
    spending?: Spending;
    posting?: Posting;
    onUnanswered?(question: string): void;
  },
): App {
  const { onFault, log, conversations = memoryConversations(), spending, posting, onUnanswered } = parts;
  const assistant = wireAssistant(config, { library, log, spending });
  return createApp({
    library,
    commands,
    conversations,
    clock: Date,
    onFault,
    ...(posting && { posting }),
    ...(onUnanswered && { onUnanswered }),
    ...(assistant && { assistant }),
  });
}

/** Never rejects. */
export const warmUpApp = (
  library: Library,
  parts: { onFault(error: unknown): void; isOver(): boolean },
): Promise<void> => warmUp({ library, commands, clock: Date, ...parts }).catch(parts.onFault);
