import { EVENTS_PATH } from "../../src/adapters/slack/scopes.ts";
import type { Started } from "./start-process.ts";

/** Where Slack calls an app over HTTP, once that takes requests: the bot listens before its adapters are started. */
export async function slackAddress(app: Started): Promise<string> {
  const [, port] = await app.said(/listening on 127\.0\.0\.1:(\d+)/);
  await app.said(/"adapter":"slack".*"started"|bare Bolt/);
  return `http://127.0.0.1:${port}${EVENTS_PATH}`;
}
