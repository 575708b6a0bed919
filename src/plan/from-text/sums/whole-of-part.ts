/** The whole of which an amount is a share that is given: "a 35bn chip bill is 70% of the total", "$18bn is 40% of what". */
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import { write, writeShare } from "./write-term.ts";

const IS =
  /\b(?:is|are|was|were|equals?|makes? up|represents?|accounts? for|covers?|=|being)\s*(?:only |just |about |roughly |around |some )*$/i;
const OF_ALL = gated(
  /^\s*of (?:(?:the|a|its|their|that) )?(?:what|which|all|it|total|whole|full|entire|overall|project|build|campus|budget|cost|bill|price|package|contract|deal|capex|spend(?:ing)?|round|revenue|sales|capacity|site)\b/i,
);
const ASKS = gated(
  /\b(?:what|how (?:much|big|large))\b|\b(?:total|whole|full|entire|overall)\b[^?]{0,30}\?|\b(?:total|whole|full)\s*$/i,
);

/** "20% of revenue until it has paid the $38B cap": what has come in by then. */
function untilCap(sum: Sum): PlanInput | null {
  const [percent, cap] = [sum.one("percent"), sum.one("money")];
  if (!percent || !cap || !sum.complete([percent, cap]) || percent.low <= 0 || percent.high >= 100) return null;
  const ofIncome = INCOME_AFTER.test(percent.after) || INCOME.test(sum.words);
  if (!ofIncome || !CAPPED.test(sum.words) || !HOW_MUCH_INCOME.test(sum.words) || MARGIN.test(sum.words)) return null;
  return evaluated([
    {
      label: `revenue of which ${percent.text} is ${cap.text}`.slice(0, 80),
      expression: `${write(cap)} / ${writeShare(percent)}`,
    },
  ]);
}
const INCOME_WORD = "(?:revenues?|sales|turnover|income|receipts|takings)";
const INCOME = new RegExp(String.raw`\b${INCOME_WORD}\b`, "i");
const INCOME_AFTER = new RegExp(String.raw`^\s*(?:share |cut |slice )?of (?:\S+ ){0,2}${INCOME_WORD}\b`, "i");
const CAPPED = gated(
  /\b(?:caps?|capped|ceiling|limit|until|till|stops? (?:once|when|after)|use[sd]? up|exhaust\w*|max(?:es|ed)? out|maximum|paid (?:off|out|in full)|hit|hits|reach(?:es|ed)?)\b/i,
);
const HOW_MUCH_INCOME = new RegExp(
  String.raw`\b(?:what|how (?:much|big|large|high)|which)\b[^?]*\b${INCOME_WORD}\b|\b${INCOME_WORD}\b[^?]*\b(?:needed|required|by then)\b`,
  "i",
);
/** What counts the income otherwise: a time, a rise, a margin. */
const MARGIN = gated(
  /\b(?:margins?|profits?|grow\w*|growth|interest|tax|years?|yearly|annual\w*|break[- ]?even|costs?)\b/i,
);

export const wholeOfPart: ReadSum = (sum) => {
  const capped = untilCap(sum);
  if (capped) return capped;
  const [percent, part] = [sum.one("percent"), sum.one("money", "power", "energy", "chips", "flow")];
  if (!percent || !part || part.end > percent.start || !sum.complete([percent, part]) || percent.low <= 0) return null;
  if (!IS.test(percent.before) || !OF_ALL.test(percent.after)) return null;
  // "Is 40% of the package: how much is the rest" goes on from there.
  if (!ASKS.test(sum.words) || /\b(?:rest|left|remain\w*|other|without|per)\b/i.test(sum.words)) return null;
  return evaluated([
    {
      label: `the whole of which ${part.text} is ${percent.text}`.slice(0, 80),
      expression: `${write(part)} / ${writeShare(percent)}`,
    },
  ]);
};
