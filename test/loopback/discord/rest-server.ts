import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { SentFile } from "./message-rules.ts";
import { TOKEN } from "./payloads.ts";
import { type Reply, routes } from "./rest-routes.ts";
import type { State } from "./state.ts";

/** Discord's REST interface below /api/v10. */
export function createRestServer(state: State, gatewayUrl: () => string): Server {
  return createServer((request, response) => {
    void answer(state, gatewayUrl(), request, response);
  });
}

async function answer(
  state: State,
  gatewayUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = await readBody(Buffer.concat(chunks), request.headers["content-type"] ?? "");
  const method = request.method ?? "GET";
  const url = new URL(request.url ?? "/", "http://loopback");
  const path = url.pathname.replace(/^\/api\/v10/, "").replace(/%40/g, "@");
  const { authorization } = request.headers;
  state.requests.push({ method, path, body, at: Date.now(), authorization });
  if (state.latencyMs > 0) await sleep(state.latencyMs);
  const route = () => routed(state, gatewayUrl, method, path, body, authorization, url.searchParams);
  const reply = state.limit(method, path) ?? injected(state, method, path, route) ?? route();
  if (reply.body === undefined) response.writeHead(reply.status, reply.headers).end();
  else
    response
      .writeHead(reply.status, { "content-type": "application/json", ...reply.headers })
      .end(JSON.stringify(reply.body));
}

/** JSON, or a form that holds JSON and the files beside it, by their numbers. */
async function readBody(bytes: Buffer, type: string): Promise<unknown> {
  if (!type.startsWith("multipart/form-data")) return bytes.length > 0 ? JSON.parse(bytes.toString("utf8")) : undefined;
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  const files: Record<number, SentFile> = {};
  for (const [name, value] of form) {
    const id = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (id !== undefined && typeof value !== "string")
      files[Number(id)] = { name: value.name, type: value.type, bytes: Buffer.from(await value.arrayBuffer()) };
  }
  return { ...JSON.parse(String(form.get("payload_json"))), files };
}

function injected(state: State, method: string, path: string, route: () => Reply): Reply | undefined {
  const failure = state.failures.find((one) => (!one.method || one.method === method) && one.path.test(path));
  if (!failure) return undefined;
  failure.times = (failure.times ?? 1) - 1;
  if (failure.times <= 0) state.failures.splice(state.failures.indexOf(failure), 1);
  if (failure.done) route();
  return { status: failure.status, body: failure.body ?? {}, ...(failure.headers ? { headers: failure.headers } : {}) };
}

function routed(
  state: State,
  gatewayUrl: string,
  method: string,
  path: string,
  body: unknown,
  authorization: string | undefined,
  query: URLSearchParams,
): Reply {
  for (const route of routes) {
    const match = route.method === method ? route.path.exec(path) : null;
    if (!match) continue;
    if (!route.open && (state.rejectToken || authorization !== `Bot ${TOKEN}`))
      return { status: 401, body: { code: 0, message: "401: Unauthorized" } };
    return route.handle({ state, gatewayUrl, body, params: match.slice(1).map(decodeURIComponent), query });
  }
  state.violations.push(`no such route: ${method} ${path}`);
  return { status: 404, body: { code: 0, message: "404: Not Found" } };
}
