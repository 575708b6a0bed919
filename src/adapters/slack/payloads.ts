/** What Slack sends, as far as it is read here. https://docs.slack.dev/reference/interaction-payloads */
import { z } from "zod";

const id = z.string().min(1);

export const SlashCommand = z.object({
  command: z.string().startsWith("/"),
  text: z.string().default(""),
  team_id: id,
  channel_id: id,
  user_id: id,
  user_name: z.string().optional(),
  response_url: z.url(),
  trigger_id: id,
});
export type SlashCommand = z.infer<typeof SlashCommand>;

/** `app_mention` and `message`: one shape is enough for both. */
export const MessageEvent = z.object({
  type: z.enum(["app_mention", "message"]),
  subtype: z.string().optional(),
  channel: id,
  channel_type: z.string().optional(),
  user: id.optional(),
  bot_id: z.string().optional(),
  text: z.string().default(""),
  ts: id,
  thread_ts: id.optional(),
  /** The author of the message that the thread hangs on. */
  parent_user_id: z.string().optional(),
  edited: z.unknown().optional(),
  hidden: z.boolean().optional(),
});
export type MessageEvent = z.infer<typeof MessageEvent>;

export const EventEnvelope = z.object({ event_id: id, team_id: id, event: MessageEvent });
export type EventEnvelope = z.infer<typeof EventEnvelope>;

/** The order of the two is not sure. `tokens` has the ids of users and bots whose tokens were revoked. */
export const UninstallEnvelope = z.object({
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  event: z.discriminatedUnion("type", [
    z.object({ type: z.literal("app_uninstalled") }),
    z.object({
      type: z.literal("tokens_revoked"),
      tokens: z.object({ bot: z.array(z.string()).default([]) }),
    }),
  ]),
});

const Person = z.object({
  id,
  name: z.string().optional(),
  username: z.string().optional(),
  team_id: z.string().optional(),
});
const Team = z.object({ id }).nullish();

export const BlockAction = z.object({
  team: Team,
  user: Person,
  trigger_id: id,
  response_url: z.url().optional(),
  channel: z.object({ id }),
  container: z.object({ message_ts: id, is_ephemeral: z.boolean().optional(), thread_ts: id.optional() }),
  message: z.object({ thread_ts: id.optional() }).optional(),
  actions: z.array(z.object({ action_id: id, value: z.string() })).min(1),
});
export type BlockAction = z.infer<typeof BlockAction>;

export const BlockSuggestion = z.object({ value: z.string().default("") });

/** A select, or a field to write in. */
const Input = z.object({ selected_option: z.object({ value: z.string() }).nullish(), value: z.string().nullish() });
export const ViewSubmission = z.object({
  team: Team,
  user: Person,
  view: z.object({
    id,
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), Input)) }),
  }),
});
export type ViewSubmission = z.infer<typeof ViewSubmission>;
