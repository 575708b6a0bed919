import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, expect, test } from "vitest";
import { endUnread, runTask, STACK, startTask } from "./run-task.ts";

type Reply = { id: unknown; status: string; headline: string; text: string; sources: { title: string; url: string }[] };

async function batch(input: string | Buffer): Promise<Reply[]> {
  const { status, out, err } = await runTask(["ask", "--jsonl"], { input });
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out === "" || out.endsWith("\n")).toBe(true);
  const replies = out
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Reply);
  for (const reply of replies) {
    expect(Object.keys(reply)).toEqual(["id", "status", "headline", "text", "sources"]);
    expect(reply.headline.length).toBeLessThanOrEqual(300);
    expect(reply.text).not.toMatch(STACK);
  }
  return replies;
}
const write = (...lines: object[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join("");
const ask = (id: unknown, question: unknown = "what is stargate", thread: unknown = null) => ({ id, thread, question });

test("an answer says the direct answer, all that is shown, and what it rests on", async () => {
  const [reply] = await batch(write(ask("a")));
  expect(reply).toMatchObject({ id: "a", status: "answered" });
  expect(reply?.headline).toContain("up to $500B");
  expect(reply?.text).toMatch(/at least 10 GW \[\d/);
  expect(reply?.sources[0]).toEqual({
    title: expect.any(String),
    url: expect.stringMatching(/^https:/),
    publisher: expect.any(String),
    date: expect.stringMatching(/^20/),
  });
});

test("a line is answered before the next is written", async () => {
  const task = startTask(["ask", "--jsonl"]);
  const replies = createInterface({ input: task.stdout })[Symbol.asyncIterator]();
  for (const id of [1, 2, 3]) {
    task.stdin.write(write(ask(id)));
    const { value } = await replies.next();
    expect(JSON.parse(value ?? "")).toMatchObject({ id, status: "answered" });
  }
  task.stdin.end();
  expect(await replies.next()).toMatchObject({ done: true });
});

test("answers come in the order of the questions, one a line", async () => {
  const questions = ["what is stargate", "no json", "/compare stargate amd-6gw-warrant", "zorgblat", "/help"];
  const lines = Array.from({ length: 60 }, (_, id) =>
    id % 5 === 1 ? "not json\n" : write(ask(id, questions[id % questions.length])),
  );
  const replies = await batch(lines.join(""));
  expect(replies.map((reply) => reply.id)).toEqual(lines.map((_, id) => (id % 5 === 1 ? null : id)));
});

describe("a thread", () => {
  test("is one conversation, apart from others and from lines without one", async () => {
    const first = "How big is OpenAI's cloud contract with Oracle?";
    const next = "how many gw does that buy?";
    const replies = await batch(
      write(ask(1, first, "a"), ask(2, next), ask(3, "what is stargate", "b"), ask(4, next, "a"), ask(5, next, null)),
    );
    expect(replies[3]).toMatchObject({ id: 4, status: "answered" });
    expect(replies[3]?.headline).toContain("4.5 GW");
    for (const alone of [replies[1], replies[4]]) expect(alone?.headline).not.toContain("4.5 GW");
  });

  test("may be a number", async () => {
    const replies = await batch(
      write(ask(1, "How big is OpenAI's cloud contract with Oracle?", 7), ask(2, "how many gw does that buy?", 7)),
    );
    expect(replies[1]?.headline).toContain("4.5 GW");
  });
});

test("an empty question is asked back, with what can be asked", async () => {
  const [reply] = await batch(write(ask("e", "  ")));
  expect(reply).toMatchObject({ id: "e", status: "clarify" });
  expect(reply?.text).toContain("What is Stargate?");
});

test("an id comes back as it was given", async () => {
  const ids = ["text", "", 7, -1.5, 0, false, null, ["a", 1], { a: { b: null } }, "\u2028 “é” 😀"];
  const replies = await batch(write(...ids.map((id) => ask(id))) + write({ question: "/help" }));
  expect(replies.map((reply) => reply.id)).toEqual([...ids, null]);
  expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set(["answered"]));
});

describe("a line that cannot be read is answered by an error, and the next line as ever", () => {
  const garbage = Buffer.from([0x00, 0xff, 0xfe, 0x80, 0xc3, 0x28, 0x1b, 0x5b, 0x32, 0x4a, 0x0d, 0x7f]);
  test.each<[string, string | Buffer, unknown, string]>([
    ["no JSON", "what is stargate", null, "is not a JSON object"],
    ["half a line of JSON", '{"id":"x","question":', null, "is not a JSON object"],
    ["a blank line", "", null, "is not a JSON object"],
    ["spaces", "   \t", null, "is not a JSON object"],
    ["a list", "[1]", null, "is not a JSON object"],
    ["a text", '"what is stargate"', null, "is not a JSON object"],
    ["null", "null", null, "is not a JSON object"],
    ["bytes that are no text", garbage, null, "is not a JSON object"],
    ["brackets without end", "[".repeat(100_000), null, "is not a JSON object"],
    ["no question", '{"id":"x"}', "x", "question is missing"],
    ["a question that is no text", '{"id":7,"question":{"a":1}}', 7, "question is missing"],
    ["a thread that is neither text nor number", '{"id":"x","question":"q","thread":{}}', "x", "thread must be"],
    ["a question of 1 MB", JSON.stringify(ask("x", "stargate ".repeat(120_000))), "x", "question is longer than 10000"],
    ["1 MB that is no JSON", "x".repeat(1024 * 1024), null, "is not a JSON object"],
    ["5 MB", JSON.stringify(ask("x", "x".repeat(5 * 1024 * 1024))), null, "is longer than 4194304"],
  ])("%s", async (_what, line, id, said) => {
    const replies = await batch(Buffer.concat([Buffer.from(line), Buffer.from(`\n${write(ask("after"))}`)]));
    expect(replies).toHaveLength(2);
    expect(replies[0]).toMatchObject({ id, status: "error", sources: [] });
    expect(replies[0]?.headline).toContain(said);
    expect(replies[0]?.headline).toMatch(/^Line 1\b/);
    expect(replies[0]?.text).toBe(replies[0]?.headline);
    expect(replies[1]).toMatchObject({ id: "after", status: "answered" });
  });

  test("also where the error is the command's own", async () => {
    const replies = await batch(write(ask("a", "/deals since:blah"), ask("b", "/zorgblat"), ask("c")));
    expect(replies.map(({ id, status }) => [id, status])).toEqual([
      ["a", "error"],
      ["b", "error"],
      ["c", "answered"],
    ]);
  });
});

describe("lines", () => {
  const question = "what is stargate";
  test.each<[string, string]>([
    ["end with a carriage return", `${JSON.stringify(ask(1))}\r\n`],
    ["may lack the last line break", JSON.stringify(ask(1))],
    ["may begin with a byte-order mark", `\uFEFF${write(ask(1))}`],
    ["may hold line separators that JSON allows", `{"id":1,"question":"${question}\u2028\u2029"}\n`],
  ])("%s", async (_what, input) => {
    const replies = await batch(input);
    expect(replies.map(({ id, status }) => [id, status])).toEqual([[1, "answered"]]);
  });

  test("come in pieces that cut characters in two", async () => {
    const task = startTask(["ask", "--jsonl"]);
    const replies = createInterface({ input: task.stdout })[Symbol.asyncIterator]();
    for (const byte of Buffer.from(write(ask("é😀")))) {
      if (!task.stdin.write(Buffer.from([byte]))) await once(task.stdin, "drain");
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(JSON.parse((await replies.next()).value ?? "")).toMatchObject({ id: "é😀", status: "answered" });
    task.stdin.end();
  });

  test("there may be none", async () => {
    expect(await batch("")).toEqual([]);
  });
});

test("a reader who has had enough ends it without a word, also while questions still come", async () => {
  const task = startTask(["ask", "--jsonl"]);
  task.stdin.on("error", () => {});
  task.stdin.write(write(ask(1)));
  await once(task.stdout, "data");
  const ended = endUnread(task);
  for (let id = 2; id < 50; id++) task.stdin.write(write(ask(id)));
  // Standard input stays open: it must not wait for its end.
  expect(await ended).toEqual({ status: 0, err: "" });
});
