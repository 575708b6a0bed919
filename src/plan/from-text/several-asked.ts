/** Two things asked of the same numbers: "1.9 GW in 2025 to 30 GW in 2030: CAGR, and GW a year added?" Each is read as a question of its own. */
import type { PlanInput } from "../plan.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { readSums } from "./sums/read-sums.ts";
import { evaluated, type SumLine } from "./sums/sum.ts";
import { written } from "./sums/written-estimate.ts";

/** The numbers, and behind them what is asked, without a number. */
const GIVEN_AND_ASKED = /^(?<given>.*\d[^,:;?!–—]*?)(?:[,:;?!]|\s[–—-])\s*(?<asked>(?:[^\d?!]+[?!]?){1,4})$/i;
const NEXT = /\s*(?:[,;?!]\s*(?:and |plus |also )?|\s(?:and|plus|as well as)\s(?:also )?|\s?[&+]\s?)\s*/i;
/** What a loan's payments hold in interest is told with them. */
const ONE_READING = /\bpayments?\b.*\binterest\b|\binterest\b.*\bpayments?\b/i;
const LONGEST_QUESTION = 300;
const LONGEST = 7;
const MOST = 3;
const MOST_LEADS = 6;

export const severalAsked: ReadRule = {
  name: "several-asked",
  read(reading) {
    if (reading.question.length > LONGEST_QUESTION) return null;
    const { given, asked } = GIVEN_AND_ASKED.exec(reading.question)?.groups ?? {};
    if (!given || !asked || ONE_READING.test(asked)) return null;
    const parts = asked.split(NEXT).filter((part) => part.trim() !== "");
    if (parts.length < 2 || parts.length > MOST) return null;
    if (parts.some((part) => part.split(/\s+/).length > LONGEST)) return null;
    // One reading may tell of all of them already.
    const all = readSums(reading);
    if (all?.kind === "evaluate" && (all.lead?.length ?? 1) >= parts.length) return all;
    const whole = parts.map((part) => sheetOf(reading, given, part));
    // What one of them leaves out another takes.
    const found = whole.flatMap((sheet, at) =>
      sheet ? [sheet] : whole.some((one) => one !== null) ? (withoutOne(reading, given, parts[at] ?? "") ?? []) : [],
    );
    if (found.length < parts.length) return null;
    const results = new Set(found.map(({ lines, leads }) => lines[(leads[0] ?? 1) - 1]?.expression));
    return results.size === found.length ? together(reading, found) : null;
  },
};

type SheetRead = { lines: readonly SumLine[]; leads: readonly number[]; part: string };
const COUNTED = /^(?:the )?(?:racks?|gpus?|chips?|accelerators?|homes|gws?|mws?|twh|hours)$/i;

function sheetOf({ reread, library }: Reading, given: string, part: string): SheetRead | null {
  const plan = reread(`${given}: ${COUNTED.test(part.trim()) ? "how many " : ""}${part.trim()}?`);
  if (plan.kind === "evaluate")
    return plan.claim
      ? null
      : { lines: plan.lines, leads: plan.lead.length > 0 ? plan.lead : [plan.lines.length], part };
  const lines = plan.kind === "estimate" ? written(library, plan, true) : null;
  return lines ? { lines, leads: [lines.length], part } : null;
}

const MONEY =
  /\b(?:costs?|bill|price|revenues?|payments?|rent|capex|spend|dollars|worth|value|valuation|profit|margin|depreciation|interest|payback|per (?:gw|mw|gpu|chip|rack|year|month|quarter|day))\b|\$/i;

/** The same with one of the numbers left out, where that can be read in one way only: energy has no use for a price. */
function withoutOne(reading: Reading, given: string, part: string): SheetRead | null {
  const clauses = given.split(/(?=,? (?:at|and|with|for|over)\s|, )/i);
  if (clauses.length < 2 || clauses.length > 4) return null;
  const found = clauses.slice(1).flatMap((clause, at) => {
    const rest = clauses.filter((_one, index) => index !== at + 1).join("");
    const sheet = sheetOf(reading, rest, part);
    return sheet ? [{ sheet, price: /[$€£]|\bcents?\b/i.test(clause) }] : [];
  });
  const [first, ...more] = MONEY.test(part) ? found : found.filter(({ price }) => price);
  return first && more.length === 0 ? first.sheet : null;
}

function together({ dates }: Reading, sheets: readonly SheetRead[]): PlanInput | null {
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
  return lines.length > 20 ? null : evaluated(lines, { lead: lead.slice(0, MOST_LEADS), asOf: dates.asOf });
}
