import { type APIInteractionResponse, InteractionResponseType, InteractionType, MessageFlags } from "discord.js";
import type { Command } from "../../../commands/define-command.ts";
import type { App, Asker, Request } from "../../app.ts";
import type { Doc } from "../../doc/doc.ts";
import { splitPageLine } from "../../doc/paginate.ts";
import type { Log } from "../adapter.ts";
import { autocomplete } from "./autocomplete.ts";
import { chosenDeal, compareModal } from "./compare-modal.ts";
import type { CustomIds } from "./custom-ids.ts";
import { onDeadInteraction } from "./dead-interaction.ts";
import { deliver } from "./deliver.ts";
import type { DiscordApi, Outgoing } from "./discord-api.ts";
import { errorFields } from "./error-fields.ts";
import { feedbackModal, wordsTold } from "./feedback-modal.ts";
import { filledLine, formModal } from "./form-modal.ts";
import {
  type ClickInteraction,
  type CommandInteraction,
  type Interaction,
  isDirect,
  type ModalInteraction,
  manages,
  messageHas,
  seenByOne,
  userOf,
} from "./interaction.ts";
import { notice, notices } from "./notice.ts";
import { type Rendered, type RenderOptions, render } from "./render.ts";
import { showAnswer } from "./show-answer.ts";

export type Responding = {
  app: App;
  commands: readonly Command[];
  ids: CustomIds;
  api: DiscordApi;
  log: Log;
  /** True for the one instance that answers it; asked after the acknowledgement, which must not wait. */
  claim(interaction: Interaction): Promise<boolean>;
  /** It came before this connection was there, and again with it. */
  isReplayed?: boolean;
  /** An interaction that Discord no longer knew when it was acknowledged. */
  onDead(): void;
};

/** The first response, within three seconds: a REST call for the gateway, the HTTP reply for the endpoint. */
export type Acknowledge = (response: APIInteractionResponse) => Promise<void>;

/** Answers one interaction, wherever it came from. Never throws. */
export async function respond(interaction: Interaction, acknowledge: Acknowledge, to: Responding): Promise<void> {
  let acknowledged = "no" as "no" | "tried" | "yes";
  const first: Acknowledge = async (response) => {
    acknowledged = "tried";
    await acknowledge(response);
    acknowledged = "yes";
  };
  try {
    await handle(interaction, first, to);
  } catch (error) {
    if (acknowledged === "tried") return await onDeadInteraction(interaction, error, to);
    to.log.error({ interaction: interaction.type, ...errorFields(error) }, "an interaction failed");
    const data = { content: notices.failed, flags: MessageFlags.Ephemeral };
    if (acknowledged === "yes") await send(interaction, notice(notices.failed), to);
    else await acknowledge({ type: InteractionResponseType.ChannelMessageWithSource, data }).catch(() => to.onDead());
  }
}

async function handle(interaction: Interaction, acknowledge: Acknowledge, to: Responding): Promise<void> {
  switch (interaction.type) {
    case InteractionType.Ping:
      return await acknowledge({ type: InteractionResponseType.Pong });
    case InteractionType.ApplicationCommandAutocomplete: {
      const choices = await autocomplete(interaction, to);
      return await acknowledge({
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices },
      });
    }
    case InteractionType.ApplicationCommand:
      return await onCommand(interaction, acknowledge, to);
    case InteractionType.MessageComponent:
      return await onClick(interaction, acknowledge, to);
    case InteractionType.ModalSubmit:
      return await onModal(interaction, acknowledge, to);
    default:
      return interaction satisfies never;
  }
}

async function onCommand(interaction: CommandInteraction, acknowledge: Acknowledge, to: Responding): Promise<void> {
  if (interaction.data.options.length === 0) {
    const form = formModal(to.commands, interaction.data.name, to.ids.encode("form", interaction.data.name));
    if (form) return await acknowledge({ type: InteractionResponseType.Modal, data: form });
  }
  await acknowledge(deferred(!isDirect(interaction)));
  const { name, options } = interaction.data;
  const values = Object.fromEntries(options.map((option) => [option.name, String(option.value ?? "")]));
  await answer(interaction, { type: "options", name, options: values, asker: askerOf(interaction) }, {}, to);
}

async function onClick(interaction: ClickInteraction, acknowledge: Acknowledge, to: Responding): Promise<void> {
  const click = to.ids.decode(interaction.data.custom_id);
  if (click?.line === undefined) {
    await acknowledge(deferred(!isDirect(interaction)));
    return await send(interaction, notice(notices.tooOld), to);
  }
  if (click.kind === "compare") {
    const data = await compareModal(to.app, interaction.data.custom_id);
    return await acknowledge({ type: InteractionResponseType.Modal, data });
  }
  if (click.kind === "tell")
    return await acknowledge({ type: InteractionResponseType.Modal, data: feedbackModal(interaction.data.custom_id) });
  if (click.kind === "form") {
    const data = formModal(to.commands, click.line, interaction.data.custom_id);
    if (data) return await acknowledge({ type: InteractionResponseType.Modal, data });
  }
  const { line, page } = splitPageLine(click.line);
  const request: Request = { type: "click", line, asker: askerOf(interaction) };
  if (click.kind === "share") {
    await acknowledge(deferred(false));
    return await answer(interaction, request, { page, share: false, sharedBy: userOf(interaction) }, to);
  }
  const turn = click.kind === "page" && seenByOne(interaction);
  await acknowledge(turn ? { type: InteractionResponseType.DeferredMessageUpdate } : deferred(!isDirect(interaction)));
  const alreadyV2 = turn && messageHas(interaction, MessageFlags.IsComponentsV2);
  await answer(interaction, request, { page }, to, alreadyV2);
}

async function onModal(interaction: ModalInteraction, acknowledge: Acknowledge, to: Responding): Promise<void> {
  await acknowledge(deferred(!isDirect(interaction)));
  const { kind, line } = to.ids.decode(interaction.data.custom_id) ?? {};
  const filled = kind === "form" && line !== undefined ? filledLine(to.commands, line, interaction) : undefined;
  if (filled !== undefined)
    return await answer(interaction, { type: "click", line: filled, asker: askerOf(interaction) }, {}, to);
  if (line === undefined) return await send(interaction, notice(notices.tooOld), to);
  if (kind === "tell") {
    const request: Request = {
      type: "feedback",
      about: line,
      words: wordsTold(interaction),
      asker: askerOf(interaction),
    };
    return await answer(interaction, request, {}, to);
  }
  const deal = await chosenDeal(interaction, to.app);
  if (!deal) return await send(interaction, notice(notices.nothingChosen), to);
  await answer(interaction, { type: "click", line: `${line} ${deal}`, asker: askerOf(interaction) }, {}, to);
}

/** Only the ephemeral flag may be given here: Components V2 is for the edit that follows. */
const deferred = (hidden: boolean): APIInteractionResponse => ({
  type: InteractionResponseType.DeferredChannelMessageWithSource,
  ...(hidden ? { data: { flags: MessageFlags.Ephemeral } } : {}),
});

async function answer(
  interaction: Interaction,
  request: Request,
  options: Omit<RenderOptions, "ids">,
  to: Responding,
  alreadyV2 = false,
): Promise<void> {
  if (!(await to.claim(interaction))) return;
  const toRendered = (doc: Doc): Rendered => {
    const mayShare = !isDirect(interaction) && (doc.status === "answered" || doc.status === "partial");
    return render(doc, { ids: to.ids, share: mayShare, ...options });
  };
  const edit = (body: Outgoing) => to.api.editOriginal(interaction, body);
  await showAnswer(to.app, request, toRendered, { alreadyV2, send: edit, edit }, to);
}

async function send(interaction: Interaction, rendered: Rendered, { api, log }: Responding): Promise<void> {
  await deliver(rendered, { alreadyV2: false, send: (body) => api.editOriginal(interaction, body) }, log);
}

const askerOf = (interaction: Interaction): Asker => ({
  platform: "discord",
  conversation: `discord:${interaction.channel_id ?? "none"}:${userOf(interaction)}`,
  workspace: `discord:${interaction.guild_id ?? userOf(interaction)}`,
  ...(interaction.channel_id ? { at: { channel: interaction.channel_id, user: userOf(interaction) } } : {}),
  // Discord tells nobody's time zone.
  person: async () => ({ zone: null, manages: manages(interaction) }),
});
