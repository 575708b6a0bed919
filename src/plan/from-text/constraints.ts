/**
 * What a question narrows a list of deals by. Each part is taken from the text as it is read, so that what is left over is
 * known: words that the records have narrow by text, and the others are told to the reader.
 */
import type { DealKind, FigureOf, OrgKind, PartyRole, Status } from "../../../knowledge/schema.ts";
import { countryName } from "../../doc/say-place.ts";
import type { Library } from "../../knowledge/library.ts";
import type { Mention } from "../../knowledge/names.ts";
import { isWeak } from "../../knowledge/question-words.ts";
import { contentWords, words } from "../../knowledge/words.ts";
import type { FoundQuantity } from "../quantities.ts";
import { DEAL_KINDS, STATUSES } from "./asks.ts";
import { chipsIn } from "./chip-words.ts";
import { GROUPS, NOUNS, VERBS } from "./org-roles.ts";
import { ADJECTIVES, REGIONS } from "./places.ts";
import type { Reading } from "./reading.ts";

export type Constraints = {
  parties: string[];
  roles: PartyRole[];
  alongside: string[];
  among: string[];
  without: string[];
  otherKinds: OrgKind[];
  otherRoles: PartyRole[];
  dealKinds: DealKind[];
  statuses: Status[];
  measure: FigureOf[];
  since: string | null;
  until: string | null;
  minUsd: number | null;
  maxUsd: number | null;
  minGw: number | null;
  maxGw: number | null;
  country: string | null;
  places: string[];
  outside: string[];
  programme: string | null;
  chip: string;
  /** Words that are left over. */
  rest: string[];
};

/** The text, from which each part is taken once. What is taken leaves a gap of the same length. */
class Clause {
  text: string;
  constructor(text: string) {
    this.text = text;
  }
  take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.text);
    if (match) this.blank(match.index, match.index + match[0].length);
    return match;
  }
  blank(start: number, end: number): void {
    this.text = this.text.slice(0, start) + " ".repeat(end - start) + this.text.slice(end);
  }
}

const SELLS_CHIPS =
  /\b(?:suppl\w+|sell\w*|sold|provid\w+)\b.{0,20}\b(?:chips?|gpus?|accelerators?)\b|\b(?:chips?|gpus?|accelerators?) (?:suppl\w+|vendors?)\b/i;
const COMMITMENT = /\b(?:commitments?|pledges?|promises?)\b/i;
type OrgMention = { id: string; start: number; end: number };

export function readConstraints(reading: Reading): Constraints {
  const { names, dates, quantities, library } = reading;
  const clause = new Clause(reading.question);
  for (const { start, end } of [...dates.spans, ...quantities]) clause.blank(start, end);
  const orgs = orgMentions(names.mentions);
  const excluded = excludedOf(clause, names.mentions);
  const without = excluded.flatMap(({ refs }) => refs.filter((ref) => ref.type === "org").map((ref) => ref.id));
  const placed = whereIn(clause, reading, excluded);
  const included = orgs.filter((org) => !without.includes(org.id));
  const statuses = statusesIn(clause);
  const parts = partsOf(clause, library, included);
  for (const { start, end } of names.mentions.filter((mention) =>
    mention.refs.some((ref) => ref.type !== "topic" && ref.type !== "term" && ref.type !== "rate"),
  ))
    clause.blank(start, end);
  const chip = chipsIn(clause.text, library);
  const fuels = FUELS.flatMap(({ pattern, word }) => (clause.take(pattern) ? [word] : []));
  const { dealKinds, measure } = kindsIn(clause, parts, fuels.length > 0);
  const named = parts.parties.length === 1 && parts.roles.length === 0 && parts.otherRoles.length === 0;
  // What somebody commits to is what it pays; whose bond or loan it is borrows it.
  if (named && COMMITMENT.test(reading.question)) {
    parts.roles = ["customer", "tenant", "investor", "buyer", "off-taker", "operator", "developer"];
    if (measure.length === 0 && dealKinds.length === 0) measure.push("contract", "investment", "equity", "acquisition");
  } else if (named && measure[0] === "debt") parts.roles = ["issuer", "borrower"];
  // Who sells chips is asked of the makers of chips, not of whoever sells something.
  if (parts.otherRoles.includes("supplier") && parts.otherKinds.length === 0 && SELLS_CHIPS.test(reading.question))
    parts.otherKinds = ["chips"];
  if (parts.roles.includes("buyer") && measure[0] === "equity") {
    parts.roles.push("investor");
    if (parts.otherRoles.length > 0) parts.otherRoles.push("issuer");
  }
  return {
    ...parts,
    without: [...new Set(without)],
    dealKinds,
    statuses,
    measure,
    ...timeOf(reading),
    ...sizesOf(reading),
    ...placed,
    programme: programmeIn(reading),
    chip: chip.join(" "),
    rest: [
      ...fuels,
      ...contentWords(clause.text).filter(
        (word) =>
          !PLAIN.has(word) && !isWeak(word) && !chip.includes(word) && word.length > 2 && !/^[$€£]?\d/.test(word),
      ),
    ],
  };
}

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

function orgMentions(mentions: readonly Mention[]): OrgMention[] {
  return mentions.flatMap(({ refs, start, end }) => {
    const org = refs.find((ref) => ref.type === "org");
    return org ? [{ id: org.id, start, end }] : [];
  });
}

const EXCEPT =
  /\b(?:outside(?: of)?|exclud\w+|except(?: for)?|other than|besides|apart from|aside from|not counting|leaving (?:out|aside)|ignoring|without|but not|not (?:involving|including|with|by)|(?:that|which) (?:do|does)(?:n't| not) (?:involve|include)|(?:that|which) (?:isn't|aren't|is not|are not)(?: with| by| from)?|that's not|minus|not in|beyond|ex)(?: the| any)?\s+/i;

/** The names right behind a word that leaves out, as far as only commas and the like stand between them. */
function excludedOf(clause: Clause, mentions: readonly Mention[]): Mention[] {
  const out: Mention[] = [];
  for (let match = EXCEPT.exec(clause.text); match; match = EXCEPT.exec(clause.text)) {
    let at = match.index + match[0].length;
    const first = out.length;
    for (const mention of mentions) {
      if (mention.start < at - 1) continue;
      if (!/^[\s,/&]*(?:(?:and|or|nor|the)\b[\s,]*)*$/i.test(clause.text.slice(at, mention.start))) break;
      out.push(mention);
      at = mention.end;
    }
    if (out.length === first && !NOT_HERE.test(clause.text.slice(match.index))) return out;
    // Places are read from the same words afterwards.
    if (out.length > first) clause.blank(match.index, at);
    else return out;
  }
  return out;
}
const NOT_HERE = /^$/;

const ABROAD =
  /\b(?:outside(?: of)?|not in|beyond|except(?: for)? in|other than in)\s+(?:the )?(united states|u\.?s\.?a?\.?|america|states)(?![a-z])|\b(?:abroad|overseas|international(?:ly)?|foreign|non-us)\b/i;
const HOME =
  /\b(?:in|across|within) (?:the )?(?:us|usa|united states|u\.s\.|america|states)\b|\b(?:US|U\.S\.|american|domestic)(?= (?:\w+ )?(?:sites?|campus(?:es)?|data|projects?|deals?|stargate))/;

type Where = { country: string | null; places: string[]; outside: string[] };

function whereIn(clause: Clause, { names, library }: Reading, excluded: readonly Mention[]): Where {
  const us = countryName("US");
  const outside = excluded.flatMap(({ refs }) => refs.filter((ref) => ref.type === "place").map((ref) => ref.id));
  if (clause.take(ABROAD)) outside.push(us);
  const codes: string[] = [];
  for (const { pattern, countries } of REGIONS) if (clause.take(pattern)) codes.push(...countries);
  for (const { pattern, country } of ADJECTIVES) if (clause.take(pattern)) codes.push(country);
  if (outside.length === 0 && clause.take(HOME)) codes.push("US");
  const named = names.mentions.flatMap((mention) => {
    const place = mention.refs.find((ref) => ref.type === "place");
    if (!place || excluded.includes(mention) || mention.refs.some((ref) => ref.type === "org")) return [];
    clause.blank(mention.start, mention.end);
    return outside.includes(place.id) ? [] : [place.id];
  });
  const one = codes.length === 1 && named.length === 0 ? codes[0] : countryNamed(library, named);
  if (one) return { country: one, places: [], outside };
  return { country: null, places: [...named, ...codes.map(countryName)], outside };
}

/** The code where the one place named is a country. */
function countryNamed(library: Library, named: readonly string[]): string | null {
  const [only] = named;
  if (only === undefined || named.length > 1) return null;
  for (const deal of library.deals.values())
    for (const site of deal.sites) if (countryName(site.country) === only) return site.country;
  return null;
}

type Parts = Pick<Constraints, "parties" | "roles" | "alongside" | "among" | "otherKinds" | "otherRoles">;

/** Who is named, in which role, and who else is asked for. */
function partsOf(clause: Clause, library: Library, orgs: readonly OrgMention[]): Parts {
  const otherKinds: OrgKind[] = [];
  for (const { pattern, kinds } of GROUPS) {
    const found = clause.text.match(pattern);
    if (!found) continue;
    otherKinds.push(...kinds);
    // "Chip suppliers" also says what they do.
    if (!/suppl|vendor/i.test(found[0])) clause.take(pattern);
  }
  const ids = [...new Set(orgs.map((org) => org.id))];
  const { main, among } = alternatives(clause.text, library, ids, orgs);
  const acting = inRole(clause, orgs, main);
  const parties = acting ? [acting.org] : main.slice(0, 1);
  return {
    parties: parties.filter((id) => !among.includes(id)),
    roles: [...(acting?.roles ?? [])],
    alongside: main.filter((id) => !parties.includes(id) && !among.includes(id)).slice(0, 4),
    among: among.slice(0, 8),
    otherKinds: [...new Set(otherKinds)].slice(0, 6),
    otherRoles: [...new Set(acting?.others ?? [])],
  };
}

/** "Of Intel, Nokia and CoreWeave …": organisations of which each deal has one, beside one that all have. */
function alternatives(
  text: string,
  library: Library,
  ids: readonly string[],
  orgs: readonly OrgMention[],
): { main: string[]; among: string[] } {
  if (ids.length < 2) return { main: [...ids], among: [] };
  const linked = (a: string, b: string) =>
    (library.dealsOf.get(a) ?? []).some((deal) => deal.parties.some((party) => party.org === b));
  const all = (library.dealsOf.get(ids[0] ?? "") ?? []).some((deal) =>
    ids.every((id) => deal.parties.some((party) => party.org === id)),
  );
  const either = orgs.some((org, index) => {
    const next = orgs[index + 1];
    return next !== undefined && /^[\s,]*(?:or|\/|vs\.?)\s*(?:with |by |the )?$/i.test(text.slice(org.end, next.start));
  });
  if (ids.length === 2) return either ? { main: [], among: [...ids] } : { main: [...ids], among: [] };
  if (all && !either) return { main: [...ids], among: [] };
  const hub = ids.find((id) => ids.every((other) => other === id || linked(id, other)));
  return hub === undefined ? { main: [], among: [...ids] } : { main: [hub], among: ids.filter((id) => id !== hub) };
}

type Acting = { org: string; roles: readonly PartyRole[]; others: readonly PartyRole[] };

function inRole(clause: Clause, orgs: readonly OrgMention[], main: readonly string[]): Acting | null {
  const usable = orgs.filter((org) => main.includes(org.id));
  const nearest = (from: OrgMention[]) => from.sort((a, b) => b.end - a.end)[0];
  for (const { pattern, own, other } of NOUNS) {
    const match = pattern.exec(clause.text);
    if (!match) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const before = nearest(usable.filter((org) => org.end <= start));
    const after = usable.find((org) => org.start >= end);
    // "Where Oracle is the tenant", "Google acting as guarantor": the role is its own.
    const is =
      before &&
      /^\s*(?:is|are|was|were|as|acts?|acting|being|\s|an?|the|only|main|also|as)*\s*$/i.test(
        clause.text.slice(before.end, start),
      );
    const says =
      before &&
      (/\b(?:is|are|was|were|as|acting|acts)\b/i.test(clause.text.slice(before.end, start)) ||
        /\b(?:is|are|was|were)\s*$/i.test(clause.text.slice(0, before.start)));
    clause.take(pattern);
    if (before && is && says) return { org: before.id, roles: own, others: [] };
    // "OpenAI's suppliers", "suppliers of Anthropic": the role is the others'.
    const whose = before ?? after;
    if (whose) return { org: whose.id, roles: other, others: own };
    return { org: "", roles: own, others: [] };
  }
  for (const { pattern, doer, done } of VERBS) {
    const match = pattern.exec(clause.text);
    if (!match) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const passive = usable.find((org) => org.start >= end && /^\s*by\s+$/i.test(clause.text.slice(end, org.start)));
    const before = nearest(usable.filter((org) => org.end <= start));
    const after = usable.find((org) => org.start >= end);
    clause.take(pattern);
    if (passive) return { org: passive.id, roles: doer, others: [] };
    if (before) return { org: before.id, roles: doer, others: done };
    if (after) return { org: after.id, roles: done, others: doer };
    return null;
  }
  return null;
}

const OVER: readonly Status[] = ["cancelled", "lapsed", "superseded"];
const FIRM: readonly Status[] = ["definitive", "under-construction", "operational", "completed"];
const SOFT: readonly Status[] = ["rumoured", "announced", "letter-of-intent"];
export const LIVE: readonly Status[] = [...SOFT, ...FIRM, "paused"];

function statusesIn(clause: Clause): Status[] {
  if (
    clause.take(
      /\b(?:not|isn't|aren't|hasn't been|haven't been|never)(?: yet| been| actually)* (?:cancell?ed|dead|dropped|scrapped|abandoned|lapsed|over)\b|\bstill (?:alive|on|standing|live|going|in force)\b/i,
    )
  )
    return [...LIVE];
  if (
    clause.take(
      /\b(?:unsigned|not (?:yet |actually |been )*(?:signed|binding|firm|final(?:i[sz]ed)?)|(?:isn't|aren't|hasn't been|haven't been) (?:yet )?(?:signed|binding|firm)|non-?binding|without a (?:signed|binding) contract)\b/i,
    )
  )
    return [...SOFT];
  const found: Status[] = [];
  const denied: Status[] = [];
  for (const { pattern, statuses } of STATUSES) {
    for (let match = pattern.exec(clause.text); match; match = pattern.exec(clause.text)) {
      const meant = statuses.includes("definitive") ? FIRM : statuses;
      (DENIED.test(clause.text.slice(0, match.index)) ? denied : found).push(...meant);
      clause.blank(match.index, match.index + match[0].length);
    }
  }
  // "Not yet under construction": whatever else stands.
  if (denied.length > 0 && found.length === 0)
    return LIVE.filter((status) => !denied.includes(status) && !(status === "operational" || status === "completed"));
  if (clause.take(/\b(?:collapsed|ended|died|called off|killed|axed|fell apart)\b/i)) found.push(...OVER);
  return [...new Set(found)];
}

const DENIED = /(?:\bnot|\bnever|n['’]t)(?: yet| been| actually| still| currently)*\s*$/i;

/** The kind of deal, and the kind of figure that orders them. */
function kindsIn(
  clause: Clause,
  { otherRoles, roles }: Parts,
  energy: boolean,
): { dealKinds: DealKind[]; measure: FigureOf[] } {
  const measure =
    (
      MEASURES.find((entry) => clause.take(entry.pattern)) ??
      NOUN_MEASURES.find((entry) => entry.pattern.test(clause.text))
    )?.measure ?? [];
  if (energy) return { dealKinds: ["energy"], measure: [...measure] };
  const kinds = DEAL_KINDS.find((entry) => entry.pattern.test(clause.text));
  if (kinds) clause.take(kinds.pattern);
  // Who has which role says more than a noun: Nvidia's stakes are also in rounds, and a lease may be any kind of deal.
  const said = otherRoles.length > 0 && roles.length > 0;
  return { dealKinds: kinds && !(said && kinds.loose) ? [...kinds.kinds] : [], measure: [...measure] };
}

/** What makes the power, by the words that the records have. */
const FUELS: readonly { pattern: RegExp; word: string }[] = [
  { pattern: /\b(?:nuclear(?: (?:fission|power))?|reactors?|fission|atomic|smrs?)\b/i, word: "nuclear|reactor" },
  { pattern: /\bfusion\b/i, word: "fusion" },
  {
    pattern:
      /\b(?:natural )?gas(?:[- ]fired)?(?= (?:power |turbines? |plants? )?(?:deals?|contracts?|projects?|plants?|turbines?))/i,
    word: "gas",
  },
  { pattern: /\b(?:solar|renewables?|wind power)\b/i, word: "solar" },
];

/** Nouns that say which money is meant: the largest loan is the one that lends most. */
const NOUN_MEASURES: readonly { pattern: RegExp; measure: readonly FigureOf[] }[] = [
  { pattern: /\b(?:loans?|bonds?|debt|borrow\w*|lend\w*|credit (?:lines?|facilit\w+))\b/i, measure: ["debt"] },
  { pattern: /\b(?:rounds?|raises?|raised|stakes?|che(?:que|ck)s?|equity)\b/i, measure: ["equity"] },
  { pattern: /\b(?:acquisitions?|takeovers?|buyouts?)\b/i, measure: ["acquisition"] },
];
const MEASURES: readonly { pattern: RegExp; measure: readonly FigureOf[] }[] = [
  { pattern: /\b(?:valuations?|valued(?: at)?|post-?money|(?:most |least )valuable)\b/i, measure: ["valuation"] },
  { pattern: /\b(?:longest|shortest)\b|\bby (?:term|length|duration)\b/i, measure: ["term"] },
  { pattern: /\b(?:per month|a month|monthly|each month)\b/i, measure: ["fee"] },
  { pattern: /\b(?:guarantees?|backstops?)\b(?= by|$)/i, measure: ["guarantee"] },
];

function timeOf(reading: Reading): { since: string | null; until: string | null } {
  const { dates, question } = reading;
  if (dates.since || dates.until || dates.asOf) return { since: dates.since, until: dates.until };
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

type Sizes = Pick<Constraints, "minUsd" | "maxUsd" | "minGw" | "maxGw">;
const BELOW =
  /\b(?:under|below|less than|smaller than|at most|up to|cheaper than|no more than|fewer than)\s*(?:about |roughly )?$/i;

function sizesOf({ question, quantities }: Reading): Sizes {
  const of = (unit: string): { min: number | null; max: number | null } => {
    const found = quantities.filter(({ quantity, perGw }) => quantity.unit === unit && !perGw);
    const [first, second] = found;
    if (!first) return { min: null, max: null };
    const between = /\bbetween\s*$/i.test(question.slice(0, first.start));
    if (between && second) return { min: first.quantity.low, max: second.quantity.high };
    if (between && first.quantity.high > first.quantity.low)
      return { min: first.quantity.low, max: first.quantity.high };
    return isBelow(question, first) ? { min: null, max: first.quantity.low } : { min: first.quantity.low, max: null };
  };
  const [usd, gw] = [of("USD"), of("GW")];
  return { minUsd: usd.min, maxUsd: usd.max, minGw: gw.min, maxGw: gw.max };
}
const isBelow = (question: string, found: FoundQuantity): boolean =>
  BELOW.test(question.slice(0, found.start)) ||
  /^\s*(?:or (?:less|under|below|fewer|smaller))\b/i.test(question.slice(found.end));

/** Words of such questions that narrow nothing. */
const PLAIN = new Set(
  contentWords(
    "deal deals contract contracts agreement agreements arrangement lease leases loan loans commitment commitments order orders pledge pledges project projects transaction transactions package packages partnership tie-up tie-ups thing things stuff company companies firm firms name names named list lists rank ranked ranking top biggest bigger largest larger highest higher most expensive smallest lowest least cheapest newest latest recent oldest earliest first second third fourth fifth next order single one two three four five ten one ones only just among every each given own giving both above below over under than more less bigger larger number landed land involve involves involved involving include includes including concern concerning related feature featuring mention everything anything something anybody everybody somebody someone somebody's else please thanks can could you me us we know have record records recorded book books file knowledge database so far currently today now right still already ever dollar dollars usd money amount value worth size big large capacity gigawatt gigawatts gw mw megawatts power planned announced sign signed signing made make did done strike struck agree agreed reached with whom whose where which what who side act acts acting take taken taken took hold holds get got give gives pay pays paying paid owe owes commit committed promise promised pledged fat fattest huge major key main different several various total compute computing cloud ai infrastructure data center centre centers centres chip chips gpu gpus supply reported reportedly disclosed public known plan plans planned set up built building build come came use uses using used run runs running look looking quick full whole complete entire table slide note memo need names only fine just em them those these kind kinds sort type raise raised raising headline figure figures by term terms year years since during between until across around world globally anywhere exist exists going happening there".replaceAll(
      "'s",
      "",
    ),
  ),
);
