import { DiscordAPIError, HTTPError } from "discord.js";

/** Discord's error codes that the bot acts on: docs.discord.com/developers/topics/opcodes-and-status-codes. */
export const codes = {
  unknownMessage: 10008,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  alreadyAcknowledged: 40060,
  missingAccess: 50001,
  missingPermissions: 50013,
  noHistoryToReplyTo: 160002,
} as const;

export const discordCode = (error: unknown): number | undefined =>
  error instanceof DiscordAPIError && typeof error.code === "number" ? error.code : undefined;

export const httpStatus = (error: unknown): number | undefined =>
  error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : undefined;

/** Whether Discord read the message and will not have it, so that a plainer one may do. */
export const isRefusal = (error: unknown): boolean => {
  const status = httpStatus(error);
  return status === 400 || status === 413;
};

/** An error for the log. Never the error itself: its address carries the interaction's token, its body the message. */
export function errorFields(error: unknown): { reason: string; code?: number; status?: number } {
  const [code, status] = [discordCode(error), httpStatus(error)];
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    reason: words.replace(/((?:interactions|webhooks)\/\d+\/)[^/\s]+/g, "$1…").slice(0, 500),
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
  };
}
