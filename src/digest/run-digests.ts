/** Looks every half minute what is due, and sends it: the longest due first, at a pace that platforms take. */
import type { Clock, Log, Outlet } from "../adapters/adapter.ts";
import { createInFlight } from "../adapters/in-flight.ts";
import type { Doc } from "../doc/doc.ts";
import type { Platform, Store, Subscription, Watch } from "../state/store.ts";
import type { Deliver, Message } from "./deliver.ts";
import { dueOf, nextOf } from "./due.ts";
import { createSendQueue, type Job } from "./send-queue.ts";

export type Outlets = Partial<Record<Platform, Outlet>>;

/** What is said: pure functions of the knowledge. */
export type Contents = {
  completeTo: string;
  digest(subscription: Subscription, day: string, focusBefore: readonly string[]): { doc: Doc | null; focus?: string };
  news(watch: Watch): Doc | null;
  paused(what: "digest" | "watch", why: string): Doc;
};

export type RunDigests = {
  /** Looks once and sends all that is due; gives how many messages went out. */
  tick(): Promise<number>;
  start(): void;
  /** Takes nothing new, finishes what it has. */
  stop(deadlineMs: number): Promise<void>;
};

const TICK_MS = 30_000;
const MOST_AT_ONCE = 1_000;
/** With fewer left the next ones are looked up, where there are more. */
const LOW = 100;
/** Messages to one workspace: Slack takes about one a second a channel and some hundred a minute in all. */
const SPACING_MS = 250;
/** Ten a second: Discord takes 50 of a bot, for answers too, and other instances send as many. */
const GAP_MS = { discord: 100 };
const AT_ONCE = 8;
const LONGEST_WAIT_MS = 60_000;
const FOCUS_DAYS_MS = 30 * 86_400_000;

export function createRunDigests(options: {
  store: Store;
  outlets: Outlets;
  contents: Contents;
  deliver: Deliver;
  clock: Clock;
  log: Log;
  /** Other paces, for tests. */
  spacingMs?: number;
  gapMs?: Partial<Record<Platform, number>>;
}): RunDigests {
  const { store, outlets, contents, deliver, clock, log, spacingMs = SPACING_MS, gapMs = GAP_MS } = options;
  const inFlight = createInFlight();
  let timer: NodeJS.Timeout | undefined;
  let ticking: Promise<number> | undefined;
  let looking: Promise<void> | undefined;
  /** Whether the last look was cut off, and how many had gone out by then. */
  let [more, sentBefore] = [false, 0];

  const queue = createSendQueue({
    atOnce: AT_ONCE,
    spacingMs,
    gapMs,
    longestWaitMs: LONGEST_WAIT_MS,
    clock,
    onDone() {
      // Where nothing goes out, somebody else is sending these: the next look is early enough.
      if (more && queue.size() < LOW && queue.sent() > sentBefore) void look().catch(lookFailed);
    },
  });

  async function sendDigest(subscription: Subscription, outlet: Outlet): ReturnType<Job["run"]> {
    const due = dueOf(subscription, clock.now());
    if (!due) {
      await store.subscriptions.plan(subscription, nextOf(subscription, clock.now()));
      return NOTHING;
    }
    const { id } = subscription;
    const message: Message = {
      key: `digest:${id}:${due.day}`,
      owner: id,
      to: subscription,
      make: async () => {
        const before = await store.deliveries.focusSince(id, clock.now() - FOCUS_DAYS_MS);
        return { ...contents.digest(subscription, due.day, before), toldTo: contents.completeTo };
      },
    };
    const outcome = await deliver(message, outlet);
    if (outcome.done === "gone" && (await store.subscriptions.pause(subscription, outcome.why)))
      await tellPaused("digest", subscription, outcome.why, outlet);
    const isDone =
      outcome.done === "elsewhere"
        ? (await store.deliveries.get(message.key))?.state !== "open"
        : outcome.done !== "later";
    if (isDone) await store.subscriptions.plan(subscription, nextOf(subscription, clock.now()));
    return { sent: outcome.done === "sent", waitMs: outcome.done === "later" ? outcome.waitMs : 0 };
  }

  async function sendNews(watch: Watch, outlet: Outlet): ReturnType<Job["run"]> {
    if (!contents.news(watch)) {
      await store.watches.toldTo(watch.id, contents.completeTo);
      return NOTHING;
    }
    const message: Message = {
      key: `watch:${watch.id}:${contents.completeTo}`,
      owner: watch.id,
      to: watch,
      make: async () => ({ doc: contents.news(watch), toldTo: contents.completeTo }),
    };
    const outcome = await deliver(message, outlet);
    if (outcome.done === "gone" && (await store.watches.pause(watch.id, outcome.why)))
      await tellPaused("watch", watch, outcome.why, outlet);
    if (outcome.done === "elsewhere" || outcome.done === "later") {
      const waitMs = outcome.done === "later" ? outcome.waitMs : TICK_MS;
      await store.watches.plan(watch.id, clock.now() + waitMs);
    }
    return { sent: outcome.done === "sent", waitMs: outcome.done === "later" ? outcome.waitMs : 0 };
  }

  /** Once, to the person who asked for it; that they cannot be told either is no reason to try again. */
  async function tellPaused(what: "digest" | "watch", one: Subscription | Watch, why: string, outlet: Outlet) {
    log.warn({ what, id: one.id, why }, "paused: its channel takes no messages any more");
    const doc = contents.paused(what, why);
    await outlet
      .tell({ workspace: one.workspace, user: one.askedBy }, doc)
      .catch((error: unknown) => log.info({ id: one.id, error: String(error) }, "nobody could be told of the pause"));
  }

  function look(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  async function lookOnce(): Promise<void> {
    const nowMs = clock.now();
    const served = Object.keys(outlets) as Platform[];
    const subscriptions = await store.subscriptions.due(served, nowMs, MOST_AT_ONCE);
    const watches = await store.watches.behind(served, contents.completeTo, nowMs, MOST_AT_ONCE);
    more = subscriptions.length === MOST_AT_ONCE || watches.length === MOST_AT_ONCE;
    sentBefore = queue.sent();
    for (const one of subscriptions) add(`digest ${one.id}`, one, (outlet) => sendDigest(one, outlet));
    for (const one of watches) add(`watch ${one.id}`, one, (outlet) => sendNews(one, outlet));
  }

  function add(id: string, one: Subscription | Watch, send: (outlet: Outlet) => ReturnType<Job["run"]>): void {
    const outlet = outlets[one.platform];
    if (!outlet) return;
    const run = () =>
      inFlight.track(send(outlet)).catch((error: unknown) => {
        log.error({ err: error }, "a digest failed");
        return { sent: false, waitMs: spacingMs };
      });
    queue.add({ id, platform: one.platform, lane: `${one.platform}:${one.workspace}`, dueMs: one.nextMs, run });
  }

  async function sendAll(): Promise<number> {
    const sentAtFirst = queue.sent();
    do {
      await look();
      await queue.drained();
    } while (more && queue.sent() > sentBefore);
    return queue.sent() - sentAtFirst;
  }

  const tick = (): Promise<number> => {
    ticking ??= sendAll().finally(() => {
      ticking = undefined;
    });
    return ticking;
  };

  const lookFailed = (error: unknown) => log.error({ err: error }, "looking for digests failed");

  return {
    tick,
    start() {
      const run = () => void look().catch(lookFailed);
      timer = setInterval(run, TICK_MS);
      run();
    },
    async stop(deadlineMs) {
      clearInterval(timer);
      queue.stop();
      await inFlight.settle(deadlineMs);
    },
  };
}

const NOTHING = { sent: false, waitMs: 0 };
