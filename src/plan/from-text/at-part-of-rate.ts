/** "At half of that", "at double Huang's figure": a price of a gigawatt is taken times so much before anything is worked out at it. */
import type { PlanInput } from "../plan.ts";
import { evaluated } from "./sums/sum.ts";

const FACTORS: readonly (readonly [RegExp, number])[] = [
  [/half/i, 1 / 2],
  [/two[- ]thirds/i, 2 / 3],
  [/three[- ]quarters/i, 3 / 4],
  [/third/i, 1 / 3],
  [/quarter/i, 1 / 4],
  [/double|twice/i, 2],
  [/triple|three times/i, 3],
];
const FACTOR =
  "(?:half|double|twice|triple|three times|(?:a|one) third|two[- ]thirds|(?:a|one) quarter|three[- ]quarters)";
const factorOf = (said: string): number => FACTORS.find(([word]) => word.test(said))?.[1] ?? 1;

/** The asker's own price, said before it is cut. */
const RATE =
  /([$€£])\s?(\d[\d.,]*)(?=\s?(?:bn?|billion|m|mn|million)?(?: dollars| euros)?\s?(?:(?:an?|per|each|for an?|for each) |\/\s?)(?:gws?|gigawatts?|mws?|megawatts?)\b)/gi;
const OF_IT = new RegExp(
  String.raw`\b(?:at|with|for|on|assuming|given)\s+(${FACTOR})(?:\s+(?:of\s+)?(?:that|this|it|as much|the (?:price|cost|rate|figure|number|amount)))?(?=\s*(?:[,;:?]|[.!]?$|\b(?:what|how much)\b))`,
  "i",
);

/** Texts in which no price is cut come back as they are. */
export function atPartOfRate(text: string): string {
  const [only, ...more] = [...text.matchAll(RATE)];
  const said = OF_IT.exec(text);
  if (!only || more.length > 0 || !said || said.index < only.index) return text;
  const [, sign = "", number = ""] = only;
  const cut = Number((Number(number.replace(/,/g, "")) * factorOf(said[1] ?? "")).toPrecision(6));
  return Number.isFinite(cut) ? text.replace(said[0], "").replace(only[0], `${sign}${cut}`) : text;
}

const OF_NAMED = new RegExp(
  String.raw`\b(?:at|by|on|using|with|for)\s+(${FACTOR})(?: of)? (?!the power|an? gigawatt|load|of the power)`,
  "i",
);

/** What it costs at the price of somebody who is named, times so much; any other plan as it is. */
export function ofNamedRate(question: string, plan: PlanInput): PlanInput {
  if (plan.kind !== "estimate" || !plan.rate || !("name" in plan.rate) || (plan.to ?? "cost") !== "cost") return plan;
  const said = OF_NAMED.exec(question)?.[1];
  const { quantity, deals = [] } = plan;
  if (!said || quantity.unit !== "GW" || deals.length > 0) return plan;
  const factor = Number(factorOf(said).toPrecision(6));
  const power = quantity.low === quantity.high ? `${quantity.low} GW` : `${quantity.low}-${quantity.high} GW`;
  return evaluated(
    [
      {
        label: `${said.toLowerCase()} of a gigawatt's price`.slice(0, 80),
        expression: `@${plan.rate.name} * ${factor}`,
      },
      { label: `${quantity.text} at that`.slice(0, 80), expression: `${power} * #1` },
    ],
    { lead: [2, 1] },
  );
}
