import { expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { breachesOf } from "../../../src/adapters/slack/limits.ts";
import { renderDoc } from "../../../src/adapters/slack/render.ts";
import { asker, realApp } from "../../fixtures/app.ts";
import { Blocks, problemsOf } from "../../loopback/slack/block-kit.ts";

const app = realApp();
const deals = (await app.complete("deal", "", 1_000)).map((choice) => choice.value);
const lines = [
  ...deals.flatMap((deal) => [`deal ${deal}`, `deal ${deal} view:sources`, `deal ${deal} view:facts`]),
  ...commands.flatMap((command) => command.examples.map((example) => example.slice(1))),
  "deals",
  "timeline",
  "help",
];

it("keeps every page of every real answer within Slack's limits, in each form", async () => {
  const wrong: string[] = [];
  for (const line of lines) {
    const doc = await app.answer({ type: "click", line, asker: asker(line) });
    for (let page = 1, pages = 1; page <= pages; page++) {
      const rendered = renderDoc(doc, { page, share: true });
      pages = rendered.pages;
      for (const form of rendered.forms) {
        const message = form.message();
        const problems = message.blocks ? [...problemsOf(Blocks, message.blocks), ...breachesOf(message)] : [];
        wrong.push(...problems.map((problem) => `${line} page ${page} ${form.name}: ${problem}`));
        if (JSON.stringify(message).includes("cut here")) wrong.push(`${line} page ${page} ${form.name}: is cut`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
