/** "Which startups has Amazon put money in", "who else has it backed": whoever issued shares to it, and not who invested beside it. */
import type { Deal, PartyRole } from "../../../knowledge/schema.ts";
import { isOver, outlineOn } from "../../knowledge/as-of.ts";
import type { Library } from "../../knowledge/library.ts";
import { family } from "../../knowledge/resolve.ts";
import { LEAD, unrecordedOf } from "./company-named.ts";
import { masked } from "./masked.ts";
import type { ReadRule } from "./reading.ts";

const WHOM =
  "(?:in(?:to)? )?(?:(?:which|what) (?:other |ai |private |public )*(?:start-?ups?|companies|firms|ventures|labs|players|names|businesses|outfits)|who(?:m)?(?: all| else)?)";
const PUT =
  "(?:(?:also |ever |actually )?(?:put (?:its |their |any |some )?(?:money|cash|capital)(?: in(?:to)?)?|invest(?:ed|ing)?(?: in(?:to)?)?|back(?:ed|ing)?|fund(?:ed|ing)?|bankroll(?:ed)?|bet on|b(?:uy|ought) into|tak(?:e|en) (?:stakes?|equity|positions?|a stake) in|took (?:stakes?|equity|a stake) in|pour(?:ed)? (?:money|cash|capital) into|own(?:s)? (?:stakes?|shares|equity|a (?:stake|piece)) (?:in|of)|ha(?:s|ve) (?:stakes?|shares|equity|a stake) in|hold(?:s)? (?:stakes?|shares|equity|a stake) in))";
const BUT = "(?:,? (?:besides|apart from|other than|except(?: for)?|beyond|aside from|in addition to) §(?:,? and §)?)?";
const ASKED = [
  `${LEAD}${WHOM} (?:has|have|did|does|is) § ${PUT}${BUT}(?:,? (?:so far|to date))?\\W*$`,
  `${LEAD}${WHOM} (?:is|are) § (?:an? )?(?:investor|shareholder|backer)s? (?:in|of)${BUT}\\W*$`,
].map((pattern) => new RegExp(pattern, "iu"));

export const investedIn: ReadRule = {
  name: "invested-in",
  read(reading) {
    const { names, dates, asOf, library } = reading;
    const [org, ...without] = names.orgs;
    if (org === undefined || names.deals.length + names.places.length > 0) return null;
    if (!ASKED.some((pattern) => pattern.test(masked(reading, "org")))) return null;
    const group = family(library, org);
    const found = [...new Set([...group].flatMap((id) => library.dealsOf.get(id) ?? []))].flatMap((deal) => {
      const status = outlineOn(deal, asOf)?.status;
      const roles = status === undefined || isOver(status) ? [] : issuersTo(deal, group);
      return roles.length > 0 ? [{ deal, roles }] : [];
    });
    if (found.length === 0) return isInvestor(library, group) ? null : unrecordedOf(library, org, "investment");
    return {
      kind: "find-deals",
      parties: [org],
      roles: ["investor"],
      otherRoles: [...new Set(found.flatMap(({ roles }) => roles))],
      only: found.slice(0, MOST_NAMED).map(({ deal }) => deal.id),
      without,
      lists: "others",
      asOf: dates.asOf,
    };
  },
};
const isInvestor = (library: Library, group: ReadonlySet<string>): boolean =>
  [...group].some((id) =>
    library.dealsOf.get(id)?.some(({ parties }) => parties.some(({ org, role }) => org === id && role === "investor")),
  );
/** So many deals a plan may name one by one. */
const MOST_NAMED = 24;

/** The parts of those whose shares go to it; where no flow says so, of the issuers in a deal in which it invests. */
function issuersTo({ parties, flows, kind, events }: Deal, group: ReadonlySet<string>): PartyRole[] {
  const invests = parties.some(({ org, role }) => group.has(org) && role === "investor");
  const equity = new Set(
    events.flatMap(({ figures = [] }) => figures.flatMap(({ id, of }) => (of === "equity" ? [id] : []))),
  );
  // Who supplies somebody may put money in as well.
  const paid = flows.flatMap(({ what, from, to, figure }) =>
    what === "cash" && group.has(from) && equity.has(figure ?? "") ? [to] : [],
  );
  // Warrants that come with a lease or an order are no investment.
  if (!invests && paid.length === 0 && kind !== "investment" && kind !== "equity-stake") return [];
  const given = flows.flatMap(({ what, from, to }) => (what === "equity" && group.has(to) ? [from] : []));
  const from = given.length > 0 ? given : invests ? [] : paid;
  const issuers = parties.filter(({ org, role }) =>
    from.length > 0 ? from.includes(org) : invests && role === "issuer" && !group.has(org),
  );
  return issuers.map(({ role }) => role);
}
