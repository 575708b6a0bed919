import type { APIApplicationCommandOptionChoice } from "discord.js";
import type { Command } from "../../../commands/define-command.ts";
import type { App } from "../../app.ts";
import type { Log } from "../adapter.ts";
import { errorFields } from "./error-fields.ts";
import type { AutocompleteInteraction } from "./interaction.ts";
import { limits } from "./limits.ts";

/** Choices for the option being typed. From memory, and never an error: an empty list lets the person type on. */
export async function autocomplete(
  interaction: AutocompleteInteraction,
  { app, commands, log }: { app: App; commands: readonly Command[]; log: Log },
): Promise<APIApplicationCommandOptionChoice<string>[]> {
  const { name, options } = interaction.data;
  const focused = options.find((option) => option.focused);
  const command = commands.find((one) => one.name === name);
  const kind = command?.options.find((option) => option.name === focused?.name)?.complete;
  if (!kind) return [];
  const { choices, nameChars, valueChars } = limits.autocomplete;
  try {
    const found = await app.complete(kind, String(focused?.value ?? ""), choices);
    return found
      .filter(({ label, value }) => label && value && value.length <= valueChars)
      .slice(0, choices)
      .map(({ label, value }) => ({
        name: label.length > nameChars ? `${label.slice(0, nameChars - 1)}…` : label,
        value,
      }));
  } catch (error) {
    log.error({ command: name, ...errorFields(error) }, "autocomplete failed");
    return [];
  }
}
