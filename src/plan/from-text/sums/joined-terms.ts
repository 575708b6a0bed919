/** Numbers that are one together: "3 years and 1 month" is a length, "4.3% plus 225 basis points" a rate. */
import type { Term } from "./terms.ts";

const IN_MONTHS: Readonly<Record<string, number>> = { year: 12, quarter: 3, month: 1 };

/** "SOFR at 4.3% plus 225 basis points" is one rate. */
const OVER_A_RATE = /%\s*(?:plus|\+|and|over|with(?: a)?(?: spread of)?)\s*(?:a (?:spread|margin) of\s*)?$/i;
const BASIS = /\b(?:basis points?|bps?|bips)\b/i;

export function joined(given: readonly Term[]): Term[] {
  const out: Term[] = [];
  for (const term of given) {
    const last = out.at(-1);
    if (
      last?.kind === "percent" &&
      term.kind === "percent" &&
      OVER_A_RATE.test(`${last.text}${term.before}`) &&
      BASIS.test(term.text)
    ) {
      const sum = (a: number, b: number) => Number((a + b).toPrecision(12));
      Object.assign(last, {
        low: sum(last.low, term.low),
        high: sum(last.high, term.high),
        end: term.end,
        after: term.after,
      });
      Object.assign(last, { ends: [last.high], text: `${last.text} plus ${term.text}` });
      continue;
    }
    const [large, small] = [IN_MONTHS[last?.unit ?? ""], IN_MONTHS[term.unit]];
    const joined = last?.kind === "time" && term.kind === "time" && large && small && large > small;
    if (!last || !joined || !/^\s*(?:,|and|plus|,? and)?\s*$/i.test(term.before)) {
      out.push({ ...term });
      continue;
    }
    const [low, high] = [last.low * large + term.low * small, last.high * large + term.high * small];
    Object.assign(last, { low, high, ends: [high], unit: "month", end: term.end, after: term.after });
    last.text = `${last.text} and ${term.text}`;
  }
  return out;
}
