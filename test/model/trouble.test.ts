import type { LLMock } from "@copilotkit/aimock";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { assistedApp, calls, startLoopbackOpenAi } from "./assisted-app.ts";

let server: LLMock;
beforeAll(async () => {
  server = await startLoopbackOpenAi();
});
beforeEach(() => void server.reset());
afterAll(() => server.stop());

const UNREAD = "that gpu thingummy, wibble or quonk?";
const NEBIUS = calls("show-figure", {
  subject: "meta-nebius-2025",
  attribute: "value",
  topic: "",
  form: "open",
  asOf: null,
});
const error = (status: number, code: string) => ({
  error: { message: code, code },
  status,
  ...(status === 429 && { retryAfter: 0 }),
});

describe("trouble with the service", () => {
  test.each([
    ["429", 429, "rate_limit_exceeded"],
    ["500", 500, "server_error"],
    ["503", 503, "overloaded"],
  ])("%s is tried again, and the answer comes", async (_what, status, code) => {
    server.on({ sequenceIndex: 0 }, error(status, code));
    server.on({ sequenceIndex: 1 }, NEBIUS);
    const { ask, reasons } = assistedApp(server);
    expect(plain((await ask(UNREAD)).headline)).toContain("Meta–Nebius contract of 2025: about $");
    expect(server.getRequests().map(({ response }) => response.status)).toEqual([status, 200]);
    expect(reasons()).toEqual([]);
  });

  test.each([
    [
      "429 that asks for more time than there is",
      { ...error(429, "rate_limit_exceeded"), retryAfter: 30 },
      /out of time/,
    ],
    ["a service that is down for longer than the limit", error(500, "server_error"), /out of time|status 500/],
    ["a reply that does not come", () => new Promise<never>(() => {}), /out of time/],
  ])("%s: the plain answer stands at the time limit", async (_what, reply, because) => {
    server.on({}, reply);
    const { ask, reasons } = assistedApp(server, { limitMs: 400 });
    const doc = await ask(UNREAD);
    expect(doc.title).toBe("Not understood");
    expect(doc.blocks).toEqual([]);
    expect(reasons()).toEqual([expect.stringMatching(because)]);
  });

  test.each([
    ["a key that is refused", 401, "invalid_api_key"],
    ["a model that does not exist", 404, "model_not_found"],
    ["a request that is refused", 400, "invalid_request_error"],
  ])("%s is not tried again, and costs nothing", async (_what, status, code) => {
    server.on({}, error(status, code));
    const { ask, reasons, spentUsd } = assistedApp(server);
    expect((await ask(UNREAD)).title).toBe("Not understood");
    expect(server.getRequests()).toHaveLength(1);
    expect(reasons()).toEqual([`status ${status}`]);
    expect(await spentUsd()).toBe(0);
  });

  test("a server that is not there", async () => {
    const gone = await startLoopbackOpenAi();
    const { ask, reasons } = assistedApp(gone, { limitMs: 300 });
    await gone.stop();
    expect((await ask(UNREAD)).title).toBe("Not understood");
    expect(reasons()).toHaveLength(1);
  });

  test("a reply of another shape", async () => {
    server.mount("/strange", {
      async handleRequest(_request, response) {
        response.setHeader("content-type", "application/json").end('{"ok":true}');
        return true;
      },
    });
    const { ask, reasons } = assistedApp(server, { path: "/strange" });
    expect((await ask(UNREAD)).title).toBe("Not understood");
    expect(reasons()).toHaveLength(1);
  });
});

describe("the cap on money", () => {
  test("a workspace that has used its share is answered by rules, with a note; another one is not kept from asking", async () => {
    server.on({}, NEBIUS);
    // One question is held for at most about half a cent, and costs a twentieth of one.
    const { ask, spentUsd } = assistedApp(server, { caps: { dayUsd: 5, workspaceDayUsd: 0.0045 } });
    const answers = [];
    for (let i = 0; i < 12; i++) answers.push(await ask(UNREAD, `c${i}`));
    const helped = answers.filter((doc) => doc.status === "answered").length;
    expect(helped).toBeGreaterThan(0);
    expect(helped).toBeLessThan(12);
    const last = answers.at(-1);
    expect(last?.title).toBe("Not understood");
    expect(JSON.stringify(last?.blocks)).toContain("budget for today is used up");
    expect(server.getRequests()).toHaveLength(helped);
    expect(await spentUsd()).toBeLessThanOrEqual(0.0045);
    expect((await ask(UNREAD, "other", "discord:42")).status).toBe("answered");
  });

  test("the cap in all holds over every workspace, also for questions at the same time", async () => {
    server.on({}, NEBIUS);
    const { ask, spentUsd } = assistedApp(server, { caps: { dayUsd: 0.01, workspaceDayUsd: 1 } });
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => ask(UNREAD, `c${i}`, `slack:T${i}`)));
    expect(answers.filter((doc) => doc.blocks.length > 0).length).toBeGreaterThan(0);
    expect(await spentUsd()).toBeLessThanOrEqual(0.01);
    expect(server.getRequests().length).toBeLessThan(40);
  });

  test("nothing may be spent at all", async () => {
    const { ask } = assistedApp(server, { caps: { dayUsd: 0, workspaceDayUsd: 1 } });
    expect(JSON.stringify((await ask(UNREAD)).blocks)).toContain("budget");
    expect(server.getRequests()).toHaveLength(0);
  });

  test("a question that was cut off counts as spent: it may have been billed", async () => {
    server.on({}, () => new Promise<never>(() => {}));
    const { ask, spentUsd } = assistedApp(server, { limitMs: 150 });
    await ask(UNREAD);
    expect(await spentUsd()).toBeGreaterThan(0.0005);
  });
});
