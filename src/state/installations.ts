/** Who has installed the bot, and with which tokens: opened here, kept sealed. Goes on from memory while the store is away. */
import { LRUCache } from "lru-cache";
import type { StoredInstallations } from "./store.ts";
import { StoreError } from "./store-error.ts";
import type { TokenKeys } from "./token-keys.ts";
import type { WithFallback } from "./with-fallback.ts";

export type Installations = {
  /** What was kept, as JSON gives it back; undefined where the workspace has not installed the bot. */
  get(id: string): Promise<unknown>;
  /** A new one, in place of one that is there. */
  put(id: string, body: object): Promise<void>;
  /** True for one process at a time: only it may use the refresh token of what it has just got. */
  claimRefresh(id: string): Promise<boolean>;
  /** What the refresh gave, to whoever claimed it; dropped where the workspace has removed or installed the bot since. */
  refreshed(id: string, body: object): Promise<void>;
  /** Forgets the workspace, with all that is kept of it. */
  forget(id: string): Promise<void>;
};

/** Another instance may have refreshed or forgotten it meanwhile; a dead token only fails. */
const FRESH_MS = 10_000;
/** As long as a request to Slack may take. */
const REFRESH_WITHIN_MS = 30_000;

type Known = { sealed: string; body: unknown; readMs: number };

export function sealedInstallations(options: {
  stored: StoredInstallations;
  forgetWorkspace(id: string): Promise<void>;
  keys: TokenKeys;
  clock: { now(): number };
  fallback: WithFallback;
}): Installations {
  const { stored, forgetWorkspace, keys, clock, fallback } = options;
  const known = new LRUCache<string, Known>({ max: 2_000 });
  /** What was read when the refresh was claimed: what has come in its place since is newer. */
  const claims = new Map<string, string>();

  const keep = (id: string, sealed: string, body: unknown): unknown => {
    known.set(id, { sealed, body, readMs: clock.now() });
    return body;
  };

  return {
    async get(id) {
      const mine = known.get(id);
      if (mine && clock.now() - mine.readMs < FRESH_MS) return mine.body;
      const found = await fallback<Pick<Known, "sealed"> | undefined>(
        () => stored.get(id),
        () => {
          if (mine) return mine;
          throw new StoreError(`The state is away, and with it the tokens of ${id}.`);
        },
      );
      if (!found) {
        known.delete(id);
        return undefined;
      }
      if (mine && mine.sealed === found.sealed) return keep(id, mine.sealed, mine.body);
      return keep(id, found.sealed, JSON.parse(keys.open(found.sealed, id)));
    },
    async put(id, body) {
      const { sealed, keyId } = keys.seal(JSON.stringify(body), id);
      await stored.put({ id, sealed, keyId });
      keep(id, sealed, body);
    },
    async claimRefresh(id) {
      const mine = known.get(id);
      if (!mine) return false;
      const nowMs = clock.now();
      const claimed = await stored.claimRefresh({ id, sealed: mine.sealed, nowMs, untilMs: nowMs + REFRESH_WITHIN_MS });
      // Somebody else is at it, or has done it: ask again next time.
      if (claimed) claims.set(id, mine.sealed);
      else mine.readMs = 0;
      return claimed;
    },
    async refreshed(id, body) {
      const was = claims.get(id) ?? "";
      claims.delete(id);
      const { sealed, keyId } = keys.seal(JSON.stringify(body), id);
      // Before the store: the old token is used up, and this process at least can go on with the new one.
      keep(id, sealed, body);
      for (let tries = 1; ; tries++) {
        try {
          if (!(await stored.replace({ id, was, sealed, keyId }))) known.delete(id);
          return;
        } catch (error) {
          if (tries === 3) throw error;
        }
      }
    },
    async forget(id) {
      known.delete(id);
      await forgetWorkspace(id);
    },
  };
}
