import {
  type ComponentJson,
  EPHEMERAL,
  IS_COMPONENTS_V2,
  type MessageJson,
  messageProblems,
  modalProblems,
} from "./message-rules.ts";
import { APPLICATION_ID, botUser, CHANNEL_ID, DM_CHANNEL_ID, messageJson, snowflake } from "./payloads.ts";
import type { ResponseJson, SentInteraction, State, StoredMessage } from "./state.ts";

export type Reply = { status: number; body?: unknown; headers?: Record<string, string> };
type Call = { state: State; gatewayUrl: string; body: unknown; params: string[]; query: URLSearchParams };

const error = (status: number, code: number, message: string, errors?: object): Reply => ({
  status,
  body: { code, message, ...(errors ? { errors } : {}) },
});
const unknownInteraction = error(404, 10062, "Unknown interaction");
const unknownWebhook = error(404, 10015, "Unknown Webhook");
const none: Reply = { status: 204 };

/** Which responses Discord takes to which type of interaction. */
const RESPONSES: Readonly<Record<number, readonly number[]>> = {
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
  5: [4, 5, 6, 7],
};
const ACKNOWLEDGE_WITHIN_MS = 3_000;

export const routes: readonly { method: string; path: RegExp; open?: boolean; handle(call: Call): Reply }[] = [
  {
    method: "GET",
    path: /^\/gateway\/bot$/,
    handle({ gatewayUrl, state: { gateway } }) {
      const left = Math.max(0, gateway.nextDayMs - Date.now());
      return {
        status: 200,
        body: {
          url: gatewayUrl,
          shards: gateway.shards,
          session_start_limit: {
            total: 1000,
            remaining: left > 0 ? gateway.remaining : 1000,
            reset_after: left,
            max_concurrency: gateway.maxConcurrency,
          },
        },
      };
    },
  },
  { method: "GET", path: /^\/users\/@me$/, handle: () => ({ status: 200, body: botUser }) },
  {
    method: "GET",
    path: /^\/(?:oauth2\/)?applications\/@me$/,
    handle: () => ({ status: 200, body: { id: APPLICATION_ID, bot: botUser } }),
  },
  {
    method: "POST",
    path: /^\/users\/@me\/channels$/,
    handle: () => ({ status: 200, body: { id: DM_CHANNEL_ID, type: 1 } }),
  },
  { method: "GET", path: /^\/channels\/(\d+)\/messages$/, handle: history },
  {
    method: "DELETE",
    path: /^\/channels\/(\d+)\/messages\/(\d+)$/,
    handle: ({ state, params: [channelId, id = ""] }) =>
      state.messages.get(id)?.channelId === channelId && state.messages.delete(id)
        ? none
        : error(404, 10008, "Unknown Message"),
  },
  { method: "PATCH", path: /^\/channels\/(\d+)\/messages\/(\d+)$/, handle: editMessage },
  { method: "POST", path: /^\/channels\/(\d+)\/typing$/, handle: () => none },
  { method: "POST", path: /^\/channels\/(\d+)\/messages$/, handle: createMessage },
  {
    method: "PUT",
    path: /^(\/applications\/\d+(?:\/guilds\/\d+)?\/commands)$/,
    handle({ state, body, params }) {
      const commands = body as object[];
      state.registered.push({ path: params[0] ?? "", commands });
      return {
        status: 200,
        body: commands.map((command) => ({ ...command, id: snowflake(), application_id: APPLICATION_ID })),
      };
    },
  },
  { method: "POST", path: /^\/interactions\/(\d+)\/([^/]+)\/callback$/, open: true, handle: callback },
  { method: "PATCH", path: /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/, open: true, handle: editOriginal },
  { method: "POST", path: /^\/webhooks\/\d+\/([^/]+)$/, open: true, handle: followUp },
  {
    method: "DELETE",
    path: /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/,
    open: true,
    handle({ state, params }) {
      const original = state.interactions.get(params[0] ?? "")?.original;
      if (!original) return unknownWebhook;
      state.messages.delete(original.id);
      return none;
    },
  },
];

function callback({ state, params: [id, token = ""], body }: Call): Reply {
  const interaction = state.interactions.get(token);
  if (!interaction || interaction.payload.id !== id) return unknownInteraction;
  return takeResponse(state, interaction, body as ResponseJson);
}

/** The first response to an interaction, by REST or as the reply of the HTTP endpoint. */
export function takeResponse(state: State, interaction: SentInteraction, response: ResponseJson): Reply {
  const { payload, clicked } = interaction;
  if (interaction.responses.length > 0) return error(400, 40060, "Interaction has already been acknowledged.");
  if (Date.now() - interaction.sentAt > ACKNOWLEDGE_WITHIN_MS) return unknownInteraction;
  if (!RESPONSES[payload.type]?.includes(response.type))
    return refused(state, [`response ${response.type} to interaction ${payload.type}`]);
  const data = response.data ?? {};
  const problems = responseProblems(response, clicked);
  if (problems.length > 0) return refused(state, problems);
  interaction.responses.push(response);
  if (response.type === 4) interaction.original = store(state, payload.channel_id, data as MessageJson);
  if (response.type === 5)
    interaction.original = store(state, payload.channel_id, { flags: (data as MessageJson).flags ?? 0 }, false);
  if (response.type === 6 && clicked) interaction.original = clicked;
  if (response.type === 7 && clicked) interaction.original = write(clicked, data as MessageJson);
  return none;
}

function responseProblems({ type, data }: ResponseJson, clicked: StoredMessage | undefined): string[] {
  if (type === 4) return messageProblems(data ?? {});
  if (type === 7) return messageProblems(data ?? {}, clicked?.flags);
  if (type === 5)
    return ((data?.flags ?? 0) & ~EPHEMERAL) === 0 ? [] : ["a deferral with more than the ephemeral flag"];
  if (type === 9) return modalProblems(data as ComponentJson);
  if (type !== 8) return [];
  const choices = data?.choices ?? [];
  const fine = ({ name, value }: { name: string; value: string }) => name && name.length <= 100 && value.length <= 100;
  return choices.length <= 25 && choices.every(fine) ? [] : ["choices that Discord refuses"];
}

function editOriginal({ state, params: [token = ""], body }: Call): Reply {
  const original = state.interactions.get(token)?.original;
  if (!original) return unknownWebhook;
  // What a deferral has shown so far has no content: only its flags bind.
  const problems = messageProblems(body as MessageJson, original.written ? original.flags : 0);
  if (problems.length > 0) return refused(state, problems);
  return { status: 200, body: messageJson(write(original, body as MessageJson)) };
}

function editMessage({ state, params: [channelId, id = ""], body }: Call): Reply {
  const message = state.messages.get(id);
  if (!message || message.channelId !== channelId) return error(404, 10008, "Unknown Message");
  const problems = messageProblems(body as MessageJson, message.flags);
  if (problems.length > 0) return refused(state, problems);
  return { status: 200, body: messageJson(write(message, body as MessageJson)) };
}

function followUp({ state, params: [token = ""], body }: Call): Reply {
  const interaction = state.interactions.get(token);
  if (!interaction || interaction.responses.length === 0) return unknownWebhook;
  const problems = messageProblems(body as MessageJson);
  if (problems.length > 0) return refused(state, problems);
  return { status: 200, body: messageJson(store(state, interaction.payload.channel_id, body as MessageJson)) };
}

/** “The past few minutes.” */
const NONCE_MS = 3 * 60_000;

function createMessage({ state, params: [channelId = CHANNEL_ID], body }: Call): Reply {
  const message = body as MessageJson & {
    nonce?: string;
    enforce_nonce?: boolean;
    message_reference?: { message_id: string };
  };
  const problems = messageProblems(message);
  if (message.nonce !== undefined && String(message.nonce).length > 25)
    problems.push("a nonce of more than 25 characters");
  if (problems.length > 0) return refused(state, problems);
  const remembered = message.nonce ? state.nonces.get(`${channelId}:${message.nonce}`) : undefined;
  const isFresh = remembered && state.now() - remembered.postedMs < NONCE_MS && state.messages.has(remembered.id);
  const known = message.enforce_nonce && isFresh ? remembered : undefined;
  const stored = known ?? store(state, channelId, message);
  if (message.nonce) state.nonces.set(`${channelId}:${message.nonce}`, stored);
  if (!known && message.message_reference) stored.repliesTo = message.message_reference.message_id;
  return { status: 200, body: messageJson(stored) };
}

const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** The oldest after a snowflake, which may be one that only says a time; Discord gives them newest first. */
function history({ state, params: [channelId], query }: Call): Reply {
  const [after, limit] = [BigInt(query.get("after") ?? "0"), Number(query.get("limit") ?? "50")];
  const isId = state.messages.has(String(after));
  const afterMs = Number(after >> 22n) + DISCORD_EPOCH_MS;
  const found = [...state.messages.values()]
    .filter((message) => message.channelId === channelId && message.written)
    .filter((message) => (isId ? BigInt(message.id) > after : message.postedMs > afterMs))
    .slice(0, limit)
    .reverse();
  return { status: 200, body: found.map(messageJson) };
}

function refused(state: State, problems: string[]): Reply {
  state.violations.push(...problems);
  return error(400, 50035, "Invalid Form Body", {
    _errors: problems.map((message) => ({ code: "LOOPBACK", message })),
  });
}

function store(state: State, channelId: string, body: MessageJson, written = true): StoredMessage {
  const message: StoredMessage = {
    id: snowflake(),
    channelId,
    content: "",
    components: [],
    flags: 0,
    written: false,
    edits: -1,
    postedMs: state.now(),
  };
  message.flags = body.flags ?? 0;
  if (written) write(message, body);
  state.messages.set(message.id, message);
  return message;
}

function write(message: StoredMessage, body: MessageJson): StoredMessage {
  const sticky = message.flags & (EPHEMERAL | IS_COMPONENTS_V2);
  message.content = body.content ?? "";
  message.components = body.components ?? [];
  message.flags = (body.flags ?? 0) | sticky;
  message.written = true;
  message.edits++;
  message.body = body;
  return message;
}
