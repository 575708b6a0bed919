import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { limits } from "./limits.ts";

/** What a click does with its line: run it, turn to its page, post it for all to see, ask for a deal or what is wrong, or show its options. */
const clickKinds = ["run", "page", "share", "compare", "tell", "form"] as const;
type ClickKind = (typeof clickKinds)[number];

export type CustomIds = {
  encode(kind: ClickKind, line: string): string;
  /** `line` is undefined when it was too long for the button and is no longer remembered. */
  decode(customId: string): { kind: ClickKind; line: string | undefined } | undefined;
};

/** A button carries its line. One that is too long is remembered here by its hash, the oldest forgotten first. */
export function createCustomIds(maxEntries = 5_000): CustomIds {
  const longLines = new LRUCache<string, string>({ max: maxEntries });
  return {
    encode(kind, line) {
      const whole = `${kind}:${line}`;
      if (whole.length <= limits.customIdChars) return whole;
      const hash = createHash("sha256").update(line).digest("base64url");
      longLines.set(hash, line);
      return `${kind}#${hash}`;
    },
    decode(customId) {
      const match = /^([a-z]+)([:#])(.*)$/s.exec(customId);
      const kind = clickKinds.find((known) => known === match?.[1]);
      if (!match || !kind) return undefined;
      const rest = match[3] ?? "";
      return { kind, line: match[2] === ":" ? rest : longLines.get(rest) };
    },
  };
}
