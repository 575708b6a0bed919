/** What several companies have in all, set side by side: each sum with its parts, the one that is asked for first. */
import { gated } from "../../knowledge/gated.ts";
import { type Paid, sumPaid } from "../../knowledge/money-between.ts";
import { orgName } from "../../knowledge/resolve.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading } from "./reading.ts";
import { evaluated } from "./sums/sum.ts";

export type SumOf = { org: string; paid: Paid[] };

const MOST_LINES = 24;
const ORDINALS = ["second", "third", "fourth", "fifth"];
const DEGREES = { most: ["larger", "largest"], least: ["smaller", "smallest"] } as const;
export const RATIO = gated(/\b(?:ratio|multiple|(?:how many )?times)\b/i);

/** `what`: by which they stand in this order. Null where they have too many parts to show. */
export function planOfSums(
  reading: Reading,
  sums: readonly SumOf[],
  what: string,
  superlative?: { ascending: boolean; place: number } | null,
): PlanInput | null {
  const { library, dates } = reading;
  const least = superlative?.ascending ?? /\b(?:smaller|less|least|lower|smallest|lowest)\b/i.test(reading.question);
  const sorted = [...sums].sort((a, b) =>
    least ? sumPaid(a.paid) - sumPaid(b.paid) : sumPaid(b.paid) - sumPaid(a.paid),
  );
  const nameOf = (org: string) => orgName(library, org);
  const lines = sorted.flatMap(({ paid }) =>
    paid.map(({ record, figure, label }) => ({
      label: label.slice(0, 80),
      expression: `@${record.id}:${figure}`,
    })),
  );
  if (lines.length + sorted.length + 1 > MOST_LINES) return null;
  const at = lines.length;
  const place = superlative && superlative.place > 1 ? ORDINALS[superlative.place - 2] : null;
  const degree = `${place ? `${place} ` : ""}${DEGREES[least ? "least" : "most"][sorted.length === 2 && !superlative ? 0 : 1]}`;
  let from = 0;
  const totals = sorted.map(({ org, paid }, index) => {
    const expression = paid.map((_one, place) => `#${from + place + 1}`).join(" + ");
    from += paid.length;
    return { label: (index === 0 ? `${degree}, ${nameOf(org)} by ${what}` : nameOf(org)).slice(0, 80), expression };
  });
  const difference =
    sorted.length !== 2 || superlative
      ? []
      : RATIO.test(reading.question)
        ? [{ label: "ratio", expression: ratioOf(at, sorted, sums) }]
        : [{ label: "difference", expression: differenceOf(at, least) }];
  return evaluated([...lines, ...totals, ...difference], {
    title: `${what.charAt(0).toUpperCase()}${what.slice(1)}, by company`.slice(0, 120),
    lead: [...totals, ...difference].map((_line, index) => at + index + 1).slice(0, 6),
    asOf: dates.asOf,
  });
}

/** Of the first that is named over the second. */
const ratioOf = (at: number, sorted: readonly SumOf[], named: readonly SumOf[]): string =>
  sorted[0] === named[0] ? `#${at + 1} / #${at + 2}` : `#${at + 2} / #${at + 1}`;
const differenceOf = (at: number, least: boolean): string =>
  least ? `#${at + 2} - #${at + 1}` : `#${at + 1} - #${at + 2}`;
