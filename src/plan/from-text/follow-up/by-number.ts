/** "Times 7", "half of that", "20% of it" after an amount, "for 10 GW then" after a price of a gigawatt: what was shown, so many times. */

import { currenciesOf } from "../../../calculator/dimension.ts";
import { gated } from "../../../knowledge/gated.ts";
import { numberOfWord } from "../../number-words.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading, ReadRule } from "../reading.ts";
import { onlyLength } from "../sums/number-in-turn.ts";
import { annualised } from "./annualised.ts";
import { bareOf } from "./elliptic.ts";
import { lastAlike, type OnTable, onTable } from "./on-the-table.ts";
import { worksheetOf } from "./worksheet-of.ts";

const MAX_WORDS = 8;
const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;
const TAIL = String.raw`(?: (?:that|it|this|what|is|then|please|equals|makes|gives|of (?:that|it|this|them|those)))*[\s?.!=]*$`;
const LEAD = `^(?:(?:and |so |what(?:['’]s| is) |take |that |it |this |multiply )*)`;
type Factor = { label: string; write: (step: string) => string };
/** The first that fits. */
const FACTORS: readonly (readonly [RegExp, (said: string) => Factor | null])[] = [
  // "Divide that by 4" before "by 4", which multiplies.
  [
    new RegExp(
      `${LEAD}(?:divided by|÷|over|(?:divide|split) (?:(?:that|it|this) )?(?:by|into|in)) ?${NUMBER}${TAIL}`,
      "i",
    ),
    (said) => divided(Number(said)),
  ],
  [
    new RegExp(`${LEAD}(?:times|x|×|\\*|multiplied by|(?:it |that )?by) ?${NUMBER}${TAIL}`, "i"),
    (said) => times(Number(said)),
  ],
  [new RegExp(`${LEAD}(?:double|twice)${TAIL}`, "i"), () => times(2)],
  [new RegExp(`${LEAD}(?:triple|three times)${TAIL}`, "i"), () => times(3)],
  [
    new RegExp(`${LEAD}half${TAIL}|^(?:halve|split|cut|chop) (?:that|it|this)(?: in (?:half|two))?[\\s?.!]*$`, "i"),
    () => divided(2),
  ],
  [
    new RegExp(String.raw`^(?:split|divide|share) (?:that|it|this) ${NUMBER} ways[\s?.!]*$`, "i"),
    (said) => divided(Number(said)),
  ],
  [new RegExp(`${LEAD}an? (third|quarter|fifth|tenth)${TAIL}`, "i"), (said) => divided(PARTS[said.toLowerCase()] ?? 0)],
  [
    new RegExp(`${LEAD}${NUMBER} ?(?:%|percent|pct) of (?:that|it|this|them|those)[\\s?.!]*$`, "i"),
    (said) => ({ label: `${said}% of it`, write: (step) => `${step} * (${said} %)` }),
  ],
];
/** "With a PUE of 1.3" after the power of machines is as much more at the meter. */
const PUE = gated(
  /^(?:(?:and|so|with|at|if|what if|assume|add)\b[\s,]*)*(?:an? |the )?pue (?:(?:of|is|at|was|=)\s?)?(1(?:\.\d+)?|[2-3](?:\.\d+)?)[\s?.!]*$/i,
);
/** "So 100 of them" after what one draws or costs. */
const MANY = gated(
  /^(?:(?:and|so|for|ok|what about)\b[\s,]*)*(\d[\d,]*) (?:of (?:them|those|these)|such|racks?|chips?|gpus?|units)[\s?.!]*$/i,
);
/** "Times 72 gpus" after racks is so many in each of them. */
const HELD = gated(
  /^(?:(?:and|so|ok)\b[\s,]*)*(?:times|x|×|\*|with|at|multiplied by) ?(\d+) (?:gpus?|chips?|accelerators?)(?: (?:each|per rack|a rack|apiece|in each|to a rack))?[\s?.!]*$/i,
);
/** "Gpus?" after racks of which it is known what is in them. */
const IN_RACKS = gated(
  /^(?:(?:so|and|in|how many|number of|the|that['’]?s|what['’]?s that in)\s)*(?:gpus?|chips?|accelerators?)(?: (?:is|are|would|does|in|inside|that|it|them|those|all|be|hold))*[\s?.!]*$/i,
);
const NVL72 = /\bNVL ?-?72\b|\bGB[23]00\b|\bvera rubin\b/i;
const PARTS: Readonly<Record<string, number>> = { third: 3, quarter: 4, fifth: 5, tenth: 10 };

const times = (by: number): Factor | null =>
  by > 0 ? { label: `times ${by}`, write: (step) => `${step} * ${by}` } : null;
const divided = (by: number): Factor | null =>
  by > 0 ? { label: `divided by ${by}`, write: (step) => `${step} / ${by}` } : null;

export const byNumber: ReadRule = {
  name: "by-number",
  read(reading) {
    const { question, conversation, names } = reading;
    if (names.orgs.length + names.deals.length + names.people.length > 0) return null;
    if (question.split(/\s+/).length > MAX_WORDS) return null;
    const { text } = bareOf(question);
    if (conversation.plan?.kind === "show-rate")
      return ofRate(reading, conversation.plan.rates) ?? soMany(reading, conversation.plan.rates, text);
    const pue = PUE.exec(text);
    const [power] = pue ? lastAlike(reading, 1) : [];
    if (pue && power && isPower(power))
      return worksheetOf(
        reading,
        [power],
        ([step]) => [{ label: `with a PUE of ${pue[1]}`, expression: `${step} * ${pue[1]}` }],
        `${power.label}, with a PUE of ${pue[1]}`,
      );
    const held = HELD.exec(text)?.[1];
    const [racks] = held ? lastAlike(reading, 1) : [];
    if (held && racks && racks.dimension.rack === 1 && Object.keys(racks.dimension).length === 1)
      return worksheetOf(
        reading,
        [racks],
        ([step]) => [{ label: `at ${held} GPUs each`, expression: `${step} * (${held} GPU/rack)` }],
        `${racks.label}, at ${held} GPUs each`,
      );
    const isSum = conversation.plan?.kind === "evaluate";
    const inRacks =
      isSum && IN_RACKS.test(text) && NVL72.test(conversation.asked ?? "") ? lastAlike(reading, 1)[0] : undefined;
    if (inRacks && inRacks.dimension.rack === 1 && Object.keys(inRacks.dimension).length === 1)
      return worksheetOf(
        reading,
        [inRacks],
        ([step]) => [{ label: "GPUs in them, 72 in each", expression: `${step} * (72 GPU/rack)` }],
        `${inRacks.label}, 72 GPUs in each`,
      );
    // "By 2035?" is a time.
    if (YEAR.test(text)) return null;
    // "And over 5?" after a sum over 8 years is another length.
    if (conversation.plan?.kind === "evaluate" && OVER.test(text) && onlyLength(conversation.plan)) return null;
    const years = spread(reading, text);
    if (years) return years;
    for (const [pattern, toFactor] of FACTORS) {
      const said = pattern.exec(inDigits(text));
      const factor = said && toFactor((said[1] ?? "").replace(",", ""));
      const [last] = factor ? lastAlike(reading, 1) : [];
      // Twelve months of what is paid a month are a year of it, and no twelve years.
      const year = last?.dimension.h === -1 && factor?.label === "times 12" ? annualised(reading, "a year") : null;
      if (year) return year;
      if (factor && last)
        return worksheetOf(
          reading,
          [last],
          ([step]) => [{ label: factor.label, expression: `${factor.write(step ?? "")}${sameUnit(last)}` }],
          `${last.label}, ${factor.label}`,
        );
    }
    return null;
  },
};

/** "Divide it by the five years", "spread over 15 years": the last money, for each year. */
const SPREAD = new RegExp(
  String.raw`^(?:(?:so|what(?:['’]s| is| if)?|take|and)\s+)*(?:(?:divid|spread|split|averag|smooth)(?:e|ed|ing)? ?(?:that|it|this|evenly|out|equally)*|that|it|this)? ?(?:by|over|across|into|between) (?:the |all |its |those |these )?${NUMBER} (?:years?|yrs)(?: (?:evenly|equally|then|of (?:it|the (?:deal|contract|lease|term))))*[\s?.!]*$`,
  "i",
);
function spread(reading: Reading, text: string): PlanInput | null {
  const years = Number(SPREAD.exec(inDigits(text))?.[1]);
  const money = years > 0 ? lastAlike(reading, 1)[0] : undefined;
  const currency = money && Object.keys(money.dimension).length === 1 ? currenciesOf(money.dimension)[0] : undefined;
  if (!money || !currency) return null;
  return worksheetOf(
    reading,
    [money],
    ([step]) => [{ label: `over ${years} years`, expression: `${step} / (${years} years) in ${currency}/year` }],
    `${money.label}, over ${years} years`,
  );
}
const inDigits = (text: string): string => text.replace(NUMBER_WORD, (word) => String(numberOfWord(word) ?? word));
const NUMBER_WORD = gated(/\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\b/gi);

/** What was told by the hour stays so. */
function sameUnit({ dimension, lines, at }: OnTable): string {
  const unit = / in ([A-Z]{3}\/\w+)$/.exec(lines[at - 1]?.expression ?? "")?.[1];
  return dimension.h === -1 && unit ? ` in ${unit}` : "";
}

const OVER = gated(/^(?:and |so |or |what about )*over \d/i);
const YEAR = gated(/^(?:by|over) 20\d\d\b/i);
const FOR_POWER = /^(?:(?:for|at|on|of|times|x|and)\s+)*\d[\d.,]*\s?[gm]w(?: (?:then|that|is|please))*[\s?.!]*$/i;

/** A power at the price of a gigawatt that was shown. */
function ofRate(reading: Reading, [rate, ...more]: readonly string[]): PlanInput | null {
  const [power, ...others] = reading.quantities;
  const shown = rate ? reading.library.rates.get(rate) : undefined;
  if (!shown || more.length > 0 || !power || others.length > 0 || power.quantity.unit !== "GW") return null;
  if (!FOR_POWER.test(bareOf(reading.question).text)) return null;
  const own = onTable(reading, {
    lines: [{ label: shown.name.slice(0, 80), expression: `@${shown.id}` }],
    at: 1,
    label: shown.name.slice(0, 80),
    record: null,
    figure: null,
  });
  if (own?.dimension.GW !== -1 || Object.keys(own.dimension).length !== 2) return null;
  const { low, high } = power.quantity;
  const gw = `(${low === high ? low : `${low}-${high}`} GW)`;
  return worksheetOf(
    reading,
    [own],
    ([step]) => [{ label: `for ${power.quantity.text}`, expression: `${step} * ${gw}` }],
    `${shown.name} for ${power.quantity.text}`,
  );
}

const isPower = ({ dimension }: OnTable): boolean =>
  Object.keys(dimension).length === 1 && (dimension.GW ?? dimension.GW_it) === 1;

function soMany(reading: Reading, [rate, ...more]: readonly string[], text: string): PlanInput | null {
  const count = MANY.exec(text)?.[1]?.replace(/,/g, "");
  const shown = rate ? reading.library.rates.get(rate) : undefined;
  if (!count || !shown || more.length > 0) return null;
  const label = shown.name.slice(0, 80);
  const own = onTable(reading, {
    lines: [{ label, expression: `@${shown.id}` }],
    at: 1,
    label,
    record: null,
    figure: null,
  });
  const per = own && "rack" in own.dimension ? " racks" : own && "chip" in own.dimension ? " chips" : "";
  return own && !/\/(?:GW|MW)/.test(shown.unit)
    ? worksheetOf(
        reading,
        [own],
        ([step]) => [{ label: `${count} of them`, expression: `${step} * ${count}${per}` }],
        `${shown.name}, ${count} of them`,
      )
    : null;
}
