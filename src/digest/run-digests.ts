/** Looks every half minute what is due, and sends it: the longest due first, each workspace at a pace that platforms take. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock, Log, Outlet } from "../adapters/adapter.ts";
import { createInFlight } from "../adapters/in-flight.ts";
import type { Doc } from "../doc/doc.ts";
import type { Platform, Store, Subscription, Watch } from "../state/store.ts";
import type { Deliver, Message } from "./deliver.ts";
import { dueOf, nextOf } from "./due.ts";

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
/** Messages to one workspace: Slack takes about one a second a channel and some hundred a minute in all. */
const SPACING_MS = 250;
/** Workspaces at a time; with the spacing below the 50 calls a second that Discord takes. */
const LANES = 8;
const LONGEST_WAIT_MS = 60_000;
const FOCUS_DAYS_MS = 30 * 86_400_000;

export function createRunDigests(options: {
  store: Store;
  outlets: Outlets;
  contents: Contents;
  deliver: Deliver;
  clock: Clock;
  log: Log;
  spacingMs?: number;
}): RunDigests {
  const { store, outlets, contents, deliver, clock, log, spacingMs = SPACING_MS } = options;
  const inFlight = createInFlight();
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let ticking: Promise<number> | undefined;

  /** True when a message went out. */
  type Item = { lane: string; run(): Promise<{ sent: boolean; waitMs: number }> };

  async function sendDigest(subscription: Subscription, outlet: Outlet): ReturnType<Item["run"]> {
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

  async function sendNews(watch: Watch, outlet: Outlet): ReturnType<Item["run"]> {
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

  async function look(): Promise<{ items: Item[]; more: boolean }> {
    const nowMs = clock.now();
    const subscriptions = await store.subscriptions.due(nowMs, MOST_AT_ONCE);
    const watches = await store.watches.behind(contents.completeTo, nowMs, MOST_AT_ONCE);
    const items: Item[] = [];
    const add = (one: Subscription | Watch, run: (outlet: Outlet) => ReturnType<Item["run"]>) => {
      const outlet = outlets[one.platform];
      // A platform that this instance does not serve.
      if (outlet) items.push({ lane: `${one.platform}:${one.workspace}`, run: () => run(outlet) });
    };
    for (const one of subscriptions) add(one, (outlet) => sendDigest(one, outlet));
    for (const one of watches) add(one, (outlet) => sendNews(one, outlet));
    return { items, more: subscriptions.length === MOST_AT_ONCE || watches.length === MOST_AT_ONCE };
  }

  async function runLane(items: readonly Item[]): Promise<number> {
    let sent = 0;
    for (const item of items) {
      if (stopping.signal.aborted) break;
      try {
        const result = await inFlight.track(item.run());
        if (result.sent) sent++;
        // What the platform asks one to wait counts for the whole workspace; a longer wait is for a later look.
        if (result.waitMs > LONGEST_WAIT_MS) break;
        await pause(result.waitMs > 0 ? result.waitMs : result.sent ? spacingMs : 0);
      } catch (error) {
        log.error({ err: error }, "a digest failed");
        await pause(spacingMs);
      }
    }
    return sent;
  }

  const pause = (ms: number): Promise<void> =>
    ms > 0 ? sleep(ms, undefined, { signal: stopping.signal }).catch(() => {}) : Promise.resolve();

  async function runAll(): Promise<number> {
    let all = 0;
    for (;;) {
      const { items, more } = await look();
      const lanes = [...Map.groupBy(items, (item) => item.lane).values()];
      let next = 0;
      let sent = 0;
      const work = async () => {
        for (let lane = lanes[next++]; lane; lane = lanes[next++]) sent += await runLane(lane);
      };
      await Promise.all(Array.from({ length: LANES }, work));
      all += sent;
      if (!more || sent === 0 || stopping.signal.aborted) return all;
    }
  }

  const tick = (): Promise<number> => {
    ticking ??= runAll().finally(() => {
      ticking = undefined;
    });
    return ticking;
  };

  return {
    tick,
    start() {
      const run = () => void tick().catch((error: unknown) => log.error({ err: error }, "looking for digests failed"));
      timer = setInterval(run, TICK_MS);
      run();
    },
    async stop(deadlineMs) {
      clearInterval(timer);
      stopping.abort();
      await inFlight.settle(deadlineMs);
    },
  };
}

const NOTHING = { sent: false, waitMs: 0 };
