/** What the bot may do, and what it needs each for. The manifest asks for all. */

/** Without these it cannot answer commands, mentions or direct messages. */
export const NEEDED_SCOPES = ["app_mentions:read", "chat:write", "commands", "im:history"] as const;

/** To see replies in its own threads that do not mention it, and its own digests; to know time zones and administrators. */
export const WANTED_SCOPES = ["channels:history", "groups:history", "users:read"] as const;

/** What it is told of: one event for each of the scopes that read. */
export const BOT_EVENTS = ["app_mention", "message.channels", "message.groups", "message.im"] as const;

/** Where workspaces install it themselves: what it is told when one removes it. */
export const UNINSTALL_EVENTS = ["app_uninstalled", "tokens_revoked"] as const;

export const EVENTS_PATH = "/slack/events";
export const INSTALL_PATH = "/slack/install";
export const REDIRECT_PATH = "/slack/oauth_redirect";
