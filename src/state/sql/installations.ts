import type { StoredInstallations } from "../store.ts";
import type { Run } from "../tables.ts";

export const installations = (run: Run): StoredInstallations => ({
  async get(id) {
    const row = await run((db) =>
      db.selectFrom("installations").select("sealed").where("id", "=", id).executeTakeFirst(),
    );
    return row;
  },
  async put({ id, sealed, keyId }) {
    const row = { id, sealed, key_id: keyId, refresh_until_ms: 0 };
    await run((db) =>
      db
        .insertInto("installations")
        .values(row)
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
        .execute(),
    );
  },
  async claimRefresh({ id, sealed, nowMs, untilMs }) {
    const { numUpdatedRows } = await run((db) =>
      db
        .updateTable("installations")
        .set({ refresh_until_ms: untilMs })
        .where("id", "=", id)
        .where("sealed", "=", sealed)
        .where("refresh_until_ms", "<=", nowMs)
        .executeTakeFirstOrThrow(),
    );
    return numUpdatedRows > 0n;
  },
  async replace({ id, was, sealed, keyId }) {
    const { numUpdatedRows } = await run((db) =>
      db
        .updateTable("installations")
        .set({ sealed, key_id: keyId, refresh_until_ms: 0 })
        .where("id", "=", id)
        .where("sealed", "=", was)
        .executeTakeFirstOrThrow(),
    );
    return numUpdatedRows > 0n;
  },
  async all() {
    const rows = await run((db) =>
      db.selectFrom("installations").select(["id", "sealed", "key_id"]).orderBy("id").execute(),
    );
    return rows.map(({ id, sealed, key_id }) => ({ id, sealed, keyId: key_id }));
  },
  async countByKey() {
    const rows = await run((db) =>
      db
        .selectFrom("installations")
        .select(["key_id", (build) => build.fn.countAll().as("count")])
        .groupBy("key_id")
        .execute(),
    );
    return new Map(rows.map(({ key_id, count }) => [key_id, Number(count)]));
  },
});
