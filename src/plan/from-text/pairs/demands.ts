/**
 * What the words of a question ask of the two figures that it sets against each other: a kind of money, a firm or an upfront
 * part, a version. What neither of the two is, has not been understood, and a ratio of other figures is no answer.
 */

import type { Figure, FigureOf, Measure, Point } from "../../../../knowledge/schema.ts";
import { blanked } from "../../../knowledge/blanked.ts";
import { gated } from "../../../knowledge/gated.ts";
import { family } from "../../../knowledge/resolve.ts";
import type { Reading } from "../reading.ts";
import type { Operand } from "./operands.ts";

type Amount = Figure | Point;
type Demand = { said: RegExp; of?: readonly FigureOf[]; measures?: readonly Measure[]; label: RegExp };

const DEMANDS: readonly Demand[] = [
  {
    said: /\b(?:revenues?(?![- ]shar)|(?<!\b(?:bonds?|notes?|debt|shares?|stock|stakes?|assets?) )sales(?! tax)|top line|turnover|took in|takes in|arr|run[- ]?rate)\b/i,
    of: ["revenue"],
    measures: ["revenue", "run-rate-revenue", "revenue-target"],
    label: /\b(?:(?:contracted|lease|annual|expected) revenue|revenues?(?! share)|sales|earn)\b/i,
  },
  {
    said: /\bcapex\b|\bcapital (?:spending|expenditures?)\b/i,
    of: ["capex"],
    measures: ["capex", "capex-guidance"],
    label: /\bcapex|capital\b/i,
  },
  {
    said: /\b(?:backlogs?|rpo|remaining performance)\b/i,
    measures: ["backlog", "exposure", "customer-share"],
    label: /\b(?:backlog|performance obligations)\b/i,
  },
  {
    said: /\b(?:valuations?|valued at|market (?:cap\w*|value)|(?:post|pre)-?money)\b/i,
    of: ["valuation"],
    measures: ["valuation"],
    label: /\b(?:valu\w+|worth)\b/i,
  },
  {
    said: /\b(?:debts?|loans?|bonds?|borrow(?:ed|ing|ings)|notes)\b/i,
    of: ["debt"],
    measures: ["debt"],
    label: /\b(?:debt|loans?|bonds?|borrow\w*|notes|tranche|facility|facilities|bridge|package)\b/i,
  },
  {
    said: /\b(?<!private )equity\b/i,
    of: ["equity"],
    measures: ["equity-commitments"],
    label: /\b(?:equity|shares|stock|stake)\b/i,
  },
  { said: /\b(?:backstops?|guarantees?)\b/i, of: ["guarantee"], label: /\b(?:backstop|guarantee)\w*\b/i },
  {
    said: /\b(?:net loss\w*|operating loss\w*|loss(?:es)?)\b/i,
    of: ["loss"],
    measures: ["net-loss", "operating-loss", "cash-burn"],
    label: /\bloss/i,
  },
  { said: /\b(?:cash burn|burn(?:s|ed|ing|t)?)\b/i, measures: ["cash-burn"], label: /\bburn/i },
  {
    said: /\b(?:firm|committed|dedicated|guaranteed) (?:part|portion|share|piece|bit|slice|half|chunk)\b|\b(?:is|are|actually|really) (?:firm|dedicated)\b/i,
    label: /\b(?:firm|dedicated|committed|base|initial|first|upfront)\b/i,
  },
  {
    said: /\b(?:total costs|costs(?! (?:of|to|per|a|an|about|more|less|(?:the )?(?:most|least))\b))\b/i,
    label: /\bcosts?\b/i,
  },
  { said: /\b(?:r ?& ?d|research)\b/i, label: /\bresearch\b/i },
  { said: /\b(?:dividends?)\b/i, label: /\bdividend/i },
  { said: /\b(?:ebitda|net income)\b/i, label: /\b(?:profit|ebitda|income|earnings)\b/i },
  { said: /\b(?:pre-?pa(?:y|id)\w*)\b/i, label: /\b(?:pre-?pa\w+|in advance)\b/i },
  {
    said: /\b(?:after|with|including|incl\.?|counting|post) (?:the |its |their |that )?(?:expansion|extension|upsiz\w+|top[- ]up|enlargement)s?\b|\b(?:expanded|enlarged|combined|upsized) (?:\w+ ){0,2}(?:deal|contract|commitment|agreement|pact|one)\b/i,
    label: /\b(?:with|together|combined|both|total|all|enlarged|expan\w+)\b/i,
  },
];

/** Whether each kind that the words say is that of one of the figures. `words` are without names. */
export const meetsDemands = (words: string, amounts: readonly Amount[]): boolean =>
  DEMANDS.every((demand) => !demand.said.test(words) || amounts.some((amount) => isMet(demand, amount)));

const isMet = ({ of = [], measures = [], label }: Demand, amount: Amount): boolean =>
  of.includes(amount.of) ||
  ("measure" in amount && measures.includes(amount.measure)) ||
  label.test(`${amount.label} ${"term" in amount ? (amount.term ?? "") : ""}`);

/** The question with spaces where organisations and deals are named: "Azure commitment" and "bridge loan" ask for no kind. */
export const withoutNames = ({ question, names }: Reading): string =>
  blanked(
    question,
    names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "org" || type === "deal")),
  );

/** Kinds that nobody means who does not say them. */
const SAID_OUTRIGHT: Partial<Record<FigureOf, RegExp>> = {
  equity:
    /\b(?:invest\w*|equity|stakes?|shares?|rounds?|rais\w+|fund\w*|put(?:s|ting)? (?:in|into)|back(?:s|ed|ing)|che(?:que|ck)s?|money|cash|pay\w*|paid|bet|series|ipo|listing|float\w*)\b/i,
  debt: /\b(?:debt|loans?|bonds?|borrow\w*|financ\w+|notes?|paper|lend\w*|lent|fund\w*|packages?|facilit\w+|rais\w+|credit|revolver|bridge|money|cash|vehicles?|spv)\b/i,
  valuation: /\b(?:valu\w+|worth|market cap\w*|post|pre|mark(?:ed)?|pric\w+|trad\w+|rated)\b/i,
  capex:
    /\b(?:capex|capital|spen[dt]\w*|cost\w*|buil[dt]\w*|plan\w*|campus\w*|sites?|invest\w*|program(?:me)?s?|data ?cent\w+|construct\w*|facilit\w+|projects?|pledge\w*|commit\w*|plants?|pric\w+|expens\w+|chips?|gpus?|outlay|budget)\b/i,
  guarantee: /\b(?:guarant\w+|backstop\w*|back(?:s|ed|ing)|cover\w*|money)\b/i,
};

const ANY_DEAL = gated(/\b(?:deals?|commit\w*|agreements?|partnerships?|pacts?|arrangements?|tie-?ups?|ties)\b/i);

/** "Larger than everything signed with AWS": figures of unlike kinds are set side by side only where the words say the odd one. */
export function areSaid({ question, names, library }: Reading, operands: readonly Operand[]): boolean {
  const kinds = new Set(operands.map(({ figure }) => figure.of));
  // Who is party to one deal alone names it: "the Scale AI price".
  const theirs = names.orgs.map((org) =>
    library.knowledge.deals.filter(({ parties }) => parties.some((party) => party.org === org)),
  );
  // "Whose commitment to Corning is larger, Meta's or Nvidia's": the only deal of two who are named, by a word for any deal.
  const between = ANY_DEAL.test(question)
    ? names.orgs.flatMap((org, at) =>
        names.orgs.slice(at + 1).map((other) =>
          library.knowledge.deals.filter(({ parties }) =>
            [org, other].every((one) => {
              const own = family(library, one);
              return parties.some((party) => own.has(party.org));
            }),
          ),
        ),
      )
    : [];
  const named = new Set([
    ...names.deals,
    ...between.flatMap((deals) => (deals.length === 1 ? deals.map(({ id }) => id) : [])),
    ...theirs.flatMap((deals) => (deals.length === 1 ? deals.map(({ id }) => id) : [])),
  ]);
  return (
    kinds.size < 2 ||
    operands.every(
      // The main sum of a deal that is named needs no other word.
      ({ record, figure }) =>
        (named.has(record.id) && "headline" in figure && figure.headline) ||
        (SAID_OUTRIGHT[figure.of]?.test(question) ?? true),
    )
  );
}
