/** What power plants of so many gigawatts cost: "adding 2 GW of nuclear to a campus", "gas turbines for 3 GW with 1.3x redundancy". */
import { gated } from "../../../knowledge/gated.ts";
import { roleOf } from "./roles.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "./sum.ts";
import { write } from "./write-term.ts";

/** The sources of power whose cost for a kilowatt is on record, each with the records that are shown for it. */
const SOURCES: readonly (readonly [words: RegExp, records: readonly (readonly [label: string, record: string])[]])[] = [
  [/\b(?:nuclear|reactors?|ap1000s?)\b/i, [["nuclear plant", "@nuclear-capex"]]],
  [/\bsolar\b/i, [["solar with batteries", "@solar-storage-firm"]]],
  [
    /\b(?:behind[- ]the[- ]meter|btm|on-?site) (?:natural )?gas\b|\bgas\b.*\b(?:behind[- ]the[- ]meter|btm|on-?site)\b/i,
    [["gas plant behind the meter", "@gas-btm-capex"]],
  ],
  [
    /\b(?:gas|ccgts?|combined[- ]cycle|turbines?)\b/i,
    [
      ["combined-cycle gas plant", "@gas-ccgt-capex.mid"],
      ["gas plant behind the meter", "@gas-btm-capex"],
    ],
  ],
];
const COST =
  /\b(?:costs?|costing|price[ds]?|capex|spend|budget|how much(?! (?:power|energy|electricity))|expensive|buil[dt](?:ing)?|dollars?|add(?:ing|ed)?|generation)\b|\$/i;
const PLANT = gated(
  /\b(?:generation|plants?|solar|turbines?|reactors?|units?|capacity|supply|power|nuclear|ap1000s?|ccgts?|combined[- ]cycle|gas (?:to|on|for|at)|(?:of|with|from|by) (?:own |new )?(?:natural )?gas)\b/i,
);
/** One kind of plant against another. */
const SET_AGAINST = /\b(?:vs\.?|versus|or|against|compared (?:to|with)|than)\b/i;
/** "2 GW of CCGT": a plant by its type, of which nothing but the cost is on record. */
const BARE = gated(
  /^\W*(?:(?:of|for|new|an?|the|in)\W+)*(?:ap1000s?|ccgts?|combined[- ]cycle(?: gas)?)(?:\W+(?:of|for|plants?|capacity|units?))*\W*$/i,
);
/** What burning it emits or sells for is no cost of the plant. */
const OTHERWISE = gated(
  /\b(?:co2|carbon|emissions?|twh|gwh|mwh|kwh|energy|bill|tariff|per (?:year|month)|a year|yearly|annual\w*|homes|fuel|water|who|which|whose|when)\b/i,
);

/** "1 GW of gas with 1.25x redundancy at $2,800 a kilowatt": at the asker's own price. */
function atOwnPrice(sum: Sum) {
  const [power, rate] = [sum.one("power"), sum.one("rate")];
  const spare = sum.of("number").find((term) => roleOf(term) === "spare") ?? null;
  if (!power || !rate || !spare || spare.low < 1 || spare.high > 4 || !sum.complete([power, rate, spare])) return null;
  return evaluated(
    [
      { label: "power to be built", expression: `${write(power)} * ${spare.low}` },
      { label: `cost at ${rate.text}`.slice(0, 80), expression: `#1 * ${write(rate)}` },
    ],
    { title: `${power.text}, ${spare.text} times over`, lead: [2, 1] },
  );
}

export const generation: ReadSum = (sum) => {
  const own = atOwnPrice(sum);
  if (own) return own;
  const found = SOURCES.filter(([words]) => words.test(sum.words));
  const set = found.length > 1 && SET_AGAINST.test(sum.words);
  const records = set ? found.slice(0, 2).flatMap(([, all]) => all.slice(0, 1)) : (found[0]?.[1] ?? null);
  const power = sum.one("power");
  const { deals, orgs, people, places } = sum.reading.names;
  if (!records || !power || deals.length + orgs.length + people.length + places.length > 0) return null;
  const bare = BARE.test(sum.words);
  if (!(COST.test(sum.words) || set || bare) || !(PLANT.test(sum.words) || bare) || OTHERWISE.test(sum.words))
    return null;
  const spare = sum.of("number").find((term) => roleOf(term) === "spare") ?? null;
  if (!sum.complete([power, spare])) return null;
  const lines = records.map(
    ([label, record]): SumLine => ({
      label: `${power.text} of ${label}`.slice(0, 80),
      expression: `${write(power)} * ${record}${spare ? ` * ${spare.low}` : ""} in USD`,
    }),
  );
  return evaluated(lines, {
    title: `Power plants for ${power.text}${spare ? `, ${spare.text} times over` : ""}`,
    lead: lines.map((_line, index) => index + 1),
  });
};
