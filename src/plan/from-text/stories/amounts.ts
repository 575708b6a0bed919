/** What stories of sums are made of: amounts, powers and percentages as people write them, and how a story is put in numbers. */

export const MONEY = String.raw`[$€£] ?\d+(?:,\d{3})*(?:\.\d+)?(?![.,]?\d) ?(?:bn|billion|b|mn|million|m|tn|trillion|t|k)?\b`;
/** An amount with or without the sign of its currency. */
export const AMOUNT = String.raw`[$€£]? ?(?<![\d.,])\d+(?:,\d{3})*(?:\.\d+)? ?(?:bn|billion|b|mn|million|m|tn|trillion|t)\b`;
export const POWER_UNIT = "(?:gws?|gigawatts?|gigs?|mws?|megawatts?)";
export const PERCENT = String.raw`\d+(?:\.\d+)? ?(?:%|per ?cent)`;

/** A story, and how its sum is put in numbers by what the pattern found; null where it cannot be. */
export type Story = readonly [pattern: RegExp, told: (groups: readonly string[], text: string) => string | null];

export const moneysIn = (text: string): string[] =>
  (text.match(new RegExp(MONEY, "gi")) ?? []).map((one) => one.trim());
export const perGw = (amount: string): string => `${amount.trim()}/GW`;
