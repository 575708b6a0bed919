/** The figure of a deal that words tell from its others, as a look-up within the deal finds it. */
import type { Deal } from "../../../knowledge/schema.ts";
import { hasCome, stateOn } from "../../knowledge/as-of.ts";
import type { FoundStatement } from "../../knowledge/find-statements.ts";
import type { Want } from "../../knowledge/kind-asked.ts";
import type { Library } from "../../knowledge/library.ts";
import { orderIn } from "../../knowledge/question-words.ts";
import { figureAt } from "../../knowledge/statements.ts";
import { statementsWithin } from "../../knowledge/within-record.ts";
import { wordsWithin } from "../../knowledge/words-within.ts";

/** A statement that adds less than this to what its record says anyway was not asked for. */
const TELLS = 0.3;
/** Two that fit about as well are not told apart. */
const AS_GOOD = 0.97;
const LOOKED_AT = 24;

/** `fits`: which of its figures count. Null where the words tell none of them. */
export function toldWithin(
  library: Library,
  deal: Deal,
  text: string,
  want: Want | null,
  asOf: string,
  fits: (found: FoundStatement) => boolean,
): FoundStatement | null {
  const sought = { ...wordsWithin(library, deal, text), want, order: orderIn(text), numbers: [], asOf };
  // Its own name tells none of its figures.
  if (sought.words.every(({ weak, name }) => weak || name === "own")) return null;
  const standing = stateOn(deal, asOf)?.figures ?? [];
  const [first, second] = statementsWithin(library, `deal:${deal.id}`, sought, LOOKED_AT).filter((one) => {
    const figure = one.statement.kind === "figure" ? figureAt(deal, one.statement.index) : null;
    const entry = figure && standing.find((other) => other.figure === figure);
    return entry && entry.ended === null && hasCome(entry.since, asOf) && fits(one);
  });
  if (!first || first.own < TELLS) return null;
  return second && second.score >= first.score * AS_GOOD ? null : first;
}
