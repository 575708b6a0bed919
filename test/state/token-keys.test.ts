import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parseTokenKeys } from "../../src/state/token-keys.ts";

const key = () => randomBytes(32).toString("base64");
const [a, b] = [key(), key()];
const token = "xoxb-1-secret-token";

test("what is sealed opens for its own workspace, and shows nothing", () => {
  const keys = parseTokenKeys(a);
  const { sealed, keyId } = keys.seal(token, "slack:T1");
  expect(keys.open(sealed, "slack:T1")).toBe(token);
  expect(sealed).not.toContain("xoxb");
  expect(Buffer.from(sealed.split(".")[2] ?? "", "base64url").toString("latin1")).not.toContain("xoxb");
  expect([keyId]).toEqual(keys.ids);
  // Never the same twice: nobody sees whose tokens did not change.
  expect(keys.seal(token, "slack:T1").sealed).not.toBe(sealed);
  expect(() => keys.open(sealed, "slack:T2")).toThrow(/of slack:T2 were changed in the state, or are of another/);
});

test("the first key seals, all open, one that is missing is named", () => {
  const old = parseTokenKeys(a).seal(token, "slack:T1");
  const both = parseTokenKeys(`${b}, ${Buffer.from(a, "base64").toString("hex")}`);
  expect(both.open(old.sealed, "slack:T1")).toBe(token);
  const renewed = both.seal(token, "slack:T1");
  expect(renewed.keyId).not.toBe(old.keyId);
  expect(parseTokenKeys(b).open(renewed.sealed, "slack:T1")).toBe(token);
  expect(() => parseTokenKeys(b).open(old.sealed, "slack:T1")).toThrow(
    `sealed with a key (${old.keyId}) that TOKEN_KEYS does not have`,
  );
});

describe("what was changed does not open", () => {
  const keys = parseTokenKeys(a);
  const { sealed } = keys.seal(token, "slack:T1");
  const [version, id, packed = ""] = sealed.split(".");
  const bytes = Buffer.from(packed, "base64url");
  test.each(Array.from(bytes.keys()))("byte %i", (at) => {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => keys.open(`${version}.${id}.${changed.toString("base64url")}`, "slack:T1")).toThrow("were changed");
  });
  test.each(["", "1", `1.${id}.`, `1.${id}.AAAA`, `2.${id}.${packed}`, `1..${packed}`])("%j", (broken) => {
    expect(() => keys.open(broken, "slack:T1")).toThrow(/were changed|TOKEN_KEYS does not have/);
  });
});

test.each(["", " , ", "short", "x".repeat(44), key().slice(0, -4), `${key()},abc`, "0".repeat(63)])(
  "%j is no list of keys",
  (text) => {
    const parse = () => parseTokenKeys(text);
    expect(parse).toThrow("TOKEN_KEYS must be keys of 32 bytes in base64");
    if (text.length > 20) expect(parse).not.toThrow(text.slice(0, 20));
  },
);
