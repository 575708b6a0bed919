/** Asks Slack who we are, before any work is taken: a wrong token or a missing scope ends the start with one sentence. */
import type { webApi } from "@slack/bolt";
import { SetupError, UpstreamError } from "../../errors.ts";
import type { Log } from "../adapter.ts";
import { codeOf } from "./deliver.ts";
import { NEEDED_SCOPES, WANTED_SCOPES } from "./scopes.ts";

export type Identity = { botUserId: string; botId: string; teamId: string; team: string };

export async function checkToken(client: webApi.WebClient, log: Log): Promise<Identity> {
  const test = await client.auth.test().catch((error: unknown) => {
    throw tokenError(error);
  });
  if (!test.user_id || !test.bot_id) {
    throw new SetupError("SLACK_BOT_TOKEN belongs to a person, not to a bot.", {
      hint: "Use the Bot User OAuth Token, which begins with xoxb-.",
    });
  }
  const granted = test.response_metadata?.scopes;
  if (granted) checkScopes(granted, log);
  return { botUserId: test.user_id, botId: test.bot_id, teamId: test.team_id ?? "", team: test.team ?? "" };
}

function checkScopes(granted: readonly string[], log: Log): void {
  const missing = NEEDED_SCOPES.filter((scope) => !granted.includes(scope));
  if (missing.length > 0) {
    throw new SetupError(`The Slack app lacks the scope${missing.length > 1 ? "s" : ""} ${missing.join(", ")}.`, {
      hint: "Update the app from `npm run slack:manifest`, then reinstall it to the workspace.",
    });
  }
  const wanted = WANTED_SCOPES.filter((scope) => !granted.includes(scope));
  if (wanted.length > 0)
    log.warn(
      { scopes: wanted },
      "Without these scopes the bot sees no replies in threads that do not mention it, and neither time zones nor administrators",
    );
}

/** Slack's codes for a token that is none, or none any more. */
export const isRefusedToken = (code: string): boolean =>
  /^(?:invalid_auth|not_authed|token_expired|token_revoked|account_inactive|not_allowed_token_type)$/.test(code);

function tokenError(error: unknown): Error {
  const code = codeOf(error);
  const cause = { cause: error };
  if (code === null) return new UpstreamError("Slack cannot be reached: check the network, or try again.", cause);
  if (isRefusedToken(code)) {
    return new SetupError(`Slack does not accept SLACK_BOT_TOKEN (${code}).`, {
      hint: "Copy the Bot User OAuth Token again from “OAuth & Permissions” at api.slack.com/apps, or reinstall the app.",
      ...cause,
    });
  }
  return new SetupError(`Slack refuses the bot (${code}).`, {
    hint: "Look at the app's settings at api.slack.com/apps.",
    ...cause,
  });
}

/** The same for the app-level token, which opens the socket. */
export function socketError(error: unknown): Error {
  const code = codeOf(error);
  const cause = { cause: error };
  if (code === null)
    return new UpstreamError("Slack's Socket Mode cannot be reached: check the network, or try again.", cause);
  if (code === "missing_scope") {
    return new SetupError("SLACK_APP_TOKEN lacks the scope connections:write.", {
      hint: "Make a new app-level token with that scope under “Basic Information” at api.slack.com/apps.",
      ...cause,
    });
  }
  return new SetupError(`Slack does not open a socket for SLACK_APP_TOKEN (${code}).`, {
    hint: "Copy the app-level token again from “Basic Information” at api.slack.com/apps, and switch Socket Mode on.",
    ...cause,
  });
}
