/** After a number on record by which something is priced or counted: the same for another chip or owner, so much of it, its bill, a part of it. */
import type { Rate } from "../../../../knowledge/schema.ts";
import { isChip } from "../../../calculator/chain/choose-inputs.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import { digitsFor } from "../../number-words.ts";
import type { PlanInput, PlanOf } from "../../plan.ts";
import { chipOrFamily } from "../rates-named.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { evaluated } from "../sums/sum.ts";
import { readTerms, type Term } from "../sums/terms.ts";
import { write } from "../sums/write-term.ts";

const LEAD =
  /^(?:(?:and|then|now|ok(?:ay)?|so|but|also|right|well|what about|how about|what would|(?:the )?same(?: thing)?)\b[\s,:]*)+/i;
const MAX_WORDS = 12;

export const onTheRate: ReadRule = {
  name: "on-the-rate",
  read(reading) {
    const { question, names, conversation } = reading;
    const rate = rateInPlay(reading);
    if (!rate || question.split(/\s+/).length > MAX_WORDS || names.deals.length + names.people.length > 0) return null;
    const text = digitsFor(question.trim()).replace(LEAD, "").trim();
    const { terms } = readTerms(text);
    if (terms.length === 0) {
      const { plan } = conversation;
      return (
        shareOfSplit(reading, rate, text, null) ??
        priceOfCounted(reading, rate, text) ??
        whetherCovered(rate, text) ??
        perGpu(reading, rate, text) ??
        partOf(reading, rate, text) ??
        (plan?.kind === "show-rate" || plan?.kind === "evaluate" ? ofAnother(reading, rate, plan, text) : null) ??
        (plan?.kind === "show-rate" && isOwnerAlone(reading)
          ? { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) }
          : null)
      );
    }
    if (names.orgs.length > 0) return null;
    const [amount, ...others] = terms.filter(({ kind }) => kind !== "year");
    const split = amount && others.length === 0 ? shareOfSplit(reading, rate, text, amount) : null;
    return split ?? billAt(reading, rate, text, terms) ?? soMuch(reading, rate, text, terms);
  },
};

/** "Epoch?": whose number is wanted, of what was told; what is said of them elsewhere is none. */
const isOwnerAlone = ({ question, names }: Reading): boolean =>
  names.orgs.length === 1 && names.rest.length === 0 && question.split(/\s+/).length <= 3;

/** What points at the price that was told in so many words. */
export const atTheRate = (reading: Reading): PlanInput | null =>
  reading.conversation.plan?.kind === "show-rate" && AT_IT.test(reading.question) ? onTheRate.read(reading) : null;

/** The one number on record that the last answer told, or worked with. */
function rateInPlay({ conversation: { plan }, library }: Reading): Rate | null {
  const ids =
    plan?.kind === "show-rate"
      ? plan.rates
      : plan?.kind === "evaluate"
        ? [...(plan.lines[(plan.lead?.[0] ?? plan.lines.length) - 1]?.expression ?? "").matchAll(RATE)].map(
            ([, id = ""]) => id,
          )
        : [];
  const [only, ...others] = [...new Set(ids)];
  return only && others.length === 0 ? (library.rates.get(only) ?? null) : null;
}

const RATE = /@([\w-]+)(?![\w:-])/g;

/** "The energy part of the 5.2 trillion", "and the chips part?" after one share of a split: another share of it, or of an amount. */
function shareOfSplit(reading: Reading, rate: Rate, text: string, amount: Term | null): PlanInput | null {
  const { library, conversation } = reading;
  if (!rate.quantity.startsWith(SPLIT)) return null;
  const roots = contentRoots(amount ? text.replace(amount.text, " ") : text).filter((root) => !OF_A_SPLIT.has(root));
  if ((roots.length === 0 && !amount) || (amount && amount.kind !== "money" && !amount.scaled)) return null;
  const found = library.knowledge.rates.filter(({ org, quantity, name, aliases }) => {
    const own = contentRoots(`${quantity.slice(SPLIT.length)} ${name} ${aliases.join(" ")}`.replaceAll("-", " "));
    if (roots.length === 0) return quantity === rate.quantity && org === rate.org;
    return org === rate.org && quantity.startsWith(SPLIT) && roots.every((root) => own.includes(root));
  });
  const [only, ...more] = found;
  if (!only || more.length > 0) return null;
  // After a share of an amount the other is of that amount.
  const before = conversation.plan?.kind === "evaluate" ? conversation.plan.lines[0]?.expression : undefined;
  const money = amount
    ? write({ ...amount, kind: "money", unit: amount.unit || "USD" })
    : before?.replace(/ \* @.*$/, "");
  return money
    ? evaluated(
        [
          { label: only.name.slice(0, 80), expression: `${money} * @${only.id}` },
          { label: "share", expression: `@${only.id} in %` },
        ],
        { title: only.name.slice(0, 120), lead: [1, 2] },
      )
    : { kind: "show-rate", rates: [only.id] };
}
const SPLIT = "capex-share-";
const OF_A_SPLIT = new Set(
  contentRoots("how much what is are the part share portion of that it total goes to and for cost costs money dollars"),
);

/** "Price of one?" after how many racks a gigawatt has, and "all of them together?" after that. */
function priceOfCounted({ library, conversation }: Reading, rate: Rate, text: string): PlanInput | null {
  const { plan, before } = conversation;
  if (plan?.kind === "evaluate" && OF_RACKS.test(rate.quantity) && PRICE_OF_ONE.test(text)) {
    const chip = chipOrFamily(`${rate.name} ${conversation.asked ?? ""}`);
    const price =
      chip && library.knowledge.rates.find((other) => other.quantity === "rack-price" && isChip(other, chip));
    return price ? { kind: "show-rate", rates: [price.id] } : null;
  }
  if (!ALL_OF_THEM.test(text)) return null;
  // The count and the price, in the order in which they were asked for.
  const [price, sheet] =
    plan?.kind === "evaluate"
      ? [before?.kind === "show-rate" ? library.rates.get(before.rates[0] ?? "") : undefined, plan.lines]
      : [rate, (conversation.shown ?? []).flat().flatMap(({ lines }) => lines)];
  const count = sheet.find(({ expression }) => isOfRacks(library, expression));
  return count && price?.unit === "USD/rack"
    ? evaluated([count, { label: "cost of the racks", expression: `#1 * @${price.id}` }], {
        title: price.name.slice(0, 120),
        lead: [2, 1],
      })
    : null;
}
const OF_RACKS = /^racks-per-gw/;
const isOfRacks = (library: Reading["library"], expression: string): boolean =>
  [...expression.matchAll(/@([\w-]+)/g)].some(([, id = ""]) => OF_RACKS.test(library.rates.get(id)?.quantity ?? ""));
const PRICE_OF_ONE =
  /^(?:(?:what(?:['’]s| is) )?(?:the )?(?:price|cost) (?:of|for) (?:one|each|a (?:single )?(?:rack|one)|a single one)|(?:how much|what) (?:is|does|do|are) (?:one|each|a (?:single )?rack|they each)(?: (?:cost|go for))?|(?:price|cost) each|how much (?:each|apiece|a ?piece|per rack))[\s?.!]*$/i;
const ALL_OF_THEM =
  /\b(?:all(?: of)?(?: (?:them|those|these|the racks|the lot))?|(?:the )?racks (?:alone|together|in all|come|cost)|together|in all|altogether|in total|the lot)\b/i;

const PLAIN_WORDS = new Set(
  contentRoots("same price cost costs number rate figure one ones those new plant plants from by per at for"),
);
const OF_IT = /\b(?:how much|what|which)\b.*\bof (?:it|that|this|those|them|the)\b/i;
/** "B200?", "Epoch?", "same in combined cycle gas?": what counts the same in the same unit, of the chip, the owner or the kind that is named. */
function ofAnother(
  reading: Reading,
  rate: Rate,
  plan: PlanOf<"show-rate"> | PlanOf<"evaluate">,
  text: string,
): PlanInput | null {
  const { library, names } = reading;
  const chip = chipOrFamily(text);
  const [org, ...orgs] = names.orgs;
  const said = contentRoots(text).filter((root) => !PLAIN_WORDS.has(root));
  const isNamed = (other: Rate): boolean => {
    const own = new Set(contentRoots(`${other.name} ${other.aliases.join(" ")}`));
    if (chip) return isChip(other, chip) && said.every((root) => own.has(root) || contentRoots(chip).includes(root));
    if (org) return other.org === org;
    return said.length > 0 && said.every((root) => own.has(root));
  };
  if (orgs.length > 0 || OF_IT.test(text)) return null;
  const alike = library.knowledge.rates.filter(
    (other) => other.id !== rate.id && other.unit === rate.unit && isKin(other, rate) && isNamed(other),
  );
  const best = alike.filter(({ quantity }) => quantity === rate.quantity);
  const [found, ...others] = best.length > 0 ? best : alike;
  if (!found || others.length > 0) return null;
  if (plan.kind === "show-rate") return { kind: "show-rate", rates: [found.id] };
  return {
    ...plan,
    receipt: null,
    title: plan.title.replaceAll(rate.name, found.name).slice(0, 120),
    lines: plan.lines.map(({ label, expression }) => ({
      label: label.replaceAll(rate.name, found.name).slice(0, 80),
      expression: expression.replaceAll(new RegExp(`@${rate.id}(?![\\w:-])`, "g"), `@${found.id}`),
    })),
  };
}

const SAID_ALIKE: Readonly<Record<string, string>> = { electricity: "energy" };
/** Whether two count the same thing: "electricity-cost-per-gw-year" by one, "energy-cost-per-gw-year-epoch" by another. */
function isKin(a: Rate, b: Rate): boolean {
  const [one, other] = [a, b].map(({ quantity }) => quantity.split("-").map((word) => SAID_ALIKE[word] ?? word));
  const [short = [], long = []] = (one?.length ?? 0) <= (other?.length ?? 0) ? [one, other] : [other, one];
  return short.every((word) => long.includes(word)) && long.length - short.length <= 1;
}

/** "Does that include the chips?": what the number is said to cover. */
const whetherCovered = (rate: Rate, text: string): PlanInput | null =>
  INCLUDES.test(text) && /\/(?:GW|kW|MW|rack)/.test(rate.unit)
    ? { kind: "show-rate", rates: [rate.id], rank: null, covers: true }
    : null;
const INCLUDES =
  /^(?:(?:does|do|did|is|are|was) (?:that|it|this|they)(?: number| figure| price)?|(?:is|are|was) (?:the |any )?[\w ]{3,30}) (?:also |already )?(?:includ(?:e|es|ed|ing)|cover(?:s|ed|ing)?|count(?:s|ed|ing)?|contain(?:s|ed)?|with|without|all[- ]in)\b/i;

/** "Per GPU then?" after the price of a rack. */
function perGpu({ library }: Reading, rate: Rate, text: string): PlanInput | null {
  if (rate.unit !== "USD/rack" || !PER_GPU.test(text) || !library.rates.has(IN_A_RACK)) return null;
  return evaluated(
    [
      { label: rate.name.slice(0, 80), expression: `1 rack * @${rate.id}` },
      { label: "for each GPU", expression: `#1 / @${IN_A_RACK}` },
    ],
    { title: rate.name.slice(0, 120), lead: [2, 1] },
  );
}
const IN_A_RACK = "chips-per-rack";
const PER_GPU =
  /^(?:what(?:['’]s| is) (?:that|it) )?(?:per|a|each|for each|\/) ?(?:gpu|chip|card|accelerator)s?(?: then| please)?[\s?.!]*$/i;

const PART =
  /^(?:how much|what(?: part| share| portion)?|which part)(?: of (?:it|that|this|the (?:total|sum|whole|lot)))? (?:is|are|goes? (?:to|on|into)|would be|was)(?: for)? (?:the )?([a-z][a-z &-]{2,30}?)[\s?.!]*$|^(?:the )?([a-z][a-z &-]{2,30}?)(?: (?:part|share|portion|bit|slice|alone|only))?[\s?.!]*$/i;
/** "How much of it is power": a part of the total that is on record by the same owner. */
function partOf({ library }: Reading, rate: Rate, text: string): PlanInput | null {
  const [, first, second] = PART.exec(text) ?? [];
  const roots = contentRoots(first ?? second ?? "").filter((root) => !PLAIN_WORDS.has(root));
  if (roots.length === 0) return null;
  const whole = library.knowledge.rates.find(
    ({ org, quantity }) => org === rate.org && rate.quantity.startsWith(quantity) && IS_TOTAL.test(quantity),
  );
  const found = library.knowledge.rates.filter(
    ({ id, org, unit, quantity, name, aliases }) =>
      id !== whole?.id &&
      org === rate.org &&
      unit === rate.unit &&
      whole !== undefined &&
      quantity.startsWith(`${whole.quantity}-`) &&
      roots.every((root) =>
        contentRoots(
          `${quantity.slice(whole.quantity.length)} ${name} ${aliases.join(" ")}`.replaceAll("-", " "),
        ).includes(root),
      ),
  );
  const [only, ...more] = found;
  if (!only || !whole || more.length > 0) return null;
  return evaluated(
    [
      { label: only.name.slice(0, 80), expression: `@${only.id}` },
      { label: whole.name.slice(0, 80), expression: `@${whole.id}` },
      { label: "as a share of it", expression: "#1 / #2 in %" },
    ],
    { title: only.name.slice(0, 120), lead: [1, 3, 2] },
  );
}
const IS_TOTAL = /-total$/;

const BILL =
  /\b(?:bill|electricity|power|energy)\b.*\b(?:bill|cost\w*|pay|run|year\w*|annual\w*)\b|\b(?:bill|cost\w*|pay)\b.*\b(?:electricity|power|energy|year\w*|annual\w*|site|campus)\b|\b(?:yearly|annual|monthly) (?:bill|cost)\b/i;
/** "Yearly bill for a 1 GW site at that price?" after a price of electricity. */
function billAt({ reread }: Reading, rate: Rate, text: string, terms: readonly Term[]): PlanInput | null {
  const [power, ...others] = terms.filter(({ kind }) => kind === "power");
  const rest = terms.filter((term) => term !== power);
  if (rate.unit !== "USD/MWh" || !power || others.length > 0 || !BILL.test(text)) return null;
  if (rest.some(({ kind }) => kind !== "percent")) return null;
  const plan = reread(`electricity bill a year for ${power.text}${rest[0] ? ` at ${rest[0].text} load` : ""}`, true);
  if (plan.kind !== "estimate") return null;
  return rate.id === "elec-price"
    ? plan
    : { ...plan, assume: [...(plan.assume ?? []), { input: "price", expression: `@${rate.id}` }] };
}

const HOURS: Readonly<Record<string, number>> = { hour: 1, day: 24, week: 168, month: 730, quarter: 2190, year: 8760 };
const FOR_ONE =
  /\b(?:for|over|in|per|all|an?) (?:an? |one |the )?(?:full |whole |entire )?(year|month|week|day|quarter)\b/i;
const MORE = /\b(?:than|more|less|other|another|vs\.?|versus|compared)\b/i;
/** "So 2 GW of that would be?", "1,000 of those, nonstop for a year": as much of it as is said. */
function soMuch(reading: Reading, rate: Rate, text: string, terms: readonly Term[]): PlanInput | null {
  if (reading.conversation.plan?.kind !== "show-rate" || MORE.test(text)) return null;
  const counts = terms.filter(
    ({ kind, scaled }) => (kind === "number" && !scaled) || kind === "chips" || kind === "racks",
  );
  const [power, ...powers] = terms.filter(({ kind }) => kind === "power");
  const [time, ...times] = terms.filter(({ kind }) => kind === "time");
  const [count, ...more] = counts;
  if (powers.length + times.length + more.length > 0) return null;
  const used = [power, time, count].filter((term) => term !== undefined);
  if (terms.some((term) => !used.includes(term) && !(term.kind === "percent" && term.high === 100))) return null;
  const line = (label: string, expression: string): PlanInput =>
    evaluated([{ label: label.slice(0, 80), expression }], { title: rate.name.slice(0, 120), lead: [1] });
  if (
    power &&
    !count &&
    !time &&
    (/^[A-Z]{3}\/[kM]W$/.test(rate.unit) ||
      (/^[A-Z]{3}\/GW$/.test(rate.unit) && (AT_IT.test(text) || WOULD_BE.test(text))))
  )
    return line(`${power.text}: ${rate.name}`, `${write(power)} * @${rate.id}`);
  if (power || !count || !OF_THOSE.test(text)) return null;
  const hours = time ? (HOURS[time.unit] ?? 0) * time.high : (HOURS[FOR_ONE.exec(text)?.[1]?.toLowerCase() ?? ""] ?? 0);
  if (rate.unit === "USD/GPU-hour")
    return hours > 0
      ? line(`${count.text} for ${hours} hours: ${rate.name}`, `${count.high} * ${hours} GPU-hour * @${rate.id}`)
      : null;
  if (time || hours > 0) return null;
  if (rate.unit === "USD/rack") return line(`${count.text}: ${rate.name}`, `${count.high} rack * @${rate.id}`);
  return rate.unit === "USD" && rate.quantity === "accelerator-price"
    ? line(`${count.text}: ${rate.name}`, `${count.high} * @${rate.id}`)
    : null;
}
const WOULD_BE = /^[\d.,]+ ?[gm]w (?:would be|is|comes to|makes|then|of that(?: would be)?)[\s?.!]*$/i;
const AT_IT = /\b(?:at|by|with|on|using) (?:that|this|the|it|his|her|their|its)\b(?: \w+){0,2}[\s?.!]*$/i;
const OF_THOSE = /\b(?:of (?:them|those|these|it)|those|them|such|racks?|gpus?|chips?|cards?|accelerators?)\b/i;
