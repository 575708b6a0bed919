/** `npm run slack:manifest -- [--http https://bot.example]`: the app manifest on standard output. */
import { parseArgs } from "node:util";
import { commands } from "../../commands/index.ts";
import { slackManifest } from "../adapters/slack/manifest.ts";
import type { Config } from "../config.ts";

export function printSlackManifest(args: readonly string[], config: Config): void {
  const { values } = parseArgs({ args: [...args], options: { http: { type: "string" } } });
  const url = values.http ?? config.PUBLIC_URL;
  const manifest = slackManifest(url === undefined ? { mode: "socket", commands } : { mode: "http", url, commands });
  process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
}
