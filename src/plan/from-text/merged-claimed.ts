/** "When did A and B merge": where neither bought the other. What was voted down is told by its own record. */

import { isBuyerOf, mentionsWith, relatedDeals } from "../../knowledge/directions.ts";
import type { PlanInput } from "../plan.ts";
import type { Named } from "./owner-and-owned.ts";
import type { Reading } from "./reading.ts";

const MERGED =
  /\b(?:merge[ds]?|merger|merging|combined? (?:company|group|firm)|become one company|became one company)\b/i;
const OPEN =
  /\b(?:will|would|could|might|may|should|if|whether|not|never|talks?|plan\w*|propos\w*|consider\w*)\b|n['’]t\b/i;

export function mergedClaimed({ question, library, dates }: Reading, named: readonly Named[]): PlanInput | null {
  const [one, other, ...more] = [...new Set(named.map(({ org }) => org))];
  if (!one || !other || more.length > 0 || !MERGED.test(question) || OPEN.test(question)) return null;
  const [first, second] = [named[0], named.find(({ org }) => org !== one)];
  const between = question.slice(first?.end, second?.start);
  if (!/^\s*(?:and|&|\+|[-–/]|with|merged? with|merger with)\s*$|^\s*(?:did |has )?merged? with\s*$/i.test(between))
    return null;
  if (isBuyerOf(library, one, other) || isBuyerOf(library, other, one)) return null;
  if (mentionsWith(library, [one, other], MERGED)) return null;
  const deal = relatedDeals(library, [one, other])[0];
  return { kind: "correct-premise", claim: "merged", orgs: [one, other], deal: deal?.id ?? null, asOf: dates.asOf };
}
