/** Money that is the price of something: for a gigawatt, a rack, a chip, each of what is counted, or for a part of time. */
import { gated } from "../../../knowledge/gated.ts";
import { as, isOne, type Step } from "./among.ts";
import { AT_BEFORE, isBare, PRICED_THING, THINGS } from "./price-without-sign.ts";
import { unitNamed } from "./term-units.ts";
import type { Kind, Term } from "./terms.ts";

const POWER_WORD = "(gws?|gigawatts?|gigs?|mws?|megawatts?)";
/** "a gigawatt costs", "each gig at". */
const PRICED_BEFORE = new RegExp(
  String.raw`(?:\b(?:an?|one|each|every|per|the)\s${POWER_WORD}\s(?:(?:costs?|runs?|sets?)(?: you| us| me| them)?(?: back)?(?: to| at)?|is|goes for|sells for|at|comes to|will (?:cost|run)(?: you| us| me)?|would (?:cost|run)(?: you| us| me)?|=)|(?:\band|[,;]) (?:an?|one|each|every|per|the)\s${POWER_WORD}|\b(?:costs?|price[ds]?|rate|figure)\s(?:per|of an?|for an?|for each)\s${POWER_WORD}(?:\s(?:is|of|at|=))?|\b(?:costs?|price) (?:per|a) ${POWER_WORD}\s?[:=]?|\bper[- ]${POWER_WORD} (?:costs?|price|rate|figure)s?(?: (?:is|of|at))?\s?[:=]?)\s*(?:about|around|roughly|say)?\s*$`,
  "i",
);
/** "Rack price $3.5M", "cost per chip: $40,000". */
const THING_PRICED =
  /(?:\b(?:per[- ])?(rack|chip|gpu|home|share) (?:price|cost)s?|\b(?:price|cost)s? (?:per|of an?|of each) (?:rack|chip|gpu|home))(?: (?:is|of|at))?\s*[:=]?\s*$|\b(?:an?|one|each|every|the) (?:\S+ )?(rack|chip|gpu) (?:is|costs?|runs?(?: to)?|goes for|sells for)\s*$/i;
const COST_VERB =
  /^\s*(?:(?:costs?|runs?)(?: you| us| me| them| to)?|is(?: worth)?|brings?(?: in)?|means|goes for|comes to|=|will cost|would cost)\s*(?:about|around|roughly)?\s*$/i;
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

/** "$5B financed at 6": a rate of interest. */
export const interestWithoutSign: Step = (term, { text, last }) => {
  if (!isBare(term) || term.high >= 30 || !/\bat\s*$/i.test(term.before) || last?.kind !== "money") return;
  if (/\b(?:interest|coupon|financed|borrow\w*|yield)\b/i.test(text))
    Object.assign(term, { kind: "percent", unit: "%" });
};

/** "Krishna's 80 a gig": nobody prices a gigawatt but in billions. */
export const billionsAGigawatt: Step = (term) => {
  if (term.unit === "/GW" && !term.scaled && term.low >= 1 && term.high <= 500)
    Object.assign(term, { kind: "rate", unit: "USD/GW", low: term.low * 1e9, high: term.high * 1e9, assumed: true });
};

/** "Networking at 13% of 35B; for 1.5 GW": so much of what a gigawatt costs. */
export const partOfAGigawatt: Step = (term, { text, last, next }) => {
  if (term.kind !== "money" || last?.kind !== "percent" || next?.kind !== "power" || term.high >= WHOLE_BUILD) return;
  if (!/^\s*of(?: an?| the)?\s*$/i.test(term.before) || !A_PART.test(text)) return;
  if (/^\s*[;,:.]?\s*(?:for|on|in|of|at)\s*$/i.test(term.after)) as(term, "rate", "GW");
};
const A_PART = gated(
  /\b(?:network\w*|servers?|gpus?|chips?|storage|cooling|shell|hardware|electrical|mechanical|memory|racks?|land|buildings?|construction|software|labou?r)\b/i,
);

/** "39% of a $35B gigawatt", "split a $50bn gigawatt": what one costs, where no power is counted. */
export const costOfAGigawatt: Step = (term, { terms }) => {
  if (term.kind !== "rate" || !/^[A-Z]{3}\/[GM]W$/.test(term.unit) || !A_GIGAWATT.test(term.text)) return;
  if (!CUT_BEFORE.test(term.before) || terms.some(({ kind }) => NO_PARTS.has(kind))) return;
  if (terms.every(({ kind }) => kind === "rate" || kind === "year")) return;
  Object.assign(term, { kind: "money", unit: term.unit.split("/")[0] ?? "USD" });
};
const A_GIGAWATT = /\d\S*\s?(?:bn|billion|b|m|million)?[\s-](?:gw|gigawatt|mw|megawatt)$/i;
const CUT_BEFORE = /\b(?:of|split|cut|divide|break down|from|in)(?: up)? (?:an?|the|that|one|each|every)\s*$/i;
const NO_PARTS: ReadonlySet<Kind> = new Set([
  "power",
  "pace",
  "chips",
  "racks",
  "energy",
  "flow",
  "time",
  "unit-power",
]);

/** "A 35B Bernstein gigawatt": whose it is stands between. */
export const somebodysGigawatt: Step = (term) => {
  if (term.kind !== "money" || !term.scaled || term.high >= WHOLE_BUILD) return;
  if (!/^\s+[a-z]+ (?:gw|gigawatt|gig)\b/i.test(term.after)) return;
  if (!/^\s+(?:for|per|an?|at|the|over|of|in|on|each|every|and|to|is|buys?|or)\b/i.test(term.after))
    as(term, "rate", "GW");
};

/** "1,200 racks at $3.9M": as much as one of them costs. */
export const priceBehindThings: Step = (term, { terms, last }) => {
  if (term.kind !== "money" || !last || !AT_BEFORE.test(term.before)) return;
  // Beside a whole that is much more the few millions are still what each costs.
  if (terms.some((one) => one !== term && one.kind === "money" && one.low < 20 * term.high)) return;
  const [low, high] = PRICES_OF[last.unit] ?? [1, 0];
  if (term.low >= low && term.high <= high) as(term, "unit-price", last.unit);
};
/** Between which dollars one of them costs. */
const PRICES_OF: Readonly<Record<string, readonly [number, number]>> = { rack: [5e5, 3e7], chip: [3e3, 2e5] };

/** "Rack price $3.5M". */
export const priceOfThing: Step = (term) => {
  // "The chip costs 38k all in": dollars, as nothing else is paid.
  const bare = term.kind === "number" && term.scaled && term.unit === "" && term.low >= 1_000;
  if ((term.kind !== "money" && !bare) || term.high >= 1e8) return;
  const thing = THING_PRICED.exec(term.before)?.slice(1).find(Boolean);
  if (!thing) return;
  if (bare) Object.assign(term, { unit: "USD", assumed: true });
  as(term, "unit-price", unitNamed(thing));
};

/** "Power at 70 a MWh", "6.2 per kWh": dollars for the one, cents for the other where it is more than one. */
export const priceOfEnergy: Step = (term, { text }) => {
  if ((term.unit !== "/MWh" && term.unit !== "/kWh") || term.scaled) return;
  if (/\b(?:water|wue|lit(?:re|er)s?|gallons?|co2|carbon|emissions?|grams?|kg)\b/i.test(text)) return;
  const cents = term.unit === "/kWh" && term.low >= 1 ? 0.01 : 1;
  if (cents === 1 && term.unit === "/kWh" && term.high >= 1) return;
  const size = (value: number) => Number((value * cents).toPrecision(12));
  Object.assign(term, {
    kind: "price",
    unit: `USD${term.unit}`,
    low: size(term.low),
    high: size(term.high),
    ends: term.ends.map(size),
    assumed: true,
  });
};

/** Money that is the price of a gigawatt, of a kilowatt-hour, or for a part of time. */
export const priceOrFlow: Step = (term, { text, terms, index, last }) => {
  if (term.kind === "flow" && last?.kind === "power" && isOne(last) && COST_VERB.test(term.before))
    last.unit = "merged";
  if (term.kind !== "money") return;
  const priced = PRICED_BEFORE.exec(term.before)?.slice(1).find(Boolean);
  if (priced) as(term, "rate", /^m/i.test(priced) ? "MW" : "GW");
  else if (last?.kind === "power" && isOne(last) && isItsCost(term, terms)) {
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
  else flow(term, text, terms);
};

/** "1 GW of GB200 means $35B": where its chips are counted too, it is the cost of that gigawatt. */
const isItsCost = ({ before }: Term, terms: readonly Term[]): boolean =>
  COST_VERB.test(before) ||
  (terms.some(({ unit }) => unit === "chip") && COST_VERB.test(before.replace(/^\s*of ¤+s? /i, " ")));

/** "2 GW a year for five years at $45B": the price is that of the gigawatts. */
const isPaced = (before: readonly Term[]): boolean =>
  before.findLast(({ kind }) => kind !== "year" && kind !== "time")?.kind === "pace";

/** Dollars above which nobody prices one gigawatt: "10 GW at $500B" is what all ten cost. */
const WHOLE_BUILD = 200e9;

/** One more amount is to be scaled as the two before it. */
export const SAME_RATE =
  /\b(?:(?:at|on) (?:that|the same|this) (?:rate|price|ratio|pace)|same (?:rate|price|ratio)|pro ?rata)\b/i;

/** "A gigawatt brings 10B of revenue a year". */
const YEARLY_AFTER = /^\s*(?:of |in )?(?:revenues? |rent |sales |income )?(?:an?|per|each|every) (?:year|yr)\b/i;
const POWERS: ReadonlySet<Kind> = new Set(["power", "energy", "pace"]);

/** Where money for a gigawatt is asked for, the money that is given is the whole. */
const asksPerGw = (text: string): boolean =>
  /(?:\bper|\b(?:dollars?|money|much|\$) (?:an?|each)|\$\s?\/)\s?(?:gw|gigawatt)\b/i.test(text) &&
  !/\$?\d[\d.,]*\s?(?:bn|b|billion|m|million)?\s?(?:per|\/|an?)\s?(?:gw|gigawatt)/i.test(text);

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
export const perEach: Step = (term, { terms, index, text }) => {
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
};

function flow(term: Term, text: string, terms: readonly Term[]): void {
  const has = (kind: Kind): boolean => terms.some((one) => one.kind === kind);
  const before = text.slice(0, term.start).slice(-40);
  const per =
    FLOW_AFTER.find(([, pattern]) => pattern.test(term.after)) ??
    FLOW_BEFORE.find(([, pattern]) => pattern.test(before));
  // "What do 50 bps cost on $38B, yearly": what is lent is lent once.
  const lent = /%|\b(?:bps?|basis points?|per ?cent|interest)\b.*\bon(?: the| an?)?\s*$/i.test(
    text.slice(0, term.start),
  );
  // "Monthly payment 2.4bn 8.25% 10 years": what is borrowed, as the rate and the length stand beside it.
  const borrowed = /\bpayments?(?: on| for)?\s*$/i.test(before) && has("percent") && has("time");
  if (per && !lent && !borrowed && !/^\s*(?:over|across|during)\b/i.test(term.after)) as(term, "flow", per[0]);
}

/** "A 6.25% coupon on $3.5B a year": the year is that of the interest. */
export const lentForInterest: Step = (term, { last }) => {
  if (term.kind !== "flow" || last?.kind !== "percent" || !COUPON_ON.test(term.before)) return;
  Object.assign(term, { kind: "money", unit: term.unit.split("/")[0] ?? "USD" });
};
const COUPON_ON = gated(/^\s*(?:coupons?|interest)(?: rate)? (?:on|for)(?: the| a| its)?\s*$/i);

/** "Trades at 311 and IPO'd at 185": two bare numbers behind what is done with shares are prices of one. */
export const priceOfShare: Step = (term, { text, terms }) => {
  if (!isBare(term) || term.high > 5_000 || !SHARE_PRICE.test(term.before) || !LISTED.test(text)) return;
  if (
    terms.every(
      (other) => other === term || (isBare(other) && SHARE_PRICE.test(other.before)) || other.unit === "USD/share",
    )
  )
    Object.assign(term, { kind: "unit-price", unit: "USD/share", assumed: true });
};
const SHARE_PRICE =
  /\b(?:trad(?:es?|ed|ing)|ipo['’]?e?d|priced|listed|floated|opened|opens|closed|closes|bought|sold|issued|offered|stands?|went (?:public|out))(?: (?:shares|stock))?(?: (?:at|for))\s*$/i;
const LISTED = gated(/\b(?:trad(?:es?|ed|ing)|ipo['’]?e?d?|shares?|stock|listed|floated)\b/i);
