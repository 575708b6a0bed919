import { describe, expect, test } from "vitest";
import { renderText } from "../../src/doc/plain-text.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { discordPages, slackPages } from "../fixtures/rendered.ts";

/** One line for each plan kind; the compiler finds a kind that is missing. */
const LINES: Record<Plan["kind"], string> = {
  "show-deal": "deal stargate",
  "show-figure": "ask What's the size of OpenAI's cloud contract with Oracle?",
  "find-deals": "deals openai min-value:$50B",
  "compare-figures": "ask Azure or AWS: who has OpenAI promised more money?",
  compare: "compare oracle-openai-4-5gw-300b microsoft-azure-250b",
  "show-timeline": "timeline nvidia-100b-loi",
  "total-deals": "total anthropic",
  "show-changes": "changes stargate since:2026-01-01",
  "trace-flows": "flows nvidia openai",
  "show-metric": "ask What was OpenAI's revenue in the first half of 2025?",
  "choose-deal": "ask How big is Meta's contract with Nebius?",
  "compare-metrics": "ask Of AMZN, GOOGL, META and MSFT, who guided the highest 2026 capex?",
  "show-rate": "ask MI355X board power?",
  "show-topic": "ask How did Jensen Huang react to the AMD deal?",
  estimate: "cost 10GW",
  evaluate: "cost 6GW * $50-60B/GW",
  define: "define letter of intent",
  about: "help",
  "correct-premise": "ask When did CoreWeave complete its purchase of Core Scientific?",
  decline: "ask how big is the Zorblax deal?",
};

describe("what each platform shows, side by side", () => {
  const app = realApp();
  test.each(Object.entries(LINES))("%s", async (kind, line) => {
    const doc = await app.answer({ type: "click", line, asker: asker(kind) });
    expect(doc.kind).toBe(kind);
    const [slack, discord] = [slackPages(doc), discordPages(doc)];
    const first = (messages: readonly unknown[]) => JSON.stringify(messages[0], null, 1);
    const golden = [
      `# ${line}`,
      `## Text\n\n${renderText(doc, { width: 100, ansi: false })}`,
      `## Slack, page 1 of ${slack.messages.length}\n\n${first(slack.messages)}`,
      `## Discord, page 1 of ${discord.messages.length}\n\n${first(discord.messages)}`,
    ].join("\n\n");
    await expect(`${golden}\n`).toMatchFileSnapshot(`../golden/${kind}.md`);
  });
});
