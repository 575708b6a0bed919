/** Deals by what a plan asks for, as they stood on a day. */

import type { Deal, DealKind, Figure, FigureOf, PartialDate, PartyRole, Status } from "../../knowledge/schema.ts";
import { isMoney, type Outline, outlineOn, type StandingFigure } from "./as-of.ts";
import { statesOn } from "./days.ts";
import { endOf } from "./ends.ts";
import { gated } from "./gated.ts";
import { lengthOf } from "./lengths.ts";
import type { Library } from "./library.ts";
import { investsByFlow, type Narrowing, toNarrow } from "./narrow.ts";
import { byAlphabet, byCode } from "./order.ts";
import { DealOrder, dateKey } from "./rankings.ts";
import { exchangeRate } from "./rates.ts";
import { family } from "./resolve.ts";
import { contentWords } from "./words.ts";

export type Filter = Narrowing & {
  /** Organisation ids; all must be parties. */
  orgs: readonly string[];
  /** What the organisations are in the deal; without any, what somebody in it is. */
  roles: readonly PartyRole[];
  dealKinds: readonly DealKind[];
  statuses: readonly Status[];
  since: PartialDate | null;
  until: PartialDate | null;
  /** What the time is of; without it, of the announcement. */
  dated?: "announced" | "status";
  minUsd: number | null;
  maxUsd: number | null;
  minGw: number | null;
  maxGw: number | null;
  /** How long the deal runs. */
  minYears?: number | null;
  maxYears?: number | null;
  /** The year in which it ends. */
  endsFrom?: number | null;
  endsTo?: number | null;
  /** The bounds themselves are out. */
  beyond?: boolean;
  currencies?: readonly string[];
  /** Sources disagree on something in it. */
  contested?: boolean;
  /** No money of it is on record. */
  priceless?: boolean;
  /** It has a site of its own, and is no programme of several. */
  located?: boolean;
  /** One party alone puts money in. */
  alone?: boolean;
  /** A figure of one of these kinds stands. */
  having?: readonly FigureOf[];
  country: string | null;
  /** Words of a chip's name; "trainium|tpu" is met by either. */
  chip: string;
  text: string;
  /** Only these deals, by id; all where none is named. */
  only?: readonly string[];
};
export type Order = { measure: readonly FigureOf[]; ascending: boolean };
export type Sorting = "value" | "capacity" | "newest" | "oldest" | "name";

/** The size of the headline money in dollars; null for other currencies and where none is known. */
export const usdOf = (state: Outline): number | null =>
  state.money?.figure.unit === "USD" && !state.money.figure.per
    ? (state.money.figure.high ?? state.money.figure.low)
    : null;
/** The money that a list shows of a deal, in dollars; other currencies at the rate on record, where there is one. */
function usdShown(library: Library, state: Outline): number | null {
  const figure = figureFor(state, "value", [])?.figure;
  const amount = figure && !figure.per && isMoney(figure.unit) ? (figure.high ?? figure.low) : null;
  if (!figure || amount === null) return null;
  const rate = exchangeRate(library, figure.unit, "USD");
  return figure.unit === "USD" ? amount : rate?.unit.startsWith("USD/") && rate.mid ? amount * rate.mid : null;
}
const gwOf = (state: Outline): number | null =>
  state.size?.figure.unit === "GW" ? (state.size.figure.high ?? state.size.figure.low) : null;

/** Money that somebody is to pay: no price of a share, and no reckoning by others. */
const isSum = ({ of, unit, headline }: Figure): boolean =>
  isMoney(unit) && (headline === true || WORTH.has(of) || of === "fee" || of === "guarantee");
/** Kinds of money that say how big a deal is, where none of its figures is the headline. */
const WORTH = new Set<FigureOf>(["contract", "capex", "investment", "equity", "debt", "acquisition"]);
const upper = ({ figure }: StandingFigure): number => figure.high ?? figure.low ?? 0;

/** The figure by which a deal is ordered and shown: the largest of the kinds named, else the headline, else the largest. */
export function figureFor(state: Outline, sort: Sorting, measure: readonly FigureOf[]): StandingFigure | null {
  if (measure[0] === "term" && measure.length === 1) return lengthOf(state);
  const power = sort === "capacity";
  if (measure.length === 0) {
    const headline = power ? state.size : state.money;
    if (headline && (!power || headline.figure.unit === "GW")) return headline;
  }
  const fits = ({ figure, ended }: StandingFigure) =>
    (ended === null || ended === state.statusSince) &&
    (measure.length > 0
      ? measure.includes(figure.of) && (figure.of !== "valuation" || isValuation(figure))
      : power
        ? figure.unit === "GW" && !ASIDE.has(state.deal.kind) && !WITH_OTHERS.test(figure.label)
        : WORTH.has(figure.of) && isMoney(figure.unit) && !figure.per);
  const pool = state.figures.filter(fits).sort((a, b) => upper(b) - upper(a));
  return pool.find(({ figure }) => figure.headline) ?? pool[0] ?? null;
}

/** Of deals over money a power that is no headline is that of somebody's sites or pipeline. */
const ASIDE = new Set<DealKind>(["investment", "equity-stake", "financing", "acquisition"]);

/** What a site comes to with others is none of its size. */
const WITH_OTHERS = gated(/\btogether\b/i);

/** What a company was valued at; what is sought, or what somebody's stake is worth, is none. */
const isValuation = ({ label, confidence }: Figure): boolean =>
  confidence !== "low" && !/\b(?:stake|sought|target\w*)\b/i.test(label);

export function findDeals(
  library: Library,
  filter: Filter,
  sort: Sorting,
  asOf: string,
  order: Order = { measure: [], ascending: false },
): Outline[] {
  const narrow = toNarrow(library, filter);
  const groups = filter.orgs.map((id) => family(library, id));
  const textHits = filter.text ? hitsOf(library, filter.text) : null;
  const chips = filter.chip
    .split("|")
    .map(contentWords)
    .filter((one) => one.length > 0);
  const inRole = (deal: Deal, group: ReadonlySet<string>) =>
    deal.parties.some(
      (party) => group.has(party.org) && (filter.roles.length === 0 || filter.roles.includes(party.role)),
    ) || investsByFlow(deal, group, filter.roles);
  // Only what is asked for is tested: a list of all deals tests nothing.
  const tests: ((deal: Deal, state: Outline) => boolean)[] = [];
  const when = (asked: boolean, test: (deal: Deal, state: Outline) => boolean) => {
    if (asked) tests.push(test);
  };
  const { roles, dealKinds, statuses, since, until, minUsd, maxUsd, minGw, maxGw, country } = filter;
  const { only = [], having = [], currencies = [], beyond = false } = filter;
  when(only.length > 0, (deal) => only.includes(deal.id));
  when(groups.length > 0, (deal) => groups.every((group) => inRole(deal, group)));
  when(groups.length === 0 && roles.length > 0 && (filter.ofKinds ?? []).length === 0, (deal) =>
    deal.parties.some(({ role }) => roles.includes(role)),
  );
  when(dealKinds.length > 0, (deal) => dealKinds.includes(deal.kind));
  when(statuses.length > 0, (_, state) => statuses.includes(state.status));
  const dateOf =
    filter.dated === "status" ? (state: Outline) => state.statusSince : (state: Outline) => state.announced;
  const isThen = (day: PartialDate) =>
    (since === null || reaches(day, since)) && (until === null || day.slice(0, until.length) <= until);
  when(since !== null || until !== null, (_, state) => {
    const official = filter.dated === "status" ? null : officialDay(state);
    return isThen(dateOf(state)) || (official !== null && isThen(official));
  });
  const sized = minUsd !== null || maxUsd !== null;
  if (minUsd !== null && minUsd === maxUsd) when(true, (_, state) => hasAmount(state, minUsd));
  else when(sized, (_, state) => isWithin(usdShown(library, state), minUsd, maxUsd, beyond));
  when(minGw !== null || maxGw !== null, (_, state) => isWithin(gwOf(state), minGw, maxGw, beyond));
  const { minYears = null, maxYears = null } = filter;
  when(minYears !== null || maxYears !== null, (_, state) =>
    isWithin(lengthOf(state)?.figure.high ?? null, minYears, maxYears, beyond),
  );
  const { endsFrom = null, endsTo = null } = filter;
  when(endsFrom !== null || endsTo !== null, (_, state) =>
    isWithin(endOf(state)?.year ?? null, endsFrom, endsTo, false),
  );
  when(filter.contested === true, (deal) => deal.contested.length > 0);
  when(
    filter.priceless === true,
    (_, { figures }) => !figures.some(({ figure, ended }) => ended === null && isSum(figure)),
  );
  when(currencies.length > 0, (_, state) => currencies.includes(figureFor(state, "value", [])?.figure.unit ?? ""));
  when(having.length > 0, (_, { figures }) =>
    figures.some((one) => one.ended === null && having.includes(one.figure.of)),
  );
  when(filter.located === true, (deal) => !isProgramme(deal));
  when(
    filter.alone === true,
    ({ parties }) => new Set(parties.filter(({ role }) => PUTS_IN.has(role)).map(({ org }) => org)).size === 1,
  );
  when(country !== null, (deal) => deal.sites.some((site) => site.country === country));
  when(narrow !== null, (deal) => narrow === null || narrow(deal));
  when(chips.length > 0, (deal) => deal.chips.some((name) => chips.some((chip) => hasWords(name, chip))));
  when(textHits !== null, (deal) => textHits === null || textHits.has(deal.id));
  const fits = (deal: Deal, state: Outline) => tests.every((test) => test(deal, state));
  const plain = order.measure.length === 0 && !order.ascending;
  const pool = dealsOf(library, groups);
  const found: Outline[] = [];
  if (!pool) {
    const states = statesOn(library, asOf);
    for (const at of dealNumbers(library, sort, asOf)) {
      const state = states[at];
      if (state && (tests.length === 0 || fits(state.deal, state))) found.push(state);
    }
  } else
    for (const deal of pool) {
      const state = outlineOn(deal, asOf);
      if (state && fits(deal, state)) found.push(state);
    }
  if (plain) return pool ? found.sort(ORDER[sort]) : found;
  return inOrderOf(found, sort, order);
}

/** Of a deal that was first a rumour, the day on which it was announced. */
function officialDay({ events }: Outline): PartialDate | null {
  if (events[0]?.status !== "rumoured") return null;
  return events.find(({ status }) => status !== undefined && !UNOFFICIAL.has(status))?.date ?? null;
}
/** The day from which a deal counts as new: that of its announcement, be it a rumour still. */
export const announcedOn = (state: Outline): PartialDate => officialDay(state) ?? state.announced;
const UNOFFICIAL: ReadonlySet<Status> = new Set(["rumoured", "cancelled", "lapsed", "superseded"]);

/** Sites in several regions, or a venture that names none, are no single site. */
const isProgramme = ({ kind, sites }: Deal): boolean =>
  new Set(sites.map(({ region, country }) => `${country} ${region ?? ""}`)).size > 2 ||
  (kind === "joint-venture" && !sites.some(({ place }) => place !== undefined));
const PUTS_IN: ReadonlySet<PartyRole> = new Set(["investor", "buyer"]);

/** Whether some money of the deal is that amount, or up to it: the whole, or what went to one of several. */
const hasAmount = ({ figures }: Outline, usd: number): boolean =>
  figures.some(
    ({ figure, ended }) =>
      ended === null &&
      figure.unit === "USD" &&
      !figure.per &&
      WORTH.has(figure.of) &&
      Math.abs((figure.high ?? figure.low ?? 0) - usd) <= usd * 0.02,
  );

/** A size that is not known is within no bounds. */
const isWithin = (size: number | null, min: number | null, max: number | null, beyond: boolean): boolean =>
  size !== null &&
  (min === null || size > min || (size === min && !beyond)) &&
  (max === null || size < max || (size === max && !beyond));

/** By the figures of the kinds named; what has none comes last, whichever way the order goes. */
function inOrderOf(found: readonly Outline[], sort: Sorting, { measure, ascending }: Order): Outline[] {
  const dated = sort === "newest" || sort === "oldest" || sort === "name";
  if (dated) return [...found].sort(ORDER[sort]);
  const sized = found.map((state) => {
    const standing = figureFor(state, sort, measure);
    return { state, size: standing ? sizeOf(standing) : null };
  });
  const [known, unknown] = [sized.filter((entry) => entry.size !== null), sized.filter((entry) => entry.size === null)];
  known.sort((a, b) => (ascending ? 1 : -1) * ((a.size ?? 0) - (b.size ?? 0)) || byName(a.state, b.state));
  return [...known, ...unknown].map((entry) => entry.state);
}

/** What may be put in one order: dollars with dollars, months as years. A euro or a pound is a dollar at least; other currencies stand apart. */
export function sizeOf(standing: StandingFigure): number | null {
  const { unit } = standing.figure;
  const size = upper(standing);
  if (unit === "months") return size / 12;
  if (unit === "days") return size / 365;
  return isMoney(unit) && unit !== "USD" && unit !== "EUR" && unit !== "GBP" ? null : size;
}

/** Deals that have every word; "nuclear|reactor" is met by either, and "-nuclear|reactor" leaves out what has one of them. */
function hitsOf(library: Library, text: string): ReadonlySet<string> {
  let found: Set<string> | null = null;
  const without = text.split(/\s+/).filter((part) => part.startsWith("-"));
  if (without.length > 0) {
    const wanted = text.split(/\s+/).filter((part) => part !== "" && !part.startsWith("-"));
    const pool = wanted.length > 0 ? hitsOf(library, wanted.join(" ")) : new Set(library.deals.keys());
    const gone = without.map((part) => hitsOf(library, part.slice(1)));
    return new Set([...pool].filter((id) => !gone.some((ids) => ids.has(id))));
  }
  const parts = text.includes("|") ? text.split(/\s+/) : [text];
  for (const part of parts) {
    const combineWith = part.includes("|") ? "OR" : "AND";
    const hits = library.dealIndex
      .search(part.replaceAll("|", " "), { combineWith, fuzzy: false })
      .map((hit) => hit.id as string);
    found = new Set(found === null ? hits : hits.filter((id) => found?.has(id)));
  }
  return found ?? new Set();
}

/** The deals of the organisation that has the fewest; null where none is named. */
function dealsOf(library: Library, groups: readonly ReadonlySet<string>[]): ReadonlySet<Deal> | null {
  const pools = groups.map((group) => [...group].flatMap((id) => library.dealsOf.get(id) ?? []));
  const least = pools.sort((a, b) => a.length - b.length)[0];
  return least ? new Set(least) : null;
}

/** All deals known on a day, in order. */
const RANKED: Record<Sorting, DealOrder> = {
  value: new DealOrder((state) => -plainSize(state, "value")),
  capacity: new DealOrder((state) => -plainSize(state, "capacity")),
  newest: new DealOrder((state) => -dateKey(announcedOn(state)) - dateKey(state.announced) / 1e9),
  oldest: new DealOrder(({ announced }) => dateKey(announced)),
  name: new DealOrder(() => 0),
};

/** The numbers of all deals known on a day, in order. */
export const dealNumbers = (library: Library, sort: Sorting, asOf: string): Int32Array =>
  RANKED[sort].on(library, asOf);

/** Whether a date lies on `since` or later. A month reaches into each of its days; a year alone counts from its start. */
export const reaches = (date: PartialDate, since: PartialDate): boolean =>
  date >= since || (date.length === 4 ? since <= `${date}-01-01` : since.startsWith(date));

/** "Trainium" means each of its generations: Trainium2, Trainium3. */
function hasWords(name: string, wanted: readonly string[]): boolean {
  const own = contentWords(name);
  return wanted.every((word) => own.some((part) => part.replace(/\d+$/, "") === word || part === word));
}

const last = (value: number | null) => value ?? -1;
const byName = (a: Outline, b: Outline) => byAlphabet(a.deal.name, b.deal.name);
const SIZES = { value: new WeakMap<Outline, number>(), capacity: new WeakMap<Outline, number>() };
function plainSize(state: Outline, sort: "value" | "capacity"): number {
  const known = SIZES[sort].get(state);
  if (known !== undefined) return known;
  const standing = figureFor(state, sort, []);
  const size = last(standing && !standing.figure.per ? sizeOf(standing) : null);
  SIZES[sort].set(state, size);
  return size;
}
const ORDER: Record<Sorting, (a: Outline, b: Outline) => number> = {
  value: (a, b) => plainSize(b, "value") - plainSize(a, "value") || byName(a, b),
  capacity: (a, b) => plainSize(b, "capacity") - plainSize(a, "capacity") || byName(a, b),
  newest: (a, b) => byCode(announcedOn(b), announcedOn(a)) || byCode(b.announced, a.announced) || byName(a, b),
  oldest: (a, b) => byCode(a.announced, b.announced) || byName(a, b),
  name: byName,
};
