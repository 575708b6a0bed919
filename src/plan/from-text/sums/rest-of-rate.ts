/** A cost of a gigawatt with a part of it, for so many gigawatts: "$50B a GW, $35B of it chips: what is the rest for 7 GW". */
import { gated } from "../../../knowledge/gated.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { asTheWhole, isPartOf } from "./what-is-left.ts";
import { write } from "./write-term.ts";

const FOR_POWER = /^([A-Z]{3})\/([kMG]W)$/;
const PER_POWER_BEFORE =
  /\b(?:per|an?|one|each|every|(?:for|of) (?:an?|one|each|every)) (gw|gigawatt|mw|megawatt)\W*$/i;
const REST = gated(
  /\b(?:left(?: over)?|rest|remain\w*|balance|everything else|all else|(?:everything|anything|all) (?:but|except|besides|other than)|other than|non-?\s?[a-z]+|not|without|exclud\w+|outside|besides)\b/i,
);
const IN_ALL = gated(/\b(?:total|in all|altogether|whole|overall|everything)\b/i);
/** What a gigawatt is made of: "chips $35B". */
const THING = String.raw`(?:chips?|gpus?|accelerators?|silicon|hardware|servers?|racks?|it|nvidia|amd|network\w*|shell|buildings?|land|construction|cooling|equipment|kit|gear|power)`;
const THING_BEFORE = new RegExp(
  String.raw`\b${THING}\s*(?:(?:is|are|at|takes?|makes? up|being|for|[:=])\s*)?(?:about |some )?$`,
  "i",
);
const THING_AFTER = new RegExp(
  String.raw`^\s*(?:(?:is|are|goes|going|for|in|on|to|the|worth of|being)\s+)*${THING}\b`,
  "i",
);
const OTHERWISE = gated(
  /\b(?:shares?|percent\w*|fraction|how long|years?|yearly|months?|rent\w*|hours?|(?<!of )which|or|vs\.?|versus)\b|%/i,
);

export const restOfRate: ReadSum = (sum) => {
  const power = sum.one("power");
  const rate = sum.one("rate") ?? rateBehind(sum);
  const unit = FOR_POWER.exec(rate?.unit ?? "");
  if (!rate || !unit || rate.low <= 0 || OTHERWISE.test(sum.words)) return null;
  const others = sum.terms.filter((term) => term !== power && term.start !== rate.start && term.kind !== "year");
  const [said, ...more] = others;
  if (!said || more.length > 0 || (power === null && sum.of("power").length > 0)) return null;
  const part = asTheWhole(said, { ...rate, kind: "money", unit: unit[1] ?? "" });
  // Dollars are no part of euros.
  if (part?.kind !== "money" || part.unit !== unit[1] || part.high >= rate.low) return null;
  const asksRest = REST.test(sum.words);
  const named = THING_BEFORE.test(said.before) || THING_AFTER.test(said.after);
  if (!isPartOf(said, rate) && !(named && asksRest)) return null;
  const lines = [
    { label: `left of ${rate.text}`.slice(0, 80), expression: `${write(rate)} - ${write(part, rate.unit)}` },
    ...(power
      ? [
          { label: `the rest for ${power.text}`.slice(0, 80), expression: `#1 * ${write(power)}` },
          { label: `the part of ${said.text}`.slice(0, 80), expression: `${write(part, rate.unit)} * ${write(power)}` },
          { label: "in all", expression: `${write(rate)} * ${write(power)}` },
        ]
      : []),
  ];
  return evaluated(lines, {
    title: `${rate.text} with a part of ${said.text}`.slice(0, 120),
    lead: !power ? [1] : asksRest ? [2, 1] : IN_ALL.test(sum.words) ? [4, 3, 2] : [3, 2, 4],
  });
};

/** "Per GW 50bn": what it is for stands before the amount. */
function rateBehind(sum: Sum): Term | null {
  for (const term of sum.of("money")) {
    const [, each] = PER_POWER_BEFORE.exec(term.before) ?? [];
    if (each) return { ...term, kind: "rate", unit: `${term.unit}/${/^m/i.test(each) ? "MW" : "GW"}` };
  }
  return null;
}
