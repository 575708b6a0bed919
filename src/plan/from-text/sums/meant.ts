/** What a number is meant as where its own unit does not say it: "a gig costs $42B", "4 sites of 1.2 GW each", "H100s at 0.7 kW". */
import {
  AT_BEFORE,
  barePrice,
  isBare,
  moneyWithoutSign,
  PRICED_THING,
  priceWithoutSign,
  THINGS,
} from "./price-without-sign.ts";
import { unitNamed } from "./term-units.ts";
import type { Kind, Term } from "./terms.ts";

const POWER_WORD = "(gws?|gigawatts?|gigs?|mws?|megawatts?)";
/** "a gigawatt costs", "each gig at". */
const PRICED_BEFORE = new RegExp(
  String.raw`(?:\b(?:an?|one|each|every|per|the)\s${POWER_WORD}\s(?:costs?|runs?(?: you| us| me)?(?: to| at)?|is|goes for|sells for|at|comes to|will (?:cost|run)(?: you| us| me)?|would (?:cost|run)(?: you| us| me)?|=)|(?:\band|[,;]) (?:an?|one|each|every|per|the)\s${POWER_WORD}|\b(?:costs?|price[ds]?|rate|figure)\s(?:per|of an?|for an?|for each)\s${POWER_WORD}(?:\s(?:is|of|at|=))?|\b(?:costs?|price) (?:per|a) ${POWER_WORD}\s?[:=]?|\bper[- ]${POWER_WORD} (?:costs?|price|rate|figure)s?(?: (?:is|of|at))?\s?[:=]?)\s*(?:about|around|roughly|say)?\s*$`,
  "i",
);
/** "Rack price $3.5M", "cost per chip: $40,000". */
const THING_PRICED =
  /(?:\b(?:per[- ])?(rack|chip|gpu|home|share) (?:price|cost)s?|\b(?:price|cost)s? (?:per|of an?|of each) (?:rack|chip|gpu|home))(?: (?:is|of|at))?\s*[:=]?\s*$|\b(?:an?|one|each|every) (?:\S+ )?(rack|chip|gpu) (?:is|costs?|runs?(?: to)?|goes for|sells for)\s*$/i;
const COST_VERB =
  /^\s*(?:costs?|runs?(?: you| us| me| to)?|is(?: worth)?|brings?(?: in)?|means|goes for|comes to|=|will cost|would cost)\s*(?:about|around|roughly)?\s*$/i;
const FLOW_BEFORE: readonly (readonly [string, RegExp])[] = [
  [
    "month",
    /\bmonthly(?: (?!growth|change|on\b|for\b|at\b|in\b|over\b|if\b|when\b|where\b|from\b|of\b|retires?\b|clears?\b|repays?\b|pays? off\b|amorti[sz]\w+|services?\b|to\b|needed\b|required\b|covers?\b)[a-z]+){0,2}(?: (?:of|is|at|are|=)| about| around)*\s*$/i,
  ],
  [
    "quarter",
    /\bquarterly(?: (?!growth|change|on\b|for\b|at\b|in\b|over\b|if\b|when\b|where\b|from\b|of\b|retires?\b|clears?\b|repays?\b|pays? off\b|amorti[sz]\w+|services?\b|to\b|needed\b|required\b|covers?\b)[a-z]+){0,2}(?: (?:of|is|at|are|=)| about| around)*\s*$/i,
  ],
  [
    "year",
    /\b(?:annual|yearly)(?: (?!growth|change|on\b|for\b|at\b|in\b|over\b|if\b|when\b|where\b|from\b|of\b|retires?\b|clears?\b|repays?\b|pays? off\b|amorti[sz]\w+|services?\b|to\b|needed\b|required\b|covers?\b)[a-z]+){0,2}(?: (?:of|is|at|are|=)| about| around)*\s*$/i,
  ],
];
const FLOW_AFTER: readonly (readonly [string, RegExp])[] = [
  ["month", /^\s*(?:monthly|every month)\b/i],
  ["quarter", /^\s*(?:quarterly|every quarter)\b/i],
  ["year", /^\s*(?:annually|yearly|every year|p\.?\s?a\.?)(?![a-z])/i],
];

const IN_MONTHS: Readonly<Record<string, number>> = { year: 12, quarter: 3, month: 1 };

/** "SOFR at 4.3% plus 225 basis points" is one rate. */
const OVER_A_RATE = /%\s*(?:plus|\+|and|over|with(?: a)?(?: spread of)?)\s*(?:a (?:spread|margin) of\s*)?$/i;
const BASIS = /\b(?:basis points?|bps?|bips)\b/i;

/** "3 years and 1 month" is one length of time. */
function oneLength(given: readonly Term[]): Term[] {
  const out: Term[] = [];
  for (const term of given) {
    const last = out.at(-1);
    if (
      last?.kind === "percent" &&
      term.kind === "percent" &&
      OVER_A_RATE.test(`${last.text}${term.before}`) &&
      BASIS.test(term.text)
    ) {
      const sum = (a: number, b: number) => Number((a + b).toPrecision(12));
      Object.assign(last, {
        low: sum(last.low, term.low),
        high: sum(last.high, term.high),
        end: term.end,
        after: term.after,
      });
      Object.assign(last, { ends: [last.high], text: `${last.text} plus ${term.text}` });
      continue;
    }
    const [large, small] = [IN_MONTHS[last?.unit ?? ""], IN_MONTHS[term.unit]];
    const joined = last?.kind === "time" && term.kind === "time" && large && small && large > small;
    if (!last || !joined || !/^\s*(?:,|and|plus|,? and)?\s*$/i.test(term.before)) {
      out.push({ ...term });
      continue;
    }
    const [low, high] = [last.low * large + term.low * small, last.high * large + term.high * small];
    Object.assign(last, { low, high, ends: [high], unit: "month", end: term.end, after: term.after });
    last.text = `${last.text} and ${term.text}`;
  }
  return out;
}

export function meant(text: string, given: readonly Term[]): Term[] {
  const terms = oneLength(given);
  // "Water use of 1 GW a year": the year is that of the water.
  const flows = /\b(?:energy|electricity|water|co2|carbon|emissions|homes|bill|[tg]wh|consum\w+|load|cents?)\b/i.test(
    text,
  );
  if (
    (flows || terms.some(({ kind }) => kind === "price")) &&
    !terms.some(({ kind }) => kind === "time" || kind === "year")
  )
    for (const term of terms.filter(({ kind }) => kind === "pace"))
      Object.assign(term, { kind: "power", unit: term.unit.split("/")[0] ?? "GW" });
  for (const [index, term] of terms.entries()) {
    // "1 GW in 2026 at $42B": the year stands between.
    const last = terms.slice(0, index).findLast(({ kind }) => kind !== "year");
    const next = terms[index + 1];
    sameUnitOfYear(term, terms, index);
    moneyWithoutSign(term, text, terms);
    // "4.5 of 30 GW": the unit behind the whole is that of the part.
    if (isBare(term) && next && (next.kind === "power" || next.kind === "energy") && PART_OF.test(term.after))
      Object.assign(term, { kind: next.kind, unit: next.unit });
    // "6.57 TWh at 367 g": of carbon dioxide for each kilowatt-hour.
    if (
      term.unit === "g" &&
      /\b(?:co2|carbon|emissions?)\b/i.test(text) &&
      terms.some(({ kind }) => kind === "energy" || kind === "power")
    )
      Object.assign(term, { kind: "carbon", unit: "g/kWh" });
    barePrice(term, terms, last, text);
    if (isBare(term) && term.high < 30 && /\bat\s*$/i.test(term.before) && last?.kind === "money")
      if (/\b(?:interest|coupon|financed|borrow\w*|yield)\b/i.test(text))
        Object.assign(term, { kind: "percent", unit: "%" });
    priceWithoutSign(term, terms, text);
    inAGigawatt(term, last, next);
    if (
      /^(?:number|money)$/.test(term.kind) &&
      (term.kind === "number" || term.assumed) &&
      OUT_OF.test(term.before) &&
      last?.kind === "shares"
    )
      Object.assign(term, { kind: "shares", unit: "share" });
    // "Renting one at 5.30 an hour": dollars, where chips are rented.
    if (
      term.unit === "/hour" &&
      term.high < 1_000 &&
      (RENTS_CHIPS.test(text) || terms.some(({ kind }) => kind === "chips"))
    )
      Object.assign(term, { kind: "hourly", unit: "USD/gpu-hour", assumed: true });
    // "Krishna's 80 a gig": nobody prices a gigawatt but in billions.
    if (term.unit === "/GW" && !term.scaled && term.low >= 1 && term.high <= 500)
      Object.assign(term, { kind: "rate", unit: "USD/GW", low: term.low * 1e9, high: term.high * 1e9, assumed: true });
    if (term.kind === "number" && /^\s*of (?:them|these|those)\b/i.test(term.after))
      if (terms.some(({ unit, kind }) => unit === "USD/chip" || kind === "hourly" || /^k?W(?:\/chip)?$/.test(unit)))
        Object.assign(term, { kind: "chips", unit: "chip" });
    // "$2.60 on 100,000 GPUs, 80% sold".
    if (
      term.kind === "money" &&
      !term.scaled &&
      term.high < 50 &&
      terms.some(({ unit }) => unit === "chip") &&
      /\b(?:rent\w*|sold|utili[sz]\w*|occup\w*|booked|hours?)\b/i.test(text) &&
      !terms.some(({ kind }) => kind === "hourly" || kind === "energy" || kind === "power")
    )
      as(term, "hourly", "gpu-hour");
    // "Homes powered by 9 TWh at 10,500 kWh": what one of them uses.
    if (term.unit === "kWh" && last?.kind === "energy" && AT_BEFORE.test(term.before) && HOMES.test(text))
      as(term, "home-use", "home");
    // "Networking at 13% of 35B; for 1.5 GW": so much of what a gigawatt costs.
    if (term.kind === "money" && last?.kind === "percent" && next?.kind === "power" && term.high < WHOLE_BUILD)
      if (/^\s*of(?: an?| the)?\s*$/i.test(term.before) && /^\s*[;,:.]?\s*(?:for|on|in|of|at)\s*$/i.test(term.after))
        if (A_PART.test(text)) as(term, "rate", "GW");
    // "How many GPU-hours does $50M buy at $2.60".
    if (term.kind === "money" && !term.scaled && term.high < 1_000 && CHIP_HOURS.test(text))
      if (terms.some((other) => other.kind === "money" && other.low >= 1e4)) as(term, "hourly", "gpu-hour");
    // "A 35B Bernstein gigawatt": whose it is stands between.
    if (
      term.kind === "money" &&
      term.scaled &&
      term.high < WHOLE_BUILD &&
      /^\s+[a-z]+ (?:gw|gigawatt|gig)\b/i.test(term.after)
    )
      if (!/^\s+(?:for|per|an?|at|the|over|of|in|on|each|every|and|to|is|buys?|or)\b/i.test(term.after))
        as(term, "rate", "GW");
    // "1,200 racks at $3.9M": as much as one of them costs.
    if (
      term.kind === "money" &&
      last &&
      AT_BEFORE.test(term.before) &&
      !terms.some((one) => one !== term && one.kind === "money")
    ) {
      const [low, high] = PRICES_OF[last.unit] ?? [1, 0];
      if (term.low >= low && term.high <= high) as(term, "unit-price", last.unit);
    }
    // "A GPU-hour at $2.60": a few dollars are the price of the hour.
    if (term.kind === "money" && !term.scaled && term.high < 1_000 && AN_HOUR_AT.test(term.before))
      as(term, "hourly", "gpu-hour");
    // "3,557 racks of 72": what each holds.
    if (
      isBare(term) &&
      last?.kind === "racks" &&
      /^\s*(?:of|with|holding|x|×)\s*$/i.test(term.before) &&
      term.high <= 1_152
    )
      Object.assign(term, { kind: "chips", unit: "chip/rack" });
    if (term.kind === "number" && IN_A_RACK.test(term.after)) Object.assign(term, { kind: "chips", unit: "chip/rack" });
    perEach(term, terms, index, text);
    // "How many 1 GW reactors": the power of each of them.
    const alone = !terms.some((other) => other !== term && other.kind === "power");
    if (term.kind === "power" && alone && HOW_MANY_OF.test(term.before) && A_SITE.test(term.after))
      as(term, "unit-power", "site");
    const thing =
      term.kind === "money" && term.high < 1e8 ? THING_PRICED.exec(term.before)?.slice(1).find(Boolean) : undefined;
    if (thing) as(term, "unit-price", unitNamed(thing));
    if (term.kind === "flow" && last?.kind === "power" && isOne(last) && COST_VERB.test(term.before))
      last.unit = "merged";
    if (term.kind === "money") {
      const priced = PRICED_BEFORE.exec(term.before)?.slice(1).find(Boolean);
      if (priced) as(term, "rate", /^m/i.test(priced) ? "MW" : "GW");
      else if (last?.kind === "power" && isOne(last) && COST_VERB.test(term.before)) {
        // "1 gigawatt costs $52B" is a rate, and its gigawatt is no quantity.
        as(term, "rate", YEARLY_AFTER.test(term.after) ? `${last.unit}/year` : last.unit);
        last.kind = "other";
        last.unit = "merged";
      } else if (isCents(term) && terms.some(({ kind }) => POWERS.has(kind)) && !isForATime(term))
        // Cents beside a power are what a kilowatt-hour costs.
        as(term, "price", "kWh");
      else if (
        (last?.kind === "power" || isPaced(terms.slice(0, index))) &&
        AT_BEFORE.test(term.before) &&
        term.high < WHOLE_BUILD &&
        !SAME_RATE.test(text) &&
        !(last?.kind === "power" && last.text.includes("/")) &&
        !asksPerGw(text)
      )
        as(term, "rate", "GW");
      else if (isOwnRate(term, terms, text)) as(term, "rate", "GW");
      else flow(term, text);
    }
    // "Somebody's gigawatt cost times 2.2".
    if (isBare(term) && !terms.some(({ kind }) => kind === "power" || kind === "rate"))
      if (/(?:\btimes|[x×*]|\bmultiplied by)\s*$/i.test(term.before) && GW_COST.test(text))
        Object.assign(term, { kind: "power", unit: "GW" });
    const perGw = terms.some(({ unit }) => /^(?:USD|EUR|GBP|chip|rack)\/GW$/.test(unit));
    const bare = term.kind === "number" && !term.scaled && term.unit === "" && term.high < 100 && next === undefined;
    if (bare && perGw && (/\bof (?:them|these|those)\b/i.test(term.after) || BARE_GW.test(term.before)))
      Object.assign(term, { kind: "power", unit: "GW" });
    if (
      term.kind === "chips" &&
      last?.kind === "racks" &&
      /^\s*(?:of|with|x|×|at|holding|each with)\s*$/i.test(term.before)
    ) {
      term.unit = "chip/rack";
    }
  }
  return withoutLoneOne(
    chipPowers(
      text,
      terms.filter(({ unit }) => unit !== "merged"),
    ),
  );
}

/** "2 GW a year for five years at $45B": the price is that of the gigawatts. */
const isPaced = (before: readonly Term[]): boolean =>
  before.findLast(({ kind }) => kind !== "year" && kind !== "time")?.kind === "pace";

/** Dollars above which nobody prices one gigawatt: "10 GW at $500B" is what all ten cost. */
const WHOLE_BUILD = 200e9;
const PART_OF = /^\s*(?:of|out of|from)(?: the| its| their| all)*\s*$/i;

/** "160M shares out of 1.63 billion". */
const OUT_OF = /\b(?:out of|of)(?: (?:the|its|their|about|some))*\s*$/i;

/** One more amount is to be scaled as the two before it. */
export const SAME_RATE =
  /\b(?:(?:at|on) (?:that|the same|this) (?:rate|price|ratio|pace)|same (?:rate|price|ratio)|pro ?rata)\b/i;

/** "If a gigawatt is what he says, what are 30 GW": the one is what is spoken of, the other what is asked for. */
function withoutLoneOne(terms: Term[]): Term[] {
  const powers = terms.filter(({ kind }) => kind === "power");
  const ones = powers.filter(({ text }) => /^1 (?:gigawatt|gw)$/i.test(text));
  const dated = terms.some(({ kind }) => kind === "year");
  const isCounted = ones.some(({ before }) => /\bof\s*$/i.test(before));
  if (ones.length === 1 && terms.length > 2 && SAME_RATE.test(ones[0]?.before ?? "")) return terms;
  return ones.length === 1 && powers.length === 2 && !dated && !isCounted && !terms.some(({ kind }) => kind === "rate")
    ? terms.filter((term) => term !== ones[0])
    : terms;
}

/** "A gigawatt brings 10B of revenue a year". */
const YEARLY_AFTER = /^\s*(?:of |in )?(?:revenues? |rent |sales |income )?(?:an?|per|each|every) (?:year|yr)\b/i;
const HOMES = /\b(?:homes|households|houses)\b/i;
const A_PART =
  /\b(?:network\w*|servers?|gpus?|chips?|storage|cooling|shell|hardware|electrical|mechanical|memory|racks?|land|buildings?|construction|software|labou?r)\b/i;
const GW_COST =
  /\b(?:gws?|gigawatts?)(?:['’]s)?[- ](?:costs?|price|figure|number|estimate|rate|capex)\b|\b(?:costs?|price|figure|number|estimate|capex) (?:per|of an?|for an?|for each|of one) (?:gw|gigawatt)\b/i;
/** Between which dollars one of them costs. */
const PRICES_OF: Readonly<Record<string, readonly [number, number]>> = { rack: [5e5, 3e7], chip: [3e3, 2e5] };
const AN_HOUR_AT =
  /(?:¤|\b(?:gpus?|chips?|accelerators?))[- ]hours?(?: (?:at|is|costs?|sells? (?:for|at)|goes for|priced at|of|for|=|that (?:costs?|sells? (?:for|at))))*\s*[:=@]?\s*$/i;
const CHIP_HOURS = /(?:¤|\b(?:gpus?|chips?|accelerators?))[- ]hours\b/i;
const HOW_MANY_OF = /\b(?:how many|number of)(?: \S+)?\s*$/i;
const A_SITE =
  /^[\s-]*(?:sized? |nuclear |gas |big |large |ai )*(?:reactors?|sites?|campus(?:es)?|plants?|turbines?|buildings?|halls?|data cent(?:er|re)s?|phases|blocks?|facilit(?:y|ies)|units)\b/i;

const RENTS_CHIPS =
  /\brent(?:s|ed|ing|al)?\b.*(?:¤|\b(?:gpus?|chips?|accelerators?|cards?)\b)|(?:¤|\b(?:gpus?|chips?|accelerators?|cards?)\b).*\brent(?:s|ed|ing|al)?\b/i;
const POWERS: ReadonlySet<Kind> = new Set(["power", "energy", "pace"]);

/** Where money for a gigawatt is asked for, the money that is given is the whole. */
const asksPerGw = (text: string): boolean =>
  /(?:\bper|\b(?:dollars?|money|much|\$) (?:an?|each)|\$\s?\/)\s?(?:gw|gigawatt)\b/i.test(text) &&
  !/\$?\d[\d.,]*\s?(?:bn|b|billion|m|million)?\s?(?:per|\/|an?)\s?(?:gw|gigawatt)/i.test(text);

const isOne = ({ low, high }: Term): boolean => low === 1 && high === 1;

function as(term: Term, kind: Kind, per: string): void {
  term.kind = kind;
  term.unit = `${term.unit}/${per}`;
}

/** "0.3 GW in 2026, 0.6 in 2027": the unit is said once. */
function sameUnitOfYear(term: Term, terms: readonly Term[], index: number): void {
  const [next, previous, first] = [terms[index + 1], terms[index - 1], terms[index - 2]];
  if (term.kind !== "number" || term.scaled || term.unit !== "" || !/^\s*in\s*$/i.test(term.after)) return;
  if (next?.kind === "year" && previous?.kind === "year" && first?.kind === "power")
    Object.assign(term, { kind: "power", unit: first.unit });
}

/** "400,000 accelerators in 1 gigawatt, so what in 2.5": the one gigawatt is what they are counted in. */
function inAGigawatt(term: Term, last: Term | undefined, next: Term | undefined): void {
  if (term.unit !== "chip" && term.unit !== "rack") return;
  const one = next?.kind === "power" && isOne(next) && /^\s*(?:in|to|for|per)\s*$/i.test(term.after);
  // "If 1 GW needs 400,000 chips": counted for the one gigawatt before them.
  const before = !one && last?.kind === "power" && isOne(last) && HOLDS.test(term.before) ? last : null;
  if (!one && !before && !IN_A_GW.test(term.after) && !A_GW_HOLDS.test(term.before)) return;
  const unit = (one ? next : before)?.unit ?? "GW";
  Object.assign(term, { kind: "other", unit: `${term.unit}/${unit}` });
  if (one) next.unit = "merged";
  if (before) Object.assign(before, { kind: "other", unit: "merged" });
}
const HOLDS =
  /^\s*(?:of \S+ )?(?:needs?|takes?|holds?|has|is|means|fits?|houses?|runs?|powers?|supports?|=|equals|requires?|buys?)(?: about| around| roughly)?\s*$/i;
const A_GW_HOLDS =
  /\b(?:an?|each|every|one|the) (?:gw|gigawatt)(?: of \S+)? (?:needs?|takes?|holds?|has|is|means|fits?|houses?|runs?|powers?|supports?|equals|requires?)(?: about| around| roughly)?\s*$/i;
/** "400,000 accelerators in a gigawatt". */
const IN_A_GW = /^\s*(?:to|in|for|per|on|make) (?:an?|each|every|one|1|the) (?:gw|gigawatt)\b/i;
/** "So what in 2.5?": of what a gigawatt was spoken of, as many more. */
const BARE_GW = /\b(?:in|for|of|on|to|with)(?: the)?\s*$/i;

/** "72 to a rack". */
const IN_A_RACK =
  /^\s*(?:to|in|for|on|fit(?:s|ting)? (?:in|into)|go(?:es)? (?:in|into)) (?:an?|each|every|one|1) rack\b/i;

/** Less than a dollar, as nothing but power is priced here. */
const isCents = (term: Term): boolean => term.high < 1 && /(?:cents?|¢|ct|c)$|^\$0?\./i.test(term.text.trim());
const isForATime = ({ before, after }: Term): boolean =>
  FLOW_AFTER.some(([, pattern]) => pattern.test(after)) || FLOW_BEFORE.some(([, pattern]) => pattern.test(before));

/** "How many GW does $100B buy at Huang's $50-60B": of two amounts the one behind "at" is what a gigawatt costs. */
const isOwnRate = (term: Term, terms: readonly Term[], text: string): boolean =>
  (term.each || /\b(?:at|@|by|using|with|on|given)\s(?:\S+\s){0,3}$/i.test(term.before)) &&
  terms.some((other) => other !== term && other.kind === "money" && other.low > term.high) &&
  !terms.some(({ kind }) => POWERS.has(kind)) &&
  /\b(?:how (?:many|much)|give me|get|buys?|number of|what)\b.{0,30}\b(?:gws?|gigawatts?|gigs?)\b|\b(?:gws?|gigawatts?|gigs?) (?:at|for|from)\b/i.test(
    text,
  );

/** "each" stands for the things counted beside it. */
function perEach(term: Term, terms: readonly Term[], index: number, text: string): void {
  const eachBefore =
    /\b(?:each|apiece)(?: one)?(?:\s(?:costs?|costing|is|at|of|draws?|pulls?|using|uses|needs?|with))?\s*$/i.test(
      term.before,
    );
  if (!term.each && !eachBefore) return;
  const things = [...terms.slice(0, index).reverse(), ...terms.slice(index + 1)];
  if (term.kind === "money") {
    const of = things.find(({ kind }) => THINGS[kind] !== undefined || kind === "pace");
    const asked = unitNamed(
      /\b(?:how many|number of|count of) (?:\S+ ){0,2}(racks|chips|gpus|gigawatts|gws?|shares)\b|\b(rack|chip|gpu|share) count\b/i
        .exec(text)
        ?.slice(1)
        .find(Boolean) ?? "",
    );
    const [said] = [...term.before.matchAll(PRICED_THING)].reverse();
    const inGigawatt = terms.find(({ unit }) => /^(?:chip|rack)\/[GM]W$/.test(unit))?.unit.split("/")[0];
    const per = said
      ? unitNamed(said[0])
      : inGigawatt && !of
        ? inGigawatt
        : of
          ? of.kind === "pace"
            ? "GW"
            : (THINGS[of.kind] ?? "")
          : asked;
    if (per) as(term, per === "GW" ? "rate" : "unit-price", per);
  } else if (term.kind === "power") {
    const of = things.find(({ kind }) => kind === "racks" || kind === "chips" || kind === "sites");
    // "What do the racks draw at 132 kW each": the racks are asked for, and counted nowhere.
    const [said] = [...term.before.matchAll(/\b(racks?|sites?|campuses)\b/gi)].reverse();
    if (said && (!of || of.kind === "chips")) as(term, "unit-power", unitNamed(said[0]));
    else if (of) as(term, "unit-power", THINGS[of.kind] ?? "site");
  } else if (term.kind === "energy") as(term, "home-use", "home");
  else if (term.kind === "chips" && terms.some(({ unit }) => unit.startsWith("rack/"))) term.unit = "chip/rack";
  else if (
    term.kind === "number" &&
    !term.scaled &&
    terms.some(({ kind, unit }) => kind === "racks" || unit.endsWith("/rack"))
  )
    Object.assign(term, { kind: "chips", unit: "chip/rack" });
}

function flow(term: Term, text: string): void {
  const before = text.slice(0, term.start).slice(-40);
  const per =
    FLOW_AFTER.find(([, pattern]) => pattern.test(term.after)) ??
    FLOW_BEFORE.find(([, pattern]) => pattern.test(before));
  // "What do 50 bps cost on $38B, yearly": what is lent is lent once.
  const lent = /%|\b(?:bps?|basis points?|per ?cent|interest)\b.*\bon(?: the| an?)?\s*$/i.test(
    text.slice(0, term.start),
  );
  if (per && !lent && !/^\s*(?:over|across|during)\b/i.test(term.after)) as(term, "flow", per[0]);
}

/** A few kilowatts beside chips or racks are the power of each. */
function chipPowers(text: string, terms: Term[]): Term[] {
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
