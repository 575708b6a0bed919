/** Interest on money that is given, at a rate of a deal on record: "a year's interest on $27bn at the Hyperion bond rate". */

import { gated } from "../../../knowledge/gated.ts";
import { dealMeant } from "./deal-meant.ts";
import { figureSought, figuresOf, isExplained, nameOf } from "./figure-sought.ts";
import { periodsAsked } from "./periods-asked.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { write } from "./write-term.ts";

const PAYS = /\b(?:interest|coupons?|costs?|carry|servic\w+|pays?|paid|charge[sd]?|owes?)\b/i;
const AT_ITS_RATE =
  /\b(?:at|on|by|with|using|for|carrying|paying)\b(?: the| a| its| their)? .*\b(?:rates?|coupons?|yields?|interest)\b/i;

const DEBT = gated(/\b(?:loans?|bonds?|notes?|debt|facility|financing|credit)\b/i);

/** Null where no deal is named; what is missing where its record has no rate, or several that the words do not tell apart. */
export const interestAtRecorded: ReadSum = (sum) => {
  const { reading, words } = sum;
  const [named, ...more] = reading.names.deals;
  const money = sum.one("money");
  const time = sum.one("time");
  if (more.length > 0 || !money || !sum.complete([money, time])) return null;
  if (!PAYS.test(words) || !AT_ITS_RATE.test(sum.text.slice(money.end))) return null;
  const tail = sum.text.slice(money.end);
  const deal = named ?? (DEBT.test(tail) ? dealMeant(reading, tail, "money")?.id : undefined);
  if (deal === undefined) return null;
  const record = { type: "deal", id: deal } as const;
  const rates = figuresOf(reading, record, "percent").filter(
    ({ figure }) => figure.of === "rate" && figure.unit === "percent",
  );
  const told = rates.length > 1 ? figureSought(reading, tail, "percent", record) : null;
  const rate =
    rates.length === 1
      ? rates[0]
      : told && isExplained(told) && told.figure.of === "rate" && told.figure.unit === "percent"
        ? told
        : undefined;
  if (!rate)
    return {
      kind: "decline",
      reason: "missing-number",
      about: `${rates.length > 1 ? "one" : "an"} interest rate of ${nameOf(reading, record)}`.slice(0, 200),
      near: [deal],
    };
  const [period = "year"] = periodsAsked(words);
  const currency = money.unit;
  const yearly = `${write(money)} * (${rate.expression}) / 1 year`;
  const lines = [
    { label: rate.label.slice(0, 80), expression: `${rate.expression} in %` },
    { label: `interest a ${period}`, expression: `${yearly} in ${currency}/${period}` },
  ];
  const over = time && !(time.unit === "year" && time.high === 1) ? time : null;
  if (over) lines.push({ label: `over ${over.text}`, expression: `#2 * ${write(over)}` });
  return evaluated(lines, {
    title: `Interest on ${money.text}`,
    lead: over ? [3, 2, 1] : [2, 1],
    asOf: reading.dates.asOf,
  });
};
