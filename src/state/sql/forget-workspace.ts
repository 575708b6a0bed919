import { type Expression, sql } from "kysely";
import type { Run } from "../tables.ts";

/** All or nothing. What has an id of its own begins with the workspace's. */
export async function forgetWorkspace(run: Run, workspace: string): Promise<void> {
  const begins = `${workspace}:`;
  const isOf = (id: Expression<string>) => sql<boolean>`substr(${id}, 1, ${sql.lit(begins.length)}) = ${begins}`;
  await run((db) =>
    db.transaction().execute(async (transaction) => {
      const owners = transaction
        .selectFrom("subscriptions")
        .select("id")
        .where("workspace", "=", workspace)
        .unionAll(transaction.selectFrom("watches").select("id").where("workspace", "=", workspace));
      // Also those of a digest that was switched off before.
      await transaction
        .deleteFrom("deliveries")
        .where(({ or, eb, ref }) => or([eb("owner", "in", owners), isOf(ref("owner"))]))
        .execute();
      await transaction.deleteFrom("subscriptions").where("workspace", "=", workspace).execute();
      await transaction.deleteFrom("watches").where("workspace", "=", workspace).execute();
      await transaction
        .deleteFrom("conversations")
        .where(({ ref }) => isOf(ref("id")))
        .execute();
      await transaction.deleteFrom("installations").where("id", "=", workspace).execute();
    }),
  );
}
