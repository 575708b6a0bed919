/** What adapters work with before there is a core: who asks waits for it, and is then answered as ever. */
import type { App } from "../app.ts";
import type { Seen } from "../state/seen.ts";

type Core = { app: App; seen: Seen };

/** `core` begins to load with the first call. */
export const waitForCore = (core: () => Promise<Core>): Core => ({
  app: {
    answer: async (request) => (await core()).app.answer(request),
    complete: async (...typed) => (await core()).app.complete(...typed),
  },
  seen: { claim: async (...keys) => (await core()).seen.claim(...keys) },
});
