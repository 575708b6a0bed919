/** Two things asked of the same numbers: "1.9 GW in 2025 to 30 GW in 2030: CAGR, and GW a year added?" Each is read as a question of its own. */
import type { Reading, ReadRule } from "./reading.ts";
import { type SheetRead, together, toSheet } from "./sheets-read.ts";
import { readSums } from "./sums/read-sums.ts";

/** Behind the last number: what belongs to it, and what is asked. */
const LAST_NUMBER = /\d\D*$/;
const REST_AND_ASKED = /^\d(?<rest>[^,:;?!–—]*?)(?:[,:;?!]|\s[–—-])\s*(?<asked>(?:[^?!]+[?!]?){1,4})$/;
const NEXT = /\s*(?:[,;?!]\s*(?:and |plus |also )?|\s(?:and|plus|as well as)\s(?:also )?|\s?[&+]\s?)\s*/i;
/** What a loan's payments hold in interest is told with them. */
const ONE_READING = /\bpayments?\b.*\binterest\b|\binterest\b.*\bpayments?\b/i;
const LONGEST_QUESTION = 300;
const LONGEST = 7;
const MOST = 3;

export const severalAsked: ReadRule = {
  name: "several-asked",
  read(reading) {
    if (reading.question.length > LONGEST_QUESTION) return null;
    const last = reading.question.search(LAST_NUMBER);
    const { rest, asked } = REST_AND_ASKED.exec(reading.question.slice(Math.max(0, last)))?.groups ?? {};
    if (last < 0 || rest === undefined || !asked || ONE_READING.test(asked)) return null;
    const given = `${reading.question.slice(0, last + 1)}${rest}`;
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

const COUNTED = /^(?:the )?(?:racks?|gpus?|chips?|accelerators?|homes|gws?|mws?|twh|hours)$/i;

function sheetOf({ reread, library }: Reading, given: string, part: string): SheetRead | null {
  const plan = reread(`${given}: ${COUNTED.test(part.trim()) ? "how many " : ""}${part.trim()}?`);
  return toSheet(library, plan, part);
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
