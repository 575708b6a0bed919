/** "The gas plants and the transmission for the Ohio campus together", "add the $16B for the campus to the fit-out inside": two amounts of one record that its words tell apart. */

import type { Figure } from "../../../../knowledge/schema.ts";
import { isMoney } from "../../../knowledge/as-of.ts";
import { blanked } from "../../../knowledge/blanked.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Ref } from "../../../knowledge/names.ts";
import { ADDS_UP, PLUS_SIGN } from "../asks.ts";
import type { Reading } from "../reading.ts";
import { isNear } from "./divided-by.ts";
import { figureSought, figuresOf, type Recorded } from "./figure-sought.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";

const ADD_TO = gated(/^\W*(?:[^:?]{2,60}:\s*)?(?:now |please |and )?add\b.+\bto\b/i);
const NARROWS =
  /\b(?:per|each|a (?:year|month)|annual\w*|yearly|average|difference|vs\.?|versus|than|share of|percent\w*|ratio|multiple|times|interest|revenue)\b|%/i;
/** Words around the two parts that say no more than that they are added. */
const FRAME =
  /\b(?:what(?:['’]s| is| are| do| does| would| will)?|how much|which|the sum of|sum|total(?: of)?|add(?:s|ed|ing)?(?: up)?(?: to)?|come(?:s)? (?:out )?(?:at|to)|together|combined|altogether|in (?:all|total)|all told|(?:what |which )?(?:range|number|figure)? ?do (?:you|i|we) get|make|range|amount to)\b/gi;
const AND = /\s(?:and|plus|with|on top of)\s|\s?[+&]\s?|,\s/i;
/** "Add A to B". */
const ADDED_TO = /\badd(?:ing)?\b(?! up)(.+?)\bto\b(.+)/i;
/** What is a sum already holds the other, or may. */
const OF_ALL = gated(/\b(?:total|whole|includ\w+|together|both|all|altogether|combined|overall|in all)\b/i);
/** Kinds of money that make a sum: what is spent on one thing, and what it is paid with. */
const ALIKE: readonly ReadonlySet<Figure["of"]>[] = [
  new Set<Figure["of"]>(["capex", "cost", "investment"]),
  new Set<Figure["of"]>(["debt", "equity"]),
];
const MOST = 3;

export const partsOfOne: ReadSum = (sum) => {
  const { reading, text } = sum;
  const { names, conversation, library } = reading;
  const [id, ...more] = names.deals;
  if (id === undefined || more.length > 0 || conversation.plan !== null) return null;
  const adds = ADDS_UP.test(text) || PLUS_SIGN.test(text) || ADD_TO.test(text);
  if (!adds || NARROWS.test(text)) return null;
  if (sum.terms.some(({ kind }) => kind !== "money" && kind !== "year")) return null;
  const record: Ref = { type: "deal", id };
  const parts = partsIn(sum).map((part) => figureOf(reading, part, sum.of("money"), record));
  const found = parts.flatMap((one) => one ?? []);
  if (parts.length < 2 || parts.length > MOST || found.length < parts.length) return null;
  if (new Set(found.map(({ expression }) => expression)).size < found.length || !areAlike(found)) return null;
  const lines = found.map(({ figure, expression }) => ({ label: figure.label.slice(0, 80), expression }));
  const all = lines.map((_line, at) => `#${at + 1}`).join(" + ");
  return evaluated([...lines, { label: "together", expression: all }], {
    title: (library.deals.get(id)?.name ?? id).slice(0, 120),
    lead: [lines.length + 1, ...lines.map((_line, at) => at + 1)],
    asOf: reading.dates.asOf,
  });
};

/** The words of each part, with spaces where names stand. */
function partsIn({ reading, text }: Sum): string[] {
  const named = reading.names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "deal" || type === "org"));
  const plain = text.length === reading.question.length ? blanked(text, named) : text;
  const [, first, second] = ADDED_TO.exec(plain) ?? [];
  const sides = first && second ? [first, second] : plain.split(AND);
  return sides
    .map((side) =>
      side
        .replace(FRAME, " ")
        .replace(/[?.!:]/g, " ")
        .trim(),
    )
    .filter((side) => /[a-z\d]{2}/i.test(side));
}

/** The figure that an amount of the question is, or that the words tell. */
function figureOf(reading: Reading, part: string, given: readonly Term[], record: Ref): Recorded | null {
  const said = given.filter((term) => part.includes(term.text));
  const [term, ...more] = said;
  if (more.length > 0) return null;
  if (term)
    return (
      figuresOf(reading, record, "money").find(
        ({ figure }) =>
          figure.unit === term.unit && [figure.low, figure.high].some((end) => end !== null && isNear(end, term.high)),
      ) ?? null
    );
  const found = figureSought(reading, part, "money", record);
  return found?.told ? found : null;
}

function areAlike(found: readonly Recorded[]): boolean {
  const [first] = found;
  if (!first || !isMoney(first.figure.unit)) return false;
  const { unit, per } = first.figure;
  return (
    found.every(({ figure }) => figure.unit === unit && figure.per === per && !OF_ALL.test(figure.label)) &&
    ALIKE.some((kinds) => found.every(({ figure }) => "of" in figure && kinds.has(figure.of as Figure["of"])))
  );
}
