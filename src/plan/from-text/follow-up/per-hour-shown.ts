/** "And per GPU-hour, at 730 hours in a month?" after what a chip comes to in a month or a year: as much for each hour of it. */

import { currenciesOf } from "../../../calculator/dimension.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { lastAlike } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const PER_HOUR =
  /^(?:(?:so|and|then|that['’]?s|what(?:['’]s| is)?|how much(?: is)?|is|that|it|which is|in dollars|\$)[\s,]+)*(?:per|an?|each|\/) ?(?:(?:gpu|chip|card|accelerator)[- ]?)?(?:hour|hr)\b(.*)$/i;
/** How many hours a month or a year is taken to have. */
const HOURS = gated(
  /\b(\d[\d,]*(?:\.\d+)?) ?(?:hours?|hrs?|h) ?(?:in|a|per|to|for|\/) ?(?:a |the |each )?(month|year)\b/i,
);
const NOTHING_MORE = /^[\s,.;:()?!-]*(?:(?:say|assuming|at|with|taking|using|for|on|if|then)[\s,]*)*$/i;

export const perHourShown: ReadRule = {
  name: "per-hour-shown",
  read(reading) {
    const { question, names } = reading;
    const rest = PER_HOUR.exec(bareOf(question).text)?.[1];
    if (rest === undefined || names.orgs.length + names.deals.length > 0) return null;
    const [, count, period] = HOURS.exec(rest) ?? [];
    if (!NOTHING_MORE.test(rest.replace(HOURS, " ").replace(/[\s?.!]+$/, ""))) return null;
    const [last] = lastAlike(reading, 1);
    const currency = last && currenciesOf(last.dimension)[0];
    if (!last || !currency || last.dimension.h !== -1 || last.dimension.chip !== -1) return null;
    if (Object.keys(last.dimension).length !== 3) return null;
    const hours = count === undefined ? null : Number(count.replace(/,/g, ""));
    if (hours !== null && !(hours > 0)) return null;
    const label = hours === null ? "for each hour" : `for each hour, at ${count} hours in a ${period}`;
    return worksheetOf(
      reading,
      [last],
      ([step]) => [
        {
          label,
          expression:
            hours === null
              ? `${step} in ${currency}/gpu-hour`
              : `${step} * 1 ${period} / (${hours} hours) in ${currency}/gpu-hour`,
        },
      ],
      `${last.label}, ${label}`,
    );
  },
};
