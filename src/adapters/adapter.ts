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
};

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
