/** "Who else builds in the same country?": the country, state or town of the deal on the table, by its name. */

import { countryName } from "../../../doc/say-place.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Reading } from "../reading.ts";
import { dealOnTable } from "./figures-of-record.ts";

const SAME = gated(
  /\b(?:(?:in|at|from|across) (?:the |that |this )(?:very )?same (country|state|region|town|city|place)|elsewhere in (?:the|that|this) (country|state|region)|there in (?:the|that) (country|state))\b/i,
);

/** The question with the place; null where none is pointed at, or the deal is in several. */
export function samePlace(reading: Reading): string | null {
  const found = SAME.exec(reading.question);
  const deal = found ? dealOnTable(reading) : null;
  if (!found || !deal) return null;
  const kind = (found[1] ?? found[2] ?? found[3] ?? "").toLowerCase();
  const all = new Set(
    deal.sites.flatMap(
      ({ country, region, place }) =>
        (kind === "country"
          ? country && countryName(country)
          : kind === "state" || kind === "region"
            ? region
            : (place ?? region)) || [],
    ),
  );
  const [only, ...more] = all;
  return only === undefined || more.length > 0 ? null : reading.question.replace(found[0], `in ${only}`);
}
