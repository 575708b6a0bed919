import type { Kysely } from "kysely";

export async function installations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("installations")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("sealed", "text", (column) => column.notNull())
    .addColumn("key_id", "text", (column) => column.notNull())
    .addColumn("refresh_until_ms", "bigint", (column) => column.notNull())
    .execute();
}
