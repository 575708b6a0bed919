/** The work that is under way, so that a stop can wait for it. */
export type InFlight = {
  track<T>(work: Promise<T>): Promise<T>;
  count(): number;
  /** Resolves when nothing is under way, or at the deadline: false then. */
  settle(deadlineMs: number): Promise<boolean>;
};

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    track(work) {
      running.add(work);
      const done = () => void running.delete(work);
      work.then(done, done);
      return work;
    },
    count: () => running.size,
    async settle(deadlineMs) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, Math.max(deadlineMs, 0));
      });
      let isLate = false;
      void late.then(() => {
        isLate = true;
      });
      while (running.size > 0 && !isLate) await Promise.race([Promise.allSettled(running), late]);
      clearTimeout(timer);
      return running.size === 0;
    },
  };
}
