/**
 * The yardstick: a Bolt app that answers every command with a constant, started as the bot is, and plain JavaScript, as the
 * bot is once its types are stripped and kept. The first argument is
 * "socket" or "http"; the second "respond" (acknowledge, then answer through response_url, as the bot does) or "ack"
 * (the answer inside the acknowledgement).
 */
import { enableCompileCache } from "node:module";

enableCompileCache();
const { App, HTTPReceiver } = await import("@slack/bolt");
const [mode = "socket", reply = "respond"] = process.argv.slice(2);
const { SLACK_BOT_TOKEN = "", SLACK_APP_TOKEN = "", SLACK_SIGNING_SECRET = "", SLACK_API_URL = "" } = process.env;

const receiver = mode === "http" ? new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET }) : null;
const app = new App({
  token: SLACK_BOT_TOKEN,
  clientOptions: { slackApiUrl: SLACK_API_URL },
  ...(receiver ? { receiver } : { socketMode: true, appToken: SLACK_APP_TOKEN }),
});
app.command(/^\//, async ({ ack, respond }) => {
  if (reply === "ack") return ack("pong");
  await ack();
  await respond("pong");
});
if (!receiver) await app.start();
else {
  const address = (await receiver.start({ port: 0, host: "127.0.0.1" })).address();
  console.error(`bare Bolt listening on 127.0.0.1:${typeof address === "object" ? address?.port : address}`);
}
