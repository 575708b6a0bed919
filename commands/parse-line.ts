/** The text after a command's name → its options: "openai since:2026-01 kind:site" or words in the order of the options. */
import { UserError } from "../src/errors.ts";
import type { Command } from "./define-command.ts";

/** Words as they are; quotes keep words together: party:"Blue Owl". */
function splitWords(text: string): string[] {
  return [...text.replace(/[“”]/g, '"').matchAll(/([\w-]+:)?"([^"]*)"?|\S+/g)].map((match) =>
    match[2] === undefined ? match[0] : `${match[1] ?? ""}${match[2]}`,
  );
}

/** Values by option name, still as text. Throws a UserError for a name:value whose name is not an option. */
export function parseLine(command: Command, text: string): Record<string, string> {
  const named = new Map(command.options.map((option) => [option.name, option]));
  const values: Record<string, string> = {};
  const loose: string[] = [];
  const free = command.options.some((option) => option.rest);
  for (const word of splitWords(command.tidy?.(text) ?? text)) {
    const match = /^([a-z][a-z-]*):(.*)$/is.exec(word);
    const name = match?.[1]?.toLowerCase();
    if (match && name && named.has(name) && !free) values[name] = match[2] ?? "";
    else if (match && name && !free && !match[2]?.startsWith("//")) throw unknownOption(command, name);
    else loose.push(word);
  }
  fillInOrder(command, loose, values);
  return values;
}

/** Words without a name fill the options from the first; the last that takes words takes all that are left. */
function fillInOrder(command: Command, loose: string[], values: Record<string, string>): void {
  const open = command.options.filter((option) => option.positional && values[option.name] === undefined);
  open.forEach((option, index) => {
    if (loose.length === 0) return;
    const takesAll = option.rest || index === open.length - 1 || open.length === 1;
    values[option.name] = (takesAll ? loose.splice(0) : loose.splice(0, 1)).join(" ");
  });
  if (loose.length > 0) {
    throw new UserError("too-many-words", `/${command.name} does not take “${loose.join(" ").slice(0, 60)}”.`, {
      hint: `Write options as name:value, for example ${command.examples[0]}.`,
    });
  }
}

function unknownOption(command: Command, name: string): UserError {
  const known = command.options.map((option) => `${option.name}:`).join(", ");
  return new UserError("unknown-option", `/${command.name} has no option “${name}:”.`, {
    hint: known ? `It has ${known} for example ${command.examples.at(-1)}.` : `Write ${command.examples[0]}.`,
  });
}
