/** What one of several investors or lenders put in: the money of all of them is no answer to that. */
import { gated } from "../../knowledge/gated.ts";
import { namedIn } from "../../knowledge/named-in.ts";
import type { Ref } from "../../knowledge/names.ts";
import { recordHas } from "../../knowledge/predicate.ts";
import { orgName } from "../../knowledge/resolve.ts";
import { keyOf, statementsOf } from "../../knowledge/statements.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { Reading } from "./reading.ts";

/** "How much did Sequoia put into the Series H", where what all put in is on record and its part is not. */
export function lacksGiver(reading: Reading, { type, id }: Ref): boolean {
  const { question, library } = reading;
  const deal = type === "deal" ? library.deals.get(id) : undefined;
  const given = GIVES.exec(question);
  // Of a share in it more is asked than a sum.
  if (!deal || !given || /^(?:what|which)\b/i.test(given[0])) return false;
  const who = saidIn(given);
  const orgs = orgsIn(reading, given);
  const calls = [deal.name, ...deal.aliases].join(" ").toLowerCase();
  const key = keyOf({ type, id });
  const isTold = (org: string): boolean => {
    const { statements } = namedIn(library, { type: "org", id: org });
    return (statementsOf(library).byRecord.get(key)?.statements ?? []).some(
      ({ id: at, amount, text }) => statements.has(at) && (amount !== null || PUT_IN.test(text)),
    );
  };
  if (orgs.length === 0) return GROUP.test(who) && !recordHas(library, key, contentRoots(who).at(-1) ?? "");
  const givers = new Set(
    deal.parties.flatMap(({ org, role }) => (role === "investor" || role === "lender" ? [org] : [])),
  );
  return (
    givers.size > 1 &&
    orgs.every((org) => givers.has(org)) &&
    !orgs.some((org) => calls.includes(orgName(library, org).toLowerCase()) || isTold(org))
  );
}
const PUT_IN = /\b(?:disclos\w+|put in|puts? (?:in|up)|invests|invested|contribut\w+)\b/i;
/** Who gives, in the first group that is there. */
export const GIVES = gated(
  /\bhow much (?:money |cash |equity |debt |capital )?(?:did|does|has|have|will|is|are|was|were) (.{2,50}?) (?:put(?:ting)?|invest(?:ed|ing)?|contribut(?:e[ds]?|ing)|len[dt]|lending|provid(?:e[ds]?|ing)|chip(?:ped)? in|pledged?)\b|\bhow much (?:of .{2,70} )?(?:came|comes|has come|is|was|were) from (.{2,50}?)\W*$|\b(?:how much|(?:what|which) (?:part|portion|slice|share)) of .{2,70} (?:did|does|is|was|were) (.{2,50}?)(?:['’]s? (?:own )?(?:money|cash|part|share))?(?: (?:itself|alone))?(?: (?:put (?:in|up)|pay|paid|provide[ds]?|contribut\w+|fund(?:ed)?|invest(?:ed)?|lend|lent))?\W*$/i,
);
/** Who takes. */
export const TAKES = gated(
  /\bhow much (?:money |cash |capital )?(?:did|does|has|have|will|is|are|was|were) (.{2,50}?) (?:(?:get|got|take|taken|receiv)(?:e[ds]?|s|ting|ing)?|distributed|paid back)\b/i,
);
/** Who gives or takes, as said. */
const saidIn = (given: RegExpExecArray): string => given.slice(1).find((said) => said !== undefined) ?? "";
/** The organisations among those who are said to give or take. */
export function orgsIn({ names }: Reading, given: RegExpExecArray): string[] {
  const who = saidIn(given);
  const from = given.index + given[0].lastIndexOf(who);
  return names.mentions.flatMap(({ refs, start }) =>
    start >= from && start < from + who.length ? refs.flatMap((ref) => (ref.type === "org" ? [ref.id] : [])) : [],
  );
}
const GROUP =
  /^(?:the )?(?:[a-z-]+ )?(?:hyperscalers|banks|sovereign (?:wealth )?funds|pension funds|insurers|governments?|employees|chipmakers|private equity|venture capital|retail investors)$/i;
