import { describe, expect, test } from "vitest";
import type { Message } from "../../src/adapters/slack/limits.ts";
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

/** The ends of each bar in Slack's own chart, in base units. */
function drawnBySlack(messages: readonly unknown[], title: string): [low: number, high: number][] {
  const blocks = (messages as Message[]).flatMap((message) => message.blocks ?? []);
  const block = blocks.find((one) => one.type === "data_visualization" && title.startsWith(one.title.replace("…", "")));
  if (block?.type !== "data_visualization") return [];
  const { series, axis_config } = block.chart;
  const scale = axis_config.y_label?.endsWith("billions") ? 1e9 : 1;
  const ends = series.map(({ data }) => data.map(({ value }) => value * scale));
  return (ends[0] ?? []).map((low, index) => [low, ends.at(-1)?.[index] ?? Number.NaN]);
}
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * 1e-5;

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
    for (const chart of doc.blocks.filter((block) => block.type === "chart")) {
      const drawn = drawnBySlack(slack.messages, chart.title);
      expect(drawn.length).toBeGreaterThan(0);
      for (const [low, high] of drawn)
        expect(
          chart.bars.some((bar) => isNear(bar.low, low) && isNear(bar.high, high)),
          `${low} to ${high}`,
        ).toBe(true);
    }
  });
});
