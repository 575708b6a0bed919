/** What is on record for a gigawatt and a year, times the power and the years that are given: electricity as Foxconn's chairman has it, contracted revenue. */
import { periodsAsked } from "./periods-asked.ts";
import { evaluated, type ReadSum, type SumLine } from "./sum.ts";
import { write } from "./write-term.ts";

const RECORDS: readonly (readonly [quantity: string, named: RegExp, of: RegExp])[] = [
  ["electricity-cost-per-gw-year", /\bfoxconn\b|\byoung liu\b/i, /\b(?:electricity|energy|power (?:bill|cost))\b/i],
  ["revenue-per-gw-year", /\b(?:contracted|on record|recorded|your|going|ai[- ]cloud|typical)\b/i, /\brevenues?\b/i],
];

export const gigawattYears: ReadSum = (sum) => {
  const [power, time] = [sum.one("power"), sum.one("time")];
  if (!power || sum.reading.names.deals.length > 0 || !sum.complete([power, time])) return null;
  const found = RECORDS.find(([, named, of]) => named.test(sum.text) && of.test(sum.words));
  const rate = found && sum.reading.library.knowledge.rates.find(({ quantity }) => quantity === found[0]);
  if (!rate || /\b(?:twh|gwh|mwh|share|percent|homes)\b|%/i.test(sum.words)) return null;
  const [period = "year"] = periodsAsked(sum.words);
  const lines: SumLine[] = [
    {
      label: `${power.text} for ${time?.text ?? `a ${period}`}`.slice(0, 80),
      expression: `${write(power)} * @${rate.id} * ${time ? write(time) : `1 ${period}`}`,
    },
    { label: rate.name.slice(0, 80), expression: `@${rate.id}` },
  ];
  return evaluated(lines, { title: rate.name.slice(0, 120), lead: [1, 2] });
};
