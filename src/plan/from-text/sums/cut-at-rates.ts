/** Power cut into parts, each with its own cost: "half of 8 GW at $35B and half at $50B", "3 GW, a third at 30bn/GW and the rest at 60bn/GW". */
import { gated } from "../../../knowledge/gated.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

const MOST = 4;
/** Nobody pays more for one gigawatt. */
const DEAREST = 300e9;
const REST = gated(/\b(?:rest|remain\w*|balance|others?|everything else)\b/i);
const WORDS: readonly (readonly [share: number, word: RegExp])[] = [
  [1 / 2, /\bhalf\b/i],
  [2 / 3, /\b(?:two|2)[- ]thirds\b/i],
  [3 / 4, /\b(?:three|3)[- ]quarters\b/i],
  [1 / 3, /\b(?:a|one|1) third\b/i],
  [1 / 4, /\b(?:a|one|1) quarter\b/i],
  [1 / 5, /\b(?:a|one|1) fifth\b/i],
];
const AT = /(?:\bat|@|\bfor|\bcosts?|\bcosting)\s*(?:about |around |roughly )?$/i;

type Part = { share: string | null; size: number | null; used: readonly Term[]; said: string };

export const cutAtRates: ReadSum = (sum) => {
  const rates = sum.terms.filter((term) => isRate(sum, term));
  const powers = sum.of("power");
  if (rates.length < 2 || rates.length > MOST || !rates.some(({ kind }) => kind === "rate")) return null;
  const [whole] = powers;
  if (!whole || whole.low !== whole.high || whole.start > (rates[0]?.start ?? 0)) return null;
  const parts = rates.map((rate, index) => partAt(sum, whole, rates[index - 1]?.end ?? 0, rate.start));
  const found = completed(whole, parts);
  if (!found || !sum.complete([whole, ...rates, ...parts.flatMap((part) => part?.used ?? [])])) return null;
  const lines: SumLine[] = rates.map((rate, index) => ({
    label: `${found[index]?.said} at ${rate.text}`.slice(0, 80),
    expression: `${found[index]?.expression} * ${write(rate, `${rate.unit.split("/")[0]}/${rate.unit.split("/")[1] ?? "GW"}`)}`,
  }));
  const total = lines.length + 1;
  lines.push({ label: "total", expression: rates.map((_rate, index) => `#${index + 1}`).join(" + ") });
  lines.push({ label: "on average", expression: `#${total} / (${write(whole)})` });
  return evaluated(lines, {
    title: `${whole.text} in parts`,
    lead: /\b(?:average|blended|mean|weighted)\b/i.test(sum.words)
      ? [total + 1, total]
      : [total, ...rates.map((_rate, index) => index + 1)],
  });
};

const isRate = (_sum: Sum, { kind, high, before, unit }: Term): boolean =>
  kind === "rate"
    ? /^[A-Z]{3}\/[GM]W$/.test(unit)
    : kind === "money" && high <= DEAREST && AT.test(before) && !unit.includes("/");

/** How much of the whole costs so much: a share, a word for one, gigawatts, or the rest. */
function partAt(sum: Sum, whole: Term, from: number, to: number): Part | null {
  const own = sum.terms.filter(({ start, end }) => start >= from && end <= to);
  const [given, ...more] = own.filter((term) => term !== whole && term.kind !== "year");
  if (more.length > 0) return null;
  const words = sum.words.slice(from, to);
  if (given?.kind === "percent" && given.low === given.high)
    return { share: `${given.low} %`, size: given.low / 100, used: [given], said: given.text };
  if (given?.kind === "power" || (given?.kind === "number" && !given.scaled && given.unit === ""))
    return {
      share: write({ ...given, kind: "power", unit: given.unit || whole.unit }),
      size: null,
      used: [given],
      said: given.text,
    };
  if (given) return null;
  const named = WORDS.find(([, word]) => word.test(words));
  if (named)
    return {
      share: `${Number(named[0].toPrecision(12))}`,
      size: named[0],
      used: [],
      said: named[1].exec(words)?.[0] ?? "",
    };
  return REST.test(words) ? { share: null, size: null, used: [], said: "the rest" } : null;
}

/** Each part as it is written; null where they do not make the whole. */
function completed(whole: Term, parts: readonly (Part | null)[]): { expression: string; said: string }[] | null {
  const known = parts.filter((part): part is Part => part !== null);
  const rests = known.filter(({ share }) => share === null);
  if (known.length < parts.length || rests.length > 1) return null;
  const inShares = known.every(({ share, size }) => share === null || size !== null);
  const inSizes = known.every(({ share, size }) => share === null || size === null);
  if (!inShares && !inSizes) return null;
  const given = known.filter(({ share }) => share !== null);
  if (given.length === 0) return null;
  const all = inShares
    ? given.reduce((sum, { size }) => sum + (size ?? 0), 0)
    : given.reduce((sum, { used }) => sum + (used[0]?.high ?? 0), 0);
  const full = inShares ? 1 : whole.high;
  if (rests.length === 0 ? Math.abs(all - full) > full * 0.01 : all >= full) return null;
  return known.map(({ share, said }) => ({
    said,
    expression:
      share === null
        ? inShares
          ? `(${write(whole)} * ${Number((1 - all).toPrecision(12))})`
          : `(${write(whole)} - (${given.map((one) => one.share).join(" + ")}))`
        : inShares
          ? `(${write(whole)} * ${share})`
          : share,
  }));
}
