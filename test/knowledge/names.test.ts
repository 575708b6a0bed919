import { describe, expect, test } from "vitest";
import { resolveDeal } from "../../src/knowledge/resolve.ts";
import { library } from "../fixtures/library.ts";

const found = (text: string) => library.names.find(text).flatMap((mention) => mention.refs.map((ref) => ref.id));

describe("names in a text", () => {
  test.each([
    ["what does nvidia get", "nvidia"],
    ["Alphabet's purchase", "google"],
    ["NVDA and ORCL", "oracle"],
    ["crwv backlog", "coreweave"],
    ["sam altman said", "sam-altman"],
    ["the nvdia deal", "nvidia"],
    ["coreweeve contracts", "coreweave"],
    ["what is pue", "pue"],
  ])("%s", (text, id) => {
    expect(found(text)).toContain(id);
  });

  test.each(["size of the Cohere contract", "when did Apple invest", "a large lease"])(
    "only resembles a name: %s",
    (text) => {
      expect(found(text)).not.toContain("coherent");
      expect(found(text)).not.toContain("applied-digital");
      expect(found(text)).not.toContain("oracle");
    },
  );

  test("a metric's name still says whose it is", () => {
    expect(found("OpenAI Q1 2026 revenue")).toContain("openai");
  });
});

describe("resolveDeal", () => {
  test.each([
    ["stargate", "stargate-us-jv"],
    ["Stargate UAE", "stargate-uae"],
    ["macrohardrr", "xai-southaven-macrohardrr"],
    ["project jupiter", "project-jupiter-new-mexico"],
    ["aws-38b", "aws-38b"],
    ["openai oracle cloud contract", "oracle-openai-4-5gw-300b"],
  ])("%s", (name, id) => {
    const resolved = resolveDeal(library, name, library.completeTo);
    expect(resolved.found === "one" && resolved.record.id).toBe(id);
  });

  test("every deal is found by its name and by each alias", () => {
    const missed = [...library.deals.values()].flatMap((deal) =>
      [deal.name, ...deal.aliases].filter((name) => {
        const resolved = resolveDeal(library, name, library.completeTo);
        return !(resolved.found === "one" && resolved.record.id === deal.id);
      }),
    );
    expect(missed).toEqual([]);
  });

  test("an unknown name gets the nearest three", () => {
    const resolved = resolveDeal(library, "stargte canda", library.completeTo);
    expect(resolved.found === "none" ? resolved.near.length : 3).toBe(3);
  });
});
