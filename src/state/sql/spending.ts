import type { Spending } from "../store.ts";
import type { Run } from "../tables.ts";

export const spending = (run: Run): Spending => ({
  async add(day, usd) {
    const row = await run((db) =>
      db
        .insertInto("spending")
        .values({ day, usd })
        .onConflict((conflict) => conflict.column("day").doUpdateSet((own) => ({ usd: own("spending.usd", "+", usd) })))
        .returning("usd")
        .executeTakeFirstOrThrow(),
    );
    return row.usd;
  },
  async on(day) {
    const row = await run((db) => db.selectFrom("spending").select("usd").where("day", "=", day).executeTakeFirst());
    return row?.usd ?? 0;
  },
});
