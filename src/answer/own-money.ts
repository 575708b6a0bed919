/** What one investor puts into a deal by itself: the amount that flows from it alone, or all of it where nobody else invests. */
import type { FigureOf, PartyRole } from "../../knowledge/schema.ts";
import { isMoney, type Outline, type StandingFigure } from "../knowledge/as-of.ts";

const size = ({ figure }: StandingFigure): number => figure.high ?? figure.low ?? 0;

/** Null where it is one of several and no amount is its own: what they pay together is nobody's. */
function ownMoneyOf(
  { deal, figures, money }: Outline,
  group: ReadonlySet<string>,
  roles: readonly PartyRole[],
  measure: readonly FigureOf[],
): StandingFigure | null {
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
  const whole = alone && money && isPaid(money) ? [money] : [];
  return [...own, ...whole].sort((a, b) => size(b) - size(a))[0] ?? null;
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
