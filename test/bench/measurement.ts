/** What is measured, and how a row of the table is judged. */
import { median, quantile } from "./quantile.ts";

/** Ratios travel between machines, and so do, roughly, times in the process; starts, memory and waits under load do not. */
export type Unit = "ms" | "s" | "MiB" | "ratio" | "a second" | "times";

export type Row = {
  what: string;
  unit: Unit;
  /** One a round; the row shows their median. Empty: it cannot be measured on this system. */
  samples: readonly number[];
  /** None: the row is for information. */
  target?: { most: number } | { least: number };
  /** Whether a miss ends the bench with status 1. */
  decides?: boolean;
};

export type Measurement = {
  name: string;
  /** Too long for every run. */
  onlyWhenNamed?: boolean;
  rows(): Promise<readonly Row[]>;
};

export type Verdict = "yes" | "within noise" | "no" | "no (does not decide)" | "not here" | "";

/**
 * The noise of a row is half the distance between the quartiles of its samples, but never more than a tenth of the
 * target: a busy machine must not excuse everything.
 */
export function judge({ samples, target, decides }: Row): Verdict {
  if (samples.length === 0) return "not here";
  if (!target) return "";
  const limit = "most" in target ? target.most : target.least;
  const measured = median(samples);
  const missedBy = "most" in target ? measured - limit : limit - measured;
  if (missedBy <= 0) return "yes";
  if (!decides) return "no (does not decide)";
  const noise = Math.min((quantile(samples, 0.75) - quantile(samples, 0.25)) / 2, limit / 10);
  return missedBy <= noise ? "within noise" : "no";
}
