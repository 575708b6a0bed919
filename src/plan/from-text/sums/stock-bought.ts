/** Shares bought for so much at a price each: how many they are, and what they come to at another price. */

import { gated } from "../../../knowledge/gated.ts";
import { dealMeant } from "./deal-meant.ts";
import { figuresOf } from "./figure-sought.ts";
import { warrantOn } from "./shares.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

const LATER =
  /\b(?:worth|value[ds]?|marked|mark|trad(?:es?|ing)|stands?|hits?|reach(?:es)?|now|goes|if|closes?|rises?|falls?)\b/i;
/** "Nvidia's Intel shares at $40". */
const HELD_AT = gated(/\b(?:stake|shares|stock|holding|block|position)\s+(?:if\s+)?(?:at|@)\s*$/i);
const GAIN = gated(
  /\b(?:gains?|profits?|loss|losses|upside|made|make|up by|paper|in the money|intrinsic)\b|\b(?:options?|warrants?|rights? to (?:buy|purchase)|right)\b/i,
);

export const stockBought: ReadSum = (sum) => {
  const [money, ...more] = sum.of("money");
  const prices = sum.of("unit-price").filter(({ unit }) => unit.endsWith("/share"));
  const [paid, later, ...others] = prices;
  if (!money || more.length > 0 || !paid || others.length > 0 || !sum.complete([money, ...prices])) return null;
  const lines: SumLine[] = [{ label: "shares", expression: `${write(money)} / (${write(paid)})` }];
  if (!later) return null;
  lines.push({ label: `at ${later.text}`, expression: `#1 * ${write(later)}` });
  const gain = GAIN.test(sum.words);
  if (gain) lines.push({ label: "gain", expression: `#2 - ${write(money)}` });
  return evaluated(lines, { title: `${money.text} of shares at ${paid.text}`, lead: gain ? [3, 2, 1] : [1, 2] });
};

/** "What price must AMD reach for 160M shares to be worth $100B". */
export const priceNeeded: ReadSum = (sum) => {
  const [shares, money] = [sum.one("shares"), sum.one("money")];
  const record = shares ? null : warrantOn(sum);
  if ((!shares && !record) || !money || money.high < 1e6 || !sum.complete([shares, money])) return null;
  if (
    !/\b(?:price|where|level|high)\b.*\b(?:reach(?:es)?|hit|needs?|needed|must|for|worth|makes?|gives?|yields?)\b/i.test(
      sum.words,
    )
  )
    return null;
  const currency = money.unit;
  if (!shares)
    return evaluated([
      {
        label: `share price at which the whole warrant is worth ${money.text}`.slice(0, 80),
        expression: `${write(money)} / (@${record?.shares}) + @${record?.exercise}`,
      },
    ]);
  return evaluated([
    {
      label: `price at which ${shares.text} are ${money.text}`.slice(0, 80),
      expression: `${write(money)} / (${write(shares)}) in ${currency}/share`,
    },
  ]);
};

/** "What is Nvidia's Intel block worth at $40": the shares on record, and what was paid for each, at a price that is given. */
export const stakeAtPrice: ReadSum = (sum) => {
  const price = priceOf(sum);
  const gain = GAIN.test(sum.words);
  if (!price || !sum.complete([price]) || (!gain && !LATER.test(sum.words) && !HELD_AT.test(price.before))) return null;
  const { reading } = sum;
  if (reading.names.deals.length === 0 && reading.names.orgs.length < 2) return null;
  const deal = dealMeant(reading, reading.question, "money");
  const record = deal && ({ type: "deal", id: deal.id } as const);
  const [counted, ...moreCounts] = record ? figuresOf(reading, record, "shares") : [];
  const [paid, ...morePrices] = record ? figuresOf(reading, record, "price") : [];
  if (!counted || moreCounts.length > 0 || (gain && (!paid || morePrices.length > 0))) return null;
  const each = { ...price, unit: "USD/share" };
  const lines: SumLine[] = [
    { label: `${counted.label} at ${price.text}`.slice(0, 80), expression: `${counted.expression} * ${write(each)}` },
  ];
  if (gain && paid)
    lines.push({ label: "gain", expression: `${counted.expression} * (${write(each)} - ${paid.expression})` });
  return evaluated(lines, { lead: gain ? [2, 1] : [1], title: `${counted.label} at ${price.text}`.slice(0, 120) });
};

function priceOf(sum: Sum): Term | null {
  const [only, ...more] = sum.terms.filter(({ kind }) => kind !== "year");
  if (!only || more.length > 0 || only.scaled || only.high > 5_000) return null;
  return (only.kind === "money" && only.unit === "USD") || only.unit === "USD/share" ? only : null;
}
