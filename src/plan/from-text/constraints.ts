/**
 * What a question narrows a list of deals by. Each part is taken from the text as it is read, so that what is left over is
 * known: words that the records have narrow by text, and the others are told to the reader.
 */

import type { DealKind, FigureOf, PartyRole, Status } from "../../../knowledge/schema.ts";
import { gated, type Pattern } from "../../knowledge/gated.ts";
import type { Mention } from "../../knowledge/names.ts";
import { isWeak } from "../../knowledge/question-words.ts";
import { contentWords, words } from "../../knowledge/words.ts";
import type { PlanOf } from "../plan.ts";
import type { FoundQuantity } from "../quantities.ts";
import { after, before } from "../spans-of-time.ts";
import { chipsIn } from "./chip-words.ts";
import { Clause } from "./constraints/clause.ts";
import { FILLER } from "./constraints/filler.ts";
import { FUELS, kindsIn } from "./constraints/kinds-in.ts";
import { leftOutIn } from "./constraints/left-out.ts";
import { type OrgMention, type Parts, partsOf } from "./constraints/parts-of.ts";
import { statusesIn } from "./constraints/statuses-in.ts";
import { whereIn } from "./constraints/where-in.ts";
import { listHead } from "./list-head.ts";
import { AT_HOME } from "./org-roles.ts";
import type { Reading } from "./reading.ts";

export type Constraints = Parts & {
  without: string[];
  dealKinds: DealKind[];
  statuses: Status[];
  measure: FigureOf[];
  since: string | null;
  until: string | null;
  dated: "announced" | "status";
  minUsd: number | null;
  maxUsd: number | null;
  minGw: number | null;
  maxGw: number | null;
  beyond: boolean;
  having: FigureOf[];
  currencies: PlanOf<"find-deals">["currencies"];
  country: string | null;
  places: string[];
  outside: string[];
  programme: string | null;
  chip: string;
  /** Words that are left over. */
  rest: string[];
  /** What is to be left out and cannot be told from the records. */
  denied: string;
};

/** What narrows by its words, and by no name. */
const UNBLANKED: ReadonlySet<string> = new Set(["topic", "term", "rate", ""]);
/** "Anthropic compute deals" are no figure that has the name of two of the words. */
const isOfDeals = ({ question }: Reading, { end }: Mention): boolean =>
  /^\s*(?:deals?|contracts?|agreements?)\b/i.test(question.slice(end));
const SELLS_CHIPS = gated(
  /\b(?:suppl\w+|sell\w*|sold|provid\w+|whose|(?:buys?|uses?|orders?) (?:its |their )?)\b.{0,20}\b(?:chips?|gpus?|accelerators?)\b|\b(?:chips?|gpus?|accelerators?) (?:suppl\w+|vendors?)\b/i,
);
const CLOUDS = gated(
  /\bcloud (?:providers?|suppliers?|vendors?|partners?)\b|\b(?:which|what) clouds\b|\b(?:provid|suppl)\w+ (?:the )?cloud\b/i,
);
const COMMITMENT = gated(/\b(?:commitments?|pledges?|promises?)\b/i);

export function readConstraints(reading: Reading): Constraints {
  const { names, dates, quantities, library } = reading;
  const clause = new Clause(reading.question);
  // "Cloud and neocloud contracts": of both, and with whomever.
  clause.take(/\bcloud\s*(?:\+|&|\/|,|and|or)\s*neo-?(?=clouds?\b)/i);
  for (const { start, end } of [...dates.spans, ...quantities, ...(dates.lately ? [dates.lately] : [])])
    clause.blank(start, end);
  const orgs = orgMentions(names.mentions);
  const excluded = excludedOf(clause, names.mentions);
  const without = excluded.flatMap(({ refs }) => refs.filter((ref) => ref.type === "org").map((ref) => ref.id));
  // Where somebody is at home is not where a site lies.
  const otherCountry = AT_HOME.find(({ pattern }) => clause.take(pattern))?.country ?? null;
  const placed = whereIn(clause, reading, excluded);
  const included = orgs.filter((org) => !without.includes(org.id));
  const statuses = statusesIn(clause);
  const parts = partsOf(clause, library, included, otherCountry);
  for (const { start, end } of names.mentions.filter((mention) =>
    mention.refs.some((ref) => !UNBLANKED.has(ref.type === "metric" && isOfDeals(reading, mention) ? "" : ref.type)),
  ))
    clause.blank(start, end);
  const leftOut = leftOutIn(clause, library);
  const chip = chipsIn(clause.text, library);
  const fuels = FUELS.flatMap(({ pattern, word }) => (clause.take(pattern) ? [word] : []));
  // A site that burns gas is no deal for energy.
  const burns = fuels.length > 0 && USES_FUEL.test(reading.question);
  const isEnergy = fuels.length > 0 && !burns;
  // Nor is what uses it a customer of somebody.
  if (burns && parts.parties.length + parts.among.length === 0) parts.roles = [];
  if (burns) clause.take(/\b(?:powered|fuel+ed)\b/i);
  const { dealKinds: saidKinds, measure } = kindsIn(clause, parts, isEnergy);
  const dealKinds = saidKinds.length > 0 ? saidKinds.filter((kind) => !leftOut.gone.includes(kind)) : leftOut.kinds;
  const currencies = currenciesIn(clause);
  const having = moneyOf(clause, parts, dealKinds);
  investorsOf(reading, parts, dealKinds);
  leasesOf(reading, parts, dealKinds);
  const named = parts.parties.length === 1 && parts.roles.length === 0 && parts.otherRoles.length === 0;
  // What somebody commits to is what it pays; whose bond or loan it is borrows it.
  if (named && COMMITMENT.test(reading.question)) {
    parts.roles = ["customer", "tenant", "investor", "buyer", "off-taker", "operator", "developer"];
    if (measure.length === 0 && dealKinds.length === 0) measure.push("contract", "investment", "equity", "acquisition");
  } else if (measure[0] === "debt" && (named || (parts.among.length > 0 && parts.parties.length === 0)))
    parts.roles = ["issuer", "borrower"];
  // Who sells chips is asked of the makers of chips, not of whoever sells something.
  const sells = [...parts.otherRoles, ...(parts.parties.length + parts.among.length === 0 ? parts.roles : [])];
  if (sells.includes("supplier") && parts.otherKinds.length === 0 && SELLS_CHIPS.test(reading.question))
    parts.otherKinds = ["chips"];
  // Nor is a cloud sold by whoever makes chips or power.
  if (sells.includes("provider") && CLOUDS.test(reading.question) && dealKinds.length === 0)
    dealKinds.push("cloud-contract", "compute-purchase");
  if (parts.roles.includes("buyer") && measure[0] === "equity") {
    parts.roles.push("investor");
    if (parts.otherRoles.length > 0) parts.otherRoles.push("issuer");
  }
  const group = groupOfTime(reading);
  const programme = group ?? programmeIn(reading);
  const own = programme !== null && group === null && isOfItsTime(reading, programme);
  const time = group || own ? { since: null, until: null } : timeOf(reading);
  const left = contentWords(withoutAsides(clause.text)).filter(
    (word) => !FILLER.has(word) && !isWeak(word) && !chip.includes(word) && word.length > 2 && !/^[$€£]?\d/.test(word),
  );
  return {
    ...parts,
    without: [...new Set(without)],
    dealKinds,
    statuses,
    measure,
    having,
    currencies,
    ...time,
    dated: isOfStatus(reading, statuses) ? "status" : "announced",
    ...sizesOf(reading),
    ...placed,
    programme,
    chip: chip.join(isEither(clause.text, chip) ? "|" : " "),
    rest: [...fuels, ...leftOut.words, ...withAlternatives(clause.text, left)],
    denied: leftOut.denied,
  };
}

const USES_FUEL = gated(
  /\b(?:us(?:e|es|ing)|burn(?:s|ing)?|run(?:s|ning)? on|powered by|have|has|with) (?:natural |own |on-site |any )?(?:gas|nuclear|reactors?|solar|fusion)\b(?! (?:power )?(?:deals?|contracts?))|\bgas-(?:fired|powered) (?:sites?|campus(?:es)?|data cent)/i,
);

const CURRENCIES: readonly { pattern: Pattern; currency: PlanOf<"find-deals">["currencies"][number] }[] = [
  { pattern: /\b(?:euros?|eur)\b|€(?!\s?\d)/i, currency: "EUR" },
  { pattern: /\b(?:(?:british )?pounds?(?: sterling)?|sterling|gbp)\b|£(?!\s?\d)/i, currency: "GBP" },
  { pattern: /\b(?:australian dollars?|aud)\b|\ba\$(?!\s?\d)/i, currency: "AUD" },
  { pattern: /\b(?:rupees?|inr)\b/i, currency: "INR" },
];
const FOREIGN =
  /\b(?:other than|not in|non-?|except|besides)[ -]?(?:us )?dollars?\b|\b(?:foreign|other) currenc(?:y|ies)\b/i;

/** "Priced in euros", "not in dollars": the currency of the money, where no amount has it. */
function currenciesIn(clause: Clause): PlanOf<"find-deals">["currencies"] {
  if (clause.take(FOREIGN)) return CURRENCIES.map(({ currency }) => currency);
  const found = CURRENCIES.filter(({ pattern }) => clause.take(pattern)).map(({ currency }) => currency);
  if (found.length > 0) clause.take(/\b(?:priced|denominated|quoted|stated|valued|currency)\b/i);
  return found;
}

/** "…, please? building an exposure table", "for the morning note: …": what the list is for. */
const withoutAsides = (text: string): string =>
  text
    // "(whole or units)" says of what it is meant, once more.
    .replace(/\([^()\d]{3,30}\)\W*$/, "")
    .replace(/^\W*(?:for|need|writing|building|doing|prepping|preparing|making)\b[^:?,]{0,60}[:]/i, "")
    .replace(
      /[?.!]\s+(?:i['’]?m |i am |we['’]?re |it['’]?s for |this is for )?(?:need\w*|for|writing|building|doing|prepp\w+|preparing|making|compiling|thanks?|thx|working)\b[^?]*$/i,
      "",
    );

/** "Trainium or TPU": either chip will do. */
const isEither = (text: string, chips: readonly string[]): boolean =>
  chips.length > 1 &&
  chips
    .slice(1)
    .every((chip, at) => new RegExp(String.raw`\b${chips[at]}\w*[\s,]*(?:\bor\b|/|,)\s*${chip}`, "i").test(text));

/** "Optical or networking": either of two words that are left over will do. */
function withAlternatives(text: string, left: readonly string[]): string[] {
  let out = [...left];
  for (const [, a = "", b = ""] of text.matchAll(/\b([a-z][\w-]+)(?: or |, or |\/| and\/or )([a-z][\w-]+)\b/gi)) {
    const [first] = contentWords(a);
    const [second] = contentWords(b);
    if (!first || !second || !out.includes(first) || !out.includes(second)) continue;
    out = out.filter((word) => word !== second).map((word) => (word === first ? `${first}|${second}` : word));
  }
  return out;
}

/** Who sells bonds is an issuer of debt, who takes a loan a borrower: a list of either is told by these. */
function moneyOf(clause: Clause, parts: Parts, dealKinds: readonly DealKind[]): FigureOf[] {
  // Whoever sells a bond issues it, and supplies nothing.
  const sold = (["roles", "otherRoles"] as const).find((of) => parts[of].includes("supplier"));
  if (dealKinds.includes("financing") && sold && /\bbonds?\b/i.test(clause.taken)) {
    parts[sold] = ["issuer"];
    return ["debt"];
  }
  if (!dealKinds.includes("financing") || parts.roles.length + parts.otherRoles.length > 0) return [];
  if (RAISINGS.test(clause.taken)) {
    parts.roles = ["issuer", "borrower"];
    return [];
  }
  // "Loans or bonds" are of either.
  const told = DEBTS.filter(({ pattern }) => pattern.test(clause.taken));
  if (told.length === 0) return [];
  parts.roles = [...new Set(told.flatMap(({ roles }) => roles))];
  return ["debt"];
}
const RAISINGS = gated(/\b(?:fund-?)?(?:raisings?|raises)\b/i);
const DEBTS: readonly { pattern: Pattern; roles: readonly PartyRole[] }[] = [
  { pattern: /\bbonds?\b/i, roles: ["issuer"] },
  { pattern: /\b(?:loans?|credit (?:lines?|facilit(?:y|ies)))\b/i, roles: ["borrower", "lender"] },
];

/** "Nvidia's investments" are those in which it invests, unless they are said to be in it. */
function investorsOf({ question, names, library }: Reading, parts: Parts, dealKinds: readonly DealKind[]): void {
  const [org] = parts.parties;
  if (!org || parts.roles.length + parts.otherRoles.length > 0 || !dealKinds.includes("investment")) return;
  const mention = names.mentions.find(({ refs }) => refs.some((ref) => ref.type === "org" && ref.id === org));
  if (!mention) return;
  const whose =
    /^['’]s?\b/.test(question.slice(mention.end)) || /['’]s?$/.test(question.slice(mention.start, mention.end));
  if (!whose && /\b(?:in|into|of|for|to)\s+(?:the )?$/i.test(question.slice(0, mention.start))) return;
  if (!/\b(?:investments?|pledges?|stakes?|bets?|equity deals?)\b/i.test(question)) return;
  const invests = (library.dealsOf.get(org) ?? []).some((deal) =>
    deal.parties.some((party) => party.org === org && INVESTS.includes(party.role)),
  );
  if (invests) parts.roles = [...INVESTS];
}
/** "All leases above 200 MW", "Meta's leases": whatever somebody lets to somebody, and nothing else that a customer pays for. */
function leasesOf(reading: Reading, parts: Parts, dealKinds: readonly DealKind[]): void {
  const { parties, among, roles, otherRoles, ofKinds, otherKinds } = parts;
  const open = [parties, among, roles, otherRoles, ofKinds, otherKinds, dealKinds].every(({ length }) => length === 0);
  const theirs = parties.length === 1 && roles.includes("tenant") && LEASES.test(reading.question);
  if (theirs) parts.otherRoles = [];
  if (theirs || (open && listHead(reading)?.noun === "leases")) parts.roles = ["tenant", "landlord"];
}
/** Things, and not what somebody does. */
const LEASES = gated(
  /(?:['’]s?|\b(?:are|is|were|list|which|what|all|the|of|any|other|its|their|show|how many))\s+(?:[a-z-]+\s+)?leases\b(?!\s+(?:from|to|an?|its|space|land)\b)|^(?:\W*(?:all|signed|every)\b)*\s*(?!what|which|who|how)(?:[\w.&-]+ ){0,2}leases(?:\W*$| (?:signed|held|by|of)\b)/i,
);
const INVESTS: readonly PartyRole[] = ["investor", "buyer", "developer"];

/** Whether anything but words narrows. */
export const narrows = (found: Constraints): boolean =>
  found.parties.length + found.among.length + found.alongside.length + found.without.length > 0 ||
  found.dealKinds.length + found.statuses.length + found.places.length + found.outside.length > 0 ||
  found.otherKinds.length +
    found.otherRoles.length +
    found.ofKinds.length +
    found.withoutKinds.length +
    found.having.length +
    found.currencies.length >
    0 ||
  found.otherSort !== "" ||
  found.chip !== "" ||
  [found.otherCountry, found.country, found.since, found.until, found.programme].some((one) => one !== null);

/** The programme that is named, be it within the name of one of its parts: "Stargate sites". */
export function programmeIn({ names, question, library }: Reading): string | null {
  for (const { refs, start, end } of names.mentions) {
    const named = refs.find((ref) => ref.type === "deal");
    if (!named) continue;
    if ((library.partsOf.get(named.id)?.length ?? 0) > 0) return named.id;
    const written = ` ${words(question.slice(start, end)).join(" ")} `;
    for (const [whole] of library.partsOf) {
      const name = words(library.deals.get(whole)?.name ?? "").join(" ");
      if (name !== "" && written.startsWith(` ${name} `)) return whole;
    }
  }
  return null;
}

/** "The Stargate sites announced in September 2025": they were announced together, as a part of the whole that has parts itself. */
function groupOfTime(reading: Reading): string | null {
  const { dates, library, question } = reading;
  const said = dates.since;
  const whole = said && said === dates.until && SITES_TOGETHER.test(question) ? programmeIn(reading) : null;
  const groups = whole ? (library.partsOf.get(whole) ?? []) : [];
  const then = groups.filter(
    ({ id, events }) => (library.partsOf.get(id)?.length ?? 0) > 1 && events[0]?.date.startsWith(said ?? "-"),
  );
  return then.length === 1 ? (then[0]?.id ?? null) : null;
}
/** "The five Stargate sites from September 2025": the month is that of the group which is named, whenever each site became known. */
function isOfItsTime({ dates, library, names }: Reading, programme: string): boolean {
  const said = dates.mentioned.length === 1 ? dates.mentioned[0] : undefined;
  const deal = library.deals.get(programme);
  return (
    said !== undefined &&
    said.length > 4 &&
    names.deals.includes(programme) &&
    deal?.events[0]?.date.startsWith(said) === true
  );
}
const SITES_TOGETHER = gated(
  /\b(?:sites|campuses|locations)\b.{0,40}\b(?:announced|named|unveiled|added|revealed|of|from|in)\b/i,
);

function orgMentions(mentions: readonly Mention[]): OrgMention[] {
  return mentions.flatMap(({ refs, start, end }) => {
    const org = refs.find((ref) => ref.type === "org");
    return org ? [{ id: org.id, start, end }] : [];
  });
}

const EXCEPT =
  /\b(?:neither|outside(?: of)?|exclud\w+|except(?: for)?|other than|besides|apart from|aside from|not counting|leaving (?:out|aside)|ignoring|without|but not|not (?:involving|including|with|by)|(?:that|which) (?:do|does)(?:n't| not) (?:involve|include)|(?:that|which) (?:isn't|aren't|is not|are not)(?: with| by| from)?|that's not|minus|not in|beyond|ex)(?: (?:in|with|by|from|at|for|of))?(?: the| any)?\s+/i;

const NON = /\bnon[- ]$/i;

/** What can be left out by its name. */
const WITH_PARTS: ReadonlySet<string> = new Set(["org", "place", "deal", "person", "metric"]);

/** The names right behind a word that leaves out, as far as only commas and the like stand between them. */
function excludedOf(clause: Clause, mentions: readonly Mention[]): Mention[] {
  // "Non-Nvidia chips".
  const out = mentions.filter(
    ({ start, refs }) => NON.test(clause.text.slice(0, start)) && refs.some(({ type }) => WITH_PARTS.has(type)),
  );
  for (const { start, end } of out) clause.blank(start - "non-".length, end);
  for (let match = EXCEPT.exec(clause.text); match; match = EXCEPT.exec(clause.text)) {
    let at = match.index + match[0].length;
    const first = out.length;
    for (const mention of mentions) {
      if (mention.start < at - 1 || !mention.refs.some(({ type }) => WITH_PARTS.has(type))) continue;
      if (!/^[\s,/&]*(?:(?:and|or|nor|the)\b[\s,]*)*$/i.test(clause.text.slice(at, mention.start))) break;
      out.push(mention);
      at = mention.end;
    }
    if (out.length === first) return out;
    clause.blank(match.index, at);
  }
  return out;
}
function timeOf(reading: Reading): { since: string | null; until: string | null } {
  const { dates, question } = reading;
  if (dates.since || dates.until) {
    // "Deals from October 2025" came in that month.
    if (dates.since && !dates.until && OF_THEN.test(question)) return { since: dates.since, until: dates.since };
    const said = dates.spans.map(({ start, end }) => question.slice(start, end)).join(" ");
    return {
      // A month or a year after which something came is over by then.
      since: dates.since && /^after\b/i.test(said) ? after(dates.since) : dates.since,
      until: dates.until && /^before\b/i.test(said) ? before(dates.until) : dates.until,
    };
  }
  if (dates.asOf) return { since: null, until: null };
  if (dates.lately) return { since: dates.lately.since, until: dates.lately.until };
  // "Meta's 2026 chip agreements": a year that stands alone before a noun is when they were made.
  const year =
    /\b(20[12]\d)(?: (?!gw|mw|target|capex|revenue)[a-z-]+){0,3} (?:deals?|contracts?|agreements?|acquisitions?|investments?|rounds?|sites?|loans?|bonds?|leases?|orders?)\b/i.exec(
      question,
    )?.[1];
  // "The biggest deals of 2026": a date that stands alone is when they were made.
  const [only] = dates.mentioned;
  const alone = dates.mentioned.length === 1 && only !== undefined && only <= reading.library.completeTo ? only : null;
  return { since: year ?? alone, until: year ?? alone };
}

const OF_THEN = gated(
  /\b(?:deals|contracts|agreements|ones|rounds|investments|acquisitions|leases|loans|bonds)\s+from\s+(?:[a-z]+ )?20\d\d\b(?! on\b| onwards?\b)/i,
);

/** "Cancelled in 2026": what came about then is the status, not the deal. */
const isOfStatus = ({ question }: Reading, statuses: readonly Status[]): boolean =>
  statuses.length > 0 &&
  statuses.every((status) => COMES_ABOUT.has(status)) &&
  !/\b(?:announced|unveiled|struck|signed)\b/i.test(question);
const COMES_ABOUT: ReadonlySet<Status> = new Set([
  "cancelled",
  "lapsed",
  "superseded",
  "paused",
  "completed",
  "operational",
]);

type Sizes = Pick<Constraints, "minUsd" | "maxUsd" | "minGw" | "maxGw" | "beyond">;
const BELOW =
  /(?:\b(?:under|below|less than|smaller than|at most|up to|cheaper than|no (?:more|larger|bigger) than|not (?:more|over)(?: than)?|fewer than|short of|within|capped at|lower than|maximum(?: of)?|max|sub)[\s-]*|[<≤]=?\s*)(?:about |roughly )?$/i;
/** The bound itself is not meant. */
const BEYOND =
  /(?:\b(?:over|above|more than|(?:bigger|larger|greater|higher) than|exceed\w*|in excess of|north of|upwards? of|beyond|beat\w*|topp\w+|tops|under|below|(?:less|smaller|cheaper|fewer|lower) than|short of|sub)[\s-]*|[<>]\s*)(?:about |roughly )?$/i;
/** "No more than" holds the bound itself. */
const INCLUSIVE = gated(/\b(?:no|not) (?:more|less|larger|bigger|over)(?: than)?\s*$/i);

function sizesOf({ question, quantities }: Reading): Sizes {
  const of = (unit: string): { min: number | null; max: number | null } => {
    const found = quantities.filter(({ quantity, perGw }) => quantity.unit === unit && !perGw);
    const [first, second] = found;
    if (!first) return { min: null, max: null };
    const between = /\bbetween\s*$/i.test(question.slice(0, first.start));
    if (between && second) return { min: first.quantity.low, max: second.quantity.high };
    if (between && first.quantity.high > first.quantity.low)
      return { min: first.quantity.low, max: first.quantity.high };
    if (EXACTLY.test(question.slice(0, first.start)) && !second)
      return { min: first.quantity.low, max: first.quantity.high };
    if (PUT_IN.test(question.slice(0, first.start)) && first.quantity.qualifier === "exact" && !second)
      return { min: first.quantity.low, max: first.quantity.high };
    return isBelow(question, first) ? { min: null, max: first.quantity.low } : { min: first.quantity.low, max: null };
  };
  const [usd, gw] = [of("USD"), of("GW")];
  // "Gigawatt-scale" is a bound in words.
  if (gw.min === null && gw.max === null && /\b(?:gigawatt|gw)-(?:scale|class|plus|sized?)\b/i.test(question))
    gw.min = 1;
  const beyond = quantities.some(({ start }) => {
    const before = question.slice(0, start);
    return BEYOND.test(before) && !INCLUSIVE.test(before);
  });
  return { minUsd: usd.min, maxUsd: usd.max, minGw: gw.min, maxGw: gw.max, beyond };
}
/** "Where did it invest $2B": that amount, and not what is larger. */
const PUT_IN =
  /\b(?:invest(?:s|ed|ing)?|b(?:uy|uys|uying|ought)|put(?:s|ting)?|paid|pays?|took|takes?|lent|lends?|borrowed|raised)\s*$/i;
const EXACTLY = gated(/\b(?:exactly|precisely|of just|was|were|equal(?:s|led)?(?: to)?)\s*$/i);
const isBelow = (question: string, found: FoundQuantity): boolean =>
  BELOW.test(question.slice(0, found.start)) ||
  /^\s*(?:or (?:less|under|below|fewer|smaller))\b/i.test(question.slice(found.end));
