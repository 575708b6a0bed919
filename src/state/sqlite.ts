/** The default: one file, safe for several processes on one machine, nothing acknowledged is lost when one is killed. */
import { chmodSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, SqliteDialect, type SqliteStatement } from "kysely";
import { LRUCache } from "lru-cache";
import { SetupError } from "../errors.ts";
import { StoreError } from "./store-error.ts";
import type { Engine, Tables } from "./tables.ts";

/** SQLite waits for a lock with the whole process, which then acknowledges nothing: so a short while there, the rest here. */
const BUSY_MS = 100;
const GIVE_UP_AFTER_MS = 5_000;

export type SqliteEngine = Engine & { database: DatabaseSync };

/** More than the store has; a list of values of another length is another statement. */
const STATEMENTS = 200;

export async function openSqlite(path: string): Promise<SqliteEngine> {
  const database = await untilFree(() => openFile(path)).catch((error: unknown) => {
    throw setupError(path, error);
  });
  const statements = new LRUCache<string, SqliteStatement>({ max: STATEMENTS, memoMethod: prepare });
  function prepare(sql: string): SqliteStatement {
    // A transaction that reads first and writes later would fail where two do so at once.
    const text = sql === "begin" ? "begin immediate" : sql;
    const statement = database.prepare(text);
    return {
      reader: statement.columns().length > 0,
      all: (values) => statement.all(...(values as never[])),
      run: (values) => statement.run(...(values as never[])),
      // Read bit by bit while others may run the same: one of its own.
      iterate: (values) => database.prepare(text).iterate(...(values as never[])),
    };
  }
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: {
        close: () => database.close(),
        prepare: (sql) => statements.memo(sql),
      },
    }),
  });
  return {
    name: "sqlite",
    where: path,
    database,
    db,
    async run(work) {
      try {
        return await untilFree(() => work(db));
      } catch (error) {
        const code = codeOf(error);
        if (code === null) throw error;
        throw new StoreError(`${WHY[code] ?? "The state cannot be used"}: ${path}.`, { cause: error });
      }
    },
    // A transaction holds the file's only write lock from its beginning.
    lockSchema: async () => {},
  };
}

/** Tries again while another process holds the lock. */
async function untilFree<Value>(work: () => Value | Promise<Value>): Promise<Value> {
  for (const until = Date.now() + GIVE_UP_AFTER_MS; ; ) {
    try {
      return await work();
    } catch (error) {
      // Nothing was done: a lock is asked for before anything else.
      if (codeOf(error) !== BUSY || Date.now() >= until) throw error;
      await sleep(20 + Math.random() * 80);
    }
  }
}

function openFile(path: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    database = new DatabaseSync(path);
    database.exec(`pragma busy_timeout = ${BUSY_MS}`);
    database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");
    // Opening does not write; a folder that cannot be written must end the start and not the first command.
    database.exec("begin immediate; rollback");
    chmodSync(path, 0o600);
    return database;
  } catch (error) {
    database?.close();
    throw error;
  }
}

function setupError(path: string, error: unknown): SetupError {
  const code = codeOf(error);
  const why = code === null ? undefined : WHY[code];
  const words = error instanceof Error ? error.message : String(error);
  return new SetupError(`${why ?? `The state cannot be opened (${words})`}: ${path}.`, {
    hint: "Set DATA_DIR to a folder on a local disk that the bot's user may write to, or DATABASE_URL for PostgreSQL.",
    cause: error,
  });
}

const BUSY = 5;
/** By SQLite's primary result codes. */
const WHY: Readonly<Record<number, string>> = {
  [BUSY]: "Another program holds the file of the state locked",
  8: "The file of the state, or its folder, is read-only",
  10: "The disk failed to read or write the state",
  11: "The file of the state is damaged: restore a backup with npm run state:restore",
  13: "The disk is full, so the state cannot be written",
  14: "The file of the state cannot be opened or made",
  26: "This is not a file of the state",
};

function codeOf(error: unknown): number | null {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number"
    ? error.errcode & 0xff
    : null;
}
