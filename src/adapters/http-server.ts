/** The bot's one HTTP server: every adapter that is called over HTTP hands it routes. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { SetupError } from "../errors.ts";
import type { Adapter, AdapterHealth, Clock, HttpReply, HttpRoute, Log } from "./adapter.ts";

const MAX_BODY_BYTES = 1024 * 1024;

export type HttpServer = Adapter & {
  /** The port it listens on, once started: useful where the system chose it (port 0). */
  port(): number | null;
};

export function createHttpServer(options: {
  port: number;
  host: string;
  routes: readonly HttpRoute[];
  log: Log;
  /** The health of every adapter, by name, for /healthz. */
  health: () => Readonly<Record<string, AdapterHealth>>;
  clock?: Clock;
}): HttpServer {
  const { log, clock = { now: Date.now } } = options;
  const routes = byPath([...options.routes, healthRoute(options.health)]);
  let lastSeen: number | null = null;
  let stopping = false;

  const server = createServer((request, response) => {
    lastSeen = clock.now();
    answer(request, routes)
      .catch((error: unknown): HttpReply => {
        log.error({ err: error, path: request.url?.split("?")[0] }, "HTTP request failed");
        return plain(500, "Something went wrong here. Please try again.");
      })
      .then((reply) => send(response, reply, stopping))
      .catch((error: unknown) => log.warn({ err: error }, "HTTP reply was not sent"));
  });
  server.requestTimeout = 10_000;
  server.headersTimeout = 5_000;
  // Longer than the usual minute of a load balancer, which otherwise meets a closed connection now and then.
  server.keepAliveTimeout = 65_000;

  return {
    name: "http",
    start: () => listen(server, options.port, options.host),
    async stop(deadlineMs) {
      stopping = true;
      if (!server.listening) return;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), deadlineMs);
      await closed;
      clearTimeout(late);
    },
    health: () => ({
      ok: server.listening,
      lastSeenMs: lastSeen === null ? null : clock.now() - lastSeen,
      detail: server.listening ? `listening on ${options.host}:${portOf(server)}` : "not listening",
    }),
    port: () => portOf(server),
  };
}

type Routes = ReadonlyMap<string, ReadonlyMap<string, HttpRoute>>;

function byPath(routes: readonly HttpRoute[]): Routes {
  const found = new Map<string, Map<string, HttpRoute>>();
  for (const route of routes) {
    const methods = found.get(route.path) ?? new Map<string, HttpRoute>();
    found.set(route.path, methods.set(route.method, route));
  }
  return found;
}

async function answer(request: IncomingMessage, routes: Routes): Promise<HttpReply> {
  const target = request.url ?? "/";
  const mark = target.indexOf("?");
  const methods = routes.get(mark < 0 ? target : target.slice(0, mark));
  if (!methods) return plain(404, "There is nothing at this address.");
  const route = methods.get(request.method === "HEAD" ? "GET" : (request.method ?? ""));
  if (!route) {
    return {
      ...plain(405, "This address does not take that method."),
      headers: { allow: [...methods.keys()].join(", ") },
    };
  }
  const body = await read(request);
  if (body === null) return plain(413, "The request is larger than 1 MiB.");
  const query = new URLSearchParams(mark < 0 ? "" : target.slice(mark + 1));
  return route.handle({ headers: request.headers, body, query });
}

/** The whole body, or null when it is over the cap. The rest of it is read and dropped, so that the reply gets through. */
async function read(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
      else resolve(null);
    });
    request.on("end", () =>
      resolve(bytes > MAX_BODY_BYTES ? null : chunks.length === 1 ? (chunks[0] ?? null) : Buffer.concat(chunks)),
    );
    request.on("error", reject);
  });
}

function send(response: ServerResponse, reply: HttpReply, last: boolean): void {
  if (response.destroyed) return;
  const body = reply.body ?? "";
  response.writeHead(reply.status, {
    ...reply.headers,
    "content-length": Buffer.byteLength(body),
    ...(last || reply.status === 413 ? { connection: "close" } : {}),
  });
  response.end(body);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(refused(error, port, host));
    server.once("error", refuse);
    server.listen(port, host, () => {
      server.off("error", refuse);
      resolve();
    });
  });
}

function refused(error: NodeJS.ErrnoException, port: number, host: string): SetupError {
  const cause = { cause: error };
  if (error.code === "EADDRINUSE") {
    return new SetupError(`Port ${port} is taken by another program.`, {
      hint: "Set PORT to a free port, or stop the other program.",
      ...cause,
    });
  }
  if (error.code === "EACCES") {
    return new SetupError(`Port ${port} needs rights that this user does not have.`, {
      hint: "Set PORT to a port above 1023.",
      ...cause,
    });
  }
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new SetupError(`This machine has no address ${host}.`, {
      hint: "Set HOST to an address of this machine, or to 0.0.0.0.",
      ...cause,
    });
  }
  return new SetupError(`Cannot listen on ${host}:${port} (${error.code ?? error.message}).`, {
    hint: "Set HOST and PORT.",
    ...cause,
  });
}

function healthRoute(health: () => Readonly<Record<string, AdapterHealth>>): HttpRoute {
  return {
    method: "GET",
    path: "/healthz",
    async handle() {
      const adapters = health();
      const ok = Object.values(adapters).every((one) => one.ok);
      const body = JSON.stringify({ ok, adapters });
      return {
        status: ok ? 200 : 503,
        headers: { "content-type": "application/json", "cache-control": "no-store" },
        body,
      };
    },
  };
}

const plain = (status: number, body: string): HttpReply => ({
  status,
  headers: { "content-type": "text/plain; charset=utf-8" },
  body: `${body}\n`,
});

function portOf(server: Server): number | null {
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : null;
}
