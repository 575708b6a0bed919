import type { Config } from "../config.ts";
import { SetupError } from "../errors.ts";
import type { Library } from "../knowledge/library.ts";
import type { Assistant, AssistantLog } from "../model/assistant.ts";
import { priceOf } from "../model/price.ts";
import type { Spending } from "../model/spending.ts";

/** Slack and Discord have been answered to by then; a person still waits. */
const LIMIT_MS = 8_000;

type Parts = { library: Library; log: AssistantLog; spending: Spending | undefined };

/** The model's help, where there is a key for it; nothing of it is loaded before the first question. */
export function wireAssistant(config: Config, { library, log, spending }: Parts): Assistant | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = config;
  const wording = config.MODEL_WORDING === "on";
  const planner = config.PLANNER ?? (apiKey ? "auto" : "rules");
  if (planner === "rules" && !wording) return undefined;
  if (!apiKey)
    throw new SetupError(`${wording ? "MODEL_WORDING" : "PLANNER"} asks for a model, but OPENAI_API_KEY is not set.`, {
      hint: "Set the key in .env, or empty both: the rules answer without a model.",
    });
  const price = priceOf(library.knowledge.modelPrices, model);
  if (!price)
    throw new SetupError(`${model} has no price in knowledge/model-prices.yaml, so its cost cannot be capped.`, {
      hint: `Add it there, or set OPENAI_MODEL to one of ${library.knowledge.modelPrices.map((one) => one.model).join(", ")}.`,
    });
  const make = async (): Promise<Assistant> => {
    const [{ createAssistant }, { createAskOpenAi }, { createBudget }, { memorySpending }] = await Promise.all([
      import("../model/assistant.ts"),
      import("../model/ask-openai.ts"),
      import("../model/budget.ts"),
      import("../model/spending.ts"),
    ]);
    const caps = { dayUsd: config.MODEL_DAILY_USD, workspaceDayUsd: config.MODEL_WORKSPACE_DAILY_USD };
    const budget = createBudget({ caps, spending: spending ?? memorySpending(), clock: Date });
    const ask = createAskOpenAi({ apiKey, model, ...(baseUrl && { baseUrl }) }, price, budget);
    return createAssistant({ library, ask, planner, wording, limitMs: LIMIT_MS, log });
  };
  let made: Promise<Assistant> | undefined;
  return {
    async assist(question) {
      made ??= make();
      return (await made).assist(question);
    },
  };
}
