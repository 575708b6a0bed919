/** A calculation that lacks one of its numbers, where the records have none to take instead: what is missing is named. */
import { gated, type Pattern } from "../../knowledge/gated.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { isBill } from "./sums/roles.ts";
import { readSum, type Sum } from "./sums/sum.ts";
import type { Kind } from "./sums/terms.ts";

type Need = { has: (sum: Sum) => boolean; called: string };

const any =
  (...kinds: Kind[]) =>
  (sum: Sum): boolean =>
    sum.of(...kinds).length > 0;
const number = (words: Pattern) => (sum: Sum) =>
  sum.of("number").some(({ before, after }) => words.test(`${before} # ${after}`));

const LOAN: Need = { has: any("money"), called: "the amount of the loan" };
const RATE: Need = { has: any("percent"), called: "the interest rate" };
const LENGTH: Need = { has: any("time"), called: "the length of the loan" };
const POWER: Need = {
  has: (sum) => sum.terms.some(isBill) || any("power", "energy", "unit-power", "chips", "racks", "pace")(sum),
  called: "the power, or the energy used",
};
const WHOLE: Need = { has: any("money", "unit-price", "shares"), called: "what the whole is worth" };

/** "Cost per GPU of a $4B cluster": one of them is no answer. */
const PER_THING = gated(
  /\b(?:per|for each|for every|each) (?:single )?(?:¤+|gpu|chip|card|accelerator|tpu|rack|share|home|household|server|building|employee|job)\b(?![- ]?h(?:ou)?r)/i,
);

/** What is asked for in words, and all that it takes. The first that fits is meant. */
const SUMS: readonly { asked: Pattern; needs: readonly Need[]; first?: true }[] = [
  {
    asked:
      /\b(?:(?:monthly|annual|yearly|quarterly|level) (?:loan )?(?:re)?payments?|instal?lments?|debt service|payments?(?= (?:on|for|of) (?:an?|the|my|our) ))\b.*(?:\b(?:loan|debt|mortgage|bonds?|borrow\w*|financ\w*|notes?)\b|%)|\b(?:loan|debt|mortgage)\b.*\b(?:monthly|annual|yearly|quarterly|level) (?:re)?payments?\b/i,
    needs: [LOAN, RATE, LENGTH],
    first: true,
  },
  {
    asked:
      /\b(?:annual|yearly|monthly|quarterly|how much|what(?:'s| is)? the) interest\b(?! rate).*%|%.*\b(?:annual|yearly) interest\b/i,
    needs: [LOAN, RATE],
  },
  {
    asked:
      /\b(?:electricity|power|energy|utility) (?:bill|costs?)\b|\bbill\b.*\b(?:electricity|data ?cent(?:er|re)|campus|site)\b/i,
    needs: [POWER],
  },
  {
    asked:
      /\bhow many (?:¤+s?|gpus?|chips?|accelerators?|tpus?|racks?)\b.*\b(?:pue|rack power|kw|overheads?|run|power)\b/i,
    needs: [{ has: any("power", "energy", "money", "racks", "chips"), called: "the power of the site" }],
  },
  {
    asked: /^(?:so )?(?:what(?:'s| is| would be)? )?(?:the )?pue (?:of|for|at)\b|\bpue\s*\?*$/i,
    needs: [
      {
        has: (sum) => sum.of("power").length > 1 || number(/\bpue\b/i)(sum),
        called: "the power of the IT beside that of the site",
      },
    ],
  },
  {
    asked:
      /^(?:what(?:'s| is| would be)?|how much is|value of)? ?(?:an?|my|the|our)?\s*(?:stake of )?\s+(?:stake |share |of (?:it|the company) )*(?:worth|stake|valued?)\b/i,
    needs: [WHOLE],
  },
  {
    asked: /\brunway\b|\bhow long (?:will|does|would|can|do)\b.*\b(?:cash|money)\b.*\blast/i,
    needs: [
      {
        has: (sum) => sum.of("money", "flow").length > 1 || sum.of("flow").length > 0,
        called: "how much of it is spent in a month or a year",
      },
    ],
  },
  {
    asked: /\b(?:straight[- ]line |annual |yearly )?depreciation\b.*\b(?:over|years?)\b/i,
    needs: [{ has: any("money", "power", "rate", "unit-price"), called: "what was paid for it" }],
  },
  {
    asked: /\b(?:cagr|compound (?:annual )?growth)\b/i,
    needs: [
      {
        has: (sum) =>
          sum.terms.some(({ ends }) => ends.length > 1) ||
          sum.terms.filter(({ kind }) => kind !== "year" && kind !== "time").length > 1,
        called: "the amount at the beginning and at the end",
      },
      {
        has: (sum) => sum.of("time").length > 0 || sum.of("year").length > 1 || MONTHS.test(sum.text),
        called: "the number of years",
      },
    ],
  },
  {
    first: true,
    asked: /\bhow much per (?:gw|mw|gigawatt|megawatt) is\b/i,
    needs: [{ has: any("power"), called: "for how many gigawatts it is" }],
  },
  {
    first: true,
    asked:
      /\b(?:interest|(?:annual|yearly|monthly|quarterly) (?:cost|carry|bill)|costs?|what does|how much (?:is|does|would))\b.*\b(?:of|on|for|does) (?:an?|the|my|our) (?:\S+ ){0,3}(?:loan|debt|mortgage|bond|borrowing|note)s?\b(?! (?:package|round|deal))/i,
    needs: [
      {
        has: (sum) => sum.of("percent").length === 0 || any("money", "rate", "power")(sum),
        called: "the amount of the loan",
      },
    ],
  },
  {
    first: true,
    asked: PER_THING,
    needs: [
      {
        has: (sum) => !sum.of("money").some(({ high }) => high >= 1e6) || sum.terms.length > 1,
        called: "how many of them there are",
      },
    ],
  },
  {
    first: true,
    asked: /\$.*\b(?:per|a|each) (?:gpu|chip)[- ]hour\b/i,
    needs: [
      {
        has: (sum) =>
          any("price", "chips", "racks", "unit-price", "hourly", "unit-power", "rate", "power", "number")(sum) ||
          sum.terms.some(({ unit }) => /\b(?:chip|rack)\b/.test(unit)),
        called: "for how many GPUs it is",
      },
    ],
  },
];
const OPEN = { asked: /$/, needs: [], first: true } as const;
const MONTHS = gated(/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i);

/** What others would read as less than it is: a payment as the interest alone. */
export const inputMissingAtOnce: ReadRule = {
  name: "input-missing",
  read: (reading) => missing(reading, ({ first }) => first === true),
};

/** What nothing else has read. */
export const inputMissing: ReadRule = { name: "input-missing", read: (reading) => missing(reading, () => true) };

/** "Electricity for 3 TWh at?": what should stand behind the last word. */
const DANGLING = /^(?!\W*(?:what|how|where|which|who|when)\b).*\b(at|per|over|by|times|with a|at a|divided by)\s*\?+$/i;
const BEHIND: Readonly<Record<string, string>> = {
  at: "the price or the rate",
  "at a": "the price or the rate",
  over: "how long it is, or what it is divided by",
};

function missing(reading: Reading, which: (sum: (typeof SUMS)[number]) => boolean): PlanInput | null {
  const { names, conversation } = reading;
  if (conversation.plan !== null || conversation.deal !== null || reading.question.length > LONGEST) return null;
  if (names.deals.length + names.orgs.length + names.people.length + names.places.length > 0) return null;
  const sum = readSum(reading);
  if (sum.terms.length === 0 && !/\bbill\b/i.test(sum.words)) return null;
  // Whoever asks what something means, or on what it depends, calculates nothing.
  if (NOT_ASKED.test(sum.words)) return null;
  const words = sum.words.replace(/\s+/g, " ");
  const open = DANGLING.exec(sum.text)?.[1]?.toLowerCase();
  if (open && sum.terms.length > 0 && which(OPEN))
    return { kind: "decline", reason: "missing-input", about: BEHIND[open] ?? `what stands behind “${open}”` };
  const meant = SUMS.find((one) => which(one) && (one.asked.test(sum.text) || one.asked.test(words)));
  const lacking = meant?.needs.filter(({ has }) => !has(sum)) ?? [];
  if (lacking.length === 0) return null;
  return { kind: "decline", reason: "missing-input", about: lacking.map(({ called }) => called).join(" and ") };
}
const LONGEST = 240;
const NOT_ASKED = /\b(?:mean|means|definition|define|explain|depends?|average|typical(?:ly)?|usual(?:ly)?|why)\b/i;
