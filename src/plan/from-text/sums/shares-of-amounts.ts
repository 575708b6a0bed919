/** Shares of amounts in words: "half of $300B plus a quarter of $500B", "60% of $50B/GW is chips: the rest for 10 GW". */
import { gated } from "../../../knowledge/gated.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeShare } from "./write-term.ts";

const TWICE = /\b(?:twice|double)(?: the| its| their)?\s*$/i;
const OF = /^\s*of(?:\s(?:the|an?|its|their|that))?\s*$/i;
const JOINS: readonly (readonly [sign: "+" | "-", words: RegExp])[] = [
  ["-", /\b(?:minus|less|take away|without|net of)\b/i],
  ["+", /\b(?:plus|and|added to|together with|on top of)\b|\+/i],
];

/** Amounts of one kind, each whole or a share of it, added up or taken off. */
export const sharesAdded: ReadSum = (sum) => {
  const amounts = sum.terms.filter(({ kind }) => kind === "money" || kind === "power");
  const [first, ...rest] = amounts;
  const percents = sum.of("percent");
  if (!first || rest.length > 3 || amounts.some(({ kind }) => kind !== first.kind)) return null;
  const used: Term[] = [...amounts];
  let cut = false;
  let expression = "";
  for (const [index, term] of amounts.entries()) {
    const percent = percents.find(({ end }) => OF.test(sum.text.slice(end, term.start)));
    const share = percent ? writeShare(percent) : TWICE.test(term.before) ? "2" : undefined;
    if (percent) used.push(percent);
    cut ||= share !== undefined;
    const between = percent ? percent.before : term.before;
    const sign = index === 0 ? "" : JOINS.find(([, words]) => words.test(between))?.[0];
    if (sign === undefined) return null;
    expression += `${sign ? ` ${sign} ` : ""}${share ? `(${share}) * ` : ""}${write(term)}`;
  }
  return cut && rest.length > 0 && sum.complete(used) ? evaluated([{ expression }]) : null;
};

/** What is asked for is the other part. */
const REST = gated(
  /\b(?:left|usable|available|remain\w*|outstanding|still (?:to|due|owed|open|owes?|missing)|undelivered|unpaid|undrawn|unspent|not yet)\b|\b(?:how much|what|which|how many)\b[^?]*?\b(?:rest|remain\w*|left(?: over)?|non[- ]?\w+|not|balance|others?|else|without|besides|excluding|outside)\b/i,
);
/** Two parts of a whole, each named by what it is. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/\bequity\b/i, /\b(?:debt|borrow\w*|loans?|leverage|lent|bonds)\b/i],
  [
    /\b(?:chips?|gpus?|servers?|it|hardware|racks?|accelerators?|¤+)\b/i,
    /\b(?:buildings?|shell|construction|land|power and cooling|facility|everything else)\b/i,
  ],
  [/\b(?:upfront|advance|prepa\w+)\b/i, /\b(?:later|deferred|over time|afterwards)\b/i],
  [/\b(?:fixed|guaranteed|committed|firm)\b/i, /\b(?:variable|optional|uncommitted|interruptible|flexible)\b/i],
  [/\b(?:gas|fossil)\b/i, /\b(?:renewables?|solar|wind|clean|nuclear)\b/i],
];

/** "60% of the $50B per GW is chips: how much is not, for 10 GW?", "20% equity on a $38B project: how much debt?" */
export const partOrRest: ReadSum = (sum) => {
  const [percent, ...others] = sum.of("percent");
  const [whole, rate] = [sum.one("money", "power"), sum.one("rate")];
  if (!percent || others.length > 0 || !whole || !sum.complete([percent, whole, rate])) return null;
  if (rate && whole.kind !== "power") return null;
  // What is borrowed is money, and no share of gigawatts.
  if (whole.kind === "power" && !rate && /\b(?:debt|equity|loans?|borrow\w*|tax|margin)\b/i.test(sum.words))
    return null;
  const said = `${percent.before.slice(-30)} ${percent.after.slice(0, 40)}`;
  const asked = /\b(?:how much|what|how many)\b.*$/i.exec(sum.words)?.[0] ?? "";
  const isOther = OPPOSITES.some(([a, b]) =>
    [
      [a, b],
      [b, a],
    ].some(([one, other]) => one?.test(said) && !other?.test(said) && other?.test(asked) && !one?.test(asked)),
  );
  const isOf = [whole, rate].some(
    (term) => term && OF.test(sum.text.slice(percent.end, term.start)) && percent.end <= term.start,
  );
  const named = OPPOSITES.flat().find((words) => words.test(said));
  const isRest = isOther || REST.test(sum.words);
  if (!isRest && (asked === "" || !(isOf || (named?.test(asked) ?? false)))) return null;
  const share = isRest ? `(1 - ${writeShare(percent)})` : writeShare(percent);
  const all = rate ? `${write(whole)} * ${write(rate)}` : write(whole);
  return evaluated(
    [
      {
        label: isRest ? `without ${percent.text}` : percent.text,
        expression: `${all} * ${share}`,
      },
    ],
    {
      title: `${percent.text} of ${rate ? `${whole.text} at ${rate.text}` : whole.text}`.slice(0, 120),
    },
  );
};
