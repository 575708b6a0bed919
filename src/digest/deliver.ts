/**
 * One message, exactly once, whoever is killed or frozen at any moment: claim it with a lease and a fence; look for it
 * where somebody set out to post it before; post; record. Who finds the claim lost after posting takes a second copy away.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Channel, type Clock, type Log, type Outlet, PostError } from "../adapters/adapter.ts";
import type { Doc } from "../doc/doc.ts";
import { UpstreamError } from "../errors.ts";
import type { Claim, Deliveries } from "../state/store.ts";

export type Message = {
  /** The same for the same message, always; also what it is claimed under. */
  key: string;
  owner: string;
  to: Channel;
  /** Null where there is nothing to say. Called when it is this process's turn. */
  make(): Promise<{ doc: Doc | null; focus?: string | undefined; toldTo?: string }>;
};

type Outcome =
  | { done: "sent" | "skipped"; message?: string }
  /** Somebody else has it, or had it. */
  | { done: "elsewhere" }
  | { done: "later"; waitMs: number }
  | { done: "gone"; why: string };

export type Deliver = (message: Message, outlet: Outlet) => Promise<Outcome>;

/** Longer than a call to a platform can take, with its own timeouts. */
const LEASE_MS = 60_000;
/** Of the lease that must be left when a post begins. */
const ENOUGH_MS = 30_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

export function createDeliver({
  deliveries,
  clock,
  log,
  leaseMs = LEASE_MS,
}: {
  deliveries: Deliveries;
  clock: Clock;
  log: Log;
  leaseMs?: number;
}): Deliver {
  const enoughMs = Math.min(ENOUGH_MS, leaseMs / 2);

  async function deliver(message: Message, outlet: Outlet): Promise<Outcome> {
    const { key, owner, to } = message;
    const nowMs = clock.now();
    const claim = await deliveries.claim({ id: key, owner, nowMs, leaseUntilMs: nowMs + leaseMs });
    if (!claim) return { done: "elsewhere" };
    try {
      return await post(message, claim, outlet, to);
    } catch (error) {
      if (!(error instanceof PostError)) {
        // A fault of ours or of the store: whether it is posted is in the store, or is looked for.
        await deliveries.release(claim, clock.now() + pauseMs(claim), "unsure").catch(() => {});
        throw error;
      }
      const waitMs = Math.max(error.waitMs, error.waitMs > 0 ? 0 : pauseMs(claim));
      log.warn({ key, why: error.why, waitMs, error: error.message }, "a message could not be posted");
      if (error.why === "gone") {
        await deliveries.finish(claim, { state: "skipped", nowMs: clock.now() });
        return { done: "gone", why: error.message };
      }
      await deliveries.release(claim, clock.now() + waitMs, error.why === "unsure" ? "unsure" : "no");
      return { done: "later", waitMs };
    }
  }

  async function post({ key, make }: Message, claim: Claim, outlet: Outlet, to: Channel): Promise<Outcome> {
    if (claim.mayBePosted) {
      const [found, ...copies] = await lookFirst(claim, outlet, to, key);
      if (found !== undefined) {
        for (const copy of copies) await outlet.remove(to, copy);
        const { focus, toldTo } = await make();
        await deliveries.finish(claim, {
          state: "sent",
          nowMs: clock.now(),
          message: found,
          focus,
          ...(toldTo ? { toldTo } : {}),
        });
        return { done: "sent", message: found };
      }
    }
    const { doc, focus, toldTo } = await make();
    const told = { focus, ...(toldTo ? { toldTo } : {}) };
    if (!doc) {
      await deliveries.finish(claim, { state: "skipped", nowMs: clock.now(), ...told });
      return { done: "skipped" };
    }
    const leaseUntilMs = clock.now() + leaseMs;
    if (!(await deliveries.setOut(claim, leaseUntilMs))) return { done: "elsewhere" };
    // This process may have been stopped since, for longer than its lease.
    if (leaseUntilMs - clock.now() < enoughMs) throw new PostError("later", "the lease ran out before posting");
    const id = await outlet.post(to, doc, key);
    const isMine = await onceKept(key, () =>
      deliveries.finish(claim, { state: "sent", nowMs: clock.now(), message: id, ...told }),
    );
    if (isMine) return { done: "sent", message: id };
    await onceKept(key, () => takeBack(claim, outlet, to, id));
    return { done: "elsewhere" };
  }

  /**
   * Of what is posted: only this process knows which message is its own, so it tries until the store is back. Another may
   * have posted it meanwhile, where the store is away for this process alone.
   */
  async function onceKept<T>(key: string, work: () => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries++) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        if (tries === 0)
          log.error({ key, error: error.message }, "posted, but the store is away: kept once it is back");
        await sleep(Math.min(1_000, leaseMs / 4));
      }
    }
  }

  /** Looking has not posted anything, but what was posted before is as unsure as it was. */
  async function lookFirst(claim: Claim, outlet: Outlet, to: Channel, key: string): Promise<readonly string[]> {
    try {
      return await outlet.findPosted(to, key, claim.firstClaimMs - CLOCKS_APART_MS);
    } catch (error) {
      if (error instanceof PostError && error.why === "later")
        throw new PostError("unsure", error.message, { waitMs: error.waitMs, cause: error });
      throw error;
    }
  }

  /** The claim was lost while posting: another process has posted it too, has found this one, or is about to. */
  async function takeBack(claim: Claim, outlet: Outlet, to: Channel, mine: string): Promise<void> {
    for (let tries = 0; tries < 120; tries++) {
      const now = await deliveries.get(claim.id);
      if (now?.state !== "open") {
        if (now?.message === mine) return;
        log.warn({ key: claim.id, message: mine }, "posted too late, after a takeover: the second copy is taken away");
        return await outlet.remove(to, mine);
      }
      await sleep(Math.min(1_000, leaseMs / 4));
    }
    log.error({ key: claim.id, message: mine }, "posted after the claim was lost, and it is not known by whom else");
  }

  return deliver;
}

/** The platform's clock and ours. */
const CLOCKS_APART_MS = 5 * 60_000;

/** Longer each time. */
const pauseMs = ({ fence }: Claim): number => Math.min(5_000 * 2 ** Math.min(fence - 1, 10), LONGEST_PAUSE_MS);

/** For a message that somebody asked for just now. */
export const newKey = (what: string): string => `${what}:${randomUUID()}`;
