/** `npm run slack:manifest -- [--http https://bot.example [--oauth]]`: the app manifest on standard output. */
import { commands } from "../../commands/index.ts";
import { slackManifest } from "../adapters/slack/manifest.ts";
import type { Config } from "../config.ts";
import { readOptions } from "./read-options.ts";

export function printSlackManifest(args: readonly string[], config: Config): void {
  const { values } = readOptions(
    { args: [...args], options: { http: { type: "string" }, oauth: { type: "boolean", default: false } } },
    "Write npm run slack:manifest, or npm run slack:manifest -- --http https://bot.example, with --oauth for many workspaces.",
  );
  const url = values.http ?? config.PUBLIC_URL;
  const oauth = values.oauth === true || config.SLACK_CLIENT_ID !== undefined;
  const address = url === undefined ? {} : { url };
  const manifest = slackManifest({
    mode: url === undefined && !oauth ? "socket" : "http",
    ...address,
    oauth,
    commands,
  });
  process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
}
