import { describe, expect, test } from "vitest";
import { LINKS } from "../../src/calculator/chain/names.ts";
import { renderText } from "../../src/doc/plain-text.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { discordPages, slackPages } from "../fixtures/rendered.ts";

const app = realApp();
const run = (line: string) => app.answer({ type: "click", line, asker: asker(line) });

describe("every link fits the limits of the platforms", () => {
  test.each([
    ...LINKS.filter((link) => link !== "power").map((link) => `cost 10GW to:${link}`),
    "cost $300B to:payback",
    "cost 1GW to:breakdown",
    "cost $50B to:breakdown rate:mckinsey",
    "cost 100,000 GB200s",
    "cost 65 TWh to:cost",
    "cost 10GW chip:GB300 basis:it load:0.8",
    "cost 6GW * $50-60B/GW",
    "ask what would AMD's 6 GW cost",
    "ask oracle per gw",
    "ask cost of a 12 month delay of 1 GW",
  ])("%s", async (line) => {
    const doc = await run(line);
    expect(doc.status, doc.headline.map((span) => span.text).join("")).toBe("answered");
    const [slack, discord] = [slackPages(doc), discordPages(doc)];
    expect(slack.breaches).toEqual([]);
    expect(discord.breaches).toEqual([]);
    for (const words of [renderText(doc), slack.words, discord.words]) {
      expect(words).not.toMatch(/NaN|Infinity|undefined|null/);
      expect(words).toContain("Working");
    }
  });
});

test("ten gigawatts: Huang's range first, then the working, the other estimates and buttons for them", async () => {
  const doc = await run("cost 10GW");
  for (const words of [renderText(doc), slackPages(doc).words, discordPages(doc).words]) {
    expect(words.replace(/[*_]/g, "")).toMatch(
      /10 GW would cost about \$500–600B[\s\S]*Working[\s\S]*Other estimates[\s\S]*Bernstein/,
    );
  }
  expect(doc.actions.length).toBeGreaterThan(2);
  const other = await run(doc.actions[0]?.line ?? "");
  expect(other.status).toBe("answered");
});

test("an assumption that has no part in the result is named", async () => {
  expect(renderText(await run("cost 10GW chip:GB300 basis:it load:0.8"))).toContain(
    "without a part in this result: load",
  );
  expect(renderText(await run("cost 10GW to:energy load:0.8"))).not.toContain("without a part");
});

test("suggestions while typing: rates per gigawatt and chips", async () => {
  expect((await app.complete("rate", "bern", 25)).map(({ value }) => value)).toContain("bernstein-1gw");
  expect((await app.complete("chip", "gb", 25)).map(({ label }) => label)).toEqual(["Nvidia GB200", "Nvidia GB300"]);
});

test.each([
  ["cost 10GW load:banana", /load: .*0\.8/],
  ["cost 10GW load:900", /load/],
  ["cost 10GW to:moon", /to: write one of/],
  ["cost", /needs a quantity/],
  ["cost hello", /can't read/],
])("says what to write: %s", async (line, words) => {
  const doc = await run(line);
  expect(doc.status).toBe("error");
  expect(doc.headline[0]?.text).toMatch(words);
});
