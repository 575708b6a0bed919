/** "The lease revenue as first announced against after the third lease": one figure of a record as it was and as it became. */

import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { isMoney, type StandingFigure, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { VALUATION } from "../../../knowledge/kinds-said.ts";
import { isOfName } from "../../../knowledge/name-words.ts";
import { nameWordsOf } from "../../../knowledge/named-in.ts";
import { contentRoots, contentWords } from "../../../knowledge/words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { evaluated } from "../sums/sum.ts";
import { dealsBetween } from "./deals-between.ts";
import { withoutNames } from "./demands.ts";
import { countedIn, operationIn } from "./operation.ts";
import { monthsNamed, sayDay } from "./told-apart.ts";

const FIRST = gated(
  /\b(?:original(?:ly)?|initial(?:ly)?|at first|first(?:ly)? (?:announced|reported|planned|stated|quoted|mooted|version|figure|number|amount|target|estimate|price|idea)|at (?:the |its )?(?:announcement|launch|outset|beginning)|(?:as|when|was) (?:\w+ )?announced|to begin with|begins? as|began|started (?:out|at|with|as)|start(?:ing)? (?:point|figure)|old(?:er)? (?:figure|number|amount|version|target|plan|price|size)|(?:figure|number|amount|target|plan|size|price|what it was|reported|said|quoted) before|previous(?:ly)?|earlier|used to be|rumou?red|(?:up|raised|upsized|enlarged|expanded|increased|cut) from)\b/i,
);
const NOW = gated(
  /\b(?:now|today|current(?:ly)?|latest|final(?:ly)?|revised|raised|upsized|enlarged|expanded|increased|updated|new(?:er)? (?:figure|number|amount|version|target|plan|price|size|one)|later|after(?:wards)?|once|(?:at|by) (?:the |its )?(?:close|end)|when (?:it|the round) closed|closed|ended up|in the end|(?:price |actually |really )?paid|became|become|grew|grown)\b/i,
);
const CHANGE = gated(/\b(?:delta|change|growth|grew|grow|step(?: up)?|jump|rise|rose|uplift|increase)\b/i);

/** "By what multiple did it grow", "how many times bigger did it get": from the first version to the one that stands. */
const GREW = gated(
  /\b(?:(?:by )?how much|(?:by )?(?:what|which) (?:multiple|factor|percent(?:age)?|%|share)|how many times(?: (?:bigger|larger|over))?) (?:did|has|have) .{0,60}?\b(?:gr[eo]wn?|increased?|expand(?:ed)?|risen?|swell(?:ed)?|swollen|(?:get|got|gotten) (?:bigger|larger))\b(?! (?:in)?to\b)|\bhow many times (?:bigger|larger) did .{0,60}?\b(?:get|grow|become)\b/i,
);

type Version = { figure: Figure; since: string };
type Found = { deal: Deal; entry: StandingFigure; said: number };

/** Null where no two versions of one figure are asked for, or what has them is not told. */
export function versionsSaid(reading: Reading): PlanInput | null {
  const { question, conversation, quantities, dates } = reading;
  if (conversation.plan !== null || quantities.length > 0 || reading.names.deals.length > 1) return null;
  const words = withoutNames(reading);
  const months = monthsNamed(question);
  const grew = GREW.test(question);
  if (months.length < 2 && !grew && !(FIRST.test(words) && NOW.test(words))) return null;
  const found = figureMeant(reading, words);
  if (!found) return null;
  const two = twoOf(found.entry, months);
  if (!two) return null;
  const form = operationIn(question)?.form ?? null;
  const { deal, entry } = found;
  if (form === null && !grew && !CHANGE.test(words))
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: "history",
      topic: question.slice(0, 400),
      figure: entry.figure.id,
      asOf: dates.asOf,
    };
  const [then, now] = two.map((version) => lineOf(deal, entry, version));
  if (!then || !now) return null;
  const fell = sizeOf(two[1].figure) < sizeOf(two[0].figure);
  const own =
    form === "share"
      ? [{ label: "share", expression: "#1 / #2 in %" }]
      : [
          { label: fell ? "lower by" : "difference", expression: fell ? "#1 - #2" : "#2 - #1" },
          { label: "ratio", expression: "#2 / #1" },
          ...(grew ? [{ label: "growth", expression: "(#2 - #1) / #1 in %" }] : []),
        ];
  return evaluated([then, now, ...own], {
    title: `${deal.name}: ${entry.figure.label}, then and now`.slice(0, 120),
    lead: [1, 2, ...own.map((_, at) => at + 3)],
    onRecord: two
      .filter(({ figure }) => figure !== entry.figure)
      .map(({ figure, since }) => ({ record: deal.id, figure: figure.id, known: since })),
    asOf: dates.asOf,
  });
}

/** The figure with several versions whose label has most of the words; of one that is named the main figure needs none. */
function figureMeant(reading: Reading, words: string): Found | null {
  const { names, library, asOf } = reading;
  const named = names.deals.flatMap((id) => library.deals.get(id) ?? []);
  const deals = named.length > 0 ? named : dealsBetween(reading);
  const asked = new Set(contentRoots(words));
  // Words of the deal's name tell its figures apart only where nothing else does.
  const whole = new Set(contentRoots(reading.question));
  const counted = countedIn(words);
  // How somebody's valuation grew is no matter of a loan's.
  const isValued = VALUATION.test(reading.question);
  const isOfKind = ({ of }: Figure): boolean => !isValued || of === "valuation";
  const all = deals.flatMap((deal) =>
    (stateOn(deal, asOf)?.figures ?? [])
      .filter(({ before, figure }) => before.length > 0 && fitsCounted(figure, counted) && isOfKind(figure))
      .map(
        (entry): Found => ({
          deal,
          entry,
          said: wordsSaid(entry.figure, asked) + TIE * wordsSaid(entry.figure, whole),
        }),
      ),
  );
  const most = Math.max(0, ...all.map(({ said }) => said));
  const best = all.filter(({ said }) => said === most);
  const main = best.filter(
    ({ entry, deal }) =>
      entry.figure.headline && names.orgs.every((org) => deal.parties.slice(0, 2).some((one) => one.org === org)),
  );
  const [only, ...more] = best.length > 1 ? main : best;
  if (!only || more.length > 0) return null;
  // "The Lighthouse plan before Stargate": a record is named by one word as well, and is another one.
  const known = new Set([...nameWordsOf(only.deal), ...contentRoots(`${only.entry.figure.label} ${only.deal.kind}`)]);
  const others = contentWords(words).filter((word) => isOfName(library, word));
  if (!others.every((word) => contentRoots(word).every((root) => known.has(root)))) return null;
  const isMain = named.length === 1 || main.includes(only);
  return most >= 1 || (isMain && only.entry.figure.headline) ? only : null;
}

const sizeOf = ({ low, high }: Figure): number => high ?? low ?? 0;

const fitsCounted = ({ unit, of }: Figure, counted: ReturnType<typeof countedIn>): boolean =>
  counted === null
    ? isMoney(unit) && of !== "price"
    : counted === "power"
      ? unit === "GW"
      : counted === "price"
        ? of === "price"
        : true;

const TIE = 0.01;

const wordsSaid = ({ label, of, id }: Figure, asked: ReadonlySet<string>): number =>
  new Set(contentRoots(`${label} ${of} ${id.replace(/-/g, " ")}`).filter((root) => asked.has(root))).size;

/** Of the months that are said, else the first and the one that stands. */
function twoOf({ figure, since, before }: StandingFigure, months: readonly string[]): [Version, Version] | null {
  const all: Version[] = [...before, { figure, since }];
  if (months.length > 1) {
    const [first, second, ...more] = months.map((month) => all.findLast((one) => one.since.slice(4).startsWith(month)));
    if (!first || !second || more.length > 0 || first === second) return null;
    return first.since < second.since ? [first, second] : [second, first];
  }
  const [first] = all;
  const last = all.at(-1);
  return first && last && first.figure.unit === last.figure.unit ? [first, last] : null;
}

/** What is no longer so has no name in an expression: it is written out. */
function lineOf(
  deal: Deal,
  entry: StandingFigure,
  { figure, since }: Version,
): { label: string; expression: string } | null {
  const bound = figure === entry.figure ? "" : BOUNDS[figure.qualifier];
  const told = `${figure.label}, ${sayDay(since)}${bound}`;
  const full = `${deal.name}, ${told}`;
  const label = full.length <= LABEL ? full : told.slice(0, LABEL);
  if (figure === entry.figure) return { label, expression: `@${deal.id}:${figure.id}` };
  const [low, high] = [figure.low ?? figure.high, figure.high ?? figure.low];
  if (low === null || high === null || !WRITTEN.has(figure.unit)) return null;
  return { label, expression: `${low === high ? low : `${low}-${high}`} ${figure.unit}` };
}
const LABEL = 80;
const BOUNDS: Record<Figure["qualifier"], string> = {
  exact: "",
  about: " (about)",
  "up-to": " (up to)",
  "at-least": " (at least)",
};
const WRITTEN: ReadonlySet<string> = new Set(["USD", "EUR", "GBP", "GW"]);
