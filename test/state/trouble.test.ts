/** What goes wrong with a disk, a file or a server: a sentence that says what, nothing lost, and on again without a restart. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SetupError } from "../../src/errors.ts";
import { migrate, SCHEMA } from "../../src/state/migrate.ts";
import { migrations } from "../../src/state/migrations/migrations.ts";
import { openStore, stateFile } from "../../src/state/open-store.ts";
import { openPostgres } from "../../src/state/postgres.ts";
import { createStore } from "../../src/state/sql/create-store.ts";
import { openSqlite } from "../../src/state/sqlite.ts";
import { StoreError } from "../../src/state/store-error.ts";
import { startProxy } from "../fixtures/start-proxy.ts";
import { startWorker } from "../fixtures/start-worker.ts";
import { allEngines, sharedEngines } from "./engines.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gigawatt-trouble-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const conversation = (deal: string) => ({ plan: null, deal, metric: null });

describe.each(allEngines)("the schema on $name", (engine) => {
  test("of a newer version is refused with a sentence, and not touched", async () => {
    const opened = await engine.open();
    await opened.engine.run((db) => sql`update schema_version set version = ${SCHEMA + 3}`.execute(db));
    const refused = await migrate(opened.engine).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SetupError);
    expect(String(refused)).toMatch(/written by a newer Gigawatt \(schema \d+; this one knows \d+\)/);
    const { rows } = await opened.engine.run((db) =>
      sql<{ version: number }>`select version from schema_version`.execute(db),
    );
    expect(rows).toEqual([{ version: SCHEMA + 3 }]);
    await opened.close();
  });

  test("goes forward with what is in it, and a migration that fails changes nothing", async () => {
    const opened = await engine.open();
    await opened.store.conversations.set("c", conversation("a"), 1_000);
    const fails = async () => {
      throw new Error("a bad migration");
    };
    const adds: (typeof migrations)[number] = async (db) => {
      await db.schema.alterTable("conversations").addColumn("colour", "text").execute();
    };
    await expect(migrate(opened.engine, [...migrations, adds, fails])).rejects.toThrow("a bad migration");
    expect(await columns(opened.engine)).not.toContain("colour");
    await migrate(opened.engine, [...migrations, adds]);
    expect(await columns(opened.engine)).toContain("colour");
    expect(await opened.store.conversations.get("c", 0)).toEqual(conversation("a"));
    await opened.close();
  });
});

const columns = async (engine: Parameters<typeof migrate>[0]): Promise<string[]> => {
  const tables = await engine.run((db) => db.introspection.getTables());
  return tables.find(({ name }) => name === "conversations")?.columns.map(({ name }) => name) ?? [];
};

describe("a file", () => {
  test("in a folder that cannot be written ends the start with one sentence", async () => {
    // Root may write everywhere, so somebody else tries.
    const isRoot = process.getuid?.() === 0;
    const locked = join(folder, "locked");
    mkdirSync(locked);
    chmodSync(folder, 0o755);
    chmodSync(locked, 0o555);
    const worker = startWorker("state/store-worker.ts", ["open", locked], isRoot ? { uid: 65_534 } : {});
    expect(await worker.ended).toBe(2);
    expect(worker.lines).toHaveLength(1);
    expect(worker.lines[0]).toMatch(/^refused: .*(?:cannot be opened or made|read-only).*Set DATA_DIR to a folder/);
  });

  test("that is something else is not taken for the state", async () => {
    writeFileSync(stateFile(folder), "a shopping list, long enough to be no empty file\n".repeat(100));
    const refused = await openStore({ dataDir: folder }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SetupError);
    expect(String(refused)).toContain("This is not a file of the state");
  });

  test("that another program holds locked is waited for, then said so, then used again", async () => {
    const store = createStore(await opened());
    const other = new DatabaseSync(stateFile(folder));
    other.exec("begin immediate");
    setTimeout(() => other.exec("rollback"), 400);
    await store.conversations.set("waited", conversation("a"), 9_000);
    other.exec("begin immediate");
    const failed = await store.conversations.set("c", conversation("a"), 9_000).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(StoreError);
    expect(String(failed)).toContain("Another program holds the file of the state locked");
    // Reading is not kept out.
    expect(await store.conversations.get("waited", 0)).toEqual(conversation("a"));
    other.exec("rollback");
    await store.conversations.set("c", conversation("a"), 9_000);
    other.close();
    await store.close();
  });

  test("on a full disk says so, keeps what it has, and goes on when there is room", async () => {
    const engine = await opened();
    const store = createStore(engine);
    await store.conversations.set("before", conversation("a"), 9_000);
    const { page_count: pages } = engine.database.prepare("pragma page_count").get() as { page_count: number };
    engine.database.exec(`pragma max_page_count = ${pages + 2}`);
    const kept: number[] = [];
    let failed: unknown;
    for (let number = 0; failed === undefined && number < 100; number++) {
      const set = store.conversations.set(`c${number}`, conversation("x".repeat(3_000)), 9_000);
      failed = await set.then(
        () => void kept.push(number),
        (error: unknown) => error,
      );
    }
    expect(failed).toBeInstanceOf(StoreError);
    expect(String(failed)).toContain("The disk is full");
    for (const number of kept) expect(await store.conversations.get(`c${number}`, 0)).toBeDefined();
    expect(await store.conversations.get("before", 0)).toEqual(conversation("a"));
    engine.database.exec("pragma max_page_count = 1000000");
    await store.conversations.set("after", conversation("a"), 9_000);
    await store.close();
  });

  async function opened() {
    const engine = await openSqlite(stateFile(folder));
    await migrate(engine);
    return engine;
  }
});

describe.each(sharedEngines.filter(({ name }) => name.startsWith("PostgreSQL")))("$name", (postgres) => {
  test("that goes away and comes back is used again; what was acknowledged is there", async () => {
    const opened = await postgres.open();
    const address = new URL(opened.where.databaseUrl ?? "");
    const proxy = await startProxy(new URL(address));
    address.host = `127.0.0.1:${proxy.port}`;
    const store = createStore(openPostgres(address.href));
    await store.conversations.set("before", conversation("a"), 9_000);
    const busy = Array.from({ length: 5 }, (_, number) =>
      store.conversations.set(`c${number}`, conversation("a"), 9_000).then(
        () => `c${number}`,
        () => null,
      ),
    );
    await proxy.cut();
    const acknowledged = (await Promise.all(busy)).filter((id) => id !== null);
    for (let attempt = 0; attempt < 3; attempt++) {
      const failed = await store.conversations.get("before", 0).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(StoreError);
      expect(String(failed)).toContain("PostgreSQL cannot be reached");
      expect(String(failed)).not.toContain(address.password || "@");
    }
    await proxy.mend();
    for (const id of ["before", ...acknowledged])
      expect(await store.conversations.get(id, 0)).toEqual(conversation("a"));
    await store.conversations.set("after", conversation("a"), 9_000);
    await store.close();
    await proxy.cut();
    await opened.close();
  });

  test("that is not there ends the start with one sentence", async () => {
    const refused = await openStore({ dataDir: folder, databaseUrl: "postgres://bot:hush@127.0.0.1:1/none" }).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(StoreError);
    expect(String(refused)).toMatch(/PostgreSQL cannot be reached.*127\.0\.0\.1:1\/none/);
    expect(String(refused)).not.toContain("hush");
  });
});
