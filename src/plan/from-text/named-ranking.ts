/** "Which is the smallest of A, B and C", "whose came first: A, B, C or D": one of the deals that are named by their words. */
import { outlineOn } from "../../knowledge/as-of.ts";
import type { Library } from "../../knowledge/library.ts";
import { isOfName } from "../../knowledge/name-words.ts";
import { orgName, readNames } from "../../knowledge/resolve.ts";
import { words } from "../../knowledge/words.ts";
import { OLDEST_FIRST } from "./asks.ts";
import { measuresIn } from "./measures.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { sidesMeant } from "./side-meant.ts";
import { superlativeIn } from "./superlative.ts";

/** One organisation alone has many deals. */
function tellsDeal(library: Library, text: string): boolean {
  const { orgs, deals, places } = readNames(library, text);
  return orgs.length > 1 || deals.length + places.length > 0 || words(text).some((word) => isOfName(library, word));
}

const [FEWEST, MOST] = [3, 6];
const TERM = /\b(?:longest|shortest)\b/i;

export const namedRanking: ReadRule = {
  name: "named-ranking",
  read(reading) {
    const { question, dates } = reading;
    const superlative = superlativeIn(question);
    if (!superlative || (superlative.weak && !OLDEST_FIRST.test(question))) return null;
    // What is measured of companies is no deal's; who signed or closed first is told by those days.
    if (measuresIn(question).length > 0 || /\b(?:sign|clos|complet)(?:e[sd]?|ed|ing)?\b/i.test(question)) return null;
    const items = itemsIn(reading);
    if (items.length < FEWEST || items.length > MOST) return null;
    const asOf = /\bas (?:of|at)\b/i.test(question) ? dates.asOf : null;
    const deals = [...new Set(sidesMeant(reading, items, "record")?.flatMap(({ deal }) => deal ?? []) ?? [])];
    if (deals.length !== items.length) return null;
    if (TERM.test(question)) return deals.length > FEWEST ? null : { kind: "compare", deals, attribute: "term", asOf };
    return {
      kind: "find-deals",
      only: deals,
      sort:
        superlative.sort === "value" && !MONEY.test(question) && areOfPower(reading, deals)
          ? "capacity"
          : superlative.sort,
      ascending: superlative.ascending,
      rank: true,
      place: superlative.place,
      asOf,
    };
  },
};

const MONEY = /[$€£]|\b(?:dollars?|money|cost\w*|expensive|pric\w+|value\w*|worth|spend\w*|invest\w*|contracts?)\b/i;

/** Of plants with a power each and a price for some the power is compared. */
function areOfPower({ library, asOf }: Reading, deals: readonly string[]): boolean {
  const outlines = deals.map((id) => {
    const deal = library.deals.get(id);
    return deal ? outlineOn(deal, asOf) : null;
  });
  return outlines.every((one) => one?.size?.figure.unit === "GW") && outlines.some((one) => !one?.money);
}

/** What stands in a row behind "of", behind a colon or before a comma and "which", each with a name, and with what all share. */
function itemsIn({ question, library }: Reading): string[] {
  const row =
    /:\s*([^:?]+(?:\b(?:or|and)\b|,[^:?]+,)[^:?]+)\??\s*$/i.exec(question)?.[1] ??
    /\b(?:of|among|between|out of)\s+(?!(?:the|those|these) (?:three|four|five|deals|sites)\b)([^:?]+,[^:?]+?\b(?:and|or)\b[^:?]+?)(?:,? (?:which|who|is|was|has|by)\b.*)?\??\s*$/i.exec(
      question,
    )?.[1] ??
    /(?:,|\bis|\bwas)\s+([^:?]+,[^:?]+\bor\b[^:?]+)\??\s*$/i.exec(question)?.[1];
  if (row === undefined) return [];
  const items = row
    .split(/\s*(?:,|;|\/|\bor\b|\band\b|\bvs\.?)\s*/i)
    .map((item) => item.trim())
    .filter(Boolean);
  // Whom all of them are with stands before the row.
  const before = question.slice(0, question.indexOf(row));
  const whose = readNames(library, before)
    .mentions.flatMap(({ refs, start, end }): string[] => {
      const employer = refs
        .map(({ type, id }) => (type === "person" ? library.people.get(id)?.roles[0]?.org : undefined))
        .find(Boolean);
      if (employer) return [orgName(library, employer)];
      return refs.some(({ type }) => type === "org") ? [before.slice(start, end)] : [];
    })
    .join(" ");
  const texts = items.map((item) => `${item} ${whose}`.trim());
  // Organisations alone beside one that all deal with are ranked with all their deals, by the list.
  return texts.every((text) => tellsDeal(library, text)) && items.some((item) => tellsDeal(library, item)) ? texts : [];
}
