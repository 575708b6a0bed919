/** A price that was paid and the price now: what was gained on the money, on the shares, or in percent. */
import { gated } from "../../../knowledge/gated.ts";
import { evaluated, type ReadSum, type SumLine } from "./sum.ts";
import type { Term } from "./terms.ts";
import { writeEnd } from "./write-term.ts";

const ASKS =
  /\b(?:gain(?:ed|s)?|profits?|loss|up|down|return|upside|worth|discount|premium|made|make|mark[- ]?up|multiple|how (?:much|many))\b|%/i;
const PAID =
  /\b(?:paid|bought|purchased|acquired|invested|cost basis|basis|entry|entered|got in|issued|priced|(?:ipo|offer|issue|purchase) price|in|from)(?: (?:for|of|is|was|were))*(?: (?:at|for|of|with))?\s*$/i;
const NOW =
  /\b(?:now|today|currently|trad(?:es?|ed|ing)|clos(?:es?|ed|ing)|stands?|hits?|goes|went|spot|market|stock(?: price)?|price|if|reach(?:es|ed)?)(?: (?:is|was|it|at|to|trades?|stands?|of|price))*\s*$/i;
/** Nobody pays more for one share. */
const MOST = 5_000;

const isPrice = (term: Term): boolean =>
  !term.scaled &&
  term.low === term.high &&
  term.high < MOST &&
  ((term.kind === "number" && term.unit === "") ||
    term.kind === "money" ||
    (term.kind === "unit-price" && term.unit.endsWith("/share")));

export const boughtAndNow: ReadSum = (sum) => {
  if (!ASKS.test(sum.words)) return null;
  const prices = sum.terms.filter(isPrice);
  const [first, second, ...more] = prices;
  if (!first || !second || more.length > 0) return null;
  const [money, shares] = [sum.of("money").find((term) => term.scaled) ?? null, sum.one("shares")];
  if ((money && shares) || !sum.complete([money, shares, first, second])) return null;
  const ends = endsOf(first, second, money !== null || shares !== null);
  if (!ends) return null;
  const [paid, now] = ends.map((term) => writeEnd({ ...term, unit: "" }, term.low));
  const [was, is] = ends.map(({ text }) => text);
  const title = `${money?.text ?? shares?.text ?? "A share"} at ${was}, now ${is}`.slice(0, 120);
  const change = { label: `change from ${was} to ${is}`.slice(0, 80), expression: `(${now} - ${paid}) / ${paid} in %` };
  if (/\bdiscount\b/i.test(sum.words) && !money && !shares)
    return evaluated(
      [{ label: `discount of ${was} to ${is}`, expression: `(${now} - ${paid}) / ${now} in %` }, change],
      {
        title,
        lead: [1, 2],
      },
    );
  if (!money && !shares) return evaluated([change, { label: "for each", expression: `${now} - ${paid}` }], { title });
  const currency = money?.unit ?? "USD";
  const lines: SumLine[] = [
    {
      label: `worth at ${is}`,
      expression: money ? `${money.low} ${currency} * ${now} / ${paid}` : `${shares?.low} * ${now} * 1 USD`,
    },
    {
      label: "gain",
      expression: money ? `#1 - ${money.low} ${currency}` : `${shares?.low} * (${now} - ${paid}) * 1 USD`,
    },
    change,
  ];
  return evaluated(lines, {
    title,
    lead: /\bworth\b/i.test(sum.words) && !GAIN.test(sum.words) ? [1, 2, 3] : [2, 3, 1],
  });
};
const GAIN = gated(/\b(?:gain(?:ed|s)?|profits?|loss|made|make)\b/i);

/** What was paid, and what is paid now; null where the words do not tell them apart. `held`: something that was bought for the first of them. */
function endsOf(first: Term, second: Term, held: boolean): readonly [Term, Term] | null {
  const behind = (term: Term): boolean => /^\s*(?:that (?:was|were) |i |we |they )?paid\b/i.test(term.after);
  const paid = (term: Term): boolean => PAID.test(term.before) || behind(term);
  if (behind(second) && !behind(first)) return [second, first];
  if (paid(first) && !paid(second)) return NOW.test(second.before) || held ? [first, second] : null;
  if (paid(second) && !paid(first)) return [second, first];
  return NOW.test(second.before) && (held || !NOW.test(first.before)) ? [first, second] : null;
}
