/** A link of the chain from one quantity, with every other number of the question as an assumption. */

import type { Input, Link } from "../../../calculator/chain/names.ts";
import { gated } from "../../../knowledge/gated.ts";
import { CHIP_NAME } from "../../given.ts";
import type { Given, PlanInput, PlanOf } from "../../plan.ts";
import { asksForRecords } from "../asks-for-records.ts";
import { basisSaid } from "../basis-said.ts";
import { linkAsked } from "../link-asked.ts";
import { isRateOwner, ownersNamed, rateNamed } from "../rates-named.ts";
import type { Reading } from "../reading.ts";
import { periodsAsked } from "./periods-asked.ts";
import { isBill, roleOf } from "./roles.ts";
import { evaluated, type ReadSum, type Sum } from "./sum.ts";
import type { Kind, Term } from "./terms.ts";
import { write, writePercentPerYear, writeShare } from "./write-term.ts";
import { written } from "./written-estimate.ts";

type Assume = NonNullable<Extract<PlanInput, { kind: "estimate" }>["assume"]>[number];

/** What each kind of quantity is a link of, and in which unit a plan gives it. */
const BASES: Readonly<Partial<Record<Kind, { from: Link | null; unit: Given["unit"] | null }>>> = {
  power: { from: null, unit: "GW" },
  money: { from: "cost", unit: null },
  chips: { from: "accelerators", unit: "count" },
  racks: { from: "racks", unit: "count" },
  homes: { from: "homes", unit: "count" },
  energy: { from: "energy", unit: "TWh" },
  mass: { from: "co2", unit: "tCO2" },
  volume: { from: "water", unit: "L" },
};
const FACTORS: Readonly<Record<string, number>> = {
  W: 1e-9,
  kW: 1e-6,
  MW: 1e-3,
  GW: 1,
  TW: 1e3,
  kWh: 1e-9,
  MWh: 1e-6,
  GWh: 1e-3,
  TWh: 1,
  g: 1e-6,
  kg: 1e-3,
  lb: 4.5359237e-4,
  t: 1,
  Mt: 1e6,
  L: 1,
  gal: 3.785411784,
};

/** Links whose question is as often about a deal or a company: they need a quantity that is written out. */
const NEEDS_QUANTITY: ReadonlySet<Link> = new Set([
  "cost",
  "power",
  "revenue",
  "financing",
  "depreciation",
  "generation",
  "water",
  "racks",
]);

export const chain: ReadSum = (sum) => {
  const { reading } = sum;
  const { question } = sum;
  const { names } = reading;
  const ofRecord = names.deals.length > 0 || names.places.length > 0;
  // What one thing is of another is no link of the chain.
  if (/\bas an? (?:share|percent(?:age)?|fraction|proportion|multiple|%) of\b/i.test(sum.words)) return null;
  // A part or a multiple that was said in words and stands in no number is left out by everything below.
  if (/\b(?:tenths?|hundredths?|thirds?|double|twice|triple|halves?)\b/i.test(sum.words)) return null;
  const bases = sum.terms.filter((term) => BASES[term.kind] !== undefined && assumptionOf(sum, term) === null);
  const [base, ...more] = bases;
  if (more.length > 0) return null;
  const others = sum.terms.filter((term) => term !== base && term.kind !== "year");
  // What a gigawatt costs to build says nothing of what it uses.
  const ofUse = OF_ANY_POWER.has(linkAsked(question, null) ?? "cost") && sum.of("price").length > 0;
  const horizon = others.find((term) => isHorizon(sum, term)) ?? null;
  const said = others.map((term) =>
    term === horizon || isWholeYear(term) || (ofUse && term.kind === "rate") ? "idle" : assumptionOf(sum, term),
  );
  if (said.some((entry) => entry === null)) return null;
  const assume = said.filter((entry): entry is Assume => entry !== null && entry !== "idle");
  if (new Set(assume.map(({ input }) => input)).size < assume.length) return null;
  const itEnergy = base?.kind === "energy" && /^\s*(?:of )?IT\b|^\s*(?:at|for) the (?:servers|chips)/.test(base.after);
  const from = itEnergy ? "it-energy" : base ? (BASES[base.kind]?.from ?? null) : null;
  const linked = linkAsked(question, from) ?? inferred(assume, sum.words);
  const asked = linked === "energy" && OF_THE_IT.test(question) ? "it-energy" : linked;
  // "How many TWh" of what has a price asks for no money.
  const energyAlone = asked === "energy" && ENERGY_COUNTED.test(sum.words);
  if (energyAlone) assume.splice(0, assume.length, ...assume.filter(({ input }) => input !== "price"));
  // What energy costs is its bill.
  const ofEnergy = base?.kind === "energy" && asked === "cost";
  const to = asked !== null && ((BILLED.has(asked) && isOfElectricity(assume)) || ofEnergy) ? "bill" : asked;
  if (base?.kind === "money" && ((to === "bill" && isBill(base)) || base.high < LEAST_BUILD)) return null;
  const strangers = names.orgs.filter(
    (org) => !isRateOwner(reading, org) && !(org === "nvidia" && CHIP_NAME.test(question)),
  );
  if (!to || to === from || to === "cost" || (to === "power" && from === null && basisSaid(question) === null))
    return null;
  // Somebody's own figure for a gigawatt is on record: it is asked for, not worked out.
  const counted = asked === "accelerators" || asked === "racks";
  if (assume.length === 0 && !(counted && OVERHEADS.test(sum.words)) && isTheirs(reading, base)) return null;
  // "Electricity for Oracle's 4.5 GW": with the power given it is no matter whose it is.
  const powerGiven = base?.kind === "power" && OF_ANY_POWER.has(to);
  if (ofRecord && !powerGiven) return null;
  if (strangers.length > 0 && !powerGiven && (asksForRecords(reading) || to === "power" || !base)) return null;
  if (base?.kind === "money" && to === "power") return null;
  // "Cost without chips for 1 GW" counts none.
  if (
    to === "accelerators" &&
    /\b(?:without|excluding|ex|minus|not counting|before|no) (?:the |any )?(?:chips?|gpus?)\b/i.test(sum.words)
  )
    return null;
  // "MS's GB300 for 3 GW" is somebody's price of them, and no number of them.
  if (
    to === "accelerators" &&
    ownersNamed(reading).length > 0 &&
    !/\b(?:how many|number|count|chips?|gpus?|fit|overheads?|factors?|multipliers?)\b/i.test(sum.words)
  )
    return null;
  // Power becomes energy only over hours: a bare conversion is asked for them.
  if (to === "energy" && assume.length === 0 && !sum.flatOut && !ENERGY_WORDS.test(sum.words)) return null;
  const quantity = base ? givenOf(base) : oneGigawatt(sum, to);
  if (!quantity) return null;
  if (sum.flatOut && !assume.some(({ input }) => input === "load")) assume.push({ input: "load", expression: "1" });
  if (to === "generation" && /\bnuclear\b/i.test(question))
    assume.push({ input: "generation", expression: "@nuclear-capex" });
  if (
    to === "co2" &&
    !assume.some(({ input }) => input === "carbon") &&
    /\b(?:natural gas|gas[- ](?:fired|powered|plants?|turbines?|fleet|units?|generation)|(?:on|with|by|of|from) (?:new )?gas)\b/i.test(
      question,
    )
  )
    assume.push({ input: "carbon", expression: "@co2-gas" });
  const rate = sum.one("rate");
  const named = rateNamed(reading);
  const plan: PlanOf<"estimate"> = {
    kind: "estimate",
    over: null,
    deals: [],
    receipt: null,
    quantity,
    from,
    to,
    // Whose chips or overheads they are is no price.
    rate: rate || (from !== "cost" && OF_ANY_POWER.has(to)) ? null : named ? { name: named } : null,
    chip: CHIP_NAME.exec(question)?.[1]?.replace(/'?s$/i, "") ?? null,
    basis: basisSaid(to === "power" || to === "it-power" ? (question.split(/\b(?:to|as)\b/i)[0] ?? "") : question),
    assume,
  };
  // For a month, a week or a day the yearly result goes on.
  const periods = periodsAsked(sum.words).filter((period) => period !== "year" && period !== "hour");
  const gallons = to === "water" && /\bgal(?:lon)?s?\b/i.test(sum.words) ? written(reading.library, plan) : null;
  if (gallons)
    return evaluated([...gallons, { label: "in US gallons", expression: `#${gallons.length} in gallons` }], {
      lead: [gallons.length + 1, gallons.length],
    });
  const ofYear = IN_A_YEAR.has(to) && base?.kind !== "energy";
  const goesOn = (periods.length > 0 || horizon !== null) && (A_YEAR.has(to) || ofYear);
  const lines = goesOn ? written(reading.library, plan) : null;
  // What is not written out can be shown for a year alone.
  if (!lines) return horizon || (goesOn && ofYear) ? null : plan;
  const at = lines.length;
  if (ofYear) {
    const length = horizon ? write(horizon) : `1 ${periods[0]}`;
    const label = horizon ? `over ${horizon.text}` : `a ${periods[0]}`;
    return evaluated([...lines, { label, expression: `#${at} * (${length}) / 1 year` }], { lead: [at + 1, at] });
  }
  if (horizon)
    return evaluated([...lines, { label: `over ${horizon.text}`, expression: `#${at} * ${write(horizon)}` }], {
      lead: [at + 1, at],
    });
  const parts = periods.map((period) => ({ label: `a ${period}`, expression: `#${at} in USD/${period}` }));
  return evaluated([...lines, ...parts], { lead: parts.map((_part, index) => at + 1 + index) });
};

/** Whose overheads they are says nothing of a count. */
const OVERHEADS = gated(/\b(?:overheads?|factors?|multipliers?|tdp)\b/i);
/** Nothing that is built costs less: "$40k each" is the price of a chip. */
const LEAST_BUILD = 200_000;
/** "IT energy a year": what is behind the overhead. */
const OF_THE_IT = gated(
  /\bIT (?:energy|electricity|consumption)\b|\b(?:energy|electricity|[tgm]wh) (?:of|at|for|reach\w*|into) the (?:IT\b|servers|chips|gpus)/,
);
const ENERGY_COUNTED = /\b(?:how (?:many|much) [tgmk]wh|(?:in|into) [tgm]wh)\b/i;

/** What is paid a year where electricity is all that has a price. */
const BILLED: ReadonlySet<Link> = new Set(["energy", "yearly-cost", "cost"]);
const OF_OWNING: ReadonlySet<Input> = new Set(["rate", "life", "facility-life", "debt", "capital", "opex", "rent"]);
const isOfElectricity = (assume: readonly Assume[]): boolean =>
  assume.some(({ input }) => input === "price") && !assume.some(({ input }) => OF_OWNING.has(input));

const OF_ANY_POWER: ReadonlySet<Link> = new Set([
  "energy",
  "bill",
  "homes",
  "co2",
  "water",
  "accelerators",
  "it-power",
]);

/** What comes together in a year. */
const IN_A_YEAR: ReadonlySet<Link> = new Set(["energy", "it-energy", "co2", "water"]);

const A_YEAR: ReadonlySet<Link> = new Set([
  "bill",
  "depreciation",
  "financing",
  "running-cost",
  "yearly-cost",
  "revenue",
]);

/** Somebody who has published figures, and no power but a gigawatt. */
function isTheirs({ names, library, question }: Reading, base: { low: number; high: number } | undefined): boolean {
  if (base && (base.low !== 1 || base.high !== 1 || !/\b(?:an?|per|each|every|one|1)\s(?:gw|gigawatt)/i.test(question)))
    return false;
  // "Epoch" is the name of an estimate too.
  const theirs = names.mentions.flatMap(({ refs }) => refs.map(({ id }) => library.rates.get(id)?.org ?? id));
  return library.knowledge.rates.some(
    ({ org, person }) =>
      (org !== undefined && theirs.includes(org)) || (person !== undefined && theirs.includes(person)),
  );
}

/** "Total cost of ownership of 1 GW over five years": how long it is paid, and no life of what is bought. */
const isHorizon = ({ words }: Sum, { kind, before, unit, low, high }: Term): boolean =>
  kind === "time" &&
  (unit === "year" || unit === "month") &&
  low === high &&
  !(unit === "year" && low === 1) &&
  /\b(?:over|for|across|in)(?: the (?:next|first))?\s*$/i.test(before) &&
  /\b(?:tco|cost of ownership|total|in all|altogether|bill|electricity|energy|power costs?|own and run|operate|run)\b/i.test(
    words,
  ) &&
  !/\b(?:life|lives|lifetime|depreciat\w*|useful|refresh\w*)\b/i.test(words);

/** The hours of a year, or a year itself, say nothing new: the chain works in years. */
const isWholeYear = (term: Term): boolean =>
  term.kind === "time" &&
  ((term.unit === "year" && term.low === 1 && term.high === 1) ||
    (term.unit === "month" && term.low === 12) ||
    (term.unit === "hour" && term.low === 8760) ||
    (term.unit === "day" && term.low === 365));

export function assumptionOf(sum: Sum, term: Term): Assume | null {
  const make = (input: Input, expression: string): Assume => ({ input, expression });
  const role = roleOf(term);
  switch (term.kind) {
    case "price":
      return make("price", `(${write(term)})`);
    case "hourly":
      return make("rent", write(term, `${term.unit.split("/")[0]}/gpu-hour`));
    case "carbon":
      return make("carbon", `(${write(term)})`);
    case "water":
      return make("wue", `(${write(term)})`);
    case "home-use":
      return make("home", `(${write(term, term.unit.includes("/year") ? term.unit : `${term.unit}/year`)})`);
    case "unit-power":
      return term.unit.endsWith("/chip")
        ? make("chip-power", write(term))
        : term.unit.endsWith("/rack")
          ? make("rack-power", write(term))
          : null;
    case "time":
      return /\b(?:life|lives|lifetime|depreciat\w*|useful|over|refresh)\b/i.test(
        `${term.before} ${term.after.slice(0, 20)}`,
      ) && /\b(?:depreciat|yearly cost|tco|cost of owner|gpu[- ]hour|life)/i.test(sum.words)
        ? make("life", `(${write(term)})`)
        : null;
    case "percent":
    case "number":
      break;
    default:
      return null;
  }
  if (role === "load" || role === "sold" || role === "margin" || role === "late") return make(role, writeShare(term));
  if (role === "pue" || role === "server" || role === "network" || role === "overhead")
    return term.high >= 1 && term.high <= 5 ? make(role, write(term, "")) : null;
  if (role === "interest") return make("debt", writePercentPerYear(term));
  if (term.kind === "percent" && role === null) {
    if (/\b(?:interest|debt|financing|borrow\w*)\b/i.test(sum.words)) return make("debt", writePercentPerYear(term));
    if (
      /\b(?:energy|electricity|twh|gwh|mwh|bill|homes|households|co2|carbon|emissions|water|running|runs?)\b/i.test(
        sum.words,
      )
    )
      return make("load", writeShare(term));
  }
  return null;
}

const ENERGY_WORDS =
  /\b(?:energy|electricity|consum\w+|us(?:e|es|age)|years?|annual\w*|yearly|burns?|draws?|needs?|hours? a)\b/i;

/** What a question is about that names no link but gives its price. */
const INFERRED: Readonly<Partial<Record<Input, Link>>> = {
  load: "energy",
  price: "bill",
  carbon: "co2",
  wue: "water",
  home: "homes",
};
const inferred = (assume: readonly Assume[], words: string): Link | null => {
  const links = assume.flatMap(({ input }) => INFERRED[input] ?? []);
  // A load alone is one of energy where energy is spoken of.
  return links.find((link) => link !== "energy") ?? (links.length > 0 && ENERGY_UNIT.test(words) ? "energy" : null);
};
const ENERGY_UNIT = /\b[tgm]wh\b|\benergy\b|\belectricity\b/i;

export function givenOf(base: Term): Given | null {
  const unit = BASES[base.kind]?.unit ?? base.unit;
  const factor = FACTORS[base.unit.split("/")[0] ?? ""] ?? 1;
  const clean = (value: number) =>
    Number((value * (unit === "count" || base.kind === "money" ? 1 : factor)).toPrecision(12));
  if (base.kind === "money" && !/^(?:USD|EUR|GBP)$/.test(base.unit)) return null;
  return {
    low: clean(base.low),
    high: clean(base.high),
    unit: unit as Given["unit"],
    qualifier: "exact",
    text: base.text.slice(0, 200),
  };
}

const OF_ENERGY: ReadonlySet<Link> = new Set(["homes", "co2", "water", "bill"]);

/** "GB200s per GW of IT power": a gigawatt without a number is one, and so is that of a ratio, whatever its size. */
function oneGigawatt(sum: Sum, to: Link): Given | null {
  if (sum.reading.names.orgs.length > 0 && NEEDS_QUANTITY.has(to)) return null;
  const energy = OF_ENERGY.has(to) ? /\b(?:per|an?|one|each|every)\s([tgm]wh)\b/i.exec(sum.words)?.[1] : undefined;
  if (energy) {
    const unit = `${energy.charAt(0).toUpperCase()}Wh`;
    const size = FACTORS[unit] ?? 1;
    return { low: size, high: size, unit: "TWh", qualifier: "exact", text: `1 ${unit}` };
  }
  return /\b(?:per|an?|one|each|every)\s(?:single )?(?:gw|gigawatt|gig)\b/i.test(sum.words) || to === "gpu-hour"
    ? { low: 1, high: 1, unit: "GW", qualifier: "exact", text: "1 GW" }
    : null;
}
