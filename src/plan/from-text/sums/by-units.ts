/**
 * What the units alone make of a question: the one product or quotient of all its numbers that has the unit that is
 * asked for. It is the last reading of a sum; where several would do, or none, there is no answer.
 */
import { type Dimension, multiplyDimensions, NONE, same } from "../../../calculator/dimension.ts";
import { parseUnit } from "../../../calculator/units.ts";
import { rateNamed } from "../rates-named.ts";
import { periodsAsked } from "./periods-asked.ts";
import { roleOf } from "./roles.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Term } from "./terms.ts";
import { write, writeShare } from "./write-term.ts";

type Factor = { expression: string; dimension: Dimension };
/** Numbers of so many kinds at once are no longer told apart by their units. */
const MOST = 6;

export const byUnits: ReadSum = (sum) => {
  const wanted = unitAsked(sum);
  const factors = wanted ? factorsOf(sum, wanted) : null;
  if (!wanted || !factors || factors.measured.length < 2 || factors.measured.length > MOST) return null;
  // Of two alike nobody can tell by the units which is above the other.
  const alike = factors.measured.some((one, index) =>
    factors.measured.slice(index + 1).some(({ dimension }) => same(one.dimension, dimension)),
  );
  if (alike) return null;
  const target = parseUnit(wanted)?.dimension;
  if (!target) return null;
  const found = arrangements(factors.measured, target);
  const [only, ...others] = found;
  if (!only || others.length > 0) return null;
  // Power over hours is energy only where it is used in all of them, or a load is given.
  const overHours =
    factors.measured.some(({ dimension }) => dimension.GW && !dimension.h) && isOverHours(factors.measured);
  if (overHours && !sum.flatOut && !factors.loaded) return null;
  const expression = [only, ...factors.shares].join(" * ").replaceAll("* 1 / ", "/ ");
  return evaluated([{ expression: `${expression} in ${wanted}` }], {
    title: sum.terms
      .map(({ text }) => text)
      .join(", ")
      .slice(0, 120),
  });
};

const isOverHours = (factors: readonly Factor[]): boolean =>
  factors.some(({ dimension }) => dimension.h && Object.keys(dimension).length === 1) &&
  !factors.some(({ dimension }) => dimension.GW && dimension.h);

/** All numbers as factors; null where one of them has no unit that says what it is for. */
function factorsOf(sum: Sum, wanted: string): { measured: Factor[]; shares: string[]; loaded: boolean } | null {
  const measured: Factor[] = [];
  const shares: string[] = [];
  let loaded = false;
  // "$25B at 6% over 10 years" is lent, and 6% no part of it.
  const lent = sum.of("time").length > 0 && sum.of("money").length > 0;
  for (const term of sum.terms) {
    if (term.kind === "year") continue;
    if (lent && term.kind === "percent" && /\bat\s*$/i.test(term.before)) return null;
    const role = roleOf(term);
    const dimension = parseUnit(term.unit)?.dimension;
    if (isPart(term)) shares.push(writeShare(term));
    else if (term.kind === "percent" || term.unit === "") {
      if (role !== "load" && role !== "sold" && role !== "pue") return null;
      // Of the power of a site what counts things is the part that is IT.
      const counts = COUNTED.has(wanted);
      shares.push(role === "pue" ? (counts ? `(1 / ${write(term, "")})` : write(term, "")) : writeShare(term));
      loaded ||= role === "load";
    } else if (!dimension || Object.keys(dimension).length === 0) return null;
    else measured.push({ expression: `(${write(term)})`, dimension });
  }
  // What a deal's power costs at somebody's estimate is read with the deal.
  const ofDeal = sum.reading.names.deals.length > 0;
  const rate =
    ofDeal || measured.some(({ dimension }) => dimension.GW === -1 && dimension.USD) ? null : rateNamed(sum.reading);
  if (rate) measured.push({ expression: `@${rate}`, dimension: { USD: 1, GW: -1 } });
  return { measured, shares, loaded };
}

/** "Servers are 60% of it": so much of whatever is worked out. */
const isPart = (term: Term): boolean =>
  term.kind === "percent" &&
  (/\b(?:is|are|takes?|makes? up|gets?|accounts? for|at)\s*$/i.test(term.before) ||
    /^\s*(?:of|goes|is|for|gets?|actually)\b/i.test(term.after)) &&
  !/\b(?:discount\w*|off|more|less|higher|lower|interest|margin|growth|grow\w*|late|delay\w*|load|utili\w*|sold)\b/i.test(
    `${term.before.slice(-24)} ${term.after.slice(0, 24)}`,
  );

/** Each factor above or below the line, so that the whole has the dimension that is asked for. */
function arrangements(factors: readonly Factor[], target: Dimension): string[] {
  const out: string[] = [];
  for (let choice = 0; choice < 2 ** factors.length; choice++) {
    const above = factors.map((_factor, index) => (choice & (1 << index)) === 0);
    const whole = factors.reduce(
      (all, { dimension }, index) => multiplyDimensions(all, dimension, above[index] ? 1 : -1),
      NONE,
    );
    if (!same(whole, target)) continue;
    const [tops, bottoms] = [factors.filter((_f, index) => above[index]), factors.filter((_f, index) => !above[index])];
    if (tops.length === 0) continue;
    // Money is spread over things; it is multiplied by them only as the price of each.
    const things = tops.some(({ dimension }) => THINGS.some((thing) => dimension[thing] === 1));
    if (things && tops.some(({ dimension }) => same(dimension, { USD: 1 }))) continue;
    const product = (of: readonly Factor[]) => of.map(({ expression }) => expression).join(" * ");
    out.push(bottoms.length === 0 ? product(tops) : `${product(tops)} / (${product(bottoms)})`);
  }
  return out;
}

const COUNTED: ReadonlySet<string> = new Set(["racks", "chips"]);
const THINGS = ["share", "chip", "rack", "home"] as const;

/** The unit that a question asks for; the first that is named. */
const ASKED: readonly (readonly [unit: string, words: RegExp])[] = [
  ["USD/gpu-hour", /\b(?:per|an?|each|for an?) (?:gpu|chip|accelerator|¤+)[- ]?(?:hour|hr)\b/i],
  ["USD/MWh", /(?:\b(?:per|an?|each)\s|\/\s?)(?:mwh|megawatt[- ]hour)\b/i],
  ["USD/kWh", /(?:\b(?:per|an?|each)\s|\/\s?)(?:kwh|kilowatt[- ]hour)\b/i],
  ["racks", /\bhow many (?:\S+ ){0,2}racks\b|\bracks\s*\?/i],
  [
    "chips",
    /\bhow many (?:\S+ ){0,2}(?:¤+s?|chips?|gpus?|accelerators?|tpus?)(?! racks?\b)(?![a-z])|\b(?:gpus|chips)\s*\?/i,
  ],
  ["shares", /\bhow many (?:\S+ ){0,2}shares\b/i],
  ["homes", /\bhow many (?:\S+ ){0,2}(?:homes|households)\b/i],
  ["TWh", /\b(?:how many|in) twh\b/i],
  ["GWh", /\b(?:how many|in) gwh\b/i],
  ["MWh", /\b(?:how many|in) mwh\b/i],
  [
    "USD/GW",
    /\bwhat (?:must|should|can|may|would|does|has) (?:an?|each|one|1) (?:gw|gigawatt) (?:have to )?(?:cost|be)\b|(?:\b(?:per|an?|each)\s|\/\s?)(?:gw|gigawatt)\s*\?|\b(?:what|how much)\b.*\bper (?:gw|gigawatt)\b/i,
  ],
  ["USD/MW", /(?:\b(?:per|an?|each)\s|\/\s?)(?:mw|megawatt)\s*\?|\b(?:what|how much)\b.*\bper (?:mw|megawatt)\b/i],
  ["GW", /\bhow (?:many|much) (?:gws?|gigawatts?|gigs?|power|capacity)\b|\b(?:gws?|gigawatts?|gigs?)\s*\?/i],
  ["MW", /\bhow many (?:mws?|megawatts?)\b|\b(?:mws?|megawatts?)\s*\?/i],
  ["USD/chip", /\b(?:per|an?|each) (?:gpu|chip|accelerator|tpu|¤+(?!¤))(?![- ]?h|[a-z])/i],
  ["years", /\bhow (?:many years|long)\b/i],
];
const MONEY =
  /\b(?:costs?|prices?|bill|budget|worth|spend|pay|how much|money|dollars?|outlay|expensive|damage|painful)\b|\$\s?\?/i;

function unitAsked({ words, terms }: Sum): string | null {
  const found = ASKED.find(([, pattern]) => pattern.test(words));
  if (found) return found[0];
  const [period, ...more] = periodsAsked(words).filter((one) => one !== "hour");
  if (!MONEY.test(words) || more.length > 0) return null;
  const currency =
    terms.map(({ unit }) => unit.split("/")[0]).find((unit) => unit === "EUR" || unit === "GBP") ?? "USD";
  return period ? `${currency}/${period}` : currency;
}
