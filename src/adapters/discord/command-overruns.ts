import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from "discord.js";
import { limits } from "./limits.ts";

type Json = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Which of Discord's rules for commands a registration breaks, in words; empty when none. */
export function commandOverruns(commands: readonly Json[]): string[] {
  const rules = limits.command;
  const found: string[] = [];
  const check = (fits: boolean, what: string) => {
    if (!fits) found.push(what);
  };
  check(commands.length <= rules.perApplication, `${commands.length} commands, at most ${rules.perApplication}`);
  check(new Set(commands.map(({ name }) => name)).size === commands.length, "two commands have one name");
  for (const command of commands) {
    const options = command.options ?? [];
    const named = [command, ...options];
    for (const { name, description } of named) {
      check(rules.name.test(name) && name === name.toLowerCase(), `/${command.name}: the name "${name}"`);
      check(
        description.length >= 1 && description.length <= rules.descriptionChars,
        `/${command.name}: the description of ${name}`,
      );
    }
    check(options.length <= rules.options, `/${command.name}: ${options.length} options`);
    check(
      new Set(options.map(({ name }) => name)).size === options.length,
      `/${command.name}: two options have one name`,
    );
    const lastRequired = options.findLastIndex((option) => option.required);
    const firstOptional = options.findIndex((option) => !option.required);
    check(firstOptional === -1 || lastRequired < firstOptional, `/${command.name}: required options come first`);
    const choices = options.flatMap((option) => ("choices" in option ? [option.choices ?? []] : []));
    for (const list of choices) check(list.length <= rules.choices, `/${command.name}: ${list.length} choices`);
    const words = [
      ...named.flatMap(({ name, description }) => [name, description]),
      ...choices.flat().flatMap(({ name, value }) => [name, String(value)]),
    ];
    const chars = words.join("").length;
    check(chars <= rules.totalChars, `/${command.name}: ${chars} characters, at most ${rules.totalChars}`);
  }
  return found;
}
