/** "Oracle's 18bn bond", "the Nebius 3bn contract": a deal that is called by its sum, with nothing asked of it. */
import type { Figure } from "../../../knowledge/schema.ts";
import { stateOn } from "../../knowledge/as-of.ts";
import { blanked } from "../../knowledge/blanked.ts";
import { family } from "../../knowledge/resolve.ts";
import type { Quantity } from "../plan.ts";
import type { Reading, ReadRule } from "./reading.ts";

/** The noun behind the sum, and the kinds of money that are called so. */
const NOUNS: readonly (readonly [RegExp, readonly Figure["of"][]])[] = [
  [/^(?:bonds?|notes?|loans?|debt|facility|borrowing|credit line)$/i, ["debt"]],
  [/^(?:financing|raise)$/i, ["debt", "equity", "investment"]],
  [/^(?:contracts?|cloud deal|cloud contracts?|leases?|orders?|chip (?:deal|order))$/i, ["contract"]],
  [/^(?:stakes?|investments?|equity|round|funding round)$/i, ["equity", "investment", "capex"]],
  [/^(?:acquisition|takeover|purchase|buyout)$/i, ["acquisition"]],
  [/^(?:deals?|agreements?|pacts?|tie-?ups?)$/i, []],
];
const AROUND = /^(?:(?:so|and|the|a|its|their|that|about|what about|tell me about|show me|explain)\b[\s,]*)+/i;

export const byItsAmount: ReadRule = {
  name: "by-its-amount",
  read(reading) {
    const { question, names, quantities, dates, library, asOf } = reading;
    const [one, ...others] = quantities;
    const [org] = names.orgs;
    if (!org || !one || others.length > 0 || one.perGw || names.deals.length + names.places.length > 0) return null;
    const kinds = kindsOf(reading);
    if (kinds === null) return null;
    const { quantity } = one;
    const theirs = (library.dealsOf.get(org) ?? []).filter(({ parties }) =>
      names.orgs.every((named) => parties.some((party) => family(library, named).has(party.org))),
    );
    const rank = (figure: Figure | undefined): number =>
      figure && (kinds.length === 0 || kinds.includes(figure.of)) ? nearness(figure, quantity) : 0;
    const [deal, ...alike] = closest(theirs, (one) => rank(stateOn(one, asOf)?.money?.figure));
    if (deal) return alike.length === 0 ? { kind: "show-deal", deal: deal.id, asOf: dates.asOf } : null;
    const standing = theirs.flatMap((one) =>
      (stateOn(one, asOf)?.figures ?? []).flatMap(({ figure, ended }) => (ended ? [] : [{ of: one, figure }])),
    );
    // A part is called a contract or a loan of its own, but no round or purchase.
    const [part, ...more] = kinds.some((of) => of === "debt" || of === "contract")
      ? closest(standing, ({ figure }) => rank(figure))
      : [];
    if (part && more.length === 0)
      return { kind: "show-figure", subject: part.of.id, attribute: "value", figure: part.figure.id, asOf: dates.asOf };
    if (standing.some(({ figure }) => rank(figure) > 0)) return null;
    // What is borrowed for a venture is called by all that the venture costs.
    const [venture, ...ventures] = kinds.includes("debt")
      ? theirs.filter((one) => {
          const sum = stateOn(one, asOf)?.money?.figure;
          return sum?.of !== "contract" && nearness(sum, quantity) === 2;
        })
      : [];
    if (venture && ventures.length === 0) return { kind: "show-deal", deal: venture.id, asOf: dates.asOf };
    // What nobody has a record of is no other deal of theirs.
    return {
      kind: "decline",
      reason: "undisclosed",
      about: question.slice(0, 200),
      near: theirs
        .map((one) => ({ one, away: distance(stateOn(one, asOf)?.money?.figure, quantity, kinds) }))
        .sort((a, b) => a.away - b.away)
        .slice(0, MOST_NEAR)
        .map(({ one }) => one.id),
    };
  },
};
const MOST_NEAR = 3;

/** 2 where an end is that very sum, 1 where it is about that, else 0. */
function nearness(figure: Figure | undefined, { low, unit }: Quantity): number {
  const ends = figure?.unit === unit ? [figure.low, figure.high].flatMap((end) => end ?? []) : [];
  if (ends.includes(low)) return 2;
  return ends.some((end) => Math.abs(end - low) <= end * ABOUT) ? 1 : 0;
}
const ABOUT = 0.035;

/** How many times over the one sum is the other; money of another kind is far. */
function distance(figure: Figure | undefined, { low, unit }: Quantity, kinds: readonly Figure["of"][]): number {
  const own = figure?.unit === unit ? (figure.high ?? figure.low) : null;
  if (!figure || !own) return Number.POSITIVE_INFINITY;
  return Math.abs(Math.log(own / low)) + (kinds.length === 0 || kinds.includes(figure.of) ? 0 : OTHER_KIND);
}
const OTHER_KIND = 3;

function closest<One>(all: readonly One[], rank: (one: One) => number): One[] {
  const best = Math.max(0, ...all.map(rank));
  return best === 0 ? [] : all.filter((one) => rank(one) === best);
}

/** The kinds that the only noun beside names and sum stands for; null where anything else is said. */
function kindsOf({ question, names, quantities }: Reading): readonly Figure["of"][] | null {
  const spans = [...quantities, ...names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "org"))];
  const left = blanked(question, spans)
    .replace(/['’]s?(?=\s)/g, " ")
    .replace(/\b(?:with|from|and|for|in|of|by)\b/gi, " ")
    .replace(/[?.!,–—-]/g, " ")
    .trim()
    .replace(AROUND, "")
    .replace(/\s+/g, " ");
  return NOUNS.find(([noun]) => noun.test(left))?.[1] ?? null;
}
