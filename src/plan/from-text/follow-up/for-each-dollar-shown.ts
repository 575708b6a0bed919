/** "Loss per dollar of revenue?", "cents of burn per dollar of sales": of two of a company's figures of one time that were shown. */
import type { Point } from "../../../../knowledge/schema.ts";
import type { PlanInput } from "../../plan.ts";
import { measuresIn } from "../measures.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { figureOf, type OnTable, onTable } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const ASKS =
  /^(?:(?:how (?:much|many)|what) )?(?:(?:is|was) )?(?:the |that )?(.{2,40}?) (?:per|(?:for|on|out of|from) (?:each|every|a|one|the)) (?:dollar|buck|\$1?) (?:of|in) ([a-z -]{3,30}?)(?: (?:is|was) (?:that|it))?[\s?.!]*$/i;
const SALES = /\b(?:sales|takings|income)\b/i;

export const forEachDollarShown: ReadRule = {
  name: "for-each-dollar-shown",
  read(reading): PlanInput | null {
    const [, part = "", base = ""] = ASKS.exec(bareOf(reading.question).text) ?? [];
    if (part === "" || reading.quantities.length > 0 || reading.names.deals.length > 0) return null;
    const shown = (reading.conversation.shown ?? []).flat().flatMap((one) => onTable(reading, one) ?? []);
    const below = shown.find((one) => isOf(reading, one, SALES.test(base) ? "revenue" : base));
    const above = shown.find(
      (one) => isOf(reading, one, part) && below !== undefined && periodOf(reading, one) === periodOf(reading, below),
    );
    if (!above || !below || above.figure === below.figure) return null;
    return worksheetOf(
      reading,
      [above, below],
      ([x, y]) => [
        { label: "cents for each dollar", expression: `${x} / ${y} * 100` },
        { label: "share", expression: `${x} / ${y} in %` },
      ],
      `${above.label} for each dollar of ${below.label}`,
    );
  },
};

const pointOf = (reading: Reading, one: OnTable): Point | null => {
  const figure = figureOf(reading, one);
  return figure && "measure" in figure ? figure : null;
};
const periodOf = (reading: Reading, one: OnTable): string | undefined => pointOf(reading, one)?.period;

function isOf(reading: Reading, one: OnTable, words: string): boolean {
  const measure = pointOf(reading, one)?.measure;
  return measure !== undefined && measuresIn(words).includes(measure);
}
