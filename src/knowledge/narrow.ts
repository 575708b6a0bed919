/** What narrows a list beyond its parties and sizes: who else is in a deal, who is not, and where its sites lie. */
import type { Deal, OrgKind, PartyRole } from "../../knowledge/schema.ts";
import type { Library } from "./library.ts";
import { placesOf } from "./names.ts";
import { family } from "./resolve.ts";
import { words } from "./words.ts";

/** Organisations and deals by id, places by name. What is left out narrows nothing. */
export type Narrowing = {
  /** The organisations that are named outright, so that nobody of them counts as somebody else. */
  orgs: readonly string[];
  /** What those named are in the deal. */
  roles?: readonly PartyRole[];
  alongside?: readonly string[];
  among?: readonly string[];
  without?: readonly string[];
  otherKinds?: readonly OrgKind[];
  otherRoles?: readonly PartyRole[];
  /** Where none is named: whose place is taken by somebody of such a kind. */
  ofKinds?: readonly OrgKind[];
  withoutKinds?: readonly OrgKind[];
  /** What somebody else is by its description, and where it is at home. */
  otherSort?: string;
  otherCountry?: string | null;
  places?: readonly string[];
  outside?: readonly string[];
  programme?: string | null;
};

/** Null where nothing narrows. */
export function toNarrow(library: Library, narrowing: Narrowing): ((deal: Deal) => boolean) | null {
  const { alongside = [], among = [], without = [], ofKinds = [] } = narrowing;
  const { places = [], outside = [], programme = null } = narrowing;
  const groups = (ids: readonly string[]) => ids.map((id) => family(library, id));
  const has = (deal: Deal, group: ReadonlySet<string>) => deal.parties.some((party) => group.has(party.org));
  const [all, some, none] = [groups(alongside), groups(among), groups(without)];
  const members = programme === null ? null : programmeOf(library, programme);
  const tests: ((deal: Deal) => boolean)[] = [];
  if (all.length > 0) tests.push((deal) => all.every((group) => has(deal, group)));
  // Without a party that all have, the roles are theirs.
  const theirs = narrowing.orgs.length === 0 ? (narrowing.roles ?? []) : [];
  const takesPart = (deal: Deal, group: ReadonlySet<string>) =>
    deal.parties.some(({ org, role }) => group.has(org) && (theirs.length === 0 || theirs.includes(role)));
  if (some.length > 0) tests.push((deal) => some.some((group) => takesPart(deal, group)));
  if (none.length > 0) tests.push((deal) => !none.some((group) => isPrincipal(deal, group)));
  if (ofKinds.length > 0)
    tests.push((deal) =>
      deal.parties.some(
        ({ org, role }) => ofKinds.includes(kindOf(library, org)) && (theirs.length === 0 || theirs.includes(role)),
      ),
    );
  const { withoutKinds = [] } = narrowing;
  if (withoutKinds.length > 0)
    tests.push((deal) => !deal.parties.some(({ org }) => withoutKinds.includes(kindOf(library, org))));
  if (asksForOthers(narrowing)) tests.push((deal) => othersIn(library, deal, narrowing).length > 0);
  if (places.length > 0)
    tests.push((deal) => deal.sites.some((site) => placesOf(site).some((at) => places.includes(at))));
  if (outside.length > 0)
    tests.push(
      (deal) => deal.sites.length > 0 && !deal.sites.some((site) => placesOf(site).some((at) => outside.includes(at))),
    );
  if (members) tests.push((deal) => members.has(deal.id));
  return tests.length === 0 ? null : (deal) => tests.every((test) => test(deal));
}

/** Who only helps is asked for by that role alone; a government that is asked for seldom does more. */
const ASIDE = new Set<PartyRole>(["partner", "adviser"]);
const isAside = (role: PartyRole, kinds: readonly OrgKind[]): boolean =>
  ASIDE.has(role) && !kinds.includes("government");
const MINOR = new Set<PartyRole>(["investor", "lender", "adviser", "partner"]);
/** Whether the deal is theirs: one investor or bank among many does not make it so. */
const isPrincipal = (deal: Deal, group: ReadonlySet<string>): boolean =>
  deal.parties.some(({ org, role }) => group.has(org) && (!MINOR.has(role) || deal.parties.length <= MANY));
const MANY = 4;

/** By what flows a role is towards somebody in particular: who gives it, and who gets it. */
const TOWARDS: Partial<Record<PartyRole, { what: Deal["flows"][number]["what"]; gives: boolean }>> = {
  guarantor: { what: "guarantee", gives: true },
  lender: { what: "debt", gives: true },
  borrower: { what: "debt", gives: false },
  investor: { what: "equity", gives: false },
};

const EQUITY = new WeakMap<Deal, readonly Deal["flows"][number][]>();
/** Money for shares in a deal in which whoever gives it has another role too. */
function equityFlows(deal: Deal): readonly Deal["flows"][number][] {
  const known = EQUITY.get(deal);
  if (known) return known;
  const figures = new Set(
    deal.events.flatMap((event) => (event.figures ?? []).flatMap(({ id, of }) => (of === "equity" ? [id] : []))),
  );
  const found = deal.flows.filter(({ what, figure }) => what === "cash" && figure !== undefined && figures.has(figure));
  EQUITY.set(deal, found);
  return found;
}

/** Who invests by its flows, or takes the money, though its part in the deal is named by something else. */
export const investsByFlow = (deal: Deal, group: ReadonlySet<string>, roles: readonly PartyRole[]): boolean =>
  (roles.includes("investor") && equityFlows(deal).some(({ from }) => group.has(from))) ||
  (roles.includes("issuer") && equityFlows(deal).some(({ to }) => group.has(to)));

/** Whom those named guarantee, lend to, borrow from or hold shares of, where the deal's flows say so. */
function counterparts(library: Library, deal: Deal, { orgs, roles = [] }: Narrowing): ReadonlySet<string> {
  const group = new Set(orgs.flatMap((id) => [...family(library, id)]));
  const sides = roles.flatMap((role) => TOWARDS[role] ?? []);
  return new Set(
    deal.flows.flatMap(({ from, to, what }) =>
      sides.some((side) => side.what === what && group.has(side.gives ? from : to))
        ? [group.has(from) ? to : from]
        : [],
    ),
  );
}

/** The parties beside those named that are of the kinds and in the roles asked for, each once. */
export function othersIn(library: Library, deal: Deal, narrowing: Narrowing): string[] {
  const { orgs, alongside = [], without = [], otherKinds = [], otherRoles = [], ofKinds = [] } = narrowing;
  const { otherSort = "", otherCountry = null } = narrowing;
  const isSort = SORTS[otherSort];
  const ids = [...orgs, ...alongside, ...without];
  // A subsidiary is somebody else only where it has the role asked for: what its parent bought.
  const named = new Set(otherRoles.length > 0 ? ids : ids.flatMap((id) => [...family(library, id)]));
  // Whose company was bought is asked of what was bought, where that is on record, and not of whoever sold it.
  const bought = otherRoles.includes("target") && deal.parties.some(({ role }) => role === "target");
  const towards = otherRoles.length > 0 ? counterparts(library, deal, narrowing) : NOBODY;
  return [
    ...new Set(
      deal.parties
        .filter(
          ({ org, role }) =>
            !named.has(org) &&
            (ofKinds.length === 0 || !ofKinds.includes(kindOf(library, org))) &&
            (otherKinds.length === 0 || otherKinds.includes(kindOf(library, org))) &&
            (isSort === undefined || isSort.test(library.organisations.get(org)?.about ?? "")) &&
            (otherCountry === null || isAtHome(library, org, otherCountry)) &&
            (otherRoles.length === 0
              ? !isAside(role, otherKinds)
              : towards.size > 0
                ? towards.has(org)
                : (otherRoles.includes(role) || investsByFlow(deal, new Set([org]), otherRoles)) &&
                  !(bought && role === "seller")),
        )
        .map(({ org }) => org),
    ),
  ];
}

/** Whether a party is of the kinds, and in the roles, that others are asked for by. */
export const takesPart = (
  library: Library,
  { org, role }: Deal["parties"][number],
  { otherKinds = [], otherRoles = [] }: Pick<Narrowing, "otherKinds" | "otherRoles">,
): boolean =>
  (otherKinds.length === 0 || otherKinds.includes(kindOf(library, org))) &&
  (otherRoles.length === 0 ? !isAside(role, otherKinds) : otherRoles.includes(role));

const NOBODY: ReadonlySet<string> = new Set();
const kindOf = (library: Library, org: string): OrgKind => library.organisations.get(org)?.kind ?? "other";
const asksForOthers = ({ otherKinds = [], otherRoles = [], otherSort = "", otherCountry = null }: Narrowing): boolean =>
  otherKinds.length + otherRoles.length > 0 || otherSort !== "" || otherCountry !== null;

/** "-US" is anywhere but there; who is at home nowhere on record is not abroad. */
function isAtHome(library: Library, org: string, country: string): boolean {
  const own = library.organisations.get(org)?.country;
  return country.startsWith("-")
    ? own !== undefined && own !== country.slice(1)
    : country.split("|").includes(own ?? "");
}

/** Sorts of organisations that no kind tells, by what their records say of them. */
const SORTS: Readonly<Record<string, RegExp>> = {
  "former-miner": /\bBitcoin miner\b/i,
  "state-fund":
    /\b(?:sovereign|state) (?:fund|investor)\b|Abu Dhabi's investment company|owned by the Public Investment Fund/i,
  "private-capital": /\b(?:private (?:equity|credit)|buyout)\b/i,
};

/** A deal, its parts however far, what was made of it, and all that bear its name. */
function programmeOf(library: Library, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const whole of found) for (const part of library.partsOf.get(whole) ?? []) found.add(part.id);
  const own = library.deals.get(id);
  const name = own ? words(own.name).join(" ") : "";
  for (const deal of library.deals.values())
    if (name !== "" && ` ${words([deal.name, ...deal.aliases].join(" ")).join(" ")} `.includes(` ${name} `))
      found.add(deal.id);
  return found;
}
