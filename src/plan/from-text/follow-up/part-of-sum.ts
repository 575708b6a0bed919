/** "What share of it is Google" after a sum: the part of the sum that is of a deal of whom is named. */
import { family, orgName } from "../../../knowledge/resolve.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { onTable } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const MAX_WORDS = 10;
const ASKS =
  /^(?:(?:and|so)\b[\s,]*)*(?:(?:what|which|how (?:big|large) a) (?:share|percent(?:age)?|pct|%|fraction|proportion|part)|how (?:much|many percent)|(?:share|percent(?:age)?|%)) (?:of (?:it|that|this|the (?:total|sum|whole|lot))\b.*\b(?:is|from|was)\b|(?:is|was|comes? from)\b)|^(?:and )?.{2,30}?['’]s? (?:share|part|percentage|portion|%)(?: of (?:it|that|this|the (?:total|sum)))?(?: in (?:%|percent))?[\s?.!]*$/i;

export const partOfSum: ReadRule = {
  name: "part-of-sum",
  read(reading) {
    const { question, names, conversation } = reading;
    const { text } = bareOf(question);
    const [org, ...others] = names.orgs;
    if (conversation.plan?.kind !== "evaluate" || !org || others.length + names.deals.length > 0) return null;
    if (text.split(/\s+/).length > MAX_WORDS || !ASKS.test(text)) return null;
    for (const turn of conversation.shown ?? [])
      for (const shown of turn) {
        const sum = shown.lines.find(({ expression }) => /^\(?#\d+(?: \+ #\d+)+\)?(?: in [\w/]+)?$/.test(expression));
        const whole = sum ? onTable(reading, { ...shown, at: shown.lines.indexOf(sum) + 1, label: "in all" }) : null;
        const own = shown.lines.flatMap(({ expression }, index) => (isOf(reading, expression, org) ? [index + 1] : []));
        if (!whole || own.length !== 1) continue;
        const label = `${orgName(reading.library, org)} as a share of the sum`.slice(0, 80);
        const plan = worksheetOf(
          reading,
          [whole],
          ([step]) => [{ label, expression: `#${own[0]} / ${step} in %` }],
          label,
        );
        // "AMD's part of that" is the amount as well as the share.
        const [result = 1, ...others] = plan.kind === "evaluate" ? (plan.lead ?? []) : [];
        return plan.kind === "evaluate" ? { ...plan, lead: [result, own[0] ?? 1, ...others] } : plan;
      }
    return null;
  },
};

/** An amount of a deal that they have a part in. */
function isOf({ library }: Reading, expression: string, org: string): boolean {
  const deal = library.deals.get(/^@([\w-]+)/.exec(expression)?.[1] ?? "");
  return deal?.parties.some((party) => family(library, org).has(party.org)) ?? false;
}
