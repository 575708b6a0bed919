/** What comes or goes every year beside a sum of money: what comes back over what went in, what is spent a year over what is taken in. */
import { roleOf } from "./roles.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { write } from "./write-term.ts";

/** "10B in, 3B a year for 5 years: return multiple": all that comes back over what went in. */
export const multipleOfMoney: ReadSum = (sum) => {
  const [money, flow, time] = [sum.one("money"), sum.one("flow"), sum.one("time")];
  if (!money || !flow || !time || !sum.complete([money, flow, time])) return null;
  if (
    !/\b(?:return multiple|multiple|moic|money[- ]multiple|times (?:the |our |my )?money|return on)\b/i.test(sum.words)
  )
    return null;
  // "$1.4T over 8 years against $20B a year": the years are those of the money.
  if (time.start < flow.start && time.start > money.start) return null;
  if (/\b(?:npv|present value|irr|discount\w*)\b/i.test(sum.words)) return null;
  return evaluated(
    [
      { label: `${flow.text} for ${time.text}`.slice(0, 80), expression: `${write(flow)} * ${write(time)}` },
      { label: `in multiples of ${money.text}`, expression: `#1 / (${write(money)})` },
    ],
    { lead: [2, 1], title: "Money back over money in" },
  );
};

/** "$1.4T over 8 years as a share of $13B revenue": so much a year over what a year brings. */
export const spreadAgainst: ReadSum = (sum) => {
  const time = sum.one("time");
  const [spent, taken, ...more] = sum.of("money", "flow");
  if (!time || spent?.kind !== "money" || !taken || more.length > 0 || time.unit !== "year") return null;
  if (!/^\s*(?:over|for|across|in)(?: the next)?\s*$/i.test(sum.text.slice(spent.end, time.start))) return null;
  if (taken.kind === "money" && roleOf(taken) !== "revenue") return null;
  if (taken.start < time.end || !sum.complete([time, spent, taken])) return null;
  const [share, times] = [SHARE.test(sum.words), TIMES.test(sum.words)];
  if (!share && !times) return null;
  const yearly = taken.kind === "flow" ? `(${write(taken)})` : `(${write(taken)} / 1 year)`;
  return evaluated(
    [
      {
        label: `${spent.text} over ${time.text}, a year`.slice(0, 80),
        expression: `${write(spent)} / (${write(time)}) in ${spent.unit}/year`,
      },
      { label: `against ${taken.text}`.slice(0, 80), expression: `#1 / ${yearly}${share ? " in %" : ""}` },
    ],
    { lead: [2, 1], title: `${spent.text} a year over ${time.text}`.slice(0, 120) },
  );
};
const SHARE = /\b(?:share|percent\w*|per ?cent|pct|fraction|proportion)\b|%/i;
const TIMES = /\b(?:multiple|times|ratio|vs\.?|versus|against)\b/i;
