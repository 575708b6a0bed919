/** One thing asked of one deal: the deal by names or from the conversation, the attribute by the words of the question. */
import type { Deal } from "../../../knowledge/schema.ts";
import { findPassages } from "../../knowledge/passages.ts";
import { family, nearestDeals, type RankedDeal } from "../../knowledge/resolve.ts";
import { contentWords, words } from "../../knowledge/words.ts";
import type { PlanInput } from "../plan.ts";
import { ASKS, GENERIC, HISTORY } from "./asks.ts";
import { chooseDeal } from "./choose-deal.ts";
import { POINTS_BACK } from "./conversation.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { unknownNames } from "./unknown-names.ts";

/** So near that the question must be put back: sooner where only one organisation is named. */
const NEAR_TIE = { one: 0.95, more: 0.97 };

export const subject: ReadRule = {
  name: "subject",
  read(reading) {
    const { question, names, conversation, library } = reading;
    const named = names.deals.length > 0 || names.orgs.length > 0 || onlySite(reading);
    const strange = unknownNames(reading);
    if (strange.length > 0) return unknown(reading, strange[0] ?? "");
    if (!named) {
      const back = conversation.deal ? library.deals.get(conversation.deal) : undefined;
      if (back && (POINTS_BACK.test(question) || question.split(" ").length <= 4)) return ask(reading, back);
      return bySentence(reading);
    }
    // "and amd?" asks the same of another deal: with the other party of the last one where the two have a deal.
    const ranked = followed(reading) ?? chooseDeal(reading);
    const [first] = ranked;
    if (!first) return noSuchDeal(reading);
    const stranger = partyWithoutPart(reading, first.deal);
    if (stranger) return noLink(reading, stranger, first.deal);
    const tied = tiedWith(ranked, names.orgs.length > 1 ? NEAR_TIE.more : NEAR_TIE.one);
    if (tied.length > 1 && names.deals.length !== 1) {
      const near = tied.slice(0, 4);
      const told = tellingDeal(reading, near);
      if (told) return ask(reading, told);
      return covers(reading, near) ? which(reading, near) : uncovered(question, near);
    }
    return ask(reading, tied[0] ?? first.deal);
  },
};

/** Deals about as likely as the first; a part of another of them is not asked for apart. */
function tiedWith(ranked: readonly RankedDeal[], share: number): Deal[] {
  const best = ranked[0]?.score ?? 0;
  const tied = ranked.filter((entry) => entry.score >= best * share).map((entry) => entry.deal);
  const ids = new Set(tied.map((deal) => deal.id));
  return tied.filter((deal) => !deal.part_of.some((id) => ids.has(id)));
}

/** "is the norway site dead": a place names a deal where the question speaks of a site. */
const onlySite = ({ names, question }: Reading): boolean =>
  names.places.length > 0 &&
  /\b(?:sites?|campus|data cent(?:er|re)|project|lease|stargate|deal|plant|build|facility)\b/i.test(question);

const which = ({ question, dates }: Reading, deals: readonly Deal[]): PlanInput => ({
  kind: "choose-deal",
  deals: deals.map((deal) => deal.id),
  about: question.slice(0, 200),
  asOf: dates.asOf,
});

const uncovered = (question: string, deals: readonly Deal[]): PlanInput => ({
  kind: "decline",
  reason: "undisclosed",
  about: question.slice(0, 200),
  near: deals.slice(0, 3).map((deal) => deal.id),
});

/** The one of these deals whose sentences have clearly more of the words that tell what is asked. */
function tellingDeal({ library, names }: Reading, deals: readonly Deal[]): Deal | null {
  const telling = names.rest.filter((word) => !GENERIC.has(word)).join(" ");
  const scored = deals
    .map((deal) => ({ deal, found: findPassages(library, telling, new Set([`deal:${deal.id}`]), 1)[0] }))
    .sort((a, b) => (b.found?.score ?? 0) - (a.found?.score ?? 0));
  const [first, second] = scored;
  return first?.found && first.found.coverage >= 0.5 && first.found.score > (second?.found?.score ?? 0) * 1.4
    ? first.deal
    : null;
}

/** Whether some sentence of these deals has the words that tell what is asked. */
function covers({ library, names, question }: Reading, deals: readonly Deal[]): boolean {
  const telling = names.rest.filter((word) => !GENERIC.has(word));
  if (telling.length === 0 || ASKS.find((entry) => entry.pattern.test(question))?.attribute === "value") return true;
  const records = new Set(deals.map((deal) => `deal:${deal.id}`));
  return (findPassages(library, telling.join(" "), records, 1)[0]?.coverage ?? 0) >= 0.5;
}

/** An organisation that the question puts into a deal it has no part in: "when did xAI take over Stargate". */
function partyWithoutPart({ library, names }: Reading, deal: Deal): string | null {
  if (names.deals.length === 0) return null;
  const parties = deal.parties.map((party) => party.org);
  for (const org of names.orgs) {
    const group = family(library, org);
    if (parties.some((party) => group.has(party) || family(library, party).has(org))) continue;
    const known = library.organisations.get(org);
    const told = [known?.name ?? org, ...(known?.aliases ?? [])].some((name) =>
      library.textOf(deal).includes(` ${words(name).join(" ")} `),
    );
    if (!told) return org;
  }
  return null;
}

const noLink = ({ library }: Reading, org: string, deal: Deal): PlanInput => ({
  kind: "decline",
  reason: "no-link",
  about: `${library.organisations.get(org)?.name ?? org} with ${deal.name}`,
  near: [deal.id],
});

function ask(reading: Reading, deal: Deal): PlanInput {
  const { question, dates, names, conversation } = reading;
  const short = question.split(" ").length <= 6 && /^(?:and|what about|how about)\b/i.test(question);
  const found = HISTORY.test(question)
    ? { attribute: "history" as const }
    : ASKS.find((entry) => entry.pattern.test(question));
  const before = conversation.plan?.kind === "show-figure" && short ? conversation.plan : null;
  const topic = contentWords(question)
    .filter((word) => !wordsOf(reading, deal).has(word))
    .join(" ")
    .slice(0, 400);
  if (before && !found) return { ...before, subject: deal.id, topic: topic || before.topic };
  if (found)
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: found.attribute,
      topic,
      form: "form" in found ? found.form : "open",
      asOf: dates.asOf,
    };
  const telling = contentWords(topic).filter((word) => !GENERIC.has(word));
  if (telling.length === 0) return { kind: "show-deal", deal: deal.id, asOf: dates.asOf };
  const covered = findPassages(reading.library, telling.join(" "), new Set([`deal:${deal.id}`]), 1)[0];
  const about =
    /^(?:what(?:'s| is| are)|tell me about|who is|show|describe|explain)\b/i.test(question) && names.deals.length > 0;
  if (about && telling.length <= 1 && !covered) return { kind: "show-deal", deal: deal.id, asOf: dates.asOf };
  return { kind: "show-figure", subject: deal.id, attribute: "fact", topic: telling.join(" "), asOf: dates.asOf };
}

/** The words by which the question named the deal. */
function wordsOf({ library, names }: Reading, deal: Deal): ReadonlySet<string> {
  const orgs = deal.parties.map((party) => library.organisations.get(party.org)?.name ?? "");
  const said = names.mentions
    .filter((mention) => mention.refs.some((ref) => ref.type === "org" || (ref.type === "deal" && ref.id === deal.id)))
    .map((mention) => mention.name);
  return new Set(contentWords([...orgs, ...said].join(" ")));
}

function followed(reading: Reading) {
  const { names, conversation, library, question } = reading;
  const last = conversation.deal ? library.deals.get(conversation.deal) : undefined;
  if (!last || names.orgs.length !== 1 || names.deals.length > 0 || question.split(" ").length > 5) return null;
  for (const { org } of last.parties) {
    if (names.orgs.includes(org)) continue;
    const ranked = chooseDeal({ ...reading, names: { ...names, orgs: [...names.orgs, org] } });
    if (ranked.length > 0) return ranked;
  }
  return null;
}

/** No name, but perhaps a sentence of the records covers what was asked. */
function bySentence(reading: Reading): PlanInput | null {
  const { library, names, dates, question } = reading;
  const telling = names.rest.filter((word) => !GENERIC.has(word));
  if (telling.length < 2) return outside(question);
  const best = findPassages(library, telling.join(" "), null, 1)[0];
  if (!best || best.coverage < 0.75) return outside(question);
  const { record } = best.passage;
  const deal = record.type === "deal" ? library.deals.get(record.id) : undefined;
  if (deal) return ask(reading, deal);
  if (record.type === "topic")
    return { kind: "show-topic", topic: record.id, words: telling.join(" "), asOf: dates.asOf };
  return record.type === "metric"
    ? { kind: "show-metric", metric: record.id, words: telling.join(" "), asOf: dates.asOf }
    : outside(question);
}

const FIELD =
  /\b(?:deals?|data cent(?:er|re)s?|gpus?|chips?|gigawatts?|gw|cloud|compute|ai|capex|invest\w*|power|stargate|infrastructure)\b/i;
const outside = (question: string): PlanInput => ({
  kind: "decline",
  reason: FIELD.test(question) ? "not-understood" : "out-of-scope",
  about: question.slice(0, 200),
});

function unknown({ library, names, asOf }: Reading, name: string): PlanInput {
  const near =
    names.orgs.length + names.deals.length > 0
      ? chooseNear(library, names.deals, names.orgs, asOf)
      : nearestDeals(library, name, 3).map((deal) => deal.id);
  return { kind: "decline", reason: "unknown-name", about: name, near: near.slice(0, 3) };
}

function chooseNear(
  library: Reading["library"],
  deals: readonly string[],
  orgs: readonly string[],
  _asOf: string,
): string[] {
  return [...deals, ...orgs.flatMap((org) => (library.dealsOf.get(org) ?? []).slice(-3).map((deal) => deal.id))];
}

function noSuchDeal(reading: Reading): PlanInput {
  const { names, library } = reading;
  const about = names.orgs.map((id) => library.organisations.get(id)?.name ?? id).join(" and ");
  return {
    kind: "decline",
    reason: "unknown-name",
    about: `a deal between ${about}`,
    near: chooseNear(library, [], names.orgs, reading.asOf).slice(0, 3),
  };
}
