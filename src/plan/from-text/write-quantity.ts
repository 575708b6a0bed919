/** A quantity that was read, as it stands in an expression. */
import type { Quantity } from "../plan.ts";
import type { FoundQuantity } from "../quantities.ts";

const ends = (low: number, high: number): string => (low === high ? `${low}` : `${low}-${high}`);

export const writeQuantity = ({ low, high, unit }: Quantity): string => `${ends(low, high)} ${unit}`;

/** Money for each gigawatt: "50000000000-60000000000 USD/GW". */
export const writeRate = ({ quantity: { low, high, unit } }: FoundQuantity): string => `${ends(low, high)} ${unit}/GW`;
