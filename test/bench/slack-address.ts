import { EVENTS_PATH } from "../../src/adapters/slack/scopes.ts";
import type { Started } from "./start-process.ts";

/** Where Slack calls an app over HTTP, once that answers: the bot listens before it has loaded what it answers from. */
export async function slackAddress(app: Started): Promise<string> {
  const [, port] = await app.said(/listening on 127\.0\.0\.1:(\d+)/);
  await app.said(/"ready to answer"|bare Bolt/);
  return `http://127.0.0.1:${port}${EVENTS_PATH}`;
}
