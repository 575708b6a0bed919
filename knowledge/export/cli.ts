/**
 * `npm run --silent knowledge:export -- --format json` prints all tables as one object; `--format csv` writes a file a
 * table into a folder (`--out`, by default knowledge-export). `--table deals` prints one table alone.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { listFiles } from "../list-files.ts";
import { parseFiles, sayProblem } from "../read.ts";
import { toTables } from "./tables.ts";
import { toCsv } from "./to-csv.ts";

process.exitCode = run();

function run(): number {
  const { values } = parseArgs({
    options: { format: { type: "string" }, out: { type: "string" }, table: { type: "string" } },
  });
  const { format = "json", out = "knowledge-export", table } = values;
  if (format !== "json" && format !== "csv") {
    console.error(`There is no format “${format}”: write --format json or --format csv`);
    return 2;
  }
  const { knowledge, problems } = parseFiles(listFiles(dirname(dirname(fileURLToPath(import.meta.url)))));
  if (problems.length > 0) {
    for (const problem of problems) console.error(sayProblem(problem));
    return 1;
  }
  const tables = toTables(knowledge);
  if (table !== undefined) {
    const rows = tables[table];
    if (!rows) {
      console.error(`There is no table “${table}”: write one of ${Object.keys(tables).join(", ")}`);
      return 2;
    }
    process.stdout.write(format === "csv" ? toCsv(rows) : `${JSON.stringify(rows, null, 2)}\n`);
  } else if (format === "json") {
    process.stdout.write(`${JSON.stringify({ complete_to: knowledge.meta.complete_to, ...tables }, null, 2)}\n`);
  } else {
    mkdirSync(out, { recursive: true });
    for (const [name, rows] of Object.entries(tables)) {
      writeFileSync(join(out, `${name}.csv`), toCsv(rows));
      console.log(`${join(out, `${name}.csv`)}: ${rows.length} rows`);
    }
  }
  return 0;
}
