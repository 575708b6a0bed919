/** What one investor puts into a deal by itself: the amount that flows from it alone, or all of it where nobody else invests. */

import type { FigureOf, PartyRole } from "../../knowledge/schema.ts";
import { isMoney, type Outline, type StandingFigure } from "./as-of.ts";

const size = ({ figure }: StandingFigure): number => figure.high ?? figure.low ?? 0;

/** Null where it is one of several and no amount is its own: what they pay together is nobody's. */
const ownMoneyOf = (...of: Parameters<typeof ownAmounts>): StandingFigure | null => ownAmounts(...of)[0] ?? null;

/** The amounts that are its own, the largest first: where that is an instalment, all of them. */
export function ownPayments(...of: Parameters<typeof ownAmounts>): StandingFigure[] {
  const [first, ...others] = ownAmounts(...of);
  if (!first) return [];
  const parts = [first, ...others].filter(({ figure }) => INSTALMENT.test(figure.label));
  return parts.includes(first) ? parts : [first];
}
const INSTALMENT = /\b(?:closings?|instal?ments?|tranches?|payments?)\b/i;
const OF_SEVERAL = /\bco-investors?\b/i;

function ownAmounts(
  { deal, figures, money }: Outline,
  group: ReadonlySet<string>,
  roles: readonly PartyRole[],
  measure: readonly FigureOf[],
): StandingFigure[] {
  const from = (id: string) =>
    deal.flows.filter(({ figure, what }) => figure === id && what === "cash").map((flow) => flow.from);
  const isPaid = ({ figure, ended }: StandingFigure) =>
    ended === null &&
    isMoney(figure.unit) &&
    !figure.per &&
    (measure.length > 0 ? measure : INVESTED).includes(figure.of);
  const own = figures.filter((one) => {
    const givers = from(one.figure.id);
    return isPaid(one) && givers.length > 0 && givers.every((giver) => group.has(giver));
  });
  const alone = deal.parties.filter(({ role }) => roles.includes(role)).every(({ org }) => group.has(org));
  const whole = alone && money && isPaid(money) && !OF_SEVERAL.test(money.figure.label) ? [money] : [];
  return [...own, ...whole].sort((a, b) => size(b) - size(a));
}
/** What is put into something, and no price of what is bought from it. */
const INVESTED: readonly FigureOf[] = ["equity", "investment", "acquisition", "capex"];

/** The deals with money of its own in the order of that money; empty where it has none of its own. */
export function byOwnMoney(
  found: readonly Outline[],
  group: ReadonlySet<string>,
  roles: readonly PartyRole[],
  measure: readonly FigureOf[],
  ascending: boolean,
): ReadonlyMap<Outline, StandingFigure> {
  const own = found.flatMap((state) => {
    const standing = ownMoneyOf(state, group, roles, measure);
    return standing ? [[state, standing] as const] : [];
  });
  return new Map(own.sort(([, a], [, b]) => (ascending ? size(a) - size(b) : size(b) - size(a))));
}
