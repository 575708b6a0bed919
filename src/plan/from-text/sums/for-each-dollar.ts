/** "For every dollar of revenue, how much was burnt": one amount for each dollar of another, in cents. */
import { gated } from "../../../knowledge/gated.ts";
import { sideMeant } from "./figures-meant.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write } from "./write-term.ts";

/** Behind it stands what the dollars are of. */
const EACH_DOLLAR = gated(
  /\b(?:(?:for|on|of|out of|from|to|per)\s+)?(?:(?:every|each|a|one|the|per)\s+)?(?:single\s+)?dollar(?:\s+(?:of|in|that|it|they)\b)?|\bcents? (?:on|per|for|in|to) (?:the|every|each|a) dollar\b/i,
);
const ASKS = gated(
  /\b(?:for every dollar|for each dollar|per dollar|(?:on|to|in) the dollar|each dollar|every dollar|cents?)\b/i,
);

export const forEachDollar: ReadSum = (sum) => {
  if (!/\bdollar\b/i.test(sum.words) || !ASKS.test(sum.words)) return null;
  const amounts = sum.of("money", "flow");
  const [first, second, ...more] = amounts;
  if (first && second && more.length === 0) {
    if (!sum.complete(amounts) || first.unit !== second.unit) return null;
    const base = baseOf(sum, first, second);
    const part = base === first ? second : first;
    if (part.low > base.high)
      return evaluated(
        [{ label: "for each dollar", expression: `${write(part)} / (${write(base)}) * 1 ${part.unit}` }],
        {
          title: `${part.text} for each dollar of ${base.text}`.slice(0, 120),
        },
      );
    return evaluated(
      [
        { label: "share", expression: `${write(part)} / (${write(base)}) in %` },
        { label: "cents for each dollar", expression: `${write(part)} / (${write(base)}) * 100` },
      ],
      { title: `${part.text} for each dollar of ${base.text}`.slice(0, 120), lead: [2, 1] },
    );
  }
  return first ? null : ofRecords(sum);
};

/** The one that stands right behind "for every dollar of", else the larger. */
function baseOf({ text }: Sum, first: Term, second: Term): Term {
  const match = EACH_DOLLAR.exec(text);
  const behind = match ? [first, second].find(({ start }) => start >= match.index + match[0].length) : undefined;
  const near = behind && /\bdollar(?:\s+(?:of|in|that))?\s*(?:\S+\s+){0,2}$/i.test(text.slice(0, behind.start));
  if (near) return behind;
  // "Lost A on B of revenue: how much for each dollar of revenue": what the dollars are of stands beside its amount.
  const noun = OF_NOUN.exec(text)?.[1];
  const called = noun
    ? [first, second].filter(({ after }) => new RegExp(String.raw`^\s*(?:of |in )?${noun}\b`, "i").test(after))
    : [];
  if (called.length === 1 && called[0]) return called[0];
  return first.high >= second.high ? first : second;
}

const OF_NOUN = gated(/\bdollar (?:of|in) (revenues?|sales|capex|equity|debt|backlog|costs?)\b/i);

const OF_BASE = gated(
  /\b(?:for|on|of|out of|per) (?:every|each|a|one|the)? ?dollar (?:of|in) (?<b>[^,?]+?),? (?:how (?:much|many)(?: cents)?|what) (?<a>[^?]+?)[?\s]*$/i,
);
const PART_FIRST = gated(
  /^(?:how (?:much|many cents)(?: of)?|what) (?<a>[^?]+?),? (?:for|per|on|out of) (?:every|each|a)? ?dollar (?:of|in) (?<b>[^?]+?)[?\s]*$/i,
);

/** "OpenAI's costs per dollar of revenue in 2025". */
const NOUN_FIRST = gated(
  /^(?:what(?:'s| is| was| were)? )?(?<a>[^?]+?),? (?:for|per|on|out of) (?:every |each |a )?dollar (?:of|in) (?<b>[^?]+?)[?\s]*$/i,
);

/** Both are figures on record. */
function ofRecords(sum: Sum) {
  for (const pattern of [OF_BASE, PART_FIRST, NOUN_FIRST]) {
    const { a, b } = new RegExp(pattern.source, "id").exec(sum.text)?.indices?.groups ?? {};
    if (!a || !b) continue;
    const side = (at: readonly [number, number], other: readonly [number, number]) =>
      sideMeant(sum, at[0], at[1], {
        orgs: sum.reading.names.orgs,
        text: sum.text.slice(other[0], other[1]),
        record: null,
        not: null,
        unit: null,
      });
    const [base, part] = [side(b, a), side(a, b)];
    if (!base || !part || base.unit !== "USD" || part.unit !== "USD" || base.expression === part.expression)
      return null;
    return evaluated(
      [
        { label: base.label.slice(0, 80), expression: base.expression },
        { label: part.label.slice(0, 80), expression: part.expression },
        { label: "share", expression: "#2 / #1 in %" },
        { label: "cents for each dollar", expression: "#2 / #1 * 100" },
      ],
      { lead: [4, 3, 2, 1] },
    );
  }
  return null;
}
