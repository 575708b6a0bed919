/**
 * The shape of every curated record. This folder imports nothing from src/: it can be read, checked and forked alone.
 * Judgement calls (which status, which qualifier, when a figure is the headline) are in GUIDELINES.md.
 */
import { z } from "zod";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "write an id in kebab-case, for example oracle-openai-300b");

/** A day, a month or a year, as exact as the source: 2025-10-06, 2025-10 or 2025. */
export const PartialDate = z
  .string()
  .regex(
    /^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'write a date as "2025-10-06", "2025-10" or "2025", in quotes',
  );
export type PartialDate = z.infer<typeof PartialDate>;

/** How near a source is to the fact. `major`: large newsrooms and wires, also through a licensed copy. */
export const Tier = z.enum(["primary", "major", "press", "secondary", "repost"]);
export type Tier = z.infer<typeof Tier>;

/** Why a source bears no date. All but the last are pages that have none by their nature: what they say is changed in place. */
export const Undated = z.enum([
  "reference", // an encyclopedia, a glossary, a handbook, a lesson
  "price-list",
  "standing-page", // a product's, a company's or a project's own page
  "live-page", // data, an index, a thread: something new on it each day
  "day-not-found", // it came out on one day, which we do not know
]);
export type Undated = z.infer<typeof Undated>;

export const Source = z.strictObject({
  id,
  title: z.string().min(3).max(200),
  publisher: z.string().min(2).max(120),
  date: PartialDate.nullable(),
  /** Where `date` is null, and only there. */
  undated: Undated.optional(),
  /** Null only for a document that is kept with the project and has no public address. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
  tier: Tier,
});
export type Source = z.infer<typeof Source>;

const sourceIds = z.array(id).min(1, "name at least one source id");

export const Qualifier = z.enum(["exact", "about", "up-to", "at-least"]);
export type Qualifier = z.infer<typeof Qualifier>;

/** `count` and `shares` say what they count in `counted`; `percent` is 6 for 6 %. */
export const Unit = z.enum([
  "USD",
  "EUR",
  "GBP",
  "AUD",
  "INR",
  "GW",
  "TWh",
  "percent",
  "shares",
  "count",
  "years",
  "months",
  "days",
  "ratio",
]);
export type Unit = z.infer<typeof Unit>;

/** What a figure counts. Figures of unlike kinds are never added or compared in silence. */
export const FigureOf = z.enum([
  "contract", // what a customer has agreed to pay a supplier over the term
  "capex", // what building it costs or is planned to cost
  "investment", // an investment programme or pledge, kind of money not said more exactly
  "equity", // money paid, or promised, for shares
  "debt", // loans, bonds, leases counted as debt
  "revenue",
  "valuation", // what a company was valued at
  "acquisition", // price or enterprise value of a purchase
  "fee", // a recurring payment: see `per`
  "capacity", // power of data centres, chips or compute: see `basis`
  "generation", // power of power plants
  "energy",
  "shares", // number of shares, warrants, units
  "price", // a price per share, chip, rack, megawatt-hour
  "stake", // share of ownership, percent
  "share", // any other share of a whole, percent
  "rate", // interest or royalty, percent
  "count", // chips, racks, buildings, sites, wafers, jobs
  "term", // a length of time
  "estimate", // somebody's estimate of what the deal is worth; never the deal's own figure
  "guarantee", // a backstop or guarantee of somebody's debt or rent
  "cost", // costs other than capex
  "loss",
  "other",
]);
export type FigureOf = z.infer<typeof FigureOf>;

const Confidence = z.enum(["high", "medium", "low"]);

const amount = {
  /** In base units: dollars, GW, TWh, shares. "up-to": low null; "at-least": high null; a point: low = high. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: Unit,
  qualifier: Qualifier,
};

/** A version of a figure that another source gives. */
const Dispute = z.strictObject({
  ...amount,
  says: z.string().min(5).max(300).describe("who gives this version, and how it differs"),
  sources: sourceIds,
});

export const Figure = z.strictObject({
  /** Unique within the record. A later event that sets the same id replaces the earlier value. */
  id,
  of: FigureOf,
  /** What it counts, in a few words that a reader would use: "First contract", "Warrant exercise price". */
  label: z.string().min(2).max(120),
  ...amount,
  /** For a rate of payment or use: USD per month, wafers per month, USD per share. */
  per: z.enum(["month", "quarter", "year", "share", "gpu-hour", "gw", "mwh"]).optional(),
  /** What a count counts: "GB200 GPUs", "AMD shares". */
  counted: z.string().max(80).optional(),
  /** Power: at the chips and servers (it), at the meter of the site (facility), or not said (unknown). */
  basis: z.enum(["it", "facility", "unknown"]).optional(),
  /** Length, period or condition: "about five years from 2027". */
  term: z.string().max(200).optional(),
  /** The figure as the source prints it, a few words at most. Lint holds it against low and high. */
  printed: z.string().max(60).optional(),
  /** The figure that answers "how big is it": at most one of money and one of power or count in a deal. */
  headline: z.boolean().optional(),
  sources: sourceIds,
  confidence: Confidence.default("high"),
  /** Other versions. The figure itself is the preferred one; `preferred_because` says why. */
  disputes: z.array(Dispute).optional(),
  preferred_because: z.string().max(300).optional(),
  note: z.string().max(300).optional(),
});
export type Figure = z.infer<typeof Figure>;

/** From least to most firm, then the ways in which a deal ends or stops. */
export const Status = z.enum([
  "rumoured",
  "announced",
  "letter-of-intent",
  "definitive",
  "under-construction",
  "operational",
  "completed",
  "paused",
  "lapsed",
  "cancelled",
  "superseded",
]);
export type Status = z.infer<typeof Status>;

export const Event = z.strictObject({
  date: PartialDate,
  /** One sentence in our own words, in the past tense, readable without the rest. */
  text: z.string().min(10).max(400),
  /** What the deal became with this event, where it changed. */
  status: Status.optional(),
  /** What the event sets or changes. */
  figures: z.array(Figure).optional(),
  /** Figure ids that no longer hold after this event. */
  ends: z.array(id).optional(),
  sources: sourceIds,
});
export type Event = z.infer<typeof Event>;

export const FactAbout = z.enum([
  "terms", // conditions, tranches, payment, exclusivity, what each side gets
  "exit", // how either side can leave, expiry, termination
  "guarantee", // guarantors, backstops, collateral
  "structure", // vehicles, ownership, how the deal is built
  "financing", // lenders, banks, who puts up the money
  "people", // who said, signed, leads
  "site", // where, campus, buildings, land
  "power", // grid, generation, cooling, water
  "chips", // which chips, how many, whose
  "schedule", // dates expected, phases, delays
  "status", // what is signed, what is not, what is disputed
  "purpose", // why, what for
  "criticism", // objections and replies
  "context", // what else a reader should know
  "undisclosed", // what the parties have not said
]);
export type FactAbout = z.infer<typeof FactAbout>;

export const Fact = z.strictObject({
  about: FactAbout,
  /** One short sentence in our own words. Numbers in it must stand in its sources. */
  text: z.string().min(10).max(400),
  /** Day from which the fact was known; it is left out of answers as of an earlier day. */
  known: PartialDate.optional(),
  sources: sourceIds,
});
export type Fact = z.infer<typeof Fact>;

export const DealKind = z.enum([
  "cloud-contract",
  "compute-purchase",
  "chip-supply",
  "site",
  "joint-venture",
  "investment",
  "equity-stake",
  "financing",
  "acquisition",
  "energy",
  "supply", // fibre, memory, equipment
  "licence",
  "partnership",
]);
export type DealKind = z.infer<typeof DealKind>;

export const PartyRole = z.enum([
  "customer",
  "provider", // sells cloud or compute capacity
  "supplier", // sells chips, equipment, power, goods
  "developer", // builds the site
  "operator",
  "tenant",
  "landlord",
  "investor",
  "issuer", // sells shares or bonds, receives investment
  "lender",
  "borrower",
  "guarantor",
  "buyer", // buys a company or a stake
  "target", // is bought
  "seller",
  "partner",
  "off-taker", // buys power
  "generator", // sells power
  "government",
  "adviser",
]);
export type PartyRole = z.infer<typeof PartyRole>;

const Party = z.strictObject({
  org: id,
  role: PartyRole,
  /** What it does here, in a few words, where the role does not say it. */
  note: z.string().max(160).optional(),
});

export const Flow = z.strictObject({
  from: id,
  to: id,
  what: z.enum(["cash", "compute", "chips", "equity", "debt", "guarantee", "power", "land", "goods", "licence"]),
  /** The figure of this deal that says how much. */
  figure: id.optional(),
  sources: sourceIds.optional(),
});
export type Flow = z.infer<typeof Flow>;

export const Place = z.strictObject({
  /** Campus or site name and what people call it. */
  campus: z.string().max(100).optional(),
  nicknames: z.array(z.string().max(60)).optional(),
  place: z.string().max(120).optional(),
  region: z.string().max(80).optional(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
});
export type Place = z.infer<typeof Place>;

export const Deal = z.strictObject({
  id,
  name: z.string().min(3).max(120),
  /** What else people call it. Unique over all deals. */
  aliases: z.array(z.string().min(2).max(80)).default([]),
  kind: DealKind,
  /** What it is, in one sentence without figures that may change. */
  summary: z.string().min(20).max(300),
  parties: z.array(Party).min(1),
  sites: z.array(Place).default([]),
  chips: z.array(z.string().max(60)).default([]),
  sources: z.array(Source).min(1),
  /** Oldest first. The state on a day is the fold of the events up to that day. */
  events: z.array(Event).min(1),
  facts: z.array(Fact).default([]),
  /** What sources disagree on, beyond single figures. */
  contested: z
    .array(
      z.strictObject({
        text: z.string().min(10).max(400),
        sources: z.array(id).default([]),
        known: PartialDate.optional(),
      }),
    )
    .default([]),
  /** What was expected to happen and when, as last said. */
  expected: z
    .array(z.strictObject({ date: PartialDate, text: z.string().min(10).max(300), sources: sourceIds }))
    .default([]),
  part_of: z.array(id).default([]),
  supersedes: z.array(id).default([]),
  financed_by: z.array(id).default([]),
  same_campus: z.array(id).default([]),
  related: z.array(id).default([]),
  flows: z.array(Flow).default([]),
  /** One origin behind all sources, where that is so: "All pages trace to one FT report". */
  single_origin: z.string().max(200).optional(),
  confidence: Confidence,
});
export type Deal = z.infer<typeof Deal>;

export const Measure = z.enum([
  "revenue",
  "run-rate-revenue",
  "revenue-target",
  "operating-loss",
  "net-loss",
  "costs",
  "cash-burn",
  "cash", // at hand, with securities
  "gross-margin",
  "capex",
  "capex-guidance",
  "backlog",
  "commitments",
  "compute-capacity",
  "compute-spend",
  "cost-per-gw",
  "valuation",
  "equity-commitments",
  "debt",
  "exposure",
  "funding-gap",
  "revenue-share",
  "customer-share",
  "market",
]);
export type Measure = z.infer<typeof Measure>;

/** A value of a metric for a period, as known on a day. A later point for the same `period` and `id` revises it. */
export const Point = z.strictObject({
  ...Figure.omit({ headline: true, per: true }).shape,
  per: Figure.shape.per,
  measure: Measure,
  /** "2025", "2025-H1", "2026-Q1", "FY2026", "2025-10 to 2030" or "point" with `as_of` for a level on a day. */
  period: z.string().max(40),
  as_of: PartialDate,
  type: z.enum(["actual", "reported", "guidance", "target", "forecast", "estimate", "claim", "tally"]),
  /** Who states it: "Oracle 8-K", "The Information", "Sam Altman". */
  stated_by: z.string().max(120).optional(),
});
export type Point = z.infer<typeof Point>;

export const Metric = z.strictObject({
  id,
  name: z.string().min(3).max(120),
  aliases: z.array(z.string().max(80)).default([]),
  /** Organisations it is about; the first is the one that the figures belong to. */
  subjects: z.array(id).min(1),
  measure: Measure,
  sources: z.array(Source),
  /** Oldest `as_of` first. The last point of the newest period is the headline unless `headline` names another. */
  points: z.array(Point).min(1),
  headline: id.optional(),
  facts: z.array(Fact).default([]),
  contested: Deal.shape.contested,
  deals: z.array(id).default([]),
  single_origin: z.string().max(200).optional(),
  confidence: Confidence,
});
export type Metric = z.infer<typeof Metric>;

/** A statement, a debate or an episode that is not a deal: what was said, by whom, when. */
export const Topic = z.strictObject({
  id,
  name: z.string().min(3).max(120),
  aliases: z.array(z.string().max(80)).default([]),
  summary: z.string().min(20).max(300),
  orgs: z.array(id).default([]),
  people: z.array(id).default([]),
  deals: z.array(id).default([]),
  sources: z.array(Source),
  facts: z.array(Fact).min(1),
  contested: Deal.shape.contested,
});
export type Topic = z.infer<typeof Topic>;

/** An input of the calculator: a named estimate, a price, a factor. */
export const Rate = z.strictObject({
  id,
  /** As it is named in an answer: "Jensen Huang, October 2025". */
  name: z.string().min(3).max(120),
  aliases: z.array(z.string().max(60)).default([]),
  /** What it measures: rates with one `quantity` can stand in for each other. */
  quantity: id,
  low: z.number().nullable(),
  mid: z.number().nullable(),
  high: z.number().nullable(),
  /** In base units, as a unit expression: "USD/GW", "kW", "USD/MWh", "1" for a factor. */
  unit: z.string().max(30),
  basis: z.enum(["it", "facility", "unknown"]).optional(),
  chip: z.string().max(40).optional(),
  includes: z.string().max(400),
  excludes: z.string().max(400).optional(),
  org: id.optional(),
  person: id.optional(),
  as_of: PartialDate.nullable(),
  /** The one that is used where none is named: at most one a quantity. */
  default: z.boolean().optional(),
  /** Words of which one must be said for it to be meant: "peak" of a price that is otherwise that of today. */
  told_by: z.array(z.string().max(30)).optional(),
  sources: z.array(Source),
  /** Sources of sources.yaml. */
  cites: z.array(id).default([]),
  confidence: Confidence,
  note: z.string().max(400).optional(),
});
export type Rate = z.infer<typeof Rate>;

export const Term = z.strictObject({
  id,
  term: z.string().min(2).max(80),
  aliases: z.array(z.string().max(60)).default([]),
  definition: z.string().min(20).max(500),
  /** Whose definition or coinage it is, where it is someone's. */
  said_by: z.string().max(120).optional(),
  see: z.array(id).default([]),
  deals: z.array(id).default([]),
  sources: z.array(Source).default([]),
  cites: z.array(id).default([]),
});
export type Term = z.infer<typeof Term>;

export const OrgKind = z.enum([
  "ai-lab",
  "cloud",
  "neocloud", // sells little but GPU capacity
  "chips",
  "hyperscaler",
  "developer",
  "investor",
  "bank",
  "energy",
  "government",
  "industrial",
  "telecom",
  "analyst",
  "media",
  "other",
]);
export type OrgKind = z.infer<typeof OrgKind>;

export const Organisation = z.strictObject({
  id,
  name: z.string().min(2).max(80),
  aliases: z.array(z.string().min(2).max(80)).default([]),
  tickers: z.array(z.string().regex(/^[A-Z0-9.]{1,8}$/)).default([]),
  parent: id.optional(),
  kind: OrgKind,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** One sentence on what it is, where the name does not say it. */
  about: z.string().max(200).optional(),
});
export type Organisation = z.infer<typeof Organisation>;

export const Person = z.strictObject({
  id,
  name: z.string().min(3).max(80),
  aliases: z.array(z.string().max(60)).default([]),
  roles: z.array(z.strictObject({ org: id, title: z.string().max(120) })).min(1),
});
export type Person = z.infer<typeof Person>;

/** What a language model costs, in dollars for a million tokens. The cap on a day's spending is counted by it. */
export const ModelPrice = z.strictObject({
  /** As OPENAI_MODEL names it, without the date of a snapshot. */
  model: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.:/-]*$/, "write the model's name as the API takes it, for example gpt-6-luna"),
  input: z.number().nonnegative(),
  cached_input: z.number().nonnegative(),
  /** Input that is written to the cache, where that costs more than other input. */
  cache_write: z.number().nonnegative().optional(),
  output: z.number().nonnegative(),
  /** How much it is told to reason, where it takes such a setting: a question must be read within seconds. */
  effort: z.enum(["none", "minimal", "low"]).optional(),
  as_of: PartialDate,
  sources: z.array(Source).min(1),
});
export type ModelPrice = z.infer<typeof ModelPrice>;

export const Meta = z.strictObject({
  /** The day to which the knowledge is complete. Nothing after it may be shown as known. */
  complete_to: z.string().regex(/^20\d\d-\d\d-\d\d$/),
  /** Deals known by one word where several could be meant: the alias and the deal that answers it. */
  notes: z.array(z.string()).default([]),
});
export type Meta = z.infer<typeof Meta>;

/** Where each kind of record lives, and the schema of one. Files of lists hold many. */
export const folders = {
  deals: Deal,
  metrics: Metric,
  topics: Topic,
  rates: Rate,
  glossary: Term,
} as const;
export const lists = {
  "organisations.yaml": Organisation,
  "people.yaml": Person,
  "sources.yaml": Source,
  "model-prices.yaml": ModelPrice,
} as const;
