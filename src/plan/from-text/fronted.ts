/** "Foxconn got what for the plant?": the question word put where questions have it, so that every rule reads it as one. */

import { gated } from "../../knowledge/gated.ts";

/** The past and present of the verbs that take an amount, a thing or somebody, by the word that stands behind "did" and "does". */
const VERBS: readonly (readonly [base: string, past: string, present: string])[] = [
  ["get", "got|received", "gets|receives"],
  ["pay", "paid", "pays"],
  ["spend", "spent", "spends"],
  ["raise", "raised", "raises"],
  ["borrow", "borrowed", "borrows"],
  ["owe", "owed", "owes"],
  ["own", "owned", "owns"],
  ["hold", "held", "holds"],
  ["sell", "sold", "sells"],
  ["buy", "bought", "buys"],
  ["lease", "leased|rented", "leases|rents"],
  ["lend", "lent", "lends"],
  ["invest", "invested", "invests"],
  ["commit", "committed", "commits"],
  ["put", "put", "puts"],
  ["give", "gave", "gives"],
  ["charge", "charged", "charges"],
  ["guarantee", "guaranteed", "guarantees"],
  ["order", "ordered", "orders"],
  ["cost", "cost", "costs"],
];
const ASKED = String.raw`what|how much(?: (?!(?:of|for|in|to)\b)[\w-]+)?|how many [\w-]+(?: [\w-]+)?|which [\w-]+`;
const forms = VERBS.flatMap(([base, past, present]) => [
  { base, aux: "did", pattern: inPlace(past) },
  { base, aux: "does", pattern: inPlace(present) },
]);

function inPlace(verbs: string): RegExp {
  return new RegExp(
    String.raw`^((?:(?:so|and|but|ok|wait)[,\s]+)*)(?!(?:who|what|which|how|when|where|why|did|does|do|is|are|was|were|has|have|will|would|can|if)\b)([\w.&'’ -]{2,40}?) (?:has |had |have )?(?:${verbs}) ((?:in |up )?)(?:((?!(?:what|how|which)\b)[\w.&'’ -]{2,40}?) )?(${ASKED})((?:\s+(?:for|in|on|of|from|to|at|out|per|under|with|by|as|each|every)\b[^?]*)?)\W*$`,
    "i",
  );
}

/** The text with its question word in front; any other comes back as it is. */
export function fronted(text: string): string {
  const [, lead = "", subject = "", state] = STATE_WHEN.exec(text) ?? [];
  if (state !== undefined) return `${lead}when is ${subject.replace(/[\s,:–-]+$/, "") || "it"} ${state}?`;
  if (!IN_PLACE.test(text)) return text;
  const [, before, counted, between, many] = AT_END.exec(text) ?? [];
  if (counted !== undefined && !/\b(?:and|or|plus)\W*$/i.test(between ?? ""))
    return `${many} ${counted}: ${before} ${between}`.replace(/\s+/g, " ").replace(/[\s,:–-]+$/, "?");
  for (const { base, aux, pattern } of forms) {
    const [, before, subject, particle, object, asked, rest = ""] = pattern.exec(text) ?? [];
    if (subject !== undefined && asked !== undefined)
      return `${before}${asked} ${aux} ${subject} ${base}${object ? ` ${object}` : ""}${rest || (particle ? ` ${particle.trim()}` : "")}?`;
  }
  return text;
}
/** "Back online when?", "Crane restart: due when" */
const STATE_WHEN = gated(
  /^((?:(?:so|and|but|ok|wait)[,\s]+)*)((?!(?:who|what|which|how|when|where|why|did|does|do|is|are|was|were|has|have|will|would|can|if)\b)[\w.&'’ :,–-]{2,60}?\s)?(?:is |will be )?((?:due|back|ready|expected|operational|online|on line|live|finished|complete)(?: (?:back|online|on line|in service|in operation|on the grid|to (?:open|start|restart|close)))?),? when\W*$/i,
);
/** "Anthropic Google TPUs 2025, how many": what is counted stands before. */
const AT_END = gated(
  /^((?!\W*(?:so |and )?(?:who|what|which|how|when|where|why|did|does|do|is|are|was|were|has|have|will|would|can|if|of)\b).*?)\b([gt]pus?|chips?|accelerators?|racks?|jobs?|sites?|campus(?:es)?|buildings?|acres?|plants?|reactors?|tranches?|shares?|warrants?|gigawatts?|megawatts?|gw|mw|homes?|people|banks?|locations?|servers?)\b([^?]{0,60}?)[,:;–-]?\s+(how many)\W*$/i,
);

/** A question word behind a verb, which few texts have. */
const IN_PLACE = gated(/\S (?:what|how (?:much|many)|which)\b/i);
