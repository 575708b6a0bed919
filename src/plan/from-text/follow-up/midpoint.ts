/** "Midpoint?" after a range: the middle of what was shown. */
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { lastAlike } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const MIDPOINT =
  /^(?:(?:what(?:['’]s| is)|at|take) )?(?:the |its )?(?:mid-?point|middle|mid)(?: of (?:that|it|this|the range))?[\s?.!]*$/i;

export const midpoint: ReadRule = {
  name: "midpoint",
  read(reading) {
    if (!MIDPOINT.test(bareOf(reading.question).text)) return null;
    const [last] = lastAlike(reading, 1);
    const [line, ...more] = last?.lines ?? [];
    if (!last || !line || more.length > 0 || !/^@[\w:-]+$/.test(line.expression)) return null;
    return worksheetOf(
      reading,
      [last],
      () => [{ label: "midpoint", expression: `${line.expression}.mid` }],
      `${last.label}: midpoint`,
    );
  },
};
