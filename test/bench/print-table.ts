import { judge, type Row, type Unit } from "./measurement.ts";
import { median, quantile } from "./quantile.ts";

const HEAD = ["what", "measured", "quartiles", "target", "holds"] as const;

export function printTable(rows: readonly Row[]): void {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const print = (line: readonly string[]) =>
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  print(HEAD);
  print(widths.map((width) => "─".repeat(width)));
  for (const line of lines.slice(1)) print(line);
}

function cells(row: Row): string[] {
  const { what, unit, samples, target } = row;
  const limit = !target ? "" : "most" in target ? `≤ ${say(target.most, unit)}` : `≥ ${say(target.least, unit)}`;
  if (samples.length === 0) return [what, "", "", limit, judge(row)];
  const spread = `${say(quantile(samples, 0.25), unit)}–${say(quantile(samples, 0.75), unit)}`;
  return [what, say(median(samples), unit), samples.length > 1 ? spread : "", limit, judge(row)];
}

function say(value: number, unit: Unit): string {
  if (unit === "ratio") return value.toFixed(2);
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits).replace(/\.0+$/, "")} ${unit}`;
}
