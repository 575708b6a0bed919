/** Revenue that a site does not earn while it is late: "400 MW slips six months at $9.7B of revenue per GW-year". */
import { gated } from "../../../knowledge/gated.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

const LATE = gated(
  /\b(?:late|later|delay\w*|slip\w*|behind|push\w* (?:out|back)|postpon\w*|overdue|miss(?:es|ed)?)\b/i,
);
const BY_ONE = gated(
  /\b(?:by|for|of|slips|runs|is|comes)\s+(?:an?|one|another|a full|a whole) (year|quarter|month)\b/i,
);
const BUILT = gated(/\b(?:capex|costs? (?:to build|of building)|build cost|interest|financ\w*|overrun)\b/i);

const isRevenue = ({ unit }: Term): boolean => /\/GW-year$|\/[GM]W\w*\/(?:year|quarter|month)$/.test(unit);

export const lostWhileLate: ReadSum = (sum) => {
  if (!LATE.test(sum.words) || BUILT.test(sum.words)) return null;
  const power = sum.one("power");
  const [rate, ...more] = sum.of("price", "rate", "other").filter(isRevenue);
  const time = sum.one("time");
  const one = time ? null : (BY_ONE.exec(sum.words)?.[1] ?? null);
  if (!power || !rate || more.length > 0 || (!time && !one) || !sum.complete([power, rate, time])) return null;
  const currency = rate.unit.split("/")[0] ?? "USD";
  return evaluated(
    [
      { label: "revenue a year", expression: `${write(power)} * ${write(rate)} in ${currency}/year` },
      {
        label: `not earned in ${time?.text ?? `one ${one}`}`,
        expression: `#1 * ${time ? write(time) : `1 ${one}`}`,
      },
    ],
    { lead: [2, 1], title: `${power.text} late by ${time?.text ?? `one ${one}`}` },
  );
};
