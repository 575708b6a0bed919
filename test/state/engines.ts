/** The engines that a store is tested on here: each opens new and empty, and leaves nothing behind. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import pg from "pg";
import { migrate } from "../../src/state/migrate.ts";
import { lockSchema, openPostgres, runOver } from "../../src/state/postgres.ts";
import { createStore } from "../../src/state/sql/create-store.ts";
import { openSqlite } from "../../src/state/sqlite.ts";
import type { Store } from "../../src/state/store.ts";
import type { Engine, Tables } from "../../src/state/tables.ts";

export type Opened = {
  engine: Engine;
  store: Store;
  /** Another process's view of the same state; null where only one can have it. */
  again: (() => Promise<{ engine: Engine; store: Store; close(): Promise<void> }>) | null;
  /** What a process needs to open it. */
  where: { databaseUrl?: string; dataDir: string };
  close(): Promise<void>;
};
export type TestEngine = { name: string; open(): Promise<Opened> };

const server = process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/test";

const sqlite: TestEngine = {
  name: "node:sqlite",
  async open() {
    const dataDir = mkdtempSync(join(tmpdir(), "gigawatt-state-"));
    const path = join(dataDir, "gigawatt.db");
    return await opened(
      () => openSqlite(path),
      { dataDir },
      async () => rmSync(dataDir, { recursive: true, force: true }),
    );
  },
};

const postgres = (version: string): TestEngine => ({
  name: `PostgreSQL ${version} at ${URL.parse(server)?.host}`,
  async open() {
    const name = `gigawatt_test_${process.pid}_${Math.random().toString(36).slice(2)}`;
    await onServer(`create database ${name}`);
    const address = new URL(server);
    address.pathname = `/${name}`;
    return await opened(
      () => openPostgres(address.href),
      { databaseUrl: address.href, dataDir: "/nowhere" },
      () => onServer(`drop database if exists ${name} with (force)`),
    );
  },
});

/** In memory: one connection, no second process. */
const pglite: TestEngine = {
  name: "PGlite (in memory, in place of PostgreSQL)",
  async open() {
    const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: new PGlite() }) });
    const engine: Engine = { name: "postgres", where: "PGlite", db, run: runOver(db, "PGlite"), lockSchema };
    await migrate(engine);
    return {
      engine,
      store: createStore(engine),
      again: null,
      where: { dataDir: "/nowhere" },
      close: () => db.destroy(),
    };
  },
};

async function opened(
  open: () => Engine | Promise<Engine>,
  where: Opened["where"],
  clean: () => Promise<unknown>,
): Promise<Opened> {
  const others: Engine[] = [];
  const another = async () => {
    const engine = await open();
    others.push(engine);
    await migrate(engine);
    return { engine, store: createStore(engine), close: () => engine.db.destroy() };
  };
  const { engine, store } = await another();
  return {
    engine,
    store,
    where,
    again: another,
    async close() {
      for (const one of others) await one.db.destroy();
      await clean();
    },
  };
}

async function onServer(statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}

async function serverVersion(): Promise<string | null> {
  try {
    const [row] = await onServer("show server_version");
    return (row as { server_version: string }).server_version.split(" ")[0] ?? "";
  } catch (error) {
    // An address that was named must work; the usual one is only tried.
    if (process.env.TEST_DATABASE_URL) throw error;
    return null;
  }
}

const version = await serverVersion();

/** Those that several processes can share: PostgreSQL only where one is reachable. */
export const sharedEngines: readonly TestEngine[] = version === null ? [sqlite] : [sqlite, postgres(version)];

/** PGlite stands in where there is no PostgreSQL, and runs beside it so that the stand-in is known to stand. */
export const allEngines: readonly TestEngine[] = [...sharedEngines, pglite];
