import { setTimeout as sleep } from "node:timers/promises";
import type { GatewayLimits } from "./gateway-server.ts";
import type { ComponentJson, MessageJson } from "./message-rules.ts";
import type { InteractionPayload } from "./payloads.ts";
import type { Reply } from "./rest-routes.ts";

/** A message that the bot has posted, as it stands after its last edit. */
export type StoredMessage = {
  id: string;
  channelId: string;
  content: string;
  components: ComponentJson[];
  flags: number;
  /** False while it is the "thinking" of a deferred reply. */
  written: boolean;
  edits: number;
  postedMs: number;
  repliesTo?: string;
  body?: MessageJson;
};

export type ResponseJson = {
  type: number;
  data?: ComponentJson & MessageJson & { choices?: { name: string; value: string }[] };
};

export type SentInteraction = {
  payload: InteractionPayload;
  sentAt: number;
  responses: ResponseJson[];
  /** What "@original" means: the deferred reply, or for a deferred update the message with the button. */
  original?: StoredMessage;
  clicked?: StoredMessage;
};

type RestRequest = {
  method: string;
  path: string;
  body: unknown;
  at: number;
  authorization: string | undefined;
};

/** An answer to give instead of the true one. */
export type Failure = {
  method?: string;
  path: RegExp;
  status: number;
  body?: object;
  headers?: Record<string, string>;
  /** How often; once when left out. */
  times?: number;
  /** What was asked for is done all the same: only its answer is lost. */
  done?: boolean;
};

export type State = {
  interactions: Map<string, SentInteraction>;
  messages: Map<string, StoredMessage>;
  nonces: Map<string, StoredMessage>;
  requests: RestRequest[];
  violations: string[];
  failures: Failure[];
  registered: { path: string; commands: object[] }[];
  rejectToken: boolean;
  gateway: GatewayLimits;
  /** Discord's own clock. */
  now(): number;
  /** How far away it is. */
  latencyMs: number;
  /** Its limits: the answer to a call that goes beyond them. None unless a test sets them. */
  limit(method: string, path: string): Reply | undefined;
};

export const createState = (): State => ({
  interactions: new Map(),
  messages: new Map(),
  nonces: new Map(),
  requests: [],
  violations: [],
  failures: [],
  registered: [],
  rejectToken: false,
  gateway: {
    heartbeatMs: 41_250,
    shards: 1,
    fewestShards: 1,
    maxConcurrency: 1,
    identifyEveryMs: 0,
    remaining: 999,
    nextDayMs: 0,
  },
  now: Date.now,
  latencyMs: 0,
  limit: () => undefined,
});

/** Waits until there is something, at most three seconds. */
export async function eventually<Value>(
  look: () => Value | undefined | false | null,
  what: string,
  withinMs = 3_000,
): Promise<Value> {
  const until = Date.now() + withinMs;
  for (;;) {
    const value = look();
    if (value) return value;
    if (Date.now() > until) throw new Error(`did not come within ${withinMs} ms: ${what}`);
    await sleep(3);
  }
}
