/** "What would 200 MWh of data-centre capacity cost": capacity is counted in megawatts, and what is meant is asked. */
import type { PlanInput } from "../plan.ts";
import type { Reading } from "./reading.ts";

const ENERGY = String.raw`((?<![\d.,])\d[\d.,]{0,15} ?[kmgt]wh)`;
const BUILT =
  "(?:(?:new|more|extra|additional|ai|compute|computing|it|hyperscale) )*(?:data ?cent(?:er|re)s?|campus(?:es)?|clusters?|compute|capacity|gpu capacity|facilit(?:y|ies)|server farms?)";
const OF_BUILT = new RegExp(String.raw`\b${ENERGY} (?:worth )?(?:of )?(?:an? )?${BUILT}\b`, "i");
const CAPACITY_OF = new RegExp(
  String.raw`\b(?:data ?cent(?:er|re)|campus|cluster|facility) (?:of|with) ${ENERGY}\b`,
  "i",
);
const COST =
  /\b(?:costs?|price|set (?:us|me|you|them|one) back|build(?:ing)?|budget|capex|spend|afford|how much(?! (?:power|energy|electricity))|bill for)\b|\$/i;
/** Energy as such: what is used, sold or paid for. */
const AS_ENERGY =
  /\b(?:electricity|energy|power bill|consum\w*|us(?:es?|ed|ing|age)|burn\w*|a year|per|yearly|annual\w*|each|demand|load|tariff|ppa|batter(?:y|ies)|storage|run(?:s|ning)?|draws?|supply)\b/i;

export function energyForPower({ question }: Reading): PlanInput | null {
  const energy = (OF_BUILT.exec(question) ?? CAPACITY_OF.exec(question))?.[1];
  if (energy === undefined || !COST.test(question) || AS_ENERGY.test(question)) return null;
  return {
    kind: "decline",
    reason: "missing-input",
    about: `the capacity in MW or GW, since ${energy} is energy, the use of a capacity over hours`,
  };
}
