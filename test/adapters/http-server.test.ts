import { connect } from "node:net";
import { afterEach, expect, it } from "vitest";
import type { AdapterHealth, HttpRoute } from "../../src/adapters/adapter.ts";
import { createHttpServer, type HttpServer } from "../../src/adapters/http-server.ts";
import { createTestLog } from "./slack/fixture.ts";

const servers: HttpServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop(50);
});

const log = createTestLog();
let health: AdapterHealth = { ok: true, lastSeenMs: 5, detail: "fine" };
const routes: HttpRoute[] = [
  {
    method: "POST",
    path: "/echo",
    handle: async ({ body, query, headers }) => ({
      status: 200,
      headers: { "x-from": String(headers["x-from"]) },
      body: `${query.get("q")}:${body}`,
    }),
  },
  { method: "POST", path: "/fail", handle: () => Promise.reject(new Error("secret detail")) },
  {
    method: "POST",
    path: "/slow",
    handle: () => new Promise((resolve) => setTimeout(() => resolve({ status: 200, body: "late" }), 200)),
  },
];

async function start(port = 0, host = "127.0.0.1") {
  const server = createHttpServer({ port, host, routes, log, health: () => ({ slack: health }) });
  servers.push(server);
  await server.start();
  return { server, url: `http://127.0.0.1:${server.port()}` };
}

it("hands the raw body, the query and the headers to a route", async () => {
  const { server, url } = await start();
  const response = await fetch(`${url}/echo?q=1`, { method: "POST", body: "äöü", headers: { "x-from": "me" } });
  expect([response.status, response.headers.get("x-from"), await response.text()]).toEqual([200, "me", "1:äöü"]);
  expect(server.health()).toMatchObject({ ok: true, detail: `listening on 127.0.0.1:${server.port()}` });
});

it.each([
  ["GET", "/nothing", 404],
  ["GET", "/echo", 405],
  ["POST", "/fail", 500],
])("answers %s %s with %i in one line", async (method, path, status) => {
  const { url } = await start();
  const response = await fetch(url + path, { method });
  const text = await response.text();
  expect(response.status).toBe(status);
  expect(text.trim().split("\n")).toHaveLength(1);
  expect(text).not.toContain("secret detail");
  if (status === 405) expect(response.headers.get("allow")).toBe("POST");
});

it("refuses a body over 1 MiB, and takes one of just that size", async () => {
  const { url } = await start();
  const post = (bytes: number) => fetch(`${url}/echo`, { method: "POST", body: "x".repeat(bytes) });
  expect((await post(1024 * 1024)).status).toBe(200);
  expect((await post(1024 * 1024 + 1)).status).toBe(413);
});

it("tells at /healthz how each adapter is", async () => {
  const { url } = await start();
  const response = await fetch(`${url}/healthz`);
  expect([response.status, await response.json()]).toEqual([200, { ok: true, adapters: { slack: health } }]);
  health = { ...health, ok: false };
  expect((await fetch(`${url}/healthz`)).status).toBe(503);
  expect((await fetch(`${url}/healthz`, { method: "HEAD" })).status).toBe(503);
});

it("says which port is taken and what to set", async () => {
  const { server } = await start();
  const port = server.port() ?? 0;
  await expect(start(port)).rejects.toMatchObject({
    name: "SetupError",
    message: `Port ${port} is taken by another program.`,
    hint: "Set PORT to a free port, or stop the other program.",
  });
});

it("finishes a request that is under way when it stops, and takes no other", async () => {
  const { server, url } = await start();
  const late = fetch(`${url}/slow`, { method: "POST" }).then((response) => response.text());
  await new Promise((resolve) => setTimeout(resolve, 50));
  await server.stop(2_000);
  expect(await late).toBe("late");
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  expect(server.health().ok).toBe(false);
});

it("cuts at the deadline who never finishes", async () => {
  const { server } = await start();
  const socket = connect(server.port() ?? 0, "127.0.0.1");
  const closed = new Promise((resolve) => socket.on("close", resolve));
  socket.on("error", () => {});
  socket.write("POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nabc");
  await new Promise((resolve) => setTimeout(resolve, 50));
  await server.stop(100);
  await closed;
});
