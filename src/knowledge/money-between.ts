/** What one company pays another by all their deals: each dollar once, without what is over, and its own count of it where it has one. */
import type { FigureOf, PartyRole } from "../../knowledge/schema.ts";
import { amountsOf, type Line } from "./amounts.ts";
import { isOver, outlineOn, pointsOn } from "./as-of.ts";
import type { Library } from "./library.ts";
import { keepOnce } from "./overlaps.ts";
import { family } from "./resolve.ts";

/** A figure that is in the sum: of a deal, or the one of a metric that counts all of them. */
export type Paid = {
  record: { type: "deal" | "metric"; id: string };
  figure: string;
  label: string;
  low: number | null;
  high: number | null;
};

/** Who is given money of a kind, where no flow says so. */
const GIVEN: readonly PartyRole[] = [
  "provider",
  "supplier",
  "landlord",
  "generator",
  "issuer",
  "borrower",
  "target",
  "developer",
  "operator",
];
const MONEY: ReadonlySet<string> = new Set(["cash", "debt", "guarantee"]);
/** Whose rent or debt is guaranteed has no such role. */
const ANY_ROLE: ReadonlySet<FigureOf> = new Set(["guarantee"]);

/** Empty where no amount is on record. */
export function moneyBetween(
  library: Library,
  payer: string,
  receiver: string,
  of: readonly FigureOf[],
  asOf: string,
): Paid[] {
  const [ours, theirs] = [family(library, payer), family(library, receiver)];
  if (ours.has(receiver) || theirs.has(payer)) return [];
  const counted = ownCount(library, ours, theirs, of, asOf);
  if (counted) return [counted];
  const deals = new Set([...ours].flatMap((org) => library.dealsOf.get(org) ?? []));
  const lines: Line[] = [];
  for (const deal of deals) {
    if (!deal.parties.some(({ org }) => theirs.has(org))) continue;
    const state = outlineOn(deal, asOf);
    if (!state || isOver(state.status)) continue;
    for (const line of amountsOf(state, ours).lines)
      if (line.power === null && line.side === "pays" && line.unit === "USD" && of.includes(line.of))
        if (line.firmness !== "ended" && isTo(line, theirs)) lines.push(line);
  }
  return keepOnce(library, lines).lines.map(({ deal, standing: { figure } }) => ({
    record: { type: "deal" as const, id: deal.id },
    figure: figure.id,
    label: figure.headline ? deal.name : `${deal.name}, ${figure.label}`,
    low: figure.low,
    high: figure.high,
  }));
}

/** What is paid to several others is no money between the two. */
function isTo({ deal, standing, of }: Line, theirs: ReadonlySet<string>): boolean {
  const flows = deal.flows.filter(({ figure, what }) => figure === standing.figure.id && MONEY.has(what));
  if (flows.length > 0) return flows.every(({ to }) => theirs.has(to));
  const given = deal.parties.filter(({ role }) => ANY_ROLE.has(of) || GIVEN.includes(role));
  return given.some(({ org }) => theirs.has(org)) && (ANY_ROLE.has(of) || given.every(({ org }) => theirs.has(org)));
}

/** "Invested after all tranches": a company's own count of what it has put into another. */
function ownCount(
  library: Library,
  ours: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
  of: readonly FigureOf[],
  asOf: string,
): Paid | null {
  for (const metric of library.knowledge.metrics) {
    const [first = "", second = "", ...more] = metric.subjects;
    if (
      metric.measure !== "exposure" ||
      !of.includes("equity") ||
      more.length > 0 ||
      !ours.has(first) ||
      !theirs.has(second)
    )
      continue;
    const points = pointsOn(metric, asOf).filter(({ point }) => of.includes(point.of) && point.unit === "USD");
    const [most] = points.map(({ point }) => point).sort((a, b) => sizeOf(b) - sizeOf(a));
    if (most)
      return {
        record: { type: "metric", id: metric.id },
        figure: most.id,
        label: `${metric.name}, ${most.label}`,
        low: most.low,
        high: most.high,
      };
  }
  return null;
}

const sizeOf = ({ low, high }: Pick<Paid, "low" | "high">): number => high ?? low ?? 0;
export const sumPaid = (paid: readonly Paid[]): number => paid.reduce((sum, one) => sum + sizeOf(one), 0);

/** Whoever pays it, or is paid by it, with the most first; "paid": by whom, "pays": to whom. */
export function inOrderOfMoney(
  library: Library,
  org: string,
  side: "paid" | "pays",
  of: readonly FigureOf[],
  asOf: string,
): { org: string; paid: Paid[] }[] {
  const own = family(library, org);
  const deals = [...own].flatMap((id) => library.dealsOf.get(id) ?? []);
  const others = new Set(
    deals.flatMap(({ parties }) => parties.map((party) => party.org)).filter((id) => !own.has(id)),
  );
  return [...others]
    .map((other) => ({
      org: other,
      paid: side === "paid" ? moneyBetween(library, other, org, of, asOf) : moneyBetween(library, org, other, of, asOf),
    }))
    .filter(({ paid }) => paid.length > 0)
    .sort((a, b) => sumPaid(b.paid) - sumPaid(a.paid));
}
