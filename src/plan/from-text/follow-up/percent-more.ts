/** "Plus 10%", "with a 15% overrun", "less 5%", "knock a fifth off that" after one amount: so much more or less of it. */

import { currenciesOf } from "../../../calculator/dimension.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { lastAlike } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const PERCENT = String.raw`(\d+(?:\.\d+)?) ?(?:%|percent|per cent|pct)`;
const MORE = new RegExp(
  String.raw`^(?:(?:what )?(?:if|with|add(?:ing)?|plus|and|assume|say|at)\s+)*(?:an? |another |(?:it|that|this|they) (?:is|was|were|was|runs|costs|comes in) )?${PERCENT} (?:more|over(?:run)?|extra|higher|on top|contingency|(?:cost )?overrun|mark-?up|dearer|premium|added)(?: (?:on (?:it|that|top)|then|budget))*[\s?.!]*$|^(?:plus|add|\+)\s*${PERCENT}(?: (?:on top|to that|then))?[\s?.!]*$`,
  "i",
);
const LESS = new RegExp(
  String.raw`^(?:(?:what )?(?:if|with|and|assume|say|at)\s+)*(?:an? |(?:it|that|this|they) (?:is|was|were|costs|comes in) )?${PERCENT} (?:less|lower|cheaper|off|discount|under(?: budget)?)(?: (?:on (?:it|that)|then))*[\s?.!]*$|^(?:minus|less|-)\s*${PERCENT}[\s?.!]*$`,
  "i",
);

const SHARE = `(?:(?:an? |one )?(half|third|quarter|fifth|tenth)|(?:an? |another |say )?${PERCENT})`;
const IT = `(?:it|that|this|the (?:total|sum|bill|cost|price|figure|number|amount|result|lot|whole thing))(?: all)?`;
/** An order to change the amount that was shown by so much: "take 10% off", "cut it by a third", "with a 20% haircut". */
const TAKEN = new RegExp(
  String.raw`^(?:(?:please|can you|could you|what if (?:you|we|i)|if (?:you|we|i)|let['’]?s|i['’]d|you) )*(?:(?:take|taking|knock|shave|lop|chop|trim|cut|slice|deduct|subtract|drop|strip) ${SHARE} (?:off|from|out of)(?: (?:of )?${IT})?|(?:discount|cut|reduce|lower|drop|trim|shave|shrink) ${IT} (?:by )?${SHARE}|(?:apply|give|with|less|minus|at|assume|on) (?:it )?(?:an? )?${PERCENT} (?:discount|haircut|cut|reduction|rebate|saving)s?(?: (?:on|to|off) ${IT})?|(?:an? )?${PERCENT} (?:haircut|reduction|rebate|saving|discount|cut)(?: (?:on|to|off) ${IT})?)(?: (?:then|now|please))*[\s?.!]*$`,
  "i",
);
const PUT_ON = new RegExp(
  String.raw`^(?:(?:please|can you|could you|what if (?:you|we|i)|if (?:you|we|i)|let['’]?s|i['’]d|you) )*(?:(?:put|add|stick|tack|slap) ${SHARE} (?:on top of|onto|on|to)(?: ${IT})?|(?:raise|increase|bump|lift|up|gross|grow|inflate|mark) ${IT} (?:up )?(?:by )?${SHARE})(?: (?:then|now|please))*[\s?.!]*$`,
  "i",
);
const FRACTIONS: Record<string, number> = { half: 50, third: 100 / 3, quarter: 25, fifth: 20, tenth: 10 };

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
    const more = MORE.exec(text) ?? PUT_ON.exec(text);
    const slips = more ? null : SLIPS.exec(text);
    const said = more ?? slips ?? LESS.exec(text) ?? TAKEN.exec(text);
    const number = said?.slice(1).find(Boolean) ?? "";
    const fraction = FRACTIONS[number.toLowerCase()];
    const share = fraction ?? Number(number);
    if (!said || !(share > 0) || (!more && share >= 100)) return null;
    const kind = conversation.plan?.kind;
    const [last] = kind === "estimate" || kind === "evaluate" || kind === "show-figure" ? lastAlike(reading, 1) : [];
    const isPower = last !== undefined && slips !== null && last.dimension.GW === 1;
    if (!last || (currenciesOf(last.dimension).length === 0 && !isPower)) return null;
    const label = slips
      ? `left where ${share}% is late`
      : `${fraction ? `a ${number.toLowerCase()}` : `${share}%`} ${more ? "more" : "less"}`;
    const factor = Number((more ? 100 + share : 100 - share).toPrecision(12));
    return worksheetOf(
      reading,
      [last],
      ([step]) => [{ label, expression: `${step} * ${factor} / 100` }],
      `${last.label}, ${label}`,
    );
  },
};
