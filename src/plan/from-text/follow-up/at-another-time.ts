/** "And in May?", "a week later?" after a figure that has changed since: the same figure as it stood then. */

import type { Figure } from "../../../../knowledge/schema.ts";
import { type DealState, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { findDates, lastDayOf } from "../../dates.ts";
import { numberOfWord } from "../../number-words.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf, namesOnly } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

const MAX_WORDS = 7;

export const atAnotherTime: ReadRule = {
  name: "at-another-time",
  read(reading) {
    const { question, conversation, names, library } = reading;
    const last = conversation.plan;
    const deal = dealOnTable(reading);
    if (!deal || (last?.kind !== "show-figure" && last?.kind !== "show-deal")) return null;
    const [shown] = conversation.shown?.[0] ?? [];
    const figure = shown?.figure ?? shown?.was?.figure ?? null;
    if (shown?.record?.id !== deal.id || figure === null || question.split(/\s+/).length > MAX_WORDS) return null;
    const { text } = bareOf(question);
    const attribute = last.kind === "show-figure" ? last.attribute : "value";
    const plan = { kind: "show-figure" as const, subject: deal.id, attribute, topic: "", figure };
    const told =
      shown.was?.since ?? stateOn(deal, library.completeTo)?.figures.find((one) => one.figure.id === figure)?.since;
    const from = last.asOf ?? told ?? "";
    const after = daysOn(text, from);
    if (after !== null) {
      const then = after <= library.completeTo ? stateOn(deal, after) : null;
      const was = stateOn(deal, from);
      // What was all of it then is set beside what was all of it later.
      const isMain = [was?.money, was?.size].some((entry) => entry?.figure.id === figure);
      const later = isMain
        ? [then?.money, then?.size].find((entry) => entry?.figure.unit === unitOf(was, figure))
        : then?.figures.find((one) => one.figure.id === figure);
      const before = was?.figures.find((one) => one.figure.id === figure);
      // What did not change in between may be asked of something else that did.
      if (!later || !before || sameSize(later.figure, before.figure)) return null;
      return { ...plan, figure: isMain ? null : figure, asOf: after };
    }
    const { spans, mentioned, asOf, until } = findDates(text, library.completeTo);
    if (spans.length === 0 || names.mentions.length > 0 || !namesOnly(text, { ...names, mentions: [] }, spans))
      return null;
    const day = asOf ?? lastDayOf(until ?? mentioned[0] ?? "");
    if (day === null || day > library.completeTo) return null;
    const [then, now] = [stateOn(deal, day), stateOn(deal, library.completeTo)].map((state) =>
      state?.figures.find((one) => one.figure.id === figure),
    );
    if (!then || !now || (then.figure.low === now.figure.low && then.figure.high === now.figure.high)) return null;
    return { ...plan, asOf: day };
  },
};

const unitOf = (state: DealState | null, figure: string): string | undefined =>
  state?.figures.find((one) => one.figure.id === figure)?.figure.unit;
const sameSize = (a: Figure, b: Figure): boolean => a.low === b.low && a.high === b.high;

/** "Two weeks later", "the day after", "a month before that": so long after the day that was spoken of; null where that is no day. */
const LATER = gated(
  /^(?:(?:what (?:about|was it)|how about|as of|by|just) )?(?:(?:only |some )?(an?|one|two|three|four|five|six|ten|\d+) |the (?:next |following )?)(day|week|month|quarter|year)s? ?(later|on|after(?:wards)?|earlier|before|prior|previously)?(?: (?:that|than that|it))?[\s?.!]*$/i,
);
function daysOn(text: string, from: string): string | null {
  const [, count, unit = "", way] = LATER.exec(text) ?? [];
  if (unit === "" || (way === undefined && !/\b(?:next|following)\b/i.test(text)) || !/^\d{4}-\d\d-\d\d$/.test(from))
    return null;
  const many = count === undefined || /^an?$/i.test(count) ? 1 : (numberOfWord(count) ?? Number(count));
  const by = /^(?:earlier|before|prior|previously)$/i.test(way ?? "") ? -many : many;
  const day = new Date(`${from}T00:00:00Z`);
  if (/^(?:day|week)$/i.test(unit)) day.setUTCDate(day.getUTCDate() + by * (/^week$/i.test(unit) ? 7 : 1));
  else {
    // A month after the 31st is the last day of the next one.
    const [month, date] = [day.getUTCMonth() + by * (MONTHS[unit.toLowerCase()] ?? 0), day.getUTCDate()];
    day.setUTCMonth(month + 1, 0);
    day.setUTCDate(Math.min(date, day.getUTCDate()));
  }
  return Number.isNaN(day.getTime()) ? null : day.toISOString().slice(0, 10);
}
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };
