/** Amounts that make no sum: levels at different times, a whole and its part, unlike kinds of money. */

import type { Figure, Point } from "../../../../knowledge/schema.ts";
import { isPlain } from "../../../calculator/dimension.ts";
import { isMoney, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { PART_OF, relatedTo } from "../../../knowledge/related.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { figureOf, type OnTable } from "./on-the-table.ts";

/** Null where they may be added. */
export function whyNotAdded(reading: Reading, all: readonly OnTable[]): PlanInput | null {
  for (const [index, a] of all.entries())
    for (const b of all.slice(index + 1)) {
      const [x, y] = [figureOf(reading, a), figureOf(reading, b)];
      if (!x || !y || !a.record || !b.record) continue;
      const sameRecord = a.record.type === b.record.type && a.record.id === b.record.id;
      const levels = a.record.type === "metric" && sameRecord && "measure" in x && LEVELS.has(x.measure);
      const partOf =
        sameRecord &&
        a.record.type === "deal" &&
        isHeadline(x) !== isHeadline(y) &&
        x.of === y.of &&
        mayBePart(reading, a, b);
      const related =
        !sameRecord && a.record.type === "deal" && relatedTo(reading.library, a.record.id).get(b.record.id) === PART_OF;
      const together = a.record.type === "deal" && !sameRecord && (isOfBoth(reading, a, b) || isOfBoth(reading, b, a));
      const apart =
        a.record.type === "deal" && b.record.type === "deal" && !isPlain(a.dimension) && groupOf(x) !== groupOf(y);
      if (levels || partOf || related || together || apart)
        return {
          kind: "decline",
          reason: levels ? "levels" : apart ? "unlike" : "part-of-whole",
          about: `${a.label} and ${b.label}`.slice(0, 200),
          near: [...new Set([a.record, b.record].flatMap(({ type, id }) => (type === "deal" ? [id] : [])))],
        };
    }
  return null;
}
/** "Lordstown and Milam County together" has what Milam County is. */
function isOfBoth(reading: Reading, whole: OnTable, part: OnTable): boolean {
  const label = figureOf(reading, whole)?.label ?? "";
  const deal = reading.library.deals.get(part.record?.id ?? "");
  if (!deal || !/\b(?:together|both|combined)\b/i.test(label)) return false;
  const said = new Set(contentRoots(label));
  return deal.sites.some(({ place, campus }) =>
    [place, campus].some((name) => {
      const roots = contentRoots(name ?? "");
      return roots.length > 0 && roots.every((word) => said.has(word));
    }),
  );
}

/** What is larger than the whole is no part of it, nor what is of others: "by OpenAI and SoftBank together", "from Ares". */
function mayBePart(reading: Reading, a: OnTable, b: OnTable): boolean {
  const [whole, part] = isHeadline(figureOf(reading, a) ?? {}) ? [a, b] : [b, a];
  const [of, own] = [calledIn(reading, whole), calledIn(reading, part)];
  const apart = of.size > 0 && own.size > 0 && [...own].every((name) => !of.has(name));
  return part.size <= whole.size && !apart;
}

/** Organisations and places that the label of a figure names. */
const calledIn = (reading: Reading, one: OnTable): ReadonlySet<string> =>
  new Set(
    reading.library.names
      .find(figureOf(reading, one)?.label ?? "")
      .flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "org" || type === "place" ? [id] : []))),
  );

/** Money that goes into one thing adds up, whatever kind it is of; other kinds only among themselves. */
const groupOf = (figure: Figure | Point): string =>
  !isMoney(figure.unit) || PUT_IN.has(figure.of) ? "put in" : figure.of;
const PUT_IN: ReadonlySet<string> = new Set(["equity", "debt", "investment", "capex", "acquisition"]);
const isHeadline = (figure: object): boolean => "headline" in figure && figure.headline === true;
/** What stands at a time, rather than comes in over one. */
const LEVELS: ReadonlySet<string> = new Set([
  "backlog",
  "valuation",
  "debt",
  "exposure",
  "compute-capacity",
  "run-rate-revenue",
  "customer-share",
  "gross-margin",
  "cost-per-gw",
]);

/** What is on record as a sum itself is looked up, where its parts are of unlike kinds. */
const SUM_ITSELF = gated(/\b(?:together|combined)\b/i);
export const isSumOnRecord = (reading: Reading, operands: readonly OnTable[]): boolean => {
  const deal = dealOnTable(reading);
  const figures = (deal && stateOn(deal, reading.asOf)?.figures) || [];
  return (
    operands.some(({ label }) => SUM_ITSELF.test(label)) ||
    (operands.every(({ record }) => record?.id === deal?.id) &&
      figures.some(({ figure, ended }) => ended === null && figure.of === "valuation" && SUM_ITSELF.test(figure.label)))
  );
};
