import type { Kysely } from "kysely";

/** Which instance holds which part of Discord's gateway. */
export async function gatewayShards(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable("gateway_shards")
    .addColumn("shard", "integer", (column) => column.primaryKey())
    .addColumn("shard_count", "integer", (column) => column.notNull())
    .addColumn("holder", "text")
    .addColumn("fence", "integer", (column) => column.notNull())
    .addColumn("beat", "integer", (column) => column.notNull())
    .addColumn("session", "text")
    .execute();
  await schema
    .createTable("gateway_instances")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("beat", "integer", (column) => column.notNull())
    .addColumn("seen_ms", "bigint", (column) => column.notNull())
    .execute();
  await schema
    .createTable("gateway_turns")
    .addColumn("bucket", "integer", (column) => column.primaryKey())
    .addColumn("until_ms", "bigint", (column) => column.notNull())
    .execute();
}
