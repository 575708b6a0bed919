/** "What was OpenAI valued at in November 2025": a company's last valuation of a day, whichever deal set it. */

import { stateOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { isWeak } from "../../knowledge/question-words.ts";
import { family } from "../../knowledge/resolve.ts";
import { contentWords } from "../../knowledge/words.ts";
import { lastDay } from "../dates.ts";
import type { Reading, ReadRule } from "./reading.ts";

const VALUED = gated(
  /\b(?:valuations?|valued|(?:company )?worth as a company)\b|\b(?:what|how much) (?:is|was|were|would) .{1,40}\bworth\b/i,
);
const INTO = gated(/\b(?:(?:going|heading|coming) into|at the (?:start|beginning) of)\b/i);
const IN_ROUND = gated(
  /\b20\d\d\b.{0,30}\b(?:rounds?|raise|tender|financing|share sale|secondary)\b|\b(?:rounds?|raise|tender|financing|share sale|secondary) (?:of|in|from) .{0,14}20\d\d\b/i,
);
const MONTHS = gated(/^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i);
const POST_MONEY = gated(/\bpost-?money\b/i);
/** The company is what is valued, and not somebody in the deal. */
const RAISES = new Set(["issuer", "target", "partner"]);
/** Words that may stand beside it without meaning one deal. */
const BESIDE = new Set(
  contentWords(
    "valuation valued going heading start beginning worth company today now currently latest last current recent new year's day eve christmas time much high price tag investors post money round",
  ),
);

export const valuation: ReadRule = {
  name: "valuation",
  read(reading) {
    const { question, names, dates, quantities } = reading;
    const [org] = names.orgs;
    // "In the $6.6B round": an amount tells which deal.
    if (!org || names.orgs.length > 1 || names.deals.length + quantities.length > 0) return null;
    // A round that its day tells is a deal of its own.
    if (!VALUED.test(question) && !(POST_MONEY.test(question) && dates.mentioned.length === 0)) return null;
    if (
      names.rest.some(
        (word) =>
          !BESIDE.has(word) &&
          !isWeak(word) &&
          !/^\d|^20\d\d/.test(word) &&
          !(INTO.test(question) && MONTHS.test(word)),
      )
    )
      return null;
    const [said] = dates.mentioned;
    // "Going into January" is as things stood when it began.
    const begun = said?.length === 7 && INTO.test(question) ? `${said}-01` : null;
    // "After the October 2024 round": as the round of that month left it.
    const round = said !== undefined && said.length > 4 && IN_ROUND.test(question) ? said : null;
    const until = dates.until ?? round;
    const day = dates.asOf ?? begun ?? (until ? lastDay(until, reading.library.completeTo) : null);
    const deal = lastValuation(reading, org, day ?? reading.asOf);
    return deal
      ? { kind: "show-figure", subject: deal.id, attribute: "valuation", topic: deal.label, asOf: day }
      : null;
  },
};

/** The deal and the figure that a company was last valued by on a day; null once it has been bought. */
export function lastValuation(
  { library }: Pick<Reading, "library">,
  org: string,
  day: string,
): { id: string; label: string; figure: string } | null {
  const group = family(library, org);
  let best: { id: string; since: string; label: string; figure: string } | null = null;
  for (const deal of library.dealsOf.get(org) ?? []) {
    // Once bought, a company is worth its price: that is asked of the purchase.
    const bought =
      deal.kind === "acquisition" && deal.parties.some(({ org: party, role }) => party === org && role === "target");
    if (bought && stateOn(deal, day)) return null;
    const raises = deal.parties.some((party) => group.has(party.org) && RAISES.has(party.role));
    for (const { figure, since, ended } of stateOn(deal, day)?.figures ?? []) {
      // What a stake, or a plan, would be worth is not what the company was valued at.
      if (
        figure.of !== "valuation" ||
        ended !== null ||
        /stake|sought|target|talk|together|combined/i.test(figure.label)
      )
        continue;
      const named = library.names.find(figure.label).flatMap(({ refs }) => refs.filter((ref) => ref.type === "org"));
      if (named.length > 0 ? !named.some((ref) => group.has(ref.id)) : !raises) continue;
      if (figure.confidence !== "low" && (best === null || since > best.since))
        best = { id: deal.id, since, label: figure.label, figure: figure.id };
    }
  }
  return best;
}
