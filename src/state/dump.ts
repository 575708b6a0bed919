/** All that is kept, as JSON lines that both engines read: to move from the file to PostgreSQL, or back. */
import type { Kysely } from "kysely";
import { z } from "zod";
import { SetupError } from "../errors.ts";
import { SCHEMA } from "./migrate.ts";
import type { Engine, Tables } from "./tables.ts";

/** Left out is what is worth nothing a little later: events seen, and which instance holds which part of the gateway. */
const KEPT = [
  "conversations",
  "subscriptions",
  "watches",
  "deliveries",
  "installations",
  "feedback",
  "questions_unanswered",
  "spending",
] as const satisfies readonly (keyof Tables)[];
type Kept = (typeof KEPT)[number];

const Head = z.object({ gigawatt: z.literal("state"), schema: z.number().int().min(1), takenAt: z.string() });
const Line = z.object({
  table: z.enum(KEPT),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

/** As it stood at one moment, whatever is written meanwhile. */
export async function dump(engine: Engine, takenAt: Date, write: (line: string) => void): Promise<number> {
  return await engine.run((db) =>
    db
      .transaction()
      // SQLite always reads like this.
      .setIsolationLevel("repeatable read")
      .execute(async (transaction) => {
        write(JSON.stringify({ gigawatt: "state", schema: SCHEMA, takenAt: takenAt.toISOString() }));
        let rows = 0;
        for (const table of KEPT)
          for (const row of await transaction.selectFrom(table).selectAll().execute()) {
            write(JSON.stringify({ table, row }));
            rows++;
          }
        return rows;
      }),
  );
}

/** All or nothing. Into a state that holds something only with `replace`. */
export async function load(
  engine: Engine,
  lines: Iterable<string>,
  { replace, name }: { replace: boolean; name: string },
): Promise<number> {
  return await engine.run((db) =>
    db.transaction().execute(async (transaction) => {
      for (const table of KEPT) {
        if (replace) await transaction.deleteFrom(table).execute();
        else await mustBeEmpty(transaction, table, engine.where);
      }
      let [number, rows] = [0, 0];
      for (const text of lines) {
        number++;
        if (text.trim() === "") continue;
        const value = read(text, name, number);
        if (number === 1) checkHead(value, name);
        else {
          await insert(transaction, value, name, number);
          rows++;
        }
      }
      if (number === 0) throw new SetupError(`${name} is empty.`);
      return rows;
    }),
  );
}

async function mustBeEmpty(db: Kysely<Tables>, table: Kept, where: string): Promise<void> {
  const row = await db.selectFrom(table).select(db.fn.countAll().as("count")).executeTakeFirst();
  if (Number(row?.count) > 0)
    throw new SetupError(`There is a state in ${where} already.`, {
      hint: "Stop the bot and add --replace to drop it, or restore to another place.",
    });
}

function read(text: string, name: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SetupError(`Line ${number} of ${name} is not JSON: the file is damaged or cut off.`, { cause: error });
  }
}

function checkHead(value: unknown, name: string): void {
  const head = Head.safeParse(value);
  if (!head.success) throw new SetupError(`${name} is not a backup of the state.`);
  if (head.data.schema > SCHEMA)
    throw new SetupError(
      `${name} was made by a newer Gigawatt (schema ${head.data.schema}; this one knows ${SCHEMA}).`,
      { hint: "Restore it with that version." },
    );
}

async function insert(db: Kysely<Tables>, value: unknown, name: string, number: number): Promise<void> {
  const line = Line.safeParse(value);
  if (!line.success) throw new SetupError(`Line ${number} of ${name} is not a row of the state.`);
  await db
    .insertInto(line.data.table)
    .values(line.data.row as never)
    .execute();
}
