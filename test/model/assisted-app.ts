/** The app with the real OpenAI client, which speaks to a server on loopback. */
import { type Fixture, LLMock } from "@copilotkit/aimock";
import { commands } from "../../commands/index.ts";
import { createApp } from "../../src/create-app.ts";
import type { Doc } from "../../src/doc/doc.ts";
import type { Library } from "../../src/knowledge/library.ts";
import { createAskOpenAi } from "../../src/model/ask-openai.ts";
import { createAssistant } from "../../src/model/assistant.ts";
import { type Caps, createBudget } from "../../src/model/budget.ts";
import { priceOf } from "../../src/model/price.ts";
import { memorySpending } from "../../src/model/spending.ts";
import { memoryConversations } from "../../src/state/conversations.ts";
import { asker } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

export const KEY = "sk-loopback-0123456789abcdef";
const MODEL = "gpt-6-luna";
const CLOCK = { now: () => Date.UTC(2026, 10, 23, 12) };

export async function startLoopbackOpenAi(): Promise<LLMock> {
  const server = new LLMock({ port: 0, host: "127.0.0.1" });
  await server.start();
  return server;
}

type Options = {
  planner?: "rules" | "auto" | "model";
  wording?: boolean;
  limitMs?: number;
  caps?: Caps;
  path?: string;
  library?: Library;
};

export function assistedApp(server: LLMock, options: Options = {}) {
  const { planner = "auto", wording = false, limitMs = 8_000, caps = { dayUsd: 5, workspaceDayUsd: 1 } } = options;
  const knowledge = options.library ?? library;
  const price = priceOf(knowledge.knowledge.modelPrices, MODEL);
  if (!price) throw new Error(`${MODEL} has no price`);
  const spending = memorySpending();
  const settings = { apiKey: KEY, baseUrl: `${server.url}${options.path ?? "/v1"}`, model: MODEL };
  const logged: { fields: Record<string, unknown>; message: string }[] = [];
  const write = (fields: object, message: string) => void logged.push({ fields: { ...fields }, message });
  const assistant = createAssistant({
    library: knowledge,
    ask: createAskOpenAi(settings, price, createBudget({ caps, spending, clock: CLOCK })),
    planner,
    wording,
    limitMs,
    log: { debug: write, warn: write },
  });
  const app = createApp({
    library: knowledge,
    commands,
    conversations: memoryConversations(),
    clock: CLOCK,
    assistant,
    onFault: (error) => {
      throw error;
    },
  });
  const ask = (text: string, conversation = "one", workspace = "slack:T1"): Promise<Doc> =>
    app.answer({ type: "question", text, asker: { ...asker(conversation), workspace } });
  return {
    app,
    ask,
    logged,
    reasons: () =>
      logged.flatMap(({ fields }) =>
        [fields.because, fields.detail].flatMap((why) => (why === undefined ? [] : [String(why)])),
      ),
    spentUsd: () => spending.add("2026-11-23", 0),
  };
}

/** A reply that calls one tool. */
export const calls = (name: string, args: unknown): Fixture["response"] => ({
  toolCalls: [{ name, arguments: typeof args === "string" ? args : JSON.stringify(args) }],
  usage: { input_tokens: 4_000, output_tokens: 100, total_tokens: 4_100 },
});
