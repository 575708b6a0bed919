/** The worksheet of arithmetic on what was shown: the results first, then what went in. */
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { evaluated, type SumLine } from "../sums/sum.ts";
import { figureOf, joined, type OnTable } from "./on-the-table.ts";

/** `results`: the lines worked out from the steps of the amounts. */
export function worksheetOf(
  reading: Reading,
  amounts: readonly OnTable[],
  results: (at: readonly string[]) => readonly SumLine[],
  title: string,
): PlanInput {
  const { lines, at } = joined(amounts);
  const worked = results(at);
  return evaluated([...lines, ...worked], {
    title: title.slice(0, 120),
    lead: [...worked.map((_line, index) => lines.length + index + 1), ...at.map((step) => Number(step.slice(1)))].slice(
      0,
      6,
    ),
    notes: unlike(reading, amounts) ? ["unlike-money"] : [],
    asOf: reading.dates.asOf ?? dayShown(reading),
  });
}

/** Money of unlike kinds. */
function unlike(reading: Reading, amounts: readonly OnTable[]): boolean {
  const kinds = amounts
    .flatMap((one) => figureOf(reading, one) ?? [])
    .map((figure) => ("measure" in figure ? figure.measure : figure.of));
  return new Set(kinds).size > 1;
}

/** The day that the last answer spoke of; null for the latest. */
export const dayShown = ({ conversation }: Reading): string | null =>
  conversation.plan?.kind === "evaluate" ? conversation.plan.asOf : null;
