/** A command's options as a form: those that it names, and one field for all the others. */
import type { Command, Option } from "./define-command.ts";
import { parseLine } from "./parse-line.ts";

export type FormField = {
  name: string;
  /** What the field is called, and what to write there. */
  label: string;
  hint: string;
  /** What stands in it to begin with. */
  value: string;
  choices?: readonly string[];
  required: boolean;
};

/** The field for options that have none of their own: "basis:it pue:1.15". */
const MORE = "more";
/** Longer texts are no option. */
export const FIELD_CHARS = 300;

/** `text` is what stands behind the command's name; what cannot be read there leaves the form empty. */
export function formOf(command: Command, text: string): FormField[] {
  const given = valuesIn(command, text);
  const own = fieldsOf(command);
  const rest = command.options.filter((option) => !own.includes(option));
  return [
    ...own.map(
      (option): FormField => ({
        name: option.name,
        label: labelOf(option.name),
        hint: option.summary,
        value: (given[option.name] ?? "").slice(0, FIELD_CHARS),
        required: option === own[0],
        ...(option.choices && { choices: option.choices }),
      }),
    ),
    {
      name: MORE,
      label: "Other options",
      hint: rest.map(({ name }) => `${name}:`).join(" "),
      value: rest
        .flatMap(({ name }) => (given[name] ? [`${name}:${quoted(given[name])}`] : []))
        .join(" ")
        .slice(0, FIELD_CHARS),
      required: false,
    },
  ];
}

/** The text behind the command's name that says what the form says. */
export function textOf(command: Command, values: Readonly<Record<string, string>>): string {
  const own = fieldsOf(command).flatMap(({ name }) => {
    const value = (values[name] ?? "").trim();
    return value ? [`${name}:${quoted(value)}`] : [];
  });
  return [...own, (values[MORE] ?? "").trim()].filter(Boolean).join(" ");
}

/** What is wrong with a field, by its name; none where all can be read. */
export function errorsIn(command: Command, values: Readonly<Record<string, string>>): Record<string, string> {
  const out: Record<string, string> = {};
  for (const option of fieldsOf(command)) {
    const value = (values[option.name] ?? "").trim();
    const parsed = option.schema.safeParse(value === "" ? undefined : value);
    if (!parsed.success) out[option.name] = parsed.error.issues[0]?.message ?? "cannot be read";
  }
  return out;
}

const fieldsOf = (command: Command): Option[] =>
  (command.form ?? []).flatMap((name) => command.options.find((option) => option.name === name) ?? []);

function valuesIn(command: Command, text: string): Record<string, string> {
  try {
    return parseLine(command, text);
  } catch {
    // A line that was never whole: the form is there to write it anew.
    return {};
  }
}

const quoted = (value: string): string => {
  const plain = value.replaceAll('"', "");
  return /\s/.test(plain) ? `"${plain}"` : plain;
};

const labelOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
