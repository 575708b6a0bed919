/** `npm run state:backup [-- FILE]` and `npm run state:restore -- FILE [--replace]`. */
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { backup } from "node:sqlite";
import { SetupError } from "../errors.ts";
import { dump, load } from "../state/dump.ts";
import { migrate } from "../state/migrate.ts";
import { openEngine, stateFile, type Whereabouts } from "../state/open-store.ts";
import { openSqlite } from "../state/sqlite.ts";
import type { Engine } from "../state/tables.ts";
import { readOptions } from "./read-options.ts";

const USAGE = "Write npm run state:backup -- FILE: it ends in .jsonl, for both engines, or in .db, a copy of the file.";

/** While the bot runs, too. A file appears whole or not at all. */
export async function backupState(args: readonly string[], where: Whereabouts): Promise<void> {
  const { positionals } = readOptions({ args: [...args], allowPositionals: true, options: {} }, USAGE);
  const takenAt = new Date();
  const path = positionals[0] ?? `gigawatt-${takenAt.toISOString().replace(/[:.]/g, "-")}.jsonl`;
  if (!/\.(?:jsonl|db)$/.test(path))
    throw new SetupError(`${path} ends neither in .jsonl nor in .db.`, { hint: USAGE });
  if (existsSync(path)) throw new SetupError(`${path} is there already.`, { hint: "Name another file." });
  if (!where.databaseUrl && !existsSync(stateFile(where.dataDir)))
    throw new SetupError(`There is no state in ${where.dataDir}.`, { hint: "Set DATA_DIR to the bot's folder." });
  const copy = path.endsWith(".db");
  if (copy && where.databaseUrl)
    throw new SetupError("A copy in SQLite's format is for the file in DATA_DIR only.", {
      hint: "Name a file that ends in .jsonl, or use pg_dump.",
    });
  const unfinished = `${path}.unfinished`;
  if (copy) {
    const engine = await openSqlite(stateFile(where.dataDir));
    await backup(engine.database, unfinished);
    chmodSync(unfinished, 0o600);
    await engine.db.destroy();
  } else await withEngine(await openEngine(where), (engine) => dumpTo(unfinished, engine, takenAt));
  renameSync(unfinished, path);
  console.log(`The state is in ${path}.`);
}

async function dumpTo(path: string, engine: Engine, takenAt: Date): Promise<void> {
  const file = openSync(path, "w", 0o600);
  try {
    await dump(engine, takenAt, (line) => void writeSync(file, `${line}\n`));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export async function restoreState(args: readonly string[], where: Whereabouts): Promise<void> {
  const usage = "Write npm run state:restore -- FILE, with --replace to drop the state that is there.";
  const { values, positionals } = readOptions(
    { args: [...args], allowPositionals: true, options: { replace: { type: "boolean", default: false } } },
    usage,
  );
  const path = positionals[0];
  if (!path) throw new SetupError("There is no file to restore.", { hint: usage });
  if (!existsSync(path)) throw new SetupError(`There is no file ${path}.`);
  const lines = path.endsWith(".db") ? await linesOfCopy(path) : readFileSync(path, "utf8").split("\n");
  const options = { replace: values.replace === true, name: path };
  await withEngine(await openEngine(where), async (engine) => {
    const rows = await load(engine, lines, options);
    console.log(`Restored ${rows} rows to ${engine.where}.`);
  });
}

async function linesOfCopy(path: string): Promise<string[]> {
  return await withEngine(await openSqlite(path), async (engine) => {
    await migrate(engine);
    const lines: string[] = [];
    await dump(engine, new Date(), (line) => void lines.push(line));
    return lines;
  });
}

async function withEngine<Value>(engine: Engine, work: (engine: Engine) => Promise<Value>): Promise<Value> {
  try {
    return await work(engine);
  } finally {
    await engine.db.destroy();
  }
}
