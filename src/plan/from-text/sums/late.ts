/** What is left when a share comes late or falls away, and amounts with so much put on or taken off. */

import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import { ratesNamed } from "../rates-named.ts";
import { roleOf } from "./roles.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writePercentPerYear, writeShare } from "./write-term.ts";

const LATE = gated(
  /\b(?:late|delay\w*|slip\w*|behind schedule|on[- ]time|on[- ]schedule|pushed (?:out|back)|postponed|haircut)\b/i,
);

/** What slips over its budget is dearer, and not later. */
const OVER_BUDGET = gated(
  /\b(?:over|above|beyond|past)\s+(?:the |its |our |a )?\s*(?:budget|cost estimate|planned cost)\b/i,
);

export const late: ReadSum = (sum) => {
  if (!LATE.test(sum.words) || OVER_BUDGET.test(sum.words)) return null;
  const expected = lateAsExpected(sum);
  if (expected) return expected;
  const [percent, ...more] = sum.of("percent");
  const size = sum.one("power", "money");
  const rate = sum.one("rate");
  if (!percent || more.length > 0 || !size || !sum.complete([percent, size, rate])) return null;
  const carried = carriedWhileLate(sum, percent);
  if (carried) return carried;
  if (COSTS_MONEY.test(percent.before)) return null;
  const share = writeShare(percent);
  // "60% on time" says the other share.
  const saysOnTime =
    /^\s*(?:(?:is|are|of \w+|will be|\w+)\s){0,3}(?:on[- ]time|on[- ]schedule)/i.test(percent.after) &&
    roleOf(percent) !== "late";
  const onTime = { label: "on time", expression: `${write(size)} * ${saysOnTime ? share : `(1 - ${share})`}` };
  const behind = { label: "late", expression: `${write(size)} * ${saysOnTime ? `(1 - ${share})` : share}` };
  const asksLate =
    /\b(?:how (?:much|many)|what)\b[^?]*\b(?:is|are|comes?|slips?|will be|gets?|would be) (?:late|delayed|slip\w*)/i.test(
      sum.words,
    ) && !/\b(?:on[- ]time|on[- ]schedule|left|remain\w*)\b/i.test(sum.words);
  const lines = [onTime, behind];
  const ofLate = rate !== null && COST_OF_LATE.test(sum.words);
  if (rate) {
    const label = ofLate ? "cost of what is late" : "cost of what is on time";
    lines.push({ label, expression: `#${ofLate ? 2 : 1} * ${write(rate)}` });
  }
  return evaluated(lines, {
    title: `${size.text}, ${percent.text} ${saysOnTime ? "on time" : "late"}`,
    lead: rate ? [3, ofLate ? 2 : 1] : asksLate ? [2, 1] : [1],
    notes: ["late-not-cancelled"],
  });
};

/** "How much of a 16 GW pipeline slips at the expected share": the share on record. */
function lateAsExpected(sum: Sum): PlanInput | null {
  const size = sum.one("power", "money");
  if (!size || !sum.complete([size]) || !AS_EXPECTED.test(sum.words)) return null;
  const late = { label: "late", expression: `${write(size)} * @slip-rate` };
  const onTime = { label: "on time", expression: `${write(size)} * (1 - @slip-rate)` };
  const asksOnTime = /\b(?:on[- ]time|on[- ]schedule|left|remain\w*)\b/i.test(sum.words);
  return evaluated(asksOnTime ? [onTime, late] : [late, onTime], {
    title: `${size.text} at the share expected late`,
    lead: [1, 2],
    notes: ["late-not-cancelled"],
  });
}
const AS_EXPECTED = gated(
  /\b(?:expected|usual|typical|default|recorded|your|going|average) (?:late |slip(?:page)? |delay )?(?:share|rate|slippage|delay)\b/i,
);

/** "3 GW late by a year at 6.6% on 47B per GW": what the money costs that waits. */
function carriedWhileLate(sum: Sum, percent: Term): PlanInput | null {
  const [size, rate, time] = [sum.one("power", "money"), sum.one("rate"), sum.one("time")];
  if (!size || (size.kind === "power" && !rate) || !COSTS_MONEY.test(percent.before)) return null;
  const bare = BY_ONE.exec(sum.words)?.[1];
  const over = time ? write(time) : bare ? `1 ${bare}` : null;
  if (!over || !sum.complete([percent, size, rate, time])) return null;
  const spent = rate ? `${write(size)} * ${write(rate)}` : write(size);
  return evaluated(
    [
      { label: "money spent", expression: spent },
      {
        label: `carrying it for ${time?.text ?? `a ${bare}`}`,
        expression: `#1 * ${writePercentPerYear(percent)} * ${over}`,
      },
    ],
    { lead: [2, 1], title: `${size.text} late by ${time?.text ?? `a ${bare}`}` },
  );
}
const COST_OF_LATE = gated(
  /\b(?:costs?|worth|value|money|dollars|capex|price)\b[^?]*\b(?:of|for|in|tied up in|is|that is|that's) (?:the |what(?:'s| is) |that )*(?:late|delayed|slipp\w+|behind)\b/i,
);
/** A share behind "at" is what money costs, and none of what is late. */
const COSTS_MONEY = /(?:\bat|@|\bwith|\binterest(?: of| at)?|\brate(?: of)?)\s*$/i;
const BY_ONE = gated(/\b(?:by|for|of|comes?|runs?|is) (?:an?|one) (?:full |whole )?(year|quarter|month)\b/i);

/** "A 20% revenue share on $13.1B", "1.4% management fee on $30B": a share that is called by what it is for. */
function feeOn(sum: Sum): PlanInput | null {
  const [percent, money] = [sum.one("percent"), sum.one("money", "flow")];
  if (
    !percent ||
    !money ||
    percent.end > money.start ||
    !sum.complete([percent, money]) ||
    roleOf(percent) === "margin"
  )
    return null;
  const between = sum.text.slice(percent.end, money.start);
  const stake =
    /\b(?:stake|share|slice|holding)(?: worth)?(?: of| is)?\s*$/i.test(percent.before) &&
    /^\s*(?:in|of) an?\s*$/i.test(between);
  // "Tax at 21% on $3.1B".
  const called =
    /\b(?:tax(?:es|ed)?|fees?|commission|royalt(?:y|ies)|levy|duty|tariff|tithe|opex|running costs?|operating costs?|upkeep|maintenance|insurance)(?: rate)?(?: (?:of|at|is))?\s*$/i.test(
      percent.before,
    );
  if (
    !(FEE.test(between) || stake || (called && /^\s*(?:rate )?on\b/i.test(between))) ||
    !/\b(?:on|of|from|in)(?: (?:the|an?|its|their))*\s*$/i.test(between)
  )
    return null;
  return evaluated([
    { label: `${percent.text} of ${money.text}`.slice(0, 80), expression: `${write(money)} * ${writeShare(percent)}` },
  ]);
}
const FEE = gated(
  /^\s*(?:[a-z-]+ ){0,2}(?:fees?|share|cut|commission|tax|levy|royalt(?:y|ies)|take|carry|premium|gain|return|loss|profit|deposit|prepayment|down ?payment|advance|contribution|reserve|stake|slice|holding|piece|position|opex|upkeep|maintenance|running costs?|operating costs?)\b/i,
);

/** "20% of OpenAI's revenue, and revenue is $30B: how much is that": the money is called as the share's whole is. */
function ofTheSame(sum: Sum): PlanInput | null {
  const [percent, money] = [sum.one("percent"), sum.one("money", "flow")];
  if (!percent || !money || !sum.complete([percent, money]) || !/\b(?:how much|what)\b/i.test(sum.words)) return null;
  const whole =
    /^\s*of\s(?:\S+\s){0,3}?(revenues?|sales|profits?|capex|spend(?:ing)?|backlog|costs?|cash flow|output|debt)\b/i.exec(
      percent.after,
    )?.[1];
  if (!whole || percent.end > money.start) return null;
  const again = new RegExp(String.raw`\b${whole.replace(/s$/i, "")}s?\b.{0,24}$`, "i").test(
    sum.text.slice(percent.end + percent.after.indexOf(whole) + whole.length, money.start),
  );
  if (!again) return null;
  return evaluated([
    { label: `${percent.text} of ${money.text}`.slice(0, 80), expression: `${write(money)} * ${writeShare(percent)}` },
  ]);
}

/** "What is 40% of the $500B plan". */
export const partOf: ReadSum = (sum) => {
  const named = feeOn(sum) ?? ofTheSame(sum);
  if (named) return named;
  const [percent, ...others] = sum.of("percent");
  const whole = sum.one("money", "power", "chips", "shares", "homes");
  if (!percent || others.length > 0 || !whole || !sum.complete([percent, whole])) return null;
  if (/\bat\b/i.test(sum.text.slice(percent.end, whole.start))) return null;
  // "6% of what is $1.2B": the whole of which it is a part.
  if (/^\s*of (?:what|which)(?: \w+)? (?:is|are|makes?|gives?|equals?|comes? to|would be)\b/i.test(percent.after))
    return evaluated([
      {
        label: `the whole of which ${percent.text} is ${whole.text}`.slice(0, 80),
        expression: `${write(whole)} / ${writeShare(percent)}`,
      },
    ]);
  // "10% of 4.5 GW goes to spare: usable?" asks for the rest.
  if (/\b(?:usable|available|net|left|remain\w*|rest)\b/i.test(sum.words)) return null;
  if (LATE.test(sum.words) || !/^\s*of\b/i.test(percent.after) || whole.start < percent.end || roleOf(percent) !== null)
    return null;
  const [rate, ...rates] = whole.kind === "power" && AT_AFTER.test(whole.after) ? ratesNamed(sum.reading) : [];
  if (rate && rates.length === 0)
    return evaluated(
      [
        {
          label: `${percent.text} of ${whole.text}`.slice(0, 80),
          expression: `${write(whole)} * ${writeShare(percent)}`,
        },
        { label: `at ${sum.reading.library.rates.get(rate)?.name ?? ""}`.slice(0, 80), expression: `#1 * @${rate}` },
      ],
      { lead: [2, 1] },
    );
  const { deals, orgs } = sum.reading.names;
  const isShort = deals.length + orgs.length === 0 && sum.text.slice(0, percent.start).trim().split(/\s+/).length <= 3;
  if (
    !isShort &&
    !/^(?:so |and |ok |what(?:'s| is| would be)? |how much (?:is|would be) |calculate |work out )*\s*$/i.test(
      sum.text.slice(0, percent.start),
    )
  )
    return null;
  return evaluated([
    { label: `${percent.text} of ${whole.text}`.slice(0, 80), expression: `${write(whole)} * ${writeShare(percent)}` },
  ]);
};

const AT_AFTER = /^\s*(?:at|by|with|using|on)\b/i;
const MORE = gated(
  /\b(?:overruns?|over budget|contingency|premium|mark[- ]?up|more(?: expensive)?|higher|extra|on top|inflation|above|increase[sd]?|raise[sd]?|boost\w*|bump\w*|dearer|goes? up|rises?|uplift|buffer|add|plus|blow(?:s|n)?(?: out| up)?|balloon\w*|swell(?:s|ed)?|(?:came|comes?|coming|runs?|ran|went|goes?|is|was|ends? up) (?:in )?over|over(?=\s*(?:[,.?!;:]|$|plan|estimate|target|cost)))\b/i,
);
const LESS = gated(
  /\b(?:discount\w*|haircut|less|off|cheaper|lower|below|decrease[sd]?|savings?|falls?|drops?|cut|reduc\w+|minus|knock|under(?:spen[dt]|run)?|trim(?:s|med)?|shav(?:e|es|ed)|slash(?:es|ed)?)\b/i,
);

/** "20% over the 18bn budget". */
const PASSES = /^\s*(over|above|under|below) (?:the|its|our|a|that|this|plan|budget)\b/i;
/** "$45bn up 12%". */
const UP_OR_DOWN = /\b(up|down)(?: by)?(?: about| another)?\s*$/i;

/** "$50B with a 20% overrun", "4 GW at 45bn/gw less 10%". */
export const adjusted: ReadSum = (sum) => {
  const [percent, ...others] = sum.of("percent");
  if (
    !percent ||
    others.length > 0 ||
    (roleOf(percent) !== null && !OVER_BUDGET.test(sum.words)) ||
    /\b(?:bps?|basis points?)\b/i.test(percent.text) ||
    // "5% of the raise" is a part of it.
    (/^\s*of (?:the |an? |its |their )?\w/i.test(percent.after) &&
      !MORE.test(percent.before) &&
      !LESS.test(percent.before))
  )
    return null;
  // From one rate to another is no share that is put on.
  if (percent.ends.length > 1 && /\bfrom\s*$/i.test(percent.before)) return null;
  const near = `${percent.before.slice(-24)} ${percent.after.slice(0, 24)}`;
  const moved =
    UP_OR_DOWN.exec(percent.before)?.[1]?.toLowerCase() ??
    { over: "up", above: "up", under: "down", below: "down" }[PASSES.exec(percent.after)?.[1]?.toLowerCase() ?? ""];
  const told = [near, sum.words].map((text) => [MORE.test(text), LESS.test(text)] as const);
  // "Cut $50B per GW by 15%": the word stands before the amount.
  const [more, less] = told.find(([up, down]) => up !== down && (near !== "" || /\bby\s*$/i.test(percent.before))) ?? [
    false,
    false,
  ];
  const [isMore, isLess] = more === less ? [moved === "up", moved === "down"] : [more, less];
  if (isMore === isLess) return null;
  const alone = sum.one("rate", "flow", "price", "unit-price", "hourly", "chips", "racks", "energy", "unit-power");
  const size = sum.one("power", "money") ?? alone;
  const rate = size === alone ? null : sum.one("rate");
  if (!size || !sum.complete([percent, size, rate])) return null;
  const factor = `(1 ${isMore ? "+" : "-"} ${writeShare(percent)})`;
  const whole = rate ? `${write(size)} * ${write(rate)}` : write(size);
  return evaluated([{ label: `with ${percent.text} ${isMore ? "more" : "less"}`, expression: `${whole} * ${factor}` }]);
};
