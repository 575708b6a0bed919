/** What the store costs, in the process: a delivery from claim to commit, and what it adds to a mention. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Conversation } from "../../src/plan/from-text/conversation.ts";
import { type Conversations, memoryConversations, sharedConversations } from "../../src/state/conversations.ts";
import { openStore } from "../../src/state/open-store.ts";
import { memorySeen, type Seen, sharedSeen } from "../../src/state/seen.ts";
import type { Store } from "../../src/state/store.ts";
import { createFallback } from "../../src/state/with-fallback.ts";
import type { Measurement } from "./measurement.ts";
import { quantile } from "./quantile.ts";

const ROUNDS = 9;
const TIMES = 60;

export const storeTimes: Measurement = {
  name: "store",
  async rows() {
    const dataDir = mkdtempSync(join(tmpdir(), "gigawatt-bench-"));
    const store = await openStore({ dataDir });
    const fallback = createFallback({
      clock: Date,
      onFault: (error) => {
        throw error;
      },
    });
    const kept = {
      seen: sharedSeen({ events: store.events, clock: Date, fallback }),
      conversations: sharedConversations({ stored: store.conversations, clock: Date, fallback }),
    };
    const forgotten = { seen: memorySeen({ clock: Date }), conversations: memoryConversations() };
    const deliveries: number[] = [];
    const added: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      deliveries.push(await timeOf((number) => deliver(store, `${round}:${number}`)));
      const without = await timeOf((number) => mention(forgotten, `${round}:${number}`));
      added.push((await timeOf((number) => mention(kept, `${round}:${number}`))) - without);
    }
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
    // The first round is for warm caches.
    return [
      {
        what: "claim and commit of a delivery on SQLite, p50",
        unit: "ms",
        samples: deliveries.slice(1),
        target: { most: 3 },
        decides: true,
      },
      {
        what: "what the store adds to a mention, p50",
        unit: "ms",
        samples: added.slice(1),
        target: { most: 2 },
        decides: true,
      },
    ];
  },
};

/** All that is written for one message that goes out: claimed, about to be posted, done with its owner's day. */
async function deliver({ deliveries }: Store, id: string): Promise<void> {
  const nowMs = Date.now();
  const claim = await deliveries.claim({ id, owner: "channel", nowMs, leaseUntilMs: nowMs + 60_000 });
  if (!claim || !(await deliveries.setOut(claim, nowMs + 60_000))) throw new Error("the delivery was lost");
  await deliveries.finish(claim, { state: "sent", nowMs, message: "1", focus: "stargate-us-jv", toldTo: "2026-07-05" });
}

const CONVERSATION: Conversation = { plan: null, deal: "stargate-us-jv", metric: null };

/** What the path from a mention to its answer asks of the store: claimed, the conversation before, and after. */
async function mention(
  { seen, conversations }: { seen: Seen; conversations: Conversations },
  id: string,
): Promise<void> {
  await seen.claim(`event:${id}`, `message:${id}`);
  await conversations.get(id);
  await conversations.get(id);
  await conversations.set(id, CONVERSATION);
}

async function timeOf(work: (number: number) => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < TIMES; number++) {
    const startedAt = performance.now();
    await work(number);
    times.push(performance.now() - startedAt);
  }
  return quantile(times, 0.5);
}
