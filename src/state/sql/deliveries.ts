import type { Kysely, Selectable } from "kysely";
import type { Claim, Deliveries, Delivery, DeliveryState } from "../store.ts";
import type { Run, Tables } from "../tables.ts";

export const deliveries = (run: Run): Deliveries => ({
  async claim({ id, owner, nowMs, leaseUntilMs }) {
    const row = await run((db) =>
      db
        .insertInto("deliveries")
        .values({ id, owner, state: "open", fence: 1, lease_ms: leaseUntilMs, first_claim_ms: nowMs, may_be_posted: 0 })
        .onConflict((conflict) =>
          conflict
            .column("id")
            .doUpdateSet((own) => ({ fence: own("deliveries.fence", "+", 1), lease_ms: leaseUntilMs }))
            .where("deliveries.state", "=", "open")
            .where("deliveries.lease_ms", "<=", nowMs),
        )
        .returning(["id", "fence", "first_claim_ms", "may_be_posted"])
        .executeTakeFirst(),
    );
    return row ? toClaim(row) : null;
  },
  setOut: (claim, leaseUntilMs) => run((db) => update(db, claim, { lease_ms: leaseUntilMs, may_be_posted: 1 })),
  async release(claim, untilMs, posted) {
    await run((db) => update(db, claim, { lease_ms: untilMs, ...(posted === "no" ? { may_be_posted: 0 } : {}) }));
  },
  async finish(claim, { state, nowMs, message, focus, toldTo }) {
    const done = { state, done_ms: nowMs, message: message ?? null, focus: focus ?? null };
    if (!toldTo) return await run((db) => update(db, claim, done));
    return await run((db) =>
      db.transaction().execute(async (transaction) => {
        if (!(await update(transaction, claim, done))) return false;
        const owner = transaction.selectFrom("deliveries").select("owner").where("id", "=", claim.id);
        await transaction.updateTable("subscriptions").set({ told_to: toldTo }).where("id", "=", owner).execute();
        await transaction.updateTable("watches").set({ told_to: toldTo }).where("id", "=", owner).execute();
        return true;
      }),
    );
  },
  async get(id) {
    const row = await run((db) => db.selectFrom("deliveries").selectAll().where("id", "=", id).executeTakeFirst());
    return row && fromRow(row);
  },
  async last(owner) {
    const row = await run((db) =>
      db
        .selectFrom("deliveries")
        .selectAll()
        .where("owner", "=", owner)
        .where("done_ms", "is not", null)
        .orderBy("first_claim_ms", "desc")
        .limit(1)
        .executeTakeFirst(),
    );
    return row && { ...fromRow(row), doneMs: row.done_ms ?? 0 };
  },
  async focusSince(owner, sinceMs) {
    const rows = await run((db) =>
      db
        .selectFrom("deliveries")
        .select("focus")
        .where("owner", "=", owner)
        .where("first_claim_ms", ">=", sinceMs)
        .where("focus", "is not", null)
        .execute(),
    );
    return rows.flatMap(({ focus }) => focus ?? []);
  },
});

/** Changes it while this claim holds it. */
async function update(db: Kysely<Tables>, { id, fence }: Claim, set: Partial<Tables["deliveries"]>): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("deliveries")
    .set(set)
    .where("id", "=", id)
    .where("fence", "=", fence)
    .where("state", "=", "open")
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

const toClaim = (row: Pick<Tables["deliveries"], "id" | "fence" | "first_claim_ms" | "may_be_posted">): Claim => ({
  id: row.id,
  fence: row.fence,
  firstClaimMs: row.first_claim_ms,
  mayBePosted: row.may_be_posted === 1,
});

const fromRow = (row: Selectable<Tables["deliveries"]>): Delivery => ({
  ...toClaim(row),
  owner: row.owner,
  state: row.state as DeliveryState,
  leaseMs: row.lease_ms,
  message: row.message,
  focus: row.focus,
});
