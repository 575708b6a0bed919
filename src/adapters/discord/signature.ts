import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { SetupError } from "../../errors.ts";
import type { Clock, HttpRequest } from "../adapter.ts";
import { SIGNATURE_WINDOW_MS } from "./limits.ts";

/** What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
const DER_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

export function publicKeyFrom(hex: string): KeyObject {
  if (!/^[0-9a-f]{64}$/i.test(hex))
    throw new SetupError(
      "DISCORD_PUBLIC_KEY must be 64 hexadecimal characters: copy it from the Developer Portal, General Information → Public Key.",
    );
  return createPublicKey({ key: Buffer.concat([DER_PREFIX, Buffer.from(hex, "hex")]), format: "der", type: "spki" });
}

/** Whether Discord signed this body, now: a request from long ago or from the future is a replay. */
export async function isSigned({ headers, body }: HttpRequest, key: KeyObject, clock: Clock): Promise<boolean> {
  const signature = headers["x-signature-ed25519"];
  const timestamp = headers["x-signature-timestamp"];
  if (typeof signature !== "string" || !/^[0-9a-f]{128}$/i.test(signature)) return false;
  if (typeof timestamp !== "string" || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(clock.now() - Number(timestamp) * 1_000) > SIGNATURE_WINDOW_MS) return false;
  const signed = Buffer.concat([Buffer.from(timestamp), body]);
  return new Promise((resolve) => {
    // With a callback the work is done off the main thread: twice the requests a second of the synchronous form.
    verify(null, signed, key, Buffer.from(signature, "hex"), (error, valid) => resolve(!error && valid));
  });
}
