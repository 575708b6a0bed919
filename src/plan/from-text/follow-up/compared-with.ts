/** "How does that compare with Nvidia's?", "vs Oracle?": the last amount beside the like of somebody else. */

import type { ReadRule } from "../reading.ts";
import { type Side, sideBeside } from "../side-meant.ts";
import { figureOf, lastAlike } from "./on-the-table.ts";
import { lastOfKind } from "./operands.ts";
import { waysToPut } from "./restate.ts";

const COMPARES =
  /^(?:(?:and|so|ok(?:ay)?|but)\b[\s,]*)*(?:(?:how|and how) (?:does|do|did|would) (?:that|this|it|they)(?: \w+)? (?:compare|stack up|measure up) (?:with|to|against)|(?:is|was|are) (?:that|this|it)(?: \w+)? (?:more|less|bigger|larger|higher|smaller|lower|cheaper|dearer) than|(?:as )?compared? (?:with|to)|(?:that |this |it )?(?:vs\.?|versus|against)|relative to|next to)\s+(.+)$/i;

export const comparedWith: ReadRule = {
  name: "compared-with",
  read(reading) {
    const { question, conversation } = reading;
    const with_ = COMPARES.exec(question.trim())?.[1];
    const [latest] = with_ ? lastAlike(reading, 1) : [];
    const kind = /\b(?:that|this) (\w+(?:-\w+)?)\b/i.exec(question)?.[1] ?? "";
    const named = with_ ? lastOfKind(reading, kind) : null;
    const last = named ?? latest;
    if (!with_ || !last?.record || !last.figure || !conversation.asked) return null;
    const amount = figureOf(reading, last);
    if (!amount) return null;
    const own: Side =
      last.record.type === "metric"
        ? { deal: null, metric: last.record.id, figure: last.figure }
        : { deal: last.record.id, metric: null, figure: last.figure };
    const of =
      amount.unit === "GW"
        ? "power"
        : amount.unit === "percent"
          ? "stake"
          : amount.unit === "count"
            ? "count"
            : "money";
    for (const text of waysToPut(
      { ...reading, question: with_ },
      named ? `${kind} ${conversation.asked}` : conversation.asked,
    )) {
      const side = sideBeside(reading, text, of, { side: own, amount });
      if (side) return { kind: "compare-figures", sides: [own, side], of, asOf: reading.dates.asOf };
    }
    return null;
  },
};
