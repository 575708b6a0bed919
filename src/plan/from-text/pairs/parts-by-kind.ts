/** "Equity against debt in the $16B package": the two kinds of money that a deal, or what finances it, is made up of. */
import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { isMoney, stateOn } from "../../../knowledge/as-of.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";

const KINDS: readonly (readonly [of: Figure["of"], said: string])[] = [
  ["equity", "equity"],
  ["debt", "(?:debt|loans?|bonds?|borrow\\w*)"],
];
const [EQUITY, DEBT] = KINDS.map(([, said]) => said);
const BETWEEN = String.raw`\s*(?:,|/|-|–|:|\b(?:vs\.?|versus|and|or|to|against)\b\.?)\s*(?:the |how much (?:is |was )?|what(?:['’]s| is) )?`;
const BOTH = new RegExp(String.raw`\b(?:${EQUITY}${BETWEEN}${DEBT}|${DEBT}${BETWEEN}${EQUITY})\b`, "i");
/** Each of the two is asked for: "new debt and equity" is one sum. */
const APART =
  /\b(?:vs\.?|versus|against|split|breakdown|break down|mix|divided|how (?:much|is|was)[^?]*\b(?:equity|debt)\b[^?]*\bhow much)\b|\b(?:equity|debt) ?\/ ?(?:equity|debt)\b/i;
/** A part in per cent, or one over the other, is worked out. */
const WORKED_OUT =
  /%|\b(?:percent\w*|per cent|share|fraction|ratio|times|multiple|difference|gap|together|combined|in all|total|size|more|less|larger|bigger)\b/i;
/** How near the two must come to the whole. */
const NEARLY = 0.03;

export function partsByKind({
  question,
  conversation,
  names,
  library,
  asOf,
  dates,
  quantities,
}: Reading): PlanInput | null {
  if (conversation.plan !== null || !BOTH.test(question) || !APART.test(question) || WORKED_OUT.test(question))
    return null;
  const own = names.deals.flatMap((id) => library.deals.get(id) ?? []);
  const all = [...own, ...own.flatMap(({ financed_by }) => financed_by.flatMap((id) => library.deals.get(id) ?? []))];
  const found = all.flatMap((deal) => partsOf(deal, asOf) ?? []);
  const [only, ...more] = found;
  if (!only || more.some(({ deal }) => deal !== only.deal)) return null;
  if (!quantities.every(({ quantity }) => Math.abs(size(only.whole) - quantity.high) <= quantity.high * NEARLY))
    return null;
  return {
    kind: "compare-figures",
    sides: only.parts.map(({ id }) => ({ deal: only.deal.id, figure: id })),
    of: "money",
    asOf: dates.asOf,
  };
}

/** A figure of each kind that together come to the whole: a part of a part is none of them. */
export function partsOf(deal: Deal, asOf: string): { deal: Deal; whole: Figure; parts: readonly Figure[] } | null {
  const state = stateOn(deal, asOf);
  const whole = state?.money?.figure;
  if (!whole || whole.per || !isMoney(whole.unit)) return null;
  const [equity = [], debt = []] = KINDS.map(([of]) =>
    (state?.figures ?? []).flatMap(({ figure, ended }) =>
      ended === null && figure.of === of && figure.unit === whole.unit && figure !== whole ? [figure] : [],
    ),
  );
  for (const a of equity)
    for (const b of debt)
      if (Math.abs(size(a) + size(b) - size(whole)) <= size(whole) * NEARLY) return { deal, whole, parts: [a, b] };
  return null;
}
const size = ({ low, high }: Figure): number => high ?? low ?? 0;
