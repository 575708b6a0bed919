/** A rate on record as an amount with its unit and basis. */
import type { Rate } from "../../knowledge/schema.ts";
import { type Amount, amount } from "./amount.ts";
import { CalculationError } from "./calculation-error.ts";
import { range } from "./range.ts";
import { unitOfRate } from "./units.ts";

/** An open side takes the middle; a single value is a point. */
export function amountOfRate(rate: Rate): Amount {
  const unit = unitOfRate(rate);
  const [low, high] = [rate.low ?? rate.mid ?? rate.high, rate.high ?? rate.mid ?? rate.low];
  if (!unit || low === null || high === null) throw new CalculationError("no-figure", rate.name);
  return amount(range(low, high, rate.mid ?? (low + high) / 2), unit);
}
