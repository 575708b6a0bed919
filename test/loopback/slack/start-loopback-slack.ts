/**
 * A Slack on this machine, over real sockets: the Web API, response addresses and Socket Mode, as far as the bot uses
 * them. It checks what the bot sends, keeps it, and fails when told to.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Blocks, Modal, problemsOf } from "./block-kit.ts";
import { createOAuth, type LoopbackOAuth } from "./oauth.ts";
import { BOT_USER, newTs, TEAM } from "./payloads.ts";
import { createSocketMode, type SocketMode } from "./socket-mode.ts";

export const BOT_TOKEN = "xoxb-0000-loopback-bot-token";
export const APP_TOKEN = "xapp-1-loopback-app-token";
export const SIGNING_SECRET = "loopback0signing0secret";

type Json = Record<string, unknown>;
/** A message as a reader would see it. `via` is the method, or "response_url"; `by` the workspace whose token posted it. */
type Shown = { via: string; body: Json; ts: string; atMs: number; by: string; edits?: number };
type Failure = { error?: string; status?: number; retryAfterSeconds?: number; drop?: boolean; times?: number };

export type LoopbackSlack = {
  apiUrl: string;
  /** Every call that was answered well or badly: method and body. */
  calls: { method: string; body: Json; atMs: number }[];
  shown: Shown[];
  modals: Json[];
  /** What the bot did that Slack would not like. A test expects none. */
  problems: string[];
  scopes: string[];
  /** Messages that conversations.replies gives, by thread_ts. */
  threads: Map<string, Json[]>;
  socket: SocketMode;
  oauth: LoopbackOAuth;
  /** Slack's own clock. */
  now(): number;
  /** How far away it is. */
  latencyMs: number;
  /** Slack's limits: the seconds to wait where a call goes beyond them. None unless a test sets them. */
  limit(method: string, body: Json): number | undefined;
  /** What users.info says of somebody; the default is a member in Berlin. */
  users: Map<string, Json>;
  newResponseUrl(): string;
  /** The next calls of this method (or "response_url") fail. */
  fail(method: string, failure: Failure): void;
  /** The first `count` messages, as soon as there are so many. */
  untilShown(count: number): Promise<Shown[]>;
  /** Forgets all messages and calls: for a test that shares a server. */
  clear(): void;
  close(): Promise<void>;
};

export async function startLoopbackSlack(): Promise<LoopbackSlack> {
  const failures = new Map<string, Failure[]>();
  const uses = new Map<string, number>();
  const waiters = new Set<() => void>();
  let urls = 0;

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      slack.problems.push(`the loopback failed: ${error}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const socket = createSocketMode(server, (problem) => slack.problems.push(problem));

  const slack: LoopbackSlack = {
    apiUrl: `http://${origin}/api/`,
    calls: [],
    shown: [],
    modals: [],
    problems: [],
    scopes: [
      "app_mentions:read",
      "chat:write",
      "commands",
      "im:history",
      "channels:history",
      "groups:history",
      "users:read",
    ],
    threads: new Map(),
    now: Date.now,
    latencyMs: 0,
    limit: () => undefined,
    users: new Map(),
    socket,
    oauth: createOAuth(
      () => slack.scopes,
      (problem) => slack.problems.push(problem),
    ),
    newResponseUrl: () => `http://${origin}/respond/${++urls}`,
    fail: (method, failure) => void failures.set(method, [...(failures.get(method) ?? []), { ...failure }]),
    async untilShown(count) {
      const signal = AbortSignal.timeout(5_000);
      while (slack.shown.length < count) {
        await new Promise<void>((resolve, reject) => {
          waiters.add(resolve);
          signal.onabort = () =>
            reject(
              new Error(
                `only ${slack.shown.length} of ${count} messages came; calls: ${slack.calls.map((call) => call.method)}`,
              ),
            );
        });
      }
      return slack.shown.slice(0, count);
    },
    clear() {
      slack.calls.length = 0;
      slack.shown.length = 0;
      slack.modals.length = 0;
      failures.clear();
    },
    async close() {
      socket.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    const raw = await read(request);
    const method = path.startsWith("/respond/") ? "response_url" : path.replace("/api/", "");
    const body = method === "response_url" ? (JSON.parse(raw) as Json) : formBody(raw);
    slack.calls.push({ method, body, atMs: Date.now() });
    if (slack.latencyMs > 0) await sleep(slack.latencyMs);
    const retryAfterSeconds = slack.limit(method, body);
    const failure = retryAfterSeconds === undefined ? nextFailure(method) : { retryAfterSeconds };
    if (failure?.drop) {
      request.socket.destroy();
      return;
    }
    if (failure?.retryAfterSeconds !== undefined) {
      response.writeHead(429, { "retry-after": String(failure.retryAfterSeconds) }).end();
      return;
    }
    if (method === "response_url") respondUrl(path, body, failure, response);
    else api(method, body, failure, request, response);
  }

  function respondUrl(path: string, body: Json, failure: Failure | undefined, response: ServerResponse) {
    if (failure) return void response.writeHead(failure.status ?? 400).end(failure.error ?? "invalid_payload");
    uses.set(path, (uses.get(path) ?? 0) + 1);
    if ((uses.get(path) ?? 0) > 5) return void response.writeHead(404).end("used_url");
    const problems = messageProblems(body);
    slack.problems.push(...problems.map((problem) => `response_url${problem}`));
    if (problems.length > 0) return void response.writeHead(400).end("invalid_blocks");
    response.writeHead(200).end("ok");
    show("response_url", body, "");
  }

  function api(
    method: string,
    body: Json,
    failure: Failure | undefined,
    request: IncomingMessage,
    response: ServerResponse,
  ) {
    const reply = (value: Json) => {
      response.writeHead(200, { "content-type": "application/json", "x-oauth-scopes": slack.scopes.join(",") });
      response.end(JSON.stringify(value));
    };
    const token = request.headers.authorization?.replace(/^Bearer /, "") ?? "";
    const who = method === "oauth.v2.access" ? APP : ownerOf(token, method);
    if (typeof who === "string") return reply({ ok: false, error: who });
    if (failure) return reply({ ok: false, error: failure.error ?? "internal_error" });
    switch (method) {
      case "auth.test":
        return reply({
          ok: true,
          url: "https://example.slack.com/",
          team: "Example",
          user: "gigawatt",
          team_id: who.id,
          user_id: who.botUser,
          bot_id: who.botId,
        });
      case "oauth.v2.access":
        return reply(slack.oauth.access(body));
      case "apps.connections.open":
        return reply({ ok: true, url: `ws://${origin}/link?ticket=${++urls}` });
      case "chat.postMessage":
      case "chat.postEphemeral": {
        const problems = messageProblems(body);
        if (method === "chat.postMessage" && (body.unfurl_links !== false || body.unfurl_media !== false))
          problems.push(": it unfurls links");
        if (method === "chat.postEphemeral" && typeof body.user !== "string") problems.push(": without a user");
        slack.problems.push(...problems.map((problem) => `${method}${problem}`));
        if (problems.length > 0)
          return reply({
            ok: false,
            error: "invalid_blocks",
            response_metadata: { messages: problems.map((one) => `[ERROR] ${one}`) },
          });
        // A person as the channel means the direct messages with them.
        if (method === "chat.postMessage" && String(body.channel).startsWith("U"))
          body.channel = `D${String(body.channel).slice(1)}`;
        const ts = show(method, body, who.id);
        return reply(
          method === "chat.postMessage"
            ? { ok: true, channel: body.channel, ts, message: {} }
            : { ok: true, message_ts: ts },
        );
      }
      case "chat.update": {
        const problems = messageProblems(body);
        slack.problems.push(...problems.map((problem) => `chat.update${problem}`));
        if (problems.length > 0) return reply({ ok: false, error: "invalid_blocks" });
        const before = slack.shown.find(({ ts, body: message }) => ts === body.ts && message.channel === body.channel);
        if (before?.via !== "chat.postMessage") return reply({ ok: false, error: "message_not_found" });
        const { text, blocks } = body;
        before.body = { ...before.body, text, blocks };
        before.edits = (before.edits ?? 0) + 1;
        return reply({ ok: true, channel: body.channel, ts: body.ts, text });
      }
      case "views.open": {
        const problems = problemsOf(Modal, body.view);
        slack.problems.push(...problems.map((problem) => `views.open${problem}`));
        if (problems.length > 0 || !body.trigger_id) return reply({ ok: false, error: "invalid_arguments" });
        slack.modals.push(body.view as Json);
        return reply({ ok: true, view: body.view });
      }
      case "conversations.history": {
        if (!/^\d+\.\d{6}$/.test(String(body.oldest)) || body.include_all_metadata !== true)
          slack.problems.push(`conversations.history with ${JSON.stringify(body)}`);
        const start = Number(body.cursor ?? 0);
        const newestFirst = slack.shown
          .filter(({ via, body: message }) => via === "chat.postMessage" && message.channel === body.channel)
          .filter(({ atMs }) => atMs >= Number(body.oldest) * 1_000)
          .reverse();
        const page = newestFirst.slice(start, start + 15);
        const more = start + 15 < newestFirst.length;
        return reply({
          ok: true,
          messages: page.map(({ ts, body: message }) => ({ type: "message", user: BOT_USER, ...message, ts })),
          has_more: more,
          response_metadata: { next_cursor: more ? String(start + 15) : "" },
        });
      }
      case "chat.delete": {
        const at = slack.shown.findIndex(({ ts, body: message }) => ts === body.ts && message.channel === body.channel);
        if (at < 0) return reply({ ok: false, error: "message_not_found" });
        slack.shown.splice(at, 1);
        return reply({ ok: true, channel: body.channel, ts: body.ts });
      }
      case "users.info":
        return reply({
          ok: true,
          user: {
            id: body.user,
            tz: "Europe/Berlin",
            is_admin: false,
            is_owner: false,
            is_restricted: false,
            ...slack.users.get(String(body.user)),
          },
        });
      case "conversations.replies":
        return reply({ ok: true, messages: slack.threads.get(String(body.ts)) ?? [], has_more: false });
      case "assistant.threads.setStatus":
        return reply({ ok: true });
      default:
        slack.problems.push(`unknown method ${method}`);
        return reply({ ok: false, error: "unknown_method" });
    }
  }

  function ownerOf(token: string, method: string) {
    if (method === "apps.connections.open") return token === APP_TOKEN ? APP : "invalid_auth";
    return token === BOT_TOKEN ? ONE : slack.oauth.whose(token);
  }

  function messageProblems(body: Json): string[] {
    const problems = body.blocks === undefined ? [] : problemsOf(Blocks, body.blocks);
    const text = String(body.text ?? "");
    if (text === "") problems.push(": no text beside the blocks");
    if (text.length > (body.blocks === undefined ? 40_000 : 4_000))
      problems.push(`: text of ${text.length} characters`);
    if (/<[!@#]/.test(text)) problems.push(": the text has a mention");
    return problems;
  }

  function nextFailure(method: string): Failure | undefined {
    const [next, ...rest] = failures.get(method) ?? [];
    if (!next) return undefined;
    next.times = (next.times ?? 1) - 1;
    if (next.times <= 0) failures.set(method, rest);
    return next;
  }

  function show(via: string, body: Json, by: string): string {
    const ts = newTs();
    slack.shown.push({ via, body, ts, atMs: slack.now(), by });
    for (const waiter of waiters) waiter();
    waiters.clear();
    return ts;
  }

  return slack;
}

/** Whose the one token is that a test need not install, and who asks without one. */
const ONE = { id: TEAM, botUser: BOT_USER, botId: "B0GIGA" };
const APP = { id: "", botUser: "", botId: "" };

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** The Web API takes a form, with JSON in the values that are not simple. */
function formBody(raw: string): Json {
  const entries = [...new URLSearchParams(raw)].map(([key, value]): [string, unknown] => {
    if (value === "true" || value === "false") return [key, value === "true"];
    return [key, /^[[{]/.test(value) && ["blocks", "view", "metadata"].includes(key) ? JSON.parse(value) : value];
  });
  return Object.fromEntries(entries);
}
