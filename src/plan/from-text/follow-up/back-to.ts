/**
 * "Back to Google: how many chips?", "the first one again: is it closed?", "and the Microsoft one's length?" after both stood
 * side by side: a record of this conversation that is not the last one.
 */

import type { Deal } from "../../../../knowledge/schema.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { placesOf } from "../../../knowledge/names.ts";
import { family, orgName, readNames } from "../../../knowledge/resolve.ts";
import type { Plan } from "../../plan.ts";
import type { Conversation } from "../conversation.ts";
import type { Reading } from "../reading.ts";
import { bareOf, namesOnly, SLOTS } from "./elliptic.ts";
import { bearsName } from "./of-like-kind.ts";

export type Returned = { question: string; conversation: Conversation };

const MAX_WORDS = 10;
const BACK =
  /^(?:(?:ok(?:ay)?|so|and|now)\b[\s,]*)*(?:(?:going |go |let['’]?s go )?back to|return(?:ing)? to|as for|on)\b\s*/i;
const AGAIN = gated(/\bagain\b/i);
/** "The first one", "the earlier deal". */
const EARLIER = gated(/\b(?:the )?(first|earlier|previous|other) (?:one|deal|contract|lease|site|loan|round)\b/i);
/** Nouns behind the name of a deal that is named by a party. */
const NOUN = `(?:['’]s)?(?: (?:one|deal|contract|agreement|lease|loan|bonds?|investment|stake|site|campus|project|plan|round))?(?:['’]s)?`;

/** The question without the name, asked of the record that it returns to; null where it does not, or not surely to one. */
export function backTo(reading: Reading): Returned | null {
  const { question, conversation, names, quantities } = reading;
  if (!conversation.plan || quantities.length > 0 || question.split(/\s+/).length > MAX_WORDS) return null;
  // "The Google ones" are several.
  if (names.deals.length + names.people.length > 0 || /\bones\b/i.test(question)) return null;
  const all = new Set([...(conversation.deals ?? []), ...(conversation.beside ?? [])]);
  const deals = [...all].flatMap((id) => reading.library.deals.get(id) ?? []);
  const isBack = BACK.test(question) || AGAIN.test(question);
  const place = isBack ? EARLIER.exec(question)?.[1]?.toLowerCase() : undefined;
  if (place !== undefined) {
    const listed = conversation.list ? reading.library.deals.get(conversation.beside?.[0] ?? "") : undefined;
    const deal = place === "first" ? (listed ?? deals.at(-1)) : deals[1];
    return deal && deals.length > 1 ? asked(reading, deal, question.replace(EARLIER, " ")) : null;
  }
  const among = isBack ? deals : besides(reading, deals);
  const nth = isBack ? null : inPlace(reading);
  if (nth) return asked(reading, nth.deal, nth.question);
  const meant = bestNamed(
    reading,
    among.filter((deal) => isNamed(reading, deal)),
  );
  const [first, ...others] = meant;
  if (!first || names.orgs.length + names.places.length === 0) return null;
  // Of those that stood side by side only one may be meant; what is returned to was spoken of last.
  if (!isBack && (others.length > 0 || among.length < 2)) return null;
  const keeps = hasFiguresOf(reading, first) || WHETHER.test(question);
  return asked(reading, first, keeps && !ONE.test(question) ? question : withoutNames(reading));
}

/** "When was the second one signed" after a list: the record in that place, and the question about it. */
function inPlace(reading: Reading): { deal: Deal; question: string } | null {
  const { conversation, question, names, library } = reading;
  const pattern = PLACE.test(question) ? PLACE : PLACE_ALONE;
  const said = pattern.exec(question);
  const compared = conversation.plan?.kind === "compare" || conversation.plan?.kind === "compare-figures";
  if (!said || !(conversation.list || compared) || names.mentions.length > 0) return null;
  if (conversation.plan?.kind === "find-deals" && !ASKS.test(question)) return null;
  const beside = conversation.beside ?? [];
  const at = said[1] ? PLACES.indexOf(said[1].toLowerCase()) % 5 : beside.length - 1;
  // Of a longer list the last is not known here.
  const id = !said[1] && beside.length >= FULL ? undefined : beside[at];
  const deal = library.deals.get(id ?? "");
  return deal ? { deal, question: question.replace(pattern, (whole) => (/['’]s$/.test(whole) ? "its" : "it")) } : null;
}
const PLACE = gated(
  /\b(?:the )?(?:(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)|last)(?: one| deal| contract| lease| site| on (?:the|that) list)(?:['’]s)?(?! (?:phase|tranche))/i,
);
/** "When does the second end", "and the first?". */
const PLACE_ALONE = gated(
  /\b(?:the )(first|second|third|fourth|fifth)(?=\s+(?:ends?|starts?|begins?|runs?|expires?|clos(?:es?|ed)|worth|signed|announced|costs?|due|is|was|go|use)\b|[\s?.!]*$)/i,
);
const PLACES = ["first", "second", "third", "fourth", "fifth", "1st", "2nd", "3rd", "4th", "5th"];
/** As many as a conversation keeps of a list. */
const FULL = 8;

/** Of several that somebody has a part in the one is meant that is called after them. */
function bestNamed({ names, library }: Reading, deals: readonly Deal[]): readonly Deal[] {
  const called = deals.filter((deal) => names.orgs.every((org) => bearsName(library, deal, org)));
  return called.length > 0 ? called : deals;
}

/** The records that the last comparison set side by side. */
function besides({ conversation }: Reading, deals: readonly Deal[]): readonly Deal[] {
  const sides = new Set(conversation.beside ?? []);
  return deals.filter(({ id }) => sides.has(id));
}

const isNamed = ({ names, library }: Reading, deal: Deal): boolean =>
  names.orgs.every((org) => deal.parties.some((party) => family(library, org).has(party.org))) &&
  names.places.every((place) => deal.sites.some((site) => placesOf(site).includes(place)));

/** "Can Google leave" is no question without who may. */
const WHETHER = /^(?:(?:and|so|but)\b[\s,]*)*(?:can|could|may|does|do|did|will|would|has|have)\b/i;
const ONE = gated(/\bone\b/i);

/** A figure of the record is that of whom the question names: "Vistra's capacity". */
function hasFiguresOf({ names, library, asOf }: Reading, deal: Deal): boolean {
  const called = names.orgs.map((org) => orgName(library, org));
  const labels = stateOn(deal, asOf)?.figures.map(({ figure }) => figure.label) ?? [];
  return labels.some((label) => called.some((name) => label.includes(name)));
}

function withoutNames({ question, library }: Reading): string {
  let left = question;
  const mentions = readNames(library, question).mentions.filter(({ refs }) =>
    refs.every(({ type }) => SLOTS.has(type)),
  );
  for (const { start, end } of [...mentions].reverse()) {
    const behind = new RegExp(`^${NOUN}`, "i").exec(left.slice(end))?.[0] ?? "";
    const [before, rest] = [left.slice(0, start), left.slice(end + behind.length)];
    // "When did the Norwegian one lapse" asks when it lapsed.
    const within = ONE.test(behind) && /\w\s+the$/i.test(bareOf(before).text);
    left = within ? `${before.replace(/\bthe $/i, "it")}${rest}` : `${before} ${rest}`;
  }
  return left;
}

function asked(reading: Reading, deal: Deal, text: string): Returned {
  const { conversation, library } = reading;
  const left = text
    .replace(BACK, " ")
    .replace(AGAIN, " ")
    .replace(/\b(?:the|at|of|for|with|in|on|by|from|to)\s*(?=[?:,.!]|$)/gi, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s:,.;–-]+/, "")
    .trim();
  const { text: bare } = bareOf(left);
  const nothing = !ASKS.test(bare) && namesOnly(bare, readNames(library, bare), []);
  const last = conversation.asked ?? "";
  const question = nothing ? withoutNamesIn(library, last) : left;
  const plan: Plan = { kind: "show-deal", deal: deal.id, view: "card", asOf: null };
  return {
    question: question || deal.name,
    conversation: {
      ...conversation,
      deal: deal.id,
      plan,
      asked: question,
      beside: [],
      shown: shownOf(conversation, deal),
    },
  };
}

/** Amounts of the others are not what "per year" of this one is worked out of. */
const shownOf = ({ shown = [] }: Conversation, { id }: Deal): Conversation["shown"] =>
  shown.filter((turn) => turn.some(({ record }) => record?.id === id));

const ASKS = /\b(?:how|what|when|who|whose|where|which|why|is|are|was|were|does|do|did|has|have|will)\b/i;

const withoutNamesIn = (library: Reading["library"], question: string): string =>
  withoutNames({ question, library } as Reading)
    .replace(/\s+/g, " ")
    .trim();
