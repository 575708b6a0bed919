/** "The January 2026 package plus Clinton": a deal that is named and another of its kind that is told by its month, or by all its parties. */
import type { Deal } from "../../../../knowledge/schema.ts";
import { isOver, outlineOn } from "../../../knowledge/as-of.ts";
import { family } from "../../../knowledge/resolve.ts";
import type { PlanInput } from "../../plan.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { headline } from "./sum-of-recorded.ts";

const ADDS = /\b(?:add|plus|and|with|added to|together with|on top of)\b|\+/i;
const TOTAL = /\b(?:totals?|sum|combined|together|altogether|all in|in all|all of|plus|add(?:ed)?(?: up)?)\b|\+/i;
const POWER = /\b(?:gws?|gigawatts?|mws?|megawatts?|power|capacity|output)\b/i;
const MONEY = /\b(?:money|dollars?|worth|value|cost|\$)/i;
const OTHERWISE =
  /\b(?:per|average|difference|vs|versus|bigger|larger|more than|less than|share|percent|since|before|after)\b|%/i;

const hasPart = ({ parties }: Deal, group: ReadonlySet<string>) => parties.some(({ org }) => group.has(org));

/** Null where month or parties leave open which deal it is. */
export const sumWithDated: ReadSum = ({ reading, terms, words }) => {
  const { names, dates, library, asOf } = reading;
  const [month, ...months] = dates.mentioned;
  const [id, ...ids] = names.deals;
  const [org, ...orgs] = names.orgs;
  if (id === undefined || org === undefined || (month === undefined ? orgs.length < 2 : month.length !== 7))
    return null;
  if (months.length + ids.length + (month === undefined ? 0 : orgs.length) + names.people.length > 0) return null;
  if (!ADDS.test(words) || !TOTAL.test(words) || OTHERWISE.test(words) || terms.some(({ kind }) => kind !== "year"))
    return null;
  const what = POWER.test(words) ? "power" : MONEY.test(words) ? "money" : null;
  const named = library.deals.get(id);
  const group = family(library, org);
  if (what === null || !named || !hasPart(named, group)) return null;
  const dated = (library.dealsOf.get(org) ?? []).filter((deal) => {
    const status = outlineOn(deal, asOf)?.status;
    const live = status !== undefined && !isOver(status);
    return (
      live &&
      deal.kind === named.kind &&
      deal.id !== id &&
      (month === undefined
        ? names.orgs.every((one) => hasPart(deal, family(library, one)))
        : deal.events[0]?.date.startsWith(month))
    );
  });
  const [other] = dated;
  const figures = [headline(reading, other?.id ?? "", what), headline(reading, id, what)].flatMap((one) => one ?? []);
  const [a, b] = figures;
  if (dated.length !== 1 || !a || !b || a.figure.unit !== b.figure.unit || a.figure.per !== b.figure.per) return null;
  const lines = figures.map(({ label, expression }) => ({ label: label.slice(0, 80), expression }));
  return evaluated([...lines, { label: "together", expression: "#1 + #2" }], {
    title: "Deals together",
    lead: [3, 1, 2],
    asOf: dates.asOf,
  }) satisfies PlanInput;
};
