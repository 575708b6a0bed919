/** What a part that is named leaves of a whole: "38bn of debt, 23bn of it for one campus - what's left?", "of the $50B, 15B is paid: how much remains?" */
import { gated } from "../../../knowledge/gated.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

const ASKS = gated(
  /\b(?:what(?:'s| is| s)?|how (?:much|many)|which)\b[^?]*\b(?:left(?: over)?|remain\w*|rest|remainder|balance|outstanding|still (?:to come|open|due|owed|unpaid)|not (?:yet )?(?:paid|spent|drawn|built|delivered)|to go)\b|\b(?:remainder|the rest|balance|left(?: over)?|remaining)\s*\?*\s*$/i,
);
const OF_IT = gated(/^\s*(?:gws?|mws?|gigawatts?)?\s*(?:of (?:it|them|that|this|which|those))\b/i);
const OF_WHICH = gated(/\bof (?:which|that|it|this|them|those)[\s,:]*(?:about |some |only )?$/i);
const OF_WHOLE = /^\W*(?:(?:out )?of|from)(?: (?:the|an?|its|their|a total))*\s*$/i;
const GONE =
  /^\s*(?:(?:is|are|was|were|has been|have been|already|got|gets?|being|now|so far)\s)*(?:paid|spent|drawn|used|built|delivered|funded|raised|invested|committed|allocated|gone|live|online|energi[sz]ed|running|operational|contracted|sold|placed|closed|received|repaid|deployed|upfront|for|in|goes to|went to|to)\b/i;
const GONE_BEFORE = gated(
  /\b(?:spent|paid|drawn|built|used|delivered|raised|funded|deployed|invested)(?: about| only| just)?\s*$/i,
);
const OTHERWISE = gated(/\b(?:per|each|a year|yearly|monthly|share|over|rate|how long)\b/i);

export const whatIsLeft: ReadSum = (sum) => {
  const amounts = sum.terms.filter(({ kind }) => kind !== "year");
  const [whole, second, ...more] = amounts;
  if (!whole || !second || more.length > 0 || !ASKS.test(sum.words) || OTHERWISE.test(sum.words)) return null;
  if (whole.kind !== "money" && whole.kind !== "power") return null;
  const part = asTheWhole(second, whole);
  if (!part || part.high >= whole.high || whole.ends.length > 1 || part.ends.length > 1) return null;
  const taken = isOfIt(second) || (OF_WHOLE.test(whole.before) && GONE.test(second.after));
  const { deals, orgs, people } = sum.reading.names;
  const alone =
    deals.length + orgs.length + people.length === 0 && (GONE.test(second.after) || GONE_BEFORE.test(second.before));
  if (!taken && !alone) return null;
  const inPercent = /\bper ?cent\w*|\bpct\b|%/i.test(sum.words);
  return evaluated(
    [
      { label: "what is left", expression: `${write(whole)} - ${write(part)}` },
      ...(inPercent ? [{ label: "of the whole", expression: `#1 / (${write(whole)}) in %` }] : []),
    ],
    { title: `${whole.text} without ${part.text}`.slice(0, 120), lead: inPercent ? [1, 2] : [1] },
  );
};

const isOfIt = ({ before, after }: Term): boolean => OF_IT.test(after) || OF_WHICH.test(before);

/** Whether an amount is said to be a part of another: "35 of it", "of which 35", "35 of the 50". */
export const isPartOf = (part: Term, whole: Term): boolean =>
  isOfIt(part) || (part.end <= whole.start && OF_WHOLE.test(part.after.slice(0, whole.start - part.end)));

/** "22.4bn, 11.9 of it": in what the whole is counted. */
export function asTheWhole(part: Term, whole: Term): Term | null {
  if (part.kind === whole.kind && part.unit.split("/")[1] === whole.unit.split("/")[1]) return part;
  if (part.kind !== "number" || part.scaled || part.unit !== "") return null;
  const scale = whole.kind === "money" ? 10 ** (3 * Math.floor(Math.log10(whole.high) / 3)) : 1;
  return { ...part, kind: whole.kind, unit: whole.unit, low: part.low * scale, high: part.high * scale };
}
