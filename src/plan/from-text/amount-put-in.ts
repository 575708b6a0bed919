/** "Who has Nvidia put $2bn into", "companies that got $2bn from it", "its $2B stakes": all that have just this amount from one investor. */
import { gated } from "../../knowledge/gated.ts";
import { findDeals } from "../../knowledge/query.ts";
import { EVERYTHING } from "../../knowledge/totals.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { superlativeIn } from "./superlative.ts";

/** Several may be meant. */
const OPEN = gated(
  /^\W*(?:(?:so|and|ok|hey|please|list|show me|name|all|any)\b[\s,:]*)*(?:who(?:m|['’]s)?\b|where\b|(?:in(?:to)?|from|to) (?:whom|which|what)\b|(?:which|what|the|how many)? ?(?:\w+ )?(?:companies|firms|names|investees|stakes|investments|bets|che(?:que|ck)s|start-?ups)\b)|\b(?:into|in) (?:who|whom|what|which)\W*$|\b(?:stakes|investments|bets|che(?:que|ck)s|tickets)\b/i,
);
const PUT_IN =
  /\b(?:invest\w*|put(?:s|ting)?|stakes?|equity|stock|shares|bets?|che(?:que|ck)s?|b(?:uy|uys|uying|ought)|took|takes?|got|gets?|get|received?|receives|poured|hand(?:s|ed)?|g[ia]ve[ns]?|backed|wrote|written)\b/i;
/** A bound is no amount. */
const BOUND =
  /\b(?:over|above|more|less|under|below|least|most|up to|upwards|north|exceed\w*|excess|between|fewer|bigger|larger|smaller|around|beyond|min(?:imum)?|max(?:imum)?)\b|[<>≥≤]|\bup to\b/i;
const NO_BOUND = /^\s*(?:\+|or (?:more|less|above|below|over|under)|and (?:up|above|more)|plus\b)/i;
const OTHER =
  /\b(?:valu\w+|per|gw|worth of (?:chips|gpus)|revenue|debt|loan|lent|bonds?|when|why|each (?:year|month))\b/i;

export const amountPutIn: ReadRule = {
  name: "amount-put-in",
  read(reading) {
    const { question, names, quantities, dates, asOf, library } = reading;
    const [investor, ...more] = names.orgs;
    const [one, ...others] = quantities;
    if (!investor || !one || others.length + more.length + names.people.length + names.places.length > 0) return null;
    const { unit, low, high, qualifier } = one.quantity;
    if (unit !== "USD" || low !== high || qualifier !== "exact" || (one.perGw && !/\beach$/i.test(one.quantity.text)))
      return null;
    if (!OPEN.test(question) || !PUT_IN.test(question) || OTHER.test(question) || superlativeIn(question)) return null;
    if (BOUND.test(question.slice(Math.max(0, one.start - 20), one.start)) || NO_BOUND.test(question.slice(one.end)))
      return null;
    if (!isInvestor(reading, investor)) return null;
    const filter = { orgs: [investor], roles: ["investor" as const], minUsd: low, maxUsd: low };
    const { since, until } = dates;
    if (findDeals(library, { ...EVERYTHING, ...filter, since, until }, "value", asOf).length < 2) return null;
    return {
      kind: "find-deals",
      parties: [investor],
      roles: ["investor"],
      otherRoles: ["issuer", "target"],
      minUsd: low,
      maxUsd: low,
      since,
      until,
      lists: "others",
      sort: "value",
      asOf: dates.asOf,
    };
  },
};

/** Whoever is named gives the money: nobody puts it into them. */
function isInvestor({ question, names }: Reading, org: string): boolean {
  const mention = names.mentions.find(({ refs }) => refs.some((ref) => ref.type === "org" && ref.id === org));
  return !mention || !/\b(?:in|into|to|of)\s+$/i.test(question.slice(0, mention.start));
}
