/** After a total: "without Google", "just 2025", "only the signed ones", "which is the largest", "what's in it". */

import type { PartyRole } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput, PlanOf } from "../../plan.ts";
import { readConstraints } from "../constraints.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { superlativeIn } from "../superlative.ts";
import { totalOfList } from "../totals.ts";
import { bareOf } from "./elliptic.ts";

const MAX_WORDS = 9;
const NARROWS =
  /^(?:what (?:if|about)\s+)?(?:(?:and |but )?(?:without|exclud\w+|not counting|leav(?:e|ing) out|leave aside|ignor(?:e|ing)|minus|less|ex|but not|drop(?:ping)?|only|just|in|for|since|before|after|from|until|through|with|signed|firm|binding|live)\b|(?:the )?(?:signed|firm|binding|live) (?:ones|part|deals|only)\b|20\d\d\b)/i;
const SIGNED = gated(/\b(?:signed|firm|binding|definitive|under contract)\b/i);
const LARGEST_OF = gated(
  /^(?:which|what|who)\b.{0,30}\b(?:biggest|largest|smallest|newest|latest|oldest|earliest|most recent)\b|^(?:the )?(?:biggest|largest|smallest|newest|latest|oldest)(?: (?:one|deal|contract|of (?:those|these|them)))?[\s?.!]*$/i,
);
const LISTS = gated(
  /^(?:(?:can you |please )?(?:list|show|name|break)(?: me)? (?:them|those|these|it|that|the deals|all(?: of them)?)(?: (?:up|down|out|all))?|(?:which|what) (?:deals|contracts|ones)(?: (?:are|is|make|go|went|add|count)\b.{0,30})?|what(?:['’]s| is| all is) (?:in (?:it|that|there)|included|counted)|which ones|(?:the )?(?:breakdown|list))[\s?.!]*$/i,
);
const OF_ONE = gated(
  /\b(?:bigger|larger|smaller|biggest|largest|smallest|first|second|latest|newest|other) (?:one|deal|contract|of)\b/i,
);
const PAYS: readonly PartyRole[] = ["customer", "tenant", "buyer", "off-taker", "investor", "lender", "guarantor"];
const RECEIVES: readonly PartyRole[] = [
  "provider",
  "supplier",
  "landlord",
  "developer",
  "seller",
  "issuer",
  "borrower",
  "target",
  "generator",
];

export const totalRefined: ReadRule = {
  name: "total-refined",
  read(reading) {
    const { question, conversation, names } = reading;
    const last = conversation.plan;
    if (last?.kind === "find-deals" && !last.rank && names.mentions.length === 0)
      return SUM.test(bareOf(question).text) ? totalOf(last) : null;
    if (last?.kind !== "total-deals" || question.split(/\s+/).length > MAX_WORDS) return null;
    if (names.deals.length + names.people.length > 0) return null;
    const { text } = bareOf(question);
    if (names.orgs.length === 0 && LISTS.test(text)) return listOf(last);
    const superlative = LARGEST_OF.test(text) && names.orgs.length === 0 ? superlativeIn(text) : null;
    if (superlative)
      return {
        ...listOf(last),
        sort: last.lead === "power" && superlative.sort === "value" ? "capacity" : superlative.sort,
        ascending: superlative.ascending,
        rank: true,
        place: superlative.place,
      };
    // One of the deals is spoken of, or a part of it: no total of fewer.
    if (OF_ONE.test(text)) return null;
    return NARROWS.test(text) ? narrowed({ ...reading, question: text }, last) : null;
  },
};

const SUM = gated(
  /^(?:how (?:much|big)(?: (?:is|are|was|were) (?:that|it|they|those|these|all)| (?:did|has|have|does|do) (?:it|they) (?:commit|sign|ow|pa(?:y|id)|spen[dt]|invest|len[dt]|borrow|promis|pledg)\w*(?: (?:to|with|in|on|up)){0,2}(?: (?:them|those|these)(?: all)?)?)?|what(?:['’]s| is| are)?(?: (?:that|they|it))?)?\s*(?:the |their |a |come to |add up to |worth )*(?:in total|in all|altogether|all told|combined|all together|together|total(?: value| amount| worth)?|sum(?: it| them)?(?: up)?|add (?:it|them|those) up)[\s?.!]*$/i,
);

/** What the deals of a list come to. */
const totalOf = (plan: PlanOf<"find-deals">): PlanInput => ({ ...totalOfList(plan), money: [...plan.measure] });

/** The deals that were added up. */
function listOf({ money, side, signed, by: _by, lead: _lead, ...filter }: PlanOf<"total-deals">): PlanOf<"find-deals"> {
  const roles = side === "pays" ? PAYS : side === "receives" ? RECEIVES : [];
  return {
    ...filter,
    kind: "find-deals",
    roles: filter.parties.length === 1 && filter.roles.length === 0 ? [...roles] : filter.roles,
    statuses: signed ? ["definitive", "under-construction", "operational", "completed"] : filter.statuses,
    sort: "value",
    measure: money.slice(0, 6),
    ascending: false,
    limit: 200,
    rank: false,
    place: 1,
    tally: null,
    bothRoles: [],
    lists: "deals",
    leftOut: "",
  };
}

/** The same total of fewer deals; null where a word narrows nothing that is known, so that none is left out in silence. */
function narrowed(reading: Reading, last: PlanOf<"total-deals">): PlanInput | null {
  const { dates, question } = reading;
  const found = readConstraints(reading);
  if (found.rest.length > 0 || found.programme !== null) return null;
  const next: PlanOf<"total-deals"> = { ...last };
  let changed = false;
  const set = (values: Partial<PlanOf<"total-deals">>) => {
    Object.assign(next, values);
    changed = true;
  };
  const beside = [...found.parties, ...found.alongside].filter((org) => !last.parties.includes(org));
  if (found.without.length > 0) set({ without: [...new Set([...last.without, ...found.without])].slice(0, 8) });
  if (beside.length > 0) set({ alongside: [...new Set([...last.alongside, ...beside])].slice(0, 4) });
  // What is signed is told apart by the total itself.
  if (SIGNED.test(question) && found.statuses.length > 0 && found.statuses.includes("definitive"))
    set({ signed: true });
  else if (found.statuses.length > 0) set({ statuses: found.statuses });
  if (found.dealKinds.length > 0) set({ dealKinds: found.dealKinds });
  if (found.country !== null || found.places.length > 0) set({ country: found.country, places: found.places });
  if (found.outside.length > 0) set({ outside: found.outside });
  if (found.since !== null || found.until !== null) set({ since: found.since, until: found.until });
  for (const key of ["minUsd", "maxUsd", "minGw", "maxGw"] as const)
    if (found[key] !== null) set({ [key]: found[key] });
  if (dates.asOf) set({ asOf: dates.asOf });
  return changed ? next : null;
}
