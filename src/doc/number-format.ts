/**
 * Numbers as English writes them: "1,234.5". What Intl.NumberFormat gives, without the 6 MiB of language data that the
 * runtime loads for it; a test holds it to that.
 */
export type NumberFormat = { format(value: number): string };

/** With at most so many decimals, the last rounded half up by the digits that the number is written with. */
export const numberFormat = (mostDecimals: number): NumberFormat => ({
  format(value) {
    if (Number.isNaN(value)) return "NaN";
    const sign = value < 0 || Object.is(value, -0) ? "-" : "";
    if (!Number.isFinite(value)) return `${sign}∞`;
    const size = Math.abs(value);
    const isWhole = Number.isSafeInteger(size);
    const { whole, decimals } = isWhole ? { whole: String(size), decimals: "" } : rounded(size, mostDecimals);
    return sign + (whole.length > 3 ? whole.replace(/\B(?=(?:\d{3})+$)/g, ",") : whole) + (decimals && `.${decimals}`);
  },
});

function rounded(value: number, most: number): { whole: string; decimals: string } {
  const [mantissa = "", exponent = "0"] = value.toExponential().split("e");
  const digits = mantissa.replace(".", "");
  // Digits before the decimal point; the rest of them, with zeros where the number has none, behind it.
  const before = Number(exponent) + 1;
  const padded = "0".repeat(Math.max(0, 1 - before)) + digits.padEnd(Math.max(0, before), "0");
  const point = Math.max(before, 1);
  const kept = BigInt(padded.slice(0, point + most).padEnd(point + most, "0"));
  const all = String(kept + (Number(padded[point + most] ?? "0") >= 5 ? 1n : 0n)).padStart(most + 1, "0");
  const split = all.length - most;
  return { whole: all.slice(0, split), decimals: all.slice(split).replace(/0+$/, "") };
}
