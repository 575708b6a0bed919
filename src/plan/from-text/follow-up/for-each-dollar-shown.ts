/** "Loss per dollar of revenue?", "cents of burn per dollar of sales": of two of a company's figures of one time that were shown. */

import type { Point } from "../../../../knowledge/schema.ts";
import { pointsOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import { measuresIn } from "../measures.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { figureOf, type OnTable, onTable } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const ASKS =
  /^(?:(?:how (?:much|many)|what) )?(?:(?:is|was) )?(?:the |that )?(.{2,40}?) (?:per|(?:for|on|out of|from) (?:each|every|a|one|the)) (?:dollar|buck|\$1?) (?:of|in) ([a-z -]{3,30}?)(?: (?:is|was) (?:that|it))?[\s?.!]*$/i;
const SALES = gated(/\b(?:sales|takings|income)\b/i);

export const forEachDollarShown: ReadRule = {
  name: "for-each-dollar-shown",
  read(reading): PlanInput | null {
    const [, part = "", base = ""] = ASKS.exec(bareOf(reading.question).text.replace(IN_TIME, "")) ?? [];
    if (part === "" || reading.quantities.length > 0 || reading.names.deals.length > 0) return null;
    const all = (reading.conversation.shown ?? []).flat().flatMap((one) => onTable(reading, one) ?? []);
    const { period } = reading.dates;
    const shown = [...all.filter((one) => !period || periodOf(reading, one) === period), ...besideThem(reading, all)];
    const below = shown.find((one) => isOf(reading, one, SALES.test(base) ? "revenue" : base));
    const above = shown.find(
      (one) => isOf(reading, one, part) && below !== undefined && periodOf(reading, one) === periodOf(reading, below),
    );
    if (!above || !below || above.figure === below.figure) return null;
    return worksheetOf(
      reading,
      [above, below],
      ([x, y]) => [
        { label: "cents for each dollar", expression: `${x} / ${y} * 100` },
        { label: "share", expression: `${x} / ${y} in %` },
      ],
      `${above.label} for each dollar of ${below.label}`,
    );
  },
};

const IN_TIME =
  /,? (?:in|for|over|during) (?:that (?:year|quarter|half|time)|(?:all of )?(?:20\d\d|q[1-4]|h[12])(?: 20\d\d)?)(?=[\s?.!]*$)/i;

/** What the company of the last figure has of the same time, or of the time that is said. */
function besideThem(reading: Reading, all: readonly OnTable[]): OnTable[] {
  const { library, asOf, dates } = reading;
  const [last] = all;
  const owner = last?.record?.type === "metric" ? library.metrics.get(last.record.id)?.subjects[0] : undefined;
  const period = dates.period ?? (last ? periodOf(reading, last) : undefined);
  if (!owner || !period) return [];
  return library.knowledge.metrics
    .filter(({ subjects }) => subjects[0] === owner)
    .flatMap((metric) =>
      pointsOn(metric, asOf)
        .filter(({ point }) => point.period === period && point.unit === "USD" && KNOWN.has(point.type))
        .flatMap(
          ({ point }) =>
            onTable(reading, {
              lines: [
                { label: `${metric.name}, ${point.label}`.slice(0, 80), expression: `@${metric.id}:${point.id}` },
              ],
              at: 1,
              label: point.label.slice(0, 80),
              record: { type: "metric", id: metric.id },
              figure: point.id,
            }) ?? [],
        ),
    );
}
const KNOWN: ReadonlySet<string> = new Set(["actual", "reported"]);

const pointOf = (reading: Reading, one: OnTable): Point | null => {
  const figure = figureOf(reading, one);
  return figure && "measure" in figure ? figure : null;
};
const periodOf = (reading: Reading, one: OnTable): string | undefined => pointOf(reading, one)?.period;

function isOf(reading: Reading, one: OnTable, words: string): boolean {
  const measure = pointOf(reading, one)?.measure;
  return measure !== undefined && measuresIn(words).includes(measure);
}
