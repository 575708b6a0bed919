import type { CreateTableBuilder, Kysely } from "kysely";

export async function first(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable("events_seen")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("until_ms", "bigint", (column) => column.notNull())
    .execute();
  await schema.createIndex("events_seen_until").on("events_seen").column("until_ms").execute();
  await schema
    .createTable("conversations")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("until_ms", "bigint", (column) => column.notNull())
    .execute();
  await schema.createIndex("conversations_until").on("conversations").column("until_ms").execute();

  await told(schema.createTable("subscriptions"))
    .addColumn("time", "text", (column) => column.notNull())
    .addColumn("zone", "text", (column) => column.notNull())
    .addColumn("days", "text", (column) => column.notNull())
    .addColumn("topics", "text", (column) => column.notNull())
    .addColumn("when_quiet", "text", (column) => column.notNull())
    .addColumn("since_ms", "bigint", (column) => column.notNull())
    .execute();
  await schema.createIndex("subscriptions_next").on("subscriptions").column("next_ms").execute();
  await told(schema.createTable("watches"))
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("status_only", "integer", (column) => column.notNull())
    .addColumn("min_usd", "double precision")
    .execute();
  await schema.createIndex("watches_person").on("watches").columns(["platform", "workspace", "asked_by"]).execute();
  await schema.createIndex("watches_told").on("watches").columns(["told_to", "next_ms"]).execute();
  await schema
    .createTable("deliveries")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("owner", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("fence", "integer", (column) => column.notNull())
    .addColumn("lease_ms", "bigint", (column) => column.notNull())
    .addColumn("first_claim_ms", "bigint", (column) => column.notNull())
    .addColumn("may_be_posted", "integer", (column) => column.notNull())
    .addColumn("message", "text")
    .addColumn("focus", "text")
    .addColumn("done_ms", "bigint")
    .execute();
  await schema.createIndex("deliveries_owner").on("deliveries").columns(["owner", "first_claim_ms"]).execute();

  await schema
    .createTable("feedback")
    .addColumn("line", "text", (column) => column.notNull())
    .addColumn("verdict", "text", (column) => column.notNull())
    .addColumn("words", "text", (column) => column.notNull())
    .addColumn("made_ms", "bigint", (column) => column.notNull())
    .execute();
  await schema
    .createTable("questions_unanswered")
    .addColumn("text", "text", (column) => column.primaryKey())
    .addColumn("times", "integer", (column) => column.notNull())
    .addColumn("last_ms", "bigint", (column) => column.notNull())
    .execute();
  await schema
    .createTable("spending")
    .addColumn("day", "text", (column) => column.primaryKey())
    .addColumn("usd", "double precision", (column) => column.notNull())
    .execute();
}

/** What everything that is told something has in common: where, for whom, up to which day. */
const told = (table: CreateTableBuilder<string>) =>
  table
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("workspace", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("asked_by", "text", (column) => column.notNull())
    .addColumn("told_to", "text", (column) => column.notNull())
    .addColumn("next_ms", "bigint", (column) => column.notNull())
    .addColumn("paused", "text");
