/** "So the whole company was valued at?" after a price and a stake: the price over the stake. */

import { currenciesOf } from "../../../calculator/dimension.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { soughtWords } from "../../../knowledge/question-words.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable, toShown } from "./figures-of-record.ts";
import { figureOf, type OnTable, onTable } from "./on-the-table.ts";
import { familyHasPart } from "./parts-in.ts";
import { worksheetOf } from "./worksheet-of.ts";

const MAX_WORDS = 12;
const IMPLIED = gated(
  /\b(?:impl(?:y|ies|ied|ying)|makes? (?:the|it|all)\b|100 ?(?:%|percent) (?:would|is|was|at|of it)\b)/i,
);
const WHOLE = gated(/\b(?:whole|entire|all of|total|overall|100 ?(?:%|percent\b))/i);
const WORTH = gated(/\b(?:valu\w+|worth|price[ds]?)\b/i);

export const impliedWhole: ReadRule = {
  name: "implied-whole",
  read(reading) {
    const { question } = reading;
    const deal = dealOnTable(reading);
    const { text } = bareOf(question);
    if (!deal || question.split(/\s+/).length > MAX_WORDS || !familyHasPart(reading, deal)) return null;
    if ([IMPLIED, WHOLE, WORTH].filter((pattern) => pattern.test(text)).length < 2) return null;
    const plain = text
      .replace(IMPLIED, " ")
      .replace(WORTH, " ")
      .replace(/\bcompan(?:y|ies)\b/gi, " ");
    if (soughtWords(plain).some(({ word, weak }) => !weak && !isInName(deal.name, word))) return null;
    const standing = (stateOn(deal, reading.asOf)?.figures ?? []).filter(({ ended }) => ended === null);
    const figures = standing.flatMap((entry) => onTable(reading, toShown(deal, entry)) ?? []);
    const stake = onlyOne(reading, figures, "percent", ["stake"]);
    const price = onlyOne(reading, figures, null, ["equity", "acquisition", "valuation"]);
    // A valuation of the whole on record is looked up.
    const whole = figures.find((one) => kindOf(reading, one) === "valuation" && one.size > (price?.size ?? 0));
    if (whole?.figure && price)
      return {
        kind: "show-figure",
        subject: deal.id,
        attribute: "valuation",
        topic: "",
        figure: whole.figure,
        asOf: null,
      };
    if (!stake || !price || stake.size <= 0) return null;
    return worksheetOf(
      reading,
      [price, inPercent(stake)],
      ([x, y]) => [{ label: "the whole, as the price of the stake implies it", expression: `${x} / ${y}` }],
      `${deal.name}: the whole`,
    );
  },
};

const inPercent = (one: OnTable): OnTable => ({
  ...one,
  lines: one.lines.map((line, index) =>
    index === one.at - 1 ? { ...line, expression: `${line.expression} in %` } : line,
  ),
});

const kindOf = (reading: Reading, one: OnTable): string | null => {
  const figure = figureOf(reading, one);
  return figure && "of" in figure ? figure.of : null;
};

const isInName = (name: string, word: string): boolean => soughtWords(name).some((one) => one.word === word);

/** The figure of these kinds that was shown last, else the headline, else the only one. */
function onlyOne(
  reading: Reading,
  figures: readonly OnTable[],
  unit: "percent" | null,
  kinds: readonly string[],
): OnTable | null {
  const fits = figures.filter((one) => {
    const figure = figureOf(reading, one);
    return (
      figure !== null &&
      "of" in figure &&
      kinds.includes(figure.of) &&
      (unit === null ? currenciesOf(one.dimension).length === 1 : figure.unit === unit)
    );
  });
  const shown = (reading.conversation.shown ?? []).flat();
  const isHeadline = (one: OnTable) => {
    const figure = figureOf(reading, one);
    return figure !== null && "headline" in figure && figure.headline === true;
  };
  const headline = fits.find(isHeadline);
  const last = shown.flatMap(({ record, figure }) =>
    fits.filter((one) => one.record?.id === record?.id && one.figure === figure),
  )[0];
  return headline ?? last ?? (fits.length === 1 ? (fits[0] ?? null) : null);
}
