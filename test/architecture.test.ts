import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** Who may import whom, by the first part of the path that fits. A folder may always import itself. */
const MAY: readonly (readonly [from: string, to: readonly string[]])[] = [
  ["knowledge/", []],
  ["src/errors.ts", []],
  ["src/doc/", ["knowledge/schema.ts"]],
  ["src/chart/", ["src/doc/"]],
  ["src/calculator/", ["knowledge/schema.ts", "src/knowledge/"]],
  ["src/knowledge/", ["knowledge/", "src/errors.ts", "src/doc/say-place.ts"]],
  ["src/plan/", ["knowledge/schema.ts", "src/knowledge/", "src/calculator/", "src/doc/say-place.ts"]],
  [
    "src/answer/",
    [
      "knowledge/schema.ts",
      "src/knowledge/",
      "src/calculator/",
      "src/doc/",
      "src/plan/plan.ts",
      "src/plan/receipt.ts",
      "src/plan/number-words.ts",
    ],
  ],
  ["src/model/", ["knowledge/schema.ts", "src/plan/", "src/knowledge/", "src/doc/", "src/answer/draft.ts"]],
  ["src/execute.ts", ["src/answer/", "src/knowledge/", "src/plan/plan.ts"]],
  ["commands/", ["knowledge/schema.ts", "src/plan/", "src/errors.ts"]],
  ["src/state/", ["src/plan/", "src/errors.ts"]],
  [
    "src/digest/",
    [
      "knowledge/schema.ts",
      "src/knowledge/",
      "src/answer/",
      "src/doc/",
      "src/plan/",
      "src/state/store.ts",
      "src/errors.ts",
      "src/app.ts",
      "src/adapters/adapter.ts",
      "src/adapters/in-flight.ts",
    ],
  ],
  ["src/app.ts", ["src/doc/"]],
  ["src/create-app.ts", ["src/", "commands/"]],
  [
    "src/hold-to-turn.ts",
    [
      "src/answer/",
      "src/doc/",
      "src/knowledge/",
      "src/plan/",
      "src/explained-in-turn.ts",
      "src/not-told-in-turn.ts",
      "src/only-again.ts",
    ],
  ],
  [
    "src/meant-in-turn.ts",
    ["knowledge/schema.ts", "src/answer/", "src/doc/", "src/knowledge/", "src/plan/", "src/hold-to-turn.ts"],
  ],
  ["src/only-again.ts", ["src/answer/draft.ts", "src/doc/", "src/knowledge/", "src/plan/"]],
  ["src/not-told-in-turn.ts", ["src/answer/draft.ts", "src/doc/", "src/knowledge/", "src/plan/"]],
  ["src/explained-in-turn.ts", ["src/answer/draft.ts", "src/doc/", "src/knowledge/", "src/plan/"]],
  // A question in two turns: the first is answered before the second is read.
  ["src/sum-behind-figure.ts", ["src/answer/draft.ts", "src/plan/", "src/remember.ts"]],
  ["src/held-to-bound.ts", ["src/answer/draft.ts", "src/plan/", "src/remember.ts"]],
  ["src/added-in-turn.ts", ["src/answer/draft.ts", "src/knowledge/", "src/plan/", "src/remember.ts"]],
  ["src/sides-as-turns.ts", ["src/answer/draft.ts", "src/knowledge/", "src/plan/", "src/remember.ts"]],
  ["src/inputs-in-turns.ts", ["src/answer/draft.ts", "src/plan/", "src/remember.ts"]],
  // What has no answer yet is read in other ways, and each is answered before it is taken.
  [
    "src/context-as-turn.ts",
    ["src/answer/draft.ts", "src/knowledge/", "src/plan/", "src/remember.ts", "src/says-what-is-asked.ts"],
  ],
  ["src/in-record-words.ts", ["src/answer/draft.ts", "src/knowledge/", "src/plan/", "src/says-what-is-asked.ts"]],
  ["src/says-what-is-asked.ts", ["src/answer/draft.ts", "src/doc/", "src/knowledge/", "src/plan/"]],
  ["src/remember.ts", ["src/answer/draft.ts", "src/doc/", "src/knowledge/", "src/plan/", "knowledge/schema.ts"]],
  ["src/warm-up.ts", ["src/", "commands/"]],
  ["src/keep-answers.ts", ["src/answer/draft.ts", "src/app.ts", "src/doc/", "src/plan/plan.ts"]],
  ["src/adapters/adapter.ts", ["src/doc/"]],
  [
    "src/adapters/slack/",
    [
      "src/app.ts",
      "src/doc/",
      "src/errors.ts",
      "src/adapters/adapter.ts",
      "src/adapters/in-flight.ts",
      "src/state/seen.ts",
      "src/state/installations.ts",
      "commands/",
      "knowledge/schema.ts",
    ],
  ],
  [
    "src/adapters/discord/",
    [
      "src/app.ts",
      "src/doc/",
      "src/chart/",
      "src/errors.ts",
      "src/adapters/adapter.ts",
      "src/adapters/in-flight.ts",
      "commands/",
      "knowledge/schema.ts",
    ],
  ],
  ["src/adapters/terminal/", ["src/app.ts", "src/doc/", "src/adapters/adapter.ts"]],
  ["src/adapters/", ["src/errors.ts", "src/adapters/adapter.ts"]],
  ["src/config.ts", ["src/errors.ts"]],
  ["src/log.ts", ["src/config.ts"]],
  ["src/cli/", ["src/", "commands/"]],
  ["src/main.ts", ["src/", "commands/"]],
  ["src/launch.mjs", ["src/main.ts", "src/engine-flags.mjs"]],
];

/** Packages that only one folder may import. */
const OWNED: Readonly<Record<string, string>> = {
  "@slack/bolt": "src/adapters/slack/",
  "@slack/oauth": "src/adapters/slack/",
  "discord.js": "src/adapters/discord/",
  "@resvg/resvg-js": "src/chart/",
  "@discordjs/ws": "src/adapters/discord/",
  yaml: "knowledge/",
  minisearch: "src/knowledge/",
  "chrono-node": "src/plan/",
  chevrotain: "src/calculator/expression/",
  pino: "src/log.ts",
  openai: "src/model/",
  kysely: "src/state/",
  pg: "src/state/",
};

type Import = { file: string; target: string };

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ts|mjs)$/.test(name))
    .map((name) => join(folder, name));
}

const files = ["src", "commands", "knowledge"].flatMap(sources);
const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, target = ""]) => ({
    file,
    target: target.startsWith(".") ? relative(root, resolve(root, file, "..", target)) : target,
  }));
});

test("every import is one that the layers allow", () => {
  expect(imports.length).toBeGreaterThan(200);
  const broken = imports
    .filter(({ target }) => /^(?:src|commands|knowledge)\//.test(target))
    .filter(({ file, target }) => {
      const rule = MAY.find(([from]) => file.startsWith(from));
      return !rule || !(target.startsWith(rule[0]) || rule[1].some((to) => target.startsWith(to)));
    })
    .map(({ file, target }) => `${file} must not import ${target}`);
  expect(broken).toEqual([]);
});

test("only a vendor's own folder imports its SDK", () => {
  const broken = imports
    .filter(({ file, target }) => {
      const owner = Object.entries(OWNED).find(([name]) => target === name || target.startsWith(`${name}/`))?.[1];
      return owner !== undefined && !file.startsWith(owner);
    })
    .map(({ file, target }) => `${file} must not import ${target}`);
  expect(broken).toEqual([]);
});

test("the core sees no clock, no environment and no network", () => {
  const core = files.filter((file) => /^src\/(?:plan|answer|knowledge|calculator|doc|chart|execute)/.test(file));
  const broken = core.filter((file) =>
    /\bprocess\.env\b|\bDate\.now\b|new Date\(\)|\bfetch\(|"node:(?:http|https|net)"/.test(
      readFileSync(join(root, file), "utf8"),
    ),
  );
  expect(broken).toEqual([]);
});

test("only config.ts reads the environment", () => {
  const readers = files.filter(
    (file) => file !== "src/config.ts" && /process\.env\b/.test(readFileSync(join(root, file), "utf8")),
  );
  expect(readers).toEqual([]);
});
