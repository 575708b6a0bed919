import type { Run } from "../tables.ts";

const DAY_MS = 86_400_000;
/** Longer than any catch-up, and than the month in which a deal in focus must not come again. */
const KEEP_DELIVERIES_MS = 90 * DAY_MS;
/** What somebody wrote: for this long, and no more of it than somebody can read. */
const KEEP_WORDS_MS = 90 * DAY_MS;
const MOST_WORDS = 5_000;

export async function sweep(run: Run, nowMs: number): Promise<void> {
  await run((db) => db.deleteFrom("events_seen").where("until_ms", "<=", nowMs).execute());
  await run((db) => db.deleteFrom("conversations").where("until_ms", "<=", nowMs).execute());
  await run((db) =>
    db
      .deleteFrom("deliveries")
      .where("first_claim_ms", "<", nowMs - KEEP_DELIVERIES_MS)
      .execute(),
  );
  await run(async (db) => {
    const [over] = await db
      .selectFrom("questions_unanswered")
      .select("last_ms")
      .orderBy("last_ms", "desc")
      .offset(MOST_WORDS)
      .limit(1)
      .execute();
    await db
      .deleteFrom("questions_unanswered")
      .where("last_ms", "<=", Math.max(nowMs - KEEP_WORDS_MS, over?.last_ms ?? 0))
      .execute();
  });
  await run(async (db) => {
    const [over] = await db
      .selectFrom("feedback")
      .select("made_ms")
      .orderBy("made_ms", "desc")
      .offset(MOST_WORDS)
      .limit(1)
      .execute();
    await db
      .deleteFrom("feedback")
      .where("made_ms", "<=", Math.max(nowMs - KEEP_WORDS_MS, over?.made_ms ?? 0))
      .execute();
  });
  // Those that were killed: who runs shows it every few seconds.
  await run((db) =>
    db
      .deleteFrom("gateway_instances")
      .where("seen_ms", "<", nowMs - DAY_MS)
      .execute(),
  );
  const day = new Date(nowMs - DAY_MS).toISOString().slice(0, 10);
  await run((db) => db.deleteFrom("spending").where("day", "<", day).execute());
}
