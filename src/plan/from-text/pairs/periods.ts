/** Whether companies' figures are of the years and quarters that a question says, where such are on record. */

import type { Measure, Point } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import { findPeriods } from "../../dates.ts";
import type { Reading } from "../reading.ts";
import type { Operand } from "./operands.ts";

/** Levels stand beside figures of other times: the last valuation beside the revenue of a year. */
const LEVELS: ReadonlySet<Measure> = new Set(["valuation", "backlog", "debt", "exposure", "commitments"]);
const BOTH = gated(/\b(?:both|each|same (?:date|day|month|time|quarter|year)|same-)/i);

/** False where a figure is of another time than is said, and the same is on record of that time. */
export function areOfPeriods({ question, dates, library }: Reading, operands: readonly Operand[]): boolean {
  const all = [...new Set([...dates.mentioned, ...findPeriods(question)])];
  if (all.length === 0) return true;
  const both = BOTH.test(question);
  if (all.length === 1 && !isOfOneTime(operands, all[0] ?? "")) return false;
  if (areTwoTimesOfOne(operands, all)) return true;
  return operands.every(({ record, figure }) => {
    if (record.type !== "metric" || !("measure" in figure)) return true;
    if ((LEVELS.has(figure.measure) && !both) || all.some((date) => isOf(figure, date))) return true;
    const own = library.metrics.get(record.id);
    const like = library.knowledge.metrics.filter(({ subjects }) => subjects[0] === own?.subjects[0]);
    return !like.some(({ points }) =>
      points.some(
        (point) => sameMeasure(point, figure) && point.unit === figure.unit && all.some((date) => isOf(point, date)),
      ),
    );
  });
}

/** "OpenAI's compute at the end of 2025 or Anthropic's": both of that time, and not one of another. */
function isOfOneTime([a, b, ...more]: readonly Operand[], date: string): boolean {
  if (!a || !b || more.length > 0 || !("measure" in a.figure) || !("measure" in b.figure)) return true;
  if (a.figure.measure !== b.figure.measure || LEVELS.has(a.figure.measure) || a.record.id === b.record.id) return true;
  return isOf(a.figure, date) === isOf(b.figure, date);
}

/** "How much has it grown since 2025": one level at that time and as it is now. */
function areTwoTimesOfOne([a, b, ...more]: readonly Operand[], said: readonly string[]): boolean {
  if (!a || !b || more.length > 0 || !("measure" in a.figure) || !("measure" in b.figure)) return false;
  const [x, y] = [a.figure, b.figure];
  const years = [...new Set(said.map((date) => /20\d\d/.exec(date)?.[0] ?? ""))];
  return (
    a.record.id === b.record.id &&
    x.measure === y.measure &&
    x.period !== y.period &&
    // Of two years that are said each is one of the two.
    (years.length < 2 || years.every((year) => x.period.includes(year) || y.period.includes(year))) &&
    said.some((date) => isOf(x, date) || isOf(y, date))
  );
}

const isOf = ({ period }: Point, date: string): boolean =>
  date.length === 4
    ? period.replace(/^FY/, "") === date || (period.startsWith(`${date}-`) && !/-(?:Q|H)\d/.test(period))
    : period.includes(date);

/** What was foreseen for a year is told apart from what came of it by other words. */
const sameMeasure = (a: Point, b: Point): boolean => family(a.measure) === family(b.measure);
const family = (measure: Measure): string => measure.replace(/-(?:guidance|target)$/, "");
