/** Whether another pair of figures explains a question so much better that it takes the place of what a rule has set against each other. */
import type { FigurePair } from "../../../knowledge/figure-pairs.ts";
import { sizeOf } from "./fits.ts";
import type { Form } from "./operation.ts";

/** What another pair must explain more than the one that a rule has chosen. */
const BETTER = 0.18;
/** The same where the other leaves less unexplained. */
const BETTER_EXPLAINED = 0.08;
/** The same where both pairs are of the same records. */
const OTHER_PART = 0.035;

export function isBetter(found: FigurePair, before: FigurePair, form: Form): boolean {
  const sizes = ({ first, second }: FigurePair) => [first, second].map(sizeOf).sort().join();
  // The same amounts from other records are the same answer.
  if (sizes(found) === sizes(before)) return false;
  // Of one record it is enough to explain more.
  if (
    found.first.record.id === found.second.record.id &&
    found.first.record.id === before.first.record.id &&
    found.unexplained.length < before.unexplained.length
  )
    return true;
  const within = ({ first, second }: FigurePair) => first.record.id === second.record.id;
  // Of the same two records other figures need to explain but a little more.
  const records = ({ first, second }: FigurePair) =>
    [first, second]
      .map(({ record }) => record.id)
      .sort()
      .join();
  if (records(found) === records(before) && found.score > before.score + OTHER_PART) return true;
  // A part is sought in the record of its whole first.
  if (form === "share" && within(found) && !within(before) && found.score > before.score + BETTER_EXPLAINED)
    return true;
  return (
    found.score > before.score + (found.unexplained.length < before.unexplained.length ? BETTER_EXPLAINED : BETTER)
  );
}
