/** "And what is that in % terms?" after shares or warrants of a company: the stake that they come to, where the record says it. */

import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";

const IN_PERCENT =
  /^(?:(?:and )?(?:what|how much)(?:['’]s| is| was| does) (?:that|it|this|they|those)(?: come to| make)? )?(?:in|as an?) (?:%|per ?cent(?:age)?|pct)(?: terms)?(?: of the company)?[\s?.!]*$/i;
const OF_SHARES = gated(/\b(?:warrants?|shares?|stock|stake|equity)\b/i);

export const asPercent: ReadRule = {
  name: "as-percent",
  read(reading) {
    const { question, conversation, names, dates, asOf } = reading;
    const deal = dealOnTable(reading);
    const { plan } = conversation;
    // A share that was told is told again.
    if (plan?.kind === "evaluate" && IN_PERCENT.test(bareOf(question).text)) {
      const at = plan.lines.findIndex(({ expression }) => / in %$/.test(expression)) + 1;
      if (at > 0) return { ...plan, lead: [at, ...(plan.lead ?? []).filter((line) => line !== at)] };
    }
    if (!deal || plan?.kind !== "show-figure" || names.orgs.length + names.deals.length > 0) return null;
    if (!IN_PERCENT.test(bareOf(question).text)) return null;
    const figures = (stateOn(deal, asOf)?.figures ?? []).filter(({ ended }) => ended === null);
    const shown = figures.find(({ figure }) => figure.id === conversation.shown?.[0]?.[0]?.figure)?.figure;
    if (shown ? shown.unit !== "shares" : !OF_SHARES.test(`${conversation.asked ?? ""} ${plan.topic}`)) return null;
    const said = new Set(contentRoots(`${shown?.label ?? ""} ${conversation.asked ?? ""} ${plan.topic}`));
    const met = (label: string) => contentRoots(label).filter((word) => said.has(word)).length;
    const [stake, other] = figures
      .filter(({ figure }) => figure.of === "stake" && figure.unit === "percent")
      .sort((a, b) => met(b.figure.label) - met(a.figure.label));
    if (!stake || (other && met(other.figure.label) === met(stake.figure.label))) return null;
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: "stake",
      topic: "",
      figure: stake.figure.id,
      asOf: dates.asOf,
    };
  },
};
