/** "And the latest expansion?", "the second one": among figures of the kind that was spoken of, the one of that place in time. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { type StandingFigure, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { isWeak, soughtWords } from "../../../knowledge/question-words.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { Reading } from "../reading.ts";
import { kindAsked } from "./figures-of-record.ts";

const PLACE = gated(
  /^(?:just |only )?(?:(?:the|its|their) )?(?:very )?(first|original|initial|earliest|second|2nd|third|3rd|latest|last|newest|most recent|final)\s+(?:one|order|contract|deal|agreement|commitment|expansion|addition|extension|top-?up|tranche|instal?lment|round|part|piece|batch|amendment|phase|stage|step|purchase|size|amount|value|sum|figure)(?: (?:alone|only|by itself|on its own))?[\s?.!]*$/i,
);
const PLACES: Readonly<Record<string, number>> = {
  first: 0,
  original: 0,
  initial: 0,
  earliest: 0,
  second: 1,
  "2nd": 1,
  third: 2,
  "3rd": 2,
};

/** Null where no place in time is asked for, or the figures have not each a time of their own. */
export function figureInTime(reading: Reading, deal: Deal, text: string): StandingFigure | null {
  const word = PLACE.exec(text)?.[1]?.toLowerCase();
  const last = word === undefined ? null : kindAsked(reading, deal);
  if (word === undefined || last === null) return null;
  const alike = (stateOn(deal, reading.asOf)?.figures ?? [])
    .filter(({ figure, ended }) => figure.of === last.of && figure.unit === last.unit && ended === null)
    .filter(({ figure }) => figure.headline !== true && !isSaidOfAll(figure.label))
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  // "The first phase" of the power is what alone is called first.
  const called = alike.filter(({ figure }) => PLACES[word] === 0 && SAID_FIRST.test(figure.label));
  if (called.length === 1) return called[0] ?? null;
  const times = new Set(alike.map(({ since }) => since));
  if (alike.length < 2 || times.size < alike.length) return null;
  // What a label says itself needs no order.
  const named = alike.filter(({ figure }) => isNamed(figure.label, text));
  if (named.length === 1) return named[0] ?? null;
  return alike.at(PLACES[word] ?? -1) ?? null;
}

const SAID_FIRST = gated(/^(?:first|initial)\b/i);

const isSaidOfAll = (label: string): boolean => /\b(?:all|both|total|together|combined|whole)\b/i.test(label);

function isNamed(label: string, text: string): boolean {
  const own = new Set(contentRoots(label));
  const telling = soughtWords(text).filter(({ word, weak }) => !weak || (isWeak(word) && own.has(word)));
  return telling.length > 0 && telling.every(({ word }) => own.has(word));
}
