/** Slack's signature, as its documentation describes it, and requests that carry one. */
import { createHmac } from "node:crypto";

export function signedHeaders(
  secret: string,
  body: string,
  contentType: string,
  atMs = Date.now(),
): Record<string, string> {
  const timestamp = String(Math.floor(atMs / 1000));
  const signature = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
  return {
    "content-type": contentType,
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": `v0=${signature}`,
  };
}

export type EnvelopeType = "slash_commands" | "events_api" | "interactive";

/** The body that Slack posts for a payload. */
export function bodyFor(type: EnvelopeType, payload: object): { body: string; contentType: string } {
  if (type === "events_api") return { body: JSON.stringify(payload), contentType: "application/json" };
  const form = type === "slash_commands" ? { ...payload } : { payload: JSON.stringify(payload) };
  return {
    body: new URLSearchParams(form as Record<string, string>).toString(),
    contentType: "application/x-www-form-urlencoded",
  };
}

/** Posts it as Slack does, and gives what the bot acknowledged with. */
export async function postSigned(
  url: string,
  secret: string,
  type: EnvelopeType,
  payload: object,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const { body, contentType } = bodyFor(type, payload);
  const response = await fetch(url, {
    method: "POST",
    body,
    headers: { ...signedHeaders(secret, body, contentType), ...headers },
  });
  return { status: response.status, text: await response.text() };
}
