/** One of our requests for a handler that wants Node's own objects, and what it answered. Only what @slack/oauth uses is there. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { HttpReply, HttpRequest } from "../adapter.ts";

export async function asNodeRequest(
  path: string,
  { headers, query }: HttpRequest,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<HttpReply> {
  const reply: Required<HttpReply> = { status: 500, headers: {}, body: "" };
  const set = (name: string, value: unknown) => {
    reply.headers[name.toLowerCase()] = String(value);
  };
  const response = {
    getHeader: (name: string) => reply.headers[name.toLowerCase()],
    setHeader: set,
    writeHead(status: number, more: Record<string, string> = {}) {
      reply.status = status;
      for (const [name, value] of Object.entries(more)) set(name, value);
    },
    end(body = "") {
      reply.body = body;
    },
  };
  // The host is only there to make the address whole.
  const request = { url: `${path}?${query}`, headers: { cookie: headers.cookie, host: "localhost" } };
  await handle(request as IncomingMessage, response as unknown as ServerResponse);
  return reply;
}
