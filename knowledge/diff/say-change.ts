import type { Change, FigureAmount, Subject } from "./change.ts";
import { sayAmount, sayRate } from "./say-amount.ts";

const ONE: Record<Subject["folder"], string> = {
  deals: "deal",
  metrics: "metric",
  topics: "topic",
  rates: "rate",
  glossary: "term",
  organisations: "organisation",
  people: "person",
  sources: "source",
  modelPrices: "price of a model",
};

/** One line: “OpenAI–AWS cloud contract: value $38B → $138B, expanded 2026-02-27”. */
export function sayChange(change: Change): string {
  const { name } = change;
  switch (change.kind) {
    case "new-record":
    case "removed-record": {
      const about = [...(change.status ? [change.status] : []), ...change.headlines.map(sayAmount)].join(", ");
      return `${change.kind === "new-record" ? "New" : "Removed"} ${ONE[change.folder]}: ${name}${about && ` (${about})`}`;
    }
    case "status":
      return `${name}: ${change.from} → ${change.to}, ${change.date}`;
    case "figure":
      return `${name}: ${change.figure.replaceAll("-", " ")} ${sayMove(change)}`;
    case "rate":
      return `${name}: ${sayRate(change.before)} → ${sayRate(change.after)}`;
    case "event": {
      const { before, after } = change;
      if (!after) return `${name}: no longer told: ${before?.date} ${before?.text}`;
      if (!before) return `${name}: ${after.date} ${after.text}`;
      if (before.text === after.text) return `${name}: ${before.date} → ${after.date}: ${after.text}`;
      return `${name}: ${after.date} “${before.text}” → “${after.text}”`;
    }
    case "entry":
      return change.after === null
        ? `${name}: ${spaced(change.list)} − ${change.before}`
        : `${name}: ${spaced(change.list)} + ${change.after}`;
    case "field":
      return `${name}: ${spaced(change.field)} ${change.before ?? "(none)"} → ${change.after ?? "(none)"}`;
    default:
      return change satisfies never;
  }
}

const spaced = (field: string): string => field.replaceAll(/[-_]/g, " ");

function sayMove({ folder, before, after, date }: Change & { kind: "figure" }): string {
  const when = date ? ` ${date}` : "";
  if (!after) return `${before ? sayAmount(before) : ""} no longer ${date ? `holds,${when}` : "stands"}`;
  if (!before) return `${sayAmount(after)}, new${when}`;
  return `${sayAmount(before)} → ${sayAmount(after)}, ${date ? direction(folder, before, after) : "corrected"}${when}`;
}

function direction(folder: Subject["folder"], before: FigureAmount, after: FigureAmount): string {
  const step = Math.sign((after.high ?? after.low ?? 0) - (before.high ?? before.low ?? 0));
  if (step === 0 || before.unit !== after.unit) return "restated";
  // A contract grows; what somebody says of a year is raised.
  return folder === "deals" ? (step > 0 ? "expanded" : "reduced") : step > 0 ? "raised" : "lowered";
}
