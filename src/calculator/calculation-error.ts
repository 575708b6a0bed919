/** What cannot be calculated, by its kind; the answer says it in a sentence. */
export type CalculationFault =
  | "too-large"
  | "division-by-zero"
  | "root-of-negative"
  | "unlike-units"
  | "needs-hours"
  | "needs-exchange-rate"
  | "needs-overhead"
  | "not-an-expression"
  | "too-deep"
  | "unknown-record"
  | "no-figure"
  | "no-way"
  | "measures-nothing"
  | "not-a-plain-number";

export class CalculationError extends Error {
  readonly fault: CalculationFault;
  /** The units, the name or the place that it is about. */
  readonly about: readonly string[];
  override readonly name = "CalculationError";

  constructor(fault: CalculationFault, ...about: readonly string[]) {
    super(`${fault}${about.length > 0 ? `: ${about.join(", ")}` : ""}`);
    this.fault = fault;
    this.about = about;
  }
}
