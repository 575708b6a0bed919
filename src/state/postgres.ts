/** For several machines. A server that goes away is met with an error a call, and is used again once it is back. */
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { StoreError } from "./store-error.ts";
import type { Engine, Run, Tables } from "./tables.ts";

const CONNECT_WITHIN_MS = 2_000;
const ANSWER_WITHIN_MS = 5_000;
const CONNECTIONS = 10;

/** Any number, the same in every version: who migrates holds it. */
const SCHEMA_LOCK = 4_716_774;

export function openPostgres(url: string): Engine {
  const where = placeOf(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    keepAlive: true,
    application_name: "gigawatt",
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // A connection that breaks while nobody waits for its answer, idle or between two calls, would end the process. The
  // next call says so if the server is still away.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { name: "postgres", where, db, run: runOver(db, where), lockSchema };
}

/** Times in milliseconds fit into a double. */
const INT8 = 20;

export const runOver =
  (db: Kysely<Tables>, where: string): Run =>
  async (work) => {
    try {
      return await work(db);
    } catch (error) {
      const why = reasonOf(error);
      throw why ? new StoreError(`${why}: ${where}.`, { cause: error }) : error;
    }
  };

export async function lockSchema(transaction: Kysely<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${SCHEMA_LOCK})`.execute(transaction);
}

/** Null for what is no trouble of the server: a mistake of ours, which must stay one. */
function reasonOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  if (code === "28P01" || code === "28000") return "PostgreSQL refuses the user or password of DATABASE_URL";
  if (code === "3D000") return "PostgreSQL has no such database: create it, or mend DATABASE_URL";
  if (code === "42501") return "PostgreSQL does not let this user write or make tables";
  if (code === "53100") return "PostgreSQL's disk is full";
  if (code === "25006") return "PostgreSQL is read-only: DATABASE_URL must name the primary";
  if (AWAY.test(code) || AWAY_WORDS.test(error.message)) return "PostgreSQL cannot be reached, or does not answer";
  return null;
}
const AWAY = /^(?:08...|57P0[1-5]|53[23]00|E[A-Z_]+)$/;
const AWAY_WORDS = /Connection terminated|timeout|Client has encountered a connection error|not queryable/i;

/** The address as a log may show it. */
function placeOf(url: string): string {
  const { host, pathname } = URL.parse(url) ?? { host: "DATABASE_URL", pathname: "" };
  return `PostgreSQL at ${host}${pathname}`;
}
