/** The asker's own money over the power of a deal that is named: "abilene per GW if you take the 15bn jv plus 40bn of chips", "per GW if it costs $200B". */

import type { Deal } from "../../../../knowledge/schema.ts";
import { outlineOn } from "../../../knowledge/as-of.ts";
import { blanked } from "../../../knowledge/blanked.ts";
import { gated } from "../../../knowledge/gated.ts";
import { family, readNames } from "../../../knowledge/resolve.ts";
import { dealMeant } from "./deal-meant.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

const PER = /(?:\b(?:per|an?|each|for each|every)\s|\/\s?)(gw|gigawatt|mw|megawatt)s?\b/i;
const SUPPOSED =
  /\b(?:if|suppose|supposing|assum\w+|say|take|taking|takes|using|use|with|at|on|count(?:ing)?|includ\w+|add(?:ing|ed)?|plus|costs?|came to|comes to|treat\w*)\b|\+/i;
const OTHERWISE =
  /\b(?:year|yearly|annual\w*|month|share|percent|vs|versus|compar\w+|more|less|than|difference|left|rest|minus|interest|instead|rather|bernstein|estimates?)\b|%/i;
const ON_TOP = /\b(?:add\w*|plus|on top|extra|includ\w+|with|count(?:ing)?)\b|\+/i;
const MOST = 4;
/** What of a deal is told of its power. */
const PHASE = gated(/\b(?:phase|stage|first|second|initial|full|whole|expansion|wider)\b/i);

export const ownMoneyOverRecorded: ReadSum = (sum) => {
  const { reading, text, words } = sum;
  const money = sum.terms.filter((term) => isMoney(term));
  const [first, ...more] = money;
  if (!first || more.length >= MOST || !sum.complete(money)) return null;
  const unit = PER.exec(words)?.[1] ?? PER.exec(text)?.[1];
  if (!unit || !SUPPOSED.test(words) || OTHERWISE.test(words) || PHASE.test(words)) return null;
  // "Hyperion per GW" has a name of its own, and means the deal.
  const { deals, places, orgs, people } = readNames(
    reading.library,
    text.replace(PER, (word) => " ".repeat(word.length)),
  );
  if (deals.length > 1 || deals.length + places.length + orgs.length === 0 || people.length > 0) return null;
  if (money.some((term) => currencyOf(term) !== currencyOf(first) || term.ends.length > 1)) return null;
  // "With the $5.8B of servers added" is on top of what is on record.
  if (more.length === 0 && ON_TOP.test(words) && !/\b(?:only|just|alone)\b/i.test(words)) return null;
  // What stands in a name is no number of the asker's.
  const named = money.every(({ start, end }) =>
    reading.names.mentions.some((one) => one.start <= start && one.end >= end),
  );
  if (named) return null;
  const deal = dealMeant(reading, textOf(text, money).replace(PER, " "), "power");
  if (!deal || isOfAnother(sum, first, deal)) return null;
  const into = `${currencyOf(first)}/${/^m/i.test(unit) ? "MW" : "GW"}`;
  const all = money.map((term) => `${write({ ...term, kind: "money", unit: currencyOf(term) })}`).join(" + ");
  const lines: SumLine[] = [
    {
      label: money
        .map(({ text: said }) => said)
        .join(" + ")
        .slice(0, 80),
      expression: all,
    },
    { label: deal.name.slice(0, 80), expression: `@${deal.id}.capacity` },
    { label: `${deal.name} per ${into.split("/")[1]}`.slice(0, 80), expression: `#1 / #2 in ${into}` },
  ];
  return evaluated(lines, { title: deal.name.slice(0, 120), lead: [3, 1, 2], asOf: reading.dates.asOf });
};

/** "Anthropic's $50B Fluidstack plan": money that is all of another deal of those who are named is none for this one's power. */
function isOfAnother({ reading, words }: Sum, { low }: Term, deal: Deal): boolean {
  const { library, names, asOf } = reading;
  if (/\b(?:if|suppose|supposing|assum\w+)\b/i.test(words) || names.orgs.length === 0) return false;
  const [first = "", ...others] = names.orgs;
  const theirs = (library.dealsOf.get(first) ?? []).filter(({ parties }) =>
    others.every((org) => parties.some((party) => family(library, org).has(party.org))),
  );
  const called = theirs.filter((one) => {
    const figure = outlineOn(one, asOf)?.money?.figure;
    return (
      figure !== undefined && [figure.low, figure.high].some((end) => end !== null && Math.abs(end - low) <= low * SAME)
    );
  });
  return called.length > 0 && called.every(({ id }) => id !== deal.id);
}
const SAME = 0.01;

/** "At $25B" beside "per GW" is all of it. */
const isMoney = ({ kind, unit, text }: Term): boolean =>
  (kind === "money" && !unit.includes("/")) || (kind === "rate" && !/\b(?:gw|gigawatt|mw|megawatt)s?\b/i.test(text));
const currencyOf = ({ unit }: Term): string => unit.split("/")[0] ?? "USD";

/** Without the amounts: they are no words of the deal. */
const textOf = (text: string, money: readonly Term[]): string => blanked(text, money);
