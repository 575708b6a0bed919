/** "How many banks are behind the bridge loan", "number of investors in the Series E": those in one deal who have that part. */

import type { Deal, OrgKind, PartyRole } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { chooseDeal } from "./choose-deal.ts";
import type { ReadRule } from "./reading.ts";

const COUNTED = gated(
  /\b(?:how many|(?:what(?:['’]s| is) )?the number of|number of|count(?: of)?(?: the)?)\s+(?:different |separate |other )?(?:[\w-]+ )??(banks|lenders|creditors|investors|backers|arrangers|underwriters|guarantors|(?:companies|firms|parties|names)(?= (?:invested|put|back|lent|took part|are (?:in|behind|party)|were (?:in|behind|party)|is in|in the)))\b/i,
);
const ROLES: readonly { said: RegExp; roles: readonly PartyRole[]; kinds: readonly OrgKind[] }[] = [
  { said: /^banks$/i, roles: ["lender", "adviser"], kinds: ["bank"] },
  { said: /^(?:lenders|creditors)$/i, roles: ["lender"], kinds: [] },
  { said: /^(?:arrangers|underwriters)$/i, roles: ["lender", "adviser"], kinds: [] },
  { said: /^guarantors$/i, roles: ["guarantor"], kinds: [] },
  { said: /^(?:investors|backers)$/i, roles: ["investor"], kinds: [] },
];
/** What one deal is called beside its parties. */
const ONE =
  /\b(?:loan|bridge|round|series [a-z]|facility|revolver|financing|debt|package|joint venture|jv|stargate|buyout|purchase|takeover|acquisition|deal|raise)\b(?!s)/i;

export const partiesCounted: ReadRule = {
  name: "parties-counted",
  read(reading) {
    const { question, names, dates, library } = reading;
    const noun = COUNTED.exec(question)?.[1];
    if (!noun || names.people.length + names.places.length > 0) return null;
    const [named, ...more] = names.deals;
    if (more.length > 0 || (named === undefined && (names.orgs.length === 0 || !ONE.test(question)))) return null;
    const invests = /\b(?:invest\w*|put|back\w*)\b/i.test(question);
    const role = ROLES.find(({ said }) => said.test(noun));
    const roles = role?.roles ?? (invests ? (["investor"] as const) : (["lender", "investor"] as const));
    const isCounted = ({ org, role: own }: Deal["parties"][number]) =>
      roles.includes(own) &&
      (!role?.kinds.length || role.kinds.includes(library.organisations.get(org)?.kind ?? "other"));
    const told = named === undefined ? chooseDeal(reading).map((one) => one.deal) : [library.deals.get(named)];
    const deal = told.find((one) => one?.parties.some(isCounted));
    if (!deal) return null;
    return {
      kind: "find-deals",
      only: [deal.id],
      otherRoles: [...roles],
      otherKinds: [...(role?.kinds ?? [])],
      lists: "others",
      asOf: dates.asOf,
    };
  },
};
