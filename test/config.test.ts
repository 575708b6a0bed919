import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { readConfig, variables } from "../src/config.ts";
import { SetupError } from "../src/errors.ts";

const example = readFileSync(resolve(import.meta.dirname, "../.env.example"), "utf8");
const nowhere = "/nonexistent";

describe(".env.example", () => {
  /** Each variable with the comment right above it. */
  const explained = [...example.matchAll(/((?:^#.*\n)*)^([A-Z_]+)=(.*)$/gm)].map(
    ([, comment = "", name = "", value]) => ({
      name,
      comment,
      value,
    }),
  );

  test("has every variable that is read, and no other", () => {
    expect(explained.map(({ name }) => name).sort()).toEqual([...variables].sort());
  });

  test.each(explained)("says what $name is, and what holds without it", ({ comment, value }) => {
    expect(comment.length).toBeGreaterThan(60);
    expect(comment).toContain("Default: ");
    expect(value).toBe("");
  });

  test("changes nothing as it is", () => {
    expect(readConfig(nowhere, parseEnv(example))).toEqual(readConfig(nowhere, {}));
  });
});

test("what is not set has a default, or is not there", () => {
  const { HOST, PORT, HEALTH, LOG_LEVEL, DISCORD_GATEWAY, OPENAI_MODEL, ...others } = readConfig(nowhere, {});
  const { MODEL_WORDING, MODEL_DAILY_USD, MODEL_WORKSPACE_DAILY_USD, KEEP_QUESTIONS, ...rest } = others;
  expect(KEEP_QUESTIONS).toBe("on");
  expect(OPENAI_MODEL).toMatch(/^gpt-/);
  expect({ MODEL_WORDING, MODEL_DAILY_USD, MODEL_WORKSPACE_DAILY_USD }).toEqual({
    MODEL_WORDING: "off",
    MODEL_DAILY_USD: 5,
    MODEL_WORKSPACE_DAILY_USD: 1,
  });
  expect({ HOST, PORT, HEALTH, LOG_LEVEL, DISCORD_GATEWAY }).toEqual({
    HOST: "0.0.0.0",
    PORT: 3000,
    HEALTH: "off",
    LOG_LEVEL: "info",
    DISCORD_GATEWAY: "on",
  });
  expect(Object.values(rest).filter((value) => value !== undefined)).toEqual([]);
});

test("space around a value is no part of it", () => {
  expect(readConfig(nowhere, { SLACK_BOT_TOKEN: " xoxb-1 \n", PORT: " 8080 ", LOG_LEVEL: "  " })).toMatchObject({
    SLACK_BOT_TOKEN: "xoxb-1",
    PORT: 8080,
    LOG_LEVEL: "info",
  });
});

const refusal = (environment: Record<string, string>): string => {
  try {
    readConfig(nowhere, environment);
  } catch (error) {
    if (error instanceof SetupError) return `${error.message} ${error.hint}`;
    throw error;
  }
  throw new Error("it was taken");
};

test.each([
  ["SLACK_BOT_TOKEN", "xoxp-1-secret", "must begin with xoxb-: copy “Bot User OAuth Token” from OAuth & Permissions."],
  ["SLACK_BOT_TOKEN", "xapp-1-secret", "must begin with xoxb-"],
  ["SLACK_APP_TOKEN", "xoxb-1-secret", "must begin with xapp-: make one under Basic Information → App-Level Tokens"],
  ["SLACK_API_URL", "localhost:80", "must be an address such as https://"],
  ["DISCORD_APPLICATION_ID", "gigawatt-secret", "must be the number under General Information → Application ID."],
  ["DISCORD_PUBLIC_KEY", "abc-secret", "must be 64 hexadecimal digits: copy it from General Information → Public Key."],
  ["DISCORD_API_URL", "ftp://secret", "must be an address such as https://"],
  ["DISCORD_GATEWAY", "yes-secret", "must be one of on, off."],
  ["PUBLIC_URL", "http://secret.example", "must be an address that begins with https://."],
  ["PORT", "abc", "must be a port number from 1 to 65535"],
  ["PORT", "65536", "must be a port number from 1 to 65535"],
  ["PORT", "-1", "must be a port number from 1 to 65535"],
  ["PORT", "1e3", "must be a port number from 1 to 65535"],
  ["PORT", "80.5", "must be a port number from 1 to 65535"],
  ["LOG_LEVEL", "loud-secret", "must be one of debug, info, warn, error, silent."],
])("%s=%s is refused in one sentence that says what to write, and does not repeat the value", (name, value, said) => {
  const sentence = refusal({ [name]: value });
  expect(sentence).toContain(`${name} ${said}`);
  expect(sentence).toContain(".env.example explains each variable.");
  expect(sentence).not.toContain("\n");
  expect(sentence.replace(/from 1 to 65535/g, "")).not.toMatch(/secret|localhost|65536|1e3|80\.5/);
});

describe(".env", () => {
  const before = { ...process.env };
  afterEach(() => {
    for (const name of variables) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  });
  const folder = (): string => {
    for (const name of variables) delete process.env[name];
    return mkdtempSync(join(tmpdir(), "gigawatt-env-"));
  };

  test("is read; what the environment sets wins, also where that is nothing", () => {
    const root = folder();
    writeFileSync(join(root, ".env"), "# a comment\nPORT=8080\nHOST=127.0.0.1\nSLACK_BOT_TOKEN=xoxb-file\n");
    process.env.HOST = "::1";
    process.env.SLACK_BOT_TOKEN = "";
    expect(readConfig(root)).toMatchObject({ PORT: 8080, HOST: "::1", SLACK_BOT_TOKEN: undefined });
  });

  test("need not be there", () => {
    expect(readConfig(folder())).toMatchObject({ PORT: 3000 });
  });

  test("that cannot be read is said in one sentence", () => {
    const root = folder();
    mkdirSync(join(root, ".env"));
    expect(() => readConfig(root)).toThrow(SetupError);
    expect(() => readConfig(root)).toThrow(`${root}/.env cannot be read`);
  });
});
