import { describe, expect, test } from "vitest";
import { changesOf, revisionsOf } from "../../src/knowledge/changes.ts";
import { library } from "../fixtures/library.ts";
import { billions, sketch } from "../fixtures/small-library.ts";

const event = (date: string, more: object) => ({
  date,
  text: `Something happened on ${date}.`,
  sources: ["s"],
  ...more,
});
const deal = sketch({
  id: "cloud",
  events: [
    event("2025-11-03", { status: "announced", figures: [billions(38)] }),
    event("2026-02", { figures: [billions(5, { id: "extra", headline: false })] }),
    event("2026-02-27", { status: "definitive", figures: [billions(138)] }),
    event("2026-05-01", { ends: ["extra"] }),
  ],
});

const change = (since: string | null, until: string) => changesOf(library, [deal], { since, until })[0];

describe("what changed in a deal", () => {
  test("a move of status and each figure, old and new, in the window only", () => {
    const found = change("2026-02-10", "2026-03-31");
    expect(found?.status).toMatchObject({ from: "announced", to: "definitive" });
    expect(found?.figures.map(({ figure, before, ended }) => [figure.id, before?.high, figure.high, ended])).toEqual([
      ["value", 38e9, 138e9, false],
      ["extra", undefined, 5e9, false],
    ]);
    // February as a whole reaches into its tenth.
    expect(found?.events.map((entry) => entry.date)).toEqual(["2026-02", "2026-02-27"]);
  });

  test("a figure that no longer holds", () => {
    expect(change("2026-04-01", "2026-06-30")?.figures).toMatchObject([{ ended: true, figure: { id: "extra" } }]);
  });

  test("a deal that was not known before is new, and has changed in nothing", () => {
    expect(change("2025-11-01", "2025-12-31")).toMatchObject({ isNew: true, status: null, figures: [] });
  });

  test("without a first day it is held against how it began", () => {
    expect(change(null, "2026-03-31")).toMatchObject({ isNew: false, status: { from: "announced", to: "definitive" } });
  });

  test("nothing after the last day, and nothing of a quiet time", () => {
    expect(change("2026-03-01", "2026-04-30")).toBeUndefined();
    expect(change("2026-02-01", "2026-02-15")?.status).toBeNull();
  });
});

describe("changes of the records", () => {
  test("the AWS contract grew in February 2026", () => {
    const aws = library.deals.get("aws-38b");
    const [found] = changesOf(library, aws ? [aws] : [], { since: "2026-02", until: "2026-02-28" });
    expect(found?.figures.map(({ before, figure }) => [before?.high, figure.high])).toContainEqual([38e9, 138e9]);
  });

  test("Meta's capex guidance for 2026 was revised in April", () => {
    const found = revisionsOf(library.knowledge.metrics, { since: "2026-04-01", until: "2026-05-31" });
    expect(
      found
        .filter(({ metric }) => metric.id === "meta-capex-2026")
        .map(({ before, point }) => [before.high, point.high]),
    ).toEqual([[135e9, 145e9]]);
  });
});
