/** An expression as a tree: what the parser makes and the evaluation walks. */
export type Literal = {
  type: "literal";
  low: number;
  high: number;
  /** A unit as parseUnit reads it; "" for a plain number. */
  unit: string;
  /** Money whose currency was not written: "50B/GW" is taken as dollars. */
  assumedUsd: boolean;
};
export type RecordPart = "low" | "mid" | "high" | "value" | "capacity";
export type Expression =
  | Literal
  /** A rate, a deal's figure or a point of a metric, by id: "@huang-2025", "@oracle-openai-300b.value", "@revenue-2025:revenue-2025". */
  | { type: "record"; id: string; part: RecordPart | null }
  /** An earlier line, counted from 1. */
  | { type: "step"; index: number }
  | { type: "binary"; operator: "+" | "-" | "*" | "/" | "^"; left: Expression; right: Expression }
  | { type: "negate"; of: Expression }
  | { type: "spread"; of: Expression; by: Expression }
  | { type: "convert"; of: Expression; unit: string }
  | { type: "call"; name: FunctionName; given: readonly Expression[] };

/** `annuity(rate, life)` is the yearly payment for each dollar lent. */
const FUNCTIONS = ["low", "mid", "high", "annuity"] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** Longer or deeper expressions are refused before they are read. */
export const MAX_EXPRESSION = 400;
export const MAX_DEPTH = 30;
