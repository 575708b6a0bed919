/** Sites of several sizes together: "two sites of 1.4 GW and one of 600 MW", and what they cost at a price for a gigawatt. */
import { evaluated, type ReadSum } from "./sum.ts";
import { write, writeEnd } from "./write-term.ts";

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

/** "0.6 + 1.2 + 2.4 GW at 40, 45, 50B": a price for each of the sizes, in their order. */
export const pairwise: ReadSum = (sum) => {
  const rate = sum.one("rate");
  const size = sum.of("power").at(-1);
  if (!rate || !size || size.start > rate.start || rate.spread !== null || sum.of("year").length > 0) return null;
  // The unit stands behind the last of them.
  const listed = sum.terms.filter(
    ({ kind, scaled, start }) => start < rate.start && (kind === "power" || (kind === "number" && !scaled)),
  );
  const powers = listed.flatMap((term) =>
    term.ends.map((end) => writeEnd(term.kind === "power" ? term : { ...term, unit: size.unit }, end)),
  );
  if (powers.length < 2 || rate.ends.length !== powers.length || !sum.complete([...listed, rate])) return null;
  if (powers.length === 2 && !/\brespectively\b/i.test(sum.words)) return null;
  if (listed.slice(1).some(({ before }) => !/^[\s,+;&]*(?:and|then)?\s*$/i.test(before))) return null;
  const lines = powers.map((power, index) => ({
    label: power,
    expression: `${power} * ${writeEnd(rate, rate.ends[index] ?? rate.low)}`,
  }));
  const all = lines.map((_line, index) => `#${index + 1}`).join(" + ");
  return evaluated([...lines, { label: "total", expression: all }], {
    lead: [lines.length + 1, ...lines.map((_line, index) => index + 1)],
  });
};
