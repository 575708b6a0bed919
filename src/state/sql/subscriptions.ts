import type { Selectable } from "kysely";
import type { Platform, Subscription, Subscriptions } from "../store.ts";
import type { Run, Tables } from "../tables.ts";

export const subscriptions = (run: Run): Subscriptions => ({
  async get(id) {
    const row = await run((db) => db.selectFrom("subscriptions").selectAll().where("id", "=", id).executeTakeFirst());
    return row && fromRow(row);
  },
  async put(subscription) {
    const row = toRow(subscription);
    await run((db) =>
      db
        .insertInto("subscriptions")
        .values(row)
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
        .execute(),
    );
  },
  async remove(id) {
    const { numDeletedRows } = await run((db) =>
      db.deleteFrom("subscriptions").where("id", "=", id).executeTakeFirstOrThrow(),
    );
    return numDeletedRows > 0n;
  },
  async due(platforms, nowMs, most) {
    if (platforms.length === 0) return [];
    const rows = await run((db) =>
      db
        .selectFrom("subscriptions")
        .selectAll()
        .where("next_ms", "<=", nowMs)
        .where("platform", "in", platforms)
        .where("paused", "is", null)
        .orderBy("next_ms")
        .orderBy("id")
        .limit(most)
        .execute(),
    );
    return rows.map(fromRow);
  },
  async plan({ id, sinceMs }, nextMs) {
    await run((db) =>
      db
        .updateTable("subscriptions")
        .set({ next_ms: nextMs })
        .where("id", "=", id)
        .where("since_ms", "=", sinceMs)
        .execute(),
    );
  },
  async pause({ id, sinceMs }, why) {
    const { numUpdatedRows } = await run((db) =>
      db
        .updateTable("subscriptions")
        .set({ paused: why })
        .where("id", "=", id)
        .where("since_ms", "=", sinceMs)
        .where("paused", "is", null)
        .executeTakeFirstOrThrow(),
    );
    return numUpdatedRows > 0n;
  },
});

type Row = Tables["subscriptions"];

const toRow = (one: Subscription): Row => ({
  id: one.id,
  platform: one.platform,
  workspace: one.workspace,
  channel: one.channel,
  asked_by: one.askedBy,
  time: one.time,
  zone: one.zone,
  days: one.days,
  topics: JSON.stringify(one.topics),
  when_quiet: one.whenQuiet,
  told_to: one.toldTo,
  since_ms: one.sinceMs,
  next_ms: one.nextMs,
  paused: one.paused,
});

const fromRow = (row: Selectable<Row>): Subscription => ({
  id: row.id,
  platform: row.platform as Platform,
  workspace: row.workspace,
  channel: row.channel,
  askedBy: row.asked_by,
  time: row.time,
  zone: row.zone,
  days: row.days as Subscription["days"],
  topics: JSON.parse(row.topics) as string[],
  whenQuiet: row.when_quiet as Subscription["whenQuiet"],
  toldTo: row.told_to,
  sinceMs: row.since_ms,
  nextMs: row.next_ms,
  paused: row.paused,
});
