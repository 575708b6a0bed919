/** What of a build's cost goes to chips, servers, network or plant: the published parts, each by whoever published it. */
import { gated } from "../../../knowledge/gated.ts";
import { isRateOwner, rateNamed } from "../rates-named.ts";
import { isOfPart } from "./cost.ts";
import { evaluated, type ReadSum, type Sum, type SumLine } from "./sum.ts";
import { write } from "./write-term.ts";

/** By which a turn that asks for another part knows that one was told. */
export const PART_OF_COST = "A part of the cost of a build";

type Part = {
  said: RegExp;
  /** For a gigawatt, in dollars. */
  perGw: readonly (readonly [label: string, expression: string])[];
  /** Of the whole. */
  shares: readonly (readonly [label: string, expression: string])[];
};

const PARTS: readonly Part[] = [
  {
    said: /\b(?:racks and servers|servers?(?: and racks?)?)\b/i,
    perGw: [["racks and servers by Morgan Stanley", "@ms-gb300 * @share-rack-ms"]],
    shares: [["racks and servers by Morgan Stanley", "@share-rack-ms"]],
  },
  {
    said: /\b(?:gpus?|chips?|accelerators?|silicon|semiconductors?|nvidia (?:hardware|content|gear|kit))\b/i,
    perGw: [
      ["Nvidia hardware by Jensen Huang", "@huang-nvidia-content"],
      ["Nvidia's revenue by UBS", "@ubs-nvidia-content"],
      ["GPUs alone by Bernstein", "@bernstein-1gw * @share-gpu-bernstein"],
    ],
    shares: [
      ["GPUs alone by Bernstein", "@share-gpu-bernstein"],
      ["Nvidia hardware by Jensen Huang", "@huang-nvidia-content / @huang-2025"],
      ["racks and servers by Morgan Stanley", "@share-rack-ms"],
    ],
  },
  {
    said: /\bnetwork\w*\b/i,
    perGw: [["networking by Bernstein", "@bernstein-1gw * @share-network-bernstein.low"]],
    shares: [["networking by Bernstein", "@share-network-bernstein.low"]],
  },
  {
    said: /\bcpus?\b/i,
    perGw: [["CPUs by Bernstein", "@bernstein-1gw * @share-cpu-bernstein"]],
    shares: [["CPUs by Bernstein", "@share-cpu-bernstein"]],
  },
  {
    said: /\bstorage\b/i,
    perGw: [["storage by Bernstein", "@bernstein-1gw * @share-storage-bernstein"]],
    shares: [["storage by Bernstein", "@share-storage-bernstein"]],
  },
  {
    said: /\b(?:mechanical|electrical plant|power and cooling|cooling|mep|m&e)\b/i,
    perGw: [["mechanical and electrical plant by Bernstein", "@bernstein-1gw * @share-me-bernstein.mid"]],
    shares: [["mechanical and electrical plant by Bernstein", "@share-me-bernstein.mid"]],
  },
];

/** Whether the words are those for a part of a build, and nothing else. */
export const isPartOfBuild = (words: string): boolean => ONLY_PARTS.some((part) => part.test(words));
const ONLY_PARTS = PARTS.map(({ said }) => new RegExp(`^(?:${said.source})$`, "i"));

const MONEY =
  /\b(?:costs?|spend\w*|spent|bill|budget|capex|money|dollars?|outlay|pay|price tag|how much (?!power|energy|water))\b|\$/i;
const SHARE = /\b(?:shares?|percent\w*|fraction|portion|proportion|part of|slice|how much of|chunk)\b|%/i;
const IN_MONEY = /\b(?:dollars?|usd|billions?|bn|money)\b|\$/i;
/** Counted, rented or run, or bought one by one: other questions. */
const OTHERWISE = gated(
  /\b(?:how many|number of|per (?:gpu|chip|accelerator|rack|hour)|each|hours?|hourly|rent\w*|run(?:ning)?|electricity|power bill|energy|bills|years?|yearly|annual\w*|months?|depreciat\w*|refresh\w*|replac\w*|lease[sd]?|facility|shell|without|excluding|break\w* ?down|split)\b/i,
);

export const partOfBuild: ReadSum = (sum) => {
  const { words, reading } = sum;
  const { names } = reading;
  const part = PARTS.find(({ said }) => said.test(words));
  if (!part || !(MONEY.test(words) || SHARE.test(words)) || OTHERWISE.test(words)) return null;
  const strangers = names.orgs.filter((org) => org !== "nvidia" && !isRateOwner(reading, org));
  if (strangers.length + names.deals.length + names.places.length > 0) return null;
  // An estimate of all of it that is named, or what Nvidia gets, is another question.
  const named = rateNamed(reading);
  if ((named !== null && !OF_ALL.test(named)) || isOfPart(sum.text)) return null;
  const whole = wholeOf(sum);
  if (!whole) return null;
  const asShare = SHARE.test(words) && !whole.given && !IN_MONEY.test(words);
  const lines: SumLine[] = asShare
    ? part.shares.map(([label, expression]) => ({ label, expression: `${expression} in %` }))
    : whole.isMoney
      ? part.shares.map(([label, expression]) => ({ label, expression: `${whole.expression} * ${expression}` }))
      : part.perGw.map(([label, expression]) => ({ label, expression: `${whole.expression} * ${expression}` }));
  return evaluated(lines, { lead: lines.map((_line, index) => index + 1), title: PART_OF_COST });
};

/** Estimates whose author has parts of it too. */
const OF_ALL = /^(?:huang-|bernstein|ms-|share-)/;

type Whole = { expression: string; isMoney: boolean; given: boolean };

/** A power, or the money for it; a gigawatt where none is counted. */
function wholeOf(sum: Sum): Whole | null {
  const [power, rate, money] = [sum.one("power"), sum.one("rate"), sum.one("money")];
  const given = !(power?.low === 1 && power.high === 1);
  if (power && rate && SHARE.test(sum.words) && sum.complete([power, rate]))
    return { expression: `${write(power)} * ${write(rate)}`, isMoney: true, given: true };
  if (power && sum.complete([power])) return { expression: write(power), isMoney: false, given };
  if (rate && sum.complete([rate])) return { expression: `1 GW * ${write(rate)}`, isMoney: true, given: true };
  const ofBuild = /\b(?:build|campus|data ?cent(?:er|re)s?|capex|gigawatt|site|project)\b/i.test(sum.words);
  if (money && ofBuild && sum.complete([money])) return { expression: write(money), isMoney: true, given: true };
  const aGigawatt = /\b(?:per|an?|each|one|the) ?(?:gws?|gigawatts?)\b|\/ ?gw\b/i.test(sum.words);
  const ofCapex = SHARE.test(sum.words) && /\b(?:capex|build(?:-?out)?|construction|cost|budget)\b/i.test(sum.words);
  return (aGigawatt || ofCapex) && sum.terms.length === 0 ? { expression: "1 GW", isMoney: false, given: false } : null;
}
