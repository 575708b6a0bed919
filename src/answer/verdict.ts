/** Whether a claim agrees with what is worked out: as good as the same, near it, within its range, below, above, or none of these. */
import type { Rich } from "../doc/doc.ts";
import type { PlanOf } from "../plan/plan.ts";
import type { Sheet } from "./worksheet-blocks.ts";

/** What is told with two digits is told no better. */
const SAME = 0.025;
const NEAR = 0.1;

/** The first of the two lines is the result, the second the claim. */
export function verdict(
  { worksheet }: Sheet,
  [result = 0, claimed = 0]: readonly number[],
  claim: NonNullable<PlanOf<"evaluate">["claim"]>,
): Rich {
  const [own, said] = [worksheet.lines[result - 1]?.amount.range, worksheet.lines[claimed - 1]?.amount.range];
  if (!own || !said || own.mid === 0) return [];
  if (claim !== "is") {
    const [surely, maybe] =
      claim === "below" ? [own.high <= said.mid, own.low <= said.mid] : [own.low >= said.mid, own.high >= said.mid];
    return [{ text: surely ? "Yes: " : maybe ? "Within the range it may: " : "No: " }];
  }
  const off = Math.abs(said.mid - own.mid) / Math.abs(own.mid);
  if (off <= SAME) return [{ text: "Yes: " }];
  if (own.low < own.high && said.mid >= own.low && said.mid <= own.high) return [{ text: "It is within the range: " }];
  return [{ text: off <= NEAR ? "Not quite: " : "No: " }];
}
