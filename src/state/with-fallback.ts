/** Answering must not wait for a store that is away: then memory has to do, and the store is asked again a little later. */
import { setTimeout as sleep } from "node:timers/promises";

export type WithFallback = <Value>(work: () => Promise<Value>, instead: () => Value | Promise<Value>) => Promise<Value>;

const PATIENCE_MS = 1_000;
const ASK_AGAIN_AFTER_MS = 5_000;

export function createFallback({
  clock,
  onFault,
}: {
  clock: { now(): number };
  /** Told once each time that the store is given up. */
  onFault(error: unknown): void;
}): WithFallback {
  let awayUntil = 0;
  return async (work, instead) => {
    if (clock.now() < awayUntil) return await instead();
    const late = new AbortController();
    try {
      return await Promise.race([work(), outOfPatience(late.signal)]);
    } catch (error) {
      if (clock.now() >= awayUntil) onFault(error);
      awayUntil = clock.now() + ASK_AGAIN_AFTER_MS;
      return await instead();
    } finally {
      late.abort();
    }
  };
}

/** A process that stood still has not read an answer that may be there by now: it looks once more. */
async function outOfPatience(signal: AbortSignal): Promise<never> {
  const askedAt = performance.now();
  const wait = () => sleep(PATIENCE_MS, undefined, { ref: false, signal });
  await wait();
  if (performance.now() - askedAt > PATIENCE_MS * 1.5) await wait();
  throw new Error(`the store did not answer within ${PATIENCE_MS} ms`);
}
