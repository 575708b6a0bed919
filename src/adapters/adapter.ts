import type { Doc } from "../doc/doc.ts";

/** What main starts and stops. An adapter acknowledges, reads and renders; it knows nothing of deals. */
export type Adapter = {
  readonly name: string;
  /** Resolves when it takes work; rejects with a SetupError that says what to change. */
  start(): Promise<void>;
  /** Takes no new work, finishes what it has, within `deadlineMs`. */
  stop(deadlineMs: number): Promise<void>;
  health(): AdapterHealth;
};

export type AdapterHealth = {
  ok: boolean;
  /** Milliseconds since the last frame or request from the platform; null where none came yet. */
  lastSeenMs: number | null;
  detail: string;
  /** Discord: the parts of the gateway that this instance holds. */
  shards?: readonly { shard: number; of: number; connected: boolean; lastSeenMs: number | null }[];
};

/** A channel of a workspace (Slack) or server (Discord). */
export type Channel = { workspace: string; channel: string };

/** Posts what nobody is waiting for: digests, and news of what is watched. All reject with a PostError. */
export type Outlet = {
  /** One message, marked by the key; calling again may post again, so look first. Gives the platform's name for it. */
  post(to: Channel, doc: Doc, key: string): Promise<string>;
  /** The messages with this key that stand in the channel, posted since then. */
  findPosted(to: Channel, key: string, sinceMs: number): Promise<readonly string[]>;
  /** Takes one of its own messages away; one that is gone already is fine. */
  remove(to: Channel, message: string): Promise<void>;
  /** A direct message; gives its channel. */
  tell(to: { workspace: string; user: string }, doc: Doc): Promise<string>;
};

/** Why a message is not out, by what can be done: its channel no longer takes any; later; or it may be out all the same. */
export class PostError extends Error {
  override name = "PostError";
  readonly why: "gone" | "later" | "unsure";
  /** Not before. */
  readonly waitMs: number;
  constructor(why: PostError["why"], message: string, options: { waitMs?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.why = why;
    this.waitMs = options.waitMs ?? 0;
  }
}

/** The part of a logger that adapters use; pino has this shape. */
export type Log = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** The clock, passed in so that a test can set it. */
export type Clock = { now(): number };

/** One HTTP endpoint on the bot's own server: the raw body is read before the handler is called. */
export type HttpRoute = {
  method: "GET" | "POST";
  path: string;
  handle(request: HttpRequest): Promise<HttpReply>;
};
export type HttpRequest = {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
  query: URLSearchParams;
};
export type HttpReply = { status: number; headers?: Record<string, string>; body?: string | Buffer };
