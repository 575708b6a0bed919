import { describe, expect, test } from "vitest";
import type { Doc } from "../../src/doc/doc.ts";
import { renderText } from "../../src/doc/plain-text.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";
import { discordPages, slackPages } from "../fixtures/rendered.ts";

const app = realApp();
const lines = [
  ...[...library.deals.keys()].flatMap((id) => [`deal ${id}`, `timeline ${id}`]),
  ...["deals", "deals openai", "deals sort:capacity", "cost 10GW", "cost $300B rate:bernstein", "help", "define PUE"],
  "compare oracle-openai-4-5gw-300b microsoft-azure-250b",
  ...[
    "total",
    "total openai",
    "total nvidia as-of:2025-10-31",
    "total kind:financing by:year",
    "total meta signed:yes",
  ],
  ...["changes", "changes stargate since:2026-01-01", "changes nvidia", "flows", "flows nvidia openai", "flows oracle"],
  ...["deals status:lapsed", "deals google role:guarantor", "metric openai revenue period:2025-H1"],
  ...[...library.metrics.values()].map((metric) => `ask ${metric.name}`),
];

/** Amounts in a text: money, power and per cent, whatever stands around them. Sources and addresses are left out. */
function amounts(words: string): string[] {
  const body = words
    .split("\n")
    .filter((line) => !/https?:\/\/|^\*?\*?Sources|^\[\d+\]/.test(line))
    .join("\n")
    .replace(/[*_~`]/g, "");
  const found = body.matchAll(
    /[$€£]\d[\d.,]*(?:[–-]\d[\d.,]*)?[KMBT]?|\d[\d.,]*(?:–\d[\d.,]*)? (?:GW|MW|TWh)\b|\d[\d.,]*%/g,
  );
  return [...new Set([...found].map((match) => match[0].replace(/[.,]+$/, "")))].sort();
}

describe("every platform shows the same figures, within its limits", () => {
  test.each(lines)("%s", async (line) => {
    const doc: Doc = await app.answer({ type: "click", line, asker: asker(line) });
    expect(doc.status).not.toBe("error");
    const [text, slack, discord] = [renderText(doc), slackPages(doc), discordPages(doc)];
    expect(slack.breaches).toEqual([]);
    expect(discord.breaches).toEqual([]);
    const expected = amounts(text);
    expect(amounts(slack.words)).toEqual(expected);
    expect(amounts(discord.words)).toEqual(expected);
  });
});
