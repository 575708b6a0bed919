/** One kind of what a company takes in or spends: the figure for all of it is no answer to that. */
import type { Ref } from "../../knowledge/names.ts";
import { isWeak } from "../../knowledge/question-words.ts";
import { sensesOf } from "../../knowledge/synonyms.ts";
import { contentRoots, root } from "../../knowledge/words.ts";
import type { Reading } from "./reading.ts";

/** "OpenAI's advertising revenue", "capex on land": what comes in or goes out of one kind, of which no figure of the record speaks. */
export function lacksKind({ question, names, library }: Reading, { id }: Ref): boolean {
  const metric = library.metrics.get(id);
  const labels = [metric?.name ?? "", ...(metric?.aliases ?? []), ...(metric?.points.map(({ label }) => label) ?? [])];
  const roots = new Set(labels.flatMap((label) => contentRoots(label)));
  return [KIND_BEFORE, KIND_AFTER].some((pattern) => {
    const match = pattern.exec(question);
    const word = match?.[1]?.toLowerCase();
    if (!match || word === undefined || ANY_KIND.test(word) || (pattern === KIND_BEFORE && isWeak(root(word))))
      return false;
    const at = match.index + match[0].toLowerCase().indexOf(word);
    if (names.mentions.some(({ start, end }) => start <= at && at < end)) return false;
    const says = new RegExp(String.raw`\b${word.replace(/s$/, "").replace(/-/g, "[- ]?")}`, "i");
    return !labels.some((label) => says.test(label)) && !sensesOf(root(word)).some((sense) => roots.has(sense));
  });
}
const FLOW = "(?:revenues?|sales|capex|spend(?:ing)?|income|expenses?)";
const KIND_BEFORE = new RegExp(String.raw`\b([a-z][a-z-]+)\s+${FLOW}\b`, "i");
const KIND_AFTER = new RegExp(String.raw`\b${FLOW}\s+(?:on|from)\s+(?:the\s+)?([a-z][a-z-]{2,})\b`, "i");
/** Words that say when it is, how it is counted or whose it is. */
const ANY_KIND =
  /^(?:total|annual\w*|yearly|quarterly|monthly|net|gross|recurring|run-?rate|recent|latest|last|current|expected|projected|forecast|planned|actual|reported|audited|combined|overall|own|whole|full|entire|first|second|third|fourth|half|quarter|year|fiscal|calendar|capital|guided|future|past|next|previous|prior|big|bigger|biggest|more|most|less|least|average|the|its|their|his|her|our|this|that|and|for|from|was|were|are|has|have|had|did|does|will|would|what|which|whose|how|much|many|per|with|over|under|than|about|all|any|each|both|raise[ds]?|cut|grow\w*|ai|in|on|of|to|as|at|is|or|an?|by|it|here|now|today|hand|track|record|where|when|up|down)$/;
