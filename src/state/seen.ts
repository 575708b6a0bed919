/** Which events were taken up already: a platform may send one twice, and two events may tell of one message. */
import { LRUCache } from "lru-cache";
import type { EventsSeen } from "./store.ts";
import type { WithFallback } from "./with-fallback.ts";

export type Seen = {
  /** True for the first who asks for these keys, false for everyone after, also for one of them. */
  claim(...keys: string[]): Promise<boolean>;
};

/** Slack sends again for six minutes, Discord not at all: an hour is ample. */
const TTL_MS = 3_600_000;

type Clock = { now(): number };

/** In memory: for one process, and where the store is away. The cap bounds the memory. */
export function memorySeen({
  clock,
  ttlMs = TTL_MS,
  max = 20_000,
}: {
  clock: Clock;
  ttlMs?: number;
  max?: number;
}): Seen {
  const taken = new LRUCache<string, true>({
    maxSize: max,
    sizeCalculation: () => 1,
    ttl: ttlMs,
    ttlResolution: 0,
    perf: clock,
  });
  return {
    async claim(...keys) {
      const fresh = !keys.some((key) => taken.has(key));
      for (const key of keys) if (!taken.has(key)) taken.set(key, true);
      return fresh;
    },
  };
}

/** For all instances together. Where the store is away each answers what it has not seen itself: better twice than never. */
export function sharedSeen(options: { events: EventsSeen; clock: Clock; fallback: WithFallback }): Seen {
  const { events, clock, fallback } = options;
  const mine = memorySeen({ clock });
  return {
    async claim(...keys) {
      if (!(await mine.claim(...keys))) return false;
      const nowMs = clock.now();
      return await fallback(
        () => events.claim(keys, nowMs, nowMs + TTL_MS),
        () => true,
      );
    },
  };
}
