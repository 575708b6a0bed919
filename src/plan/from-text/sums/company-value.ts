/** What a stake is worth at a valuation, what a stake's price makes the whole worth, what money buys of a company, how long cash lasts. */
import { gated } from "../../../knowledge/gated.ts";
import { currencyOf } from "./lending.ts";
import { periodsAsked } from "./periods-asked.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeShare } from "./write-term.ts";

const VALUED = gated(/\b(?:valuations?|valued|values?|worth|post[- ]?money|pre[- ]?money|market cap\w*|mark)\b/i);
const STAKE = /\b(?:stake|own(?:s|ed|ership)?|holding|slice|share(?!s)|equity|dilut\w*|per ?cent|percentage)\b|%/i;
const PRE = gated(/\bpre[- ]?money\b|\bpre\b/i);
/** What is asked for is the whole. */
const WHOLE = gated(
  /\b(?:whole|entire|all of it|full company|100 ?%|total|imply|implies|implied|implied value|valu(?:es?|ing) (?:the|it|all)|valuation|company(?:'s)? (?:worth|value)|what (?:is|was|would|does|did|makes?)\b.*\b(?:worth|valued|value)|(?:post|pre)[- ]?money)\b/i,
);

const GOT =
  /^\s*(?:buys?|bought|gets?|got|purchase[sd]?|acquire[sd]?|secure[sd]?|(?:is |was )?paid for|takes?|took|for)\b(?: [\w.&'’-]+){0,3}\s*$/i;
/** What a part of it cost is asked of all of it: "what does that imply for all of Intel". */
const ALL_OF_IT = gated(
  /\b(?:all of|the whole(?: of| company| firm| business)?|whole company|entire(?: company)?|100 ?%|impl(?:y|ies|ied)\b.*\b(?:all|whole|entire|valu\w+|company|worth))\b/i,
);

/** "10% at an $852B valuation"; "if 10% is worth $85B, what is the whole worth". */
export const stakeWorth: ReadSum = (sum) => {
  const [percent, money] = [sum.one("percent"), sum.one("money")];
  if (!percent || !money || percent.high > 100 || !sum.complete([percent, money])) return null;
  // "Microsoft's 27% at $852B".
  const isAt =
    percent.end < money.start &&
    /^\s*(?:stake |share |holding )?at(?: an?| the)?\s*$/i.test(sum.text.slice(percent.end, money.start));
  // "What is 27% of OpenAI worth at $852B".
  const between = sum.text.slice(percent.end, money.start);
  const isOfWhole =
    percent.end < money.start &&
    /^\s*(?:stake |share |slice |holding )?(?:of|in)\b.*\bat(?: an?| the)?\s*$/i.test(between) &&
    !/\b(?:sold|bought|paid|cost\w*|fetch\w*)\b/i.test(between);
  const isNamed = (isAt || isOfWhole) && sum.reading.names.orgs.length > 0 && money.high >= 1e9;
  // "$5B got Nvidia about 4% of Intel": somebody and "about" may stand between.
  const got = money.end < percent.start && GOT.test(sum.text.slice(money.end, percent.start));
  if (
    (!VALUED.test(sum.words) && !isNamed && !(got && ALL_OF_IT.test(sum.words))) ||
    !STAKE.test(sum.text) ||
    /\b(?:interest|debt|load|growth|margin|more|less|discount|premium)\b/i.test(sum.words)
  )
    return null;
  // "4% cost $5B: implied valuation?" asks for the whole.
  const near = `${money.before.slice(-40)} ${money.after.slice(0, 24).split(/[.:;?,]|\bimpl/i)[0]}`;
  const buys =
    /^\s*(?:buys?|bought|gets?|got|purchase[sd]?|acquire[sd]?|(?:is |was )?paid for|takes?|took|for)(?: an?)?\s*$/i.test(
      sum.text.slice(money.end, percent.start),
    );
  const isValuation =
    !buys && (isNamed || /\b(?:valuation|valued|post[- ]?money|pre[- ]?money|market cap\w*)\b/i.test(near));
  if (isValuation)
    return evaluated([
      { label: `${percent.text} of ${money.text}`, expression: `${write(money)} * ${writeShare(percent)}` },
    ]);
  // The money stands for the stake: paid for it, or what it is worth.
  const isOfStake =
    got ||
    /\b(?:worth|for|costs?|paid|pays?|bought|buys|at|sold|fetch\w*|=|is)\s*$/i.test(money.before) ||
    money.start < percent.start;
  if (!isOfStake || !(WHOLE.test(sum.words) || (got && ALL_OF_IT.test(sum.words)))) return null;
  return evaluated([
    {
      label: `the whole, where ${percent.text} is ${money.text}`.slice(0, 80),
      expression: `${write(money)} / ${writeShare(percent)}`,
    },
  ]);
};

/** "After a $122B raise at $852B post, what was pre-money": the one without, or with, the new money. */
export const beforeOrAfter: ReadSum = (sum) => {
  const bare = sum.of("number").filter(({ scaled, unit }) => !scaled && unit === "");
  const [first, second, ...more] = bare.length === 2 && MONEY_SAID.test(sum.words) ? bare : sum.of("money");
  if (!first || !second || more.length > 0 || first.unit !== second.unit || !sum.complete([first, second])) return null;
  const [paid, value] = first.high <= second.high ? [first, second] : [second, first];
  const near = `${value.before.slice(-24)} ${value.after.slice(0, 16).split(/[.,;:?]/)[0]}`;
  const asked = (side: string): boolean =>
    new RegExp(
      String.raw`\b(?:what(?:'s| is| was| would be| were)?|implied|how (?:much|high)|give me|find)\b[^?]{0,30}\b${side}[- ]?(?:money)?\b|\b${side}(?:[- ]?money)?(?: valuation| value)?\s*\?`,
      "i",
    ).test(sum.words);
  const [isPost, isPre] = [/\bpost\b/i.test(near), /\bpre\b/i.test(near)];
  const before = asked("pre") || /\b(?:worth|valued|valuation|value) (?:right |just )?before\b/i.test(sum.words);
  if (isPost && !isPre && before)
    return evaluated([{ label: "valuation before the new money", expression: `${write(value)} - ${write(paid)}` }]);
  if (isPre && !isPost && asked("post"))
    return evaluated([{ label: "valuation with the new money", expression: `${write(value)} + ${write(paid)}` }]);
  return null;
};

const MONEY_SAID = gated(/\b(?:pre|post)[- ]?money\b/i);

/** "$30B at a $730B pre-money": the share of the company that new money buys. */
export const stakeBought: ReadSum = (sum) => {
  const [first, second, ...more] = sum.of("money");
  if (
    !first ||
    !second ||
    more.length > 0 ||
    !sum.complete([first, second]) ||
    currencyOf(first) !== currencyOf(second)
  )
    return null;
  if (
    !/\b(?:stake|own(?:s|ership)?|what (?:share|percent(?:age)?|slice|fraction)|dilut\w*|how much of|(?:in |what )per ?cent\w*|percentage|sold|sells?|gives? up|gave up|parts? with|hands? over)\b|%/i.test(
      sum.words,
    )
  )
    return null;
  const [paid, value] = first.high <= second.high ? [first, second] : [second, first];
  const near = `${value.before.slice(-24)} ${value.after.slice(0, 24)}`;
  if (!/\b(?:valuation|valued|post|pre)\b/i.test(near)) return null;
  const whole = PRE.test(near) ? `(${write(value)} + ${write(paid)})` : write(value);
  if (PRE.test(near) && /\bpost\b/i.test(sum.words))
    return evaluated(
      [
        { label: "valuation with the new money", expression: `${write(value)} + ${write(paid)}` },
        { label: `share of the company after ${paid.text}`.slice(0, 80), expression: `${write(paid)} / #1 in %` },
      ],
      { lead: [1, 2], title: `${paid.text} at ${value.text}` },
    );
  return evaluated(
    [{ label: `share of the company after ${paid.text}`.slice(0, 80), expression: `${write(paid)} / ${whole} in %` }],
    { title: `${paid.text} at ${value.text}` },
  );
};

/** "I own 2.5% and the round dilutes by 20%". */
export const diluted: ReadSum = (sum) => {
  const byShares = issued(sum);
  if (byShares) return byShares;
  const [first, second, ...more] = sum.of("percent");
  if (!first || !second || more.length > 0 || !/\bdilut\w*/i.test(sum.words) || !sum.complete([first, second]))
    return null;
  const near = (term: Term) => /\bdilut\w*/i.test(`${term.before.slice(-20)} ${term.after.slice(0, 12)}`);
  const [stake, cut] = near(first) && !near(second) ? [second, first] : [first, second];
  return evaluated([
    { label: `${stake.text} after ${cut.text}`, expression: `${write(stake)} * (1 - ${writeShare(cut)}) in %` },
  ]);
};

/** "160M new shares on 1.63 billion": what they are of all shares afterwards. */
function issued(sum: Sum) {
  const counted = sum.terms.filter(({ kind, scaled }) => kind === "shares" || (kind !== "year" && scaled));
  const [added, before, ...more] = [...counted].sort((a, b) => a.high - b.high);
  if (!added || !before || more.length > 0 || !/\bdilut\w*/i.test(sum.words)) return null;
  if (!counted.some(({ kind }) => kind === "shares") || !sum.complete([added, before])) return null;
  if (added.high >= before.high) return null;
  return evaluated([
    {
      label: `${added.text} of all shares after their issue`.slice(0, 80),
      expression: `${added.low} / (${before.low} + ${added.low}) in %`,
    },
  ]);
}

const LASTS = gated(
  /\b(?:runway|how long (?:will|does|would|can|do)\b.*\b(?:last|keep|go)|(?:run|runs) out|lasts?|out of (?:cash|money))\b/i,
);

/** Cash over what is burnt of it. */
export const runway: ReadSum = (sum) => {
  const burn = sum.one("flow") ?? burnOf(sum);
  const [cash, ...more] = sum.of("money").filter((term) => term !== burn);
  if (more.length > 0) return null;
  if (!LASTS.test(sum.words) || !cash || !burn || cash === burn || !sum.complete([cash, burn])) return null;
  const rate = burn.kind === "flow" ? `(${write(burn)})` : `(${write(burn)} / 1 year)`;
  const asksMonths = periodsAsked(sum.words).includes("month") || /\bmonths\b/i.test(sum.words);
  return evaluated(
    [
      { label: "cash lasts", expression: `${write(cash)} / ${rate} in years` },
      { label: "in months", expression: "#1 in months" },
    ],
    { title: `${cash.text} at ${burn.text}`, lead: asksMonths ? [2, 1] : [1, 2] },
  );
};

const burnOf = (sum: Sum): Term | null =>
  sum
    .of("money")
    .find(
      ({ before, after }) =>
        /\b(?:burn\w*|loses|losing|spend(?:s|ing)?)(?: of| is| at| about| around)*\s*$/i.test(before) ||
        /^\s*(?:of )?(?:cash[- ]|net |annual |yearly )*burn\w*/i.test(after),
    ) ?? null;
