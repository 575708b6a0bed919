/** Worksheets read of parts of a question, and one of all of them. */
import type { Library } from "../../knowledge/library.ts";
import type { Plan, PlanInput } from "../plan.ts";
import type { Reading } from "./reading.ts";
import { evaluated, type SumLine } from "./sums/sum.ts";
import { written } from "./sums/written-estimate.ts";

export type SheetRead = { lines: readonly SumLine[]; leads: readonly number[]; part: string };

const MOST_LEADS = 6;
const MOST_LINES = 20;

/** Null where the plan works nothing out. */
export function toSheet(library: Library, plan: Plan, part: string): SheetRead | null {
  if (plan.kind === "evaluate")
    return plan.claim
      ? null
      : { lines: plan.lines, leads: plan.lead.length > 0 ? plan.lead : [plan.lines.length], part };
  const lines = plan.kind === "estimate" ? written(library, plan, true) : null;
  return lines ? { lines, leads: [lines.length], part } : null;
}

/** Null where it would be too long. */
export function together({ dates }: Reading, sheets: readonly SheetRead[]): PlanInput | null {
  const lines: SumLine[] = [];
  const lead: number[] = [];
  for (const sheet of sheets) {
    const by = lines.length;
    const named = (line: SumLine, at: number): string =>
      line.label || (at === (sheet.leads[0] ?? 1) - 1 ? sheet.part.trim().slice(0, 80) : "");
    lines.push(
      ...sheet.lines.map((line, at) => ({
        label: named(line, at),
        expression: line.expression.replace(/#(\d+)/g, (_all, index: string) => `#${Number(index) + by}`),
      })),
    );
    lead.push(...sheet.leads.map((at) => by + at));
  }
  return lines.length > MOST_LINES ? null : evaluated(lines, { lead: lead.slice(0, MOST_LEADS), asOf: dates.asOf });
}
