/** Calculations in words. The rules of each kind are tried from the most particular to the most general. */
import { gated } from "../../knowledge/gated.ts";
import { digitsFor } from "../number-words.ts";
import type { Attribute, PlanInput } from "../plan.ts";
import { atEndOfRange } from "./at-end-of-range.ts";
import { ofNamedRate } from "./at-part-of-rate.ts";
import { ASKED } from "./attributes.ts";
import { calculationCases } from "./calculation-cases.ts";
import { calculationChain } from "./calculation-chain.ts";
import { calculationDeals } from "./calculation-deals.ts";
import { calculationEstimates } from "./calculation-estimates.ts";
import { calculationExpression } from "./calculation-expression.ts";
import { calculationFollowUp } from "./calculation-follow-up.ts";
import { claimChecked } from "./claim-checked.ts";
import { eachOfTwo } from "./each-of-two.ts";
import { energyForPower } from "./energy-for-power.ts";
import { formula } from "./formula.ts";
import { inFewWords } from "./in-few-words.ts";
import { inputMissing, inputMissingAtOnce } from "./input-missing.ts";
import { ranksEstimates } from "./rate.ts";
import { ratesNamed } from "./rates-named.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { withRecordedAssumptions } from "./recorded-assumptions.ts";
import { severalAsked } from "./several-asked.ts";
import { sourceWithoutCost } from "./source-without-cost.ts";
import { atRecordedRate } from "./sums/at-recorded-rate.ts";
import { eachYear } from "./sums/each-year.ts";
import { goingOn } from "./sums/going-on.ts";
import { racksOfOwner } from "./sums/racks-of-owner.ts";
import { hasRates, readSums } from "./sums/read-sums.ts";
import { readSum } from "./sums/sum.ts";
import { timesAsMuch } from "./sums/times-as-much.ts";

const KINDS: readonly ReadRule[] = [
  formula,
  { name: "each-year", read: eachYear },
  { name: "at-recorded-rate", read: atRecordedRate },
  atEndOfRange,
  claimChecked,
  calculationEstimates,
  { name: "times-as-much", read: timesAsMuch },
  { name: "racks-of-owner", read: racksOfOwner },
  calculationFollowUp,
  { name: "going-on", read: goingOn },
  calculationCases,
  inputMissingAtOnce,
  severalAsked,
  eachOfTwo,
  { name: "sums", read: readSums },
  calculationDeals,
  calculationChain,
  calculationExpression,
  inputMissing,
];

/** "The IBM CEO's number" names somebody's estimate, and asks for no person. */
const COST_OR_NUMBER = gated(/\b(?:costs?|numbers?|figures?|estimates?|per[- ]gw)\b/i);
const OPINION = gated(
  /\b(?:(?:did|does|do|has|had) .{2,40}\b(?:think|make of|feel|call|called|(?:say|said)(?: \w+){0,2} (?:about|of|on))\b|opinion|reactions?|react(?:ed|s)?|views? (?:of|on)|verdict on|take on)\b/i,
);
const OF_A_RECORD =
  /\b(?:which|who|whose|whom|when|where|list|deals?|contracts?|sites?|campus(?:es)?|announced?|signed|leases?|loans?|bonds?|financings?|borrowings?|rounds?|invest\w*|stakes?|acqui\w+|compan(?:y|ies)|lab|startups?|changed?|news|projects?|agreements?|joint ventures?|jvs?|partnerships?|licen[cs]es?|ppas?|ipos?|commitments?|committed|pledg\w*|raised|it|its|that|this|they|their)\b/i;
const OF_RECORDS: ReadonlySet<Attribute> = new Set(["status", "announced", "when", "expected", "parties", "sources"]);

/** "What day did the 122bn raise close": a day of something with an amount, whoever it is of. */
const DAY_OF = gated(
  /^\W*(?:(?:so|and|ok)[\s,]+)*(?:when|(?:on )?(?:what|which) (?:day|date|month)) (?:did|was|were|is|will|does)\b.*\b(?:raise|round|deal|contract|bonds?|loan|lease|financing|investment|purchase|acquisition|ipo|order|facility|pledge)\b/i,
);

/** A sum with somebody's numbers changed or carried on: what is on record of them is no answer to it. */
const HYPOTHETICAL =
  /\b(?:present value|npv|wacc|blended|compound\w*|scale (?:it|that|this)|apply (?:it|that|this)|(?:if|suppose|assum\w+|say)\b[^?]*\b(?:trad(?:es?|ed|ing)|ran|run|runs|running|climbs?|grows?|grew|rises?|falls?|costs?|draws?|pays?|paid|rents?) (?:\S+ ){0,3}#)/i;

/** "600/13.1 multiple": two numbers or more, whatever they count. */
const hasNumbers = (reading: Reading): boolean =>
  readSum(reading).terms.filter(({ kind }) => kind !== "year").length > 1;

function isHypothetical(reading: Reading): boolean {
  const { terms, text } = readSum(reading);
  const numbers = terms.filter(({ kind }) => kind !== "year");
  if (numbers.length < 2) return false;
  let marked = text;
  for (const { start, end } of [...numbers].reverse()) marked = `${marked.slice(0, start)}#${marked.slice(end)}`;
  return HYPOTHETICAL.test(marked);
}

/** Three numbers or more, and a word or sign that does something with them: a figure on record is no answer, least of all one of the three. */
function isWorkedWith(reading: Reading): boolean {
  if (!WORKS.test(reading.question)) return false;
  const { terms } = readSum(reading);
  const { mentions } = reading.names;
  const numbers = terms.filter(
    ({ kind, start, end }) =>
      kind !== "year" && !mentions.some((mention) => mention.start <= start && mention.end >= end),
  );
  return numbers.reduce((count, { ends }) => count + ends.length, 0) >= 3;
}
const WORKS =
  /\b(?:divide[ds]?|multipl(?:y|ied)|subtract(?:ed)?|sum:|interest on|yearly interest|annual interest)\b|\bsum\b.*:|(?:\d\S*|[gm]w|gigawatts?) = \S*\d|\bat (?:a )?\d+(?:\.\d+)?\s?(?:%|percent)/i;

/** "How many reactors is 10 GW": a count that no record of reactors tells. */
const MADE_UP_OF = gated(
  /^(?:\W*(?:so|and|but|ok),? )*how many (?:[\w-]+ ){1,4}(?:is|are|equals?|make up|would be|does it take (?:for|to (?:make|power|supply))|go into|fit (?:in|into)) (?:an? )?\d[\d.,]* ?(?:gigawatts?|megawatts?|gw|mw)\W*$/i,
);

const TAKES_OFF = gated(/^\W*(?:(?:and|then|so|now|ok)\b[\s,]*)*(?:minus|less|take (?:off|away)|without)\b/i);

/** A gigawatt and a load are terms of the field: naming them names nobody. */
const NAMING: ReadonlySet<string> = new Set(["deal", "org", "person", "place", "metric", "topic", "rate"]);

/** A few dollars build nothing. */
const isOfSmallChange = (plan: PlanInput): boolean =>
  plan.kind === "estimate" &&
  /^(?:USD|EUR|GBP)$/.test(plan.quantity.unit) &&
  plan.quantity.high < 10_000 &&
  (plan.to ?? "cost") === "cost";

/** How much power a deal has is no question for what that costs. */
const isOfItsSize = (plan: PlanInput, question: string): boolean =>
  plan.kind === "estimate" &&
  (plan.deals ?? []).length > 0 &&
  (plan.to ?? "cost") === "cost" &&
  /\bhow (?:many|much) (?:gws?|gigawatts?|gigs|mws?|megawatts?|power)\b/i.test(question) &&
  !/[$€£]|\b(?:cost\w*|price\w*|dollars?|capex|spen[dt]\w*|bill|billion|bn)\b/i.test(question);

/** "Which fund wants to buy $100B of assets": whoever has such an amount is asked for, and nothing that it would build. */
const isOfSomebody = (plan: PlanInput, question: string): boolean =>
  plan.kind === "estimate" && plan.quantity.unit === "USD" && WHO_HAS.test(question) && !BUILDS.test(question);
const WHO_HAS = gated(
  /^\W*(?:(?:so|and|ok),? )?(?:who|(?:which|what) (?:[\w-]+ ){0,3}?(?:funds?|compan(?:y|ies)|banks?|labs?|firms?|investors?|developers?|neoclouds?|hyperscalers?|utilit(?:y|ies)|lenders?|groups?|consortium|start-?ups?|vendors?|partnerships?|deals?))\b/i,
);
const BUILDS = /\b(?:gws?|gigawatts?|mws?|megawatts?|power|capacity|estimates?|per)\b/i;

const TWO_PARTS = gated(
  /^(?=.*\b(?:per|a|each) (?:gw|gigawatt|mw|megawatt)\b).*\b(?:shell|buildings?|construction)s?\b.{0,12}(?:\b(?:plus|and|with)\b|[+&]).{0,12}\b(?:chips?|gpus?|servers?|hardware)\b/i,
);

const WAS_BOUGHT = gated(
  /^(?!.*\b(?:if|would|could|might)\b).*\bhow many\b.*\b(?:did|has|have|had)\b.*\b(?:buy|bought|order(?:ed)?|purchased?|get|got|received?|secured?|acquired?)\b/i,
);

const IS_BOUGHT = gated(
  /\bhow many\b.{0,40}\b(?:chips?|gpus?|tpus?|accelerators?)\b.{0,20}\b(?:is|are|was|were) (?:they|it|he|she|[\w.&-]+) (?:now |also |actually )?(?:renting|buying|ordering|leasing|taking|getting|adding)\b/i,
);

const MOST_NUMBERS = 120;

const TIME_BELOW_ZERO =
  /\b(?:over|for|across|through|in|lasting) (?:minus |negative |[-−–])\s?(\d[\d.]*[ -]?(?:years?|yrs?|quarters?|months?))\b/i;

export const calculation: ReadRule = {
  name: "calculation",
  read(reading) {
    const { quantities, names } = reading;
    // Nobody asks for a sum of so many numbers: it is a text that was pasted, and may still be about what it names.
    if ((reading.question.match(/\d+/g)?.length ?? 0) > MOST_NUMBERS)
      return names.mentions.length === 0 ? { kind: "decline", reason: "not-understood" } : null;
    const bad = quantities.find((found) => found.negative || !Number.isFinite(found.quantity.high));
    // "Minus 2 GW" after a sum takes so much off it.
    const takesOff = TAKES_OFF.test(reading.question) && reading.conversation.plan !== null;
    if (bad && !takesOff && names.deals.length === 0)
      return {
        kind: "decline",
        reason: "bad-quantity",
        about: `${bad.negative ? "-" : ""}${bad.quantity.text.replace(/^-/, "")}`,
      };
    const negative =
      /(?:^|\b(?:of|for|does|do|is|are|would|will|might|costs?|price)\s)(?:minus|negative)\s(\d[\d.,]*\s?[a-z]+)/i.exec(
        digitsFor(reading.question),
      )?.[1];
    if (negative && !takesOff && quantities.length === 1)
      return { kind: "decline", reason: "bad-quantity", about: `-${negative}` };
    const [, shorter] = TIME_BELOW_ZERO.exec(digitsFor(reading.question)) ?? [];
    if (shorter) return { kind: "decline", reason: "bad-quantity", about: `-${shorter}` };
    // "banana GW": a unit whose number is none.
    const noNumber =
      /^(?!(?:per|an?|one|how|total|which|what|all|many|more|the|in|each|combined|together|altogether|overall|whole|full|firm|initial|planned|contracted|extra|maximum|minimum|peak|nuclear|solar|gas)\b)[a-z]+ ?(?:gw|mw|gigawatts?|megawatts?)[?.!]*$/i;
    if (
      quantities.length === 0 &&
      !names.mentions.some((mention) => mention.start === 0) &&
      noNumber.test(reading.question)
    )
      return { kind: "decline", reason: "bad-quantity", about: reading.question };
    // What somebody thinks of a deal is no sum with the somebody's number.
    if (names.people.length > 0 && OPINION.test(reading.question) && !COST_OR_NUMBER.test(reading.question))
      return null;
    const unlike = energyForPower(reading);
    if (unlike) return unlike;
    // "Shell plus chips per gigawatt" at a site is on record, and no sum with one of the two.
    if (quantities.length === 0 && names.deals.length === 1 && TWO_PARTS.test(reading.question)) return null;
    if (ranksEstimates(reading)) return null;
    const without = sourceWithoutCost(reading);
    if (without) return { kind: "decline", reason: "missing-number", about: without };
    // Who, when, and how firm are asked of the records, whatever amounts stand beside.
    const asked = ASKED.first(reading.question)?.attribute;
    const goesOn = reading.conversation.plan?.kind === "estimate";
    const byAnEstimate = (COST_OR_NUMBER.test(reading.question) || goesOn) && ratesNamed(reading).length > 0;
    // "What should I expect in 2.5" asks for no date, and neither does "paid 87.20 when it closed at 92.98".
    const beside = asked === "expected" || (asked === "when" && !/^\W*when\b/i.test(reading.question));
    const dated = !beside || readSum(reading).terms.filter(({ kind }) => kind !== "year").length < 2;
    const ofRecord = names.orgs.length + names.people.length > 0 || DAY_OF.test(reading.question);
    if (asked && dated && OF_RECORDS.has(asked) && ofRecord && !byAnEstimate) return null;
    // What somebody bought with an amount is on record, or not known.
    if (ofRecord && WAS_BOUGHT.test(reading.question) && !byAnEstimate) return null;
    // "How many GPUs are they renting there" as well, of what was spoken of.
    if ((ofRecord || reading.conversation.deal !== null) && IS_BOUGHT.test(reading.question)) return null;
    for (const kind of KINDS) {
      const plan = kind.read(reading);
      if (
        plan &&
        !isOfSmallChange(plan) &&
        !isOfItsSize(plan, reading.question) &&
        !isOfSomebody(plan, reading.question)
      )
        return withRecordedAssumptions(reading, ofNamedRate(reading.question, plan));
    }
    const few = inFewWords(reading);
    if (few) return few;
    if (MADE_UP_OF.test(reading.question) && quantities.length === 1 && reading.conversation.plan === null)
      return { kind: "decline", reason: "not-understood", about: reading.question.slice(0, 200) };
    // Amounts, and nobody and nothing of the records named: it is a calculation, only none that is understood. What the
    // records say of something near would be no answer to it.
    const nobody =
      names.deals.length + names.orgs.length + names.people.length + names.places.length === 0 &&
      !names.mentions.some(({ refs }) => refs.some(({ type }) => NAMING.has(type)));
    if (
      nobody &&
      (hasRates(reading) ||
        ((quantities.length > 0 || hasNumbers(reading)) &&
          reading.conversation.deal === null &&
          !OF_A_RECORD.test(reading.question)))
    )
      return { kind: "decline", reason: "not-understood", about: reading.question.slice(0, 200) };
    return isHypothetical(reading) || isWorkedWith(reading)
      ? { kind: "decline", reason: "not-understood", about: reading.question.slice(0, 200) }
      : null;
  },
};
