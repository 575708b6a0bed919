/** "What share of the Nebius deal is firm", "how much of the package is equity, in percent": a part of one deal beside its whole. */
import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { isMoney, stateOn } from "../../../knowledge/as-of.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { evaluated } from "../sums/sum.ts";
import { dealsBetween } from "./deals-between.ts";
import { withoutNames } from "./demands.ts";
import { partsOf } from "./parts-by-kind.ts";

const ASKS =
  /\b(?:percent(?:age)?|per cent|pct|fraction|proportion|what (?:share|part|slice|chunk|portion|%)|as an? (?:share|part|%)|in %)\b|%(?=\s*(?:of|is|was|\?|$))|^\W*(?:\w+ ){1,2}(?:share|part|portion) of\b/i;
/** A part by what people call it, and by what the label of its figure says. Of several the first that has one figure. */
const PARTS: readonly (readonly [said: RegExp, label: RegExp, of?: Figure["of"]])[] = [
  [/\b(?:firm|dedicated|guaranteed|definite(?:ly)?|binding|take[- ]or[- ]pay)\b/i, /\b(?:firm|dedicated)\b/i],
  [
    /\b(?:is|was|are|were|be|being|in|from|as) (?:\w+ )?equity\b|\bequity (?:as|share|part|portion|%)|^\W*equity\b/i,
    /./,
    "equity",
  ],
  [
    /\b(?:is|was|are|were|be|being|in|from|as) (?:\w+ )?(?:debt|borrowed|loans?|bonds?)\b|\bdebt (?:as|share|part|portion|%)|^\W*debt\b/i,
    /./,
    "debt",
  ],
  [
    /\b(?:up ?-?front|immediate(?:ly)?|straight away|right away|at once|on day one|initial(?:ly)?|at (?:the )?start)\b/i,
    /\b(?:up ?front|at once|initial|first (?:purchase|payment|closing|instal\w+)|paid up)\b/i,
  ],
  [
    /\b(?:condition(?:al|ed)|contingent|milestones?|tied to|performance targets?|later)\b/i,
    /\b(?:condition\w*|milestone\w*|remainder|further)\b/i,
  ],
  [/\b(?:optional|if unsold|unsold|uncommitted|not firm)\b/i, /\b(?:additional|unsold|option\w*)\b/i],
  [
    /\b(?:unconditional|not conditional|certain)\b/i,
    /\b(?:up ?front|at once|initial|first (?:purchase|payment|closing|instal\w+))\b/i,
  ],
  [
    /(?<!\bof (?:the |that |its |their )?)\bfirst (?:contract|agreement|order|tranche)\b/i,
    /\bfirst (?:contract|agreement|order|tranche)\b/i,
  ],
  [
    /(?<!\bof (?:the |that |its |their )?)\bsecond (?:contract|agreement|order|tranche)\b/i,
    /\bsecond (?:contract|agreement|order|tranche)\b/i,
  ],
  [
    /(?<!\bof (?:the |that |its |their )?)\bthird (?:contract|agreement|order|tranche)\b/i,
    /\bthird (?:contract|agreement|order|tranche)\b/i,
  ],
  [/\bsenior\b/i, /\bsenior\b/i],
  [/\b(?:preferred|preferreds)\b/i, /\bpreferred\b/i],
  [/\bfloating(?:[- ]rate)?\b/i, /\bfloating\b/i],
  [/\b(?:first|opening) (?:phase|stage)\b|\bphase (?:one|1)\b/i, /\bfirst (?:phase|stage)\b/i],
];

export function partOfRecord(reading: Reading): PlanInput | null {
  const { question, conversation, quantities, names, dates, library, asOf } = reading;
  if (conversation.plan !== null || !ASKS.test(question)) return null;
  const words = withoutNames(reading);
  const parts = PARTS.filter(([said]) => said.test(words));
  const [part] = parts;
  if (!part || parts.length > 1) return null;
  const own = names.deals.flatMap((id) => library.deals.get(id) ?? []);
  const groups =
    own.length > 0
      ? [own, own.flatMap(({ financed_by }) => financed_by.flatMap((id) => library.deals.get(id) ?? []))]
      : [dealsBetween(reading)];
  for (const deals of groups) {
    const found = deals.flatMap((deal) => pairIn(deal, asOf, part) ?? []);
    const [only, ...more] = found;
    if (!only || more.length > 0 || !quantities.every(({ quantity }) => isOf(quantity.high, only))) continue;
    const lines = [only.part, only.whole].map(({ id, label }) => ({
      label: `${only.deal.name}, ${label}`.slice(0, 80),
      expression: `@${only.deal.id}:${id}`,
    }));
    return evaluated([...lines, { label: "share", expression: "#1 / #2 in %" }], {
      title: `${only.deal.name}: ${only.part.label} of ${only.whole.label}`.slice(0, 120),
      lead: [3, 1, 2],
      asOf: dates.asOf,
    });
  }
  return null;
}

type Found = { deal: Deal; part: Figure; whole: Figure };

function pairIn(deal: Deal, asOf: string, [, label, of]: (typeof PARTS)[number]): Found | null {
  const figures = (stateOn(deal, asOf)?.figures ?? []).filter(({ ended }) => !ended).map(({ figure }) => figure);
  const whole = figures.find(({ headline, unit }) => headline && isMoney(unit)) ?? null;
  if (!whole || whole.per) return null;
  const its = figures.filter(
    (one) =>
      one !== whole &&
      one.unit === whole.unit &&
      !one.per &&
      size(one) < size(whole) &&
      (of ? one.of === of : label.test(`${one.label} ${one.term ?? ""} ${one.id.replace(/-/g, " ")}`)),
  );
  // Of several loans the one that makes up the whole with the equity.
  const own = of && its.length > 1 ? partsOf(deal, asOf)?.parts.filter((one) => one.of === of) : undefined;
  const [part, ...more] = own ?? its;
  return part && more.length === 0 && (!of || (whole.of !== of && whole.of !== "contract"))
    ? { deal, part, whole }
    : null;
}

/** "Of Google's 40 billion": an amount that is said is that of the part or of the whole. */
const isOf = (value: number, { part, whole }: Found): boolean =>
  [part, whole].some((one) => Math.abs(size(one) - value) <= value * 0.02);

const size = ({ low, high }: Figure): number => high ?? low ?? 0;
