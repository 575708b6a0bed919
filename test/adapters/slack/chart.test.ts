import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chartNote, shortNames, toChartBlock } from "../../../src/adapters/slack/chart.ts";
import { breachesOf, type Message } from "../../../src/adapters/slack/limits.ts";
import type { Chart } from "../../../src/doc/doc.ts";
import { realApp } from "../../fixtures/app.ts";
import { Blocks, problemsOf } from "../../loopback/slack/block-kit.ts";
import { eventEnvelope, mention, slashCommand } from "../../loopback/slack/payloads.ts";
import { type LoopbackSlack, startLoopbackSlack } from "../../loopback/slack/start-loopback-slack.ts";
import { startBotWith } from "./fixture.ts";

const chart = (bars: Chart["bars"], more: Partial<Chart> = {}): Chart => ({
  type: "chart",
  title: "Cost of 10 GW, by estimate",
  note: "US dollars.",
  source: "Somebody",
  unit: "USD",
  bars,
  ...more,
});
const bar = (label: string, low: number, high = low) => ({ label, said: `$${low}`, low, high, tone: "other" as const });

describe("Slack's own chart", () => {
  it("has a series for each end of a range, in billions, under names that Slack takes", () => {
    const block = toChartBlock(chart([bar("Jensen Huang, October 2025", 500e9, 600e9), bar("Citi", 467e9, 509e9)]));
    expect(block).toEqual({
      type: "data_visualization",
      title: "Cost of 10 GW, by estimate",
      chart: {
        type: "bar",
        series: [
          {
            name: "Lower end",
            data: [
              { label: "Jensen Huang", value: 500 },
              { label: "Citi", value: 467 },
            ],
          },
          {
            name: "Upper end",
            data: [
              { label: "Jensen Huang", value: 600 },
              { label: "Citi", value: 509 },
            ],
          },
        ],
        axis_config: { categories: ["Jensen Huang", "Citi"], y_label: "US dollars, billions" },
      },
    });
    expect(problemsOf(Blocks, [block])).toEqual([]);
  });

  it("has one series where no amount is a range, and no other scale for gigawatts", () => {
    const { chart: made } = toChartBlock(chart([bar("A", 8.571), bar("B", 3.75)], { unit: "GW" }));
    expect(made.series.map(({ name, data }) => [name, data.map(({ value }) => value)])).toEqual([
      ["Amount", [8.571, 3.75]],
    ]);
    expect(made.axis_config.y_label).toBe("Gigawatts");
  });

  it("draws no more bars than there is room for names, the first and both ends of the others among them, and says so", () => {
    const many = chart(Array.from({ length: 30 }, (_, n) => bar(`Name ${n}`, 100 - n)));
    const { categories } = toChartBlock(many).chart.axis_config;
    expect(categories).toHaveLength(8);
    expect([categories[0], categories[1], categories.at(-1)]).toEqual(["Name 0", "Name 1", "Name 29"]);
    expect(chartNote(many)).toBe("US dollars. 8 of 30 are drawn; all are in the text.");
  });

  it("keeps names short and apart", () => {
    const names = ["Morgan Stanley, GB300, May 2026", "Morgan Stanley, Trainium3, May 2026", "Reuters, October 2025"];
    expect(shortNames(names, 20)).toEqual(["M. Stanley, GB300", "M. Stanley Trainium3", "Reuters"]);
    const alike = Array.from({ length: 12 }, () => "A very long name of somebody who estimates, in 2026");
    for (const set of [alike, [...names, ...names], ["", ",", "x".repeat(90)]]) {
      const short = shortNames(set, 20);
      expect(new Set(short).size).toBe(set.length);
      expect(short.every((name) => name.length <= 20)).toBe(true);
    }
  });

  it("is held to the table of limits", () => {
    const block = toChartBlock(chart([bar("A", 1e9)]));
    const over = { ...block, title: "T".repeat(51) };
    expect(breachesOf({ text: "t", blocks: [block, block] })).toEqual([]);
    expect(breachesOf({ text: "t", blocks: [block, block, over] })).toEqual([
      "chart title: 51 of at most 50",
      "charts: 3 of at most 2",
    ]);
  });
});

describe("an answer with a chart", () => {
  let slack: LoopbackSlack;
  let bot: Awaited<ReturnType<typeof startBotWith>>;
  beforeAll(async () => {
    slack = await startLoopbackSlack();
    bot = await startBotWith(realApp(), slack, "socket");
  });
  beforeEach(() => {
    slack.clear();
    bot.log.entries.length = 0;
  });
  afterAll(async () => {
    await bot.stop();
    await slack.close();
    expect(slack.problems).toEqual([]);
  });
  const typesOf = (body: Record<string, unknown> | undefined) =>
    ((body as Message | undefined)?.blocks ?? []).map(({ type }) => type);

  it("shows it to whoever asks, and says it to who does not see it", async () => {
    await bot.send("slash_commands", slashCommand("/cost", "10GW", slack.newResponseUrl()));
    await bot.send("events_api", eventEnvelope(mention("what do 10 GW cost?")));
    for (const { body } of await slack.untilShown(2)) {
      expect(typesOf(body)).toContain("data_visualization");
      expect(body.text).toContain("Jensen Huang, October 2025: $500–600B.");
    }
  });

  it.each(["chat.postMessage", "response_url"])(
    "goes out without it where %s refuses it, and with all else",
    async (method) => {
      const ask = () =>
        method === "response_url"
          ? bot.send("slash_commands", slashCommand("/cost", "10GW", slack.newResponseUrl()))
          : bot.send("events_api", eventEnvelope(mention("what do 10 GW cost?")));
      await ask();
      const full = typesOf((await slack.untilShown(1))[0]?.body);
      slack.fail(method, { error: "invalid_blocks" });
      await ask();
      const types = typesOf((await slack.untilShown(2))[1]?.body);
      expect(types).not.toContain("data_visualization");
      expect(types).toContain("table");
      expect(types).toContain("actions");
      // The chart, and the line under it.
      expect(types).toHaveLength(full.length - 2);
      slack.fail(method, { error: "invalid_blocks", times: 2 });
      await ask();
      expect(new Set(typesOf((await slack.untilShown(3))[2]?.body))).toEqual(new Set(["section"]));
      expect(bot.log.entries.map(({ fields }) => fields.form)).toEqual(["rich", "rich", "no charts"]);
    },
  );
});
