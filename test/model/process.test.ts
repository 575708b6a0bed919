/** The process as npm runs it, with the variables of .env. */
import type { LLMock } from "@copilotkit/aimock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBotProcess } from "../fixtures/bot-process.ts";
import { calls, KEY, startLoopbackOpenAi } from "./assisted-app.ts";

const UNREAD = "that gpu thingummy, wibble or quonk?";
let server: LLMock;
beforeAll(async () => {
  server = await startLoopbackOpenAi();
  server.on({}, calls("show-deal", { deal: "stargate-us-jv", view: "card", asOf: null }));
});
afterAll(() => server.stop());

async function ask(environment: Record<string, string>): Promise<{ output: string; log: string; code: number | null }> {
  const NODE_OPTIONS = `--import ${new URL("./print-loaded.mjs", import.meta.url)}`;
  const { child, log } = startBotProcess({ ...environment, NODE_OPTIONS }, ["ask", UNREAD]);
  let output = "";
  child.stdout?.setEncoding("utf8").on("data", (part: string) => {
    output += part;
  });
  const code = await new Promise<number | null>((done) => child.once("close", done));
  return { output, log: log(), code };
}

test("with a key the model reads what the rules cannot", async () => {
  const { output, log, code } = await ask({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `${server.url}/v1` });
  expect(output).toContain("Read as: the deal Stargate");
  expect(code).toBe(0);
  expect(log).toContain("openai is loaded");
  expect(output + log).not.toContain(KEY);
});

test("without a key, or by rules, nothing of openai is loaded", async () => {
  for (const environment of [{}, { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `${server.url}/v1`, PLANNER: "rules" }]) {
    const { output, log, code } = await ask(environment);
    expect(output).toContain("Not understood");
    expect(code).toBe(1);
    expect(log).toBe("");
  }
});

test("a service that refuses the key is told of on standard error, and the rules answer", async () => {
  const refusing = await startLoopbackOpenAi();
  refusing.on({}, { error: { message: "no such key" }, status: 401 });
  const { output, log, code } = await ask({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `${refusing.url}/v1` });
  await refusing.stop();
  expect(output).toContain("Not understood");
  expect(log).toContain("status 401");
  expect(log).not.toContain(KEY);
  expect(code).toBe(1);
});

test.each([
  [{ PLANNER: "model" }, "PLANNER asks for a model, but OPENAI_API_KEY is not set."],
  [{ MODEL_WORDING: "on" }, "MODEL_WORDING asks for a model, but OPENAI_API_KEY is not set."],
  [{ PLANNER: "always" }, "PLANNER must be one of rules, auto, model."],
  [{ MODEL_DAILY_USD: "much" }, "MODEL_DAILY_USD must be an amount in dollars such as 5 or 0.50."],
  [{ OPENAI_API_KEY: KEY, OPENAI_MODEL: "gpt-99" }, "gpt-99 has no price in knowledge/model-prices.yaml"],
])("%o ends the start with what to change", async (environment, sentence) => {
  const { log, code } = await ask(environment);
  expect(log).toContain(sentence);
  expect(code).toBe(2);
});
