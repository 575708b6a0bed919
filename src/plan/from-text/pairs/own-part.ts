/** "The Lumentum stake" of a deal that gives each party its own sum: the figure of whom is named, and not what all come to. */

import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Library } from "../../../knowledge/library.ts";
import type { Ref } from "../../../knowledge/names.ts";
import { orgName } from "../../../knowledge/resolve.ts";
import type { Reading } from "../reading.ts";

type Amount = Pick<Figure, "label" | "of" | "unit">;

/** `own`: it is that of somebody who is named; `whole`: somebody who is named has another; null where the deal is not parted so. */
export function ownPart(library: Library, deal: Deal, orgs: readonly string[], amount: Amount): "own" | "whole" | null {
  const parts = partsOf(library, deal).filter(({ figure }) => figure.of === amount.of && figure.unit === amount.unit);
  const theirs = parts.filter((part) => part.orgs.some((org) => orgs.includes(org)));
  // Of all who are named what they come to together is not the part of any.
  if (parts.length > 1 && theirs.length === parts.length) return TOGETHER.test(amount.label) ? "whole" : null;
  if (parts.length < 2 || theirs.length === 0 || theirs.length === parts.length) return null;
  return theirs.some(({ figure }) => figure.label === amount.label) ? "own" : "whole";
}

/**
 * "Nvidia's investment in OpenAI": what several put into a round, or into what they build together, is no single one's, unless it
 * or its figure is called after who is named.
 */
function isOfSeveral(library: Library, deal: Deal, orgs: readonly string[], amount: Amount): boolean {
  const isRound = amount.of === "equity" && ROUNDS.has(deal.kind);
  if (!isRound && amount.of !== "investment") return false;
  const those = new Set(deal.parties.filter(({ role }) => !isRound || role === "investor").map(({ org }) => org));
  const theirs = orgs.filter((org) => those.has(org));
  const said = [deal.name, ...deal.aliases, amount.label].join(" ").toLowerCase();
  return (
    those.size >= SEVERAL &&
    theirs.length > 0 &&
    !theirs.some((org) => said.includes(orgName(library, org).toLowerCase()))
  );
}
const ROUNDS: ReadonlySet<Deal["kind"]> = new Set<Deal["kind"]>(["investment", "equity-stake"]);
const SEVERAL = 3;

/** "Microsoft's investment in OpenAI": neither what all put in, nor what comes from OpenAI itself. */
export function isNoInvestorsOwn(
  { names, library, question }: Pick<Reading, "names" | "library" | "question">,
  record: Ref | null | undefined,
  amount: Amount | null,
): boolean {
  const deal = record?.type === "deal" ? library.deals.get(record.id) : undefined;
  if (!deal || !amount || names.deals.includes(deal.id) || !INVESTORS_OWN.test(question)) return false;
  const into = names.mentions.flatMap(({ refs, start }) =>
    /\b(?:in|into) $/i.test(question.slice(0, start))
      ? refs.flatMap(({ type, id }) => (type === "org" ? [id] : []))
      : [],
  );
  return (
    into.some((org) => amount.label.includes(`from ${orgName(library, org)}`)) ||
    isOfSeveral(library, deal, names.orgs, amount)
  );
}
/** What somebody has put in is asked for, and no round. */
const INVESTORS_OWN = gated(
  /['’]s? (?:own |total |whole |\S+ )?(?:investments?|stakes?|che(?:que|ck)s?|bets?|equity|money|holdings?|commitments?|pledges?)\b(?! round)/i,
);

const TOGETHER = gated(/\b(?:both|together|combined|in all|total)\b/i);

type Part = { figure: Figure; orgs: readonly string[] };
const PARTS = new WeakMap<Deal, readonly Part[]>();

/** The figures beside the main ones whose labels name a party that the others do not. */
function partsOf(library: Library, deal: Deal): readonly Part[] {
  const known = PARTS.get(deal);
  if (known) return known;
  const found = deal.events
    .flatMap(({ figures }) => figures ?? [])
    .filter(({ headline }) => !headline)
    .map((figure) => ({
      figure,
      orgs: deal.parties
        .map(({ org }) => org)
        .filter((org) => figure.label.toLowerCase().includes(orgName(library, org).toLowerCase())),
    }))
    .filter(({ orgs }) => orgs.length > 0);
  PARTS.set(deal, found);
  return found;
}
