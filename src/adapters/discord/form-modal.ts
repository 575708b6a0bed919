/** A command's options as a modal, and the line that a filled one stands for. */
import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from "discord.js";
import type { Command } from "../../../commands/define-command.ts";
import { FIELD_CHARS, type FormField, formOf, textOf } from "../../../commands/form.ts";
import type { ModalInteraction } from "./interaction.ts";
import { limits } from "./limits.ts";

/** Undefined where the line's command has no form. */
export function formModal(
  commands: readonly Command[],
  line: string,
  customId: string,
): APIModalInteractionResponseCallbackData | undefined {
  const [name = "", ...rest] = line.split(" ");
  const command = withForm(commands, name);
  if (!command) return undefined;
  const fields = formOf(command, rest.join(" ")).slice(0, limits.modal.components);
  return {
    custom_id: customId,
    title: `/${command.name}: ${command.summary}`.slice(0, limits.modal.titleChars),
    components: fields.map((field) => ({
      type: ComponentType.Label as const,
      label: field.label.slice(0, limits.modal.labelChars),
      description: field.hint.slice(0, limits.modal.descriptionChars),
      component: inputOf(field),
    })),
  };
}

function inputOf(field: FormField) {
  // A select takes fewer choices than a command may have; what it cannot hold is typed.
  if (field.choices && field.choices.length <= limits.select.options)
    return {
      type: ComponentType.StringSelect as const,
      custom_id: field.name,
      required: field.required,
      options: field.choices.map((choice) => ({ label: choice, value: choice, default: choice === field.value })),
    };
  return {
    type: ComponentType.TextInput as const,
    custom_id: field.name,
    style: TextInputStyle.Short as const,
    required: field.required,
    max_length: FIELD_CHARS,
    ...(field.value && { value: field.value }),
  };
}

/** The line with what was filled in; undefined where its command has no form. */
export function filledLine(
  commands: readonly Command[],
  line: string,
  interaction: ModalInteraction,
): string | undefined {
  const command = withForm(commands, line.split(" ")[0] ?? "");
  if (!command) return undefined;
  const values = Object.fromEntries(
    interaction.data.components.flatMap((part) =>
      part.type === ComponentType.Label
        ? [[part.component.custom_id, part.component.value ?? part.component.values?.[0] ?? ""]]
        : [],
    ),
  );
  return `${command.name} ${textOf(command, values)}`;
}

const withForm = (commands: readonly Command[], name: string): Command | undefined =>
  commands.find((command) => command.name === name && command.form !== undefined);
