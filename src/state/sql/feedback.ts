import type { Feedback, FeedbackGiven } from "../store.ts";
import type { Run } from "../tables.ts";

export const feedback = (run: Run): FeedbackGiven => ({
  async add({ line, verdict, words, madeMs }) {
    await run((db) => db.insertInto("feedback").values({ line, verdict, words, made_ms: madeMs }).execute());
  },
  async latest(most) {
    const rows = await run((db) =>
      db.selectFrom("feedback").selectAll().orderBy("made_ms", "desc").limit(most).execute(),
    );
    return rows.map(({ line, verdict, words, made_ms }) => ({
      line,
      verdict: verdict as Feedback["verdict"],
      words,
      madeMs: made_ms,
    }));
  },
});
