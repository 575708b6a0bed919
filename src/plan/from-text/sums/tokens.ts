/** Tokens at a price for a million of them: "50 trillion tokens at 20 cents per million". */
import { evaluated, type ReadSum } from "./sum.ts";
import { write } from "./write-term.ts";

const TOKENS = /^\s*(?:\w+\s)?tokens?\b/i;
const PER_SO_MANY =
  /^\s*(?:\/|per|an?|each|for (?:an?|each|every)|every)\s*(?:1\s?)?(thousand|k|million|m|billion|b)\b/i;
const SIZES: Readonly<Record<string, number>> = { thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, billion: 1e9, b: 1e9 };

export const tokens: ReadSum = (sum) => {
  if (!/\btokens?\b/i.test(sum.words)) return null;
  const price = sum.of("money").find(({ after }) => PER_SO_MANY.test(after)) ?? null;
  const count = sum.terms.find((term) => term !== price && TOKENS.test(term.after)) ?? null;
  const size = SIZES[PER_SO_MANY.exec(price?.after ?? "")?.[1]?.toLowerCase() ?? ""];
  if (!price || !count || !size || !sum.complete([price, count])) return null;
  if (count.kind !== "number" && !(count.kind === "money" && count.assumed)) return null;
  const many = write({ ...count, unit: "" });
  return evaluated([
    {
      label:
        `${count.text} tokens at ${price.text} per ${size === 1e6 ? "million" : size === 1e9 ? "billion" : "thousand"}`.slice(
          0,
          80,
        ),
      expression: `${many} / ${size} * ${write(price)}`,
    },
  ]);
};
