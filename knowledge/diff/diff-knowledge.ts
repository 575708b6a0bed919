/** What changed in facts between two states of the knowledge, however they are written down. */
import { isDeepStrictEqual } from "node:util";
import type { Knowledge } from "../read.ts";
import type { Deal, Metric, Rate } from "../schema.ts";
import type { Change, Subject, WhatChanged } from "./change.ts";
import { diffEvents, diffFields } from "./diff-fields.ts";
import { diffFigures, foldDeal, foldMetric } from "./fold.ts";

const FOLDERS = [
  "deals",
  "metrics",
  "rates",
  "topics",
  "glossary",
  "organisations",
  "people",
  "sources",
  "modelPrices",
] as const satisfies readonly Subject["folder"][];
const ORDER: readonly Change["kind"][] = [
  "status",
  "figure",
  "rate",
  "new-record",
  "removed-record",
  "event",
  "entry",
  "field",
];

/** Status moves first, then figures, records that came or went, events, and what else is said. */
export function diffKnowledge(before: Knowledge, after: Knowledge): Change[] {
  const changes = FOLDERS.flatMap((folder) => {
    const [old, now] = [byId(before[folder]), byId(after[folder])];
    return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
      const [was, is] = [old.get(id), now.get(id)];
      const subject: Subject = { folder, id, name: nameOf(is ?? was) };
      return diffRecord(folder, was, is).map((change): Change => ({ ...subject, ...change }));
    });
  });
  return changes.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

type AnyRecord = Knowledge[Subject["folder"]][number];

const byId = (records: readonly AnyRecord[]): Map<string, AnyRecord> =>
  new Map(records.map((record) => ["id" in record ? record.id : record.model, record]));

function nameOf(record: AnyRecord | undefined): string {
  if (!record) return "";
  if ("model" in record) return record.model;
  if ("term" in record) return record.term;
  return "name" in record ? record.name : record.title;
}

function diffRecord(folder: Subject["folder"], was: AnyRecord | undefined, is: AnyRecord | undefined): WhatChanged[] {
  const only = was ? (is ? undefined : was) : is;
  if (only) return [{ kind: was ? "removed-record" : "new-record", ...outline(folder, only) }];
  if (!was || !is || isDeepStrictEqual(was, is)) return [];
  if (folder === "deals") return diffDeals(was as Deal, is as Deal);
  if (folder === "metrics") return diffMetrics(was as Metric, is as Metric);
  if (folder === "rates") return diffRates(was as Rate, is as Rate);
  return diffFields(was, is);
}

function outline(
  folder: Subject["folder"],
  record: AnyRecord,
): Pick<Change & { kind: "new-record" }, "status" | "headlines"> {
  if (folder !== "deals") return { status: null, headlines: [] };
  const { status, figures } = foldDeal(record as Deal);
  const headlines = [...figures.values()].flatMap(({ figure, ended }) =>
    "headline" in figure && figure.headline && !ended ? [figure] : [],
  );
  return { status, headlines };
}

function diffDeals(was: Deal, is: Deal): WhatChanged[] {
  const [old, now] = [foldDeal(was), foldDeal(is)];
  return [
    ...(old.status === now.status
      ? []
      : [{ kind: "status" as const, from: old.status, to: now.status, date: now.statusSince }]),
    ...diffFigures(old.figures, now.figures),
    ...diffEvents(was.events, is.events),
    ...diffFields(was, is, ["events"]),
  ];
}

const diffMetrics = (was: Metric, is: Metric): WhatChanged[] => [
  ...diffFigures(foldMetric(was), foldMetric(is)),
  ...diffFields(was, is, ["points"]),
];

function diffRates(was: Rate, is: Rate): WhatChanged[] {
  const amount = ({ low, mid, high, unit }: Rate) => ({ low, mid, high, unit });
  const [before, after] = [amount(was), amount(is)];
  return [
    ...(isDeepStrictEqual(before, after) ? [] : [{ kind: "rate" as const, before, after }]),
    ...diffFields(was, is, ["low", "mid", "high", "unit"]),
  ];
}
