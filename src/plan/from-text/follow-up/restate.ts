/**
 * "And amd?", "no, the Texas one", "in Q1 2026?": a question that only changes one thing is put in full, as the last one with
 * that thing in its place, and read as such.
 */

import type { Deal } from "../../../../knowledge/schema.ts";
import { outlineOn, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Library } from "../../../knowledge/library.ts";
import type { Mention, Ref } from "../../../knowledge/names.ts";
import { placesOf } from "../../../knowledge/names.ts";
import { family, orgName, readNames } from "../../../knowledge/resolve.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import { findDates } from "../../dates.ts";
import type { Attribute, Plan } from "../../plan.ts";
import { findQuantities } from "../../quantities.ts";
import type { Reading } from "../reading.ts";
import { attributeAsked } from "../what-is-asked.ts";
import { bareOf, namesOnly, SLOTS } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { GETS } from "./gets-asked.ts";
import { asLast, bearsName, isOfKind, isSurely } from "./of-like-kind.ts";
import { familyHasPart } from "./parts-in.ts";
import { timeIn, withoutTimes, withTime, withTimeCounted } from "./time-said.ts";
import { OF_ITS_OWN } from "./turn-to-party.ts";

export type Restated = { asked: string; plan: Plan };

const MAX_WORDS = 10;
/** More ways to put it than these are not tried. */
const MOST = 8;

/** Null where the question stands alone, or where no way to put it in full is read as one. */
export function restate(reading: Reading): Restated | null {
  const { conversation } = reading;
  if (!conversation.plan || !conversation.asked) return null;
  let second: Restated | null = null;
  for (const asked of waysToPut(reading, conversation.asked).slice(0, MOST)) {
    const plan = rereadOf(reading, asked);
    if (!plan || leavesTheTable(reading, plan) || isTallyAfterDeal(reading, plan) || !isOfNamed(reading, plan))
      continue;
    const restated = { asked, plan: asLast(reading, plan) };
    if (isSurely(reading, plan)) return restated;
    second ??= restated;
  }
  // A company's figure is no answer after a deal, where there is a deal of the same kind with whom is named.
  return second === null || !isSurely(reading, second.plan) ? (withWhomNamed(reading) ?? second) : second;
}

/** "And Microsoft's?" after a deal is no figure of several companies. */
const isTallyAfterDeal = (reading: Reading, plan: Plan): boolean =>
  plan.kind === "show-metric" &&
  dealOnTable(reading) !== null &&
  reading.conversation.plan?.kind !== "show-metric" &&
  (reading.library.metrics.get(plan.metric)?.subjects.length ?? 0) > 1;

/** "And Lordstown" after a site in Texas: the deal that is named, or one at the place. */
function isOfNamed(reading: Reading, plan: Plan): boolean {
  const { library, question } = reading;
  const { deals, places, orgs } = readNames(library, bareOf(question).text);
  const deal = library.deals.get(
    plan.kind === "show-figure" ? plan.subject : plan.kind === "show-deal" ? plan.deal : "",
  );
  if (!deal || orgs.length > 0) return true;
  const isNamed = deals.some((id) => id === deal.id || deal.part_of.includes(id));
  const isThere = deal.sites.some((site) => placesOf(site).some((place) => places.includes(place)));
  return (deals.length === 0 && (places.length === 0 || deal.sites.length === 0)) || isNamed || isThere;
}

/** "How much of it goes to OpenAI" is of the deal on the table, or of a part of it, and of no other one with whom is named. */
function leavesTheTable(reading: Reading, plan: Plan): boolean {
  const deal = dealOnTable(reading);
  if (!deal || plan.kind !== "show-figure" || !OF_IT.test(reading.question)) return false;
  const other = reading.library.deals.get(plan.subject);
  const tied = (a: Deal, b: Deal) => [...a.part_of, ...a.financed_by, ...a.related].includes(b.id);
  return other !== undefined && other.id !== deal.id && !tied(other, deal) && !tied(deal, other);
}
const OF_IT = /\bhow (?:much|many) of (?:it|that|this|those|them)\b/i;

/** "Lambda?", "what about Corning?": the deal of whom is named and a party of the last one, of its kind. */
function withWhomNamed(reading: Reading): Restated | null {
  const { library, conversation, asOf, question } = reading;
  const { plan } = conversation;
  const last = dealOnTable(reading);
  const { text } = bareOf(question);
  const names = readNames(library, text);
  const [org, ...more] = names.orgs;
  if (!last || !org || more.length + names.deals.length + names.places.length > 0) return null;
  if ((plan?.kind !== "show-figure" && plan?.kind !== "show-deal") || !namesOnly(text, names, [])) return null;
  if (last.parties.some((party) => family(library, org).has(party.org))) return null;
  const alike = (library.dealsOf.get(org) ?? []).filter(
    (other) =>
      other.kind === last.kind &&
      other.parties.some(
        (party) => party.org !== org && last.parties.some((own) => own.org === party.org && own.role === party.role),
      ),
  );
  const same = alike.filter((other) => other.part_of.some((id) => last.part_of.includes(id)));
  const [only, ...others] = same.length > 0 ? same : alike;
  if (!only || others.length > 0) return null;
  const attribute = plan.kind === "show-figure" && AGAIN.has(plan.attribute) ? plan.attribute : "value";
  const full: Plan = {
    kind: "show-figure",
    subject: only.id,
    attribute,
    topic: "",
    figure: null,
    also: [],
    form: "open",
    asOf: null,
  };
  return stateOn(only, asOf) === null ? null : { asked: `how much is ${only.name}`, plan: asLast(reading, full) };
}
const AGAIN: ReadonlySet<Attribute> = new Set(["value", "capacity", "valuation", "status", "parties", "term", "stake"]);

/**
 * The plan of a text in full, of the kind that was asked for. A day that told the old deal apart chooses no sentence of the new
 * one, and where there is none of that day it is left out.
 */
function rereadOf(reading: Reading, asked: string): Plan | null {
  const { conversation, question, reread } = reading;
  const last = conversation.plan;
  const plan = reread(asked, last?.kind === "evaluate");
  const fits = isOfKind(reading, plan);
  const ofDeal = (last?.kind === "show-figure" || last?.kind === "show-deal") && last.asOf === null;
  const bare = ofDeal && timeIn(question) === null ? withoutTimes(asked) : asked;
  if (bare === asked || (fits && (plan.kind !== "show-figure" || plan.asOf !== null))) return fits ? plan : null;
  const other = reread(bare);
  if (fits)
    return other.kind === "show-figure" && plan.kind === "show-figure" && other.subject === plan.subject ? other : plan;
  return isOfKind(reading, other) ? other : null;
}

/** The question with the record that it leaves out: what a later one can change. */
export function inFull(reading: Reading): string {
  const { question, names, library, conversation } = reading;
  const [way] = conversation.asked ? waysToPut(reading, conversation.asked) : [];
  if (way) return way;
  if (names.orgs.length + names.deals.length + names.places.length > 0) return bareOf(question).text || question;
  const deal = conversation.deal === null ? undefined : library.deals.get(conversation.deal);
  return deal && !ONLY_WHOM.test(question) ? question : (conversation.asked ?? question);
}
/** "From whom?": who else was in what was asked about, which is still spoken of. */
const ONLY_WHOM = gated(
  /^\W*(?:(?:and|so|but|ok) )*(?:(?:from|to|by|with|for|of) who(?:m|se)?|who(?:m)? (?:from|to|by|with))[\s?!.]*$/i,
);

/** The texts that the question may stand for in full; none where it stands alone. */
export function waysToPut(reading: Reading, asked: string): string[] {
  const { question, library } = reading;
  if (question.split(/\s+/).length > MAX_WORDS) return [];
  const { text: bare, leads, corrects } = bareOf(question);
  const text = withTimeCounted(bare, asked);
  const names = readNames(library, text);
  const deal = dealOnTable(reading);
  if (GETS.test(text) && deal && familyHasPart(reading, deal)) return [];
  // "How much of that is OpenAI" is of what was told, and no like question about them.
  if (PART_OF_IT.test(text)) return [];
  const them = WITH_THEM.exec(text);
  if (them && names.orgs.length === 1)
    return partnersOf(reading, names.orgs[0] ?? "").map((name) => text.replace(WITH_THEM, `$1 ${name}`));
  const dates = findDates(text, reading.asOf);
  if (text === "" || !namesOnly(text, names, dates.spans) || asksOfItsOwn(reading, text)) return [];
  const mentions = names.mentions.filter(({ refs }) => refs.some(({ type }) => SLOTS.has(type)));
  // Who and with whom, and nothing that leads over: it stands alone.
  if (mentions.length > 1 && !leads && !corrects) return [];
  const when = timeIn(text);
  if (mentions.length === 0) return when ? [withTime(withSubject(reading, asked), when, text)] : [];
  const put =
    mentions.length === 1 ? withName(reading, asked, text, mentions) : [withNames(library, asked, text, mentions)];
  return when ? put.map((one) => withTime(one, when, text)) : put;
}

const PART_OF_IT = gated(/\bhow much of (?:it|that|this)\b/i);

/** "Can Google get out" after whether it is signed: another thing of the same deal. */
function asksOfItsOwn(reading: Reading, text: string): boolean {
  const { plan } = reading.conversation;
  const deal = dealOnTable(reading);
  const attribute = attributeAsked(text);
  if (!deal || plan?.kind !== "show-figure" || attribute === null || attribute === plan.attribute) return false;
  return OF_THE_DEAL.has(attribute) && familyHasPart(reading, deal);
}
const OF_THE_DEAL: ReadonlySet<Attribute> = new Set([...OF_ITS_OWN, "parties"]);
/** "Google's deal with them": with whom the last deal was, besides somebody like the one who is named. */
const WITH_THEM = /\b(with|from|to|for|by) (?:them|it|him)\b/i;
function partnersOf({ conversation, library }: Reading, org: string): string[] {
  const deal = library.deals.get(conversation.deal ?? "");
  const kinds = (id: string) => Number(library.organisations.get(id)?.kind === library.organisations.get(org)?.kind);
  const seller = (role: string) => Number(!SELLS.has(role));
  return (deal?.parties ?? [])
    .filter((party) => party.org !== org && haveDeal(library, org, party.org))
    .sort((a, b) => kinds(a.org) - kinds(b.org) || seller(a.role) - seller(b.role))
    .map((party) => orgName(library, party.org));
}
const SELLS: ReadonlySet<string> = new Set([
  "provider",
  "landlord",
  "supplier",
  "seller",
  "developer",
  "lender",
  "issuer",
  "target",
]);

/** Of whom the last question was, where it did not say. */
function withSubject({ conversation, library }: Reading, asked: string): string {
  const { mentions } = readNames(library, asked);
  if (mentions.some(({ refs }) => refs.some(({ type }) => SLOTS.has(type) || type === "metric"))) return asked;
  const metric = conversation.plan?.kind === "show-metric" ? library.metrics.get(conversation.plan.metric) : undefined;
  const deal = library.deals.get(conversation.deal ?? "");
  const named = deal?.parties.find((party) => deal.name.includes(orgName(library, party.org)));
  const org = metric?.subjects[0] ?? (named ?? deal?.parties[0])?.org;
  return org ? `${asked.replace(/[?.!\s]+$/, "")} ${orgName(library, org)}` : asked;
}

const said = (text: string, { start, end }: Pick<Mention, "start" | "end">): string => text.slice(start, end);
const has = ({ refs }: Mention, type: Ref["type"]): boolean => refs.some((ref) => ref.type === type);

/** The name in the place of one of the same kind, of the likest first; beside the question where it has none. */
function withName(reading: Reading, asked: string, text: string, [mention]: readonly Mention[]): string[] {
  if (!mention) return [];
  const { library } = reading;
  const name = said(text, mention);
  const old = readNames(library, asked).mentions.filter(({ refs }) => refs.some(({ type }) => SLOTS.has(type)));
  if (old.length === 0) return beside(reading, asked, name, mention);
  const out: string[] = [];
  const isObject = OBJECT.test(text.slice(0, mention.start));
  const fitness = (other: Mention): number =>
    likeness(library, other, mention) + (OBJECT.test(asked.slice(0, other.start)) === isObject ? ROLE : 0);
  for (const other of [...old].sort((a, b) => fitness(b) - fitness(a) || b.start - a.start)) {
    const whole = said(asked, other);
    if (other.refs.some(({ type, id }) => type === "deal" && id === reading.conversation.deal))
      out.push(
        ...[...placedAlike(reading, mention), ...calledAfter(reading, mention)].map(
          ({ name: own }) => asked.slice(0, other.start) + own + asked.slice(other.end),
        ),
      );
    out.push(
      ...insideName(library, whole, mention, name).map(
        (names) => asked.slice(0, other.start) + names + asked.slice(other.end),
      ),
    );
    out.push(
      ...withinDeal(reading, whole, other, mention).map(
        (names) => asked.slice(0, other.start) + names + asked.slice(other.end),
      ),
    );
    // "Stargate UAE" and "norway": the last word of a name may be what changes.
    const last = /^(.*\s)\S+$/.exec(whole)?.[1];
    out.push(asked.slice(0, other.start) + name + asked.slice(other.end));
    if (last && has(other, "deal")) out.push(asked.slice(0, other.start) + last + name + asked.slice(other.end));
  }
  // An amount is of the old one: "the oracle 300B contract" and "the amd one".
  const bare = out.map((one) =>
    findQuantities(one).reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), one),
  );
  const named = old.flatMap(({ refs }) => refs.map(({ id }) => orgName(library, id)));
  const org = mention.refs.find(({ type }) => type === "org")?.id ?? "";
  const partner = partnersOf(reading, org)
    .filter((other) => !named.includes(other))
    .slice(0, 1);
  // "In Anthropic's 65B round" after which others are asked for: of theirs the amount is another.
  const unbound = findQuantities(asked).some(({ start }) => !BOUND.test(asked.slice(0, start)));
  const first = reading.conversation.plan?.kind === "find-deals" && unbound ? bare : [];
  const ways = [...first, ...out, ...bare.flatMap((one) => partner.map((other) => `${one} ${other}`)), ...bare];
  return [...new Set(ways)].filter((one) => one !== asked);
}

const BOUND = /\b(?:over|above|more than|at least|under|below|less than|up to|between|than|from|to|least)\s*[$€£]?$/i;

/** "Amazon's India pledge" and "google's": within the name of a deal the organisation changes, the likest first. */
function insideName(library: Library, whole: string, mention: Mention, name: string): string[] {
  if (!mention.refs.some(({ type }) => type === "org")) return [];
  const parts = whole.split(/(\s+|[-–])/);
  return parts
    .flatMap((part, index) => {
      const [old] = readNames(library, part).mentions.filter(({ refs }) => refs.some(({ type }) => type === "org"));
      return old && parts.length > 1 ? [{ index, fit: likeness(library, old, mention) }] : [];
    })
    .sort((a, b) => b.fit - a.fit || a.index - b.index)
    .map(({ index }) => parts.map((part, at) => (at === index ? name : part)).join(""));
}

/** "The OpenAI Azure commitment" and "oracle's": of a deal that is named the party changes, and the other stays. */
function withinDeal({ library }: Reading, whole: string, old: Mention, mention: Mention): string[] {
  const org = mention.refs.find(({ type }) => type === "org")?.id;
  const deal = library.deals.get(old.refs.find(({ type }) => type === "deal")?.id ?? "");
  if (!org || !deal) return [];
  const kind = library.organisations.get(org)?.kind;
  const partners = deal.parties.filter(
    (party) =>
      party.org !== org && library.organisations.get(party.org)?.kind !== kind && haveDeal(library, org, party.org),
  );
  // "Investment", "commitment": what the deal is called beside its parties.
  const noun = whole.split(/\s+/).filter((word) => readNames(library, word).orgs.length === 0);
  return partners.slice(0, 1).map((party) => [orgName(library, org), orgName(library, party.org), ...noun].join(" "));
}

/** "And into Nokia?" takes the place of what something was put into. */
const OBJECT = /\b(?:in|into|to|with|from|for|by|at|on|of)\s+(?:the )?$/i;
const ROLE = 1.5;

/** How much a name is of the kind of another: an organisation of the same trade, a place, a deal. */
function likeness({ organisations }: Library, old: Mention, mention: Mention): number {
  const kindOf = ({ refs }: Mention) => organisations.get(refs.find(({ type }) => type === "org")?.id ?? "")?.kind;
  const types = ["org", "place", "deal"] as const;
  const shared = types.filter((type) => has(old, type) && has(mention, type)).length;
  return shared * 2 + Number(kindOf(old) !== undefined && kindOf(old) === kindOf(mention)) * 3;
}

/** The last question named nobody: the new name with who else is in the deal that was spoken of. */
function beside(reading: Reading, asked: string, name: string, mention: Mention): string[] {
  const { library, conversation } = reading;
  const deal = conversation.deal === null ? undefined : library.deals.get(conversation.deal);
  const org = mention.refs.find(({ type }) => type === "org")?.id;
  const both =
    org === undefined
      ? []
      : (deal?.parties ?? [])
          .filter(({ org: other }) => other !== org && haveDeal(library, org, other))
          .sort((a, b) => alike(library, deal, org, b.org) - alike(library, deal, org, a.org));
  return [
    ...placedAlike(reading, mention).map((other) => `${asked} ${other.name}`),
    ...calledAfter(reading, mention).map((other) => `${asked} ${other.name}`),
    ...both.slice(0, 2).map(({ org: other }) => `${asked} ${name} ${orgName(library, other)}`),
    `${asked} ${name}`,
  ];
}

/** "And the Indian one?" of Stargate Argentina: the only site there whose name begins as that of the last one does. */
function placedAlike({ library, conversation }: Reading, mention: Mention): readonly Deal[] {
  const deal = library.deals.get(conversation.deal ?? "");
  const places = mention.refs.flatMap(({ type, id }) => (type === "place" ? [id] : []));
  const [first = ""] = contentRoots(deal?.name ?? "");
  if (!deal || places.length === 0 || first === "") return [];
  const there = library.knowledge.deals.filter(
    (other) =>
      other.id !== deal.id &&
      other.kind === deal.kind &&
      other.sites.some((site) => placesOf(site).some((place) => places.includes(place))) &&
      contentRoots([other.name, ...other.aliases].join(" ")).includes(first),
  );
  return there.length === 1 ? there : [];
}

/** The only deal of the kind of the last one that is called after whom is named. */
function calledAfter({ library, conversation }: Reading, mention: Mention): readonly Deal[] {
  const deal = library.deals.get(conversation.deal ?? "");
  const org = mention.refs.find(({ type }) => type === "org")?.id;
  const own = org === undefined ? [] : (library.dealsOf.get(org) ?? []);
  const called = own.filter((other) => other.kind === deal?.kind && bearsName(library, other, org ?? ""));
  return called.length === 1 ? called : [];
}

/** How like the last deal one is that the two have: of its kind, and with money of the same kind. */
function alike({ dealsOf, completeTo }: Library, last: Deal | undefined, a: string, b: string): number {
  const moneyOf = (deal: Deal) => outlineOn(deal, completeTo)?.money?.figure;
  const own = last && moneyOf(last);
  return Math.max(
    0,
    ...(dealsOf.get(a) ?? []).map((deal) => {
      if (deal.kind !== last?.kind || !deal.parties.some(({ org }) => org === b)) return 0;
      const money = moneyOf(deal);
      return 1 + Number(money !== undefined && money.of === own?.of && money.per === own.per);
    }),
  );
}

const haveDeal = (library: Library, a: string, b: string): boolean =>
  (library.dealsOf.get(a) ?? []).some((deal) => deal.parties.some(({ org }) => family(library, b).has(org)));

/** Several names take the place of all that there were. */
function withNames(library: Library, asked: string, text: string, mentions: readonly Mention[]): string {
  let left = asked;
  for (const { start, end, refs } of [...readNames(library, asked).mentions].reverse())
    if (refs.some(({ type }) => SLOTS.has(type))) left = `${left.slice(0, start)} ${left.slice(end)}`;
  return `${left} ${mentions.map((mention) => said(text, mention)).join(" ")}`.replace(/\s+/g, " ");
}
