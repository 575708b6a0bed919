import type { Selectable } from "kysely";
import type { Platform, Watch, Watches } from "../store.ts";
import type { Run, Tables } from "../tables.ts";

export const watches = (run: Run): Watches => ({
  async put(watch) {
    const row = toRow(watch);
    await run((db) =>
      db
        .insertInto("watches")
        .values(row)
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
        .execute(),
    );
  },
  async get(id) {
    const row = await run((db) => db.selectFrom("watches").selectAll().where("id", "=", id).executeTakeFirst());
    return row && fromRow(row);
  },
  async of({ platform, workspace, askedBy }) {
    const rows = await run((db) =>
      db
        .selectFrom("watches")
        .selectAll()
        .where("platform", "=", platform)
        .where("workspace", "=", workspace)
        .where("asked_by", "=", askedBy)
        .orderBy("id")
        .execute(),
    );
    return rows.map(fromRow);
  },
  async remove(id) {
    const { numDeletedRows } = await run((db) =>
      db.deleteFrom("watches").where("id", "=", id).executeTakeFirstOrThrow(),
    );
    return numDeletedRows > 0n;
  },
  async behind(platforms, completeTo, nowMs, most) {
    if (platforms.length === 0) return [];
    const rows = await run((db) =>
      db
        .selectFrom("watches")
        .selectAll()
        .where("told_to", "<", completeTo)
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
  async plan(id, nextMs) {
    await run((db) => db.updateTable("watches").set({ next_ms: nextMs }).where("id", "=", id).execute());
  },
  async toldTo(id, day) {
    await run((db) => db.updateTable("watches").set({ told_to: day }).where("id", "=", id).execute());
  },
  async pause(id, why) {
    const { numUpdatedRows } = await run((db) =>
      db
        .updateTable("watches")
        .set({ paused: why })
        .where("id", "=", id)
        .where("paused", "is", null)
        .executeTakeFirstOrThrow(),
    );
    return numUpdatedRows > 0n;
  },
});

type Row = Tables["watches"];

const toRow = (one: Watch): Row => ({
  id: one.id,
  platform: one.platform,
  workspace: one.workspace,
  channel: one.channel,
  asked_by: one.askedBy,
  subject: one.subject,
  status_only: one.statusOnly ? 1 : 0,
  min_usd: one.minUsd,
  told_to: one.toldTo,
  next_ms: one.nextMs,
  paused: one.paused,
});

const fromRow = (row: Selectable<Row>): Watch => ({
  id: row.id,
  platform: row.platform as Platform,
  workspace: row.workspace,
  channel: row.channel,
  askedBy: row.asked_by,
  subject: row.subject,
  statusOnly: row.status_only === 1,
  minUsd: row.min_usd,
  toldTo: row.told_to,
  nextMs: row.next_ms,
  paused: row.paused,
});
