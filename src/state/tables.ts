/** The tables as kysely types them. Times and counts are whole numbers, everything nested is JSON text: both engines agree on these. */
import type { Kysely } from "kysely";

type Place = { platform: string; workspace: string; channel: string; asked_by: string };

export type Tables = {
  events_seen: { key: string; until_ms: number };
  conversations: { id: string; body: string; until_ms: number };
  subscriptions: Place & {
    id: string;
    time: string;
    zone: string;
    days: string;
    topics: string;
    when_quiet: string;
    told_to: string;
    since_ms: number;
    next_ms: number;
    paused: string | null;
  };
  watches: Place & {
    id: string;
    subject: string;
    status_only: number;
    min_usd: number | null;
    told_to: string;
    next_ms: number;
    paused: string | null;
  };
  deliveries: {
    id: string;
    owner: string;
    state: string;
    fence: number;
    lease_ms: number;
    first_claim_ms: number;
    may_be_posted: number;
    message: string | null;
    focus: string | null;
    done_ms: number | null;
  };
  installations: { id: string; sealed: string; key_id: string; refresh_until_ms: number };
  feedback: { line: string; verdict: string; words: string; made_ms: number };
  questions_unanswered: { text: string; times: number; last_ms: number };
  spending: { day: string; usd: number };
  gateway_shards: {
    shard: number;
    shard_count: number;
    holder: string | null;
    fence: number;
    beat: number;
    session: string | null;
  };
  gateway_instances: { id: string; beat: number; seen_ms: number };
  gateway_turns: { bucket: number; until_ms: number };
};

/** Does work on the database, and turns what fails into a StoreError that says what to do. */
export type Run = <Value>(work: (db: Kysely<Tables>) => Promise<Value>) => Promise<Value>;

/** How an engine is opened, for everything above it. */
export type Engine = {
  name: "sqlite" | "postgres";
  /** Where the state is, in words without a password. */
  where: string;
  db: Kysely<Tables>;
  run: Run;
  /** Lets one process migrate at a time; called first in the migrating transaction. */
  lockSchema(transaction: Kysely<Tables>): Promise<void>;
};
