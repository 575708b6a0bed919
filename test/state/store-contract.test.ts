/** One suite, every engine. The last line of its output says on which it ran. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Subscription, Watch } from "../../src/state/store.ts";
import { allEngines, type Opened } from "./engines.ts";

const subscription = (id: string, more: Partial<Subscription> = {}): Subscription => ({
  id,
  platform: "slack",
  workspace: "T1",
  channel: id,
  askedBy: "U1",
  time: "09:00",
  zone: "Europe/Berlin",
  days: "daily",
  topics: ["openai", "energy"],
  whenQuiet: "full",
  toldTo: "2026-07-01",
  sinceMs: 1_000,
  nextMs: 2_000,
  paused: null,
  ...more,
});
const watch = (id: string, more: Partial<Watch> = {}): Watch => ({
  id,
  platform: "discord",
  workspace: "G1",
  channel: "C9",
  askedBy: "U1",
  subject: "stargate-us-jv",
  statusOnly: true,
  minUsd: 1.5e10,
  toldTo: "2026-07-01",
  nextMs: 0,
  paused: null,
  ...more,
});

describe.each(allEngines)("a store on $name", (engine) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await engine.open();
  });
  afterAll(async () => {
    await opened?.close();
    console.info(`store contract: ran on ${engine.name}`);
  });

  describe("events", () => {
    test("are claimed once, together, until they end", async () => {
      const { events } = opened.store;
      expect(await events.claim(["e1", "m1"], 1_000, 5_000)).toBe(true);
      expect(await events.claim(["e1"], 1_000, 5_000)).toBe(false);
      expect(await events.claim(["e2", "m1"], 1_000, 5_000)).toBe(false);
      expect(await events.claim(["m1"], 4_999, 9_000)).toBe(false);
      expect(await events.claim(["m1"], 5_000, 9_000)).toBe(true);
    });

    test("are claimed once by many at the same time", async () => {
      const others = opened.again ? [await opened.again(), await opened.again()] : [];
      const stores = [opened.store, ...others.map((other) => other.store)];
      for (let round = 0; round < 20; round++) {
        const claims = Array.from({ length: 9 }, (_, index) =>
          stores[index % stores.length]?.events.claim([`round ${round}`], 1_000, 5_000),
        );
        expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
      }
      for (const other of others) await other.close();
    });
  });

  test("conversations come back as they were, and end", async () => {
    const { conversations } = opened.store;
    const conversation = { plan: null, deal: "stargate-us-jv", metric: null };
    expect(await conversations.get("c", 0)).toBeUndefined();
    await conversations.set("c", conversation, 1_000);
    await conversations.set("c", { ...conversation, metric: "oracle-capex" }, 2_000);
    expect(await conversations.get("c", 1_999)).toEqual({ ...conversation, metric: "oracle-capex" });
    expect(await conversations.get("c", 2_000)).toBeUndefined();
  });

  test("a conversation of another version begins anew", async () => {
    const { engine: at, store } = opened;
    const body = JSON.stringify({ plan: { kind: "no-such-plan" }, deal: null, metric: null });
    await at.run((db) => db.insertInto("conversations").values({ id: "old", body, until_ms: 9_000 }).execute());
    expect(await store.conversations.get("old", 0)).toBeUndefined();
  });

  test("subscriptions are kept whole, replaced, found when due in order, paused once, removed", async () => {
    const { subscriptions } = opened.store;
    const [a, b] = [subscription("a", { nextMs: 300 }), subscription("b", { nextMs: 200, zone: "Asia/Kolkata" })];
    for (const one of [a, b, subscription("c", { nextMs: 400 })]) await subscriptions.put(one);
    expect(await subscriptions.get("b")).toEqual(b);
    expect(await subscriptions.get("none")).toBeUndefined();
    expect((await subscriptions.due(["slack"], 300, 10)).map((one) => one.id)).toEqual(["b", "a"]);
    expect((await subscriptions.due(["discord", "slack"], 300, 1)).map((one) => one.id)).toEqual(["b"]);
    await subscriptions.put({ ...b, time: "18:30", sinceMs: 2_000 });
    expect((await subscriptions.get("b"))?.time).toBe("18:30");
    expect(await subscriptions.due(["discord"], 300, 10)).toEqual([]);
    expect(await subscriptions.due([], 300, 10)).toEqual([]);
    // What was planned for the settings before must not move the new ones.
    await subscriptions.plan(b, 9_999);
    expect((await subscriptions.get("b"))?.nextMs).toBe(200);
    await subscriptions.plan(a, 9_999);
    expect((await subscriptions.get("a"))?.nextMs).toBe(9_999);
    expect(await subscriptions.pause(b, "archived")).toBe(false);
    expect(await subscriptions.pause({ ...b, sinceMs: 2_000 }, "archived")).toBe(true);
    expect(await subscriptions.pause({ ...b, sinceMs: 2_000 }, "archived")).toBe(false);
    expect((await subscriptions.due(["slack"], 10_000, 10)).map((one) => one.id)).toEqual(["c", "a"]);
    expect(await subscriptions.remove("c")).toBe(true);
    expect(await subscriptions.remove("c")).toBe(false);
  });

  test("watches are kept whole, listed for their person, found when behind, removed", async () => {
    const { watches } = opened.store;
    const one = watch("w1");
    await watches.put(one);
    await watches.put(watch("w2", { minUsd: null, statusOnly: false, channel: "C1", toldTo: "2026-07-05" }));
    await watches.put(watch("w3", { askedBy: "U2", nextMs: 500 }));
    expect(await watches.get("w1")).toEqual(one);
    expect((await watches.of(one)).map(({ id }) => id)).toEqual(["w1", "w2"]);
    expect((await watches.behind(["discord"], "2026-07-05", 499, 10)).map(({ id }) => id)).toEqual(["w1"]);
    await watches.plan("w1", 600);
    expect((await watches.behind(["discord"], "2026-07-05", 500, 10)).map(({ id }) => id)).toEqual(["w3"]);
    await watches.toldTo("w3", "2026-07-05");
    expect(await watches.behind(["discord"], "2026-07-05", 500, 10)).toEqual([]);
    expect(await watches.pause("w1", "gone")).toBe(true);
    expect(await watches.pause("w1", "gone")).toBe(false);
    expect(await watches.remove("w1")).toBe(true);
    expect(await watches.get("w1")).toBeUndefined();
  });

  describe("a delivery", () => {
    test("is held by one, taken over when its lease has ended, finished by the one who holds it", async () => {
      const { deliveries } = opened.store;
      const claim = (nowMs: number) => deliveries.claim({ id: "d1", owner: "s1", nowMs, leaseUntilMs: nowMs + 60_000 });
      const first = await claim(1_000);
      expect(first).toEqual({ id: "d1", fence: 1, firstClaimMs: 1_000, mayBePosted: false });
      expect(await claim(60_999)).toBeNull();
      const second = await claim(61_000);
      expect(second).toEqual({ id: "d1", fence: 2, firstClaimMs: 1_000, mayBePosted: false });
      if (!first || !second) throw new Error("not claimed");
      expect(await deliveries.setOut(first, 500_000)).toBe(false);
      expect(await deliveries.finish(first, { state: "sent", nowMs: 61_500, message: "m1" })).toBe(false);
      expect(await deliveries.setOut(second, 200_000)).toBe(true);
      expect(await claim(199_999)).toBeNull();
      const how = { state: "sent", nowMs: 62_000, message: "m2", focus: "stargate-us-jv" } as const;
      expect(await deliveries.finish(second, how)).toBe(true);
      expect(await deliveries.finish(second, how)).toBe(false);
      expect(await claim(999_999_999)).toBeNull();
      expect(await deliveries.get("d1")).toMatchObject({ state: "sent", message: "m2", fence: 2 });
      expect(await deliveries.focusSince("s1", 1_000)).toEqual(["stargate-us-jv"]);
      expect(await deliveries.focusSince("s1", 1_001)).toEqual([]);
      expect(await deliveries.last("s1")).toMatchObject({ id: "d1", doneMs: 62_000 });
      expect(await deliveries.last("s2")).toBeUndefined();
    });

    test("remembers that somebody set out to post it, until they say that they did not", async () => {
      const { deliveries } = opened.store;
      const claim = async (nowMs: number) => {
        const held = await deliveries.claim({ id: "d2", owner: "s2", nowMs, leaseUntilMs: nowMs + 10 });
        if (!held) throw new Error("not claimed");
        return held;
      };
      const first = await claim(1_000);
      await deliveries.setOut(first, 1_020);
      const second = await claim(1_020);
      expect([first.mayBePosted, second.mayBePosted]).toEqual([false, true]);
      await deliveries.release(second, 2_000, "unsure");
      const third = await claim(2_000);
      expect(third.mayBePosted).toBe(true);
      await deliveries.setOut(third, 2_010);
      await deliveries.release(third, 3_000, "no");
      expect((await claim(3_000)).mayBePosted).toBe(false);
      // The one before has nothing to say any more.
      await deliveries.release(first, 9_000, "unsure");
      expect((await claim(3_010)).fence).toBe(5);
    });

    test("tells its owner's day in the same breath, and only when it was not lost", async () => {
      const { deliveries, subscriptions, watches } = opened.store;
      await subscriptions.put(subscription("told"));
      await watches.put(watch("told-watch"));
      for (const owner of ["told", "told-watch"]) {
        const delivery = { id: `${owner}:1`, owner, nowMs: 1_000, leaseUntilMs: 2_000 };
        const lost = await deliveries.claim(delivery);
        const held = await deliveries.claim({ ...delivery, nowMs: 2_000, leaseUntilMs: 9_000 });
        if (!lost || !held) throw new Error("not claimed");
        expect(await deliveries.finish(lost, { state: "sent", nowMs: 3_000, toldTo: "2030-01-01" })).toBe(false);
        expect(await deliveries.finish(held, { state: "sent", nowMs: 3_000, toldTo: "2026-07-05" })).toBe(true);
      }
      expect((await subscriptions.get("told"))?.toldTo).toBe("2026-07-05");
      expect((await watches.get("told-watch"))?.toldTo).toBe("2026-07-05");
    });

    test("is claimed by one of many at the same time", async () => {
      const others = opened.again ? [await opened.again(), await opened.again()] : [];
      const stores = [opened.store, ...others.map((other) => other.store)];
      for (let round = 0; round < 20; round++) {
        const claims = Array.from({ length: 9 }, (_, index) =>
          stores[index % stores.length]?.deliveries.claim({
            id: `many ${round}`,
            owner: "o",
            nowMs: 1_000,
            leaseUntilMs: 2_000,
          }),
        );
        expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
      }
      for (const other of others) await other.close();
    });
  });

  describe("an installation", () => {
    const made = { id: "slack:T1", sealed: "one", keyId: "k1" };

    test("is kept, replaced while it is as it was read, and refreshed by one at a time", async () => {
      const { installations } = opened.store;
      expect(await installations.get("slack:T1")).toBeUndefined();
      await installations.put({ ...made, sealed: "zero" });
      await installations.put(made);
      expect(await installations.get("slack:T1")).toEqual({ sealed: "one" });
      const claim = (sealed: string, nowMs: number) =>
        installations.claimRefresh({ id: "slack:T1", sealed, nowMs, untilMs: nowMs + 30_000 });
      expect(await claim("zero", 1_000)).toBe(false);
      expect(await claim("one", 1_000)).toBe(true);
      expect(await claim("one", 30_999)).toBe(false);
      // Whoever claimed it did not come back.
      expect(await claim("one", 31_000)).toBe(true);
      const change = { id: "slack:T1", was: "one", sealed: "two", keyId: "k2" };
      expect(await installations.replace(change)).toBe(true);
      expect(await installations.replace(change)).toBe(false);
      expect(await installations.get("slack:T1")).toEqual({ sealed: "two" });
      expect(await claim("two", 31_001)).toBe(true);
      await installations.put({ ...made, id: "slack:E1" });
      expect(await installations.all()).toEqual([
        { id: "slack:E1", sealed: "one", keyId: "k1" },
        { id: "slack:T1", sealed: "two", keyId: "k2" },
      ]);
      expect([...(await installations.countByKey())].sort()).toEqual([
        ["k1", 1],
        ["k2", 1],
      ]);
    });

    test("is claimed by one of many at the same time", async () => {
      const others = opened.again ? [await opened.again(), await opened.again()] : [];
      const stores = [opened.store, ...others.map((other) => other.store)];
      for (let round = 0; round < 20; round++) {
        const id = `slack:MANY${round}`;
        await opened.store.installations.put({ ...made, id });
        const claims = Array.from({ length: 9 }, (_, index) =>
          stores[index % stores.length]?.installations.claimRefresh({ id, sealed: "one", nowMs: 1, untilMs: 2 }),
        );
        expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
      }
      for (const other of others) await other.close();
    });

    test("goes with all that is kept of its workspace, and nothing of another", async () => {
      const { store } = opened;
      const of = async (team: string) => {
        const workspace = `slack:${team}`;
        await store.installations.put({ ...made, id: workspace });
        await store.subscriptions.put(subscription(`${workspace}:C1`, { workspace }));
        await store.watches.put(watch(`watch of ${team}`, { platform: "slack", workspace }));
        await store.conversations.set(`${workspace}:C1:U1`, { plan: null, deal: "a", metric: null }, 9_000);
        for (const owner of [`${workspace}:C1`, `${workspace}:C2`, `watch of ${team}`])
          await store.deliveries.claim({ id: `${owner} delivered`, owner, nowMs: 1, leaseUntilMs: 2 });
      };
      const left = async (team: string) => [
        await store.installations.get(`slack:${team}`),
        await store.subscriptions.get(`slack:${team}:C1`),
        await store.watches.get(`watch of ${team}`),
        await store.conversations.get(`slack:${team}:C1:U1`, 0),
        await store.deliveries.get(`slack:${team}:C1 delivered`),
        await store.deliveries.get(`slack:${team}:C2 delivered`),
        await store.deliveries.get(`watch of ${team} delivered`),
      ];
      for (const team of ["T_GONE", "T_GONE2", "TXGONE"]) await of(team);
      await store.forgetWorkspace("slack:T_GONE");
      expect(await left("T_GONE")).toEqual(Array(7).fill(undefined));
      for (const team of ["T_GONE2", "TXGONE"]) expect(await left(team), team).not.toContain(undefined);
    });
  });

  describe("Discord's gateway", () => {
    const instanceIds = async () => (await opened.store.gateway.look()).instances.map(({ id }) => id).sort();

    test("has as many shards as were agreed, never fewer; with another number sessions end", async () => {
      const { gateway } = opened.store;
      expect(await gateway.agree(2)).toBe(2);
      expect(await gateway.agree(1)).toBe(2);
      const held = await gateway.claim({ shard: 0, of: 2, fence: 0, beat: 0 }, "a");
      if (!held) throw new Error("not claimed");
      await gateway.beat("a", [{ ...held, session: "one" }], 1_000);
      expect(await Promise.all([gateway.agree(4), gateway.agree(4)])).toEqual([4, 4]);
      const { shards } = await gateway.look();
      expect(shards.map(({ shard, of, holder }) => [shard, of, holder])).toEqual([
        [0, 4, "a"],
        [1, 4, null],
        [2, 4, null],
        [3, 4, null],
      ]);
      expect(await gateway.beat("a", [{ ...held, session: "two" }], 2_000)).toEqual([
        { shard: 0, of: 4, fence: 1, session: null },
      ]);
      await gateway.release("a", { ...held, of: 4, session: null });
      await gateway.leave("a");
    });

    test("is taken over only when its holder gave no sign of life since it was looked at", async () => {
      const { gateway } = opened.store;
      const seen = async () => {
        const one = (await gateway.look()).shards[1];
        if (!one) throw new Error("no such shard");
        return one;
      };
      const held = await gateway.claim(await seen(), "a");
      expect(held).toEqual({ shard: 1, of: 4, fence: 1, session: null });
      if (!held) throw new Error("not claimed");
      const before = await seen();
      expect(await gateway.beat("a", [{ ...held, session: "s1" }], 1_000)).toEqual([{ ...held, session: "s1" }]);
      expect(await gateway.claim(before, "b")).toBeNull();
      expect(await gateway.claim(await seen(), "b")).toEqual({ shard: 1, of: 4, fence: 2, session: "s1" });
      // Whoever lost it can neither write its session nor give it away.
      expect(await gateway.beat("a", [{ ...held, session: "late" }], 2_000)).toEqual([]);
      await gateway.release("a", { ...held, session: "late" });
      expect(await gateway.beat("b", [], 2_000)).toEqual([{ shard: 1, of: 4, fence: 2, session: "s1" }]);
      await gateway.release("b", { shard: 1, of: 4, fence: 2, session: "s2" });
      expect(await gateway.claim(await seen(), "c")).toMatchObject({ fence: 3, session: "s2" });
      expect(await instanceIds()).toEqual(["a", "b"]);
      await gateway.leave("a");
      expect(await instanceIds()).toEqual(["b"]);
    });

    test("is claimed by one of many at the same time, and one at a time logs in", async () => {
      const others = opened.again ? [await opened.again(), await opened.again()] : [];
      const stores = [opened.store, ...others.map((other) => other.store)];
      const all = <Value>(ask: (store: Opened["store"], index: number) => Promise<Value>) =>
        Promise.all(Array.from({ length: 9 }, (_, index) => ask(stores[index % stores.length] ?? opened.store, index)));
      for (let round = 0; round < 10; round++) {
        const seen = (await opened.store.gateway.look()).shards[2];
        if (!seen) throw new Error("no such shard");
        const claims = await all((store, index) => store.gateway.claim(seen, `${round}/${index}`));
        expect(claims.filter(Boolean)).toHaveLength(1);
        const nowMs = 1_000 + round * 5_000;
        const turns = await all((store) => store.gateway.takeTurn(0, nowMs, nowMs + 5_000));
        expect(turns.filter(Boolean)).toHaveLength(1);
      }
      expect(await opened.store.gateway.takeTurn(1, 1_000, 6_000)).toBe(true);
      // A turn from a clock that was an hour ahead does not hold anybody up.
      expect(await opened.store.gateway.takeTurn(1, 3_600_000, 3_605_000)).toBe(true);
      expect(await opened.store.gateway.takeTurn(1, 7_000, 12_000)).toBe(true);
      for (const other of others) await other.close();
    });
  });

  test("feedback, questions without an answer, and spending", async () => {
    const { feedback, questions, spending } = opened.store;
    await feedback.add({ line: "deal stargate", verdict: "said", words: "more sites", madeMs: 1_000 });
    await feedback.add({ line: "deal hyperion", verdict: "wrong", words: "it is 2 GW", madeMs: 2_000 });
    expect((await feedback.latest(1)).map(({ line, words }) => [line, words])).toEqual([
      ["deal hyperion", "it is 2 GW"],
    ]);
    for (const text of ["what is foo", "what is bar", "what is foo"]) await questions.add(text, 1_000);
    expect(await questions.most(5)).toEqual([
      { text: "what is foo", times: 2, lastMs: 1_000 },
      { text: "what is bar", times: 1, lastMs: 1_000 },
    ]);
    expect(await spending.on("2026-08-01")).toBe(0);
    const added = await Promise.all(Array.from({ length: 10 }, () => spending.add("2026-08-01", 0.25)));
    expect(Math.max(...added)).toBe(2.5);
    expect(await spending.on("2026-08-01")).toBe(2.5);
  });

  test("the sweep drops what has ended, and nothing else", async () => {
    const { store } = opened;
    const now = 1_800_000_000_000;
    await store.conversations.set("ended", { plan: null, deal: "a", metric: null }, now);
    await store.conversations.set("running", { plan: null, deal: "a", metric: null }, now + 1);
    await store.deliveries.claim({ id: "recent", owner: "o", nowMs: now - 86_400_000, leaseUntilMs: now });
    await store.subscriptions.put(subscription("kept"));
    await store.sweep(now);
    expect(await store.conversations.get("ended", 0)).toBeUndefined();
    expect(await store.conversations.get("running", 0)).toBeDefined();
    expect(await store.deliveries.get("d1")).toBeUndefined();
    expect(await store.deliveries.get("recent")).toBeDefined();
    expect(await store.subscriptions.get("kept")).toBeDefined();
    expect(await store.questions.most(1)).toEqual([]);
    expect(await store.events.claim(["e1"], now, now + 1)).toBe(true);
  });
});
