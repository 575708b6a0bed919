import type { EventsSeen } from "../store.ts";
import type { Run } from "../tables.ts";

export const eventsSeen = (run: Run): EventsSeen => ({
  async claim(keys, nowMs, untilMs) {
    const held = await run((db) =>
      db
        .insertInto("events_seen")
        .values(keys.map((key) => ({ key, until_ms: untilMs })))
        // One that has ended counts as new, whether it was swept or not.
        .onConflict((conflict) =>
          conflict.column("key").doUpdateSet({ until_ms: untilMs }).where("events_seen.until_ms", "<=", nowMs),
        )
        .returning("key")
        .execute(),
    );
    return held.length === keys.length;
  },
});
