import type { Kysely } from "kysely";
import type { GatewayShards } from "../store.ts";
import type { Run, Tables } from "../tables.ts";

export const gatewayShards = (run: Run): GatewayShards => ({
  agree: (atLeast) =>
    run((db) =>
      db.transaction().execute(async (transaction) => {
        // Two that start together make the same rows: the second finds them.
        const rows = Array.from({ length: atLeast }, (_, shard) => newShard(shard, atLeast));
        for (let from = 0; from < rows.length; from += 500)
          await transaction
            .insertInto("gateway_shards")
            .values(rows.slice(from, from + 500))
            .onConflict((conflict) => conflict.column("shard").doNothing())
            .execute();
        const count = Math.max(atLeast, await countShards(transaction));
        await transaction
          .updateTable("gateway_shards")
          .set({ shard_count: count, session: null })
          .where("shard_count", "!=", count)
          .execute();
        return count;
      }),
    ),
  async look() {
    const shards = await run((db) => db.selectFrom("gateway_shards").selectAll().orderBy("shard").execute());
    const instances = await run((db) => db.selectFrom("gateway_instances").select(["id", "beat"]).execute());
    return {
      shards: shards.map(({ shard_count, session: _session, ...shard }) => ({ ...shard, of: shard_count })),
      instances,
    };
  },
  async claim({ shard, of, fence, beat }, instance) {
    const row = await run((db) =>
      db
        .updateTable("gateway_shards")
        .set({ holder: instance, fence: fence + 1, beat: 0 })
        .where("shard", "=", shard)
        .where("shard_count", "=", of)
        // Nobody has claimed it or shown a sign of life since it was looked at.
        .where("fence", "=", fence)
        .where("beat", "=", beat)
        .returning("session")
        .executeTakeFirst(),
    );
    return row ? { shard, of, fence: fence + 1, session: row.session } : null;
  },
  beat: (instance, sessions, nowMs) =>
    run((db) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto("gateway_instances")
          .values({ id: instance, beat: 1, seen_ms: nowMs })
          .onConflict((conflict) =>
            conflict
              .column("id")
              .doUpdateSet((own) => ({ beat: own("gateway_instances.beat", "+", 1), seen_ms: nowMs })),
          )
          .execute();
        for (const { shard, of, fence, session } of sessions)
          await transaction
            .updateTable("gateway_shards")
            .set({ session })
            .where("shard", "=", shard)
            .where("shard_count", "=", of)
            .where("holder", "=", instance)
            .where("fence", "=", fence)
            .execute();
        const rows = await transaction
          .updateTable("gateway_shards")
          .set((own) => ({ beat: own("beat", "+", 1) }))
          .where("holder", "=", instance)
          .returning(["shard", "shard_count", "fence", "session"])
          .execute();
        return rows.map(({ shard, shard_count, fence, session }) => ({ shard, of: shard_count, fence, session }));
      }),
    ),
  async release(instance, { shard, of, fence, session }) {
    await run((db) =>
      db
        .updateTable("gateway_shards")
        .set((own) => ({ holder: null, beat: own("beat", "+", 1), ...(session === null ? {} : { session }) }))
        .where("shard", "=", shard)
        .where("shard_count", "=", of)
        .where("holder", "=", instance)
        .where("fence", "=", fence)
        .execute(),
    );
  },
  async leave(instance) {
    await run((db) => db.deleteFrom("gateway_instances").where("id", "=", instance).execute());
  },
  async takeTurn(bucket, nowMs, untilMs) {
    const taken = await run((db) =>
      db
        .insertInto("gateway_turns")
        .values({ bucket, until_ms: untilMs })
        .onConflict((conflict) =>
          conflict
            .column("bucket")
            .doUpdateSet({ until_ms: untilMs })
            // One further ahead than a turn lasts was written by a clock that was wrong.
            .where((own) =>
              own.or([own("gateway_turns.until_ms", "<=", nowMs), own("gateway_turns.until_ms", ">", untilMs)]),
            ),
        )
        .returning("bucket")
        .executeTakeFirst(),
    );
    return taken !== undefined;
  },
});

const newShard = (shard: number, count: number): Tables["gateway_shards"] => ({
  shard,
  shard_count: count,
  holder: null,
  fence: 0,
  beat: 0,
  session: null,
});

async function countShards(db: Kysely<Tables>): Promise<number> {
  const row = await db.selectFrom("gateway_shards").select(db.fn.countAll().as("count")).executeTakeFirstOrThrow();
  return Number(row.count);
}
