/** What a stake on record is worth at the last valuation, or at one that is given: "Microsoft's OpenAI stake at $852B". */
import { gated } from "../../../knowledge/gated.ts";
import { orgsNamed } from "../owner-and-owned.ts";
import { holding } from "../owns-asked.ts";
import type { Reading } from "../reading.ts";
import { lastValuation } from "../valuation.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { write } from "./write-term.ts";

const STAKE = gated(/\b(?:stakes?|holdings?|shareholding|shares?|slice|position|piece)\b/i);
const WORTH = gated(
  /\b(?:worth|valu(?:e|ed|ation)|in (?:dollars|money|cash terms)|come to)\b|\bat (?:the|its|their|an?|this|that|\S+['’]s?)? ?(?:latest|last|current|newest|most recent|post-money)?\b.*\b(?:valuation|mark)\b/i,
);
const OTHERWISE =
  /\b(?:multiple|times|commit\w*|bought|sold|paid|pay|cost|invest\w*|percent\w*|how (?:big|large)|share of|before|after|when|gain|profit|bigger|larger|more|vs|versus|than|debt|loan)\b|%/i;
const NOW = gated(/\b(?:now|today|latest|last|current(?:ly)?|newest|most recent|post-?money|valuation|mark)\b/i);

/** The two that are named, also by the name of the deal between them: "Microsoft's OpenAI stake". */
function twoNamed(reading: Reading): readonly { org: string }[] {
  const { names, library } = reading;
  const [id, ...more] = names.deals;
  if (id === undefined) return orgsNamed(reading);
  const parties = library.deals.get(id)?.parties ?? [];
  return more.length === 0 ? parties.slice(0, 2) : [];
}

export const stakeAtValuation: ReadSum = (sum) => {
  const { reading, words } = sum;
  const [first, second, ...others] = twoNamed(reading);
  const money = sum.one("money");
  if (!first || !second || others.length > 0 || !STAKE.test(words) || OTHERWISE.test(words)) return null;
  if (!sum.complete([money]) || (money && money.high < 1e9)) return null;
  if (money ? !/\bat\b/i.test(words) : !WORTH.test(words) || !NOW.test(words)) return null;
  const { library, asOf, dates } = reading;
  const [owner, company] = holding(library, first.org, second.org, asOf, true)
    ? [first.org, second.org]
    : [second.org, first.org];
  const held = holding(library, owner, company, asOf, true);
  // A stake before a round is none of what the company is worth after it.
  if (!held || /\bbefore\b/i.test(held.standing.figure.label)) return null;
  const last = money ? null : lastValuation(reading, company, asOf);
  if (!money && !last) return null;
  const stake = {
    label: held.standing.figure.label.slice(0, 80),
    expression: `@${held.deal.id}:${held.standing.figure.id}`,
  };
  const value = money
    ? { label: money.text, expression: write(money) }
    : { label: "valuation", expression: `@${last?.id}:${last?.figure}` };
  return evaluated(
    [
      { ...stake, expression: `${stake.expression} in %` },
      value,
      { label: "worth of the stake", expression: "#2 * #1" },
    ],
    {
      title: held.deal.name.slice(0, 120),
      lead: [3, 1, 2],
      asOf: dates.asOf,
    },
  );
};
