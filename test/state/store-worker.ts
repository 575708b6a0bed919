/**
 * A process with a store, for tests that need several or that kill one. `open`: opens it, says so and ends. `write`: puts
 * subscriptions one after the other and prints the number of each that was acknowledged, until it is killed.
 */
import { SetupError } from "../../src/errors.ts";
import { openStore } from "../../src/state/open-store.ts";

export type StoreTask = "open" | "write";

const [task = "open", dataDir = "", databaseUrl = "", name = "x"] = process.argv.slice(2);
try {
  const store = await openStore({ dataDir, databaseUrl: databaseUrl || undefined });
  console.log("open");
  for (let number = 1; task === "write"; number++) {
    await store.subscriptions.put({
      id: `${name}:${number}`,
      platform: "slack",
      workspace: "T1",
      channel: String(number),
      askedBy: "U1",
      time: "09:00",
      zone: "Europe/Berlin",
      days: "daily",
      topics: [],
      whenQuiet: "full",
      toldTo: "2026-07-01",
      sinceMs: 1,
      nextMs: 1,
      paused: null,
    });
    console.log(number);
  }
  await store.close();
} catch (error) {
  console.log(error instanceof SetupError ? `refused: ${error.message} ${error.hint}` : `failed: ${error}`);
  process.exitCode = 2;
}
