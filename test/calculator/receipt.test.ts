import { describe, expect, test } from "vitest";
import { renderText } from "../../src/doc/plain-text.ts";
import { execute } from "../../src/execute.ts";
import { type Library, toLibrary } from "../../src/knowledge/library.ts";
import { Plan } from "../../src/plan/plan.ts";
import { readReceipt, writeReceipt } from "../../src/plan/receipt.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

const app = realApp();
const run = (line: string) => app.answer({ type: "click", line, asker: asker(line) });
const receiptIn = (text: string): string => /receipt:(g1-[\w-]+)/.exec(text.replace(/\s+/g, " "))?.[1] ?? "";
const shown = (doc: Awaited<ReturnType<typeof run>>): string =>
  renderText({ ...doc, line: "" }, { width: 2000, ansi: false });

const LINES = [
  "cost 10GW",
  "cost $300B rate:bernstein",
  "cost 1GW to:bill load:0.8",
  "cost 10GW chip:GB300 basis:it to:accelerators",
  "cost 6GW * $50-60B/GW",
  "cost 160M shares * ($250 - $0.01)",
];

/** The knowledge with one rate changed. */
function changed(id: string, values: { low: number; mid: number; high: number }): Library {
  const rates = library.knowledge.rates.map((rate) => (rate.id === id ? { ...rate, ...values } : rate));
  return toLibrary({ ...library.knowledge, rates });
}

describe("a receipt", () => {
  test.each(LINES)("gives the same bytes again: %s", async (line) => {
    const first = await run(line);
    const receipt = receiptIn(shown(first));
    expect(receipt).not.toBe("");
    const again = await run(`cost receipt:${receipt}`);
    expect(shown(again)).toBe(shown(first));
  });

  test("says which input has changed, from what to what", async () => {
    const receipt = receiptIn(shown(await run("cost 10GW")));
    const plan = Plan.parse(readReceipt(receipt));
    const later = execute(plan, changed("huang-2025", { low: 55e9, mid: 55e9, high: 65e9 }), []);
    expect(JSON.stringify(later.blocks)).toContain(
      "Changed since this receipt: Jensen Huang, October 2025 was $50–60B per GW, and is now $55–65B per GW.",
    );
    expect(later.headline.map((span) => span.text).join("")).toContain("$550–650B");
  });

  test("says when only other estimates have changed", async () => {
    const receipt = receiptIn(shown(await run("cost 10GW")));
    const later = execute(
      Plan.parse(readReceipt(receipt)),
      changed("bernstein-1gw", { low: 36e9, mid: 36e9, high: 36e9 }),
      [],
    );
    expect(JSON.stringify(later.blocks)).toContain("other estimates on record have changed");
  });

  test.each(["", "g1-", "g1-xxxxabc", "hello", `g1-${"A".repeat(5000)}`])("refuses what is none: %.20s", (text) => {
    expect(readReceipt(text)).toBeNull();
  });

  test("refuses one that was changed by a letter", async () => {
    const receipt = receiptIn(shown(await run("cost 10GW")));
    const at = receipt.length - 3;
    expect(readReceipt(`${receipt.slice(0, at)}${receipt[at] === "A" ? "B" : "A"}${receipt.slice(at + 1)}`)).toBeNull();
    expect((await run("cost receipt:nonsense")).headline[0]?.text).toMatch(/no receipt of mine/);
  });

  test("keeps every field of a plan", () => {
    const plan = Plan.parse({
      kind: "estimate",
      quantity: { low: 2, high: 3, unit: "GW", qualifier: "up-to", text: "up to 2-3 GW" },
      rate: { name: "bernstein" },
      to: "bill",
      basis: "it",
      chip: "GB300",
      assume: [{ input: "load", expression: "0.8" }],
    });
    if (plan.kind !== "estimate") throw new Error("not an estimate");
    const receipt = { inputs: [{ id: "elec-price", low: 60.4, mid: 86.1, high: 130.1 }], rates: "abcdefgh" };
    expect(readReceipt(writeReceipt(plan, receipt))).toEqual({ ...plan, receipt });
  });
});
