/** "A vs B", "is A or B larger": two or three deals. */
import { readNames } from "../../knowledge/resolve.ts";
import { COMPARE } from "./asks.ts";
import { chooseDeal } from "./choose-deal.ts";
import type { ReadRule } from "./reading.ts";

export const comparison: ReadRule = {
  name: "comparison",
  read(reading) {
    const { question, library, dates } = reading;
    if (!COMPARE.test(question)) return null;
    const body = question.replace(/^.*?\b(?:compare|compared?|difference between)\b/i, "");
    const parts = body
      .split(/\b(?:vs\.?|versus|compared (?:to|with)|against|or|and|with)\b|[,;:?]/i)
      .map((part) => part.trim())
      .filter((part) => part.length > 1);
    const found: string[] = [];
    for (const part of parts) {
      const names = readNames(library, part);
      const first = chooseDeal({ ...reading, question: part, names, quantities: [] })[0];
      if (first && !found.includes(first.deal.id)) found.push(first.deal.id);
    }
    const asked =
      /\b(?:vs\.?|versus|compare|compared|difference)\b/i.test(question) ||
      /\b(?:larger|bigger|higher|smaller|more)\b/i.test(question);
    if (found.length < 2 || !asked) return null;
    const attribute = /\b(?:gw|mw|gigawatts?|megawatts?|capacity|power)\b/i.test(question)
      ? "capacity"
      : /\b(?:worth|value|dollars?|money|price|\$)\b/i.test(question)
        ? "value"
        : "all";
    return { kind: "compare", deals: found.slice(0, 3), attribute, asOf: dates.asOf };
  },
};
