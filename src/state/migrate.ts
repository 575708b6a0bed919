/** Brings the schema to the code's, once, however many processes start at the same time. */
import { type Kysely, sql } from "kysely";
import { SetupError } from "../errors.ts";
import { type Migration, migrations } from "./migrations/migrations.ts";
import type { Engine, Tables } from "./tables.ts";

export const SCHEMA = migrations.length;

export async function migrate(engine: Engine, known: readonly Migration[] = migrations): Promise<void> {
  await engine.run((db) =>
    db.transaction().execute(async (transaction) => {
      await engine.lockSchema(transaction);
      const at = await schemaOf(transaction);
      if (at > known.length)
        throw new SetupError(
          `The state in ${engine.where} was written by a newer Gigawatt (schema ${at}; this one knows ${known.length}).`,
          { hint: "Start the newer version, or restore a backup that was made before." },
        );
      for (const migration of known.slice(at)) await migration(transaction as unknown as Kysely<unknown>);
      if (at < known.length) await sql`update schema_version set version = ${known.length}`.execute(transaction);
    }),
  );
}

/** 0 for a new database. */
async function schemaOf(db: Kysely<Tables>): Promise<number> {
  await sql`create table if not exists schema_version (version integer not null)`.execute(db);
  const { rows } = await sql<{ version: number }>`select version from schema_version`.execute(db);
  if (rows[0]) return rows[0].version;
  await sql`insert into schema_version (version) values (0)`.execute(db);
  return 0;
}
