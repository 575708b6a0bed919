/** "What's that stake worth at 852?" after a percentage of a company: as much of the valuation that is said. */

import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { figureOf, lastAlike } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const MAX_WORDS = 12;
const ASKS =
  /\b(?:worth|valued?|come to|comes to|be|is (?:that|it))\b.*\bat (?:an? |the |its |their )?(?:valuation of |value of )?\$?(\d+(?:\.\d+)?) ?(bn|b|billion|tn|t|trillion)?(?: (?:dollars?|valuation|post-?money))*[\s?.!]*$/i;
/** A number alone is one of billions. */
const SCALES: Readonly<Record<string, number>> = { bn: 1e9, b: 1e9, billion: 1e9, tn: 1e12, t: 1e12, trillion: 1e12 };

export const stakeAtValuation: ReadRule = {
  name: "stake-at-valuation",
  read(reading) {
    const { question, names } = reading;
    const { text } = bareOf(question);
    const [, number = "", scale = "billion"] = ASKS.exec(text) ?? [];
    const value = Number(number) * (SCALES[scale.toLowerCase()] ?? 1e9);
    if (
      !(value >= 1e9) ||
      /%|\bpercent\b/i.test(text) ||
      text.split(/\s+/).length > MAX_WORDS ||
      names.deals.length > 0
    )
      return null;
    const [last] = lastAlike(reading, 1);
    const figure = last ? figureOf(reading, last) : null;
    // A share of a cost or of revenue is no stake.
    const isStake = figure && ("measure" in figure ? figure.measure === "exposure" : figure.of === "stake");
    if (!last || !isStake || figure.unit !== "percent") return null;
    return worksheetOf(
      reading,
      [last],
      ([step]) => [{ label: "the stake at that valuation", expression: `${step} * ${value} USD` }],
      `${last.label} at that valuation`,
    );
  },
};
