/** "Plus 10%", "with a 15% overrun", "less 5%" after one amount: so much more or less of it. */

import { currenciesOf } from "../../../calculator/dimension.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { lastAlike } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const PERCENT = String.raw`(\d+(?:\.\d+)?) ?(?:%|percent|per cent|pct)`;
const MORE = new RegExp(
  String.raw`^(?:(?:what )?(?:if|with|add(?:ing)?|plus|and|assume|say|at)\s+)*(?:an? |another |(?:it|that|this|they) (?:is|was|were|runs|ran|costs?|comes? in|came in|goes|went) )?${PERCENT} (?:more|over(?:run)?|extra|higher|on top|contingency|(?:cost )?overrun|mark-?up|dearer|premium|added)(?: (?:on (?:it|that|top)|to (?:it|that)|then|budget))*[\s?.!]*$|^(?:plus|add|put|\+)\s*(?:another )?${PERCENT}(?: (?:on (?:top|it|that)|to (?:that|it|this)|then))*[\s?.!]*$|^(?:raise|increase|lift|grow|mark up|gross up) (?:it|that|this|the (?:price|total|cost|figure)) (?:up )?by ${PERCENT}[\s?.!]*$`,
  "i",
);
const LESS = new RegExp(
  String.raw`^(?:(?:what )?(?:if|with|and|assume|say|at)\s+)*(?:an? |(?:it|that|this|they) (?:is|was|were|costs?|comes? in|came in) )?${PERCENT} (?:less|lower|cheaper|off|discount|under(?: budget)?)(?: (?:on (?:it|that)|then))*[\s?.!]*$|^(?:minus|less|-)\s*${PERCENT}[\s?.!]*$|^(?:knock|take|shave|cut|trim|lop|chop|strip|deduct|subtract) (?:off )?(?:another )?${PERCENT}(?: (?:off|from|of|out of))?(?: (?:off|from|of))?(?: (?:it|that|this|the (?:price|total|cost|figure|top|bill)))?(?: then)?[\s?.!]*$|^(?:cut|reduce|lower|discount|trim|mark down|haircut) (?:it|that|this|the (?:price|total|cost|figure)) (?:down )?by ${PERCENT}[\s?.!]*$|^(?:apply|give it|take|with) an? ${PERCENT} (?:discount|haircut|cut|reduction)(?: (?:to|on|off) (?:it|that|this))?[\s?.!]*$`,
  "i",
);

/** "What if 30% slips": the rest comes on time. */
const SLIPS = new RegExp(
  String.raw`^(?:(?:what )?(?:if|with|and|assume|say|but|when)\s+)*${PERCENT} (?:of (?:it|that|them) )?(?:(?:is|are|gets?|comes?|runs?|falls?|being) )*(?:late|delayed|slips?|slipp(?:ed|ing|age)|behind(?: schedule)?|cancell?ed|never (?:comes|happens|gets built))(?: (?:by|in|this|next) .*)?[\s?.!]*$`,
  "i",
);

export const percentMore: ReadRule = {
  name: "percent-more",
  read(reading) {
    const { question, conversation } = reading;
    // What stands before it leads over, but "plus" is what is asked.
    const text = /^(?:plus|add|\+)/i.test(question) ? question : bareOf(question).text;
    const more = MORE.exec(text);
    const slips = more ? null : SLIPS.exec(text);
    const said = more ?? slips ?? LESS.exec(text);
    const share = Number(said?.slice(1).find((one) => one !== undefined));
    if (!said || !(share > 0) || (!more && share >= 100)) return null;
    const kind = conversation.plan?.kind;
    const [last] = kind === "estimate" || kind === "evaluate" || kind === "show-figure" ? lastAlike(reading, 1) : [];
    const isPower = last !== undefined && slips !== null && last.dimension.GW === 1;
    if (!last || (currenciesOf(last.dimension).length === 0 && !isPower)) return null;
    const label = slips ? `left where ${share}% is late` : `${share}% ${more ? "more" : "less"}`;
    const factor = more ? 100 + share : 100 - share;
    return worksheetOf(
      reading,
      [last],
      ([step]) => [{ label, expression: `${step} * ${factor} / 100` }],
      `${last.label}, ${label}`,
    );
  },
};
