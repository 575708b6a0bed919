import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { root, runTask, STACK } from "../../cli/run-task.ts";
import { openPseudoTerminal, PROMPT } from "./pseudo-terminal.ts";

const openChat = (columns?: number) =>
  openPseudoTerminal(process.execPath, [resolve(root, "src/launch.mjs")], columns === undefined ? {} : { columns });
const linesOf = (shown: string): string[] => shown.split("\n").filter(Boolean);

describe("a chat on a terminal", () => {
  test("`npm start` without a token opens it after two lines, and it talks until “exit”", async () => {
    const chat = openPseudoTerminal("npm", ["start", "--silent"], { columns: 80 });
    const welcome = linesOf((await chat.until(PROMPT)).replace(PROMPT, ""));
    expect(welcome).toHaveLength(2);
    expect(welcome[0]).toMatch(/AI-infrastructure deals.*\/help.*exit/);
    expect(welcome[1]).toMatch(/Slack.*Discord.*\.env.*README/);

    const card = await chat.say("/deal stargate");
    for (const part of ["up to $500B", "at least 10 GW", "SoftBank", "under construction", "https://"])
      expect(card).toContain(part);
    const buttons = /Next: (.*)/.exec(card)?.[1]?.split(" · ") ?? [];
    expect(buttons[0]).toMatch(/^1 /);

    const sources = buttons.findIndex((button) => button.endsWith("Sources")) + 1;
    expect(await chat.say(String(sources))).toContain("Stargate: sources");

    expect(await chat.say("what does 10 GW cost?")).toContain("$500–600B");
    const help = await chat.say("/help");
    for (const name of ["deal", "deals", "compare", "cost", "timeline", "ask", "define"])
      expect(help).toMatch(new RegExp(`/${name}\\b`));

    const unknown = await chat.say("/zorgblat");
    expect(unknown).toContain("There is no command /zorgblat.");
    expect(unknown).not.toMatch(STACK);

    chat.type("exit\r");
    expect(await chat.ended).toMatchObject({ exitCode: 0, signal: 0 });
  });

  test("a number that the last answer does not offer is no question", async () => {
    const chat = openChat();
    await chat.until(PROMPT);
    expect(await chat.say("1")).toContain("The last answer offers nothing");
    await chat.say("/deal stargate");
    expect(await chat.say("77")).toMatch(/The last answer offers 1 to \d: 1 /);
    chat.type("exit\r");
    await chat.ended;
  });

  test("an empty line asks for another, and words on the way out are asked first", async () => {
    const chat = openChat();
    await chat.until(PROMPT);
    chat.type("\r");
    expect(await chat.until(/\n› $/)).toBe("\n› ");
    chat.type("what is stargate\rexit\rwhat is hyperion\r");
    const shown = await chat.until("Next: ");
    expect(shown).toContain("up to $500B");
    expect(await chat.ended).toMatchObject({ exitCode: 0 });
  });

  test.each([
    ["Ctrl-C", "\u0003"],
    ["Ctrl-D", "\u0004"],
    ["quit", "quit\r"],
    ["bye", "BYE\r"],
  ])("%s ends it with status 0", async (_name, typed) => {
    const chat = openChat();
    await chat.until(PROMPT);
    chat.type(typed);
    expect(await chat.ended).toMatchObject({ exitCode: 0, signal: 0 });
  });

  test.each(["SIGTERM", "SIGINT"] as const)("%s ends it with status 0", async (signal) => {
    const chat = openChat();
    await chat.until(PROMPT);
    await chat.say("what is stargate");
    process.kill(chat.pid, signal);
    expect(await chat.ended).toMatchObject({ exitCode: 0, signal: 0 });
  });

  test("lines are folded between words to the width of the window, also when that changes", async () => {
    const chat = openChat(44);
    const tooLong = (shown: string, width: number) =>
      linesOf(shown).filter((line) => [...line].length > width && !/^\s*\S+$/.test(line));
    expect(tooLong(await chat.until(PROMPT), 44)).toEqual([]);
    const narrow = await chat.say("/deal stargate");
    expect(tooLong(narrow, 44)).toEqual([]);
    chat.resize(70);
    // The prompt is drawn anew once the new size has arrived.
    await chat.until(PROMPT);
    const wide = await chat.say("/deal stargate");
    expect(tooLong(wide, 70)).toEqual([]);
    expect(linesOf(wide).length).toBeLessThan(linesOf(narrow).length);
    chat.type("exit\r");
    await chat.ended;
  });
});

describe("without a terminal on standard input", () => {
  test("each line is answered, in order, and its end is the end", async () => {
    const { status, out, err } = await runTask([], { input: "what is stargate\n\n/zorgblat\nwhat does 10 GW cost?" });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const [first, second, blank] = out.split("\n");
    expect([first, second, blank]).toEqual([expect.stringContaining("/help"), expect.stringContaining("Slack"), ""]);
    const places = ["up to $500B", "There is no command /zorgblat.", "$500–600B"].map((words) => out.indexOf(words));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(out).not.toMatch(/(?!\n)\p{Cc}|›|Next:/u);
  });

  test("a number is a button, as on a terminal", async () => {
    const { out } = await runTask([], { input: "/deal stargate\n1\n" });
    expect(out).toContain("Stargate: sources");
  });

  test("“exit” ends it before the end", async () => {
    const { status, out } = await runTask([], { input: "exit\nwhat is stargate\n" });
    expect(status).toBe(0);
    expect(out).not.toContain("$500B");
  });

  test("nothing at all is only the two lines", async () => {
    const { status, out } = await runTask([]);
    expect(status).toBe(0);
    expect(linesOf(out)).toHaveLength(2);
  });

  test("a line of 1 MB and bytes that are no text are answered like any other", async () => {
    const input = Buffer.concat([
      Buffer.from(`${"x".repeat(1024 * 1024)}\n`),
      Buffer.from([0xff, 0x00, 0x1b, 0x0a]),
      Buffer.from("what is stargate\n"),
    ]);
    const { status, out, err } = await runTask([], { input });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("up to $500B");
  });
});
