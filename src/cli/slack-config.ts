/** Slack's variables → what its adapter is told; undefined where Slack is off. One workspace by its token, or many over OAuth. */
import type { SlackConfig } from "../adapters/slack/config.ts";
import type { Config } from "../config.ts";
import { SetupError } from "../errors.ts";

export function slackConfig(config: Config): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = config;
  const install = installConfig(config);
  if (!botToken && !install) {
    // Half of a platform's variables would open the chat in the terminal, and nobody would know why.
    const half = appToken ? "SLACK_APP_TOKEN" : signingSecret ? "SLACK_SIGNING_SECRET" : null;
    if (!half) return undefined;
    throw new SetupError(`${half} is set, but SLACK_BOT_TOKEN is not.`, {
      hint: "Copy the Bot User OAuth Token from OAuth & Permissions to .env, or empty both.",
    });
  }
  return {
    // An app token means Socket Mode; without one Slack calls us over HTTP.
    mode: install || (!appToken && signingSecret) ? "http" : "socket",
    ...(install ? { install } : { botToken }),
    ...(appToken && { appToken }),
    ...(signingSecret && { signingSecret }),
    ...(config.SLACK_API_URL && { apiUrl: config.SLACK_API_URL }),
  };
}

function installConfig(config: Config): SlackConfig["install"] {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, PUBLIC_URL: publicUrl } = config;
  if (!clientId && !clientSecret) return undefined;
  const missing = (["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "TOKEN_KEYS", "PUBLIC_URL"] as const).find(
    (name) => !config[name],
  );
  if (missing || !clientId || !clientSecret || !publicUrl)
    throw new SetupError(`For many Slack workspaces ${missing} is missing.`, {
      hint: "They need SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_SIGNING_SECRET, TOKEN_KEYS and PUBLIC_URL; for one, empty the first two.",
    });
  const other = (["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"] as const).find((name) => config[name]);
  if (other)
    throw new SetupError(`${other} is for one Slack workspace, SLACK_CLIENT_ID for many: both are set.`, {
      hint: `Empty ${other}, and install the bot to your own workspace at /slack/install, too.`,
    });
  return { clientId, clientSecret, publicUrl };
}
