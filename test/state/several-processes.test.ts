/** Real processes on one state: they start together, and are killed in the middle of writing. */
import { afterEach, describe, expect, test } from "vitest";
import { openEngine } from "../../src/state/open-store.ts";
import { createStore } from "../../src/state/sql/create-store.ts";
import { startWorker } from "../fixtures/start-worker.ts";
import { type Opened, sharedEngines } from "./engines.ts";
import type { StoreTask } from "./store-worker.ts";

const ROUNDS = Number(process.env.STATE_KILLS ?? 12);

describe.each(sharedEngines)("$name", (engine) => {
  let opened: Opened | undefined;
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });
  const args = (task: StoreTask, name = "x") => {
    const { dataDir, databaseUrl = "" } = (opened as Opened).where;
    return [task, dataDir, databaseUrl, name];
  };

  test("five that start at once on a new state all get it, and it is migrated once", async () => {
    opened = await engine.open();
    // As before its first start.
    for (const table of ["schema_version", ...(await tablesOf(opened))])
      await opened.engine.run((db) => db.schema.dropTable(table).ifExists().execute());
    const workers = Array.from({ length: 5 }, () => startWorker("state/store-worker.ts", args("open")));
    expect(await Promise.all(workers.map((worker) => worker.ended))).toEqual([0, 0, 0, 0, 0]);
    expect(workers.map((worker) => worker.lines)).toEqual(Array(5).fill(["open"]));
    expect(await tablesOf(opened)).toContain("subscriptions");
  });

  test(`nothing that was acknowledged is lost when two writers are killed, ${ROUNDS} times`, async () => {
    opened = await engine.open();
    let acknowledged = 0;
    for (let round = 0; round < ROUNDS; round += 2) {
      const names = [`round ${round}`, `round ${round + 1}`];
      const workers = names.map((name) => startWorker("state/store-worker.ts", args("write", name)));
      await Promise.all(workers.map((worker, index) => worker.printed(3 + ((round * 7 + index * 5) % 20))));
      for (const worker of workers) worker.child.kill("SIGKILL");
      await Promise.all(workers.map((worker) => worker.ended));
      // As a process that starts after the crash sees it.
      const after = await openEngine(opened.where);
      const store = createStore(after);
      for (const [index, worker] of workers.entries()) {
        const last = worker.lines.length - 1;
        acknowledged += last;
        for (let number = 1; number <= last; number++)
          expect(await store.subscriptions.get(`${names[index]}:${number}`), `${names[index]}:${number}`).toBeDefined();
      }
      await after.db.destroy();
    }
    expect(acknowledged).toBeGreaterThan(ROUNDS * 3);
  }, 120_000);
});

const tablesOf = async ({ engine }: Opened): Promise<string[]> =>
  (await engine.run((db) => db.introspection.getTables())).map(({ name }) => name);
