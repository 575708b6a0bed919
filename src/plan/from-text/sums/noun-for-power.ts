/** So many acres, jobs or workers for a power, and what another power makes of them: "1,200 acres for 1.4 GW, so 5 GW?" */
import { parseUnit } from "../../../calculator/units.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

const NOUN =
  /^\s*((?!(?:times|percent|years?|months?|days?|hours?|billions?|millions?|people per|gpus?|chips?|racks?|homes|shares)\b)[a-z]+)\s+(?:per|for(?: each| every)?|on|at|in)(?: an?| the)?\s*$/i;

const gigawatts = ({ high, unit }: Term): number => Number((high * (parseUnit(unit)?.factor ?? 1)).toPrecision(12));

export const nounForPower: ReadSum = (sum) => {
  const [first, second, ...more] = sum.of("power");
  const count = sum.one("number");
  if (!first || !count || more.length > 0 || count.high < 2) return null;
  const [, noun] = NOUN.exec(count.after) ?? [];
  const base = noun ? [first, second].find((term) => term && term.start >= count.end) : undefined;
  const other = base === first ? second : first;
  if (!noun || !base || !other || other === base || !sum.complete([first, second, count])) return null;
  if (!new RegExp(String.raw`\b${noun}\b`, "i").test(sum.words)) return null;
  return evaluated([
    {
      label: `${noun} for ${other.text}`.slice(0, 80),
      // No quotient of powers: what is counted is no multiple.
      expression: `${write({ ...count, unit: "" })} * ${Number((gigawatts(other) / gigawatts(base)).toPrecision(12))}`,
    },
  ]);
};
