/** Two figures whose texts name two companies each: "Microsoft's Nscale commitment against Microsoft's CoreWeave one" is of no deal without Microsoft. */
import type { FigureCandidate } from "../../../knowledge/figure-candidates.ts";
import type { FigurePair, OwnText } from "../../../knowledge/figure-pairs.ts";
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
