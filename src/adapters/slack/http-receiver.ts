/** Slack over HTTP on the bot's own server: verifies, reads, hands over to Bolt, and replies when a listener acknowledges. */
import { parse } from "node:querystring";
import type { App as Bolt, Receiver } from "@slack/bolt";
import type { Clock, HttpReply, HttpRequest, HttpRoute, Log } from "../adapter.ts";
import { EVENTS_PATH } from "./scopes.ts";
import { verifySignature } from "./verify-signature.ts";

export type HttpReceiver = Receiver & { route: HttpRoute; lastSeen(): number | null };

export function createHttpReceiver(options: { signingSecret: string; clock: Clock; log: Log }): HttpReceiver {
  const { signingSecret, clock, log } = options;
  let bolt: Bolt | undefined;
  let taking = false;
  let lastSeen: number | null = null;

  async function handle({ headers, body: raw }: HttpRequest): Promise<HttpReply> {
    const verdict = verifySignature({
      secret: signingSecret,
      signature: one(headers["x-slack-signature"]),
      timestamp: one(headers["x-slack-request-timestamp"]),
      body: raw,
      nowMs: clock.now(),
    });
    // Slack checks the certificate now and then, without a signature: nothing of such a request is used.
    if (verdict === "missing" && /(?:^|&)ssl_check=1(?:&|$)/.test(raw.toString())) return { status: 200 };
    if (verdict !== "good") {
      log.warn({ verdict }, "Refused a request to the Slack address: its signature is not good");
      return { status: 401 };
    }
    lastSeen = clock.now();
    const body = readBody(raw, one(headers["content-type"]));
    if (!body) return { status: 400 };
    if (body.ssl_check === "1") return { status: 200 };
    if (body.type === "url_verification") return json({ challenge: body.challenge });
    if (!taking || !bolt) return { status: 503, headers: { "retry-after": "1" } };
    return process(bolt, body, headers);
  }

  function process(to: Bolt, body: Record<string, unknown>, headers: HttpRequest["headers"]): Promise<HttpReply> {
    return new Promise((resolve) => {
      const retryNum = Number(one(headers["x-slack-retry-num"]));
      const retryReason = one(headers["x-slack-retry-reason"]);
      const work = to.processEvent({
        body,
        ack: async (response: unknown) => resolve(toReply(response)),
        ...(retryNum > 0 ? { retryNum } : {}),
        ...(retryReason ? { retryReason } : {}),
      });
      // A request that no listener took was not acknowledged; for one that was, these come too late to matter.
      work.then(
        () => resolve({ status: 404 }),
        (error: unknown) => {
          log.error({ error: String(error) }, "Bolt failed on a request");
          resolve({ status: 500 });
        },
      );
    });
  }

  return {
    route: { method: "POST", path: EVENTS_PATH, handle },
    lastSeen: () => lastSeen,
    init: (app) => {
      bolt = app;
    },
    start: async () => {
      taking = true;
    },
    stop: async () => {
      taking = false;
    },
  };
}

/** JSON for events; a form for commands; a form with JSON in `payload` for everything interactive. */
function readBody(raw: Buffer, type: string | undefined): Record<string, unknown> | null {
  try {
    const text = raw.toString();
    if (!type?.startsWith("application/x-www-form-urlencoded")) return asRecord(JSON.parse(text));
    const form = parse(text);
    return typeof form.payload === "string" ? asRecord(JSON.parse(form.payload)) : form;
  } catch {
    return null;
  }
}
const asRecord = (value: unknown): Record<string, unknown> | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;

function toReply(response: unknown): HttpReply {
  if (response === undefined || response === "") return { status: 200 };
  return typeof response === "string"
    ? { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: response }
    : json(response);
}
const json = (value: unknown): HttpReply => ({
  status: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(value),
});

const one = (value: string | string[] | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;
