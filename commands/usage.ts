import type { Command } from "./define-command.ts";

/** "/deals [party] [kind:] [status:]": required options in angle brackets, those by name only with a colon. */
export function usageOf(command: Command): string {
  const options = command.options.map((option) =>
    option.required ? `<${option.name}>` : option.positional ? `[${option.name}]` : `[${option.name}:]`,
  );
  return [`/${command.name}`, ...options].join(" ");
}
