import { describe, expect, test } from "vitest";
import { type DigestPlan, digestDoc } from "../../src/digest/digest-doc.ts";
import { newsDoc } from "../../src/digest/news-doc.ts";
import { dealsOn, toTopic } from "../../src/digest/topics.ts";
import { type Doc, plain } from "../../src/doc/doc.ts";
import { renderText } from "../../src/doc/plain-text.ts";
import { dayAfter } from "../../src/plan/zone.ts";
import { library } from "../fixtures/library.ts";
import { discordPages, slackPages } from "../fixtures/rendered.ts";

const plan = (more: Partial<DigestPlan> = {}): DigestPlan => ({
  day: library.completeTo,
  toldTo: dayAfter(library.completeTo, -7),
  topics: [],
  whenQuiet: "full",
  focusBefore: [],
  ...more,
});
const docOf = (more: Partial<DigestPlan> = {}): Doc => {
  const { doc } = digestDoc(library, plan(more));
  if (!doc) throw new Error("no digest");
  return doc;
};
const headings = (doc: Doc): string[] => doc.blocks.flatMap((block) => (block.type === "heading" ? [block.text] : []));

test("the same day and channel give the same digest", () => {
  expect(docOf()).toEqual(docOf());
});

test("status moves come first, then figures old → new, each with its source and a button for its deal", () => {
  const doc = docOf({ toldTo: "2026-06-01" });
  const at = doc.blocks.findIndex((block) => block.type === "heading" && block.text === "What changed");
  const list = doc.blocks[at + 1];
  if (list?.type !== "list") throw new Error("no list of changes");
  const lines = list.items.map(plain);
  expect(lines[0]).toMatch(/: \w[\w-]* → /);
  expect(lines.some((line) => /\$[\d.]+B → /.test(line))).toBe(true);
  for (const item of list.items)
    expect(
      item.some((span) => (span.cites?.length ?? 0) > 0),
      plain(item),
    ).toBe(true);
  for (const item of list.items) {
    const name = item[0]?.text.replace(/:? ?$/, "") ?? "";
    expect(
      doc.actions.map((action) => action.label),
      name,
    ).toContain(name);
  }
});

describe("nothing changed", () => {
  const quiet = { toldTo: library.completeTo };
  test("full: what is due, a year ago, in focus and the totals all the same", () => {
    const doc = docOf({ ...quiet, day: "2026-09-20" });
    expect(plain(doc.headline)).toMatch(/^Nothing new in the records since 5 July 2026/);
    expect(headings(doc).join("\n")).toMatch(/Due within 30 days[\s\S]*In focus: [\s\S]*Signed and not signed/);
    expect(headings(doc)).not.toContain("What changed");
  });
  test("line: one line", () => {
    expect(docOf({ ...quiet, whenQuiet: "line" }).blocks).toEqual([]);
  });
  test("skip: nothing", () => {
    expect(digestDoc(library, plan({ ...quiet, whenQuiet: "skip" })).doc).toBeNull();
  });
});

test("what is due lies within 30 days, as exact as it is known", () => {
  const doc = docOf({ day: "2026-09-20" });
  const at = doc.blocks.findIndex((block) => block.type === "heading" && block.text.startsWith("Due within"));
  const due = doc.blocks[at + 1];
  if (due?.type !== "timeline") throw new Error("nothing is due");
  expect(due.items.map((item) => item.date)).toEqual(expect.arrayContaining(["2026-09-30", "2026-10-01"]));
  for (const { date } of due.items) expect(["2026-09", "2026-09-30", "2026-10-01"]).toContain(date);
});

test("a year ago is a year ago, give or take three days", () => {
  const doc = docOf({ day: "2026-01-21" });
  const at = doc.blocks.findIndex((block) => block.type === "heading" && block.text === "A year ago");
  const list = doc.blocks[at + 1];
  if (list?.type !== "list") throw new Error("no anniversary");
  expect(plain(list.items[0] ?? [])).toMatch(/Stargate.*21 January 2025/);
});

test("one deal in focus, never the same twice in 30 days, for a year", () => {
  const shown: string[] = [];
  for (let number = 0; number < 365; number++) {
    const { focus } = digestDoc(library, plan({ day: dayAfter("2026-07-05", number), focusBefore: shown.slice(-30) }));
    expect(focus).toBeDefined();
    expect(shown.slice(-30)).not.toContain(focus);
    shown.push(focus ?? "");
  }
  expect(new Set(shown).size).toBeGreaterThan(30);
});

test("few deals on a topic: none in focus rather than one again", () => {
  const topics = [toTopic(library, "Norway")];
  const few = dealsOn(library, topics).map((deal) => deal.id);
  expect(few.length).toBeGreaterThan(0);
  expect(digestDoc(library, plan({ topics, focusBefore: few })).focus).toBeUndefined();
});

test("topics are organisations, countries and kinds; one that is none says what is", () => {
  const topics = ["OpenAI", "orcl", "energy", "norway", "cloud contract", "US"].map((words) => toTopic(library, words));
  expect(topics).toEqual([
    "org:openai",
    "org:oracle",
    "kind:energy",
    "country:NO",
    "kind:cloud-contract",
    "country:US",
  ]);
  // What is stored is read again.
  expect(topics.map((topic) => toTopic(library, topic))).toEqual(topics);
  expect(() => toTopic(library, "xyzzy plugh")).toThrow(/I don't know “xyzzy plugh” as a topic/);
  for (const deal of dealsOn(library, ["country:NO"]))
    expect(deal.sites.some((site) => site.country === "NO")).toBe(true);
});

describe("every digest of a year fits into one message on each platform, with the same lines", () => {
  const months = Array.from({ length: 18 }, (_, month) => dayAfter("2025-02-10", month * 30));
  test.each(months)("%s", (day) => {
    for (const topics of [[], ["org:openai"], ["kind:energy", "country:NO"]]) {
      const doc = docOf({ day, toldTo: dayAfter(day, -30), topics });
      const [slack, discord] = [slackPages(doc), discordPages(doc)];
      expect([...slack.breaches, ...discord.breaches]).toEqual([]);
      expect([slack.messages.length, discord.messages.length], renderText(doc)).toEqual([1, 1]);
    }
  });
});

describe("one picture: signed and not signed", () => {
  const chartOf = (doc: Doc) => doc.blocks.find((block) => block.type === "chart");
  test.each([[[]], [["org:openai"]], [["kind:financing"]]] as Topics[])(
    "of %j, with amounts that stand in words too",
    (topics) => {
      const doc = docOf({ topics });
      const chart = chartOf(doc);
      if (!chart) throw new Error("no chart");
      const words = renderText({ ...doc, blocks: doc.blocks.filter((block) => block !== chart) });
      for (const { label, said, low, high, tone } of chart.bars) {
        expect(words).toContain(`${said} ${tone === "lead" ? "signed" : "not signed"}`);
        expect(label.endsWith(tone === "lead" ? ", signed" : ", not signed")).toBe(true);
        // What is only a ceiling or a minimum is drawn as no more than that.
        const ends = { low: low === 0 ? null : low, high: said.startsWith("at least") ? null : high };
        expect(doc.figures).toContainEqual(expect.objectContaining(ends));
      }
      const [slack, discord] = [JSON.stringify(slackPages(doc).messages), JSON.stringify(discordPages(doc).messages)];
      expect(slack).toContain('"data_visualization"');
      expect(discord).toContain("attachment://chart-1.png");
      for (const { label, said } of chart.bars)
        for (const shown of [slack, discord]) expect(shown).toContain(`${label}: ${said}.`);
      expect(renderText(doc, { width: 100, ansi: false })).toMatch(/, (?:not )?signed +[█░]/);
    },
  );

  test("none where there is nothing to compare", () => {
    expect(chartOf(docOf({ toldTo: library.completeTo, whenQuiet: "line" }))).toBeUndefined();
    expect(chartOf(docOf({ topics: [toTopic(library, "Norway")] }))).toBeUndefined();
  });
});
type Topics = [DigestPlan["topics"]];

describe("news of what is watched", () => {
  const watch = { id: "w1", subject: "openai", statusOnly: false, minUsd: null, toldTo: "2026-06-01" };
  test("tells what changed since, old → new, with sources", () => {
    const doc = newsDoc(library, watch);
    if (!doc) throw new Error("no news");
    expect(renderText(doc)).toMatch(/→/);
    expect(doc.sources.length).toBeGreaterThan(0);
    expect(doc.actions.map((action) => action.line)).toContain("watches remove:w1");
    expect(slackPages(doc).breaches).toEqual([]);
    expect(discordPages(doc).breaches).toEqual([]);
  });
  test("nothing where it has been told, the deals are too small, or no status changed", () => {
    expect(newsDoc(library, { ...watch, toldTo: library.completeTo })).toBeNull();
    expect(newsDoc(library, { ...watch, minUsd: 1e15 })).toBeNull();
    const status = newsDoc(library, { ...watch, statusOnly: true });
    const all = status
      ? renderText(status)
          .split("\n")
          .filter((line) => line.startsWith("•"))
      : [];
    for (const line of all) expect(line).toMatch(/: \w[\w-]* → /);
  });
});
