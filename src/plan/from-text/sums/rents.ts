/** Rent of power: so much for a kilowatt and a month, for what is let, over a lease, and in other units. */
import { gated } from "../../../knowledge/gated.ts";
import { currencyOf } from "./lending.ts";
import { type Period, periodsAsked } from "./periods-asked.ts";
import { PER } from "./quotient.ts";
import { inRole } from "./roles.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeShare } from "./write-term.ts";

const FOR_A_TIME = /\/(year|quarter|month|week|day)$/;
/** Money for power and time: "$130 per kW a month". */
export const isRent = ({ kind, unit }: Term): boolean => kind === "rate" && FOR_A_TIME.test(unit);

const isLet = ({ before, after }: Term): boolean =>
  /\b(?:let|lets|leas(?:e[sd]?|ing)|rent(?:s|ed)?|fill(?:s|ed)?|occupied|at)\s*$/i.test(before) ||
  /^\s*(?:of\b|let\b|leased|full|occupied|filled)/i.test(after);

const TOTAL = gated(
  /\b(?:total|in all|altogether|overall|whole|lifetime|worth|contract value|over|across|adds? up|sum)\b/i,
);

export const rents: ReadSum = (sum) => {
  const rent = sum.one("rate");
  if (!rent || !isRent(rent)) return null;
  const [power, time] = [sum.one("power"), sum.one("time")];
  const let_ = [...inRole(sum, "sold"), ...inRole(sum, "load"), ...sum.of("percent").filter(isLet)][0] ?? null;
  if (!sum.complete([rent, power, time, let_])) return null;
  if (!power) return time || let_ ? null : inOtherUnits(sum, rent);
  const currency = currencyOf(rent);
  const own = (FOR_A_TIME.exec(rent.unit)?.[1] ?? "year") as Period;
  const asked = periodsAsked(sum.words.replace(/\bper (?:kw|mw|gw) per\b/gi, " ")).filter((one) => one !== "hour");
  const periods: Period[] = asked.length > 0 ? asked : own === "year" ? ["year"] : [own, "year"];
  const share = let_ ? ` * ${writeShare(let_)}` : "";
  const lines: SumLine[] = periods.map((period, index) => ({
    label: `a ${period}`,
    expression:
      index === 0 ? `${write(power)} * ${write(rent)}${share} in ${currency}/${period}` : `#1 in ${currency}/${period}`,
  }));
  if (time) lines.push({ label: `over ${time.text}`, expression: `#1 * ${write(time)}` });
  const all = lines.map((_line, index) => index + 1);
  return evaluated(lines, {
    title: `${power.text} at ${rent.text}`.slice(0, 120),
    lead: time && (TOTAL.test(sum.words) || asked.length === 0) ? [...all].reverse() : all,
  });
};

/** "$130 per kW-month is what per MW a year". */
function inOtherUnits({ words }: Sum, rent: Term) {
  const unit = PER.find(([, of, pattern]) => of[0] === "power" && pattern.test(words))?.[0];
  const [, ownUnit = "kW", ownPeriod = "month"] = rent.unit.split("/");
  const period = periodsAsked(words).find((one) => one !== "hour");
  if (!unit && !period) return null;
  const target = `${currencyOf(rent)}/${unit ?? ownUnit}/${period ?? ownPeriod}`;
  return target === rent.unit
    ? null
    : evaluated([{ label: rent.text.slice(0, 80), expression: `${write(rent)} in ${target}` }]);
}
