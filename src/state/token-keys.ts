/** Seals tokens with AES-256-GCM, bound to the workspace that they are of: in the state, in a backup and in a dump they are of no use. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { SetupError } from "../errors.ts";

type Sealed = { sealed: string; keyId: string };

export type TokenKeys = {
  /** By the first key. */
  seal(text: string, boundTo: string): Sealed;
  /** By whichever key it was sealed with. A SetupError says what is wrong, without the content. */
  open(sealed: string, boundTo: string): string;
  ids: readonly string[];
};

const CIPHER = "aes-256-gcm";
const [IV_BYTES, TAG_BYTES, KEY_BYTES] = [12, 16, 32];

/** As TOKEN_KEYS has them: separated by commas, each 32 bytes in base64 or hexadecimal digits; the first seals, all open. */
export function parseTokenKeys(text: string): TokenKeys {
  const keys = new Map(
    text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(parseKey)
      .map((key) => [idOf(key), key]),
  );
  const [first] = keys;
  if (!first) throw notAKey();
  const [firstId, firstKey] = first;
  return {
    ids: [...keys.keys()],
    seal(plain, boundTo) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, firstKey, iv).setAAD(associated(firstId, boundTo));
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      const packed = Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
      return { sealed: `1.${firstId}.${packed}`, keyId: firstId };
    },
    open(sealed, boundTo) {
      const [version, keyId = "", packed = ""] = sealed.split(".");
      const key = keys.get(keyId);
      if (version !== "1" || !key) throw missingKey(`The tokens of ${boundTo} are`, keyId);
      const bytes = Buffer.from(packed, "base64url");
      const iv = bytes.subarray(0, IV_BYTES);
      const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
      try {
        const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
          .setAAD(associated(keyId, boundTo))
          .setAuthTag(tag);
        return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
      } catch (error) {
        throw new SetupError(`The tokens of ${boundTo} were changed in the state, or are of another workspace.`, {
          hint: "Restore a backup, or let the workspace install the bot again.",
          cause: error,
        });
      }
    },
  };
}

export const missingKey = (what: string, keyId: string): SetupError =>
  new SetupError(`${what} sealed with a key (${keyId}) that TOKEN_KEYS does not have.`, {
    hint: "Put that key back behind the others; or npm run state:rekey -- --drop forgets what cannot be opened, and those workspaces install again.",
  });

function parseKey(text: string): Buffer {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, "hex") : Buffer.from(text, "base64");
  if (key.length !== KEY_BYTES || !/^[\w+/=-]+$/.test(text)) throw notAKey();
  return key;
}

const notAKey = (): SetupError =>
  new SetupError("TOKEN_KEYS must be keys of 32 bytes in base64, separated by commas.", {
    hint: "Make one with: openssl rand -base64 32",
  });

/** Names a key without telling anything of it. */
const idOf = (key: Buffer): string =>
  createHash("sha256").update("gigawatt token key").update(key).digest("hex").slice(0, 8);

/** What is sealed for one workspace does not open as another's. */
const associated = (keyId: string, boundTo: string): Buffer => Buffer.from(`gigawatt 1 ${keyId} ${boundTo}`);
