/** `npm run bench [-- --only <name>]`: measures, prints one table, and ends with 1 where a deciding target is missed. */
import { parseArgs } from "node:util";
import { acknowledgement } from "./acknowledgement.ts";
import { answerTimes } from "./answer-times.ts";
import { digestHour } from "./digest-hour.ts";
import { knowledgeLoad } from "./knowledge-load.ts";
import { manyDeals } from "./many-deals.ts";
import { judge, type Measurement, type Row } from "./measurement.ts";
import { memory } from "./memory.ts";
import { printTable } from "./print-table.ts";
import { slackStart } from "./slack-start.ts";
import { slashThroughput } from "./slash-throughput.ts";
import { storeTimes } from "./store-times.ts";
import { terminalStart } from "./terminal-start.ts";

const measurements: readonly Measurement[] = [
  terminalStart,
  slackStart,
  knowledgeLoad,
  manyDeals,
  answerTimes,
  storeTimes,
  memory,
  slashThroughput,
  acknowledgement,
  digestHour,
];

const { only } = parseArgs({ options: { only: { type: "string" } } }).values;
const chosen = measurements.filter(({ name, onlyWhenNamed }) => (only ? name === only : !onlyWhenNamed));
if (chosen.length === 0) {
  console.error(`There is no measurement “${only}”. Those are ${measurements.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
const rows: Row[] = [];
let failed = false;
for (const measurement of chosen) {
  const startedAt = performance.now();
  try {
    rows.push(...(await measurement.rows()));
    console.error(`${measurement.name}: ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
  } catch (error) {
    // The others are worth knowing all the same.
    failed = true;
    console.error(`${measurement.name} could not be measured:`, error);
  }
}
printTable(rows);
// Servers of a measurement that failed would keep this process.
process.exit(failed || rows.some((row) => judge(row) === "no") ? 1 : 0);
