import { describe, expect, test } from "vitest";
import { endUnread, runTask, STACK, startTask } from "./run-task.ts";

describe("the exit status", () => {
  test.each([
    [0, "answered", ["what is stargate"], "up to $500B"],
    [0, "answered, as several words", ["what", "is", "stargate"], "up to $500B"],
    [0, "a command", ["/deal stargate"], "up to $500B"],
    [1, "unknown", ["what is the zorgblat deal"], "zorgblat"],
    [2, "a bad option of a command", ["/deals since:blah"], "since: “blah” is not a date"],
    [2, "an unknown command", ["/zorgblat"], "There is no command /zorgblat."],
    [2, "a command without what it needs", ["/deal"], "/deal needs name"],
  ])("is %i: %s", async (status, _why, words, shown) => {
    const ended = await runTask(["ask", ...words]);
    expect(ended).toMatchObject({ status, err: "" });
    expect(ended.out).toContain(shown);
    expect(ended.out).not.toMatch(STACK);
  });

  test.each([
    [[], "There is no question. Write one:"],
    [["   "], "There is no question. Write one:"],
    [["--colour", "red"], "Unknown option '--colour'. Write npm run ask"],
    [["--jsonl=yes"], "Option '--jsonl' does not take an argument. Write npm run ask"],
  ])("is 2 where there is nothing to answer: %j", async (words, said) => {
    const ended = await runTask(["ask", ...words]);
    expect(ended).toMatchObject({ status: 2, out: "" });
    expect(ended.err).toContain(said);
    expect(ended.err.trim().split("\n")).toHaveLength(1);
    expect(ended.err).not.toMatch(STACK);
  });
});

test("an answer that is not shown on a terminal has no marks of one", async () => {
  const { out } = await runTask(["ask", "what is stargate"]);
  expect(out).not.toMatch(/(?!\n)\p{Cc}/u);
});

test("a reader who has had enough ends it without a word", async () => {
  expect(await endUnread(startTask(["ask", "what is stargate"]))).toEqual({ status: 0, err: "" });
});
