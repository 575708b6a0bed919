/**
 * "Is A bigger than B", "does it exceed B": which of the two sides of a comparison is asked by yes or no to be the larger or the smaller.
 * Each side is told by the names and words that stand before and behind the word that compares; where both may be either, nothing is claimed.
 */
import { gated } from "../../knowledge/gated.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { PlanInput, PlanOf } from "../plan.ts";
import type { Reading } from "./reading.ts";

type Claim = NonNullable<PlanOf<"compare-figures">["claim"]>;

const CLAIM = gated(
  /^\W*(?:(?:so|and|but|ok|hey|wait|well|then)\b,? *)*(?:is|are|was|were|does|do|did|has|have|will|would)\b(.+?)\b(?:(bigger|larger|more|higher|greater|longer|dearer|costlier|pricier|richer)|(smaller|less|lower|shorter|cheaper|fewer))\b(.*?)\bthan\b(.+)$|^\W*(?:(?:so|and|but|ok|hey|wait|well|then)\b,? *)*(?:is|are|was|were|does|do|did|has|have|will|would)\b(.+?)\b(?:(exceeds?|above|over|beats?|tops?)|(below|under))\b(.+)$/i,
);
/** "Did it rise from 2024 to 2025", "has it got worse since": of one measure the later is the larger or the smaller. */
const MOVED =
  /^\W*(?:(?:so|and|but|ok|hey|wait|well|then)\b,? *)*(?:is|are|was|were|does|do|did|has|have)(?:n['’]t)?\b.+?\b(?:(rise|risen|rising|grow|grown|growing|increas(?:e|ed|ing)|(?:go|gone|going|went|move|moved|trend(?:ed|ing)?) (?:up|higher)|climb(?:ed|ing)?|widen(?:ed|ing)?|expand(?:ed|ing)?|jump(?:ed)?|swell(?:ed)?|swollen)|(fall|fallen|falling|drop(?:ped|ping)?|declin(?:e|ed|ing)|shr[iu]nk|shrunk|shrinking|(?:go|gone|going|went|come|came|move|moved|trend(?:ed|ing)?) (?:down|lower)|narrow(?:ed|ing)?|slip(?:ped|ping)?|decreas(?:e|ed|ing)|contract(?:ed|ing)?)|(improv(?:e|ed|ing)|(?:get|got|gotten|getting) (?:any )?better)|(worsen(?:ed|ing)?|deteriorat(?:e|ed|ing)|(?:get|got|gotten|getting) (?:any )?worse))\b/i;
/** Of these less is better. */
const BETTER_LOW: ReadonlySet<string> = new Set(["cash-burn", "net-loss", "operating-loss", "capex"]);
const OR = /\bor\b|n['’]t\b|\bnot\b/i;

export function withClaim(reading: Reading, plan: PlanInput): PlanInput {
  const texts =
    plan.kind === "compare-figures" || plan.kind === "compare-metrics" ? CLAIM.exec(reading.question) : null;
  if (OR.test(reading.question.replace(NEGATED, "$1"))) return plan;
  if (!texts) return moved(reading, plan);
  const [, before = texts[6] ?? "", more = texts[7], , between = "", behind = texts[9] ?? ""] = texts;
  const refs = sidesOf(plan);
  if (refs.length !== 2) return plan;
  // "A bigger cloud customer of B than C is": what stands between belongs to neither alone.
  const [a, b] = [`${before} ${between}`, behind.replace(/,? (?:and|by) (?:if so )?(?:by )?(?:how|what).*$/i, "")];
  const [own, other] = refs.map((ref) => [likeness(reading, ref, a), likeness(reading, ref, b)] as const);
  if (!own || !other) return plan;
  const lead = own[0] - own[1] - (other[0] - other[1]);
  if (lead === 0) return plan;
  const claim: Claim = { side: lead > 0 ? 0 : 1, is: more !== undefined ? "more" : "less" };
  return { ...plan, claim } as PlanInput;
}

const NEGATED = /^(\W*(?:(?:so|and|but|ok|hey|wait|well|then)\b,? *)*\w+)n['’]t\b/i;

function moved({ question }: Reading, plan: PlanInput): PlanInput {
  const said = MOVED.exec(question);
  if (!said || plan.kind !== "compare-metrics" || plan.rank || plan.metrics.length !== 2) return plan;
  const [first, second] = plan.metrics.map(({ period }) => period?.replace(/^FY/, "") ?? "");
  if (!first || !second || first === second) return plan;
  const [, up, , better] = said;
  const lowIsBetter = (plan.measures ?? []).some((measure) => BETTER_LOW.has(measure));
  const more = up !== undefined || ((said[3] ?? said[4]) !== undefined && (better !== undefined) !== lowIsBetter);
  return { ...plan, claim: { side: first < second ? 1 : 0, is: more ? "more" : "less" } };
}

type Ref = { id: string; words: readonly string[] };

/** The two records, each with the words of its name and of its figure. */
function sidesOf(plan: PlanInput): Ref[] {
  if (plan.kind === "compare-figures")
    return plan.sides.map(({ deal, metric, figure }) => ({
      id: deal ?? metric ?? "",
      words: contentRoots((figure ?? "").replaceAll("-", " ")),
    }));
  if (plan.kind === "compare-metrics")
    return plan.metrics.map(({ metric, period }) => ({ id: metric, words: period ? [period.slice(0, 4)] : [] }));
  return [];
}

/** How much of a text is said of a record: its names, its parties, the words of its name and of its figure. */
function likeness({ library, conversation }: Reading, { id, words }: Ref, text: string): number {
  const record = library.deals.get(id) ?? library.metrics.get(id);
  if (!record) return 0;
  const orgs = new Set("parties" in record ? record.parties.map(({ org }) => org) : record.subjects);
  const title = new Set(contentRoots(`${record.name} ${record.aliases.join(" ")}`));
  const refs = library.names.find(text).flatMap((mention) => mention.refs);
  const said = new Set(contentRoots(text));
  const isShown = conversation.deal === id || conversation.metric === id;
  return (
    (refs.some((ref) => ref.id === id) ? NAMED : 0) +
    refs.filter((ref) => ref.type === "org" && orgs.has(ref.id)).length +
    [...said].filter((word) => title.has(word)).length / 2 +
    [...said].filter((word) => words.includes(word)).length / 2 +
    (isShown && POINTS.test(text) ? NAMED : 0)
  );
}
const NAMED = 3;
const POINTS = /\b(?:it|its|that|this|they|their)\b/i;
