/**
 * A Plan is a typed, read-only question. Nothing else can be asked. Each kind names its file in answer/.
 * Names are as the asker wrote them; the executor resolves them against the knowledge.
 */
import { z } from "zod";
import { DealKind, FigureOf, Measure, OrgKind, PartialDate, PartyRole, Status } from "../../knowledge/schema.ts";
import { INPUTS, LINKS } from "../calculator/chain/names.ts";

/** A name of a deal, party, metric or term as somebody wrote it. */
const Name = z.string().trim().min(1).max(200);
const asOf = z.iso.date().nullable().default(null).describe("Answer as of this day; null for the latest known");

/** A range of an amount: power in GW, money in its currency. Low and high are equal for a point. */
export const Quantity = z.strictObject({
  low: z.number().nonnegative(),
  high: z.number().nonnegative(),
  unit: z.enum(["GW", "USD", "EUR", "GBP"]),
  qualifier: z.enum(["exact", "about", "up-to", "at-least"]).default("exact"),
  /** As it was written. */
  text: z.string().max(200),
});
export type Quantity = z.infer<typeof Quantity>;

/** Money per gigawatt: a named estimate or the asker's own. */
export const RateChoice = z.union([
  z.strictObject({ name: Name }),
  z.strictObject({
    low: z.number().nonnegative(),
    high: z.number().nonnegative(),
    unit: z.enum(["USD", "EUR", "GBP"]),
    text: z.string().max(200),
  }),
]);
export type RateChoice = z.infer<typeof RateChoice>;

/** Sentences that an answer may have to carry: closed, so that none is made up. */
const EVALUATE_NOTES = ["late-not-cancelled", "unlike-money", "not-pro-rata", "overlapping-views"] as const;

const ShowDeal = z.strictObject({
  kind: z.literal("show-deal"),
  deal: Name,
  view: z.enum(["card", "sources", "facts"]).default("card"),
  asOf,
});

/** What is asked of one subject. */
export const Attribute = z.enum([
  "value",
  "capacity",
  "status",
  "parties",
  "announced",
  "when", // a date tied to `topic`
  "expected", // what is still to come
  "per-gw",
  "chips",
  "site",
  "term",
  "exit", // how either side can leave
  "valuation",
  "stake",
  "sources",
  "history", // how the value changed
  "count", // how many contracts, buildings, chips
  "explained", // how one thing in it works: its warrant, its guarantee
  "contested", // what sources disagree on
  "fact", // the fact that covers `topic`
]);
export type Attribute = z.infer<typeof Attribute>;

const ShowFigure = z.strictObject({
  kind: z.literal("show-figure"),
  subject: Name.describe("a deal's name"),
  attribute: Attribute,
  /** The words of the question beyond the names, to choose among figures and facts: "upfront", "warrant run out". */
  topic: z.string().max(400).default(""),
  /** One of its figures, by id, where the conversation tells which. */
  figure: z.string().max(80).nullable().default(null),
  /** What else is asked in the same breath: "how many shares and at what strike". */
  also: z
    .array(z.strictObject({ attribute: Attribute, topic: z.string().max(400).default("") }))
    .max(2)
    .default([]),
  /** "yes-no" starts the headline with yes or no where the record decides it. */
  form: z.enum(["open", "yes-no"]).default("open"),
  asOf,
});

/** Which deals: what finding and adding up have in common. */
const filter = {
  parties: z.array(Name).max(4).default([]),
  /** What the parties named are in the deal. */
  roles: z.array(PartyRole).max(20).default([]),
  dealKinds: z.array(DealKind).max(13).default([]),
  statuses: z.array(Status).max(11).default([]),
  since: PartialDate.nullable().default(null).describe("announced on or after"),
  until: PartialDate.nullable().default(null).describe("announced on or before"),
  /** What the time is of: when a deal was announced, or since when it has its status. */
  dated: z.enum(["announced", "status"]).default("announced"),
  minUsd: z.number().nonnegative().nullable().default(null),
  maxUsd: z.number().nonnegative().nullable().default(null),
  minGw: z.number().nonnegative().nullable().default(null),
  maxGw: z.number().nonnegative().nullable().default(null),
  minYears: z.number().nonnegative().nullable().default(null).describe("runs for at least so many years"),
  maxYears: z.number().nonnegative().nullable().default(null),
  /** The year in which the deal ends, on record or by its start and length. */
  endsFrom: z.number().int().nullable().default(null),
  endsTo: z.number().int().nullable().default(null),
  /** The bounds themselves are out: "more than $10B". */
  beyond: z.boolean().default(false),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  chip: z.string().max(80).default(""),
  text: z.string().max(200).default(""),
  /** Parties too, in whatever role. */
  alongside: z.array(Name).max(4).default([]),
  /** At least one of these has a part in it. */
  among: z.array(Name).max(8).default([]),
  /** Those listed have such a part with each of `among`. */
  inEach: z.boolean().default(false),
  /** It has a site of its own, and is no programme of several; only one party puts money in. */
  located: z.boolean().default(false),
  alone: z.boolean().default(false),
  /** None of these has. */
  without: z.array(Name).max(8).default([]),
  /** Somebody beside the parties named is of such a kind, and has such a role. */
  otherKinds: z.array(OrgKind).max(6).default([]),
  /** Where no party is named: somebody of such a kind takes its place, with its roles. */
  ofKinds: z.array(OrgKind).max(6).default([]),
  otherRoles: z.array(PartyRole).max(20).default([]),
  /** Nobody of such a kind has a part in it. */
  withoutKinds: z.array(OrgKind).max(6).default([]),
  /** What somebody beside them is by its description: a former Bitcoin miner, a sovereign fund. */
  otherSort: z.enum(["", "former-miner", "state-fund", "private-capital"]).default(""),
  /** Where somebody beside them is at home; "-US" is anywhere else, "NO|SE" one of several. */
  otherCountry: z
    .string()
    .regex(/^-?[A-Z]{2}(?:\|[A-Z]{2})*$/)
    .nullable()
    .default(null),
  /** Sources disagree on something in it. */
  contested: z.boolean().default(false),
  /** No money of it is on record. */
  priceless: z.boolean().default(false),
  /** Its money is in one of these currencies. */
  currencies: z
    .array(z.enum(["USD", "EUR", "GBP", "AUD", "INR"]))
    .max(5)
    .default([]),
  /** A figure of one of these kinds stands in it: debt, a guarantee. */
  having: z.array(FigureOf).max(6).default([]),
  /** Towns, states or countries: a site lies in one of them. */
  places: z.array(Name).max(60).default([]),
  /** There are sites, and none of them lies here. */
  outside: z.array(Name).max(60).default([]),
  /** A deal with its parts and those that bear its name. */
  programme: Name.nullable().default(null),
  /** Only these deals, where they are named one by one. */
  only: z.array(Name).max(24).default([]),
};

export const Sort = z.enum(["value", "capacity", "newest", "oldest", "name"]);
const FindDeals = z.strictObject({
  kind: z.literal("find-deals"),
  ...filter,
  sort: Sort.default("value"),
  /** Which kind of figure orders them, where not the headline's: valuations, equity, terms. */
  measure: z.array(FigureOf).max(6).default([]),
  /** The smallest first. */
  ascending: z.boolean().default(false),
  limit: z.number().int().min(1).max(200).default(200),
  /** Superlative: one of the list is the answer, the first or the one in this place. */
  rank: z.boolean().default(false),
  place: z.number().int().min(1).max(20).default(1),
  /** Counted by what they share, where that is asked for: "which state has the most". */
  tally: z.enum(["state", "country", "party", "kind", "status", "year", "chip"]).nullable().default(null),
  /** Those listed have one of these roles in some deal, besides one of the others. */
  bothRoles: z.array(PartyRole).max(20).default([]),
  /** What is listed: the deals, or who the other parties are. */
  lists: z.enum(["deals", "others"]).default("deals"),
  /** Words of the question that narrow nothing here; the answer says so. */
  leftOut: z.string().max(200).default(""),
  asOf,
});

/** Which of two sides a question by yes or no takes for the larger or the smaller. */
const Claim = z
  .strictObject({ side: z.number().int().min(0).max(1), is: z.enum(["more", "less"]) })
  .nullable()
  .default(null)
  .describe("where the question asks by yes or no whether one side is the larger or the smaller");

const Compare = z.strictObject({
  kind: z.literal("compare"),
  deals: z.array(Name).min(2).max(3),
  attribute: z
    .enum([
      "all",
      "value",
      "capacity",
      "per-gw",
      "per-mw",
      "announced",
      "signed",
      "completed",
      "starts",
      "ends",
      "status",
      "term",
      "per-year",
    ])
    .default("all"),
  asOf,
});

/** Single figures side by side: of deals, or of companies. */
const CompareFigures = z.strictObject({
  kind: z.literal("compare-figures"),
  sides: z
    .array(
      z.strictObject({
        /** Of a deal, or of a metric: one of the two. */
        deal: Name.nullable().default(null),
        metric: Name.nullable().default(null),
        /** Which of its figures, by id; the headline's where none is named. */
        figure: z.string().max(80).nullable().default(null),
      }),
    )
    .min(2)
    .max(6),
  of: z.enum(["money", "power", "stake", "count"]).default("money"),
  least: z.boolean().default(false).describe("the smallest is asked for"),
  claim: Claim,
  asOf,
});

const ShowTimeline = z.strictObject({
  kind: z.literal("show-timeline"),
  subject: Name.nullable().default(null).describe("a deal or a party; null for all"),
  since: PartialDate.nullable().default(null),
  until: PartialDate.nullable().default(null),
  /** What is expected of that time, and not what happened: what opens, closes or ends in it. */
  ahead: z.enum(["opens", "closes", "ends", "any"]).nullable().default(null),
  /** Of deals of these kinds only; all where none is named. */
  dealKinds: z.array(DealKind).max(13).default([]),
  asOf,
});

/** What deals come to together: each dollar and gigawatt once, apart by kind of money, currency and firmness. */
export const TotalDeals = z.strictObject({
  kind: z.literal("total-deals"),
  ...filter,
  /** Only these kinds of money or power; all where none is named. */
  money: z.array(FigureOf).max(24).default([]),
  /** Only what the first party pays, or receives. */
  side: z.enum(["pays", "receives"]).nullable().default(null),
  /** Only what is signed, in use or closed. */
  signed: z.boolean().default(false),
  by: z.enum(["firmness", "kind", "status", "year", "party"]).default("firmness"),
  /** What the direct answer begins with. */
  lead: z.enum(["money", "power"]).default("money"),
  asOf,
});

/** What changed between two days: how firm, which figures, what happened. */
const ShowChanges = z.strictObject({
  kind: z.literal("show-changes"),
  subject: Name.nullable().default(null).describe("a deal or a party; null for all"),
  since: PartialDate.nullable().default(null),
  until: PartialDate.nullable().default(null),
  /** The words of the question beyond the names: the event that has them is told first. */
  words: z.string().max(200).default(""),
  asOf,
});

/** Who pays whom: the legs between parties both ways, and the loops in which money comes back. */
const TraceFlows = z.strictObject({
  kind: z.literal("trace-flows"),
  parties: z.array(Name).max(4).default([]),
  asOf,
});

const ShowMetric = z.strictObject({
  kind: z.literal("show-metric"),
  metric: Name,
  /** "2030", "2025-H1", "2026-Q1": the period asked for. */
  period: z.string().max(40).nullable().default(null),
  measures: z.array(Measure).max(6).default([]),
  /** The words of the question beyond the names. */
  words: z.string().max(400).default(""),
  /** What it was before: "was that always the number". */
  history: z.boolean().default(false),
  asOf,
});

/** Inputs of the calculator as facts, by id. */
const ShowRate = z.strictObject({
  kind: z.literal("show-rate"),
  rates: z.array(Name).min(1).max(16),
  rank: z.enum(["highest", "lowest"]).nullable().default(null),
  /** Whether it is asked what the figure includes, rather than the figure. */
  covers: z.boolean().default(false),
});

/** Metrics side by side: of several organisations, or of one in several periods. */
const CompareMetrics = z.strictObject({
  kind: z.literal("compare-metrics"),
  metrics: z
    .array(z.strictObject({ metric: Name, period: z.string().max(40).nullable().default(null) }))
    .min(1)
    .max(6),
  measures: z.array(Measure).max(6).default([]),
  words: z.string().max(400).default(""),
  /** The one that stands out is the answer. */
  rank: z.enum(["highest", "lowest"]).nullable().default(null),
  /** The second highest is 2. */
  place: z.number().int().min(1).max(6).default(1),
  without: z.array(Name).max(4).default([]).describe("asked for too, with no such figure on record"),
  claim: Claim,
  asOf,
});

const ShowTopic = z.strictObject({
  kind: z.literal("show-topic"),
  topic: Name,
  words: z.string().max(400).default(""),
  asOf,
});

/** What the records said when a receipt was made, so that a later answer can say what has changed. */
export const Receipt = z.strictObject({
  inputs: z
    .array(z.strictObject({ id: z.string().max(120), low: z.number(), mid: z.number(), high: z.number() }))
    .max(40),
  /** A short mark of all rates on record. */
  rates: z.string().max(16),
});
export type Receipt = z.infer<typeof Receipt>;

/** A link of the chain may also be given as chips, energy, carbon or water. */
export const Given = Quantity.extend({
  unit: z.enum([...Quantity.shape.unit.options, "count", "TWh", "tCO2", "L"]),
});
export type Given = z.infer<typeof Given>;

const Estimate = z.strictObject({
  kind: z.literal("estimate"),
  /** GW to money, money to GW, or both given: money per GW. */
  quantity: Given,
  /** A second quantity: "$300B for 4.5 GW". */
  over: Quantity.nullable().default(null),
  rate: RateChoice.nullable().default(null),
  /** What the quantity is, where its unit does not say it: 100,000 chips, 65 TWh, a yearly bill. */
  from: z.enum(LINKS).nullable().default(null),
  /** What is asked for: null gives the cost of a power, or the power for an amount. */
  to: z.enum(LINKS).nullable().default(null),
  /** Whose gigawatts: of the chips and servers, or of the site. */
  basis: z.enum(["it", "facility"]).nullable().default(null),
  chip: z.string().trim().min(1).max(40).nullable().default(null),
  /** The asker's own assumptions: "load 0.8", "price 60 $/MWh". */
  assume: z
    .array(z.strictObject({ input: z.enum(INPUTS), expression: z.string().min(1).max(60) }))
    .max(24)
    .default([]),
  /** Deals whose power or money it is, by id. */
  deals: z.array(z.string().max(120)).max(4).default([]),
  receipt: Receipt.nullable().default(null),
});

/** Arithmetic with units over numbers, rates and figures of deals: one line or several that build on each other. */
const Evaluate = z.strictObject({
  kind: z.literal("evaluate"),
  title: z.string().max(120).default(""),
  lines: z
    .array(
      z.strictObject({
        label: z.string().max(80).default(""),
        /** "10 GW * @huang-2025", "#1 / 5 years": see src/calculator/expression. */
        expression: z.string().min(1).max(400),
      }),
    )
    .min(1)
    .max(24),
  /** Which lines are the direct answer, counted from 1; the last where none is named. */
  lead: z.array(z.number().int().min(1).max(24)).max(6).default([]),
  /** What a reader must be told beside the numbers. */
  notes: z.array(z.enum(EVALUATE_NOTES)).max(4).default([]),
  /** Figures of deals or metrics that numbers in it are, each by its id and the day from which it was known. */
  onRecord: z
    .array(z.strictObject({ record: Name, figure: z.string().max(80), known: PartialDate.nullable() }))
    .max(4)
    .default([]),
  /** The first of `lead` is held against the second, which somebody claims that it is, stays below or reaches. */
  claim: z.enum(["is", "below", "above"]).nullable().default(null),
  receipt: Receipt.nullable().default(null),
  asOf,
});

/** `other`: a second term, to be told from the first. */
const Define = z.strictObject({
  kind: z.literal("define"),
  term: Name,
  other: Name.nullable().default(null),
});

const About = z.strictObject({
  kind: z.literal("about"),
  topic: z
    .enum(["help", "abilities", "nothing-asked", "greeting", "thanks", "identity", "origins", "coverage", "privacy"])
    .default("help"),
  /** One command's help. */
  command: z.string().max(40).nullable().default(null),
});

/** Several deals may be meant: each with what it is worth, and the question put back. */
const ChooseDeal = z.strictObject({
  kind: z.literal("choose-deal"),
  deals: z.array(Name).min(2).max(4),
  /** The question, or the name, that may mean them. */
  about: z.string().max(200),
  asOf,
});

/** What a question takes for granted and the records deny; the answer says what is so instead. */
const CorrectPremise = z.strictObject({
  kind: z.literal("correct-premise"),
  claim: z.enum([
    "bought", // the first organisation bought the second
    "owns", // the first holds shares of the second
    "borrowed", // the first borrowed from the second
    "pays", // the first pays the second
    "lent", // the first lent to the second
    "sells", // the first sells chips, computing or power to the second
    "guarantees", // the first stands behind the rent or the debt of the second
    "owns-all", // the second belongs to the first
    "merged", // the two merged
    "listed", // the shares of the first are traded
    "chips", // the deal is about the chips that are named in `place`
    "before", // something of the deal happened in the year or month that is named in `place`
    "part", // the first has a part in the deal
    "took-over", // the first took the deal over
    "left", // the first left the deal
    "sold", // the first sold its shares of the second
    "place", // the deal has a site in `place`
    "within", // the deal belongs to the one that is named in `place`
    "completed",
    "signed",
    "resumed",
    "cancelled",
    "opened",
    "paid-in-full",
  ]),
  orgs: z.array(Name).max(2).default([]),
  place: z.string().max(80).default(""),
  /** The deal that is so instead, or whose state is claimed. */
  deal: Name.nullable().default(null),
  asOf,
});

/** What cannot be answered: outside the field, unknown, or a name that is not known. The answer says so. */
const Decline = z.strictObject({
  kind: z.literal("decline"),
  reason: z.enum([
    "out-of-scope",
    "unknown-name",
    "undisclosed",
    "future",
    "private",
    "opinion",
    "not-understood",
    "no-link",
    "mixed-units",
    "bad-quantity",
    "instruction",
    "unrecorded",
    "missing-number",
    "missing-input",
    "part-of-whole", // the amounts are a whole and its part, and are not added
    "unlike", // the amounts are of kinds that make no sum
    "levels", // the amounts are one thing at several times, and are not added
    "which",
    "not-beside", // what is named is not found to be set beside what was shown
    "not-narrowed", // a list by what the records are not sorted by
  ]),
  /** The name or words that it is about. */
  about: z.string().max(200).default(""),
  /** Deals that come nearest, by id. */
  near: z.array(z.string().max(200)).max(5).default([]),
  /** What was meant, perhaps, as command lines with labels. */
  choices: z
    .array(z.strictObject({ label: z.string().max(80), line: z.string().max(200) }))
    .max(4)
    .default([]),
});

export const Plan = z.discriminatedUnion("kind", [
  ShowDeal,
  ShowFigure,
  FindDeals,
  Compare,
  CompareFigures,
  ChooseDeal,
  ShowTimeline,
  TotalDeals,
  ShowChanges,
  TraceFlows,
  ShowMetric,
  CompareMetrics,
  ShowRate,
  ShowTopic,
  Estimate,
  Evaluate,
  Define,
  About,
  CorrectPremise,
  Decline,
]);
export type Plan = z.infer<typeof Plan>;
export type PlanInput = z.input<typeof Plan>;
export type PlanOf<K extends Plan["kind"]> = Extract<Plan, { kind: K }>;
