/** A command's options as a modal: opened by a button, or by the command without any options. */
import type { App as Bolt, types } from "@slack/bolt";
import { z } from "zod";
import type { Command } from "../../../commands/define-command.ts";
import { errorsIn, FIELD_CHARS, type FormField, formOf, textOf } from "../../../commands/form.ts";
import { UserError } from "../../errors.ts";
import { attempt, type Bot, botOf, reply } from "./bot.ts";
import { LIMITS } from "./limits.ts";
import { claimView, modalView, words } from "./modal.ts";
import { askerOf, Origin, routesFor } from "./origin.ts";
import { ViewSubmission } from "./payloads.ts";

const MODAL = "gw:form";
const FIELD = "gw:field";
const Metadata = z.object({ command: z.string(), origin: Origin });

export function listenForForms(bolt: Bolt): void {
  bolt.view(MODAL, async ({ ack, body, context }) => {
    const submission = ViewSubmission.parse(body);
    const { command, origin } = Metadata.parse(JSON.parse(submission.view.private_metadata));
    const form = await commandWithForm(command);
    const values = valuesOf(submission);
    const errors = form ? errorsIn(form, values) : {};
    if (Object.keys(errors).length > 0) return await ack({ response_action: "errors", errors });
    await ack();
    if (form) await onFilled(botOf(context), form, values, submission, origin);
  });
}

/** The command that this line begins with, where it has a form. The commands come with what answers, behind the connection. */
export async function commandWithForm(name: string): Promise<Command | undefined> {
  const { commands } = await import("../../../commands/index.ts");
  return commands.find((command) => command.name === name && command.form !== undefined);
}

/** A trigger_id is good for three seconds: nothing may come before this. */
export async function openForm(bot: Bot, triggerId: string, line: string, origin: Origin): Promise<null> {
  const [name = "", ...rest] = line.split(" ");
  const command = await commandWithForm(name);
  if (!command) throw new UserError("no-form", `/${name} has no form.`, { hint: `Try /help ${name}.` });
  await bot.client.views.open({ trigger_id: triggerId, view: modal(command, rest.join(" "), origin) });
  return null;
}

function modal(command: Command, text: string, origin: Origin): types.ModalView {
  const blocks = formOf(command, text).map(inputOf);
  const parts = { callbackId: MODAL, title: `/${command.name}`, submit: "Work it out", blocks };
  return modalView(parts, JSON.stringify({ command: command.name, origin }));
}

const inputOf = (field: FormField): types.InputBlock => ({
  type: "input",
  block_id: field.name,
  optional: !field.required,
  label: words(field.label),
  hint: words(field.hint.slice(0, LIMITS.inputHint)),
  element: field.choices ? selectOf(field, field.choices) : textOfField(field),
});

function selectOf({ value }: FormField, choices: readonly string[]): types.StaticSelect {
  const options = choices.map((choice) => ({ text: words(choice), value: choice }));
  const chosen = options.find((option) => option.value === value);
  return { type: "static_select", action_id: FIELD, options, ...(chosen && { initial_option: chosen }) };
}

const textOfField = ({ value }: FormField): types.PlainTextInput => ({
  type: "plain_text_input",
  action_id: FIELD,
  max_length: FIELD_CHARS,
  ...(value && { initial_value: value }),
});

const valuesOf = ({ view }: ViewSubmission): Record<string, string> =>
  Object.fromEntries(
    Object.entries(view.state.values).map(([name, state]) => [
      name,
      state[FIELD]?.value ?? state[FIELD]?.selected_option?.value ?? "",
    ]),
  );

async function onFilled(
  bot: Bot,
  command: Command,
  values: Readonly<Record<string, string>>,
  submission: ViewSubmission,
  origin: Origin,
): Promise<void> {
  if (!(await claimView(bot, submission))) return;
  const routes = routesFor({ ...origin, user: submission.user.id });
  const line = `${command.name} ${textOf(command, values)}`;
  await attempt(bot, `form ${command.name}`, routes, () =>
    reply(bot, { type: "click", line, asker: askerOf(origin) }, routes, { share: origin.place !== "direct" }),
  );
}
