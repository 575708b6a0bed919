/** "Which is the smallest of A, B and C", "whose came first: A, B, C or D": one of the deals that are named by their words. */

import type { FigureOf } from "../../../knowledge/schema.ts";
import { outlineOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { isOfName } from "../../knowledge/name-words.ts";
import { readNames } from "../../knowledge/resolve.ts";
import { words } from "../../knowledge/words.ts";
import { OLDEST_FIRST } from "./asks.ts";
import { measuresIn } from "./measures.ts";
import { type NamedRow, namedRow } from "./named-row.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { sidesMeant } from "./side-meant.ts";
import { type Superlative, superlativeIn } from "./superlative.ts";

/** One organisation alone has many deals. */
function tellsDeal(library: Library, text: string): boolean {
  const { orgs, deals, places } = readNames(library, text);
  return orgs.length > 1 || deals.length + places.length > 0 || words(text).some((word) => isOfName(library, word));
}

const [FEWEST, MOST] = [3, 6];
const TERM = gated(/\b(?:longest|shortest|lengths?|durations?)\b/i);
/** Refuses nearly all questions at once. */
const ASKS_ORDER = /,.*\b(?:and|or)\b|,.*,|\b(?:rank|order|sort)\b/i;
/** One of them is the answer. */
const ASKS_WHICH = gated(/\b(?:which|who|whose|what)\b/i);
const SIGNED = gated(/\bsign(?:s|ed|ing)?\b/i);
const OWN_DAY = gated(
  /\b(?:clos|complet)(?:e[sd]?|ed|ing)?\b|\b(?:re-?starts?|opens?|ready|online|operational|energi[sz]ed|running|live|delivers?)\b.*\b(?:first|earliest|soonest)\b|\b(?:first|earliest) to\b/i,
);

export const namedRanking: ReadRule = {
  name: "named-ranking",
  read(reading) {
    const { question, dates } = reading;
    const row = ASKS_ORDER.test(question) ? namedRow(reading) : null;
    if (!row) return null;
    const byTime = row.ordered && TIME.test(question);
    const superlative = (byTime ? null : superlativeIn(question)) ?? (row.ordered ? orderOf(question) : null);
    if (!superlative || (superlative.weak && !row.ordered && !OLDEST_FIRST.test(question))) return null;
    // What is measured of companies is no deal's; who signed, closed or opens first is told by those days.
    if (measuresIn(question).length > 0 || OWN_DAY.test(question)) return null;
    const texts = textsOf(reading, row);
    if (texts.length < FEWEST || texts.length > MOST) return null;
    const asOf = /\bas (?:of|at)\b/i.test(question) ? dates.asOf : null;
    const { deals, strange } = meantBy(reading, texts);
    if (deals.length + strange.length !== texts.length || strange.length > 1 || deals.length < 2) return null;
    if (SIGNED.test(question) && (deals.length <= FEWEST || superlative.sort !== "oldest")) return null;
    if (TERM.test(question) && deals.length <= FEWEST && strange.length === 0)
      return { kind: "compare", deals, attribute: "term", asOf };
    return {
      kind: "find-deals",
      only: deals,
      sort:
        superlative.sort === "value" && !MONEY.test(question) && areOfPower(reading, deals)
          ? "capacity"
          : superlative.sort,
      ...measured(question),
      ascending: superlative.ascending,
      rank: !row.ordered || ASKS_WHICH.test(question),
      place: superlative.place,
      leftOut: strange.join(" "),
      asOf,
    };
  },
};

/** The deal that each means, and those of which none is on record. */
function meantBy(reading: Reading, texts: readonly string[]): { deals: string[]; strange: string[] } {
  const dealsOf = (some: readonly string[]): string[] => [
    ...new Set(sidesMeant(reading, some, "record")?.flatMap(({ deal }) => deal ?? []) ?? []),
  ];
  const deals = dealsOf(texts);
  if (deals.length === texts.length) return { deals, strange: [] };
  const strange = texts.filter((text) => readNames(reading.library, text).mentions.length === 0);
  return { deals: strange.length > 0 ? dealsOf(texts.filter((text) => !strange.includes(text))) : deals, strange };
}

/** By what kind of figure they are put in order, where it is not the headline's. */
function measured(question: string): { sort: "value"; measure: FigureOf[] } | null {
  if (TERM.test(question)) return { sort: "value", measure: ["term"] };
  const by = /\bby\b([^:?]*)/i.exec(question)?.[1] ?? "";
  if (/\b(?:guarantees?|backstops?)\b/i.test(by)) return { sort: "value", measure: ["guarantee"] };
  return /\bdebts?\b/i.test(by) ? { sort: "value", measure: ["debt"] } : null;
}

const MONEY =
  /[$€£]|\b(?:dollars?|money|cost\w*|cheap\w*|dear\w*|expensive|pric\w+|value\w*|worth|spend\w*|invest\w*|contracts?)\b/i;

/** Of plants with a power each and a price for some the power is compared. */
function areOfPower({ library, asOf }: Reading, deals: readonly string[]): boolean {
  const outlines = deals.map((id) => {
    const deal = library.deals.get(id);
    return deal ? outlineOn(deal, asOf) : null;
  });
  return outlines.every((one) => one?.size?.figure.unit === "GW") && outlines.some((one) => !one?.money);
}

/** Those in the row, each with a name and with what all share; none where a list of all their deals is meant. */
function textsOf({ library }: Reading, { items, whose, one }: NamedRow): string[] {
  const [shared, ...others] = items.map((item) => item.split(" "));
  // "Stargate UAE, Norway and UK": the first word is said once.
  const first = shared?.[0] ?? "";
  const isShared =
    shared?.length === 2 &&
    others.every((words) => words.length === 1 && isPlaceAlone(library, words[0] ?? "")) &&
    readNames(library, first).deals.length > 0;
  const texts = items.map((item, index) => `${isShared && index > 0 ? `${first} ` : ""}${item} ${whose}`.trim());
  // A name that no record has is said to be that; organisations alone beside one that all deal with are ranked with all
  // their deals, by the list.
  const isStrange = (text: string) => readNames(library, text).mentions.length === 0;
  const isRow = texts.every((text) => tellsDeal(library, text) || isStrange(text));
  return isRow && (one || items.some((item) => tellsDeal(library, item))) ? texts : [];
}

function isPlaceAlone(library: Library, text: string): boolean {
  const { orgs, deals } = readNames(library, text);
  return orgs.length + deals.length === 0;
}

/** An order that no superlative tells: by what "by" says. */
const orderOf = (question: string): Superlative => ({
  sort: TIME.test(question)
    ? /\b(?:newest|latest)\b/i.test(question)
      ? "newest"
      : "oldest"
    : POWER.test(question)
      ? "capacity"
      : "value",
  ascending: false,
  one: false,
  place: 1,
  limit: null,
  weak: false,
});
const TIME = gated(/\b(?:dates?|time|age|chronolog\w+|when|announced|announcement|oldest|newest)\b/i);
const POWER = /\b(?:gw|gigawatts?|mw|megawatts?|power|capacity|output)\b/i;
