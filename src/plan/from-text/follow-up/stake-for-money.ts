/** "So what stake for the upfront money?" after an investment and the valuation that it was made at: one over the other. */
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { figureOf, lastOf, type OnTable } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const ASKS = gated(
  /^(?:what|which|how (?:big|large|much)(?: of)?(?: an?)?) (?:stake|share|slice|percent(?:age)?|%)(?: (?:is|would|does|did|will)(?: (?:that|it|they))?)?(?: (?:be|make|buy|get))? ?(?:for|from|with) (?:that|it|the (?:upfront|first|initial|whole)(?: (?:money|payment|cash|sum|cheque|check|amount|investment))?|the money|the cash)[\s?.!]*$|^(?:what|how (?:big|large) an?) (?:stake|share|%|percentage) (?:does|would|did|will) (?:that|it|the money) (?:buy|get|give|imply|make)(?: (?:it|them|him|\w+))?[\s?.!]*$/i,
);

export const stakeForMoney: ReadRule = {
  name: "stake-for-money",
  read(reading): PlanInput | null {
    const { text } = bareOf(reading.question);
    if (!ASKS.test(text) || reading.names.deals.length > 0) return null;
    const value = lastOf(reading, (one) => kindOf(reading, one) === "valuation");
    const money = lastOf(
      reading,
      (one) =>
        kindOf(reading, one) === "equity" &&
        one.record?.id === value?.record?.id &&
        one.size < (value?.size ?? 0) &&
        (!FIRST.test(text) || FIRST.test(one.label)),
    );
    if (!value || !money) return null;
    const plan = worksheetOf(
      reading,
      [money, value],
      ([x, y]) => [{ label: "as a share of the valuation", expression: `${x} / ${y} in %` }],
      `${money.label} as a share of the valuation`,
    );
    return plan.kind === "evaluate" ? { ...plan, notes: [] } : plan;
  },
};

const FIRST = gated(/\b(?:upfront|first|initial|at once)\b/i);

const kindOf = (reading: Reading, one: OnTable): string | null => {
  const figure = figureOf(reading, one);
  return figure && "of" in figure && !("measure" in figure) && figure.unit === "USD" ? figure.of : null;
};
