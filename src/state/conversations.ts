/** What conversations remember: a day, then they begin anew. */
import { LRUCache } from "lru-cache";
import type { Conversation } from "../plan/from-text/conversation.ts";
import type { StoredConversations } from "./store.ts";
import type { WithFallback } from "./with-fallback.ts";

export type Conversations = {
  get(id: string): Promise<Conversation | undefined>;
  set(id: string, conversation: Conversation): Promise<void>;
};

const MOST = 10_000;
const TTL_MS = 24 * 60 * 60 * 1000;

/** For the terminal, and where the store is away: the least recently used are forgotten first. */
export function memoryConversations(): Conversations {
  const cache = new LRUCache<string, Conversation>({ maxSize: MOST, sizeCalculation: () => 1, ttl: TTL_MS });
  return {
    get: async (id) => cache.get(id),
    set: async (id, conversation) => void cache.set(id, conversation),
  };
}

/** For all instances together: a follow-up is understood whichever of them gets it. */
export function sharedConversations(options: {
  stored: StoredConversations;
  clock: { now(): number };
  fallback: WithFallback;
}): Conversations {
  const { stored, clock, fallback } = options;
  const mine = memoryConversations();
  return {
    get: (id) =>
      fallback(
        () => stored.get(id, clock.now()),
        () => mine.get(id),
      ),
    async set(id, conversation) {
      await mine.set(id, conversation);
      await fallback(
        () => stored.set(id, conversation, clock.now() + TTL_MS),
        () => undefined,
      );
    },
  };
}
