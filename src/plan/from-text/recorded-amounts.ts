/** Numbers of a calculation that the asker wrote and that stand on record: "what's 40% of the $500B Stargate plan". */

import { stateOn } from "../../knowledge/as-of.ts";
import { isSame } from "../../knowledge/credits.ts";
import { findStatements } from "../../knowledge/find-statements.ts";
import { keyOf, type Statement } from "../../knowledge/statements.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading } from "./reading.ts";
import { toSought } from "./sought.ts";
import { figuresOf } from "./sums/figure-sought.ts";
import { readSum } from "./sums/sum.ts";

/** So many statements are looked at. */
const LOOKED_AT = 30;
const MOST = 2;

/** The same calculation with the figures that its numbers are, so that its answer has their sources. */
export function withRecordedAmounts(reading: Reading, plan: PlanInput): PlanInput {
  if (plan.kind === "estimate") return ofNamedDeal(reading, plan);
  if (plan.kind !== "evaluate" || plan.lines.some(({ expression }) => expression.includes("@"))) return plan;
  const { quantities, names, library } = reading;
  const amounts = quantities.map(({ quantity }) => ({ value: quantity.high, unit: quantity.unit }));
  if (amounts.length === 0) return countedOnRecord(reading, plan);
  const is = (statement: Statement, amount: (typeof amounts)[number]) =>
    statement.amount !== null && isSame(statement.amount, amount);
  const found = findStatements(library, toSought(reading, null, 0), LOOKED_AT, null, "amounts").filter(
    ({ statement, linked }) => linked && amounts.some((amount) => is(statement, amount)),
  );
  const first = found[0]?.statement.record;
  const [deal, ...moreDeals] = names.deals;
  const ofDeal = deal && moreDeals.length === 0 ? versionsOf(reading, deal, amounts) : [];
  if (ofDeal.length > 1 || (ofDeal.length > 0 && !first)) return { ...plan, onRecord: ofDeal.slice(0, MOST) };
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

/** The amounts that the deal which is named has, or had before it was enlarged. */
function versionsOf(
  { library, asOf }: Reading,
  id: string,
  amounts: readonly { value: number; unit: string }[],
): { record: string; figure: string; known: string }[] {
  const deal = library.deals.get(id);
  const all = (deal ? stateOn(deal, asOf)?.figures : null) ?? [];
  return amounts.flatMap((amount) => {
    const versions = all.flatMap(({ figure, since, before }) => [{ figure, since }, ...before]);
    const one = versions.find(({ figure }) => isSame(figure, amount));
    return one ? [{ record: id, figure: one.figure.id, known: one.since }] : [];
  });
}

/** "Crane's 835 MW at 92 %": the power that is given is that of the one deal that is named. */
function ofNamedDeal(reading: Reading, plan: Extract<PlanInput, { kind: "estimate" }>): PlanInput {
  const [id, ...more] = reading.names.deals;
  const { unit, high } = plan.quantity;
  if (id === undefined || more.length > 0 || (plan.deals ?? []).length > 0 || unit === "count") return plan;
  const isIts = figuresOf(reading, { type: "deal", id }, unit === "GW" ? "power" : "money").some(({ figure }) =>
    isSame(figure, { value: high, unit }),
  );
  return isIts ? { ...plan, deals: [id] } : plan;
}

/** "Anthropic's 325,000 SpaceX GPUs": so many of them are on record between those who are named. */
function countedOnRecord(reading: Reading, plan: PlanInput & { kind: "evaluate" }): PlanInput {
  const { names, library } = reading;
  const [first, ...others] = names.orgs;
  const sum = readSum(reading);
  const counted = [...sum.of("chips"), ...sum.of("shares")];
  if (first === undefined || counted.length === 0) return plan;
  const theirs = (library.dealsOf.get(first) ?? []).filter(({ id, parties }) =>
    names.deals.length > 0
      ? names.deals.includes(id)
      : others.every((org) => parties.some((party) => party.org === org)),
  );
  const onRecord = theirs.flatMap(({ id }) =>
    [...figuresOf(reading, { type: "deal", id }, "chips"), ...figuresOf(reading, { type: "deal", id }, "shares")]
      .filter(({ figure }) =>
        counted.some(({ kind, high }) => isSame(figure, { value: high, unit: kind === "shares" ? "shares" : "count" })),
      )
      .map(({ figure, since }) => ({ record: id, figure: figure.id, known: since })),
  );
  return names.orgs.length + names.deals.length > 1 || onRecord.length === 1
    ? { ...plan, onRecord: onRecord.slice(0, MOST) }
    : plan;
}
