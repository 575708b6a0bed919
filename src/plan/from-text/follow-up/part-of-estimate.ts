/** "How much of that is chips?", "and the shell alone?", "chip cost?" after what a power would cost: that part of the same power's cost. */

import { boundsOf, capexEstimates } from "../../../calculator/named-estimate.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Library } from "../../../knowledge/library.ts";
import { breakdownLines } from "../../breakdown.ts";
import type { PlanOf } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { isPartOfBuild, PART_OF_COST } from "../sums/part-of-build.ts";
import { bareOf } from "./elliptic.ts";

/** How a part is asked for; what it is called is looked at by itself. */
const FORMS: readonly RegExp[] = [
  /^(?:how much|what(?: part| share| portion| fraction)?|which (?:part|share)) of (?:it|that|this|the (?:total|cost|bill|sum|capex)) (?:is|are|goes? (?:to|on|into)|would (?:be|go (?:to|on|into))|for|in)(?: (?:for|on|just))? (?:the )?(.{2,40}?)(?: alone| only| itself)?$/i,
  /^(?:just |only )?(?:the )?(.{2,40}?) (?:alone|only|bill|part|portion|share|costs?|spend|capex)(?: of (?:it|that))?$/i,
  /^(?:what(?:['’]s| is| are)|how much (?:is|are|for)) (?:just |only )?(?:the )?(.{2,40}?)(?: alone| only| bill| part| portion| costs?| spend)?$/i,
];
/** "And CPUs?" after another part. */
const ALONE = /^(?:just |only )?(?:the )?(.{2,40})$/i;

/** What people call a part beside its own words. */
const OTHERWISE_CALLED: readonly (readonly [words: RegExp, name: string])[] = [
  [/^nvidia$/i, "Nvidia hardware"],
  [/^(?:racks|(?:it |compute )?hardware)$/i, "servers"],
  [/^mechanical (?:and|\+|&) electrical$|^electrical$/i, "power and cooling"],
  [/^networks?$|^network(?:ing)? gear$/i, "networking"],
];
const FACILITY = /^(?:shells?|buildings?|facility|construction|land and buildings?|data cent(?:er|re) itself)$/i;

/** The part that one of the forms asks for, by the name that a question in full has; null where it is none. */
function partIn(question: string, forms: readonly RegExp[]): string | null {
  const text = bareOf(question)
    .text.replace(/[\s?.!]+$/, "")
    .replace(AT_WHOSE, "")
    .trim();
  for (const form of forms) {
    const [, called = ""] = form.exec(text) ?? [];
    const other = OTHERWISE_CALLED.find(([words]) => words.test(called))?.[1];
    if (other ?? (FACILITY.test(called) || isPartOfBuild(called))) return other ?? called;
  }
  return null;
}

/** Whose shares are taken, where the published ones are taken anyway. */
const AT_WHOSE = /,? (?:with|at|by|using|going by) [\w. ]{2,30}['’]s? (?:\d[\d.]* ?%|share|split|number|breakdown)$/i;
const WITHOUT =
  /^(?:without|excluding|ex|minus|not counting|before|no|leaving out) (?:the |any )?(servers?|chips?|gpus?|it|hardware|compute)$/i;

/** The question in full; null where something else is asked, or no cost of a power was worked out. */
export function partOfEstimate({ question, conversation: { plan }, library }: Reading): string | null {
  const again = plan?.kind === "evaluate" ? anotherPart(plan, question) : null;
  if (again) return again;
  if (plan?.kind !== "estimate" || plan.over || plan.quantity.unit !== "GW" || (plan.to ?? "cost") !== "cost")
    return null;
  const power = powerOf(plan);
  const part = partIn(question, FORMS);
  if (part && FACILITY.test(part)) return `what would ${power} cost, building only`;
  if (part) return `how much of the cost of ${power}${rateOf(plan, library, part)} is ${part}`;
  const without = WITHOUT.exec(bareOf(question).text.replace(/[\s?.!]+$/, ""))?.[1];
  return without ? `what would ${power} cost without the ${without}` : null;
}

/** "And CPUs?" after another part of the same cost. */
function anotherPart({ title, lines }: PlanOf<"evaluate">, question: string): string | null {
  const [power] = /^\d[\d.]* [MG]W\b/.exec(lines[0]?.expression ?? "") ?? [];
  const money = /^(\d[\d.e+]*) USD \*/.exec(lines[0]?.expression ?? "")?.[1];
  const ofBernstein = title === OF_BERNSTEIN && lines[0]?.expression.includes(" * @bernstein-1gw");
  if (power && ofBernstein) {
    const part = partSaid(question);
    // A share after a share.
    const asked = lines.some(({ label }) => label.endsWith(", share of the cost")) ? "what share" : "how much";
    return part && `${asked} of Bernstein's ${power} cost goes to ${part}`;
  }
  if (title !== PART_OF_COST || (power === undefined && money === undefined)) return null;
  const part = partSaid(question);
  if (!part) return null;
  return power
    ? `how much of the cost of ${power} is ${part}`
    : `how much of a $${Number(money) / 1e9}B data center build is ${part}`;
}

/** What the parts of one gigawatt by Bernstein are told under. */
const OF_BERNSTEIN = breakdownLines("1 GW * @bernstein-1gw", "bernstein").title;

function partSaid(question: string): string | null {
  const part = partIn(question, [...FORMS, ALONE]);
  return part && FACILITY.test(part) ? null : part;
}

const powerOf = ({ quantity: { low, high } }: PlanOf<"estimate">): string =>
  low === high ? `${low} GW` : `${low}-${high} GW`;

/** What the gigawatt was taken to cost is what its parts are parts of; Nvidia's part of its own number is on record. */
function rateOf({ rate, chip }: PlanOf<"estimate">, library: Library, part: string): string {
  const named = rate && "name" in rate ? library.rates.get(rate.name) : undefined;
  const standard = rate === null && chip === null ? capexEstimates(library)[0] : named;
  if (OF_NVIDIA.test(part) && givesNvidias(library, standard?.person)) return "";
  const bounds = rate && "low" in rate ? rate : standard && boundsOf(standard);
  if (!bounds || (rate && "unit" in rate && rate.unit !== "USD")) return "";
  const [low, high] = [bounds.low, bounds.high].map((end) => end / 1e9);
  return ` at $${low === high ? low : `${low}-${high}`}B per GW`;
}
const givesNvidias = ({ knowledge }: Library, person: string | undefined): boolean =>
  person !== undefined &&
  knowledge.rates.some((rate) => rate.person === person && rate.quantity === "nvidia-content-per-gw");
const OF_NVIDIA = gated(/^(?:nvidia\b.*|gpus?|chips?|accelerators?|silicon|semiconductors?)$/i);
