import {
  ApplicationCommandType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from "discord.js";
import { z } from "zod";

/** What the bot reads of an interaction, the same from the gateway and from the HTTP endpoint. */
const User = z.object({ id: z.string() });
const shared = {
  id: z.string(),
  application_id: z.string(),
  token: z.string(),
  channel_id: z.string().optional(),
  guild_id: z.string().optional(),
  context: z.number().nullish(),
  user: User.optional(),
  /** `permissions`: a bit field, as text, of what the person may do in the channel. */
  member: z.object({ user: User, permissions: z.string().regex(/^\d+$/).optional() }).optional(),
  message: z.object({ id: z.string(), flags: z.number().default(0) }).optional(),
};

const CommandOption = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
});
const CommandData = z.object({
  name: z.string(),
  type: z.literal(ApplicationCommandType.ChatInput),
  options: z.array(CommandOption).default([]),
});
/** A field of a modal; `values` of a select, `value` of a text input. */
const ModalField = z.object({
  custom_id: z.string(),
  value: z.string().nullish(),
  values: z.array(z.string()).optional(),
});
const ModalPart = z.union([
  z.object({ type: z.literal(ComponentType.Label), component: ModalField }),
  z.object({ type: z.literal(ComponentType.TextDisplay) }),
]);

export const Interaction = z.discriminatedUnion("type", [
  z.object({ ...shared, type: z.literal(InteractionType.Ping) }),
  z.object({ ...shared, type: z.literal(InteractionType.ApplicationCommand), data: CommandData }),
  z.object({ ...shared, type: z.literal(InteractionType.ApplicationCommandAutocomplete), data: CommandData }),
  z.object({ ...shared, type: z.literal(InteractionType.MessageComponent), data: z.object({ custom_id: z.string() }) }),
  z.object({
    ...shared,
    type: z.literal(InteractionType.ModalSubmit),
    data: z.object({ custom_id: z.string(), components: z.array(ModalPart) }),
  }),
]);
export type Interaction = z.infer<typeof Interaction>;

export type CommandInteraction = Extract<Interaction, { type: InteractionType.ApplicationCommand }>;
export type AutocompleteInteraction = Extract<Interaction, { type: InteractionType.ApplicationCommandAutocomplete }>;
export type ClickInteraction = Extract<Interaction, { type: InteractionType.MessageComponent }>;
export type ModalInteraction = Extract<Interaction, { type: InteractionType.ModalSubmit }>;

export const userOf = (interaction: Interaction): string =>
  interaction.member?.user.id ?? interaction.user?.id ?? "unknown";

/** Whether the person may manage the channel; in a direct message everybody does. */
export const manages = (interaction: Interaction): boolean => {
  const { ManageChannels, ManageGuild, Administrator } = PermissionFlagsBits;
  const may = BigInt(interaction.member?.permissions ?? "0");
  return isDirect(interaction) || (may & (ManageChannels | ManageGuild | Administrator)) !== 0n;
};

/** Between the person and the bot alone: there nothing has to be hidden or shared. */
export const isDirect = ({ context, guild_id }: Interaction): boolean =>
  context === InteractionContextType.BotDM || (context == null && guild_id === undefined);

export const messageHas = ({ message }: Interaction, flag: MessageFlags): boolean =>
  ((message?.flags ?? 0) & flag) !== 0;

/** Whether the message with the button may change under everybody's eyes: only its reader sees it. */
export const seenByOne = (interaction: Interaction): boolean =>
  isDirect(interaction) || messageHas(interaction, MessageFlags.Ephemeral);
