/** `npm run discord:register -- [--guild ID]`: replaces the application's commands by ours, everywhere or in one server. */
import { commands } from "../../commands/index.ts";
import { registerDiscordCommands } from "../adapters/discord/register.ts";
import type { Config } from "../config.ts";
import { SetupError } from "../errors.ts";
import { readOptions } from "./read-options.ts";

export async function registerDiscord(args: readonly string[], config: Config): Promise<void> {
  const { values } = readOptions(
    { args: [...args], options: { guild: { type: "string" } } },
    "Write npm run discord:register, or npm run discord:register -- --guild and the server's id.",
  );
  const { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: applicationId } = config;
  if (!token || !applicationId) {
    throw new SetupError("Registering needs DISCORD_TOKEN and DISCORD_APPLICATION_ID.", {
      hint: "Write both in .env; README.md says where they are.",
    });
  }
  const guildId = values.guild ?? config.DISCORD_GUILD_ID;
  const registered = await registerDiscordCommands({
    token,
    applicationId,
    commands,
    ...(guildId && { guildId }),
    ...(config.DISCORD_API_URL && { restUrl: config.DISCORD_API_URL }),
  });
  console.log(
    `Registered ${registered.length} commands ${guildId ? `in server ${guildId}` : "everywhere (it may take an hour until all servers show them)"}: ${registered.map((command) => `/${command.name}`).join(", ")}`,
  );
}
