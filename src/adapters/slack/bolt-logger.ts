/** Bolt's and the Web API client's words → our log. */
import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../adapter.ts";
import type { Redact } from "./redact.ts";

export function createBoltLogger(log: Log, redact: Redact): Logger {
  const say = (words: readonly unknown[]) =>
    redact(words.map((word) => (word instanceof Error ? word.message : String(word))).join(" "));
  return {
    // At this level Bolt prints whole payloads: what people wrote has no place in a log.
    debug: () => {},
    info: (...words) => log.debug({ from: "bolt" }, say(words)),
    warn: (...words) => log.warn({ from: "bolt" }, say(words)),
    error: (...words) => log.error({ from: "bolt" }, say(words)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
