/** Assumptions that somebody gave and that do not bear on what is asked: they are named, not passed over. */
import type { Input } from "../calculator/chain/names.ts";
import type { Block } from "../doc/doc.ts";
import type { PlanOf } from "../plan/plan.ts";

export function unusedBlocks({ assume }: PlanOf<"estimate">, used: ReadonlySet<Input>): Block[] {
  const idle = assume.filter(({ input }) => !used.has(input)).map(({ input }) => input.replaceAll("-", " "));
  if (idle.length === 0) return [];
  const words = `Given, but without a part in this result: ${idle.join(", ")}.`;
  return [{ type: "note", tone: "info", text: [{ text: words }] }];
}
