/** An amount with so much of it more or less: "$52B give or take 20%", "42B/GW plus-minus 15% on 3 GW". */
import { evaluated, type ReadSum } from "./sum.ts";
import { write } from "./write-term.ts";

export const withSpread: ReadSum = (sum) => {
  const [only, ...more] = sum.terms.filter(({ kind }) => kind !== "year");
  // What is written with the sign is an expression already.
  if (!only || only.spread === null || /±|\+\s?\/\s?-/.test(sum.text)) return null;
  const [power, ...others] = more;
  if (!power) return evaluated([{ expression: write(only) }]);
  if (others.length > 0 || only.kind !== "rate" || power.kind !== "power" || !sum.complete(sum.terms)) return null;
  return evaluated([{ label: `${power.text} at ${only.text}`, expression: `${write(power)} * ${write(only)}` }]);
};
