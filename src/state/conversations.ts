/** What conversations remember, in memory: the least recently used are forgotten, and all after a time. */
import { LRUCache } from "lru-cache";
import type { Conversation } from "../plan/from-text/conversation.ts";

export type Conversations = {
  get(id: string): Conversation | undefined;
  set(id: string, conversation: Conversation): void;
};

const MOST = 10_000;
const TTL_MS = 24 * 60 * 60 * 1000;

export function memoryConversations(): Conversations {
  const cache = new LRUCache<string, Conversation>({ max: MOST, ttl: TTL_MS });
  return { get: (id) => cache.get(id), set: (id, conversation) => void cache.set(id, conversation) };
}
