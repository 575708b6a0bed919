/** After a number on record by which something is priced or counted: the same for another chip or owner, so much of it, its bill, a part of it. */

import type { Rate } from "../../../../knowledge/schema.ts";
import { isChip } from "../../../calculator/chain/choose-inputs.ts";
import { gated } from "../../../knowledge/gated.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import { digitsFor } from "../../number-words.ts";
import type { PlanInput, PlanOf } from "../../plan.ts";
import { chipOrFamily } from "../rates-named.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { readTerms } from "../sums/terms.ts";
import { partOf, shareOfSplit } from "./parts-of-rates.ts";
import { PLAIN_WORDS } from "./plain-rate-words.ts";
import { perGpu, priceOfCounted } from "./racks-priced.ts";
import { AT_IT, billAt, soMuch } from "./so-much-of-rate.ts";

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

const OF_IT = gated(/\b(?:how much|what|which)\b.*\bof (?:it|that|this|those|them|the)\b/i);
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
const INCLUDES = gated(
  /^(?:(?:does|do|did|is|are|was) (?:that|it|this|they)(?: number| figure| price)?|(?:is|are|was) (?:the |any )?[\w ]{3,30}) (?:also |already )?(?:includ(?:e|es|ed|ing)|cover(?:s|ed|ing)?|count(?:s|ed|ing)?|contain(?:s|ed)?|with|without|all[- ]in)\b/i,
);
