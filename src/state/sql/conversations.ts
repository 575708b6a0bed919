import { z } from "zod";
import { Plan } from "../../plan/plan.ts";
import type { StoredConversations } from "../store.ts";
import type { Run } from "../tables.ts";

const Shown = z.object({
  lines: z.array(z.object({ label: z.string(), expression: z.string() })),
  at: z.number(),
  label: z.string(),
  record: z.object({ type: z.enum(["deal", "metric"]), id: z.string() }).nullable(),
  figure: z.string().nullable(),
  was: z.object({ figure: z.string(), since: z.string() }).optional(),
});
/** A plan of another version may not be one any more: the conversation then begins anew. */
const Stored = z.object({
  plan: Plan.nullable(),
  deal: z.string().nullable(),
  metric: z.string().nullable(),
  figure: z.string().nullish(),
  asked: z.string().nullish(),
  before: Plan.nullish(),
  deals: z.array(z.string()).optional(),
  beside: z.array(z.string()).optional(),
  shown: z.array(z.array(Shown)).optional(),
});

export const conversations = (run: Run): StoredConversations => ({
  async get(id, nowMs) {
    const row = await run((db) =>
      db
        .selectFrom("conversations")
        .select("body")
        .where("id", "=", id)
        .where("until_ms", ">", nowMs)
        .executeTakeFirst(),
    );
    return row && Stored.safeParse(JSON.parse(row.body)).data;
  },
  async set(id, conversation, until_ms) {
    const body = JSON.stringify(conversation);
    await run((db) =>
      db
        .insertInto("conversations")
        .values({ id, body, until_ms })
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ body, until_ms }))
        .execute(),
    );
  },
});
