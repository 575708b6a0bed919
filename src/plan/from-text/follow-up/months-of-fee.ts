/** "Twelve months at the full rate comes to?", "for six months?" after a fee for a part of time: the fee for as long. */
import { currenciesOf } from "../../../calculator/dimension.ts";
import { digitsFor } from "../../number-words.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { lastAlike } from "./on-the-table.ts";
import { feeOf } from "./per-unit-shown.ts";
import { worksheetOf } from "./worksheet-of.ts";

const ASKS =
  "(?:(?:in )?total|altogether|how much|what(?:['’]s| is| does)?|cost|sum|bill)(?: (?:is|does|would|will) (?:that|it|this|they))?(?: (?:be|cost|come to|pay|make))?";
const NUMBER = "\\d+|an?|one";
const LONG = new RegExp(
  `^(?:(${ASKS}),? )?(?:(for|over) )?(?:the (?:whole|full) )?(${NUMBER}) (month|quarter|year)s?(?: (of (?:that|it|this|the (?:fee|rent))|at (?:the |that |this |its )*(?:(?:full|top|same|final|maximum|agreed|current|monthly) )*(?:rate|fee|price|rent)))?(?:,? (?:that |it )?((?:comes? to|is|makes|adds up to|works out (?:at|to|as)|would (?:be|cost|come to)|costs?)(?: what| how much)?|how much(?: is (?:that|it))?|in total|altogether))?[\\s?.!]*$`,
  "i",
);

export const monthsOfFee: ReadRule = {
  name: "months-of-fee",
  read(reading) {
    const { question, names, quantities } = reading;
    if (names.orgs.length + names.deals.length + quantities.length > 0) return null;
    const [, asks, over, number = "", unit = "", of, comes] = LONG.exec(digitsFor(bareOf(question).text)) ?? [];
    // A length of time alone asks for nothing.
    if (number === "" || !(of || comes || over || asks)) return null;
    const [last] = lastAlike(reading, 1);
    const fee =
      last?.dimension.h === -1 ? last : last?.record?.type === "deal" ? (feeOf(reading, "month") ?? undefined) : null;
    const currency = fee && currenciesOf(fee.dimension)[0];
    if (!fee || !currency || fee.dimension.h !== -1 || Object.keys(fee.dimension).length !== 2) return null;
    const times = Number(number) || 1;
    const label = `for ${times} ${unit.toLowerCase()}${times === 1 ? "" : "s"}`;
    return worksheetOf(
      reading,
      [fee],
      ([step]) => [{ label, expression: `${step} * ${times} ${unit.toLowerCase()} in ${currency}` }],
      `${fee.label} ${label}`,
    );
  },
};
