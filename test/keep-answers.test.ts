/** What was worked out for a command line is kept, and nothing else. */
import { expect, test } from "vitest";
import { renderOnce } from "../src/adapters/slack/render-once.ts";
import type { Request } from "../src/app.ts";
import type { Doc } from "../src/doc/doc.ts";
import { createKeptAnswers, keyOf } from "../src/keep-answers.ts";
import { asker, realApp } from "./fixtures/app.ts";

const command = (name: string, text: string, conversation?: string): Request => ({
  type: "command",
  name,
  text,
  asker: asker(conversation),
});
const question = (text: string, conversation?: string): Request => ({
  type: "question",
  text,
  asker: asker(conversation),
});

test("a command line gives the very same Doc again, as typed, as options and as a click; another line does not", async () => {
  const app = realApp();
  const first = await app.answer(command("deal", "stargate"));
  expect(await app.answer(command("deal", "stargate"))).toBe(first);
  expect(await app.answer({ type: "click", line: "deal stargate", asker: asker() })).toBe(first);
  const dated = await app.answer(command("deal", "stargate as-of:2025-02-01"));
  expect(dated.asOf).toBe("2025-02-01");
  expect(dated.headline).not.toEqual(first.headline);
  const options: Request = { type: "options", name: "deal", options: { name: "stargate" }, asker: asker() };
  const split = await app.answer(options);
  expect(split.headline).toEqual(first.headline);
  expect(await app.answer(options)).toBe(split);
});

test("options that hold what stands between options in a line are no other line", () => {
  const options = (values: Record<string, string>) =>
    keyOf({ type: "options", name: "deal", options: values, asker: asker() });
  expect(options({ name: "a as-of:2025" })).not.toBe(options({ name: "a", "as-of": "2025" }));
  expect(keyOf(command("deal", 'name:"a"'))).not.toBe(options({ name: "a" }));
});

test("a kept answer is still what the conversation is about", async () => {
  const app = realApp();
  const line = "oracle-openai-300b";
  await app.answer(command("deal", line, "one"));
  await app.answer(command("deal", line, "two"));
  const [one, two] = [
    await app.answer(question("how many gigawatts is that?", "one")),
    await app.answer(question("how many gigawatts is that?", "two")),
  ];
  expect(one.status).toBe("answered");
  expect(two).toEqual(one);
});

test("a question is read within its conversation each time, also as /ask", async () => {
  const app = realApp();
  await app.answer(command("deal", "stargate", "one"));
  await app.answer(command("deal", "colossus", "two"));
  const ask = "what is it worth?";
  for (const asked of [(where: string) => question(ask, where), (where: string) => command("ask", ask, where)]) {
    const [one, two] = [await app.answer(asked("one")), await app.answer(asked("two"))];
    expect(one.headline).not.toEqual(two.headline);
  }
});

test("actions and mistakes are met anew each time", async () => {
  const app = realApp();
  for (const text of ["watches", "deal"]) {
    const [name = "", ...rest] = text.split(" ");
    const first = await app.answer(command(name, rest.join(" ")));
    expect(await app.answer(command(name, rest.join(" ")))).not.toBe(first);
  }
});

test("what is kept is bounded by what it shows, and a line that is endless is not kept", async () => {
  const kept = createKeptAnswers();
  const doc = await realApp().answer(command("deals", ""));
  const value = { plan: {}, answer: doc, doc } as unknown as Parameters<typeof kept.set>[1];
  for (let number = 0; number < 5_000; number++) kept.set(`deals ${number}`, value);
  expect(kept.size).toBeGreaterThan(10);
  expect(kept.size).toBeLessThan(500);
  expect(keyOf(command("deals", "x".repeat(400)))).toBeNull();
});

test("Slack: a kept Doc is rendered once a page and form, and a name is never in another's", async () => {
  const doc: Doc = await realApp().answer(command("deal", "stargate"));
  const shared = (sharedBy: string) => JSON.stringify(renderOnce(doc, { sharedBy }).forms[0]?.message());
  expect(shared("ada")).toContain("shared by ada");
  expect(shared("grace")).not.toContain("ada");
  const message = (options: Parameters<typeof renderOnce>[1]) => renderOnce(doc, options).forms[0]?.message();
  expect(message({ share: true })).toBe(message({ share: true }));
  expect(JSON.stringify(message({ share: true }))).toContain("gw:share");
  expect(JSON.stringify(message({}))).not.toContain("gw:share");
  expect(JSON.stringify(message({}))).not.toContain("shared by");
});
