/**
 * Sends what is due in the order of its time: one at a time in a workspace, several workspaces at once. One that has to
 * wait holds nobody else up.
 */
export type Job = {
  /** Nothing is in the queue twice. */
  id: string;
  platform: string;
  /** Where the platform counts its limits: a workspace, a server. */
  lane: string;
  dueMs: number;
  /** Never rejects. `waitMs`: what the platform asks this lane to wait. */
  run(): Promise<{ sent: boolean; waitMs: number }>;
};

export type SendQueue = {
  /** Ignored where it is there already, or where its lane has to wait for long. */
  add(job: Job): void;
  /** How many wait. */
  size(): number;
  /** How many messages went out so far. */
  sent(): number;
  /** Resolves when nothing waits and nothing is under way. */
  drained(): Promise<void>;
  /** Begins nothing new. */
  stop(): void;
};

type Lane = { jobs: Job[]; isBusy: boolean; readyAt: number };

export function createSendQueue(options: {
  atOnce: number;
  /** Between two messages of a lane. */
  spacingMs: number;
  /** Between two messages of a platform. */
  gapMs: Readonly<Partial<Record<string, number>>>;
  /** What has to wait for longer is left to a later look. */
  longestWaitMs: number;
  clock: { now(): number };
  /** After each job. */
  onDone(): void;
}): SendQueue {
  const { atOnce, spacingMs, gapMs, longestWaitMs, clock, onDone } = options;
  const lanes = new Map<string, Lane>();
  const known = new Set<string>();
  const closedUntilMs = new Map<string, number>();
  const platformReadyAt = new Map<string, number>();
  const waiting = new Set<() => void>();
  let [running, sent] = [0, 0];
  let [stopped, pumping] = [false, false];
  let timer: NodeJS.Timeout | undefined;

  const readyAt = (lane: Lane): number =>
    Math.max(lane.readyAt, platformReadyAt.get(lane.jobs[0]?.platform ?? "") ?? 0);
  const open = () => [...lanes.values()].filter((lane) => !lane.isBusy && lane.jobs.length > 0);

  /** The one that is due longest of those that may send now. */
  function nextLane(): Lane | undefined {
    const now = performance.now();
    let next: Lane | undefined;
    for (const [name, lane] of lanes) {
      const [job] = lane.jobs;
      if (!job && !lane.isBusy && lane.readyAt <= now) lanes.delete(name);
      if (!job || lane.isBusy || readyAt(lane) > now) continue;
      if (!next || job.dueMs < (next.jobs[0]?.dueMs ?? 0)) next = lane;
    }
    return next;
  }

  function pump(): void {
    clearTimeout(timer);
    pumping = false;
    while (!stopped && running < atOnce) {
      const lane = nextLane();
      const job = lane?.jobs.shift();
      if (!lane || !job) break;
      void runOne(lane, job);
    }
    if (running === 0 && (stopped || known.size === 0)) {
      for (const resolve of waiting) resolve();
      waiting.clear();
    } else if (!stopped && running < atOnce) {
      const soonest = Math.min(...open().map(readyAt));
      if (soonest < Number.POSITIVE_INFINITY) timer = setTimeout(pump, Math.max(1, soonest - performance.now()));
    }
  }

  async function runOne(lane: Lane, job: Job): Promise<void> {
    lane.isBusy = true;
    running++;
    const gapUntil = performance.now() + (gapMs[job.platform] ?? 0);
    platformReadyAt.set(job.platform, gapUntil);
    const result = await job.run();
    // Nothing went out, as where another instance has sent it: the platform has not been asked.
    if (!result.sent && result.waitMs === 0 && platformReadyAt.get(job.platform) === gapUntil)
      platformReadyAt.delete(job.platform);
    running--;
    known.delete(job.id);
    lane.isBusy = false;
    if (result.sent) sent++;
    // What the platform asks one to wait counts for the whole lane.
    if (result.waitMs > longestWaitMs) {
      closedUntilMs.set(job.lane, clock.now() + result.waitMs);
      for (const { id } of lane.jobs.splice(0)) known.delete(id);
    } else lane.readyAt = performance.now() + (result.waitMs || (result.sent ? spacingMs : 0));
    onDone();
    pump();
  }

  return {
    add(job) {
      if (stopped || known.has(job.id)) return;
      const closed = closedUntilMs.get(job.lane);
      if (closed !== undefined && clock.now() < closed) return;
      closedUntilMs.delete(job.lane);
      const lane = lanes.get(job.lane) ?? { jobs: [], isBusy: false, readyAt: 0 };
      lanes.set(job.lane, lane);
      known.add(job.id);
      const at = lane.jobs.findIndex(({ dueMs }) => dueMs > job.dueMs);
      lane.jobs.splice(at < 0 ? lane.jobs.length : at, 0, job);
      // Together with what is added in the same breath: the longest due goes first.
      if (!pumping) queueMicrotask(pump);
      pumping = true;
    },
    size: () => known.size - running,
    sent: () => sent,
    drained: () =>
      new Promise((resolve) => {
        waiting.add(resolve);
        pump();
      }),
    stop() {
      stopped = true;
      for (const lane of lanes.values()) for (const { id } of lane.jobs.splice(0)) known.delete(id);
      pump();
    },
  };
}
