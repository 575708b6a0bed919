/** "Meta deals without a disclosed value", "which contracts never had a price": a list of deals of which no sum is on record. */
import { gated } from "../../knowledge/gated.ts";
import type { PlanInput } from "../plan.ts";
import { readConstraints } from "./constraints.ts";
import { listHead } from "./list-head.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { superlativeIn } from "./superlative.ts";
import { isCounted } from "./what-is-listed.ts";

const SUM =
  "(?:prices?|values?|price[- ]tags?|dollar (?:values?|amounts?|figures?)|amounts?|sums?|sizes?|money|financial terms|terms|worth|cost)";
const KNOWN =
  "(?:disclosed|published|public(?:ly known)?|announced|reported|known|given|stated|on record|revealed|made public)";
const NONE: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:(?:that|which|whose|where|with|have|has|had|of|are|is|at|for|the)\s+)*(?:undisclosed|unpublished|unknown|unstated|secret)(?: ${SUM})?\b`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:(?:that|which|where)\s+)?(?:with(?:out)?|ha(?:ve|s|d)|there(?:['’]s| is)|give[ns]?|list)\s*(?:no|any|an?|the|never)?\s*(?:${KNOWN} )?${SUM}(?: (?:that )?(?:was |is |has been )?${KNOWN})?\b`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:(?:that|which|where|whose)\s+)?(?:(?:the )?${SUM}\s+)?(?:was|were|is|are|has|have|had)?\s*(?:n['’]t|not|never)\s+(?:yet |ever |been |publicly )*(?:${KNOWN}|disclose|publish|given?)(?: (?:an?|the|any|its|their) ${SUM}| ${SUM})?\b`,
    "i",
  ),
];
const DENIES = /\b(?:no|not|never|without|undisclosed|unpublished|unknown|unstated|secret)\b|n['’]t\b/i;

export const pricelessListed: ReadRule = {
  name: "priceless-listed",
  read(reading) {
    const { question, names, quantities, conversation, dates } = reading;
    if (!DENIES.test(question) || conversation.plan !== null || names.deals.length + quantities.length > 0) return null;
    if (listHead(reading)?.head !== "deals" && !isCounted(question)) return null;
    if (superlativeIn(question)) return null;
    const match = NONE.map((pattern) => pattern.exec(question)).find(
      (found) => found && DENIES.test(found[0]) && (SAYS_SUM.test(found[0]) || SAYS_KNOWN.test(found[0])),
    );
    if (!match) return null;
    const end = match.index + match[0].length;
    const rest: Reading = {
      ...reading,
      question: question.slice(0, match.index) + " ".repeat(match[0].length) + question.slice(end),
    };
    const found = readConstraints(rest);
    if (found.rest.length > 0 || found.denied !== "") return null;
    const { rest: _rest, measure: _measure, denied: _denied, ...filter } = found;
    return {
      kind: "find-deals",
      ...filter,
      priceless: true,
      sort: "newest",
      asOf: dates.asOf,
    } satisfies PlanInput;
  },
};
const SAYS_SUM = new RegExp(String.raw`\b${SUM}\b`, "i");
const SAYS_KNOWN = gated(/\b(?:undisclosed|disclose[d]?|unpublished|published|priced)\b/i);
