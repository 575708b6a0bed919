import type { Cell, Row } from "./rows.ts";

/** RFC 4180: a line of names, then a line a row; null is an empty cell. */
export function toCsv(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].sort(
    (a, b) => Number(b === "id") - Number(a === "id"),
  );
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? null))];
  return lines.map((line) => `${line.map(toField).join(",")}\r\n`).join("");
}

function toField(cell: Cell): string {
  const text = cell === null ? "" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
