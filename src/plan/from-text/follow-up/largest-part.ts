/** "Who wrote the biggest cheque?", "which is the largest site?" of a deal that others are part of: the largest of those. */

import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { outlineOn, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { superlativeIn } from "../superlative.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, kindShown } from "./figures-of-record.ts";
import { planOf } from "./plan-of-figure.ts";

const MAX_WORDS = 9;
const ASKED = gated(
  /^(?:who|which|what)\b|^(?:the )?(?:biggest|largest|smallest)\s+(?:che(?:ck|que)|investor|contributor|backer|part|piece|chunk|site|campus|tranche|slice|one)\b/i,
);
/** Of one record alone the largest of nothing is asked for. */
const BARE = gated(
  /^(?:(?:and|so) )?(?:(?:which|who|what)(?: one)?(?:['’]s| is| are| was)? )?(?:the )?(?:biggest|largest|smallest|highest|lowest)(?: one| of (?:them|those|these|all))?[\s?.!]*$/i,
);
/** "Put in the most" is of money, "the biggest cheque" too. */
const MOST = gated(
  /\b(?:put|puts|gave|give|gives|paid|pays|invest\w*|contribut\w*|committed|pledged)\b.{0,12}\b(most|least)\b/i,
);

export const largestPart: ReadRule = {
  name: "largest-part",
  read(reading) {
    const { question, names, conversation, quantities } = reading;
    const last = conversation.plan;
    const deal = dealOnTable(reading);
    if (!deal || (last?.kind !== "show-figure" && last?.kind !== "show-deal")) return null;
    if (names.orgs.length + names.deals.length + names.places.length + quantities.length > 0) return null;
    const { text } = bareOf(question);
    if (BARE.test(text)) return largest(reading, deal, text) ?? { kind: "decline", reason: "which" };
    if (!ASKED.test(text) || text.split(/\s+/).length > MAX_WORDS) return null;
    return largest(reading, deal, text) ?? largestCalled(reading, deal, text);
  },
};

function largest(reading: Reading, deal: Deal, text: string): PlanInput | null {
  const most = MOST.exec(text)?.[1]?.toLowerCase();
  const found = superlativeIn(text);
  if (most === undefined && (!found || found.weak)) return null;
  const sizes = partsOf(reading, deal, found?.sort === "capacity");
  const ascending = found?.ascending ?? most === "least";
  const [first, second] = sizes.sort((a, b) => (ascending ? a.size - b.size : b.size - a.size));
  // Of parts without an amount nobody knows which is the largest, and none is where two are alike.
  if (!first || !second || first.size === second.size) return null;
  return {
    kind: "show-figure",
    subject: first.id,
    figure: first.figure,
    attribute: first.attribute,
    asOf: reading.dates.asOf,
  };
}

/** "Which phase got the bigger one": of the figures whose labels say it, of the kind that was shown, the largest. */
function largestCalled(reading: Reading, deal: Deal, text: string): PlanInput | null {
  const [, noun = "", way = ""] = CALLED.exec(text) ?? [];
  const shown = kindShown(reading, deal);
  const [called] = contentRoots(noun);
  if (!called || !shown) return null;
  const alike = (stateOn(deal, reading.asOf)?.figures ?? []).flatMap(({ figure, ended }) =>
    ended === null &&
    figure.unit === shown.unit &&
    figure.of === shown.of &&
    figure.per === shown.per &&
    contentRoots(figure.label).includes(called)
      ? [figure]
      : [],
  );
  const size = ({ high, low }: Figure) => high ?? low ?? 0;
  const [first, second] = alike.sort((a, b) => (LEAST.test(way) ? size(a) - size(b) : size(b) - size(a)));
  return first && second && size(first) !== size(second) ? planOf(reading, deal, first) : null;
}
const CALLED = gated(
  /^(?:which|what) (phase|tranche|stage|part|site|campus|building|bond|loan|lease|bank|instal?ment|half|series|plant|block|contract|order|piece)\b(?: (?:has|had|have|got|gets?|took|takes?|is|was|were|comes? with|needs?|uses?|costs?|brings?))?(?: the)? (bigger|biggest|larger|largest|greater|higher|highest|more|most|dearer|smaller|smallest|lower|lowest|less|least|cheaper|cheapest)\b(?: (?:one|part|share|amount|sum|number|loan|figure|of (?:the two|them|it)))?[\s?.!]*$/i,
);
const LEAST = gated(/^(?:small|low|less|least|cheap)/i);

type Part = { id: string; figure: string; attribute: "value" | "capacity"; size: number };

/** The deals that are part of it, by money of one kind or by power. */
export function partsOf({ library, asOf }: Reading, deal: Deal, byPower: boolean): Part[] {
  const parts = library.knowledge.deals.filter(({ part_of }) => part_of.includes(deal.id));
  const whole = outlineOn(deal, asOf)?.money?.figure;
  return parts.flatMap((part) => {
    const outline = outlineOn(part, asOf);
    const figure = (byPower ? outline?.size : outline?.money)?.figure;
    const size = figure?.high ?? figure?.low ?? null;
    if (!figure || size === null || (!byPower && (figure.of !== whole?.of || figure.unit !== whole.unit))) return [];
    return [{ id: part.id, figure: figure.id, attribute: byPower ? ("capacity" as const) : ("value" as const), size }];
  });
}
