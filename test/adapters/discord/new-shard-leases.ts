import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../../src/state/open-store.ts";

/** Those of a store of its own, which nobody has used before. */
export async function newShardLeases() {
  const dataDir = mkdtempSync(join(tmpdir(), "gigawatt-leases-"));
  const store = await openStore({ dataDir });
  return {
    shardLeases: store.gateway,
    async close() {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
