/** After a list: "which of those are signed?", "only the ones in Texas", "and the second largest?", "and Microsoft's?". */
import { gated } from "../../knowledge/gated.ts";
import type { PlanInput, PlanOf } from "../plan.ts";
import { readConstraints } from "./constraints.ts";
import type { Reading } from "./reading.ts";
import { superlativeIn } from "./superlative.ts";

const OF_THOSE = gated(
  /\b(?:of (?:those|these|them|which)|(?:those|these|the ones?|ones)\b|only|just|without|exclud\w+|not counting|narrow|filter)\b/i,
);
const SHORT =
  /^(?:and|or|what about|how about|but|ok,? and|same for|then)\b|^(?:the )?(?:second|third|next|smallest|largest|biggest|newest|latest|oldest|earliest|first|most recent|2nd|3rd|runner)\b|^(?:which|what|who)(?: one)?(?:['’]s| is| was| are)? (?:the )?(?:second |third )?(?:smallest|largest|biggest|newest|latest|oldest|earliest|cheapest|most (?:expensive|recent))\b|^(?:which|what|who)(?:['’]s| is| was)? (?:the )?(?:second|third|fourth|fifth|next|2nd|3rd|4th|5th)(?: one)?[\s?.!]*$|^(?:which|what)(?: ones)? (?:are|were|is|was|have been) (?:already |still |now |actually )?(?:dead|paused|signed|live|operational|built|cancelled|lapsed|dropped|completed?|running|binding|under construction|rumou?red|done|on hold)\b|^(?:above|over|under|below|more than|less than|since|before|after|in|signed|live)\b/i;

export function refined(reading: Reading): PlanInput | null {
  const { conversation, question, names, dates } = reading;
  const last = listMeant(conversation, question);
  if (!last) return null;
  const short = question.split(/\s+/).length <= 9;
  if (!short || !(OF_THOSE.test(question) || SHORT.test(question))) return null;
  if (/\bhow (?:much|many)\b|\btotal\b|\badd up\b/i.test(question) || names.deals.length > 0) return null;
  const nth = nthOf(question, last);
  if (nth !== null) return { ...last, rank: true, place: nth, limit: 200 };
  const found = readConstraints(reading);
  const superlative = superlativeIn(question);
  const next: PlanOf<"find-deals"> = { ...last, leftOut: found.rest.join(" ").slice(0, 200), place: 1 };
  let changed = false;
  const set = (values: Partial<PlanOf<"find-deals">>) => {
    Object.assign(next, values);
    changed = true;
  };
  if (found.parties.length > 0 && SHORT.test(question) && !OF_THOSE.test(question))
    set({ parties: found.parties, among: [], alongside: found.alongside });
  else if (found.parties.length + found.alongside.length > 0)
    set({
      alongside: [...new Set([...last.alongside, ...found.parties, ...found.alongside])].slice(0, 4),
      // After those with whom it has deals, the deals with one of them.
      ...(last.lists === "others" && { lists: "deals" as const, otherRoles: [], otherKinds: [] }),
    });
  if (found.without.length > 0) set({ without: [...new Set([...last.without, ...found.without])].slice(0, 8) });
  if (found.statuses.length > 0) set({ statuses: found.statuses });
  if (found.dealKinds.length > 0) set({ dealKinds: found.dealKinds });
  if (found.country !== null || found.places.length > 0) set({ country: found.country, places: found.places });
  if (found.outside.length > 0) set({ outside: found.outside });
  if (found.otherKinds.length > 0) set({ otherKinds: found.otherKinds });
  if (found.since !== null || found.until !== null) set({ since: found.since, until: found.until });
  const [day] = dates.mentioned;
  if (day !== undefined && dates.mentioned.length === 1 && found.since === null && found.until === null && !dates.asOf)
    set({ since: day, until: day });
  for (const key of ["minUsd", "maxUsd", "minGw", "maxGw"] as const)
    if (found[key] !== null) set({ [key]: found[key] });
  if (found.chip !== "") set({ chip: found.chip });
  if (dates.asOf) set({ asOf: dates.asOf });
  if (superlative)
    set({
      rank: superlative.one,
      place: superlative.place,
      sort: superlative.sort,
      ascending: superlative.ascending,
      limit: superlative.limit ?? 200,
    });
  else if (
    changed &&
    (/\b(?:ones|(?:only|just) those|deals|contracts|loans|bonds|leases|sites|campuses|stakes|investments|rounds|purchases)\b/i.test(
      question,
    ) ||
      (OF_THOSE.test(question) && !last.rank))
  )
    set({ rank: false });
  return changed ? next : null;
}

/** The list itself, or that in which the deal on the table stands, where the words point at it. */
const listMeant = ({ plan, list }: Reading["conversation"], question: string): PlanOf<"find-deals"> | null =>
  plan?.kind === "find-deals" ? plan : list && OF_LIST.test(question) ? list : null;
const OF_LIST = gated(
  /\bof (?:those|these|them|the list)\b|\b(?:on|in|from) (?:the|that) list\b|^(?:and |but )?(?:only|just)\b|^(?:and )?(?:the )?(?:smallest|biggest|largest|newest|latest|oldest)(?: one)?[\s?.!]*$|\b(?:which|what) (?:ones|of the others)\b/i,
);

/** "And the second?", "the next one", "runner-up": another place in the same order. */
function nthOf(question: string, last: PlanOf<"find-deals">): number | null {
  if (/\b(?:next(?: one| biggest| largest)?|runners?[- ]?up)\b/i.test(question)) return last.place + 1;
  const word = /\b(second|third|fourth|fifth|2nd|3rd|4th|5th)\b/i.exec(question)?.[1]?.toLowerCase();
  if (word === undefined) return null;
  return { second: 2, third: 3, fourth: 4, fifth: 5 }[word] ?? Number.parseInt(word, 10);
}
