import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";

const letters = (length: number) => "aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0z".repeat(8).slice(0, length);

/** One of each kind, put together here so that nobody takes them for real ones. */
const SECRETS: Record<string, string> = {
  "Slack bot token": ["xoxb", "12345678901", letters(24)].join("-"),
  "Slack rotated token": ["xoxe.xoxb", "1", letters(60)].join("-"),
  "Slack app-level token": ["xapp", "1", "A0123456", "12345", letters(64)].join("-"),
  "Slack signing secret": "0123456789abcdef".repeat(2),
  "Slack response address": `https://hooks.slack.com/commands/T01/123/${letters(24)}`,
  "Discord token": [letters(26), letters(6), letters(38)].join("."),
  "Discord interaction": `https://discord.com/api/v10/interactions/1234567890/${letters(180)}/callback`,
  "Discord webhook": `https://discord.com/api/v10/webhooks/1234567890/${letters(68)}`,
  "model key": ["sk", "proj", letters(40)].join("-"),
  "bearer header": `Bearer ${letters(40)}`,
  "database password": `postgres://gigawatt:${letters(20)}@db.example:5432/gigawatt`,
  "a secret with quotes": 'swordfish "and" \\more',
};
/** The part that nobody may see; the rest of an address may stay. */
const HEART = (secret: string): string =>
  /(?:interactions|webhooks)\/\d+\/([\w-]+)|:([^:@/]+)@|(?:commands\/T01\/123\/|Bearer )(\S+)/
    .exec(secret)
    ?.slice(1)
    .find(Boolean) ?? secret;
/** Those that only the environment tells apart from other text. */
const KNOWN = [SECRETS["Slack signing secret"], SECRETS["a secret with quotes"]];

/** Logs in a process of its own, because the log goes to standard error itself. */
function logged(write: string, level = "debug"): string {
  const script = `
    const { createLog } = await import(${JSON.stringify(resolve(import.meta.dirname, "../src/log.ts"))});
    const { secret, known, level } = JSON.parse(process.env.TOLD);
    const log = createLog({ LOG_LEVEL: level }, [undefined, ...known]);
    ${write}`;
  const secret = Object.values(SECRETS);
  const ended = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    env: { ...process.env, TOLD: JSON.stringify({ secret, known: ["", "short", ...KNOWN], level }) },
  });
  expect({ status: ended.status, out: ended.stdout }, ended.stderr).toEqual({ status: 0, out: "" });
  return ended.stderr;
}

const WAYS: Record<string, string> = {
  "in the message": "for (const one of secret) log.info({}, 'said ' + one + ' twice: ' + one);",
  "in a field": "for (const token of secret) log.warn({ token }, 'field');",
  "in a nested field and a list":
    "for (const one of secret) log.debug({ a: { b: [{ headers: { authorization: one } }] } }, 'nested');",
  "in an error": "for (const one of secret) log.error({ err: new Error('refused ' + one) }, 'error');",
  "in the cause of an error":
    "for (const one of secret) log.error({ err: new Error('a', { cause: new Error('b', { cause: new Error(one) }) }) }, 'cause');",
  "in a property of an error":
    "for (const one of secret) log.error({ err: Object.assign(new Error('a'), { url: one, request: { body: one } }) }, 'property');",
  "in an error of several":
    "for (const one of secret) log.error({ err: new AggregateError([new Error(one)], one) }, 'several');",
  "as the name of a field": "for (const one of secret) log.info({ [one]: 1 }, 'key');",
};

describe.each(Object.entries(WAYS))("a secret %s", (_where, write) => {
  const lines = logged(write).trim().split("\n");

  test.each(Object.entries(SECRETS).map(([name, secret], index) => ({ name, secret, index })))(
    "does not get in: $name",
    ({ secret, index }) => {
      expect(lines).toHaveLength(Object.keys(SECRETS).length);
      const line = lines[index] ?? "";
      const heart = HEART(secret);
      expect(line).not.toContain(heart);
      expect(line).not.toContain(JSON.stringify(heart).slice(1, -1));
      expect(line).toContain("[hidden]");
      expect(JSON.parse(line)).toMatchObject({ time: expect.stringMatching(/^20\d\d-/) });
    },
  );
});

test("what is no secret stays as it is", () => {
  const words =
    "deal oracle-openai-300b at https://api.slack.com/apps, 2026-11-23T12:00:00.000Z, xoxo, v24.21.0, a.b.c, short";
  expect(JSON.parse(logged(`log.info({ words: ${JSON.stringify(words)} }, ${JSON.stringify(words)});`))).toMatchObject({
    words,
    msg: words,
  });
});

test("only what is at least as grave as LOG_LEVEL is written", () => {
  const write = "for (const level of ['debug', 'info', 'warn', 'error']) log[level]({}, level);";
  const said = (level: string) => [...logged(write, level).matchAll(/"msg":"(\w+)"/g)].map(([, word]) => word);
  expect(said("debug")).toEqual(["debug", "info", "warn", "error"]);
  expect(said("warn")).toEqual(["warn", "error"]);
  expect(said("silent")).toEqual([]);
});
