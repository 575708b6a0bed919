import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** A key pair as Discord has one for each application; the public half in hexadecimal, as the Developer Portal shows it. */
export function createSigningKey(): { privateKey: KeyObject; publicKeyHex: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const der = publicKey.export({ format: "der", type: "spki" });
  return { privateKey, publicKeyHex: der.subarray(-32).toString("hex") };
}

/** The headers and body of an interaction sent over HTTP. */
export function signedRequest(payload: object, privateKey: KeyObject, atMs = Date.now()) {
  const body = Buffer.from(JSON.stringify(payload));
  const timestamp = String(Math.floor(atMs / 1_000));
  const signature = sign(null, Buffer.concat([Buffer.from(timestamp), body]), privateKey).toString("hex");
  return {
    headers: {
      "content-type": "application/json",
      "x-signature-ed25519": signature,
      "x-signature-timestamp": timestamp,
    },
    body,
  };
}
