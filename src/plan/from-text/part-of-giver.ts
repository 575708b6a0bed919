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
export function lacksGiver({ question, names, library }: Reading, { type, id }: Ref): boolean {
  const deal = type === "deal" ? library.deals.get(id) : undefined;
  const given = GIVES.exec(question);
  if (!deal || !given) return false;
  const who = given[1] ?? given[2] ?? "";
  const from = given.index + given[0].indexOf(who);
  const orgs = names.mentions.flatMap(({ refs, start }) =>
    start >= from && start < from + who.length ? refs.flatMap((ref) => (ref.type === "org" ? [ref.id] : [])) : [],
  );
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
const GIVES = gated(
  /\bhow much (?:money |cash )?(?:did|does|has|have|will|is|are|was|were) (.{2,50}?) (?:put(?:ting)?|invest(?:ed|ing)?|contribut(?:e[ds]?|ing)|len[dt]|lending|provid(?:e[ds]?|ing)|chip(?:ped)? in|pledged?)\b|\bhow much of .{2,70} (?:came|comes|has come|is|was|were) from (.{2,50}?)\W*$/i,
);
const GROUP =
  /^(?:the )?(?:[a-z-]+ )?(?:hyperscalers|banks|sovereign (?:wealth )?funds|pension funds|insurers|governments?|employees|chipmakers|private equity|venture capital|retail investors)$/i;
