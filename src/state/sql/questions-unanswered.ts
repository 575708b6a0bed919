import type { QuestionsUnanswered } from "../store.ts";
import type { Run } from "../tables.ts";

export const questionsUnanswered = (run: Run): QuestionsUnanswered => ({
  async add(text, nowMs) {
    await run((db) =>
      db
        .insertInto("questions_unanswered")
        .values({ text, times: 1, last_ms: nowMs })
        .onConflict((conflict) =>
          conflict
            .column("text")
            .doUpdateSet((own) => ({ times: own("questions_unanswered.times", "+", 1), last_ms: nowMs })),
        )
        .execute(),
    );
  },
  async most(most) {
    const rows = await run((db) =>
      db
        .selectFrom("questions_unanswered")
        .selectAll()
        .orderBy("times", "desc")
        .orderBy("last_ms", "desc")
        .limit(most)
        .execute(),
    );
    return rows.map(({ text, times, last_ms }) => ({ text, times, lastMs: last_ms }));
  },
});
