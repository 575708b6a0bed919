/** Among deals about as likely: the one whose sentences tell, or the question put back with all of them. */
import type { Deal } from "../../../knowledge/schema.ts";
import { findPassages } from "../../knowledge/passages.ts";
import type { RankedDeal } from "../../knowledge/resolve.ts";
import type { PlanInput } from "../plan.ts";
import { GENERIC } from "./asks.ts";
import { ASKS } from "./attributes.ts";
import type { Reading } from "./reading.ts";

/** So near that the question must be put back: sooner where only one organisation is named. */
const NEAR_TIE = { one: 0.95, more: 0.97 };
const MOST = 4;

/** The deal that is meant, or the plan that puts the question back. */
export function settle(
  reading: Reading,
  ranked: readonly [RankedDeal, ...RankedDeal[]],
): { deal: Deal } | { plan: PlanInput } {
  const { names, question } = reading;
  const tied = tiedWith(ranked, names.orgs.length > 1 ? NEAR_TIE.more : NEAR_TIE.one);
  if (tied.length < 2 || names.deals.length === 1) return { deal: tied[0] ?? ranked[0].deal };
  const near = tied.slice(0, MOST);
  const told = tellingDeal(reading, near);
  if (told) return { deal: told };
  return { plan: covers(reading, near) ? which(reading, near) : uncovered(question, near) };
}

/** Deals about as likely as the first; a part of another of them is not asked for apart. */
function tiedWith(ranked: readonly RankedDeal[], share: number): Deal[] {
  const best = ranked[0]?.score ?? 0;
  const tied = ranked.filter((entry) => entry.score >= best * share).map((entry) => entry.deal);
  const ids = new Set(tied.map((deal) => deal.id));
  return tied.filter((deal) => !deal.part_of.some((id) => ids.has(id)));
}

const which = ({ question, dates }: Reading, deals: readonly Deal[]): PlanInput => ({
  kind: "choose-deal",
  deals: deals.map((deal) => deal.id),
  about: question.slice(0, 200),
  asOf: dates.asOf,
});

const uncovered = (question: string, deals: readonly Deal[]): PlanInput => ({
  kind: "decline",
  reason: "undisclosed",
  about: question.slice(0, 200),
  near: deals.slice(0, 3).map((deal) => deal.id),
});

/** The one of these deals whose sentences have clearly more of the words that tell what is asked. */
function tellingDeal({ library, names }: Reading, deals: readonly Deal[]): Deal | null {
  const telling = names.rest.filter((word) => !GENERIC.has(word)).join(" ");
  const scored = deals
    .map((deal) => ({ deal, found: findPassages(library, telling, new Set([`deal:${deal.id}`]), 1)[0] }))
    .sort((a, b) => (b.found?.score ?? 0) - (a.found?.score ?? 0));
  const [first, second] = scored;
  return first?.found && first.found.coverage >= 0.5 && first.found.score > (second?.found?.score ?? 0) * 1.4
    ? first.deal
    : null;
}

/** Whether some sentence of these deals has the words that tell what is asked. */
function covers({ library, names, question }: Reading, deals: readonly Deal[]): boolean {
  const telling = names.rest.filter((word) => !GENERIC.has(word));
  if (telling.length === 0 || ASKS.find((entry) => entry.pattern.test(question))?.attribute === "value") return true;
  const records = new Set(deals.map((deal) => `deal:${deal.id}`));
  return (findPassages(library, telling.join(" "), records, 1)[0]?.coverage ?? 0) >= 0.5;
}
