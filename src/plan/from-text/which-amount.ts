/** "The 10 GW one", "the $2 billion Nvidia stake": deals that are told by their amount alone, where several have it. */

import type { Deal, DealKind } from "../../../knowledge/schema.ts";
import { outlineOn } from "../../knowledge/as-of.ts";
import { family } from "../../knowledge/resolve.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading, ReadRule } from "./reading.ts";

const NOUN =
  /^\s*(?:[\w.&-]+(?:'s)?\s+){0,2}?(?:one|deal|contract|agreement|lease|site|campus|loan|round|thing|project|stake|investment|order|facility|programme|program)\b/i;
const STAKES: readonly DealKind[] = ["investment", "equity-stake"];
const MOST = 4;

export const whichAmount: ReadRule = {
  name: "which-amount",
  read(reading) {
    const { question, names, quantities, conversation } = reading;
    const [only, second] = quantities;
    if (!only || second || only.perGw || names.deals.length > 0 || names.orgs.length > 1 || conversation.deal)
      return null;
    if (!/\b(?:the|that|this|which)\s+$/i.test(question.slice(0, only.start)) || !NOUN.test(question.slice(only.end)))
      return null;
    const found = dealsOfAmount(reading, only.quantity.high, only.quantity.unit);
    // One deal is found by its name and words as well; none is for others to say.
    if (found.length < 2 || isToldApart(reading, only.end, found)) return null;
    return found.length <= MOST ? choose(reading, found) : list(reading, only.quantity.high, only.quantity.unit);
  },
};

/** "The $6.6B round": what it is called tells one of them. */
function isToldApart({ question }: Reading, end: number, found: readonly Deal[]): boolean {
  const [noun] = contentRoots(NOUN.exec(question.slice(end))?.[0] ?? "").slice(-1);
  return (
    found.filter((deal) => noun && contentRoots([deal.name, ...deal.aliases].join(" ")).includes(noun)).length === 1
  );
}

function dealsOfAmount({ library, names, asOf, question }: Reading, value: number, unit: string): Deal[] {
  const group = names.orgs[0] ? family(library, names.orgs[0]) : null;
  const stake = /\b(?:stakes?|shares|equity)\b/i.test(question);
  return library.knowledge.deals.filter((deal) => {
    if (group && !deal.parties.some((party) => group.has(party.org))) return false;
    if (stake && !STAKES.includes(deal.kind)) return false;
    const state = outlineOn(deal, asOf);
    return [state?.money, state?.size].some(
      (standing) =>
        standing?.figure.unit === unit &&
        [standing.figure.low, standing.figure.high].some(
          (one) => one !== null && Math.abs(one - value) <= value * 0.005,
        ),
    );
  });
}

const choose = ({ dates }: Reading, deals: readonly Deal[]): PlanInput => ({
  kind: "choose-deal",
  deals: deals.map((deal) => deal.id),
  about: "",
  asOf: dates.asOf,
});

function list({ dates, names }: Reading, value: number, unit: string): PlanInput | null {
  const [low, high] = [value * 0.995, value * 1.005];
  const shared = { kind: "find-deals" as const, parties: [...names.orgs], asOf: dates.asOf };
  if (unit === "GW") return { ...shared, minGw: low, maxGw: high, sort: "capacity" };
  return unit === "USD" ? { ...shared, minUsd: low, maxUsd: high } : null;
}
