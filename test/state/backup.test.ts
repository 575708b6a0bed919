/** The real commands on real processes: taken while the bot writes, read by both engines. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startWorker } from "../fixtures/start-worker.ts";
import { type Opened, sharedEngines, type TestEngine } from "./engines.ts";

const root = resolve(import.meta.dirname, "../..");
let folder: string;
let open: Opened[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gigawatt-backup-"));
  open = [];
});
afterEach(async () => {
  for (const one of open) await one.close();
  rmSync(folder, { recursive: true, force: true });
});

async function engineAt(engine: TestEngine): Promise<Opened> {
  const one = await engine.open();
  open.push(one);
  return one;
}

async function run(task: string, args: readonly string[], { dataDir, databaseUrl }: Opened["where"]) {
  const child = spawn(process.execPath, [resolve(root, "src/launch.mjs"), task, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? "", DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part: string) => {
      said += part;
    });
  const [code] = await once(child, "close");
  return { code: code as number, said };
}

async function fill({ store }: Opened): Promise<void> {
  await store.conversations.set("c", { plan: null, deal: "größe “quoted” \u2028", metric: null }, 9_000);
  await store.watches.put({
    id: "w",
    platform: "discord",
    workspace: "G",
    channel: "C",
    askedBy: "U",
    subject: "openai",
    statusOnly: false,
    minUsd: 2.5e9,
    toldTo: "2026-07-05",
    nextMs: 0,
    paused: null,
  });
  const claim = await store.deliveries.claim({ id: "d", owner: "w", nowMs: 1_784_000_000_000, leaseUntilMs: 1 });
  if (claim) await store.deliveries.finish(claim, { state: "sent", nowMs: 1_784_000_000_500, message: "m" });
  await store.installations.put({ id: "slack:T1", sealed: "1.abc.def", keyId: "abc" });
  await store.spending.add("2026-08-01", 0.1);
}

const pairs = sharedEngines.flatMap((from) =>
  sharedEngines.map((to) => ({ from, to, title: `${from.name} → ${to.name}` })),
);

test.each(pairs)(
  "a dump moves all from $title",
  async ({ from, to }) => {
    const [source, target] = [await engineAt(from), await engineAt(to)];
    await fill(source);
    const file = join(folder, "state.jsonl");
    expect(await run("state-backup", [file], source.where)).toEqual({ code: 0, said: `The state is in ${file}.\n` });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const restored = await run("state-restore", [file], target.where);
    expect(restored.said).toMatch(/^Restored 5 rows to /);
    expect(await target.store.conversations.get("c", 0)).toEqual(await source.store.conversations.get("c", 0));
    expect(await target.store.watches.get("w")).toEqual(await source.store.watches.get("w"));
    expect(await target.store.deliveries.get("d")).toEqual(await source.store.deliveries.get("d"));
    expect(await target.store.installations.all()).toEqual(await source.store.installations.all());
    expect(await target.store.spending.on("2026-08-01")).toBe(0.1);

    const again = await run("state-restore", [file], target.where);
    expect(again.code).toBe(2);
    expect(again.said).toContain("There is a state in");
    expect((await run("state-restore", [file, "--replace"], target.where)).code).toBe(0);
  },
  60_000,
);

describe("a copy of the file", () => {
  const [sqlite] = sharedEngines;
  if (!sqlite) throw new Error("node:sqlite is always there");

  test("is taken while another process writes, and restores to any engine", async () => {
    const source = await engineAt(sqlite);
    const writer = startWorker("state/store-worker.ts", ["write", source.where.dataDir]);
    await writer.printed(20);
    const acknowledged = writer.lines.length - 1;
    const file = join(folder, "copy.db");
    expect(await run("state-backup", [file], source.where)).toMatchObject({ code: 0 });
    writer.child.kill("SIGKILL");
    await writer.ended;
    for (const engine of sharedEngines) {
      const target = await engineAt(engine);
      expect((await run("state-restore", [file], target.where)).said).toMatch(/^Restored \d+ rows/);
      for (let number = 1; number <= acknowledged; number++)
        expect(await target.store.subscriptions.get(`x:${number}`), String(number)).toBeDefined();
    }
  }, 60_000);

  test("is refused for PostgreSQL, over a file that is there, and where there is no state", async () => {
    const source = await engineAt(sqlite);
    writeFileSync(join(folder, "there.db"), "");
    expect((await run("state-backup", ["there.db"], source.where)).said).toContain("there.db is there already");
    expect((await run("state-backup", ["state.txt"], source.where)).said).toContain(
      "ends neither in .jsonl nor in .db",
    );
    const none = { dataDir: join(folder, "none") };
    expect((await run("state-backup", ["a.db"], none)).said).toContain("There is no state in");
    expect(existsSync(none.dataDir)).toBe(false);
    const away = { dataDir: folder, databaseUrl: "postgres://127.0.0.1:1/none" };
    expect((await run("state-backup", ["a.db"], away)).said).toContain("for the file in DATA_DIR only");
  }, 60_000);

  test("that is damaged, cut off, or from a newer version changes nothing", async () => {
    const source = await engineAt(sqlite);
    await fill(source);
    const file = join(folder, "state.jsonl");
    await run("state-backup", [file], source.where);
    const whole = readFileSync(file, "utf8");
    const broken: [string, RegExp][] = [
      [whole.slice(0, -20), /Line \d+ of .* is not JSON/],
      [whole.replace(/"schema":\d+/, '"schema":99'), /made by a newer Gigawatt/],
      [whole.replace('"table":"watches"', '"table":"passwords"'), /Line \d+ of .* is not a row/],
      ["{}", /is not a backup of the state/],
    ];
    for (const [text, said] of broken) {
      writeFileSync(file, text);
      const tried = await run("state-restore", [file, "--replace"], source.where);
      expect(tried).toMatchObject({ code: 2, said: expect.stringMatching(said) });
      expect(await source.store.watches.get("w")).toBeDefined();
    }
  }, 60_000);
});
