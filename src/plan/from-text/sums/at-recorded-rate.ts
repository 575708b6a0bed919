/** "3 GW at the same per-gigawatt rate as the Oracle contract", "1.1 GW at BloombergNEF's per-kW figure for a gas plant": the asker's quantity at a rate on record. */
import { gated } from "../../../knowledge/gated.ts";
import type { PlanInput } from "../../plan.ts";
import { findQuantities } from "../../quantities.ts";
import type { Reading } from "../reading.ts";
import { writeQuantity } from "../write-quantity.ts";

const RATE = "(?:rate|price|pricing|cost|level|figure|money|value|spend|terms)";
const PER_POWER = "(?:per|a|for each|for every|each|/)[- ]?(?:gw|gigawatt)";
/** Whose money for each gigawatt it is. */
const OF_A_DEAL: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:at|on|by|using|with|for|applying|taking|paid|charged|priced)(?: at)? (?:the )?(?:same )?(?:dollars? )?${PER_POWER} ${RATE} (?:as|of|in|from|under|for|that) (?<deal>[^,?;]{4,80}?)(?=[,?;]|$)`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:at|on|by|using|with|for|applying|taking|paid|charged|priced)(?: at)? (?:the )?(?:same )?(?<deal>[^,?;]{4,60}?)(?:['’]s?)?(?: implied| effective| headline| own)? ${RATE} ${PER_POWER}(?=[\s,?;]|$)`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:at|on|by|using|with|for|applying|taking|paid|charged|priced)(?: at)? (?:the )?(?:same )?(?<deal>[^,?;]{4,60}?)(?:['’]s?)? ${PER_POWER} ${RATE}(?=[\s,?;]|$)`,
    "i",
  ),
  /^\W*(?:if|had|suppose|say|assuming) (?<deal>.{4,70}?) (?:had )?(?:been )?(?:paid|pays|pay|split|came|come|is|was|were)(?: (?:out|in|due))? (?:evenly|equally|pro[- ]rata|in equal parts|linearly)(?: out)? (?:by|with|over|across|per|for) (?:the |each |every )?(?:gw|gigawatts?)\b/i,
];
const OF_AN_INPUT =
  /\b(?:using|at|by|with|taking|applying|per|going by|based on|from) (?<input>[^,?;]{6,80}?)(?=,\s|\?|;|$)/i;
/** What is asked for is an amount of money. */
const ASKS_COST = gated(
  /\b(?:how much|what(?:['’]s| is| would| does| will)?|bill|cost|price|total|come to|run to|worth|spend|pay)\b/i,
);

/** Null where no rate of a deal or input of the calculator is named beside the quantity. */
export function atRecordedRate(reading: Reading): PlanInput | null {
  if (!ASKS_COST.test(reading.question)) return null;
  return atRateOfDeal(reading) ?? atInput(reading);
}

function atRateOfDeal({ question, library, reread, dates }: Reading): PlanInput | null {
  for (const pattern of OF_A_DEAL) {
    const said = pattern.exec(question);
    const named = said?.groups?.deal ?? "";
    if (!said || named === "") continue;
    const asked = `${question.slice(0, said.index)} ${question.slice(said.index + said[0].length)}`;
    const [power, ...more] = findQuantities(asked).filter(
      ({ quantity, perGw, negative }) => quantity.unit === "GW" && !perGw && !negative,
    );
    if (!power || more.length > 0) continue;
    const plan = reread(`per GW of ${named.replace(AMOUNTS, " ").replace(/\s+/g, " ").trim()}`);
    const deal =
      plan.kind === "show-figure" && plan.attribute === "per-gw" ? library.deals.get(plan.subject) : undefined;
    if (!deal) continue;
    return {
      kind: "evaluate",
      title: `${power.quantity.text} at the money for each gigawatt of ${deal.name}`.slice(0, 120),
      lines: [
        { label: `${deal.name}, per gigawatt`.slice(0, 80), expression: `@${deal.id}.value / @${deal.id}.capacity` },
        {
          label: `${power.quantity.text} at that price`.slice(0, 80),
          expression: `#1 * ${writeQuantity(power.quantity)}`,
        },
      ],
      lead: [2, 1],
      asOf: dates.asOf,
    };
  }
  return null;
}
/** "The $300B / 4.5 GW OpenAI contract" is known by its name. */
const AMOUNTS =
  /[$€£]\s?\d[\d.,]*\s?(?:bn|billion|b|m|million|t|trillion)?\s?(?:\/|for)\s?\d[\d.,]*\s?(?:gw|gigawatts?)\b/gi;

/** Money for a kilowatt of a plant, or for a chip: other inputs are the chain's own. */
function atInput({ question, library, reread, quantities }: Reading): PlanInput | null {
  const said = OF_AN_INPUT.exec(question);
  const named = said?.groups?.input ?? "";
  if (!said || named === "" || /\d/.test(named)) return null;
  const [power, ...more] = quantities.filter(
    ({ quantity, perGw, negative }) => quantity.unit === "GW" && !perGw && !negative,
  );
  if (!power || more.length > 0) return null;
  const plan = reread(named);
  const [id, ...others] = plan.kind === "show-rate" ? plan.rates : [];
  const rate = id === undefined ? undefined : library.rates.get(id);
  if (!rate || others.length > 0 || rate.unit !== "USD/kW") return null;
  return {
    kind: "evaluate",
    title: `${power.quantity.text} at ${rate.name}`.slice(0, 120),
    lines: [
      { label: rate.name.slice(0, 80), expression: `@${rate.id}.mid` },
      {
        label: `${power.quantity.text} at that price`.slice(0, 80),
        expression: `#1 * ${writeQuantity(power.quantity)}`,
      },
    ],
    lead: [2, 1],
  };
}
