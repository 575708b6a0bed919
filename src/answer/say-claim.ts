/** "Yes" or "No" before two amounts of which a question takes one for the larger or the smaller. */
import type { Rich } from "../doc/doc.ts";
import type { PlanOf } from "../plan/plan.ts";

type Ends = { low: number | null; high: number | null };

/** Of the two sides, as the plan has them; nothing where their ranges overlap. */
export function sayClaim(claim: PlanOf<"compare-figures">["claim"], sides: readonly Ends[]): Rich {
  const [own, other] = claim?.side === 1 ? [sides[1], sides[0]] : sides;
  if (!claim || sides.length !== 2 || !own || !other) return [];
  const [most, least] = [own.high ?? own.low ?? 0, own.low ?? own.high ?? 0];
  const [theirMost, theirLeast] = [other.high ?? other.low ?? 0, other.low ?? other.high ?? 0];
  if (least > theirMost) return [{ text: claim.is === "more" ? "Yes. " : "No. " }];
  if (most < theirLeast) return [{ text: claim.is === "more" ? "No. " : "Yes. " }];
  return [];
}
