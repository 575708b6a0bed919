/** "What's the source for the $300B", "how reliable is the Broadcom number": on what a deal, or one figure of it, rests. */

import { isOver, type StandingFigure, stateOn } from "../../knowledge/as-of.ts";
import { isSame } from "../../knowledge/credits.ts";
import { gated } from "../../knowledge/gated.ts";
import { family, orgName } from "../../knowledge/resolve.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading, ReadRule } from "./reading.ts";

const ASKED = gated(
  /(?<!\b(?:power|energy|electricity|water|fuel|revenue|income|capital|funding|heat) )\b(?:sources?|citations?|references?|evidence|basis) (?:is |are |is there |do you have )?(?:for|of|behind|on) (?!(?:power|income|revenue|capital|energy|electricity|money|funds|funding|cash)\b)|\bhow (?:reliable|solid|sure|certain|confident|trustworthy|credible|well[- ]sourced|accurate)\b(?=.*(?:\d|\b(?:numbers?|figures?|claims?|reports?|records?|deals?|contracts?|amounts?|values?)\b))|\bwhere (?:does|do|did) (?:that|the|this|your) (?:.{0,20} )?[$€£]?\d.{0,20}\bcome from\b|\bwho says (?:it['’]s |it is |that )?[$€£]\d/i,
);

export const sourcesAsked: ReadRule = {
  name: "sources",
  read(reading) {
    const { question, quantities, dates } = reading;
    if (!ASKED.test(question)) return null;
    const [amount, ...others] = quantities.map(({ quantity }) => ({ value: quantity.high, unit: quantity.unit }));
    if (others.length > 0) return null;
    if (!amount) return ofDeal(reading);
    const found = figuresOf(reading, amount);
    const [first] = found;
    if (!first) return null;
    const deals = [...new Set(found.map(({ deal }) => deal))];
    const [deal = "", ...more] = deals;
    if (more.length > 0) return { kind: "choose-deal", deals: deals.slice(0, 4), about: question.slice(0, 200) };
    return {
      kind: "show-figure",
      subject: deal,
      attribute: "sources",
      // An amount that has been raised since is told with its deal.
      figure: isSame(first.figure, amount) ? first.figure.id : null,
      topic: question,
      asOf: dates.asOf,
    };
  },
};

/** The deal that is named, or those of the one who is. */
function ofDeal({ names, question, dates, reread, library }: Reading): PlanInput | null {
  const of = (subject: string): PlanInput => ({
    kind: "show-figure",
    subject,
    attribute: "sources",
    topic: question,
    asOf: dates.asOf,
  });
  const [deal, ...others] = names.deals;
  if (deal !== undefined) return others.length === 0 ? of(deal) : null;
  const [org] = names.orgs;
  if (!org || names.orgs.length > 1 || !/\bdeals?\b/i.test(question)) return null;
  const meant = reread(`the ${orgName(library, org)} deal`, true);
  if (meant.kind === "choose-deal") return meant;
  return meant.kind === "show-figure" ? of(meant.subject) : null;
}

/** The figures of that amount, of the deals of everybody who is named: headlines before others, of what is live before what is over. */
function figuresOf(
  { library, names, asOf }: Reading,
  amount: { value: number; unit: string },
): { deal: string; figure: StandingFigure["figure"] }[] {
  const all = library.knowledge.deals.flatMap((deal) => {
    if (names.deals.length > 0 && !names.deals.includes(deal.id)) return [];
    const parties = new Set(deal.parties.map(({ org }) => org));
    if (!names.orgs.every((org) => [...family(library, org)].some((one) => parties.has(one)))) return [];
    const state = stateOn(deal, asOf);
    return (state?.figures ?? [])
      .filter(({ figure, before }) =>
        [figure, ...before.map((earlier) => earlier.figure)].some((one) => isSame(one, amount)),
      )
      .map(({ figure }) => ({ deal: deal.id, figure, live: state !== null && !isOver(state.status) }));
  });
  const headlines = all.filter(({ figure }) => figure.headline);
  const some = headlines.length > 0 ? headlines : all;
  const live = some.filter((one) => one.live);
  return live.length > 0 ? live : some;
}
