/** "The expansion as % of the original": shares and differences between what the figure on the table was first and what it is now. */
import type { Figure, Point } from "../../../../knowledge/schema.ts";
import { pointsOn, stateOn } from "../../../knowledge/as-of.ts";
import type { Reading, ReadRule } from "../reading.ts";
import type { SumLine } from "../sums/sum.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { type OnTable, onTable } from "./on-the-table.ts";
import { namesNothing } from "./operands.ts";
import { worksheetOf } from "./worksheet-of.ts";

const MAX_WORDS = 14;
const ADDED =
  /\b(?:expansions?|extensions?|increases?|additions?|added|adds?|extra|raises?|hikes?|top-?ups?|upsiz\w+|enlargements?|revisions?|jump|cuts?|reductions?)\b/gi;
const FIRST =
  /\b(?:originals?|originally|initial(?:ly)?|first (?:version|figure|number|amount|plan|target|guidance|one)|(?:what|than) it was(?: before| originally| at first)?|old(?:er)? (?:figure|number|one|amount|version|guidance|target)|starting (?:figure|point|amount)|at first)\b/gi;
const NOW =
  /\b(?:new(?:er)?|revised|current|final|latest|now|whole|total|enlarged|expanded)(?: (?:figure|number|one|amount|version|guidance|target|total))?\b/gi;
const SHARE = /%|\b(?:percent(?:age)?|per cent|pct|share|fraction|proportion)\b/gi;
const TIMES = /\b(?:(?:what |as an? |the )?(?:multiple|factor)|how many times|times|ratio)\b/gi;
const MUCH = /\bhow much (?:more|bigger|larger|higher|less|smaller|lower)\b|\b(?:difference|gap|delta)\b/gi;
const AROUND =
  /\b(?:relative|compared|versus|vs|against|to|over|than|bigger|larger|did|does|was|is|that|in|deal|contract|guidance|target|figure|size|value|by|alone)\b/gi;

export const ofVersions: ReadRule = {
  name: "of-versions",
  read(reading) {
    const { question, names, quantities, dates } = reading;
    const text = bareOf(question).text;
    if (quantities.length + names.orgs.length + names.deals.length + dates.mentioned.length > 0) return null;
    if (text.split(/\s+/).length > MAX_WORDS) return null;
    const [added, first, now] = [ADDED, FIRST, NOW].map((pattern) => text.search(pattern));
    const [share, times, much] = [SHARE, TIMES, MUCH].map((pattern) => text.search(pattern) >= 0);
    if (added === undefined || first === undefined || now === undefined) return null;
    const two = Number(added >= 0) + Number(first >= 0) + Number(now >= 0) >= 2;
    if (!((share || times) && two) && !(much && first >= 0)) return null;
    const rest = [ADDED, FIRST, NOW, SHARE, TIMES, MUCH, AROUND].reduce((left, one) => left.replace(one, " "), text);
    const both = namesNothing(rest) ? versionsOnTable(reading) : null;
    if (!both) return null;
    return worksheetOf(
      reading,
      both,
      ([x, y]) => worked(String(x), String(y), { added, first, now, share: share === true, times: times === true }),
      `${both[0].label} as it was and as it is`,
    );
  },
};

/** Where the words stand says which is the part; what is last is the whole. */
type Said = { added: number; first: number; now: number; share: boolean; times: boolean };

function worked(x: string, y: string, { added, first, now, share, times }: Said): SumLine[] {
  const difference = { label: "difference", expression: `${y} - ${x}` };
  if (times) return [{ label: "ratio", expression: `${y} / ${x}` }, difference];
  if (share && added >= 0)
    return now >= 0 && first < 0
      ? [{ label: "what was added as a share of the whole", expression: `(${y} - ${x}) / ${y} in %` }, difference]
      : [{ label: "what was added as a share of the original", expression: `(${y} - ${x}) / ${x} in %` }, difference];
  if (share)
    return now < first
      ? [{ label: "as it is, as a share of the original", expression: `${y} / ${x} in %` }]
      : [{ label: "the original as a share of the whole", expression: `${x} / ${y} in %` }];
  return [difference, { label: "change", expression: `(${y} - ${x}) / ${x} in %` }];
}

/** The first version and the one that stands, of the figure that was spoken of; null where it never changed. */
function versionsOnTable(reading: Reading): [OnTable, OnTable] | null {
  const { conversation, library, asOf } = reading;
  const deal = dealOnTable(reading);
  const state = deal ? stateOn(deal, asOf) : null;
  for (const { record, figure } of (conversation.shown ?? []).flat()) {
    if (!record || !figure) continue;
    const metric = record.type === "metric" ? library.metrics.get(record.id) : undefined;
    const point = metric && pointsOn(metric, asOf).find((one) => one.point.id === figure);
    if (point) return asTwo(reading, { type: "metric", id: record.id }, point.point, point.before[0]);
    const entry = record.id === deal?.id ? state?.figures.find((one) => one.figure.id === figure) : undefined;
    if (entry && entry.before.length > 0)
      return asTwo(reading, { type: "deal", id: record.id }, entry.figure, entry.before[0]?.figure);
  }
  // "It was about $38B from …; it has been about $138B since …" shows a version that has no name of its own.
  const changed = state?.figures.filter(({ figure, before, ended }) => figure.headline && before.length > 0 && !ended);
  const [only, ...more] = changed ?? [];
  return only && deal && more.length === 0 && conversation.plan?.kind !== "show-metric"
    ? asTwo(reading, { type: "deal", id: deal.id }, only.figure, only.before[0]?.figure)
    : null;
}

/** What is no longer so has no name in an expression: it is written out. */
function asTwo(
  reading: Reading,
  record: { type: "deal" | "metric"; id: string },
  now: Figure | Point,
  then: Figure | Point | undefined,
): [OnTable, OnTable] | null {
  const [low, high] = [then?.low ?? then?.high, then?.high ?? then?.low];
  if (!then || low == null || high == null || !WRITTEN.has(then.unit) || then.unit !== now.unit) return null;
  const label = `first: ${then.label}`.slice(0, 80);
  const expression = `${low === high ? low : `${low}-${high}`} ${then.unit}`;
  const before = onTable(reading, { lines: [{ label, expression }], at: 1, label, record: null, figure: null });
  const after = onTable(reading, {
    lines: [{ label: now.label.slice(0, 80), expression: `@${record.id}:${now.id}` }],
    at: 1,
    label: now.label.slice(0, 80),
    record,
    figure: now.id,
  });
  return before && after ? [before, after] : null;
}
const WRITTEN: ReadonlySet<string> = new Set(["USD", "EUR", "GBP", "GW"]);
