/** Tokens: at a price for a million of them, and what a million cost that chips make at a pace: "2,500 tokens/s at $5.30 an hour". */
import { gated } from "../../../knowledge/gated.ts";
import { periodsAsked } from "./periods-asked.ts";
import { roleOf } from "./roles.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import { write, writeShare } from "./write-term.ts";

const TOKENS = gated(/^\s*(?:\w+\s)?tokens?\b/i);
const PER_SO_MANY =
  /^\s*(?:\/|per|an?|each|for (?:an?|each|every)|every)\s*(?:1\s?)?(thousand|k|million|m|billion|b)\b/i;
const SIZES: Readonly<Record<string, number>> = { thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, billion: 1e9, b: 1e9 };
const A_SECOND = gated(/^\s*(?:\w+\s)?(?:(?:tokens?|toks?)\s?(?:\/|per|an?|each|every)\s?(?:s|sec|seconds?)\b|tps\b)/i);

export const tokens: ReadSum = (sum) => {
  if (!/\b(?:tokens?|toks?|tps)\b/i.test(sum.words)) return null;
  const made = costOfMillion(sum) ?? tokensMade(sum);
  if (made) return made;
  const price = sum.of("money").find(({ after }) => PER_SO_MANY.test(after)) ?? null;
  const count = sum.terms.find((term) => term !== price && TOKENS.test(term.after)) ?? null;
  const size = SIZES[PER_SO_MANY.exec(price?.after ?? "")?.[1]?.toLowerCase() ?? ""];
  if (!price || !count || !size || !sum.complete([price, count])) return null;
  if (count.kind !== "number" && !(count.kind === "money" && count.assumed)) return null;
  const many = write({ ...count, unit: "" });
  const pace = /^\s*(?:\w+\s)?tokens?\s(?:an?|per|each|every)\s(day|week|month|year)\b/i
    .exec(count.after)?.[1]
    ?.toLowerCase();
  const asked = periodsAsked(sum.words.replace(/tokens? (?:an?|per|each|every) (?:day|week|month|year)/gi, " ")).find(
    (one) => one !== "hour",
  );
  if (pace) {
    const into = asked ?? pace;
    return evaluated([
      {
        label: `${count.text} tokens a ${pace} at ${price.text}, a ${into}`.slice(0, 80),
        expression: `${many} / ${size} * ${write(price)} / 1 ${pace} in ${price.unit}/${into}`,
      },
    ]);
  }
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

/** "100k GPUs at 2,000 tok/s each: how many tokens a day". */
function tokensMade(sum: Sum) {
  const pace = sum.terms.find(({ after }) => A_SECOND.test(after)) ?? null;
  const [chips, used] = [sum.one("chips"), sum.one("percent")];
  const [period, ...more] = periodsAsked(sum.words);
  if (!pace || !period || more.length > 0 || !sum.complete([pace, chips, used])) return null;
  const seconds = { year: 31_536_000, quarter: 7_884_000, month: 2_628_000, week: 604_800, day: 86_400, hour: 3_600 };
  return evaluated([
    {
      label: `tokens a ${period}, in trillions`,
      expression: `${write({ ...pace, unit: "" })} * ${chips ? chips.low : 1}${used ? ` * ${writeShare(used)}` : ""} * ${seconds[period]} / 1000000000000`,
    },
  ]);
}

/** What a million tokens cost where a chip, or all that are counted, make so many a second and cost so much an hour. */
function costOfMillion(sum: Sum) {
  const pace = sum.terms.find(({ after }) => A_SECOND.test(after)) ?? null;
  const hourly = sum.one("hourly");
  if (!pace || !hourly || !/\b(?:million|m|mtok)\b/i.test(sum.words + sum.text.match(/\b1 million\b|\b1m\b/i)?.[0]))
    return null;
  const million = sum.terms.find(({ low, scaled, after }) => scaled && low === 1e6 && TOKENS.test(after)) ?? null;
  const used = sum.of("percent").find((term) => ["load", "sold", null].includes(roleOf(term))) ?? null;
  const chips = sum.one("chips");
  if (!sum.complete([pace, hourly, million, used, chips])) return null;
  // Each chip is rented; the pace is of all of them unless it is said to be of each.
  const each = !chips || pace.each || /\b(?:each|per (?:gpu|chip)|a (?:gpu|chip))\b/i.test(pace.after);
  const cost = `${write({ ...hourly, unit: "USD" })}${each || !chips ? "" : ` * ${chips.low}`}`;
  const share = used ? ` * ${writeShare(used)}` : "";
  return evaluated(
    [
      { label: "tokens an hour", expression: `${write({ ...pace, unit: "" })} * 3600${share}` },
      { label: "for a million tokens", expression: `${cost} / #1 * 1000000` },
    ],
    { lead: [2] },
  );
}
