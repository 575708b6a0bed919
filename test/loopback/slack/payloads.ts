/** What Slack sends, as its reference prints it, with the parts that a test is about filled in. */
let counter = 0;
const unique = () => `${Date.now()}.${String(++counter).padStart(6, "0")}`;

export const TEAM = "T0GIGA";
export const USER = "U0ASKER";
const CHANNEL = "C0DEALS";
export const DIRECT = "D0DIRECT";
export const BOT_USER = "U0GIGAWATT";

export const newTs = () => `17600${String(++counter).padStart(5, "0")}.000100`;

export function slashCommand(command: string, text: string, responseUrl: string, more: Record<string, string> = {}) {
  return {
    token: "legacy",
    team_id: TEAM,
    team_domain: "example",
    channel_id: CHANNEL,
    channel_name: "deals",
    user_id: USER,
    user_name: "ada",
    command,
    text,
    api_app_id: "A0GIGA",
    is_enterprise_install: "false",
    response_url: responseUrl,
    trigger_id: unique(),
    ...more,
  };
}

export function eventEnvelope(
  event: Record<string, unknown>,
  eventId = `Ev${unique()}`,
  more: Record<string, unknown> = {},
) {
  return {
    token: "legacy",
    team_id: TEAM,
    api_app_id: "A0GIGA",
    event,
    type: "event_callback",
    event_id: eventId,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    ...more,
  };
}

export function mention(text: string, more: Record<string, unknown> = {}) {
  return {
    type: "app_mention",
    user: USER,
    text: `<@${BOT_USER}> ${text}`,
    ts: newTs(),
    channel: CHANNEL,
    event_ts: newTs(),
    team: TEAM,
    ...more,
  };
}

export function message(text: string, more: Record<string, unknown> = {}) {
  return {
    type: "message",
    user: USER,
    text,
    ts: newTs(),
    channel: CHANNEL,
    channel_type: "channel",
    team: TEAM,
    ...more,
  };
}

export const directMessage = (text: string, more: Record<string, unknown> = {}) =>
  message(text, { channel: DIRECT, channel_type: "im", ...more });

export function click(
  button: { action_id: string; value: string },
  at: { responseUrl: string; channel?: string; ephemeral?: boolean; messageTs?: string; threadTs?: string },
) {
  const channel = at.channel ?? CHANNEL;
  const messageTs = at.messageTs ?? newTs();
  const thread = at.threadTs ? { thread_ts: at.threadTs } : {};
  return {
    type: "block_actions",
    user: { id: USER, username: "ada", name: "ada", team_id: TEAM },
    api_app_id: "A0GIGA",
    token: "legacy",
    container: {
      type: "message",
      message_ts: messageTs,
      channel_id: channel,
      is_ephemeral: at.ephemeral ?? false,
      ...thread,
    },
    trigger_id: unique(),
    team: { id: TEAM, domain: "example" },
    channel: { id: channel, name: "deals" },
    ...(at.ephemeral ? {} : { message: { type: "message", ts: messageTs, user: BOT_USER, text: "", ...thread } }),
    response_url: at.responseUrl,
    actions: [{ type: "button", block_id: "b1", action_ts: newTs(), ...button }],
  };
}

export function suggestion(actionId: string, value: string) {
  return {
    type: "block_suggestion",
    user: { id: USER, team_id: TEAM },
    team: { id: TEAM, domain: "example" },
    api_app_id: "A0GIGA",
    token: "legacy",
    action_id: actionId,
    block_id: actionId,
    value,
    container: { type: "view", view_id: "V1" },
  };
}

/** A modal with what was written into its fields; a choice where the field is a select. */
export function formSubmission(view: Record<string, unknown>, written: Readonly<Record<string, string>>) {
  const blocks = view.blocks as { block_id: string; element: { type: string; action_id: string } }[];
  const values = Object.fromEntries(
    blocks.map(({ block_id, element }) => {
      const value = written[block_id] ?? null;
      const chosen = value === null ? null : { text: { type: "plain_text", text: value }, value };
      const state = element.type === "plain_text_input" ? { value } : { selected_option: chosen };
      return [block_id, { [element.action_id]: { type: element.type, ...state } }];
    }),
  );
  const base = viewSubmission(view, { blockId: "", actionId: "", value: "" });
  return { ...base, view: { ...base.view, state: { values } } };
}

export function viewSubmission(
  view: Record<string, unknown>,
  chosen: { blockId: string; actionId: string; value: string; written?: boolean },
) {
  const selected_option = { text: { type: "plain_text", text: chosen.value }, value: chosen.value };
  const input = chosen.written
    ? { type: "plain_text_input", value: chosen.value }
    : { type: "external_select", selected_option };
  return {
    type: "view_submission",
    team: { id: TEAM, domain: "example" },
    user: { id: USER, name: "ada", team_id: TEAM },
    api_app_id: "A0GIGA",
    token: "legacy",
    trigger_id: unique(),
    view: {
      ...view,
      id: `V${unique()}`,
      state: { values: { [chosen.blockId]: { [chosen.actionId]: input } } },
    },
    response_urls: [],
  };
}
