/** What adapters work with before there is a core: who asks waits for it, and is then answered as ever. */
import type { App } from "../app.ts";
import { InvariantError } from "../errors.ts";
import type { Installations } from "../state/installations.ts";
import type { Seen } from "../state/seen.ts";
import type { GatewayShards, Store } from "../state/store.ts";

type Core = { app: App; seen: Seen; installations?: Installations };

/** Both begin to load with the first call; who holds Discord's gateway is asked without the knowledge. */
export function waitForCore(
  core: () => Promise<Core>,
  store: () => Promise<Pick<Store, "gateway">>,
): Required<Core> & { shardLeases: GatewayShards } {
  const gateway = async () => (await store()).gateway;
  return {
    app: {
      answer: async (...asked) => (await core()).app.answer(...asked),
      complete: async (...typed) => (await core()).app.complete(...typed),
    },
    installations: {
      get: async (id) => (await installationsOf(core)).get(id),
      put: async (id, body) => (await installationsOf(core)).put(id, body),
      claimRefresh: async (id) => (await installationsOf(core)).claimRefresh(id),
      refreshed: async (id, body) => (await installationsOf(core)).refreshed(id, body),
      forget: async (id) => (await installationsOf(core)).forget(id),
    },
    seen: { claim: async (...keys) => (await core()).seen.claim(...keys) },
    shardLeases: {
      agree: async (...asked) => (await gateway()).agree(...asked),
      look: async () => (await gateway()).look(),
      claim: async (...asked) => (await gateway()).claim(...asked),
      beat: async (...asked) => (await gateway()).beat(...asked),
      release: async (...asked) => (await gateway()).release(...asked),
      leave: async (...asked) => (await gateway()).leave(...asked),
      takeTurn: async (...asked) => (await gateway()).takeTurn(...asked),
    },
  };
}

async function installationsOf(core: () => Promise<Core>): Promise<Installations> {
  const { installations } = await core();
  if (!installations) throw new InvariantError("no installations are kept with one token");
  return installations;
}
