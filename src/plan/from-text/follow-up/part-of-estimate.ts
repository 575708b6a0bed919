/** "How much of that is chips?", "and the shell alone?", "chip cost?" after what a power would cost: that part of the same power's cost. */
import { boundsOf, capexEstimates } from "../../../calculator/named-estimate.ts";
import type { Library } from "../../../knowledge/library.ts";
import type { PlanOf } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { bareOf } from "./elliptic.ts";

/** Parts of a build as people call them, and what they are called in a question in full. */
const PARTS: readonly (readonly [words: string, name: string])[] = [
  ["(?:nvidia(?: (?:gear|kit|hardware|content))?)", "Nvidia hardware"],
  ["(?:gpus?|chips?|accelerators?|silicon)", "chips"],
  ["(?:racks and servers|servers?|racks)", "servers"],
  ["(?:it |compute )?hardware", "servers"],
  ["network(?:ing|s)?(?: gear)?", "networking"],
  ["cpus?", "CPUs"],
  ["storage", "storage"],
  ["(?:power and cooling|cooling|mechanical and electrical|m&e|mep|electrical(?: plant)?)", "power and cooling"],
];
const FACILITY = "(?:the )?(?:shells?|buildings?|facility|construction|land and buildings?|data cent(?:er|re) itself)";
const part = (words: string): readonly RegExp[] => [
  new RegExp(
    `^(?:how much|what(?: part| share| portion| fraction)?|which (?:part|share)) of (?:it|that|this|the (?:total|cost|bill|sum|capex)) (?:is|are|goes? (?:to|on|into)|would (?:be|go (?:to|on|into))|for|in)(?: (?:for|on|just))? (?:the )?${words}(?: alone| only| itself)?$`,
    "i",
  ),
  new RegExp(
    `^(?:just |only )?(?:the )?${words} (?:alone|only|bill|part|portion|share|costs?|spend|capex)(?: of (?:it|that))?$`,
    "i",
  ),
  new RegExp(
    `^(?:what(?:['’]s| is| are)|how much (?:is|are|for)) (?:just |only )?(?:the )?${words}(?: alone| only| bill| part| portion| costs?| spend)?$`,
    "i",
  ),
];
const PARTS_SAID = PARTS.map(([words, name]) => ({ patterns: part(words), name }));
const FACILITY_SAID = part(FACILITY);
/** Whose shares are taken, where the published ones are taken anyway. */
const AT_WHOSE = /,? (?:with|at|by|using|going by) [\w. ]{2,30}['’]s? (?:\d[\d.]* ?%|share|split|number|breakdown)$/i;
const WITHOUT =
  /^(?:without|excluding|ex|minus|not counting|before|no|leaving out) (?:the |any )?(servers?|chips?|gpus?|it|hardware|compute)$/i;

/** The question in full; null where something else is asked, or no cost of a power was worked out. */
export function partOfEstimate({ question, conversation: { plan }, library }: Reading): string | null {
  if (plan?.kind !== "estimate" || plan.over || plan.quantity.unit !== "GW" || (plan.to ?? "cost") !== "cost")
    return null;
  const text = bareOf(question)
    .text.replace(/[\s?.!]+$/, "")
    .replace(AT_WHOSE, "")
    .trim();
  const power = powerOf(plan);
  const found = PARTS_SAID.find(({ patterns }) => patterns.some((pattern) => pattern.test(text)));
  if (found) return `how much of the cost of ${power}${rateOf(plan, library, found.name)} is ${found.name}`;
  const without = WITHOUT.exec(text)?.[1];
  if (without) return `what would ${power} cost without the ${without}`;
  return FACILITY_SAID.some((pattern) => pattern.test(text)) ? `what would ${power} cost, building only` : null;
}

const powerOf = ({ quantity: { low, high } }: PlanOf<"estimate">): string =>
  low === high ? `${low} GW` : `${low}-${high} GW`;

/** What the gigawatt was taken to cost is what its parts are parts of; Nvidia's part of its own number is on record. */
function rateOf({ rate, chip }: PlanOf<"estimate">, library: Library, part: string): string {
  const named = rate && "name" in rate ? library.rates.get(rate.name) : undefined;
  const standard = rate === null && chip === null ? capexEstimates(library)[0] : named;
  if (standard?.person === "jensen-huang" && OF_NVIDIA.has(part)) return "";
  const bounds = rate && "low" in rate ? rate : standard && boundsOf(standard);
  if (!bounds || (rate && "unit" in rate && rate.unit !== "USD")) return "";
  const [low, high] = [bounds.low, bounds.high].map((end) => end / 1e9);
  return ` at $${low === high ? low : `${low}-${high}`}B per GW`;
}
const OF_NVIDIA: ReadonlySet<string> = new Set(["Nvidia hardware", "chips"]);
