/** The default: one file, safe for several processes on one machine, nothing acknowledged is lost when one is killed. */
import { chmodSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, SqliteDialect } from "kysely";
import { SetupError } from "../errors.ts";
import { StoreError } from "./store-error.ts";
import type { Engine, Tables } from "./tables.ts";

/** SQLite waits for a lock with the whole process, which then acknowledges nothing: so a short while there, the rest here. */
const BUSY_MS = 100;
const GIVE_UP_AFTER_MS = 5_000;

export type SqliteEngine = Engine & { database: DatabaseSync };

export function openSqlite(path: string): SqliteEngine {
  const database = openFile(path);
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: {
        close: () => database.close(),
        prepare(sql) {
          // A transaction that reads first and writes later would fail where two do so at once.
          const statement = database.prepare(sql === "begin" ? "begin immediate" : sql);
          return {
            reader: statement.columns().length > 0,
            all: (values) => statement.all(...(values as never[])),
            run: (values) => statement.run(...(values as never[])),
            iterate: (values) => statement.iterate(...(values as never[])),
          };
        },
      },
    }),
  });
  return {
    name: "sqlite",
    where: path,
    database,
    db,
    async run(work) {
      for (const until = Date.now() + GIVE_UP_AFTER_MS; ; ) {
        try {
          return await work(db);
        } catch (error) {
          const code = codeOf(error);
          if (code === null) throw error;
          // Nothing was done: a lock is asked for before anything else.
          if (code === BUSY && Date.now() < until) await sleep(20 + Math.random() * 80);
          else throw new StoreError(`${WHY[code] ?? "The state cannot be used"}: ${path}.`, { cause: error });
        }
      }
    },
    // A transaction holds the file's only write lock from its beginning.
    lockSchema: async () => {},
  };
}

function openFile(path: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    database = new DatabaseSync(path);
    database.exec(`pragma busy_timeout = ${GIVE_UP_AFTER_MS}`);
    database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");
    // Opening does not write; a folder that cannot be written must end the start and not the first command.
    database.exec("begin immediate; rollback");
    database.exec(`pragma busy_timeout = ${BUSY_MS}`);
    chmodSync(path, 0o600);
    return database;
  } catch (error) {
    database?.close();
    const code = codeOf(error);
    const why = code === null ? undefined : WHY[code];
    const words = error instanceof Error ? error.message : String(error);
    throw new SetupError(`${why ?? `The state cannot be opened (${words})`}: ${path}.`, {
      hint: "Set DATA_DIR to a folder on a local disk that the bot's user may write to, or DATABASE_URL for PostgreSQL.",
      cause: error,
    });
  }
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
