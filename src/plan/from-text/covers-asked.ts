/** "What does Huang's number include", "what's in the Barclays estimate": what somebody's estimate covers, and no sum that it gives. */

import type { Rate } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { rankRates } from "../../knowledge/rates.ts";
import { contentWords } from "../../knowledge/words.ts";
import type { Reading, ReadRule } from "./reading.ts";

export const coversAsked: ReadRule = {
  name: "covers",
  read(reading) {
    const { question, names } = reading;
    if (!(COVERS.test(question) || IN_NUMBER.test(question)) || !NUMBER.test(question)) return null;
    const rate = rateOf(reading);
    // Of a deal's own figure the deal tells what is in it.
    const isDeals = names.deals.length > 0 && !(rate?.org && names.orgs.includes(rate.org));
    return rate && !isDeals ? { kind: "show-rate", rates: [rate.id], rank: null, covers: true } : null;
  },
};

/** The estimate that is named, or the best of somebody who is named. */
function rateOf({ question, names, library }: Reading): Rate | null {
  const ids = names.mentions.flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "rate" ? [id] : [])));
  const named = ids.flatMap((id) => library.rates.get(id) ?? []).filter(({ quantity }) => ESTIMATES.test(quantity));
  if (named[0]) return named[0];
  const words = contentWords(question.replace(COVERS, " ").replace(IN_NUMBER, " "));
  const theirs = rankRates(library, { words, orgs: names.orgs, people: names.people }, 1).find(
    ({ rate: { org, person, quantity } }) =>
      ESTIMATES.test(quantity) && ((org && names.orgs.includes(org)) || (person && names.people.includes(person))),
  );
  return theirs?.rate ?? null;
}

/** What may cover more or less: costs of a gigawatt and totals. */
const ESTIMATES = gated(/capex|tco|per-gw/);
const COVERS = gated(
  /\bwhat (?:all |else |exactly |costs? )?(?:is|are|was|were|does|do|did|goes|go)\b.{0,80}\b(?:includ\w+|cover\w*|count\w*|contain\w*|comprise\w*|into)\b|\bwhat(?:['’]s| is| are) (?:all )?(?:included|covered|counted)\b|\bwhich (?:costs|parts|items)\b.{0,60}\b(?:includ\w+|cover\w*|in)\b/i,
);
const IN_NUMBER = gated(
  /\bwhat(?:['’]s| is| are)? (?:all |exactly )?(?:(?:costs?|things|items|parts) (?:is |are )?)?in(?:side)? (?:the |that |[\p{L}.&-]+(?: [\p{L}.&-]+)?['’]s? )/iu,
);
const NUMBER =
  /\b(?:numbers?|figures?|estimates?|costs?|price|sums?|total|gigawatt|gw|forecasts?|projections?)\b|[$€£]\s?\d/i;
