/**
 * Which shards of the gateway this instance holds. Each is held by one instance, by a lease; they spread over all that run.
 * Who dies or freezes is followed by another within a lease; who stops hands over at once, with the session to resume.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../adapter.ts";
import { errorFields } from "./error-fields.ts";
import type { HeldShard, SeenShard, ShardLeases } from "./shard-leases.ts";
import { createSureOfLease, LEASE_MS, type SureOfLease } from "./sure-of-lease.ts";

const LOOK_EVERY_MS = 1_000;
const BEAT_EVERY_MS = 3_000;
/** After one instance gave shards to another, which needs time to connect. */
const SETTLE_MS = 30_000;
/** A shard that this instance cannot connect is left to others for so long. */
const NO_LUCK_MS = 60_000;
/** With nobody to ask, a lost connection is then made all the same: rather two than none. */
const ASK_FOR_MS = 30_000;

/** What is done with a shard while it is held. */
export type Holding = {
  /** What resumes it. */
  session(): string | null;
  /** For how long it has tried to connect in vain. */
  lostForMs(): number;
  close(): Promise<void>;
};

export type ShardHolder = {
  /** Looks once, and from then on every second. */
  start(): Promise<void>;
  /** Gives all to others. */
  stop(): Promise<void>;
  /** Whether what comes over this very connection may be answered: asked before each event. */
  holds(holding: Holding): boolean;
  /** Resolves when a lost connection may be made again: resumed, or, while nobody can be asked, anew beside another's. */
  mayConnect(): Promise<"resume" | "identify">;
  /** There is a new session: others should know it soon. */
  remember(): void;
  /** All instances go on with more shards. */
  grow(atLeast: number): Promise<void>;
  state(): { of: number; shards: number[]; others: number };
};

export function createShardHolder(options: {
  leases: ShardLeases;
  /** Unlike any other's, also a process's before. */
  instance: string;
  log: Log;
  open(shard: HeldShard): Holding;
}): ShardHolder {
  const { leases, instance, log, open } = options;
  const lease = createSureOfLease();
  const held = new Map<number, HeldShard & { holding: Holding }>();
  /** When the last sign of life of a shard's holder, or of an instance, was seen. */
  const signs = new Map<string, { sign: string; at: number }>();
  const noLuckUntil = new Map<number, number>();
  let [of, others] = [0, 0];
  let [beatAt, settledAt] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [stopping, wasThere] = [false, false];
  let ticking: Promise<void> = Promise.resolve();
  const timers: NodeJS.Timeout[] = [];

  const sessions = () => [...held.values()].map(({ holding, ...shard }) => ({ ...shard, session: holding.session() }));

  function drop(shard: number, why: string): void {
    const one = held.get(shard);
    held.delete(shard);
    if (!one) return;
    log.warn({ shard, why }, "a part of Discord's gateway is let go");
    void one.holding.close();
  }

  function isSure(): boolean {
    if (lease.isSure()) return true;
    for (const shard of [...held.keys()]) drop(shard, "this instance stood still, so another may hold it");
    return false;
  }

  async function beat(): Promise<void> {
    const askedAt = lease.now();
    wasThere = true;
    const mine = await leases.beat(instance, sessions(), Date.now());
    // What was said before it stood still is not true any more.
    if (!stopping && lease.now() - askedAt < BEAT_EVERY_MS * 2) lease.confirmed(askedAt);
    beatAt = askedAt;
    const still = new Map(mine.map((one) => [one.shard, one]));
    for (const [shard, one] of held) {
      const now = still.get(shard);
      if (now?.fence !== one.fence) drop(shard, "another instance holds it");
      else if (now.of !== one.of) drop(shard, `there are ${now.of} shards now`);
    }
    for (const one of mine) if (!held.has(one.shard)) hold(one);
  }

  function hold(shard: HeldShard): void {
    if (stopping || !lease.isSure()) return;
    held.set(shard.shard, { ...shard, holding: open(shard) });
  }

  async function letGo(shard: number): Promise<void> {
    const one = held.get(shard);
    if (!one) return;
    held.delete(shard);
    const { holding, ...lost } = one;
    // First what was taken, then the connection: what comes in between is for the one who resumes.
    const session = holding.session();
    await holding.close();
    await leases.release(instance, { ...lost, session });
  }

  /** True for what has shown no sign of life for as long as a lease. */
  function isSilent(name: string, sign: string): boolean {
    const [now, seen] = [lease.now(), signs.get(name)];
    if (seen?.sign === sign) return now - seen.at >= LEASE_MS;
    signs.set(name, { sign, at: now });
    return false;
  }

  async function look(): Promise<void> {
    const { shards, instances } = await leases.look();
    if (stopping) return;
    of = shards.length;
    const alive = instances.filter(({ id, beat }) => id !== instance && !isSilent(`instance ${id}`, String(beat)));
    others = alive.length;
    const free = shards.filter((one) => one.holder !== instance && isFree(one));
    const fair = Math.ceil(shards.length / (others + 1));
    await takeOver(free, fair);
    await leaveToOthers(fair, free.length);
  }

  const isFree = ({ shard, holder, fence, beat }: SeenShard): boolean =>
    isSilent(`shard ${shard}`, `${holder} ${fence} ${beat}`) || holder === null;

  async function takeOver(free: readonly SeenShard[], fair: number): Promise<void> {
    for (const one of free) {
      const now = lease.now();
      if (now < (noLuckUntil.get(one.shard) ?? 0) && others > 0) continue;
      // More than its share only where nobody else has taken it.
      if (held.size >= fair && !hasWaited(one, now)) continue;
      const claimed = await leases.claim(one, instance);
      if (!claimed) continue;
      log.info({ shard: one.shard, of: one.of, before: one.holder }, "a part of Discord's gateway is taken up");
      hold(claimed);
    }
  }

  const hasWaited = ({ shard }: SeenShard, now: number): boolean =>
    now - (signs.get(`shard ${shard}`)?.at ?? now) >= LEASE_MS + SETTLE_MS / 2;

  async function leaveToOthers(fair: number, free: number): Promise<void> {
    if (others === 0) return;
    const now = lease.now();
    for (const [shard, { holding }] of held) {
      if (holding.lostForMs() < NO_LUCK_MS) continue;
      log.warn({ shard }, "this instance cannot connect it: left to another");
      noLuckUntil.set(shard, now + NO_LUCK_MS);
      await letGo(shard);
    }
    if (free > 0 || now - settledAt < SETTLE_MS) return;
    const surplus = [...held.keys()].slice(fair);
    if (surplus.length === 0) return;
    settledAt = now;
    log.info({ shards: surplus }, "parts of Discord's gateway go to another instance");
    for (const shard of surplus) await letGo(shard);
  }

  async function tick(): Promise<void> {
    if (stopping) return;
    isSure();
    try {
      if (lease.now() - beatAt >= BEAT_EVERY_MS) await beat();
      if (lease.isSure() && !lease.isAway()) await look();
    } catch (error) {
      if (!lease.isAway())
        log.error(errorFields(error), "who holds Discord's gateway cannot be asked: going on as it is");
      lease.away();
      beatAt = lease.now();
    }
  }

  /** One after the other: a call to the store may take longer than a second. */
  function schedule(): void {
    if (stopping) return;
    timers[0] = setTimeout(() => {
      ticking = tick().finally(schedule);
    }, LOOK_EVERY_MS);
  }

  return {
    async start() {
      await beat();
      await look();
      schedule();
      timers[1] = setInterval(isSure, LOOK_EVERY_MS);
    },
    async stop() {
      stopping = true;
      for (const timer of timers) clearTimeout(timer);
      const all = [...held.keys()].map(letGo);
      await Promise.all(all).catch((error: unknown) =>
        log.warn(errorFields(error), "the gateway could not be handed over: others wait until the lease ends"),
      );
      await ticking;
      if (wasThere) await leases.leave(instance).catch(() => {});
    },
    holds: (holding) => isSure() && [...held.values()].some((one) => one.holding === holding),
    mayConnect: () => mayConnect(lease),
    remember() {
      beatAt = Number.NEGATIVE_INFINITY;
    },
    async grow(atLeast) {
      const count = await leases.agree(atLeast);
      if (count !== of) log.info({ shards: count }, "Discord's gateway goes on with more shards");
      of = count;
    },
    state: () => ({ of, shards: [...held.keys()].sort((a, b) => a - b), others }),
  };
}

async function mayConnect(lease: SureOfLease): Promise<"resume" | "identify"> {
  const since = lease.now();
  for (;;) {
    if (lease.isSure() && !lease.isAway()) return "resume";
    // Resumed it would be taken from another instance that may hold it by now.
    if (lease.isAway() && lease.now() - since > ASK_FOR_MS) return "identify";
    await sleep(250);
  }
}
