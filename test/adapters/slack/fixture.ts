/** A small App with the answers that a rendering can go wrong on, and an adapter that is wired to the loopback. */
import type { Clock, Log } from "../../../src/adapters/adapter.ts";
import { createHttpServer } from "../../../src/adapters/http-server.ts";
import { createSlackAdapter } from "../../../src/adapters/slack/create-slack-adapter.ts";
import type { App, Request } from "../../../src/app.ts";
import { type Block, type Doc, type SourceRef, strong, text } from "../../../src/doc/doc.ts";
import { memorySeen } from "../../../src/state/seen.ts";
import { type EnvelopeType, postSigned } from "../../loopback/slack/sign.ts";
import { APP_TOKEN, BOT_TOKEN, type LoopbackSlack, SIGNING_SECRET } from "../../loopback/slack/start-loopback-slack.ts";

export const source = (n: number, more: Partial<SourceRef> = {}): SourceRef => ({
  title: `Report ${n}`,
  publisher: `Publisher ${n}`,
  date: "2025-10-06",
  url: `https://example.com/${n}?a=1&b=2`,
  tier: "major",
  ...more,
});

export function doc(line: string, more: Partial<Doc> = {}): Doc {
  return {
    status: "answered",
    kind: "show-deal",
    title: "Stargate",
    headline: [
      text("OpenAI, SoftBank and Oracle plan "),
      { text: "up to $500B", style: "strong", cites: [1] },
      text(" for 10 GW."),
    ],
    blocks: [
      {
        type: "fields",
        items: [
          { label: "Status", value: [text("announced")] },
          { label: "Power", value: [{ text: "10 GW", cites: [2] }] },
        ],
      },
      {
        type: "timeline",
        items: [{ date: "2025-01-21", text: [{ text: "Announced at the White House.", cites: [1] }] }],
      },
      { type: "note", tone: "caution", text: [text("Capital expenditure, not revenue.")] },
    ],
    sources: [source(1), source(2)],
    figures: [],
    actions: [
      { label: "Sources", line: "deal stargate view:sources" },
      { label: "Compare…", line: "compare stargate", ask: "deal" },
    ],
    line,
    asOf: "2026-08-01",
    completeTo: "2026-08-01",
    ...more,
  };
}

export const row = (n: number) => `Deal ${n} between Party ${n} and Partner ${n * 7}`;

export const longTable = (rows: number): Block => ({
  type: "table",
  caption: "All deals",
  columns: [{ label: "Deal" }, { label: "Value", align: "right" }, { label: "Status" }],
  rows: Array.from({ length: rows }, (_, n) => [
    [strong(row(n))],
    [{ text: `$${n + 1}B`, cites: [(n % 40) + 1] }],
    [text("definitive (signed)")],
  ]),
});

export const longList = (items: number): Block => ({
  type: "list",
  ordered: true,
  items: Array.from({ length: items }, (_, n) => [
    strong(row(n)),
    { text: `: about $${n + 1}B over five years, announced`, cites: [(n % 40) + 1] },
  ]),
});

/** Facts and names that try to be markup, mentions and addresses. */
export const nasty =
  "<!channel> <@U0ASKER> <#C0DEALS> @here @channel & <script> *b* ```x``` <https://evil.example|click>";

export type FakeApp = App & { requests: Request[]; delayMs: number };

export function createFakeApp(): FakeApp {
  const app: FakeApp = {
    requests: [],
    delayMs: 0,
    async answer(request) {
      app.requests.push(request);
      if (app.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, app.delayMs));
      const words =
        request.type === "click"
          ? request.line
          : request.type === "command"
            ? `${request.name} ${request.text}`.trim()
            : request.type === "question"
              ? request.text
              : "";
      if (words.includes("explode")) throw new Error(`kaboom ${BOT_TOKEN}`);
      if (words.includes("nonsense"))
        return doc("", {
          status: "unknown",
          title: "I don't know that",
          headline: [text("No deal has that name.")],
          blocks: [],
          sources: [],
          actions: [],
        });
      if (words.includes("all deals"))
        return doc("deals all deals", {
          title: "All deals",
          blocks: [longList(150)],
          sources: Array.from({ length: 40 }, (_, n) => source(n + 1)),
          actions: [],
        });
      return doc(words, { title: words.startsWith("compare") ? "Comparison" : "Stargate" });
    },
    complete: async (_kind, typed, limit) =>
      [
        { label: "Stargate (OpenAI, SoftBank, Oracle)", value: "stargate" },
        { label: `Hyperion ${"x".repeat(100)}`, value: "hyperion" },
      ]
        .filter(({ value }) => value.startsWith(typed))
        .slice(0, limit),
  };
  return app;
}

export type Entry = { level: string; fields: Record<string, unknown>; message: string };

export function createTestLog(): Log & { entries: Entry[]; text(): string } {
  const entries: Entry[] = [];
  const at = (level: string) => (fields: object, message: string) =>
    void entries.push({ level, fields: fields as Record<string, unknown>, message });
  return {
    entries,
    text: () => JSON.stringify(entries),
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
  };
}

/** The adapter on a loopback, by either transport, with one way to send it something. */
export const startBot = (slack: LoopbackSlack, mode: "socket" | "http", clock?: Clock) =>
  startBotWith(createFakeApp(), slack, mode, clock);

export async function startBotWith<Answering extends App>(
  app: Answering,
  slack: LoopbackSlack,
  mode: "socket" | "http",
  clock: Clock = { now: Date.now },
) {
  const log = createTestLog();
  const config = {
    mode,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: SIGNING_SECRET,
    apiUrl: slack.apiUrl,
  };
  const adapter = createSlackAdapter({ config, app, log, clock, seen: memorySeen({ clock }) });
  const server = createHttpServer({
    port: 0,
    host: "127.0.0.1",
    routes: adapter.routes,
    log,
    health: () => ({ slack: adapter.health() }),
  });
  await server.start();
  await adapter.start();
  const url = `http://127.0.0.1:${server.port()}/slack/events`;
  return {
    app,
    log,
    adapter,
    url,
    /** Resolves with what the bot acknowledged with. */
    async send(type: EnvelopeType, payload: object, retry?: { attempt: number; reason: string }): Promise<unknown> {
      if (mode === "socket") return slack.socket.send(type, payload, retry);
      const headers = retry ? { "x-slack-retry-num": String(retry.attempt), "x-slack-retry-reason": retry.reason } : {};
      const reply = await postSigned(url, SIGNING_SECRET, type, payload, headers as Record<string, string>);
      if (reply.status !== 200) throw new Error(`the bot replied ${reply.status}`);
      return reply.text === "" ? {} : JSON.parse(reply.text);
    },
    async stop(deadlineMs = 5_000) {
      await adapter.stop(deadlineMs);
      await server.stop(deadlineMs);
    },
  };
}
export type TestBot = Awaited<ReturnType<typeof startBot>>;

/** Time for something that must not happen. */
export const settle = (ms = 150) => new Promise((resolve) => setTimeout(resolve, ms));
