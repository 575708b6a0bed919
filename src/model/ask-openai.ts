/** The only file that speaks to OpenAI. The package is loaded with the first question, so that a start does not wait for it. */
import type OpenAI from "openai";
import type { ModelPrice } from "../../knowledge/schema.ts";
import type { ModelCall, ModelReply, ModelRequest } from "../plan/from-model/ask-model.ts";
import type { Budget } from "./budget.ts";
import { costUsd, mostUsd } from "./price.ts";

/** Asks within a time limit and a budget; says why where it could not. */
export type AskWithin = (
  request: ModelRequest,
  within: { workspace: string; signal: AbortSignal },
) => Promise<ModelReply>;

export type OpenAiSettings = { apiKey: string; baseUrl?: string; model: string };

/** Retries wait half a second and then twice as long each time, or as long as the service says, until the time limit. */
const RETRIES = 4;

export function createAskOpenAi(settings: OpenAiSettings, price: ModelPrice, budget: Budget): AskWithin {
  let client: Promise<OpenAI> | undefined;
  return async (request, { workspace, signal }) => {
    const body = bodyOf(request, settings.model, price);
    const reserved = await budget.reserve(
      workspace,
      mostUsd(price, JSON.stringify(body).length, request.maxOutputTokens),
    );
    if (!reserved) return { outcome: "over-budget" };
    client ??= load(settings);
    try {
      const response = await (await client).responses.create(body, { signal });
      const { usage } = response;
      const details = usage?.input_tokens_details;
      // A service that reports no use is counted as the most that it can have been.
      if (usage)
        await reserved.settle(
          costUsd(price, {
            input: usage.input_tokens,
            cached: details?.cached_tokens ?? 0,
            cacheWrites: details?.cache_write_tokens ?? 0,
            output: usage.output_tokens,
          }),
        );
      return replyOf(response);
    } catch (error) {
      const { APIError, APIConnectionError, APIUserAbortError } = await import("openai");
      if (error instanceof APIUserAbortError || signal.aborted) return { outcome: "failed", because: "out of time" };
      // What was refused costs nothing; what was cut off may have been billed.
      if (error instanceof APIError && !(error instanceof APIConnectionError)) await reserved.settle(0);
      if (!(error instanceof APIError)) throw error;
      return { outcome: "failed", because: error.status ? `status ${error.status}` : "no connection" };
    }
  };
}

async function load({ apiKey, baseUrl }: OpenAiSettings): Promise<OpenAI> {
  const { default: Client } = await import("openai");
  return new Client({
    apiKey,
    // Null keeps the client from reading these from the environment: config.ts is the only reader.
    baseURL: baseUrl ?? "https://api.openai.com/v1",
    organization: null,
    project: null,
    maxRetries: RETRIES,
    logLevel: "off",
  });
}

function bodyOf(
  { instructions, data, rounds, tools, maxOutputTokens }: ModelRequest,
  model: string,
  { effort }: ModelPrice,
): OpenAI.Responses.ResponseCreateParamsNonStreaming {
  const input: OpenAI.Responses.ResponseInput = [{ role: "user", content: data }];
  for (const { call, result } of rounds) {
    input.push(...(call.context as OpenAI.Responses.ResponseInput));
    input.push({ type: "function_call_output", call_id: call.id, output: result });
  }
  return {
    model,
    instructions,
    input,
    max_output_tokens: maxOutputTokens,
    // Nothing is kept with the service; what it reasoned travels with the next round instead.
    store: false,
    ...(effort && { reasoning: { effort }, include: ["reasoning.encrypted_content" as const] }),
    ...(tools.length > 0 && {
      tools: tools.map((tool) => ({ type: "function" as const, ...tool, strict: true })),
      tool_choice: "required" as const,
      parallel_tool_calls: false,
    }),
  };
}

function replyOf(response: OpenAI.Responses.Response): ModelReply {
  if (response.status === "failed" || response.error)
    return { outcome: "failed", because: response.error?.code ?? "failed" };
  const refused = response.output.some(
    (item) => item.type === "message" && item.content.some((part) => part.type === "refusal"),
  );
  if (refused) return { outcome: "failed", because: "refused" };
  if (response.status === "incomplete")
    return { outcome: "failed", because: response.incomplete_details?.reason ?? "incomplete" };
  const call = response.output.find((item) => item.type === "function_call");
  if (call) {
    const { call_id: id, name, arguments: text } = call;
    const found: ModelCall = { id, name, arguments: text, context: response.output };
    return { outcome: "called", call: found };
  }
  return { outcome: "said", text: response.output_text };
}
