/** Whether a request is from Slack and of now: https://docs.slack.dev/authentication/verifying-requests-from-slack */
import { createHmac, timingSafeEqual } from "node:crypto";

/** Either way: a clock that is ahead would otherwise keep a stolen request good for as long as it is ahead. */
const TOLERANCE_SECONDS = 300;

export type Verdict = "good" | "missing" | "stale" | "early" | "wrong";

export function verifySignature(request: {
  secret: string;
  signature: string | undefined;
  timestamp: string | undefined;
  body: Buffer;
  nowMs: number;
}): Verdict {
  const { secret, signature, timestamp, body, nowMs } = request;
  if (!signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return "missing";
  const ageSeconds = nowMs / 1000 - Number(timestamp);
  if (ageSeconds > TOLERANCE_SECONDS) return "stale";
  if (ageSeconds < -TOLERANCE_SECONDS) return "early";
  const expected = Buffer.from(signatureOf(secret, timestamp, body));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? "good" : "wrong";
}

const signatureOf = (secret: string, timestamp: string, body: Buffer | string): string =>
  `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex")}`;
