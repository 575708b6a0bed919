import { setTimeout as sleep } from "node:timers/promises";

/** The work under way, so that stopping can wait for it. */
export type InFlight = {
  add(work: Promise<void>): void;
  /** Whether all of it was done in time. */
  settled(deadlineMs: number): Promise<boolean>;
};

export function createInFlight(): InFlight {
  const running = new Set<Promise<void>>();
  return {
    add(work) {
      const entry = work.finally(() => running.delete(entry));
      running.add(entry);
    },
    async settled(deadlineMs) {
      const timer = new AbortController();
      const late = sleep(deadlineMs, false, { signal: timer.signal }).catch(() => false);
      const done = Promise.allSettled([...running]).then(() => true);
      const inTime = await Promise.race([done, late]);
      timer.abort();
      return inTime;
    },
  };
}
