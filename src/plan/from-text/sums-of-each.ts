/** "Who has spent more on acquisitions, A or B", "A vs B: who has committed more to clouds", "who raised more": companies by all that is theirs, with nobody else named. */

import type { FigureOf, OrgKind } from "../../../knowledge/schema.ts";
import { isOver, outlineOn } from "../../knowledge/as-of.ts";
import { gated } from "../../knowledge/gated.ts";
import { inOrderOfMoney, type Paid, sumPaid } from "../../knowledge/money-between.ts";
import { family } from "../../knowledge/resolve.ts";
import { EVERYTHING, linesOf, totalsOf } from "../../knowledge/totals.ts";
import { GROUPS } from "./org-roles.ts";
import { joinedOrgs } from "./party-sums.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { planOfSums } from "./sums-by-company.ts";
import { unknownNames } from "./unknown-names.ts";

const MORE = gated(
  /\b(?:more|most|less|least|larger|largest|bigger|biggest|higher|highest|smaller|smallest|heavier)\b/i,
);
const OTHER =
  /\b(?:per|revenue|sales|capex|valu(?:ation|ed)|backlog|rpo|gws?|gigawatts?|mws?|megawatts?|power|capacity|compute|nuclear|energy|jobs|sites?|campus(?:es)?|percent|%|shares?|single|chips?|gpus?|losses|lost|burn\w*|cash flow|before|since|india|texas|times|profit)\b/i;
const KINDS: readonly { said: RegExp; of: FigureOf; what: string }[] = [
  {
    said: /\b(?:spen[dt]\w*|paid|pays?|put)\b.{0,20}\b(?:acquisitions?|takeovers?|buying (?:companies|firms))\b|\bmore (?:on )?acquisitions\b/i,
    of: "acquisition",
    what: "acquisitions",
  },
  {
    said: /\b(?:invest\w*|put|stakes|equity|bets?)\b.{0,30}\b(?:ai labs?|labs|neo-?clouds?|start-?ups?|chip ?makers?)\b/i,
    of: "equity",
    what: "money put into others",
  },
  {
    said: /\b(?:commit\w*|spen[dt]\w*|ow(?:es?|ed)|promis\w+|pledg\w+|signed)\b.{0,30}\b(?:clouds?|cloud (?:providers?|contracts?|deals?)|neo-?clouds?|suppliers|hyperscalers)\b/i,
    of: "contract",
    what: "contracts to pay for",
  },
];
const CLOUDS: readonly OrgKind[] = ["hyperscaler", "cloud", "neocloud"];
const RAISED = gated(/\b(?:raised|raises?|raising)\b(?! (?:more )?(?:debt|bonds?|loans?))/i);
const MOST = 3;

export const sumsOfEach: ReadRule = {
  name: "sums-of-each",
  read(reading) {
    const { question, names, quantities, dates } = reading;
    if (names.deals.length + names.people.length + names.places.length + quantities.length > 0) return null;
    if (names.orgs.length < 2 || names.orgs.length > MOST || !MORE.test(question) || OTHER.test(question)) return null;
    const sides = joinedOrgs(reading);
    if (sides?.length !== names.orgs.length || unknownNames(reading).length > 0) return null;
    const kind = KINDS.find(({ said }) => said.test(question));
    if (!kind) return RAISED.test(question) ? rounds(reading, sides) : null;
    if (dates.since !== null || dates.until !== null) return null;
    const said = GROUPS.find(({ pattern }) => pattern.test(question))?.kinds;
    const group = said ?? (/\bclouds?\b/i.test(question) ? CLOUDS : []);
    const sums = sides.map((org) => ({ org, paid: paidBy(reading, org, kind.of, group) }));
    if (sums.some(({ paid }) => sumPaid(paid) === 0)) return null;
    return planOfSums(reading, sums, kind.what);
  },
};

/** All of it that is agreed; to companies of a kind, where one is said. */
function paidBy({ library, asOf }: Reading, org: string, of: FigureOf, group: readonly OrgKind[]): Paid[] {
  if (of === "equity" || group.length > 0)
    return inOrderOfMoney(library, org, "pays", [of], asOf)
      .filter((other) => group.length === 0 || group.includes(library.organisations.get(other.org)?.kind ?? "other"))
      .flatMap(({ paid }) => paid);
  return linesOf(totalsOf(library, { ...EVERYTHING, orgs: [org], money: [of] }, asOf).groups)
    .filter(
      ({ side, unit, firmness }) => side === "pays" && unit === "USD" && firmness !== "ended" && firmness !== "talks",
    )
    .map(({ deal, standing: { figure } }) => ({
      record: { type: "deal" as const, id: deal.id },
      figure: figure.id,
      label: figure.headline ? deal.name : `${deal.name}, ${figure.label}`,
      low: figure.low,
      high: figure.high,
    }));
}

/** What each raised in its largest round, of the time that is said. */
function rounds({ library, asOf, dates }: Reading, sides: readonly string[]) {
  const found = sides.map((org) => {
    const group = family(library, org);
    return (library.dealsOf.get(org) ?? [])
      .flatMap((deal) => {
        const state = outlineOn(deal, asOf);
        const isOf = deal.parties.some((party) => group.has(party.org) && party.role === "issuer");
        if (!state || isOver(state.status) || !isOf || (deal.kind !== "investment" && deal.kind !== "financing"))
          return [];
        if (dates.since !== null && state.announced < dates.since) return [];
        if (dates.until !== null && state.announced.slice(0, dates.until.length) > dates.until) return [];
        const standing = state.figures.find(
          ({ figure, ended }) => figure.headline && figure.of === "equity" && ended === null,
        );
        return standing
          ? [{ deal: deal.id, figure: standing.figure.id, size: standing.figure.high ?? standing.figure.low ?? 0 }]
          : [];
      })
      .sort((a, b) => b.size - a.size)[0];
  });
  const all = found.flatMap((one) => (one ? [{ deal: one.deal, figure: one.figure }] : []));
  return all.length === sides.length ? { kind: "compare-figures" as const, sides: all, asOf: dates.asOf } : null;
}
