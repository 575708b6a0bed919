import type { Run } from "../tables.ts";

const DAY_MS = 86_400_000;
/** Longer than any catch-up, and than the month in which a deal in focus must not come again. */
const KEEP_DELIVERIES_MS = 90 * DAY_MS;
const KEEP_QUESTIONS_MS = 90 * DAY_MS;

export async function sweep(run: Run, nowMs: number): Promise<void> {
  await run((db) => db.deleteFrom("events_seen").where("until_ms", "<=", nowMs).execute());
  await run((db) => db.deleteFrom("conversations").where("until_ms", "<=", nowMs).execute());
  await run((db) =>
    db
      .deleteFrom("deliveries")
      .where("first_claim_ms", "<", nowMs - KEEP_DELIVERIES_MS)
      .execute(),
  );
  await run((db) =>
    db
      .deleteFrom("questions_unanswered")
      .where("last_ms", "<", nowMs - KEEP_QUESTIONS_MS)
      .execute(),
  );
  const day = new Date(nowMs - DAY_MS).toISOString().slice(0, 10);
  await run((db) => db.deleteFrom("spending").where("day", "<", day).execute());
}
