/** "Midpoint?", "low end only" after a range: the middle of what was shown, or one of its ends. */
import { gated } from "../../../knowledge/gated.ts";
import type { ReadRule } from "../reading.ts";
import { endAlone } from "./arithmetic-asked.ts";
import { bareOf } from "./elliptic.ts";
import { atEnd, lastAlike } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const MIDPOINT = gated(
  /^(?:(?:what(?:['’]s| is)|at|take) )?(?:the |its )?(?:mid-?point|middle|mid)(?: (?:of|for|in) (?:that|it|this|(?:the )?(?:(?:new|current|latest|updated|revised) )?(?:range|one|guidance|figure|guide)))?(?: (?:now|then|today))?[\s?.!]*$/i,
);
/** Not as it stood on the day that was spoken of. */
/** So long a label of a line may be. */
const LONGEST = 80;
const NEW = gated(/\b(?:new|current|latest|updated|revised)\b/i);
const JUST = gated(/\b(?:only|just|alone|please|then)\b/gi);

export const midpoint: ReadRule = {
  name: "midpoint",
  read(reading) {
    const { text } = bareOf(reading.question);
    const end = MIDPOINT.test(text) ? "mid" : endAlone(text.replace(JUST, " "));
    const isNew = end !== null && NEW.test(text);
    // "The new one" after an earlier version is the one that stands.
    const standing = isNew ? lastAlike(reading, 2).find(({ was }) => was === undefined) : undefined;
    const last = standing ?? (end ? lastAlike(reading, 1)[0] : undefined);
    const kind = reading.conversation.plan?.kind;
    if (!last || !end || reading.quantities.length > 0) return null;
    const [line, ...more] = last.lines;
    const isRecord = line !== undefined && more.length === 0 && /^@[\w:-]+$/.test(line.expression);
    const name = end === "mid" ? "midpoint" : `${end} end`;
    const label = `${last.label.slice(0, LONGEST - name.length - 2)}: ${name}`;
    const [, low, high, unit] = (last.was && /^([\d.e+]+)-([\d.e+]+) (\w+)$/.exec(line?.expression ?? "")) || [];
    if (low && high && unit) {
      const at = end === "low" ? Number(low) : end === "high" ? Number(high) : (Number(low) + Number(high)) / 2;
      return worksheetOf(reading, [last], () => [{ label, expression: `${at} ${unit}` }], label);
    }
    if (isRecord)
      return last.range.low === last.range.high
        ? null
        : {
            ...worksheetOf(reading, [last], () => [{ label, expression: `${line.expression}.${end}` }], label),
            ...(NEW.test(text) && { asOf: null }),
          };
    // Of a difference the difference there is meant.
    if (end === "mid" || kind !== "estimate" || last.range.low === last.range.high) return null;
    const { lines } = atEnd(last, end);
    return { kind: "evaluate", title: label.slice(0, 120), lines: [...lines], lead: [last.at], asOf: null };
  },
};
