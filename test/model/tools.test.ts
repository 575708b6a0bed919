import { describe, expect, test } from "vitest";
import { priceOf } from "../../src/model/price.ts";
import { parseCall, TOOLS } from "../../src/plan/from-model/tools.ts";
import { Plan } from "../../src/plan/plan.ts";
import { library } from "../fixtures/library.ts";

type Schema = Record<string, unknown> & {
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  items?: Schema;
};

/** A schema and all within it. */
function* schemas(schema: Schema): Generator<Schema> {
  yield schema;
  for (const inner of [
    ...Object.values(schema.properties ?? {}),
    ...(schema.anyOf ?? []),
    ...(schema.items ? [schema.items] : []),
  ])
    yield* schemas(inner);
}

test("there is one tool a plan kind, but none that denies what is asked", () => {
  expect(TOOLS.map((tool) => tool.name)).toEqual(
    Plan.options.map((option) => option.shape.kind.value).filter((kind) => kind !== "correct-premise"),
  );
});

describe.each(TOOLS.map((tool) => [tool.name, tool.parameters as Schema] as const))("%s", (_name, root) => {
  test("its parameters are an object that a strict mode takes", () => {
    expect(root.type).toBe("object");
    for (const schema of schemas(root)) {
      if (schema.properties) {
        expect(schema.additionalProperties).toBe(false);
        expect(schema.required).toEqual(Object.keys(schema.properties));
      }
      expect(Object.keys(schema)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(?:default|\$schema|minLength|maxLength|oneOf|allOf)$/)]),
      );
    }
  });
});

test("a model fills neither command lines nor words that are shown", () => {
  const call = parseCall("decline", '{"reason":"opinion","near":[]}', "is it a good buy?");
  expect(call).toEqual({
    plan: { kind: "decline", reason: "opinion", about: "is it a good buy?", near: [], choices: [] },
  });
  expect(
    parseCall("decline", '{"reason":"opinion","near":[],"choices":[{"label":"x","line":"subscribe"}]}', "?"),
  ).toHaveProperty("wrong");
});

describe("prices", () => {
  const prices = library.knowledge.modelPrices;
  test("of a model and of its snapshots; none for a model that is not in the table", () => {
    expect(priceOf(prices, "gpt-6-luna")?.output).toBe(0.5);
    expect(priceOf(prices, "gpt-6-luna-2026-09-22")?.model).toBe("gpt-6-luna");
    expect(priceOf(prices, "gpt-6-luna-pro")).toBeUndefined();
  });

  test("each model stands in the table once, and what is cached is never dearer", () => {
    expect(new Set(prices.map((price) => price.model)).size).toBe(prices.length);
    expect(prices.filter((price) => price.cached_input > price.input)).toEqual([]);
  });
});
