import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { Command, Option } from "../../../commands/define-command.ts";

/** The commands as Discord registers them: in servers, in direct messages, and installed by a server or a person. */
export const discordCommands = (commands: readonly Command[]): RESTPostAPIChatInputApplicationCommandsJSONBody[] =>
  commands.map((command) => ({
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.summary,
    options: requiredFirst(command.options).map((option) => ({
      type: ApplicationCommandOptionType.String,
      name: option.name,
      description: option.summary,
      required: option.required === true,
      ...suggestions(option),
    })),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  }));

/** Discord refuses an option that has both. */
function suggestions({ choices, complete }: Option) {
  if (choices?.length) return { choices: choices.map((value) => ({ name: value, value })) };
  return complete ? { autocomplete: true as const } : {};
}

const requiredFirst = (options: readonly Option[]): Option[] => [
  ...options.filter((option) => option.required),
  ...options.filter((option) => !option.required),
];
