/** What the Slack adapter is told. Read from the environment by config.ts of the bot, checked here. */
import { z } from "zod";
import { SetupError } from "../../errors.ts";

export const SlackConfig = z.strictObject({
  /** "socket": Slack is called by us, no public address needed. "http": Slack calls POST /slack/events. */
  mode: z.enum(["socket", "http"]),
  /** For one workspace. */
  botToken: z.string().optional(),
  /** For many: each installs the bot itself, over OAuth. */
  install: z.strictObject({ clientId: z.string(), clientSecret: z.string(), publicUrl: z.url() }).optional(),
  /** For "socket". */
  appToken: z.string().optional(),
  /** For "http". */
  signingSecret: z.string().optional(),
  /** Another Web API than Slack's: for tests. */
  apiUrl: z.url().optional(),
});
export type SlackConfig = z.infer<typeof SlackConfig>;
export type InstallConfig = NonNullable<SlackConfig["install"]>;

const WHERE = "at api.slack.com/apps, in your app";

/** Says in one sentence what is missing or plainly of the wrong kind, before Slack is asked. */
export function checkConfig({ mode, botToken, install, appToken, signingSecret }: SlackConfig): void {
  if (!install && !botToken?.startsWith("xoxb-")) {
    throw new SetupError("SLACK_BOT_TOKEN is not a bot token: those begin with xoxb-.", {
      hint: `Copy the Bot User OAuth Token from “OAuth & Permissions” ${WHERE}.`,
    });
  }
  if (mode === "socket" && !appToken) {
    throw new SetupError("Socket Mode needs SLACK_APP_TOKEN.", {
      hint: `Make an app-level token with connections:write under “Basic Information” ${WHERE}.`,
    });
  }
  if (mode === "socket" && !appToken?.startsWith("xapp-")) {
    throw new SetupError("SLACK_APP_TOKEN is not an app-level token: those begin with xapp-.", {
      hint: `Copy it from “Basic Information”, “App-Level Tokens” ${WHERE}.`,
    });
  }
  if (mode === "http" && !signingSecret) {
    throw new SetupError("Slack over HTTP needs SLACK_SIGNING_SECRET.", {
      hint: `Copy the Signing Secret from “Basic Information” ${WHERE}.`,
    });
  }
}
