/**
 * Whether what is set side by side has to do with what is asked of it: "which uses more water" is no question for what two sites cost.
 * A word that neither record has anywhere, and that is no word for size, is asked for in vain.
 */
import { statementsOf } from "../../../knowledge/statements.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { PlanInput } from "../../plan.ts";
import { GENERIC } from "../asks.ts";
import type { Reading } from "../reading.ts";
import { withoutNames } from "./demands.ts";

/** What somebody measures by nouns that no sum and no power answers. */
const MEASURED =
  /\b(?:water|emissions?|carbon|co2|headcount|employees|staff|workers|salar(?:y|ies)|wages?|users?|subscribers?|tokens?|latency|efficien\w+|pue|land|acres?|hectares?|square (?:feet|metres|meters)|floor (?:area|space)|area|jobs?|noise|tax(?:es)?|subsid(?:y|ies)|incentives?|dividends?|profits?|profitab\w+|margins?|interest(?: rates?)?|coupons?|yields?|ratings?|market share|patents?|parameters?|flops?|exaflops?|height|tall(?:er)?|distance|homes?|households?|population|temperature|votes?|downloads?|lawsuits?|trees)\b/gi;

/** False where a noun that is measured in its own way stands in no figure that the plan shows, and in neither record. */
export function areWordsMet(reading: Reading, plan: PlanInput): boolean {
  if (plan.kind !== "compare" && plan.kind !== "compare-figures") return true;
  if (reading.conversation.plan !== null) return true;
  if (plan.kind === "compare" && plan.attribute !== "all" && plan.attribute !== "value" && plan.attribute !== undefined)
    return true;
  const nouns = withoutNames(reading).match(MEASURED) ?? [];
  if (nouns.length === 0) return true;
  const said = nouns.flatMap((noun) => contentRoots(noun)).filter((root) => !GENERIC_ROOTS.has(root));
  return said.every((root) => isShown(reading, plan, root));
}
const GENERIC_ROOTS = new Set([...GENERIC].flatMap((word) => contentRoots(word)));

function isShown({ library }: Reading, plan: PlanInput, root: string): boolean {
  const { byRecord } = statementsOf(library);
  // Whole deals are shown by their money and power alone.
  if (plan.kind !== "compare-figures") return false;
  return plan.sides.some(({ deal, metric, figure }) => {
    const record = byRecord.get(metric ? `metric:${metric}` : `deal:${deal}`);
    return (
      record?.title.exact.has(root) === true ||
      (record?.statements.some(({ part, own }) => part === figure && own.exact.has(root)) ?? false)
    );
  });
}
