/** "How much did it raise in its latest round": a company's last round of a day, and not the stake of whoever took part in it. */

import type { Deal } from "../../../knowledge/schema.ts";
import { stateOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { isWeak } from "../../knowledge/question-words.ts";
import { family } from "../../knowledge/resolve.ts";
import type { Attribute, PlanInput } from "../plan.ts";
import type { ReadRule } from "./reading.ts";
import { whatIsAsked } from "./what-is-asked.ts";

const LATEST = "(?:latest|last|newest|new|most recent|current|ongoing)";
const OF_MONEY = "(?:(?:mega-?|private |primary )?(?:funding|financing|fund-?raising|equity|investment|capital) )?";
/** A round by nothing but that it is the last: its name, its place in a row or who led it would tell another. */
const LATEST_ROUND = new RegExp(String.raw`\b${LATEST} ${OF_MONEY}(?:round|raise)\b`, "i");
const ROUND = gated(/\bround\b/i);
/** Words that may stand beside it without meaning a part of the round. */
const BESIDE = new RegExp(
  String.raw`^(?:rais\w*|fund\w*|financ\w*|rounds?|equity|investments?|capital|size|sized|big|large|total|totals?|worth|value|valued|valuation|money|cash|much|pull\w*|bring|brought|take|took|taken|pre|post|date|${LATEST.slice(3, -1)}|most|recent)$`,
  "i",
);
const DAY = /^(?:\d.*|january|february|march|april|may|june|july|august|september|october|november|december)$/i;
const ATTRIBUTES: ReadonlySet<Attribute | null> = new Set<Attribute | null>(["value", "valuation"]);

export const roundMeant: ReadRule = {
  name: "round meant",
  read(reading) {
    const { question, names, dates, quantities, library } = reading;
    const [org, ...others] = names.orgs;
    const isLatest = LATEST_ROUND.test(question);
    // On a day the round is the one of that day.
    if (!isLatest && !(dates.asOf !== null && ROUND.test(question))) return null;
    if (!org || others.length + names.deals.length + names.people.length + quantities.length > 0) return null;
    // A month that is no "as of" tells a round of its own.
    if (dates.mentioned.some((day) => !dates.asOf?.startsWith(day)) || dates.since !== null || dates.until !== null)
      return null;
    if (names.rest.some((word) => !BESIDE.test(word) && !isWeak(word) && !DAY.test(word))) return null;
    const { attribute, also, form } = whatIsAsked(question);
    if (!ATTRIBUTES.has(attribute) || also.some((one) => !ATTRIBUTES.has(one.attribute))) return null;
    // Where there was none on that day, the one that came later says so.
    const deal = lastRound(library, org, dates.asOf ?? reading.asOf) ?? lastRound(library, org, library.completeTo);
    return deal ? amountOf(deal, attribute ?? "value", { also, form, asOf: dates.asOf }) : null;
  },
};

const amountOf = (
  deal: Deal,
  attribute: Attribute,
  { also, form, asOf }: Pick<ReturnType<typeof whatIsAsked>, "also" | "form"> & { asOf: string | null },
): PlanInput => ({
  kind: "show-figure",
  subject: deal.id,
  attribute,
  topic: "",
  also: [...also],
  form,
  asOf,
});

/** The round that a company was last known to raise, or to have raised, on a day. */
function lastRound(library: Library, org: string, day: string): Deal | null {
  const group = family(library, org);
  let best: { deal: Deal; since: string } | null = null;
  for (const deal of library.dealsOf.get(org) ?? []) {
    const since = deal.events[0]?.date;
    if (!since || !stateOn(deal, day)) continue;
    if (!deal.parties.some((party) => party.role === "issuer" && group.has(party.org))) continue;
    if (![deal.name, ...deal.aliases].some((name) => NAMED_ROUND.test(name))) continue;
    if (best === null || since > best.since) best = { deal, since };
  }
  return best?.deal ?? null;
}
const NAMED_ROUND = /\b(?:round|series [a-k])\b/i;
