/** "What was OpenAI valued at?" after a round or a purchase is the valuation in it; "what is it worth now" the latest one. */

import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { orgName } from "../../../knowledge/resolve.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { lastValuation } from "../valuation.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, kindShown } from "./figures-of-record.ts";
import { familyHasPart } from "./parts-in.ts";

const MAX_WORDS = 9;
const WAS = gated(
  /^(?:(?:what|how much) (?:was|were) .{2,40} (?:valued(?: at)?|worth)|(?:what|which) valuation did .{2,40} (?:get|have|reach|carry)|(?:(?:that|this|it|which|the (?:deal|round|sale|swap|merger|takeover|purchase|investment)) )?(?:put|puts|putting|valued|values|valuing|pegs|pegged|priced|prices) (?!a )(?:.{2,40}) at (?:what|how much)(?: (?:value|valuation|price|worth))?)(?: (?:then|in it|in that(?: round)?|at the time|there))*[\s?.!]*$/i,
);

/** "And what's Anthropic worth today". */
const IS_NOW = gated(
  /^(?:(?:what|how much)(?:['’]s| is| are) .{2,40} (?:valued(?: at)?|worth) |.{2,40} (?:valuation|valued at|worth) )(?:now|today|these days|currently|at present|right now)[\s?.!]*$/i,
);
/** "And now?" after what it was valued at. */
const BARE_NOW = gated(
  /^(?:and |so )?(?:now|today|currently|these days|at present|latest|the latest|most recent(?:ly)?)[\s?.!]*$/i,
);
const IT = /\b(?:it|they|the company)\b/i;
const RAISES: ReadonlySet<string> = new Set(["issuer", "target"]);

/** The company that is named, else the one that the deal put a value on. */
function valuedNow(reading: Reading, bare = false): PlanInput | null {
  const { names, library, dates, asOf, question } = reading;
  const deal = dealOnTable(reading);
  if (!deal || names.orgs.length > 1 || names.deals.length > 0 || dates.mentioned.length > 0) return null;
  const raisers = deal.parties.filter(({ role }) => RAISES.has(role));
  // Whose shares are sold by others is a partner in the sale.
  const raiser = raisers.length > 0 ? raisers : deal.parties.filter(({ role }) => role === "partner");
  const org = names.orgs[0] ?? ((bare || IT.test(question)) && raiser.length === 1 ? raiser[0]?.org : undefined);
  const latest = org === undefined ? null : lastValuation({ library }, org, asOf);
  return latest
    ? { kind: "show-figure", subject: latest.id, attribute: "valuation", topic: latest.label, asOf: dates.asOf }
    : null;
}

export const valuedThen: ReadRule = {
  name: "valued-then",
  read(reading) {
    const { question, conversation, dates, asOf } = reading;
    const deal = dealOnTable(reading);
    const last = conversation.plan?.kind;
    const { text } = bareOf(question);
    if (deal && BARE_NOW.test(question.trim()) && kindShown(reading, deal)?.of === "valuation")
      return valuedNow(reading, true);
    if (IS_NOW.test(text) && text.split(/\s+/).length <= MAX_WORDS) return valuedNow(reading);
    if (!deal || (last !== "show-figure" && last !== "show-deal") || !WAS.test(text)) return null;
    if (text.split(/\s+/).length > MAX_WORDS || dates.mentioned.length > 0 || !familyHasPart(reading, deal))
      return null;
    const valued = (stateOn(deal, asOf)?.figures ?? []).some(
      ({ figure, ended }) => figure.of === "valuation" && !ended,
    );
    // Several may have been valued in it.
    const [org, ...more] = reading.names.orgs;
    const topic = org !== undefined && more.length === 0 ? `${orgName(reading.library, org)} valuation` : "";
    return valued ? { kind: "show-figure", subject: deal.id, attribute: "valuation", topic, asOf: null } : null;
  },
};
