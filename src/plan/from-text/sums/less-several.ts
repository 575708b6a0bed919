/** "1.2 trillion minus 38, 250 and 300 billion", "26 GW less 10, 6 and 2": one amount without several. */
import { evaluated, type ReadSum } from "./sum.ts";
import { write, writeEnd } from "./write-term.ts";

const LESS = /^\s*,?\s*(?:minus|less|without|net of|after (?:taking (?:off|out)|subtracting)|[-−–])(?: the)?\s*$/i;
const LISTED = /^\s*(?:,|,? ?and|,? ?minus|,? ?less)\s*$/i;

export const lessSeveral: ReadSum = (sum) => {
  const [whole, first, ...more] = sum.terms.filter(({ kind }) => kind !== "year");
  if (!whole || !first || (whole.kind !== "money" && whole.kind !== "power") || whole.low !== whole.high) return null;
  const parts = [first, ...more];
  if (parts.length + first.ends.length < 3 || !LESS.test(sum.text.slice(whole.end, first.start))) return null;
  if (parts.some(({ kind, unit }) => kind !== whole.kind || (kind === "money" && unit !== whole.unit))) return null;
  const joined = more.every((term, index) => LISTED.test(sum.text.slice(parts[index]?.end ?? 0, term.start)));
  if (!joined || !sum.complete([whole, ...parts])) return null;
  // Two ends are a range, three are a list.
  if (parts.some(({ ends, low, high }) => ends.length === 2 && low !== high)) return null;
  const taken = parts.flatMap((term) => term.ends.map((value) => `(${writeEnd(term, value)})`)).join(" + ");
  return evaluated(
    [
      { label: "taken off", expression: taken },
      { label: "what is left", expression: `${write(whole)} - #1` },
    ],
    { title: `${whole.text} without several`.slice(0, 120), lead: [2, 1] },
  );
};
