/** `npm run slack:manifest -- [--http https://bot.example]`: the app manifest on standard output. */
import { commands } from "../../commands/index.ts";
import { slackManifest } from "../adapters/slack/manifest.ts";
import type { Config } from "../config.ts";
import { readOptions } from "./read-options.ts";

export function printSlackManifest(args: readonly string[], config: Config): void {
  const { values } = readOptions(
    { args: [...args], options: { http: { type: "string" } } },
    "Write npm run slack:manifest, or npm run slack:manifest -- --http https://bot.example.",
  );
  const url = values.http ?? config.PUBLIC_URL;
  const manifest = slackManifest(url === undefined ? { mode: "socket", commands } : { mode: "http", url, commands });
  process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
}
