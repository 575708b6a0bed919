import { REST, Routes } from "discord.js";
import { z } from "zod";
import type { Command } from "../../../commands/define-command.ts";
import { InvariantError, SetupError, UpstreamError } from "../../errors.ts";
import { commandOverruns } from "./command-overruns.ts";
import { discordCommands } from "./discord-commands.ts";
import { codes, discordCode, errorFields, httpStatus } from "./error-fields.ts";

export type Registration = {
  token: string;
  applicationId: string;
  /** Registers in this server alone, at once; without it everywhere. */
  guildId?: string;
  restUrl?: string;
  commands: readonly Command[];
};

const Registered = z.array(z.object({ id: z.string(), name: z.string() }));

/** Replaces the application's commands by ours. */
export async function registerDiscordCommands(registration: Registration): Promise<{ id: string; name: string }[]> {
  const { token, applicationId, guildId, restUrl, commands } = registration;
  const body = discordCommands(commands);
  const broken = commandOverruns(body);
  if (broken.length > 0) throw new InvariantError(`Discord would refuse the commands: ${broken.join("; ")}.`);
  const rest = new REST(restUrl ? { api: restUrl } : {}).setToken(token);
  try {
    const registered = guildId
      ? // Where a command may be used is a property of global commands only.
        await rest.put(Routes.applicationGuildCommands(applicationId, guildId), {
          body: body.map(({ contexts: _contexts, integration_types: _types, ...command }) => command),
        })
      : await rest.put(Routes.applicationCommands(applicationId), { body });
    return Registered.parse(registered);
  } catch (error) {
    throw registrationError(error, guildId);
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

function registrationError(error: unknown, guildId: string | undefined): Error {
  const { reason } = errorFields(error);
  const cause = { cause: error };
  if (httpStatus(error) === 401)
    return new SetupError(
      "Discord refused DISCORD_TOKEN: copy the token again from the Developer Portal, Bot → Reset Token.",
      cause,
    );
  if (guildId && (discordCode(error) === codes.missingAccess || httpStatus(error) === 404))
    return new SetupError(
      `The bot is not in the server ${guildId}, or was added without the scope applications.commands: add it again with the scopes bot and applications.commands.`,
      cause,
    );
  if (httpStatus(error) === 403 || httpStatus(error) === 404)
    return new SetupError(
      "Discord does not let this token register for DISCORD_APPLICATION_ID: use the token and the id of one application.",
      cause,
    );
  if (httpStatus(error) === 400) return new InvariantError(`Discord refused the commands: ${reason}`, cause);
  return new UpstreamError(`Discord did not register the commands (${reason}): try again.`, cause);
}
