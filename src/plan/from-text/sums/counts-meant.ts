/** What a number counts where its own unit does not say it: chips in a gigawatt or a rack, shares out of all, sites of so much each. */
import { gated } from "../../../knowledge/gated.ts";
import { as, isOne, type Step } from "./among.ts";
import { AT_BEFORE, isBare } from "./price-without-sign.ts";
import type { Term } from "./terms.ts";

/** "0.3 GW in 2026, 0.6 in 2027": the unit is said once. */
export const sameUnitOfYear: Step = (term, { terms, index }) => {
  const [next, previous, first] = [terms[index + 1], terms[index - 1], terms[index - 2]];
  if (term.kind !== "number" || term.scaled || term.unit !== "" || !/^\s*in\s*$/i.test(term.after)) return;
  if (next?.kind === "year" && previous?.kind === "year" && first?.kind === "power")
    Object.assign(term, { kind: "power", unit: first.unit });
};

/** "4.5 of 30 GW", "14 of the 16 billion": the unit behind the whole is that of the part. */
export const partOfWhole: Step = (term, { next }) => {
  if (!next || !PART_OF.test(term.after)) return;
  if (next.kind === "shares" && term.kind === "number" && term.unit === "")
    Object.assign(term, { kind: "shares", unit: "share" });
  if (!isBare(term)) return;
  // "0.14 of the 965 billion" is a share of it.
  if (term.high < 1 && term.low > 0 && next.kind === "money")
    return void Object.assign(term, {
      kind: "percent",
      unit: "%",
      low: clean(term.low * 100),
      high: clean(term.high * 100),
      ends: term.ends.map((end) => clean(end * 100)),
    });
  if (next.kind === "power" || next.kind === "energy") Object.assign(term, { kind: next.kind, unit: next.unit });
  const scale = next.kind === "money" && next.scaled ? 10 ** (3 * Math.floor(Math.log10(next.high) / 3)) : 0;
  if (scale > 1 && term.high * scale <= next.high)
    Object.assign(term, {
      kind: "money",
      unit: next.unit,
      low: term.low * scale,
      high: term.high * scale,
      ends: term.ends.map((end) => end * scale),
      scaled: true,
      assumed: true,
    });
};

const clean = (value: number): number => Number(value.toPrecision(12));

/** "A GB300 fleet of 50k": chips, where chips are spoken of. */
export const fleetOf: Step = (term, { text }) => {
  const many = term.kind === "number" && term.unit === "" && (term.scaled || term.low >= 100) && term.high < 1e8;
  if (many && FLEET.test(term.before) && CHIPS.test(text) && !/^\s*[a-z]/i.test(term.after))
    Object.assign(term, { kind: "chips", unit: "chip" });
};
const FLEET = /\b(?:fleets?|clusters?|farms?|pools?|batch(?:es)?|orders?|deployments?)(?: (?:of|with|is|at))?\s*$/i;
const CHIPS = /¤|\b(?:gpus?|chips?|accelerators?|tpus?)\b/i;
const PART_OF = /^\s*(?:of|out of|from)(?: the| its| their| all)*\s*$/i;

/** "6.57 TWh at 367 g": of carbon dioxide for each kilowatt-hour. */
export const gramsOfCarbon: Step = (term, { text, terms }) => {
  if (term.unit !== "g" || !/\b(?:co2|carbon|emissions?)\b/i.test(text)) return;
  if (terms.some(({ kind }) => kind === "energy" || kind === "power"))
    Object.assign(term, { kind: "carbon", unit: "g/kWh" });
};

/** "400,000 accelerators in 1 gigawatt, so what in 2.5": the one gigawatt is what they are counted in. */
export const inAGigawatt: Step = (term, { last, next }) => {
  if (term.unit !== "chip" && term.unit !== "rack") return;
  const one =
    next?.kind === "power" &&
    isOne(next) &&
    /^\s*(?:in|to|for|per|fills?|make(?: up)?|fit (?:in|into)|go into)\s*$/i.test(term.after);
  // "If 1 GW needs 400,000 chips": counted for the one gigawatt before them.
  const before = !one && last?.kind === "power" && isOne(last) && HOLDS.test(term.before) ? last : null;
  if (!one && !before && !IN_A_GW.test(term.after) && !A_GW_HOLDS.test(term.before)) return;
  const unit = (one ? next : before)?.unit ?? "GW";
  Object.assign(term, { kind: "other", unit: `${term.unit}/${unit}` });
  if (one) next.unit = "merged";
  if (before) Object.assign(before, { kind: "other", unit: "merged" });
};
const HOLDS =
  /^\s*(?:of \S+ )?(?:needs?|takes?|holds?|has|is|means|fits?|houses?|runs?|powers?|supports?|=|equals|requires?|buys?)(?: about| around| roughly)?\s*$/i;
const A_GW_HOLDS =
  /\b(?:an?|each|every|one|the) (?:gw|gigawatt)(?: of \S+)? (?:needs?|takes?|holds?|has|is|means|fits?|houses?|runs?|powers?|supports?|equals|requires?)(?: about| around| roughly)?\s*$/i;
/** "400,000 accelerators in a gigawatt". */
const IN_A_GW = /^\s*(?:to|in|for|per|on|make) (?:an?|each|every|one|1|the) (?:gw|gigawatt)\b/i;

/** "Straight line over 5", "a loan over 12": years, where money is written off or lent. */
export const yearsWithoutUnit: Step = (term, { text, terms }) => {
  if (!isBare(term) || term.low < 2 || term.high > 40 || !/\bover(?: the next)?\s*$/i.test(term.before)) return;
  const beside = terms.some(
    ({ kind, unit, before }) => kind === "time" && unit === "year" && /\bover(?: the next)?\s*$/i.test(before),
  );
  if (
    !(beside || IN_YEARS.test(text) || FOR_A_YEAR.test(text)) ||
    !terms.some(({ kind }) => kind === "money" || kind === "unit-price")
  )
    return;
  if (!/^\s*[a-z]/i.test(term.after) || /^\s*(?:with|at|and|vs|versus|or|no|then|straight|to)\b/i.test(term.after))
    Object.assign(term, { kind: "time", unit: "year", text: `${term.text} years` });
};
/** "Per-year spend: $100B over eight". */
const FOR_A_YEAR = gated(/\b(?:per|a|each)[- ]year\b|\b(?:annual(?:ly|i[sz]ed)?|yearly)\b/i);
const IN_YEARS = gated(
  /\b(?:depreciat\w*|dep|straight[- ]line|writ(?:e|ten|ing)[- ]?(?:it )?(?:off|down)|amorti[sz]\w*|loan|borrow\w*|lease[ds]?)\b/i,
);

/** "$112/MWh against a market of 50": the same as what it is set against, where it is about as large. */
export const sameUnitAgainst: Step = (term, { last }) => {
  if (!isBare(term) || !last || !PRICED.has(last.kind) || !SET_AGAINST.test(term.before)) return;
  const scale = last.scaled || last.high >= 1e6 ? 10 ** (3 * Math.floor(Math.log10(Math.max(1, last.high)) / 3)) : 1;
  const [low, high] = [term.low * scale, term.high * scale];
  if (high > last.high * 5 || low < last.low / 5) return;
  Object.assign(term, { kind: last.kind, unit: last.unit, low, high, ends: term.ends.map((end) => end * scale) });
  Object.assign(term, { scaled: last.scaled, assumed: true });
};
/** "852 vs 500 billion": in the scale of the other. */
export const sameScaleAgainst: Step = (term, { next, terms }) => {
  if (!isBare(term) || next?.kind !== "money" || !next.scaled || terms.length !== 2) return;
  if (!/^\s*(?:vs\.?|versus|against|over|compared (?:to|with))\s*$/i.test(next.before)) return;
  const scale = scaleOf(next);
  if (term.high * scale > next.high * 100 || term.high * scale < next.high / 100) return;
  Object.assign(term, { kind: "money", unit: next.unit, low: term.low * scale, high: term.high * scale });
  Object.assign(term, { ends: term.ends.map((end) => end * scale), scaled: true, assumed: true });
};
const PRICED: ReadonlySet<Term["kind"]> = new Set(["price", "hourly", "unit-price", "rate"]);
const SET_AGAINST =
  /\b(?:vs\.?|versus|against|compared (?:to|with)|instead of|rather than|than)(?: (?:the|an?|its|market|spot|current|usual|old|grid|average)){0,3}(?: (?:price|rate|of|at|is))*\s*$/i;

/** "From $13.1B in 2025 to 280 in 2030", "from 55.6 to 66.8 billion": the unit and scale of the one are those of the other. */
export const sameUnitFromTo: Step = (term, { last, next, terms }) => {
  const [other, between] = RISES_TO.test(term.before) ? [last, term.before] : [next, next?.before ?? ""];
  if (!isBare(term) || !other || other === term || !RISES_TO.test(between)) return;
  if (other.kind !== "money" && other.kind !== "power") return;
  if (terms.filter(({ kind }) => kind === other.kind).length > 1) return;
  const scale = other.kind === "money" && other.scaled ? scaleOf(other) : 1;
  Object.assign(term, { kind: other.kind, unit: other.unit, low: term.low * scale, high: term.high * scale });
  Object.assign(term, { ends: term.ends.map((end) => end * scale), scaled: other.scaled, assumed: true });
};
const RISES_TO = /(?:\bto|→|->)(?: (?:about|around|roughly|some))?\s*$/i;
/** 1e9 of "$13.1B". */
const scaleOf = ({ high }: Term): number => 10 ** (3 * Math.floor(Math.log10(Math.max(1, high)) / 3));

/** "33 months of $920 million": paid in each of them. */
export const paidEachTime: Step = (term, { last, terms }) => {
  if (term.kind !== "money" || last?.kind !== "time" || terms.length > 2 || !/^\s*(?:of|at|x|×)\s*$/i.test(term.before))
    return;
  if (term.after.replace(ASKS_TOTAL, "").trim() === "") as(term, "flow", last.unit);
};
const ASKS_TOTAL =
  /\b(?:what|how much|is|does|do|that|it|come|comes|to|in|total|all|altogether|makes?|be|would|the|sum)\b|[\s,;:?.!=]/gi;

/** "160M shares out of 1.63 billion". */
export const sharesOutOf: Step = (term, { last }) => {
  if (last?.kind !== "shares" || !OUT_OF.test(term.before)) return;
  if (term.kind === "number" || (term.kind === "money" && term.assumed))
    Object.assign(term, { kind: "shares", unit: "share" });
};
const OUT_OF = /\b(?:out of|of)(?: (?:the|its|their|about|some))*\s*$/i;

/** "80,000 of them", where what chips cost or draw is given. */
export const ofThem: Step = (term, { terms }) => {
  if (term.kind !== "number" || !/^\s*of (?:them|these|those)\b/i.test(term.after)) return;
  if (terms.some(({ unit, kind }) => unit === "USD/chip" || kind === "hourly" || /^k?W(?:\/chip)?$/.test(unit)))
    Object.assign(term, { kind: "chips", unit: "chip" });
};

/** "Homes powered by 9 TWh at 10,500 kWh": what one of them uses. */
export const useOfAHome: Step = (term, { text, last }) => {
  if (term.unit !== "kWh" || !HOMES.test(text)) return;
  const ofOne = term.low >= LEAST_HOME && term.high <= MOST_HOME;
  if ((last?.kind === "energy" && AT_BEFORE.test(term.before)) || (ofOne && last !== undefined))
    as(term, "home-use", "home");
};
/** What homes use in a year, in kilowatt-hours. */
const [LEAST_HOME, MOST_HOME] = [2_000, 30_000];
const HOMES = gated(/\b(?:homes|households|houses)\b/i);

/** "3,557 racks of 72", "72 to a rack": what each holds. */
export const heldInRacks: Step = (term, { last }) => {
  const ofRacks =
    isBare(term) &&
    last?.kind === "racks" &&
    /^\s*(?:of|with|holding|x|×)\s*$/i.test(term.before) &&
    term.high <= MOST_IN_A_RACK;
  if (ofRacks || (term.kind === "number" && IN_A_RACK.test(term.after)))
    Object.assign(term, { kind: "chips", unit: "chip/rack" });
};
const MOST_IN_A_RACK = 1_152;
/** "72 to a rack". */
const IN_A_RACK =
  /^\s*(?:to|in|for|on|fit(?:s|ting)? (?:in|into)|go(?:es)? (?:in|into)) (?:an?|each|every|one|1) rack\b/i;

/** "18 racks of 72 GPUs". */
export const chipsOfRacks: Step = (term, { last }) => {
  if (term.kind === "chips" && last?.kind === "racks" && OF_EACH.test(term.before)) term.unit = "chip/rack";
};
const OF_EACH = /^\s*(?:of|with|x|×|at|holding|each with)\s*$/i;

/** "How many 1 GW reactors": the power of each of them. */
export const powerOfSites: Step = (term, { terms }) => {
  const alone = !terms.some((other) => other !== term && other.kind === "power");
  if (term.kind === "power" && alone && HOW_MANY_OF.test(term.before) && A_SITE.test(term.after))
    as(term, "unit-power", "site");
};
const HOW_MANY_OF = /\b(?:how many|number of)(?: \S+)?\s*$/i;
const A_SITE = gated(
  /^[\s-]*(?:sized? |nuclear |gas |big |large |ai )*(?:reactors?|sites?|campus(?:es)?|plants?|turbines?|buildings?|halls?|data cent(?:er|re)s?|phases|blocks?|facilit(?:y|ies)|units)\b/i,
);

/** "Somebody's gigawatt cost times 2.2". */
export const timesOfAGigawatt: Step = (term, { text, terms }) => {
  if (!isBare(term) || terms.some(({ kind }) => kind === "power" || kind === "rate")) return;
  if (/(?:\btimes|[x×*]|\bmultiplied by)\s*$/i.test(term.before) && GW_COST.test(text))
    Object.assign(term, { kind: "power", unit: "GW" });
};
const GW_COST = gated(
  /\b(?:gws?|gigawatts?)(?:['’]s)?[- ](?:costs?|price|figure|number|estimate|rate|capex)\b|\b(?:costs?|price|figure|number|estimate|capex) (?:per|of an?|for an?|for each|of one) (?:gw|gigawatt)\b/i,
);

/** "What a gigawatt costs or holds, so what in 2.5": as many more of it. */
export const bareGigawatts: Step = (term, { terms, next }) => {
  if (next !== undefined || !isBare(term) || term.high >= 100) return;
  if (!terms.some(({ unit }) => /^(?:USD|EUR|GBP|chip|rack)\/GW$/.test(unit))) return;
  if (/\bof (?:them|these|those)\b/i.test(term.after) || BARE_GW.test(term.before))
    Object.assign(term, { kind: "power", unit: "GW" });
};
const BARE_GW = /\b(?:in|for|of|on|to|with)(?: the)?\s*$/i;

/** A few kilowatts beside chips or racks are the power of each. */
export function chipPowers(text: string, terms: Term[]): Term[] {
  const racks = /\bracks?\b/i.test(text);
  const chips = /¤|\b(?:chips?|gpus?|accelerators?|tpus?)\b/i.test(text);
  for (const term of terms) {
    const kw = term.high * (term.unit === "W" ? 1e-3 : 1);
    if (term.kind !== "power" || (term.unit !== "kW" && term.unit !== "W")) continue;
    if (racks && kw >= 20 && kw <= 2_000) as(term, "unit-power", "rack");
    else if (chips && kw < 20) as(term, "unit-power", "chip");
  }
  return terms;
}

/** "26 GW minus 10 minus 6": what is taken off or put on is of the same kind. */
export const takenOff: Step = (term, { last }) => {
  if (!isBare(term) || !last || (last.kind !== "power" && last.kind !== "money") || !TAKES_OFF.test(term.before))
    return;
  const scale = last.kind === "money" && last.scaled ? scaleOf(last) : 1;
  Object.assign(term, { kind: last.kind, unit: last.unit, low: term.low * scale, high: term.high * scale });
  Object.assign(term, { ends: term.ends.map((end) => end * scale), scaled: last.scaled, assumed: true });
};
const TAKES_OFF = /^\s*(?:,? ?(?:then|and|and then) )?(?:minus|less|plus|without)\s*$/i;
