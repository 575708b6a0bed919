/** Numbers of a calculation that the asker wrote and that stand on record: "what's 40% of the $500B Stargate plan". */
import { isSame } from "../../knowledge/credits.ts";
import { findStatements } from "../../knowledge/find-statements.ts";
import { keyOf, type Statement } from "../../knowledge/statements.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading } from "./reading.ts";
import { toSought } from "./sought.ts";

/** So many statements are looked at. */
const LOOKED_AT = 30;
const MOST = 2;

/** The same calculation with the figures that its numbers are, so that its answer has their sources. */
export function withRecordedAmounts(reading: Reading, plan: PlanInput): PlanInput {
  if (plan.kind !== "evaluate" || plan.lines.some(({ expression }) => expression.includes("@"))) return plan;
  const { quantities, names, library } = reading;
  const amounts = quantities.map(({ quantity }) => ({ value: quantity.high, unit: quantity.unit }));
  if (amounts.length === 0) return plan;
  const is = (statement: Statement, amount: (typeof amounts)[number]) =>
    statement.amount !== null && isSame(statement.amount, amount);
  const found = findStatements(library, toSought(reading, null, 0), LOOKED_AT, null, "amounts").filter(
    ({ statement, linked }) => linked && amounts.some((amount) => is(statement, amount)),
  );
  const first = found[0]?.statement.record;
  if (!first) return plan;
  const own = found.filter(({ statement }) => keyOf(statement.record) === keyOf(first));
  const met = amounts.filter((amount) => own.some(({ statement }) => is(statement, amount)));
  // Of a number alone nobody knows that it is the recorded one: its record is named, or others of its numbers stand beside it.
  const named = names.mentions.some(({ refs }) =>
    refs.some(({ type }) => type === "deal" || type === "metric" || type === "org"),
  );
  if (!named && met.length < 2) return plan;
  const onRecord = met.flatMap((amount) => {
    const [one] = own.filter(({ statement }) => is(statement, amount));
    return one ? [{ record: first.id, figure: one.statement.part, known: one.statement.known }] : [];
  });
  return { ...plan, onRecord: onRecord.slice(0, MOST) };
}
