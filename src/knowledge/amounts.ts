/** What of a deal may be added up, and what not, and why. What each judgement rests on is written in knowledge/GUIDELINES.md, under “Totals”. */
import type { Deal, Figure, FigureOf, PartyRole } from "../../knowledge/schema.ts";
import { isMoney, isOver, type Outline, type StandingFigure } from "./as-of.ts";
import { type Firmness, firmnessOf } from "./firmness.ts";

/** Whether the organisation asked for pays or receives; null where none is asked for, or it does neither. */
export type Side = "pays" | "receives" | null;

/** Power is of chips, of sites and clouds, or of power plants: chips run in sites, so they are never added. */
type PowerUse = "chips" | "sites" | "generation";

export type Line = {
  deal: Deal;
  state: Outline;
  standing: StandingFigure;
  of: FigureOf;
  /** Of the figure. */
  low: number | null;
  high: number | null;
  unit: Figure["unit"];
  qualifier: Figure["qualifier"];
  side: Side;
  power: PowerUse | null;
  firmness: Firmness;
  /** Lines of one group may be added up: of one firmness, kind of money or power, currency, basis and side. */
  group: string;
};

export type Why =
  | "part" // of `others`, which are counted
  | "whole" // its parts, `others`, are counted
  | "overlap" // it shares parts with `others`, which are counted
  | "financing" // it pays for `others`, which are counted
  | "same-campus" // as `others`, which are counted
  | "replaced" // by `others`
  | "estimate"
  | "valuation"
  | "recurring"
  | "ended" // the figure no longer holds
  | "shared" // by several on one side, the part of each not known
  | "others" // money between others
  | "aside" // power of others: the party only invests, lends, guarantees or advises
  | "inside" // between members of one group
  | "undisclosed";
export type LeftOut = { deal: Deal; standing: StandingFigure | null; why: Why; others: readonly Deal[] };

export type Totals = { lines: readonly Line[]; leftOut: readonly LeftOut[] };

/** Kinds of money that can be owed or paid. */
const ADDED = new Set<FigureOf>([
  "contract",
  "capex",
  "investment",
  "equity",
  "debt",
  "acquisition",
  "guarantee",
  "other", // where it is the headline: a licence fee, a sum of several kinds
]);

/** Of a party: what it pays or receives, and the power it has a part in; of nobody: all. */
export function amountsOf(state: Outline, ours: ReadonlySet<string> | null): Totals {
  const [money, power] = [moneyOf(state, ours), powerOf(state, ours)];
  const lines = [...money.lines, ...power.lines];
  const leftOut = [...money.leftOut, ...power.leftOut];
  return lines.length + leftOut.length > 0
    ? { lines, leftOut }
    : { lines, leftOut: [{ deal: state.deal, standing: null, why: "undisclosed", others: [] }] };
}

const OF_ALL = new WeakMap<Outline, Totals>();
/** Where no party is asked for, a deal's amounts are the same each time. */
export function amountsOfAll(state: Outline): Totals {
  const known = OF_ALL.get(state) ?? amountsOf(state, null);
  OF_ALL.set(state, known);
  return known;
}

/** The sums of money of a deal: its headline, and what its flows name of another kind or between others. */
function moneyOf(state: Outline, ours: ReadonlySet<string> | null): Totals {
  const leftOut: LeftOut[] = [];
  const drop = (standing: StandingFigure, why: Why) => {
    leftOut.push({ deal: state.deal, standing, why, others: [] });
    return [];
  };
  const headline = state.money;
  const flows = moneyFlowsOf(state.deal);
  const byFlow =
    flows.length === 0
      ? []
      : state.figures.filter(
          (entry) =>
            isMoney(entry.figure.unit) &&
            ADDED.has(entry.figure.of) &&
            entry.figure.of !== "other" &&
            !entry.figure.per &&
            !entry.ended &&
            flows.some((flow) => flow.figure === entry.figure.id),
        );
  const toLine = (standing: StandingFigure, side: Side): Line => lineOf(state, standing, side, null);
  const reason = headline && notAdded(headline, isOver(state.status));
  if (headline && reason) drop(headline, reason);
  const main = headline && !reason ? headline : null;

  if (!ours) {
    const others = byFlow.filter((entry) => entry !== main && !isInside(entry, main, state.deal));
    return { lines: [...(main ? [main] : []), ...others].map((entry) => toLine(entry, null)), leftOut };
  }

  const lines: Line[] = [];
  const named = byFlow.flatMap((standing) => {
    const its = flows.filter((flow) => flow.figure === standing.figure.id);
    const [out, into] = [its.filter((flow) => ours.has(flow.from)), its.filter((flow) => ours.has(flow.to))];
    return out.length + into.length > 0 ? [{ standing, its, out, into }] : [];
  });
  const mainFlows = main ? flows.filter((flow) => flow.figure === main.figure.id) : [];
  const role = main ? sideByRole(state.deal, main.figure.of, ours) : null;
  // A receiver gets the whole, a payer what the flows say that it pays: the whole may be of several payers.
  const byRole = main && mainFlows.length === 0 && role && !(role.side === "pays" && named.length > 0) ? role : null;
  if (main && byRole) {
    if (byRole.alone) lines.push(toLine(main, byRole.side));
    else if (named.length === 0) drop(main, "shared");
  } else if (main && !named.some((entry) => entry.standing === main)) {
    // The flows name parts of it that are ours, or it is money between others.
    if (named.length === 0) drop(main, "others");
  }
  for (const { standing, its, out, into } of named) {
    const side: Side = out.length > 0 ? "pays" : "receives";
    // What was bought is one of the group since, and its price went to whoever sold it.
    if (out.length > 0 && into.length > 0 && standing.figure.of !== "acquisition") drop(standing, "inside");
    else if (side === "pays" && its.some((flow) => !ours.has(flow.from))) drop(standing, "shared");
    else if (side === "receives" && its.some((flow) => !ours.has(flow.to))) drop(standing, "shared");
    else if (
      standing !== main &&
      isInside(standing, lines.find((line) => line.standing === main)?.standing, state.deal)
    )
      continue;
    else lines.push(toLine(standing, side));
  }
  return { lines, leftOut };
}

const MONEY_FLOWS = new Set<Deal["flows"][number]["what"]>(["cash", "debt", "guarantee"]);
const FLOWS_OF = new WeakMap<Deal, Deal["flows"]>();
/** The payments of a deal whose amount is known. */
function moneyFlowsOf(deal: Deal): Deal["flows"] {
  const known = FLOWS_OF.get(deal) ?? deal.flows.filter((flow) => flow.figure && MONEY_FLOWS.has(flow.what));
  FLOWS_OF.set(deal, known);
  return known;
}

/** Of the kind of the headline and between the same two: an instalment of it, not another sum. */
function isInside(entry: StandingFigure, main: StandingFigure | null | undefined, deal: Deal): boolean {
  if (!main || entry === main || entry.figure.of !== main.figure.of) return false;
  const pairs = (figure: string) =>
    deal.flows.filter((flow) => flow.figure === figure).map((flow) => [flow.from, flow.to].sort().join());
  const [own, whole] = [pairs(entry.figure.id), pairs(main.figure.id)];
  return whole.length === 0 || own.some((pair) => whole.includes(pair));
}

function notAdded(standing: StandingFigure, over: boolean): Why | null {
  const { figure } = standing;
  if (figure.of === "estimate" || figure.of === "revenue" || figure.of === "loss") return "estimate";
  if (figure.of === "valuation" || figure.of === "price") return "valuation";
  if (figure.per || figure.of === "fee") return "recurring";
  // Of a deal that is over the last figure is shown; of a live one an ended figure is not.
  if (standing.ended && !over) return "ended";
  return ADDED.has(figure.of) ? null : "estimate";
}

const PAYS = new Set<PartyRole>(["customer", "tenant", "off-taker", "investor", "buyer", "lender", "guarantor"]);
const RECEIVES = new Set<PartyRole>([
  "provider",
  "supplier",
  "landlord",
  "generator",
  "issuer",
  "borrower",
  "target",
  "seller",
]);
/** Who builds pays for the building, and is paid under a contract. */
const BUILDS = new Set<PartyRole>(["developer", "operator"]);
/** Who can pay or receive money of a kind: a tenant pays rent, and lends nothing. */
const ROLES: Partial<Record<FigureOf, readonly PartyRole[]>> = {
  contract: [
    "customer",
    "tenant",
    "off-taker",
    "provider",
    "supplier",
    "landlord",
    "generator",
    "developer",
    "operator",
  ],
  capex: ["developer", "operator", "buyer", "customer"],
  investment: ["developer", "operator", "investor", "buyer", "issuer", "borrower"],
  equity: ["investor", "buyer", "issuer", "target", "seller"],
  debt: ["lender", "borrower", "issuer"],
  acquisition: ["buyer", "target", "seller"],
  guarantee: ["guarantor"],
};

function sideByRole(deal: Deal, of: FigureOf, ours: ReadonlySet<string>): { side: Side; alone: boolean } | null {
  const sides = deal.parties
    .filter((party) => ROLES[of]?.includes(party.role) ?? true)
    .map((party) => ({ org: party.org, side: sideOf(party.role, of, deal) }));
  const mine = sides.find((entry) => ours.has(entry.org) && entry.side !== null);
  if (!mine) return null;
  const alone = !sides.some((entry) => entry.side === mine.side && !ours.has(entry.org));
  return { side: mine.side, alone };
}

function sideOf(role: PartyRole, of: FigureOf, deal: Deal): Side {
  if (BUILDS.has(role)) return of === "contract" ? "receives" : "pays";
  // A customer pays for the building only where nobody else builds.
  if (of === "capex" && role === "customer")
    return deal.parties.some((party) => BUILDS.has(party.role) || party.role === "investor") ? null : "pays";
  return PAYS.has(role) ? "pays" : RECEIVES.has(role) ? "receives" : null;
}

/** The headline power, where it is gigawatts; of a party, where it uses, supplies, builds or runs it. */
function powerOf(state: Outline, ours: ReadonlySet<string> | null): Totals {
  const none: Totals = { lines: [], leftOut: [] };
  const { deal, size: standing } = state;
  if (standing?.figure.unit !== "GW" || (standing.ended && !isOver(state.status))) return none;
  const { of } = standing.figure;
  if (of !== "capacity" && of !== "generation") return none;
  const flows = deal.flows.filter((flow) => flow.figure === standing.figure.id);
  if (ours && !flows.some((flow) => ours.has(flow.from) || ours.has(flow.to)) && !hasPart(deal, ours))
    return { lines: [], leftOut: [{ deal, standing, why: "aside", others: [] }] };
  const chips = deal.kind === "chip-supply" || flows.some((flow) => flow.what === "chips");
  const power = of === "generation" ? "generation" : chips ? "chips" : "sites";
  return { lines: [lineOf(state, standing, null, power)], leftOut: [] };
}

const GROUPS = new Map<string, string>();
/** One text for all lines of a group, so that thousands are told apart without reading them. */
function groupNamed(name: string): string {
  const known = GROUPS.get(name);
  if (known === undefined) GROUPS.set(name, name);
  return known ?? name;
}

function lineOf(state: Outline, standing: StandingFigure, side: Side, power: PowerUse | null): Line {
  const { of, low, high, unit, qualifier, basis } = standing.figure;
  const firmness = firmnessOf(state.status, of);
  const group = groupNamed(`${firmness} ${power ?? of} ${unit} ${side ?? ""} ${basis ?? ""}`);
  return { deal: state.deal, state, standing, of, low, high, unit, qualifier, side, power, firmness, group };
}

const ASIDE = new Set<PartyRole>(["investor", "lender", "guarantor", "adviser", "government", "seller"]);

/** A partner has its part only where nobody else uses, builds or runs the thing. */
function hasPart(deal: Deal, ours: ReadonlySet<string>): boolean {
  const active = deal.parties.filter((party) => !ASIDE.has(party.role));
  const mine = active.filter((party) => ours.has(party.org));
  return (
    mine.some((party) => party.role !== "partner") ||
    (mine.length > 0 && active.every((party) => party.role === "partner"))
  );
}
