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

/** Live legs of money as known on a day, by payer and then by payee, largest first. */
export type MoneyFlows = ReadonlyMap<string, ReadonlyMap<string, readonly Leg[]>>;

/** A guarantee is no payment; shares, chips and compute are what is paid for. */
const MONEY = new Set<Flow["what"]>(["cash", "debt"]);
export const isMoneyLeg = (leg: Leg): boolean => MONEY.has(leg.what);

const FLOWS = new ByDay<MoneyFlows>(
  (_, states) => {
    const money = legsByPair(states.flatMap((state) => (state ? moneyLegsIn(state) : [])));
    for (const payees of money.values()) for (const between of payees.values()) between.sort(largerLeg);
    return new Map([...money].map(([payer, payees]) => [payer, largestFirst(payees)]));
  },
  (_, near, moved) => {
    const gone = new Set(moved.map(({ before }) => before));
    // The legs that have come between every two between whom something has come or gone.
    const touched = new Map<string, Map<string, Leg[]>>();
    for (const { before, after } of moved) {
      for (const leg of before ? moneyLegsIn(before) : []) legsBetween(touched, leg);
      for (const leg of after ? moneyLegsIn(after) : []) legsBetween(touched, leg).push(leg);
    }
    const flows = new Map(near);
    const pairs: [string, string][] = [];
    for (const [payer, come] of touched) {
      const before = near.get(payer);
      const changed = new Map<string, readonly Leg[]>();
      for (const [payee, legs] of come) {
        pairs.push([payer, payee]);
        for (const leg of before?.get(payee) ?? []) if (!gone.has(leg.state)) legs.push(leg);
        changed.set(payee, legs.length > 1 ? legs.sort(largerLeg) : legs);
      }
      const payees = withChanged(before ?? new Map(), changed);
      if (payees.size > 0) flows.set(payer, payees);
      else flows.delete(payer);
    }
    carryPayers(near, flows, pairs);
    return flows;
  },
);

/** The list of those between the two of a leg. */
function legsBetween(pairs: Map<string, Map<string, Leg[]>>, { from, to }: Leg): Leg[] {
  const payees = pairs.get(from) ?? new Map<string, Leg[]>();
  pairs.set(from, payees);
  const legs = payees.get(to) ?? [];
  payees.set(to, legs);
  return legs;
}

function legsByPair(legs: readonly Leg[]): Map<string, Map<string, Leg[]>> {
  const pairs = new Map<string, Map<string, Leg[]>>();
  for (const leg of legs) legsBetween(pairs, leg).push(leg);
  return pairs;
}

export const moneyFlowsOn = (library: Library, asOf: string): MoneyFlows => FLOWS.on(library, asOf);

type Payees = ReadonlyMap<string, readonly Leg[]>;
const largestFirst = (payees: Payees): Payees => new Map([...payees].sort(([, a], [, b]) => compareFirst(a, b)));
const compareFirst = ([a]: readonly Leg[], [b]: readonly Leg[]): number => (a && b ? largerLeg(a, b) : 0);

/** Payees in their order with some of them anew, which are left out where nothing is paid to them any more. */
function withChanged(payees: Payees, changed: Payees): Payees {
  const out = new Map<string, readonly Leg[]>();
  const come = [...changed].filter(([, legs]) => legs.length > 0).sort(([, a], [, b]) => compareFirst(a, b));
  let next = 0;
  for (const [payee, legs] of payees) {
    if (changed.has(payee)) continue;
    for (let one = come[next]; one && compareFirst(one[1], legs) < 0; one = come[++next]) out.set(...one);
    out.set(payee, legs);
  }
  for (const one of come.slice(next)) out.set(...one);
  return out;
}

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
    from: flow.from,
    to: flow.to,
    what: flow.what,
    deal,
    state,
    standing,
    firmness,
    usd,
    place: (usd === null ? 2 : 0) * APART + (isTalked ? 1 : 0) * APART - (usd ?? 0),
  };
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
    left.steps = Math.ceil(MAX.steps / starts.length);
    const home = distancesTo(flows, start);
    for (let length = 2; length <= MAX_LEGS && !isSpent(left); length++) {
      for (const path of loopsFrom(flows, home, start, length, left)) {
        const key = keyOf(path);
        if (found.has(key) || !through.every((org) => path.includes(org))) continue;
        found.set(key, loopOf(flows, path));
      }
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
function payersOf(flows: MoneyFlows): string[] {
  const paid = (org: string) =>
    [...(flows.get(org)?.values() ?? [])].reduce((sum, legs) => sum + (legs[0]?.usd ?? 0), 0);
  return [...flows.keys()]
    .map((org) => ({ org, paid: paid(org) }))
    .sort((a, b) => b.paid - a.paid || (a.org < b.org ? -1 : 1))
    .slice(0, ALL_STARTS)
    .map((entry) => entry.org);
}

/** Paths of exactly `length` legs from `start` back to it, without passing anybody twice. */
function loopsFrom(
  flows: MoneyFlows,
  home: ReadonlyMap<string, number>,
  start: string,
  length: number,
  left: Budget,
): string[][] {
  const found: string[][] = [];
  const path = [start];
  const walk = (org: string): void => {
    const payees = flows.get(org);
    if (!payees || left.steps-- <= 0) return;
    if (path.length === length) {
      if (payees.has(start) && left.loops-- > 0) found.push([...path]);
      return;
    }
    for (const next of payees.keys()) {
      if (isSpent(left)) return;
      const way = home.get(next);
      if (way === undefined || path.length + way > length || path.includes(next)) continue;
      path.push(next);
      walk(next);
      path.pop();
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
  for (const [payer, payees] of flows)
    for (const payee of payees.keys()) payers.set(payee, (payers.get(payee) ?? new Set()).add(payer));
  PAYERS.set(flows, payers);
  return payers;
}

/** For another day: between most two that paid before, something is paid then too. */
function carryPayers(
  near: MoneyFlows,
  flows: MoneyFlows,
  pairs: Iterable<readonly [payer: string, payee: string]>,
): void {
  const before = payersByPayee(near);
  const payers = new Map(before);
  for (const [payer, payee] of pairs) {
    const pays = flows.get(payer)?.has(payee) ?? false;
    if (pays === (payers.get(payee)?.has(payer) ?? false)) continue;
    const own = payers.get(payee);
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

function loopOf(flows: MoneyFlows, path: readonly string[]): Loop {
  const legs = path.flatMap((from, index) => {
    const between = flows.get(from)?.get(path[(index + 1) % path.length] ?? "") ?? [];
    return between[0] ? [{ leg: between[0], others: between.length - 1 }] : [];
  });
  const amounts = legs.map(({ leg }) => leg.usd);
  const weakest = legs.reduce((a, b) => (rankOf(b.leg.firmness) > rankOf(a.leg.firmness) ? b : a));
  return {
    legs,
    least: amounts.every((usd) => usd !== null) ? Math.min(...(amounts as number[])) : null,
    firmness: weakest.leg.firmness,
  };
}
