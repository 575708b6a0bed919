/** "Could it go higher?" after money: the same with all options, where the record has it. */

import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, kindShown } from "./figures-of-record.ts";

const ASKS = gated(
  /^(?:(?:can|could|may|might|will|does|would) (?:it|that|this|the (?:contract|deal|value|amount|total|figure|price))(?: still| ever)? (?:go|get|be|rise|grow|increase|climb|become|reach)(?: any| even| much)?(?: (?:higher|up|bigger|larger|more|further))?|is there (?:any |an )?(?:upside|option for more)|(?:is|was) (?:that|this|it) (?:really )?(?:all|everything|the (?:most|max(?:imum)?|limit|cap|ceiling|upper limit|full (?:amount|sum)))(?: that)?(?: (?:it|they|he|she|we)(?:['’](?:re|s))? .{2,40}?| allowed| approved| possible)?|(?:could|can|might) (?:it|they) (?:have )?(?:sold|sell|raised?|borrow(?:ed)?|drawn?|bought|buy|taken?|invest(?:ed)?|put in) (?:any )?more)[\s?.!]*$/i,
);

export const couldGrow: ReadRule = {
  name: "could-grow",
  read(reading) {
    const deal = dealOnTable(reading);
    const last = reading.conversation.plan?.kind;
    if (!deal || (last !== "show-figure" && last !== "show-deal")) return null;
    const { text } = bareOf(reading.question);
    const grows = GROWS_TO.test(text);
    if (!(ASKS.test(text) || grows) || reading.names.orgs.length > 0) return null;
    const shown = kindShown(reading, deal);
    // Of a start and an end that were shown together the end is meant.
    const size = grows && shown ? leastShown(reading, deal, shown) : sizeOf(shown);
    const larger = (stateOn(deal, reading.asOf)?.figures ?? []).filter(
      ({ figure, ended }) =>
        ended === null &&
        figure.unit === shown?.unit &&
        figure.of === shown.of &&
        figure.qualifier === "up-to" &&
        (figure.high ?? 0) > size,
    );
    const [only, ...more] = grows ? larger.sort((a, b) => sizeOf(b.figure) - sizeOf(a.figure)).slice(0, 1) : larger;
    if (!shown || !only || more.length > 0) return null;
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: only.figure.unit === "GW" ? "capacity" : only.figure.unit === "count" ? "count" : "value",
      topic: only.figure.label,
      figure: only.figure.id,
      asOf: reading.dates.asOf,
    };
  },
};

/** "Growing to?", "and eventually?": what it is to be in the end. */
const GROWS_TO = gated(
  /^(?:(?:and )?(?:(?:at|for) (?:the )?(?:most|max(?:imum)?)|(?:at )?(?:the )?(?:max(?:imum)?|most|peak|ceiling|tops|upper end|full amount))|(?:growing|rising|scaling(?: up)?|going|expanding|climbing|building|ramping(?: up)?) to(?: (?:what|how (?:much|many|big)))?|(?:and )?(?:eventually|long(?:er)?[- ]term|later on|over time|ultimately|in the (?:end|long run)|at full (?:scale|build|size)|down the (?:line|road))(?:,? (?:what|how (?:much|many|big)))?|(?:what|how (?:big|large|much|high|far)) (?:could|can|might|may|would) (?:it|that|this|the (?:deal|contract|site|order|lease)) (?:grow|go|get|become|rise|expand|scale|end up)(?: (?:to|up to|at))?(?:,? (?:at (?:the )?most|at (?:the )?max(?:imum)?|tops|in the end|eventually|with (?:all )?(?:the )?options))?|(?:what(?:['’]s| is) )?(?:the )?most (?:it|that|this) (?:could|can|might|may) (?:be|reach|grow to|get to|become))[\s?.!]*$/i,
);
const sizeOf = (figure: Figure | null): number => figure?.high ?? figure?.low ?? 0;
const leastShown = ({ conversation, asOf }: Reading, deal: Deal, { unit }: Figure): number => {
  const ids = (conversation.shown?.[0] ?? []).map(({ figure }) => figure);
  const alike = (stateOn(deal, asOf)?.figures ?? []).filter(
    ({ figure }) => ids.includes(figure.id) && figure.unit === unit,
  );
  return alike.length > 1 ? Math.min(...alike.map(({ figure }) => sizeOf(figure))) : sizeOf(alike[0]?.figure ?? null);
};
