/** Who pays or gives whom what, over all deals, and the loops in which money comes back to where it set out. */
import type { Deal, Flow } from "../../knowledge/schema.ts";
import { isOver, type Outline, outlineOn, type StandingFigure } from "./as-of.ts";
import { ByDay } from "./days.ts";
import { type Firmness, firmnessOf, rankOf } from "./firmness.ts";
import type { Library } from "./library.ts";

export type Leg = {
  from: string;
  to: string;
  what: Flow["what"];
  deal: Deal;
  state: Outline;
  standing: StandingFigure | null;
  firmness: Firmness;
  /** Dollars, where the figure says how many; for the order only. */
  usd: number | null;
  /** The least comes first of all between two: the largest of what is known and more than talked of. */
  place: number;
};

/** A way along which money comes back: each leg is the largest between its two; `others` counts further ones. */
export type Loop = {
  legs: readonly { leg: Leg; others: number }[];
  /** The least leg in dollars, which is what can go round; null where a leg's amount is not known. */
  least: number | null;
  /** The least firm leg. */
  firmness: Firmness;
};

/** What is paid to one, the largest leg first; `place` is that leg's. */
type Paid = { to: string; legs: readonly Leg[]; place: number };
/** Whom one pays, where the largest leg is first; `usd` is the sum of the largest legs. */
type Payees = { paid: readonly Paid[]; usd: number };
/** Live legs of money as known on a day, by payer. */
export type MoneyFlows = ReadonlyMap<string, Payees>;

/** A guarantee is no payment; shares, chips and compute are what is paid for. */
const MONEY = new Set<Flow["what"]>(["cash", "debt"]);
export const isMoneyLeg = (leg: Leg): boolean => MONEY.has(leg.what);

const FLOWS = new ByDay<MoneyFlows>(
  (_, states) => {
    const money: Touched = new Map();
    for (const state of states) if (state) for (const leg of moneyLegsIn(state)) legsBetween(money, leg).push(leg);
    return new Map([...money].map(([payer, come]) => [payer, payeesOf([], come)]));
  },
  (_, near, moved) => {
    const gone = new Set<Outline>();
    const touched: Touched = new Map();
    for (const { before, after } of moved) {
      if (before) gone.add(before);
      for (const leg of before ? moneyLegsIn(before) : []) legsBetween(touched, leg);
      for (const leg of after ? moneyLegsIn(after) : []) legsBetween(touched, leg).push(leg);
    }
    const flows = new Map(near);
    for (const [payer, come] of touched) {
      const kept: Paid[] = [];
      for (const paid of near.get(payer)?.paid ?? []) {
        const legs = come.get(paid.to);
        if (!legs) kept.push(paid);
        else for (const leg of paid.legs) if (!gone.has(leg.state)) legs.push(leg);
      }
      const payees = payeesOf(kept, come);
      if (payees.paid.length > 0) flows.set(payer, payees);
      else flows.delete(payer);
    }
    carryPayers(near, flows, touched);
    return flows;
  },
);

export const moneyFlowsOn = (library: Library, asOf: string): MoneyFlows => FLOWS.on(library, asOf);

/** Legs by payer and payee, of those pairs between which something has come or gone. */
type Touched = Map<string, Map<string, Leg[]>>;

/** The list of those between the two of a leg. */
function legsBetween(pairs: Touched, { from, to }: Leg): Leg[] {
  const payees = pairs.get(from) ?? new Map<string, Leg[]>();
  if (payees.size === 0) pairs.set(from, payees);
  const legs = payees.get(to) ?? [];
  if (legs.length === 0) payees.set(to, legs);
  return legs;
}

/** Payees in their order, and others that come with their legs; those without any are left out. */
function payeesOf(kept: readonly Paid[], come: ReadonlyMap<string, Leg[]>): Payees {
  const others: Paid[] = [];
  for (const [to, legs] of come) {
    const [first] = legs.length > 1 ? legs.sort(largerLeg) : legs;
    if (first) others.push({ to, legs, place: first.place });
  }
  others.sort(largerPaid);
  const paid: Paid[] = [];
  let [next, usd] = [0, 0];
  for (const one of kept) {
    for (let other = others[next]; other && largerPaid(other, one) < 0; other = others[++next]) paid.push(other);
    paid.push(one);
  }
  paid.push(...others.slice(next));
  for (const { legs } of paid) usd += legs[0]?.usd ?? 0;
  return { paid, usd };
}

const largerPaid = (a: Paid, b: Paid): number =>
  a.place - b.place || (a.legs[0] && b.legs[0] ? largerLeg(a.legs[0], b.legs[0]) : 0);

/** Every leg of the deals of these organisations, of money or not, live or over. */
export function legsOf(library: Library, orgs: Iterable<string>, asOf: string): Leg[] {
  const deals = new Set([...orgs].flatMap((org) => library.dealsWithFlow.get(org) ?? []));
  const legs: Leg[] = [];
  for (const deal of deals) {
    const state = outlineOn(deal, asOf);
    if (state) legs.push(...legsIn(state));
  }
  return legs;
}

const LEGS = new WeakMap<Outline, readonly Leg[]>();
/** The legs of a deal in one state of it. */
function legsIn(state: Outline): readonly Leg[] {
  const known = LEGS.get(state) ?? state.deal.flows.flatMap((flow) => legOf(state.deal, state, flow) ?? []);
  LEGS.set(state, known);
  return known;
}

const MONEY_LEGS = new WeakMap<Outline, readonly Leg[]>();
/** What is paid by one to another, while the deal is not over. */
function moneyLegsIn(state: Outline): readonly Leg[] {
  const known = MONEY_LEGS.get(state);
  if (known) return known;
  const legs = isOver(state.status) ? [] : legsIn(state).filter((leg) => isMoneyLeg(leg) && leg.from !== leg.to);
  MONEY_LEGS.set(state, legs);
  return legs;
}

/** Null where the figure that says how much was not known on the day: the leg came with it. */
function legOf(deal: Deal, state: Outline, flow: Flow): Leg | null {
  const standing = flow.figure ? (state.figures.find((entry) => entry.figure.id === flow.figure) ?? null) : null;
  if (flow.figure && (!standing || (standing.ended && !isOver(state.status)))) return null;
  const amount = standing?.figure.unit === "USD" && !standing.figure.per ? standing.figure : null;
  const usd = amount ? (amount.high ?? amount.low) : null;
  const firmness = firmnessOf(state.status, standing?.figure.of ?? "contract");
  const isTalked = rankOf(firmness) > TALKED;
  return {
    from: oneOf(flow.from),
    to: oneOf(flow.to),
    what: flow.what,
    deal,
    state,
    standing,
    firmness,
    usd,
    place: (usd === null ? 2 : 0) * APART + (isTalked ? 1 : 0) * APART - (usd ?? 0),
  };
}

const SAME = new Map<string, string>();
/** Of equal ids always the same one: thousands are held against each other, and those are told apart at a glance. */
function oneOf(id: string): string {
  const known = SAME.get(id);
  if (known === undefined) SAME.set(id, id);
  return known ?? id;
}

/** More dollars than any leg has. */
const APART = 1e15;
/** What is only talked of does not stand for what is signed. */
const TALKED = rankOf("announced");

const largerLeg = (a: Leg, b: Leg): number =>
  a.place - b.place || rankOf(a.firmness) - rankOf(b.firmness) || (a.deal.id < b.deal.id ? -1 : 1);

/** A search goes on for this many steps, as many from each that it sets out from, and loops; the largest legs are followed first. */
const MAX: Budget = { steps: 30_000, loops: 480 };
type Budget = { steps: number; loops: number };
const isSpent = ({ steps, loops }: Budget): boolean => steps <= 0 || loops <= 0;
export const MAX_LEGS = 5;

export type Search = { loops: readonly Loop[] /** All loops up to MAX_LEGS were seen. */; whole: boolean };

/**
 * Loops through all of `through`, each once; without any, through the organisations that pay the most. Short ones are
 * searched first, so that a search that is cut off has missed only longer ones.
 */
export function findLoops(flows: MoneyFlows, through: readonly string[]): Search {
  const starts = through.length > 0 ? through.slice(0, 1) : payersOf(flows);
  const found = new Map<string, Loop>();
  const left = { ...MAX };
  let whole = true;
  for (const start of starts) {
    if (left.loops <= 0) break;
    left.steps = Math.ceil(MAX.steps / starts.length);
    const home = homeOf(flows, start);
    for (let length = 2; length <= MAX_LEGS && !isSpent(left); length++)
      for (const way of loopsFrom(flows, home, start, length, left)) {
        const path = way.map(({ from }) => from);
        const key = keyOf(path);
        if (!found.has(key) && through.every((org) => path.includes(org))) found.set(key, loopOf(way));
      }
    if (isSpent(left)) whole = false;
  }
  return { loops: [...found.values()], whole };
}

/** The fewest legs first, then the firmer, then the larger. */
export const shortest = (a: Loop, b: Loop): number =>
  a.legs.length - b.legs.length || rankOf(a.firmness) - rankOf(b.firmness) || larger(a, b);
/** What can go round, the most first; loops with a leg of unknown size come after. */
export const larger = (a: Loop, b: Loop): number =>
  (b.least ?? -1) - (a.least ?? -1) || a.legs.length - b.legs.length || (nameOf(a) < nameOf(b) ? -1 : 1);
const nameOf = (loop: Loop): string => loop.legs.map(({ leg }) => leg.from).join(">");

const ALL_STARTS = 60;
const payersOf = (flows: MoneyFlows): string[] =>
  [...flows]
    .sort(([a, { usd: paid }], [b, { usd: other }]) => other - paid || (a < b ? -1 : 1))
    .slice(0, ALL_STARTS)
    .map(([payer]) => payer);

/** One leg of a way, the largest between its two. */
type Step = { from: string; paid: Paid };
/** The ways back to where a search sets out from. */
type Home = {
  /** How many legs there are at least from each; those too far for any loop are left out. */
  distances: ReadonlyMap<string, number>;
  /** What is paid to it, by payer. */
  last: ReadonlyMap<string, Paid>;
};

function homeOf(flows: MoneyFlows, start: string): Home {
  const last = new Map<string, Paid>();
  for (const payer of payersByPayee(flows).get(start) ?? []) {
    const paid = flows.get(payer)?.paid.find(({ to }) => to === start);
    if (paid) last.set(payer, paid);
  }
  return { distances: distancesTo(flows, start), last };
}

/** Ways of exactly `length` legs from `start` back to it, without passing anybody twice. */
function loopsFrom(
  flows: MoneyFlows,
  { distances, last }: Home,
  start: string,
  length: number,
  left: Budget,
): Step[][] {
  const found: Step[][] = [];
  const way: Step[] = [];
  const passed = new Set([start]);
  const walk = (from: string): void => {
    const payees = flows.get(from);
    if (!payees || left.steps-- <= 0) return;
    if (way.length === length - 1) {
      const paid = last.get(from);
      if (paid && left.loops-- > 0) found.push([...way, { from, paid }]);
      return;
    }
    for (const paid of payees.paid) {
      if (isSpent(left)) return;
      const legsHome = distances.get(paid.to);
      if (legsHome === undefined || way.length + 1 + legsHome > length || passed.has(paid.to)) continue;
      way.push({ from, paid });
      passed.add(paid.to);
      walk(paid.to);
      passed.delete(paid.to);
      way.pop();
    }
  };
  walk(start);
  return found;
}

/** How many legs there are at least from each organisation to `start`; those too far for any loop are left out. */
function distancesTo(flows: MoneyFlows, start: string): ReadonlyMap<string, number> {
  const distances = new Map([[start, 0]]);
  const payers = payersByPayee(flows);
  let edge = [start];
  for (let distance = 1; distance < MAX_LEGS && edge.length > 0; distance++) {
    const next: string[] = [];
    for (const org of edge) {
      // Where many pay many, all are reached in one or two steps.
      if (distances.size === flows.size) return distances;
      for (const payer of payers.get(org) ?? [])
        if (!distances.has(payer)) {
          distances.set(payer, distance);
          next.push(payer);
        }
    }
    edge = next;
  }
  return distances;
}

type Payers = ReadonlyMap<string, ReadonlySet<string>>;
const PAYERS = new WeakMap<MoneyFlows, Payers>();
function payersByPayee(flows: MoneyFlows): Payers {
  const known = PAYERS.get(flows);
  if (known) return known;
  const payers = new Map<string, Set<string>>();
  for (const [payer, { paid }] of flows)
    for (const { to } of paid) payers.set(to, (payers.get(to) ?? new Set()).add(payer));
  PAYERS.set(flows, payers);
  return payers;
}

/** For another day: between most two that paid before, something is paid then too. */
function carryPayers(near: MoneyFlows, flows: MoneyFlows, touched: Touched): void {
  const before = payersByPayee(near);
  const payers = new Map(before);
  for (const [payer, come] of touched)
    for (const [payee, legs] of come) {
      const own = payers.get(payee);
      const pays = legs.length > 0;
      if (pays === (own?.has(payer) ?? false)) continue;
      const changed = own === before.get(payee) ? new Set(own) : (own as Set<string>);
      if (pays) changed.add(payer);
      else changed.delete(payer);
      payers.set(payee, changed);
    }
  PAYERS.set(flows, payers);
}

/** A loop is one, wherever it is entered. */
function keyOf(path: readonly string[]): string {
  const first = path.indexOf([...path].sort()[0] ?? "");
  return [...path.slice(first), ...path.slice(0, first)].join(">");
}

function loopOf(way: readonly Step[]): Loop {
  const legs = way.flatMap(({ paid: { legs } }) => (legs[0] ? [{ leg: legs[0], others: legs.length - 1 }] : []));
  const amounts = legs.map(({ leg }) => leg.usd);
  const weakest = legs.reduce((a, b) => (rankOf(b.leg.firmness) > rankOf(a.leg.firmness) ? b : a));
  return {
    legs,
    least: amounts.every((usd) => usd !== null) ? Math.min(...(amounts as number[])) : null,
    firmness: weakest.leg.firmness,
  };
}
