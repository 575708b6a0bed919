/** The file in DATA_DIR, or PostgreSQL where DATABASE_URL is set: opened, and brought to this version's schema. */
import { join } from "node:path";
import { migrate } from "./migrate.ts";
import { createStore } from "./sql/create-store.ts";
import type { Store } from "./store.ts";
import type { Engine } from "./tables.ts";

export type Whereabouts = { databaseUrl?: string | undefined; dataDir: string };

export const stateFile = (dataDir: string): string => join(dataDir, "gigawatt.db");

export async function openEngine({ databaseUrl, dataDir }: Whereabouts): Promise<Engine> {
  // Nobody needs both drivers.
  const engine = databaseUrl
    ? (await import("./postgres.ts")).openPostgres(databaseUrl)
    : await (await import("./sqlite.ts")).openSqlite(stateFile(dataDir));
  try {
    await migrate(engine);
    return engine;
  } catch (error) {
    await engine.db.destroy();
    throw error;
  }
}

export async function openStore(where: Whereabouts): Promise<Store & { where: string }> {
  const engine = await openEngine(where);
  return { ...createStore(engine), where: engine.where };
}
