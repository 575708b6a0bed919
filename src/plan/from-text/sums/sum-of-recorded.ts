/** What several deals of one company come to: "the sum of OpenAI's Oracle, Azure and AWS contracts", "add up the Nvidia and AMD gigawatts". */

import type { Deal } from "../../../../knowledge/schema.ts";
import { isOver, outlineOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { moneyBetween } from "../../../knowledge/money-between.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import type { PlanInput } from "../../plan.ts";
import { ADDS_UP, PLUS_SIGN } from "../asks.ts";
import { chooseDeal } from "../choose-deal.ts";
import { orgsNamed } from "../owner-and-owned.ts";
import type { Reading } from "../reading.ts";
import { figuresOf, type Recorded, tellingWords } from "./figure-sought.ts";
import { evaluated, type ReadSum } from "./sum.ts";

const POWER = /\b(?:gws?|gigawatts?|mws?|megawatts?|power|capacity|gigs)\b/i;
const MONEY =
  /\b(?:contracts?|deals?|fees?|rents?|stakes?|che(?:que|ck)s?|purchases?|commit(?:ments?|ted|s)|spend\w*|spent|money|dollars?|worth|value|invest\w*|put(?:s|ting)?|paid|pay(?:s|ing)?|promis\w+|pledge[sd]?|\$)\b/i;
const INVESTED = gated(/\b(?:invest\w*|put(?:s|ting)?|stakes?|equity|che(?:que|ck)s?)\b/i);
/** Apart from these nothing may be left that narrows what is added. */
const NARROWS =
  /\b(?:since|before|after|in 20\d\d|signed|firm|binding|per(?! (?:month|year)\b)|each|average|difference|vs|versus|times|multiple|ratio|bigger|larger|revenue|capex|valuation|backlog|debt)\b/i;
/** Nothing is said but who they are. */
const namesAlone = ({ question, names }: Reading): boolean =>
  names.mentions.every(({ refs }) => refs.some(({ type }) => type === "org" || type === "deal")) &&
  tellingWords(question.replace(/\bplus\b/gi, "    "), names).length === 0;
const BARE_SUM = /\bplus\b|[a-z)]\s?\+\s?[a-z(]/i;
const MOST = 6;

export const sumOfRecorded: ReadSum = ({ reading, terms, words }) => {
  const { names } = reading;
  if (
    !(ADDS_UP.test(words) || PLUS_SIGN.test(words) || addsBoth(reading)) ||
    NARROWS.test(words) ||
    names.people.length + names.places.length > 0
  )
    return null;
  if (terms.some(({ kind }) => kind !== "year")) return null;
  const payer = payerIn(reading);
  // "Nvidia's Lumentum plus Coherent plus Corning": of what is somebody's, and has no other word, the money.
  const ofOne = payer !== null && names.orgs.length > 2 && BARE_SUM.test(words) && namesAlone(reading);
  const what = POWER.test(words) ? "power" : MONEY.test(words) || ofOne ? "money" : null;
  if (what === null || names.orgs.length + names.deals.length < 2) return null;
  // Two who deal with each other: what is between them is no sum over others.
  if (payer === null && names.orgs.length === 2 && !names.orgs.includes(CUSTOMER) && haveDeals(reading)) return null;
  const others = names.orgs.filter((org) => org !== payer);
  const partner = partnerOfAll(reading);
  const figures: Recorded[] = [];
  if (partner) {
    for (const org of names.orgs.filter((one) => one !== partner)) {
      const found = figuresWith(reading, org, partner, what);
      if (found.length === 0) return withoutMoney(reading, org, partner, what);
      figures.push(...found);
    }
    return together(reading, figures);
  }
  for (const id of names.deals) {
    const figure = headline(reading, id, what);
    if (!figure) return null;
    figures.push(figure);
  }
  const covered = new Set(
    names.deals.flatMap((id) => reading.library.deals.get(id)?.parties.map(({ org }) => org) ?? []),
  );
  for (const org of others) {
    if (covered.has(org)) continue;
    const own = what === "money" ? ownMoney(reading, payer ?? CUSTOMER, org, words) : [];
    const found = own.length > 0 ? own : figuresWith(reading, payer ?? CUSTOMER, org, what);
    // Of one partner alone nothing is added: what there is with it is told.
    if (found.length === 0 && others.length + names.deals.length < 2) return null;
    if (found.length === 0) return withoutMoney(reading, payer, org, what);
    figures.push(...found);
  }
  // The sides of one deal are what it comes to together.
  if (new Set(figures.map(({ record }) => record.id)).size < 2) return null;
  const years = terms.map(({ low }) => `${low}`);
  const ofThen = ({ record }: Recorded) =>
    years.some((year) => reading.library.deals.get(record.id)?.events[0]?.date.startsWith(year));
  if (years.length > 0 && !figures.every(ofThen)) return null;
  if (others.filter((org) => !covered.has(org)).length + names.deals.length < 2) return null;
  return together(reading, figures);
};

const haveDeals = ({ library, names: { orgs } }: Reading): boolean =>
  (library.dealsOf.get(orgs[0] ?? "") ?? []).some(({ parties }) => parties.some(({ org }) => org === orgs[1]));

/** Null where they are not of one unit and time, or one deal of several names. */
function together(reading: Reading, figures: readonly Recorded[]): PlanInput | null {
  const [first] = figures;
  // One deal of several names is one sum, and what somebody has with one other is a total.
  if (new Set(figures.map(({ expression }) => expression)).size < figures.length) return null;
  if (!first || figures.length < 2 || figures.length > MOST) return null;
  const { unit, per } = first.figure;
  if (figures.some(({ figure }) => figure.unit !== unit || figure.per !== per)) return null;
  const lines = figures.map(({ label, expression }) => ({ label: label.slice(0, 80), expression }));
  const all = lines.map((_line, index) => `#${index + 1}`).join(" + ");
  const total = lines.length + 1;
  return evaluated([...lines, { label: "together", expression: per ? `(${all}) in ${unit}/${per}` : all }], {
    title: "Deals together",
    lead: [total, ...lines.slice(0, 5).map((_line, index) => index + 1)],
    asOf: reading.dates.asOf,
  });
}

/** "OpenAI's and Meta's contracts with CoreWeave": several whose deals with one are added. */
function partnerOfAll({ question, names }: Reading): string | null {
  const mentions = orgsNamed({ names });
  const last = mentions.at(-1);
  const whose = mentions.filter(
    ({ start, end }) => /['’]s?$/.test(question.slice(start, end)) || /^['’]s?\b/.test(question.slice(end)),
  );
  const isWith = last !== undefined && /\bwith\s+$/i.test(question.slice(0, last.start));
  const allOthers = mentions.length === names.orgs.length && whose.length === mentions.length - 1;
  return isWith && allOthers && mentions.length > 2 && names.deals.length === 0 ? last.org : null;
}

/** Whose deals these are where nobody is named who has them all. */
const CUSTOMER = "openai";

/** "OpenAI's …", "… for OpenAI", "OpenAI and its … deals". */
function payerIn({ question, names }: Reading): string | null {
  const both = bothNamed({ question, names });
  const [only, ...more] = names.orgs.filter((org) => !both.includes(org));
  if (both.length === 2 && only && more.length === 0) return only;
  for (const { refs, start, end } of names.mentions) {
    const org = refs.find((ref) => ref.type === "org");
    if (!org) continue;
    if (names.orgs.length > 2 && PAYS_AFTER.test(question.slice(end))) return org.id;
    const possessive =
      /['’]s?$/.test(question.slice(start, end)) ||
      /^['’]s?\b/.test(question.slice(end)) ||
      (start === 0 && /^\s?:/.test(question.slice(end)));
    if (possessive || /\b(?:for|by|of|from|has|have|did|does|is|will)\s+$/i.test(question.slice(0, start)))
      return names.orgs.length > 2 || possessive ? org.id : null;
  }
  return null;
}

/** "Both Anthropic and Google": of the two each has deals with a third. */
function bothNamed({ question, names }: Pick<Reading, "question" | "names">): string[] {
  const orgs = orgsNamed({ names });
  const at = orgs.findIndex(({ start }) => /\bboth\s+$/i.test(question.slice(0, start)));
  const [first, second] = at < 0 ? [] : orgs.slice(at, at + 2);
  return first && second && /^(?:['’]s?)?\s+and\s+$/i.test(question.slice(first.end, second.start))
    ? [first.org, second.org]
    : [];
}

/** What both pay a third; deals that involve both are a list. */
const addsBoth = (reading: Reading): boolean =>
  reading.names.orgs.length > 2 && bothNamed(reading).length === 2 && !INVOLVES_BOTH.test(reading.question);
const INVOLVES_BOTH = gated(/\b(?:involv\w+|includ\w+|between|parties|partners) both\b/i);

/** "What Nvidia has put into …". */
const PAYS_AFTER = gated(
  /^\s+(?:has |have |had |also )*(?:put|puts|poured|pours|invest\w*|pays?|paid|commit\w*|spen[dt]s?|sign(?:ed|s)|bought|buys|owes?|promised|pledged|gets?|receives?|earns?|collects?|is paid)\b/i,
);

/** The one deal between two has no such amount: a sum without it would be too small. */
function withoutMoney(reading: Reading, payer: string | null, org: string, what: "money" | "power"): PlanInput | null {
  const { library, asOf } = reading;
  const between = (library.dealsOf.get(payer ?? CUSTOMER) ?? []).filter(
    (deal) => deal.parties.some((party) => party.org === org) && outlineOn(deal, asOf) !== null && !isDead(deal, asOf),
  );
  const [only] = between;
  if (payer === null || !only || between.length > 1 || headline(reading, only.id, what)) return null;
  const about = `the ${what === "money" ? "value" : "power"} of ${only.name}`.slice(0, 200);
  return { kind: "decline", reason: "missing-number", about, near: [only.id] };
}

/** What it pays the other by all their contracts, where contracts or commitments are added. */
function ownMoney(reading: Reading, payer: string, org: string, words: string): Recorded[] {
  if (INVESTED.test(words) || !/\b(?:contracts?|commit\w*|cloud|compute|spend\w*|deals?)\b/i.test(words)) return [];
  const paid = moneyBetween(reading.library, payer, org, ["contract"], reading.asOf);
  const found = paid.flatMap(({ record, figure }) =>
    figuresOf(reading, record, "money").filter((one) => one.figure.id === figure),
  );
  return found.length === paid.length ? found : [];
}

export function headline(reading: Reading, id: string, what: "money" | "power"): Recorded | null {
  return figuresOf(reading, { type: "deal", id }, what).find((one) => one.headline) ?? null;
}

/** "Investment in Lumentum", of a deal with Coherent as well. */
export function ofOneSide(reading: Reading, deal: Deal, org: string, what: "money" | "power"): Recorded | null {
  if (deal.parties.length < 3) return null;
  const name = reading.library.organisations.get(org)?.name ?? org;
  const theirs = figuresOf(reading, { type: "deal", id: deal.id }, what).filter(
    ({ figure }) => figure.of !== "valuation" && figure.of !== "estimate" && figure.label.endsWith(` ${name}`),
  );
  return theirs.length === 1 ? (theirs[0] ?? null) : null;
}

/** What the deals of two companies come to: what covers all of them, else each of them; of several kinds none, unless the words name one. */
export function figuresWith(reading: Reading, payer: string, org: string, what: "money" | "power"): Recorded[] {
  const { library, asOf } = reading;
  const names = readNames(library, `${payer} ${org}`);
  const commits = what === "money" && COMMITS.test(reading.question) && !CONTRACTS.test(reading.question);
  const mainOf = (deal: Deal) => headline(reading, deal.id, what) ?? (commits ? contractOf(reading, deal) : null);
  const ranked = chooseDeal({ ...reading, names: { ...names, orgs: [payer, org], deals: [], rest: [] } }).filter(
    ({ deal }) => {
      const outline = outlineOn(deal, asOf);
      const parties = new Set(deal.parties.map((party) => party.org));
      return parties.has(payer) && parties.has(org) && outline !== null && mainOf(deal) !== null;
    },
  );
  const wanted = CONTRACTS.test(reading.question)
    ? CONTRACT_KINDS
    : INVESTED.test(reading.question)
      ? INVESTMENTS
      : null;
  const kinds = wanted ? ranked.filter(({ deal }) => wanted.has(deal.kind)) : ranked;
  // What one has promised to spend with the other is no stake of the other in it.
  const bound = commits ? kinds.filter(({ deal }) => sells(deal, org) && contractOf(reading, deal)) : [];
  const [first, ...others] = commits && wanted === null ? bound : kinds;
  if (!first) return [];
  const own = ofOneSide(reading, first.deal, org, what);
  if (own) return [own];
  const near = others
    .filter(({ deal, score }) => first.score < score * CLEARLY && !isDead(deal, asOf))
    .map(({ deal }) => deal);
  const all = [first.deal, ...near];
  if (
    !all.every((deal) => deal === first.deal || overlap(deal, first.deal) || (wanted ?? CONTRACT_KINDS).has(deal.kind))
  )
    return [];
  const main = ofWhatIsBound(
    reading,
    all.flatMap((deal) => mainOf(deal) ?? []).sort((a, b) => sizeOf(b) - sizeOf(a)),
  );
  // Gigawatts of a later deal may be those of the one before.
  if (what === "power") return main.slice(0, 1);
  // An expansion with a record of its own is in the total of the contract.
  const covering = all
    .flatMap((deal) => figuresOf(reading, { type: "deal", id: deal.id }, what))
    .filter(({ label, figure }) => COVERS.test(label) && figure.of === main[0]?.figure.of)
    .sort((a, b) => sizeOf(b) - sizeOf(a))[0];
  const most = Math.max(...main.map(sizeOf));
  return all.length > 1 && covering && sizeOf(covering) >= most ? [covering] : main;
}
const contractOf = (reading: Reading, { id }: Deal): Recorded | null => {
  const contracts = figuresOf(reading, { type: "deal", id }, "money").filter(({ figure }) => figure.of === "contract");
  return contracts.find((one) => one.headline) ?? (contracts.length === 1 ? (contracts[0] ?? null) : null);
};
/** Whoever guarantees or finances a contract is not paid by it. */
const sells = ({ parties }: Deal, org: string): boolean =>
  parties.some((party) => party.org === org && !BESIDE.has(party.role));
const BESIDE: ReadonlySet<string> = new Set(["guarantor", "investor", "lender", "arranger", "adviser"]);

/** What somebody has committed to pay another is no campus that the other builds. */
function ofWhatIsBound({ question }: Reading, main: Recorded[]): Recorded[] {
  const bound = COMMITS.test(question) ? main.filter(({ figure }) => figure.of === "contract") : [];
  return bound.length > 0 ? bound : main;
}
const COMMITS = gated(/\b(?:commit(?:ments?|ted|s)|contracts?|contracted|spend(?:ing|s)?|spent|owes?)\b/i);
export const sizeOf = ({ figure }: Recorded): number => figure.high ?? figure.low ?? 0;
/** What several contracts come to together. */
const COVERS =
  /\b(?:both|together|all|with)\b.*\b(?:commitments|contracts|contract|expansion|deals)\b|\b(?:commitments|contracts)\b.*\btogether\b/i;
const isDead = (deal: Deal, asOf: string): boolean => {
  const status = outlineOn(deal, asOf)?.status;
  return status !== undefined && isOver(status);
};
const CLEARLY = 1.1;
const CONTRACTS = gated(/\b(?:contracts?|cloud|compute)\b/i);
const CONTRACT_KINDS: ReadonlySet<Deal["kind"]> = new Set(["cloud-contract", "compute-purchase"]);
const INVESTMENTS: ReadonlySet<Deal["kind"]> = new Set(["investment", "equity-stake", "partnership"]);
const overlap = (a: Deal, b: Deal): boolean =>
  [a.related, a.part_of, a.supersedes].some((ids) => ids.includes(b.id)) ||
  [b.related, b.part_of, b.supersedes].some((ids) => ids.includes(a.id));
