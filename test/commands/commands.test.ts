import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { parseLine } from "../../commands/parse-line.ts";
import { plain } from "../../src/doc/doc.ts";
import { asker, realApp } from "../fixtures/app.ts";

const app = realApp();
const run = (text: string) => app.answer({ type: "question", text, asker: asker(text) });

describe("every example works as it stands", () => {
  test.each(commands.flatMap((command) => command.examples))("%s", async (example) => {
    const doc = await run(example);
    expect(doc.status, plain(doc.headline)).toBe("answered");
    expect(plain(doc.headline).length).toBeLessThanOrEqual(300);
  });
});

test("names and summaries keep to the platforms' rules", () => {
  for (const command of commands) {
    expect(command.name).toMatch(/^[a-z][a-z-]{0,31}$/);
    expect(command.summary.length).toBeLessThanOrEqual(100);
    const required = command.options.map((option) => Boolean(option.required));
    expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
    for (const option of command.options) expect(option.summary.length).toBeLessThanOrEqual(100);
  }
});

describe("parseLine", () => {
  const named = (name: string) => {
    const found = commands.find((command) => command.name === name);
    if (!found) throw new Error(`no command ${name}`);
    return found;
  };
  test.each([
    ["deal", "stargate uk", { name: "stargate uk" }],
    ["deal", "stargate as-of:2025-10-01", { name: "stargate", "as-of": "2025-10-01" }],
    ["deals", 'party:"Blue Owl" sort:newest', { party: "Blue Owl", sort: "newest" }],
    ["deals", "", {}],
    ["compare", "a b", { a: "a", b: "b" }],
    ["compare", '"openai oracle" “openai microsoft”', { a: "openai oracle", b: "openai microsoft" }],
    ["ask", "is it 5:1 or view:sources?", { question: "is it 5:1 or view:sources?" }],
  ])("/%s %s", (name, text, expected) => {
    expect(parseLine(named(name), text)).toEqual(expected);
  });
});

describe("a mistake is one sentence that says what to do", () => {
  test.each([
    ["/deals since:blah", /since: “blah” is not a date such as/],
    ["/deals kind:rocket", /kind: write one of cloud-contract/],
    ["/deals colour:red", /has no option “colour:”/],
    ["/deal", /needs name/],
    ["/cost banana", /can't read “banana” as a quantity/],
    ["/cost -5GW", /can't read/],
    ["/dael stargate", /Did you mean \/deal/],
    ["/deals min-value:lots", /is not an amount such as/],
  ])("%s", async (line, said) => {
    const doc = await run(line);
    expect(doc.status).toBe("error");
    expect(plain(doc.headline)).toMatch(said);
    expect(plain(doc.headline)).not.toMatch(/\bat .*\.ts:\d+/);
  });
});

test("an unknown deal is not found, and the nearest are named", async () => {
  const doc = await run("/deal stargate canada moonbase");
  expect(["unknown", "clarify"]).toContain(doc.status);
  expect(doc.actions.length).toBeGreaterThan(0);
});
