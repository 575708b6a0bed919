/** The whole of which an amount is a share that is given: "a 35bn chip bill is 70% of the total", "$18bn is 40% of what". */
import { evaluated, type ReadSum } from "./sum.ts";
import { write, writeShare } from "./write-term.ts";

const IS =
  /\b(?:is|are|was|were|equals?|makes? up|represents?|accounts? for|covers?|=|being)\s*(?:only |just |about |roughly |around |some )*$/i;
const OF_ALL =
  /^\s*of (?:(?:the|a|its|their|that) )?(?:what|which|all|it|total|whole|full|entire|overall|project|build|campus|budget|cost|bill|price|package|contract|deal|capex|spend(?:ing)?|round|revenue|sales|capacity|site)\b/i;
const ASKS =
  /\b(?:what|how (?:much|big|large))\b|\b(?:total|whole|full|entire|overall)\b[^?]{0,30}\?|\b(?:total|whole|full)\s*$/i;

export const wholeOfPart: ReadSum = (sum) => {
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
