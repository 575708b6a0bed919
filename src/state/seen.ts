/** Which events were taken up already: a platform may send one twice, and two events may tell of one message. */
import { LRUCache } from "lru-cache";

export type Seen = {
  /** True for the first who asks for this key, false for everyone after. */
  claim(key: string): boolean;
};

/** Slack sends again for six minutes, Discord not at all: an hour is ample, and the cap bounds the memory. */
export function createSeen({
  clock,
  ttlMs = 3_600_000,
  max = 20_000,
}: {
  clock: { now(): number };
  ttlMs?: number;
  max?: number;
}): Seen {
  const keys = new LRUCache<string, true>({ max, ttl: ttlMs, ttlResolution: 0, perf: clock });
  return {
    claim(key) {
      if (keys.has(key)) return false;
      keys.set(key, true);
      return true;
    },
  };
}
