/** Whether an instance may still act on its leases: by its own clock, and never after it stood still. */

/** Without a sign of life for so long, a shard is anybody's. */
export const LEASE_MS = 12_000;
/** Its holder stops earlier by this. */
const MARGIN_MS = 3_000;
/** The process was frozen, or busy: nothing it believes of its leases may still be true. */
const STOOD_STILL_MS = 5_000;

export type SureOfLease = {
  /** The store said so, asked at that moment. */
  confirmed(askedAt: number): void;
  /** The store cannot be asked. Others cannot either, so what is held is kept: Discord itself takes one answer only. */
  away(): void;
  /** False from when it may be another's, until it is confirmed again. Asked before anything is done, and every second. */
  isSure(): boolean;
  isAway(): boolean;
  now(): number;
};

export function createSureOfLease(elapsed: () => number = farthest()): SureOfLease {
  let [confirmedAt, ranAt, away] = [Number.NEGATIVE_INFINITY, elapsed(), false];
  return {
    confirmed(askedAt) {
      [confirmedAt, away] = [askedAt, false];
    },
    away() {
      away = true;
    },
    isSure() {
      const now = elapsed();
      if (now - ranAt > STOOD_STILL_MS) away = false;
      ranAt = now;
      return away || now - confirmedAt < LEASE_MS - MARGIN_MS;
    },
    isAway: () => away,
    now: elapsed,
  };
}

/** The steady clock stands still while a machine sleeps, the other may be set: whichever says that more time has passed. */
function farthest(): () => number {
  let [passed, steady, wall] = [0, performance.now(), Date.now()];
  return () => {
    const [nowSteady, nowWall] = [performance.now(), Date.now()];
    passed += Math.max(nowSteady - steady, nowWall - wall);
    [steady, wall] = [nowSteady, nowWall];
    return passed;
  };
}
