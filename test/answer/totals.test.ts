import { describe, expect, test } from "vitest";
import type { Doc } from "../../src/doc/doc.ts";
import { plain } from "../../src/doc/doc.ts";
import { renderText } from "../../src/doc/plain-text.ts";
import { asker, realApp } from "../fixtures/app.ts";

const app = realApp();
const ask = (line: string): Promise<Doc> => app.answer({ type: "click", line, asker: asker(line) });
const headline = async (line: string) => plain((await ask(line)).headline);
/** The lines under a heading, up to the next empty one after it. */
async function under(line: string, heading: string): Promise<string> {
  const text = renderText(await ask(line));
  const parts = text.split(/\n\n/);
  const at = parts.indexOf(heading);
  expect(at).toBeGreaterThanOrEqual(0);
  return parts.slice(at + 1, at + 3).join("\n");
}

describe("/total", () => {
  test("openai: what it owes is summed from contracts, beside what was claimed", async () => {
    const said = await headline("total openai side:pays");
    expect(said).toContain("about $708–730.4B of contract value, to be paid by OpenAI (5 deals)");
    expect(said).toContain("about $1.4T");
    const signed = await under("total openai", "Signed, in use or closed");
    expect(signed).toContain("OpenAI–Oracle $300B cloud contract: at least $300B");
    expect(signed).not.toMatch(/Stargate|AWS contract expansion|letter of intent/);
  });

  test("what is left out is named with its reason", async () => {
    const left = await under("total openai", "Left out, and why");
    expect(left).toMatch(/Stargate, at least 10 GW of capacity \[\d+\]: its parts are counted instead: OpenAI–Oracle/);
    expect(left).toMatch(/AWS contract expansion .*: part of OpenAI–AWS cloud contract, which is counted/);
    expect(left).toMatch(/Nvidia \$30B equity investment in OpenAI.*: part of OpenAI 2026 funding round/);
    expect(left).toMatch(/valuation, not money\s+paid/);
  });

  test("as of a day: the letter of intent is a letter of intent, and nothing of later", async () => {
    const text = renderText(await ask("total nvidia as-of:2025-10-31"));
    expect(text).toMatch(/Letters of intent \(not binding\)\n\nEquity, invested by Nvidia: up to \$100B/);
    expect(text).not.toContain("Anthropic");
  });

  test("superseded money is not live", async () => {
    const text = renderText(await ask("total nvidia"));
    expect(text).toMatch(/Lapsed, cancelled or replaced \(not live\)\n\nEquity, invested by Nvidia: up to \$100B/);
  });

  test("currencies are never added: euros have a line of their own", async () => {
    const text = renderText(await ask("total"));
    expect(text).toMatch(/Planned investment: (?:about|up to) €[\d.–]+B/);
    expect(text).toMatch(/Capital expenditure: about A\$7B/);
  });

  test("a party that nobody knows, and a filter that nothing fits", async () => {
    expect((await ask("total foobarcorp")).status).toBe("unknown");
    expect(await headline("total openai kind:licence")).toContain("nothing to add up");
  });
});

describe("/flows", () => {
  test("nvidia and openai: both ways, what is over apart, and the loops with their deals", async () => {
    const text = renderText(await ask("flows nvidia openai"));
    expect(text).toContain("Nvidia pays OpenAI: $30B");
    expect(text).toContain("OpenAI pays Nvidia: amount not stated");
    expect(text).toMatch(/No longer live\n\n• Nvidia pays OpenAI: up to \$100B/);
    expect(text).toMatch(
      /OpenAI pays Oracle: at least \$300B \[\d+\]\[\d+\] \(OpenAI–Oracle \$300B cloud contract; definitive\)/,
    );
  });

  test("it says when there is no loop, and what comes back instead", async () => {
    expect(await headline("flows amd openai")).toMatch(
      /^No loop of money through AMD and OpenAI .*back: AMD → OpenAI in shares/,
    );
    expect((await ask("flows meta anthropic")).status).toBe("unknown");
  });
});

describe("/changes", () => {
  test("stargate since January 2026: status moves first, parts and namesakes in", async () => {
    const text = renderText(await ask("changes stargate since:2026-01-01"));
    expect(text.indexOf("\nStatus\n")).toBeLessThan(text.indexOf("\nFigures\n"));
    expect(text).toMatch(/Stargate UK: announced → paused/);
    expect(text).toMatch(/Abilene 600 MW expansion \(dropped\): announced → cancelled/);
    expect(text).toMatch(/secured by contract: new, at least 10 GW/);
  });

  test("old and new", async () => {
    expect(await headline("changes aws-38b since:2026-02 until:2026-02")).toContain("about $38B → about $138B");
  });

  test("after the records end nothing is said to be unchanged", async () => {
    expect(await ask("changes since:2026-09")).toMatchObject({ status: "unknown" });
    expect(await ask("changes openai since:2026-07-04")).toMatchObject({ status: "answered" });
  });
});

describe("/metric and /deals", () => {
  test.each([
    ["metric openai revenue period:2025-H1", /about \$4\.3B/],
    ["metric meta capex 2026", /\$125–145B/],
    ["metric oracle backlog as-of:2025-12-31", /\$455B|\$523B/],
    ["ask what is OpenAI's valuation?", /\$852B/],
    ["ask openai valuation in 2025", /\$500B/],
    ["ask openai valuation in march 2025", /about \$300B/],
    ["ask openai run rate in june 2025", /about \$10B/],
    ["ask how has openai's valuation changed?", /^OpenAI valuation over time/],
    ["ask how much has microsoft invested in openai?", /about \$13B/],
    ["ask how long is Oracle's lease at Project Jupiter?", /18 years/],
    ["ask what did jensen say about amd", /Jensen Huang described the AMD deal as imaginative|chief executive said/],
    ["ask what is the ChatGPT maker's revenue in 2025?", /\$13\.07B/],
    ["deals status:lapsed", /^2 deals fit status lapsed: Nvidia–OpenAI letter of intent .*, Stargate Norway/],
    ["deals openai, oracle kind:cloud-contract", /OpenAI–Oracle \$300B cloud contract/],
    ["ask as of october 2025, how big was nvidia's commitment?", /up to \$100B .*letter of intent \(not binding\)/],
  ])("%s", async (line, expected) => {
    expect(await headline(line)).toMatch(expected);
  });

  test("a period without a figure is not answered with another one in silence", async () => {
    expect(await ask("metric openai revenue period:2019")).toMatchObject({ status: "partial" });
  });

  test("a day that does not exist is the asker's mistake", async () => {
    expect(await headline("total openai as-of:2025-11-31")).toContain("is not a date");
  });
});
