import { GatewayCloseCodes } from "discord.js";
import { SetupError } from "../../errors.ts";
import { errorFields, httpStatus } from "./error-fields.ts";

/** Close codes after which Discord takes no new connection: what to change. */
const CLOSED: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    "Discord refused DISCORD_TOKEN (close code 4004): copy the token again from the Developer Portal, Bot → Reset Token.",
  [GatewayCloseCodes.ShardingRequired]:
    "Discord asks for more shards (close code 4011): the bot asks how many and connects again by itself.",
  [GatewayCloseCodes.InvalidIntents]:
    "Discord does not know the intents asked for (close code 4013): update discord.js.",
  [GatewayCloseCodes.DisallowedIntents]:
    "Discord refused the intents (close code 4014): in the Developer Portal, Bot → Privileged Gateway Intents, allow those that were added to the bot, or ask for none: this bot needs only Guilds, Guild Messages and Direct Messages.",
};

/** What to change after this close code, after which Discord takes no new connection. */
export const closedBy = (code: number): string =>
  CLOSED[code] ?? `Discord closed the connection for good (close code ${code}).`;

const BAD_TOKEN = "Discord refused DISCORD_TOKEN: copy the token again from the Developer Portal, Bot → Reset Token.";

/** Why the bot cannot log in, as one sentence that says what to change. */
export function loginError(error: unknown, closeCode: number | undefined): SetupError {
  if (closeCode !== undefined) return new SetupError(closedBy(closeCode), { cause: error });
  if (httpStatus(error) === 401) return new SetupError(BAD_TOKEN, { cause: error });
  const { reason } = errorFields(error);
  return new SetupError(`Discord cannot be reached (${reason}): check the network, then start again.`, {
    cause: error,
  });
}
