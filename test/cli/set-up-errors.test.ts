import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root, runTask, STACK } from "./run-task.ts";
import { systemNode } from "./system-node.ts";

/** Ends with status 2 and says this, in at most `lines` lines, none of them from inside. */
async function refused(
  args: readonly string[],
  environment: Record<string, string>,
  said: readonly (string | RegExp)[],
  lines = 1,
): Promise<void> {
  const { status, out, err } = await runTask(args, { environment });
  expect({ status, out }).toEqual({ status: 2, out: "" });
  // What is logged before the sentence is for whoever looks after the bot.
  const sentences = err
    .trim()
    .split("\n")
    .filter((line) => !line.startsWith("{"));
  for (const part of said) expect(sentences.join("\n")).toMatch(part);
  expect(sentences.length).toBeLessThanOrEqual(lines);
  expect(sentences.join("\n")).not.toMatch(STACK);
}

const SLACK_HTTP = {
  SLACK_BOT_TOKEN: "xoxb-1",
  SLACK_SIGNING_SECRET: "0".repeat(32),
  SLACK_API_URL: "http://127.0.0.1:9/",
};
const OAUTH = {
  SLACK_CLIENT_ID: "1.2",
  SLACK_CLIENT_SECRET: "0".repeat(32),
  SLACK_SIGNING_SECRET: "0".repeat(32),
  TOKEN_KEYS: Buffer.alloc(32, 1).toString("base64"),
  PUBLIC_URL: "https://bot.example",
  PORT: "0",
};
const DISCORD_HTTP = { DISCORD_PUBLIC_KEY: "a".repeat(64) };

describe("a variable that is wrong", () => {
  test.each<[string, Record<string, string>, string]>([
    ["a Slack token of another kind", { SLACK_BOT_TOKEN: "xoxp-1" }, "SLACK_BOT_TOKEN must begin with xoxb-: copy"],
    ["a port that is no number", { PORT: "abc" }, "PORT must be a port number"],
    ["Slack without the second token", { SLACK_BOT_TOKEN: "xoxb-1" }, "needs SLACK_APP_TOKEN. Make an app-level token"],
    ["half of Slack", { SLACK_APP_TOKEN: "xapp-1" }, "SLACK_APP_TOKEN is set, but SLACK_BOT_TOKEN is not. Copy"],
    [
      "half of Slack over HTTP",
      { SLACK_SIGNING_SECRET: "0" },
      "SLACK_SIGNING_SECRET is set, but SLACK_BOT_TOKEN is not.",
    ],
    ["half of OAuth", { ...OAUTH, TOKEN_KEYS: "" }, "For many Slack workspaces TOKEN_KEYS is missing. They need"],
    ["OAuth beside a token", { ...OAUTH, SLACK_BOT_TOKEN: "xoxb-1" }, "SLACK_BOT_TOKEN is for one Slack workspace"],
    ["OAuth without a signature", { ...OAUTH, SLACK_SIGNING_SECRET: "" }, "Slack over HTTP needs SLACK_SIGNING_SECRET"],
    ["a key that is none", { ...OAUTH, TOKEN_KEYS: "secret" }, "TOKEN_KEYS must be keys of 32 bytes in base64"],
    [
      "a third of Discord",
      { DISCORD_APPLICATION_ID: "1".repeat(18) },
      "neither DISCORD_TOKEN nor DISCORD_PUBLIC_KEY is.",
    ],
    [
      "Discord with nothing to listen to",
      { DISCORD_TOKEN: "x.y.z", DISCORD_GATEWAY: "off" },
      "DISCORD_PUBLIC_KEY for HTTP",
    ],
    ["Slack that cannot be reached", { ...SLACK_HTTP, PORT: "0" }, "Slack cannot be reached: check the network"],
    [
      "Discord that cannot be reached",
      { DISCORD_TOKEN: "x.y.z", DISCORD_API_URL: "http://127.0.0.1:9/api" },
      "check the network, then start again",
    ],
    [
      "an address that this machine does not have",
      { ...DISCORD_HTTP, HOST: "192.0.2.1" },
      "has no address 192.0.2.1. Set HOST",
    ],
  ])("%s", async (_what, environment, said) => {
    await refused([], environment, [said]);
  });

  test.each([
    ["Slack", SLACK_HTTP],
    ["Discord", DISCORD_HTTP],
  ])("a port that another program has, for %s", async (_platform, environment) => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, "127.0.0.1", () => resolve((taken.address() as { port: number }).port)),
    );
    await refused([], { ...environment, HOST: "127.0.0.1", PORT: String(port) }, [
      `Port ${port} is taken by another program. Set PORT to a free port`,
    ]);
    taken.close();
  });
});

describe("a line that is wrong", () => {
  test.each<[string[], string]>([
    [["strat"], "There is no task “strat”."],
    [["slack-manifest", "--htp", "x"], "Unknown option '--htp'. Write npm run slack:manifest"],
    [["slack-manifest", "--http", "bot.example"], "must begin with https://"],
    [["discord-register", "--guidl", "1"], "Unknown option '--guidl'. Write npm run discord:register"],
    [["discord-register"], "Registering needs DISCORD_TOKEN and DISCORD_APPLICATION_ID. Write both in .env"],
  ])("%j", async (args, said) => {
    await refused(args, {}, [said]);
  });
});

describe("knowledge that is broken", () => {
  const file = "deals/stargate-us-jv.yaml";
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "gigawatt-knowledge-"));
    cpSync(join(root, "knowledge"), folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Edits one file, and names the line on which `edited` then first stands. */
  async function brokenBy(name: string, edit: (text: string) => string, edited: string, said: string, lines = 2) {
    const path = join(folder, name);
    const before = readFileSync(path, "utf8");
    const after = edit(before);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
    const line = after.slice(0, after.indexOf(edited)).split("\n").length;
    try {
      await refused(
        ["ask", "what is stargate"],
        { KNOWLEDGE_DIR: folder },
        ["The knowledge cannot be read:", `knowledge/${name}:${line} `, said],
        lines,
      );
    } finally {
      writeFileSync(path, before);
    }
  }

  test("the copy is whole before it is broken, and needs no more than its folder", async () => {
    const { status, err } = await runTask(["ask", "what is stargate"], { environment: { KNOWLEDGE_DIR: folder } });
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });

  test("no YAML", () =>
    brokenBy(file, (text) => text.replace(/^kind: /m, "kind: a: "), "kind: a:", "mend the YAML here", 3));

  test("a field that there is not", () =>
    brokenBy(
      file,
      (text) => text.replace(/^summary:/m, "sumary: x\nsummary:"),
      "sumary:",
      "sumary: there is no such field here: remove it or mend its name",
    ));

  test("a field that is missing", () =>
    brokenBy(file, (text) => text.replace(/^kind:.*\n/m, ""), "id:", "kind: is missing: write one of"));

  test("a value that there is not", () =>
    brokenBy(
      file,
      (text) => text.replace("status: announced", "status: anounced"),
      "status: anounced",
      "write one of rumoured, announced, letter-of-intent",
    ));

  test("a figure in words", () =>
    brokenBy(file, (text) => text.replace(/high: [\d.e+]+/, "high: lots"), "high: lots", "high: write a number"));

  test("a source that there is not", () =>
    brokenBy(
      file,
      (text) => text.replace(/(\n\s+sources: *\n?\s*\[?-? *)([a-z0-9-]+)/, "$1no-such-source"),
      "no-such-source",
      "no source has the id “no-such-source”: add it under sources or mend the id",
      3,
    ));

  test("an organisation that there is not", () =>
    brokenBy(
      file,
      (text) => text.replace(/org: [a-z0-9-]+/, "org: no-such-company"),
      "org: no-such-company",
      "there is no organisation “no-such-company”: add it or mend the id",
    ));

  test("a list that is none", () =>
    brokenBy("people.yaml", () => "id: x\n", "id: x", "write a list: each record begins with “- id:”"));

  test("many at once: the first five, and how to see the rest", async () => {
    const path = join(folder, file);
    const before = readFileSync(path, "utf8");
    writeFileSync(path, before.replaceAll(/ high: [\d.e+]+/g, " high: lots"));
    await refused(
      ["ask", "what is stargate"],
      { KNOWLEDGE_DIR: folder },
      [/… and \d+ more: npm run knowledge:lint lists them\./],
      7,
    );
    writeFileSync(path, before);
  });

  test("a folder that is not there", () =>
    refused(["ask", "hello"], { KNOWLEDGE_DIR: join(folder, "elsewhere") }, [
      "KNOWLEDGE_DIR must be a folder like knowledge/",
    ]));

  test("a folder of something else", () => {
    const empty = join(folder, "empty");
    mkdirSync(empty);
    return refused(["ask", "hello"], { KNOWLEDGE_DIR: empty }, ["KNOWLEDGE_DIR must be a folder like knowledge/"]);
  });

  test("a file of which nothing can be read", () => {
    rmSync(join(folder, "people.yaml"));
    mkdirSync(join(folder, "people.yaml"));
    return refused(["ask", "hello"], { KNOWLEDGE_DIR: folder }, ["The knowledge cannot be read: EISDIR"]);
  });
});

test("a cache that cannot be written costs only time", async () => {
  const { status, err } = await runTask(["ask", "what is stargate"], { environment: { CACHE_DIR: "/dev/null/cache" } });
  expect({ status, err }).toEqual({ status: 0, err: "" });
});

test.skipIf(systemNode().isNewEnough)(
  `an older Node (${systemNode().version}) says which one is needed, where to get it, and ends with 2`,
  async () => {
    const { status, out, err } = await runTask(["ask", "what is stargate"], { node: systemNode().path });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(`Gigawatt needs Node 24; this is ${systemNode().version}.`);
    expect(err).toContain("npm ci");
    expect(err.trim().split("\n").length).toBeLessThanOrEqual(2);
    expect(err).not.toMatch(STACK);
  },
);
