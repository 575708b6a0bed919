/** One thing asked of one deal: the deal by names or from the conversation, the attribute by the words of the question. */
import type { Deal } from "../../../knowledge/schema.ts";
import { findPassages } from "../../knowledge/passages.ts";
import { contentWords } from "../../knowledge/words.ts";
import type { PlanInput } from "../plan.ts";
import { GENERIC, HISTORY } from "./asks.ts";
import { ASKS } from "./attributes.ts";
import { bySentence } from "./by-sentence.ts";
import { chooseDeal } from "./choose-deal.ts";
import { POINTS_BACK } from "./conversation.ts";
import { noLink, noSuchDeal, unknownName } from "./no-such.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { unknownNames } from "./unknown-names.ts";
import { settle } from "./which-deal.ts";

export const subject: ReadRule = {
  name: "subject",
  read(reading) {
    const { question, names, conversation, library } = reading;
    const strange = unknownNames(reading);
    if (strange[0]) return unknownName(reading, strange[0]);
    if (names.deals.length === 0 && names.orgs.length === 0 && !onlySite(reading)) {
      const back = conversation.deal ? library.deals.get(conversation.deal) : undefined;
      if (back && (POINTS_BACK.test(question) || question.split(" ").length <= 7)) return ask(reading, back);
      return bySentence(reading, (deal) => ask(reading, deal));
    }
    // "and amd?" asks the same of another deal: with the other party of the last one where the two have a deal.
    const [first, ...others] = followed(reading) ?? chooseDeal(reading);
    if (!first) return noSuchDeal(reading);
    const denied = noLink(reading, first.deal);
    if (denied) return denied;
    const settled = settle(reading, [first, ...others]);
    return "deal" in settled ? ask(reading, settled.deal) : settled.plan;
  },
};

/** "is the norway site dead": a place names a deal where the question speaks of a site. */
const onlySite = ({ names, question }: Reading): boolean =>
  names.places.length > 0 &&
  /\b(?:sites?|campus|data cent(?:er|re)|project|lease|stargate|deal|plant|build|facility)\b/i.test(question);

function ask(reading: Reading, deal: Deal): PlanInput {
  const { question, dates, names, conversation } = reading;
  const short = question.split(" ").length <= 6 && /^(?:and|what about|how about)\b/i.test(question);
  const found = HISTORY.test(question)
    ? { attribute: "history" as const }
    : ASKS.find((entry) => entry.pattern.test(question));
  const before = conversation.plan?.kind === "show-figure" && short ? conversation.plan : null;
  const topic = contentWords(question)
    .filter((word) => !/^[$€£]?\d/.test(word) && word.length > 1 && !wordsOf(reading, deal).has(word))
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
