/** Several sums, each over its own time, for a year: "$38B over 7 years and $100B over 8, yearly in all". */
import { gated } from "../../../knowledge/gated.ts";
import { currencyOf } from "./lending.ts";
import { periodsAsked } from "./periods-asked.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { write } from "./write-term.ts";

const DEPRECIATES = gated(
  /\b(?:depreciat\w*|straight[- ]line|writ\w+[- ](?:off|down)|loan|borrow\w*|interest|amorti[sz]\w*)\b/i,
);
const TOGETHER = gated(/\b(?:total|sum|together|combined|in all|altogether|add(?:ed)?|plus|and)\b/i);
const MOST = 5;

export const severalOverTime: ReadSum = (sum) => {
  const [moneys, times] = [sum.of("money"), sum.of("time")];
  const [period, ...more] = periodsAsked(sum.words).filter((one) => one !== "hour");
  if (!period || more.length > 0 || DEPRECIATES.test(sum.words) || !TOGETHER.test(sum.words)) return null;
  if (moneys.length < 2 || moneys.length > MOST || moneys.length !== times.length) return null;
  if (!sum.complete([...moneys, ...times])) return null;
  const currency = currencyOf(moneys[0]);
  const pairs = moneys.map((money, index) => ({ money, time: times[index] }));
  const inOrder = pairs.every(
    ({ money, time }, index) => time && time.start > money.end && time.start < (moneys[index + 1]?.start ?? Infinity),
  );
  if (!inOrder || moneys.some((money) => currencyOf(money) !== currency)) return null;
  const lines = pairs.flatMap(({ money, time }) =>
    time
      ? [
          {
            label: `${money.text} over ${time.text}`.slice(0, 80),
            expression: `${write(money)} / (${write(time)}) in ${currency}/${period}`,
          },
        ]
      : [],
  );
  const all = lines.map((_line, index) => index + 1);
  return evaluated([...lines, { label: `a ${period}`, expression: all.map((at) => `#${at}`).join(" + ") }], {
    title: `A ${period} of all`,
    lead: [lines.length + 1, ...all],
  });
};
