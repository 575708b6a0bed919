/** What a question to a model costs, by the table in knowledge/model-prices.yaml. */
import type { ModelPrice } from "../../knowledge/schema.ts";

/** The price of a model; a snapshot ("gpt-6-luna-2026-09-22") costs what its model does. */
export function priceOf(prices: readonly ModelPrice[], model: string): ModelPrice | undefined {
  const plain = model.replace(/-20\d\d-\d\d-\d\d$/, "");
  return prices.find((price) => price.model === model) ?? prices.find((price) => price.model === plain);
}

export type TokensUsed = { input: number; cached: number; cacheWrites: number; output: number };

export function costUsd(price: ModelPrice, { input, cached, cacheWrites, output }: TokensUsed): number {
  const plain = Math.max(0, input - cached - cacheWrites);
  const write = price.cache_write ?? price.input;
  return (plain * price.input + cached * price.cached_input + cacheWrites * write + output * price.output) / 1e6;
}

/** English has about four characters a token, JSON fewer: three counts too many tokens rather than too few. */
const CHARACTERS_PER_TOKEN = 3;

/** The most that a request can cost. */
export function mostUsd(price: ModelPrice, characters: number, maxOutputTokens: number): number {
  const input = Math.ceil(characters / CHARACTERS_PER_TOKEN);
  return (input * Math.max(price.input, price.cache_write ?? 0) + maxOutputTokens * price.output) / 1e6;
}
