/** Ranges of non-negative numbers: low–high travels through every step. A product keeps order, a quotient inverts bounds. */
export type Range = { low: number; high: number };

export const point = (value: number): Range => ({ low: value, high: value });
export const times = (a: Range, b: Range): Range => ({ low: a.low * b.low, high: a.high * b.high });

/** Null where the divisor may be zero. */
export const over = (a: Range, b: Range): Range | null =>
  b.low <= 0 ? null : { low: a.low / b.high, high: a.high / b.low };
