/** Sites of several sizes together: "two sites of 1.4 GW and one of 600 MW", and what they cost at a price for a gigawatt. */
import { evaluated, type ReadSum } from "./sum.ts";
import { write } from "./write-term.ts";

const JOINED =
  /^[\s,;]*(?:(?:and|plus|\+|&|with|then)\b|\+|&)?[\s,]*(?:an?|one|another|a single|a further)?(?: (?:more|other|site|campus|building|hall))?(?: (?:of|at|with))?\s*$/i;

export const groups: ReadSum = (sum) => {
  const powers = sum.of("power", "unit-power").filter(({ unit }) => /^(?:[kMGT]?W)(?:\/site)?$/.test(unit));
  const [rate, ...rates] = sum.of("rate");
  const counts = sum.of("sites");
  if (powers.length < 2 || counts.length === 0 || rates.length > 0) return null;
  if (!sum.complete([...powers, ...counts, rate])) return null;
  const parts: string[] = [];
  let end = 0;
  for (const power of powers) {
    const count = counts.find((term) => term.end <= power.start && term.start >= end) ?? null;
    const start = count?.start ?? power.start;
    if (parts.length > 0 && !JOINED.test(sum.text.slice(end, start))) return null;
    // The power of each site is for a site that is counted.
    if (power.kind === "unit-power" && !count) return null;
    parts.push(count ? `${count.low} * ${write(power)}` : write(power));
    end = power.end;
  }
  const lines = [{ label: "power in all", expression: parts.join(" + ") }];
  if (rate) lines.push({ label: "cost of it", expression: `#1 * ${write(rate)}` });
  return evaluated(lines, { lead: rate ? [2, 1] : [1] });
};
