/** Two figures whose texts name two companies each: "Microsoft's Nscale commitment against Microsoft's CoreWeave one" is of no deal without Microsoft. */
import type { FigureCandidate } from "../../../knowledge/figure-candidates.ts";
import type { FigurePair, OwnText } from "../../../knowledge/figure-pairs.ts";
import type { Library } from "../../../knowledge/library.ts";
import { family, orgName, readNames } from "../../../knowledge/resolve.ts";
import type { Reading } from "../reading.ts";

/** Whether each figure has to do with all whom its own text names, whichever of the two is whose. */
export function areOfTheirNames(
  { library }: Reading,
  [first, second]: readonly [OwnText, OwnText],
  { first: a, second: b }: FigurePair,
): boolean {
  const [x, y] = [first, second].map(({ text }) => readNames(library, text).orgs);
  const isOf = ({ record, figure }: FigureCandidate, orgs: readonly string[] = []) => {
    const deal = library.deals.get(record.id);
    const metric = library.metrics.get(record.id);
    const bearers = metric?.subjects ?? deal?.parties.map(({ org }) => org) ?? [];
    const told = `${metric?.name ?? deal?.name ?? ""} ${figure.label} ${figure.note ?? ""}`;
    return (
      orgs.length < 2 ||
      orgs.every(
        (org) =>
          told.includes(orgName(library, org)) ||
          bearers.some((one) => family(library, org).has(one) || family(library, one).has(org)),
      )
    );
  };
  return (isOf(a, x) && isOf(b, y)) || (isOf(a, y) && isOf(b, x));
}

/** "A's plan as a multiple of B's": of two records the one whom the first text alone names comes first, whatever else speaks for it. */
export function inOrderOfTexts({ library }: Reading, own: readonly [OwnText, OwnText], pair: FigurePair): FigurePair {
  const { first, second } = pair;
  if (first.record.id === second.record.id) return pair;
  const [x, y] = own.map(({ text }) => readNames(library, text));
  const of = (mine: typeof x, others: typeof x, { record }: FigureCandidate): boolean =>
    mine?.deals.includes(record.id) === true ||
    (mine?.orgs ?? []).some((org) => !others?.orgs.includes(org) && bears(library, record.id, org));
  const reversed = of(x, y, second) && of(y, x, first) && !of(x, y, first) && !of(y, x, second);
  return reversed ? { ...pair, first: second, second: first } : pair;
}

const bears = (library: Library, record: string, org: string): boolean =>
  (library.metrics.get(record)?.subjects ?? library.deals.get(record)?.parties.map((party) => party.org) ?? []).some(
    (one) => family(library, org).has(one) || family(library, one).has(org),
  );
