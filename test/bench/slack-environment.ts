import { APP_TOKEN, BOT_TOKEN, type LoopbackSlack, SIGNING_SECRET } from "../loopback/slack/start-loopback-slack.ts";

export const socketEnvironment = (slack: LoopbackSlack): Record<string, string> => ({
  SLACK_BOT_TOKEN: BOT_TOKEN,
  SLACK_APP_TOKEN: APP_TOKEN,
  SLACK_API_URL: slack.apiUrl,
});

export const httpEnvironment = (slack: LoopbackSlack): Record<string, string> => ({
  SLACK_BOT_TOKEN: BOT_TOKEN,
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  SLACK_API_URL: slack.apiUrl,
});
