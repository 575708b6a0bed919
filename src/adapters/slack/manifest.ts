/** The app manifest, made from the commands: https://docs.slack.dev/reference/app-manifest */
import type { Command } from "../../../commands/define-command.ts";
import { usageOf } from "../../../commands/usage.ts";
import { SetupError } from "../../errors.ts";
import { BOT_EVENTS, EVENTS_PATH, NEEDED_SCOPES, REDIRECT_PATH, UNINSTALL_EVENTS, WANTED_SCOPES } from "./scopes.ts";

/** `url`, for HTTP: the public https address of the bot's server, without a path. `oauth`: many workspaces install it, over HTTP. */
export function slackManifest({
  mode,
  url,
  oauth = false,
  commands,
}: {
  mode: "socket" | "http";
  url?: string;
  oauth?: boolean;
  commands: readonly Command[];
}) {
  const request = mode === "http" || oauth ? requestUrl(url) : null;
  const events = oauth ? [...BOT_EVENTS, ...UNINSTALL_EVENTS] : BOT_EVENTS;
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: "Gigawatt",
      description: "Answers questions about AI-infrastructure deals from curated, sourced facts.",
      long_description:
        "Gigawatt knows the deals behind AI infrastructure: who pays whom, how much, for how many gigawatts, how firm it is " +
        "and what changed. Every number is a stored fact with its source, or arithmetic with its working. " +
        "Type a command, mention it in a channel, or write to it directly.",
      background_color: "#12343b",
    },
    features: {
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "gigawatt", always_online: true },
      slash_commands: commands.map((command) => ({
        command: `/${command.name}`,
        description: command.summary,
        ...(command.options.length > 0 ? { usage_hint: usageHint(command) } : {}),
        should_escape: false,
        ...(request ? { url: request } : {}),
      })),
    },
    oauth_config: {
      ...(oauth && request ? { redirect_urls: [new URL(REDIRECT_PATH, request).href] } : {}),
      scopes: { bot: [...NEEDED_SCOPES, ...WANTED_SCOPES].sort() },
    },
    settings: {
      event_subscriptions: { ...(request ? { request_url: request } : {}), bot_events: [...events] },
      interactivity: {
        is_enabled: true,
        ...(request ? { request_url: request, message_menu_options_url: request } : {}),
      },
      org_deploy_enabled: oauth,
      socket_mode_enabled: request === null,
      // Cannot be taken back for an app: a single token in .env would end after twelve hours.
      token_rotation_enabled: oauth,
    },
  };
}

/** Slack shows the command itself before the hint. */
const usageHint = (command: Command): string => usageOf(command).split(" ").slice(1).join(" ");

function requestUrl(url: string | undefined): string {
  const parsed = url === undefined ? null : URL.parse(url);
  if (parsed?.protocol !== "https:") {
    throw new SetupError("Slack over HTTP needs the bot's public address, and it must begin with https://.", {
      hint: "Say it like this: npm run slack:manifest -- --http https://bot.example.com",
    });
  }
  return new URL(EVENTS_PATH, parsed).href;
}
