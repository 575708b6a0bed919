/**
 * Whether a sentence of the records says yes or no to a question: it has all that is asked about, by whom it is asked, and either
 * denies it or not. Where the sentence hedges, speaks of something else too, or has the parties the other way round, it is left to speak
 * for itself.
 */

import type { Deal } from "../../knowledge/schema.ts";
import { gated } from "../knowledge/gated.ts";
import type { Library } from "../knowledge/library.ts";
import { hasIt, predicateIn } from "../knowledge/predicate.ts";
import { isFiller, plainly } from "../knowledge/question-words.ts";
import { orgName } from "../knowledge/resolve.ts";
import { sensesOf } from "../knowledge/synonyms.ts";
import type { Words } from "../knowledge/word-sets.ts";
import { contentRoots } from "../knowledge/words.ts";

export type Whether = "Yes. " | "No. " | "";

/** `said`: one sentence, without the name of the deal and the day before it. */
export function whetherSaid(library: Library, deal: Deal, question: string, said: string): Whether {
  const asks = LED.exec(question)?.[1]?.toLowerCase();
  if (asks === undefined || ELSE.test(question)) return "";
  const title = new Set(contentRoots(deal.name));
  const named = new Set(orgsIn(library, question).flatMap((org) => contentRoots(orgName(library, org))));
  const telling = contentRoots(plainly(question)).filter(
    (word) => !isFiller(word) && !title.has(word) && !named.has(word),
  );
  // One part of the sentence has all of it: "it pays for the buildings; the chips are bought by Oracle" tells of no chips that it pays.
  const part = said.split(PARTS).find((one) => {
    const own = wordsOf(one);
    return telling.every((word) => hasIt(own, word) || OPEN.test(word));
  });
  if (part === undefined || !telling.some((word) => !OPEN.test(word)) || HEDGED.test(part)) return "";
  if (!MAY.test(asks) && (AHEAD.test(part) || (PAST.test(asks) && LATER.test(part)))) return "";
  // A word of like sense will do for what the deed is done to, and not for the deed.
  const predicate = predicateIn(library, question);
  const own = wordsOf(part);
  if (predicate === null ? !telling.every((word) => own.exact.has(word) || OPEN.test(word)) : !own.exact.has(predicate))
    return "";
  if (!agree(library, deal, question, part) || !ALL.every((all) => !all.test(question) || all.test(part))) return "";
  const denied = DENIAL.exec(part)?.[0];
  if (denied === undefined) return "Yes. ";
  const within = wordsOf(denied.replace(/\bnon-/gi, ""));
  return telling.some((word) => hasIt(within, word)) ? "No. " : "Yes. ";
}

/** Words that say nothing of what is asked. */
const OPEN = /^(?:deal|alreadi|capac|thing|stuff|anyth|ye|current|actual)$/;
const PARTS = /;|,? (?:but|while|whereas|although|though) /;
const PAST = gated(/^(?:did|has|have|had|was|were)$/);
/** A day to come, or one from which something is to be. */
const LATER = /\b(?:from|by|in|until|to) (?:the |late |early |mid-?)?(?:[\w-]+ ){0,3}20(?:2[6-9]|[3-9]\d)\b/i;

const LED =
  /^(?:\W*(?:so|and|but|ok|hey|hi|wait|well|then|,)\b,? *)*(is|are|was|were|do|does|did|has|have|had|can|could|may|will|would)\b/i;
/** Of two that are offered neither is a yes, and a question that denies is answered either way. */
const ELSE =
  /\bor\b|n['’]t\b|\b(?:not|never|no|why|how|what|which|who|when|where|near|close|call\w*|sa(?:y|ys|id)|describe\w*)\b/i;
const MAY = gated(/^(?:can|could|may|will|would)$/);
/** What is not so yet. */
const AHEAD =
  /\b(?:may|might|could|would|will|can|plan(?:s|ned)?|expect\w*|intend\w*|aims?|hopes?|propos\w+|wants?|is to|are to|was to|were to|to be|ha(?:s|ve) yet|options?|if|unless|until|seek\w*|consider\w*)\b/i;
/** What somebody else says, or some say and others do not. */
const HEDGED = gated(
  /\b(?:some|others?|another|discuss\w*|gave up|giv(?:es|en) up|stop\w*|drop\w*|whether|not known|unknown|unclear|refus\w+|declin\w+|reject\w+|fail\w*|disput\w+|den(?:y|ies|ied)|wrong|reported(?:ly)?|talks?|rumou?r\w*|allegedly|apparently|partly|not only|no later|not before|no more than|nearly|almost|except|however|according)\b/i,
);
/** What is said of all, of none but one, or of now is so only where the sentence says that too. */
const ALL: readonly RegExp[] = [
  /\b(?:all|every|each|entire\w*|whol\w+|fully|complete\w*)\b/i,
  /\b(?:only|solely|just|alone|exclusive\w*|sole)\b/i,
  /\b(?:both)\b/i,
  /\b(?:first|initial)\b/i,
  /\b(?:second|next)\b/i,
];
/** From the word that denies to where its part of the sentence ends. */
const DENIAL =
  /\b(?:not|no|never|neither|nor|without|none|nobody|nothing|cannot|un(?:secured|signed|disclosed|paid|named)|non-\w+)\b[^.;:,]*/i;

const wordsOf = (text: string): Words => {
  const roots = contentRoots(text);
  return { exact: new Set(roots), senses: new Set(roots.flatMap(sensesOf)) };
};

const orgsIn = (library: Library, text: string): string[] =>
  library.names.find(text).flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "org" ? [id] : [])));

/** Whoever is named in the question and does not give the deal its name is named in the sentence; whoever acts in the one acts in the other. */
function agree(library: Library, deal: Deal, question: string, said: string): boolean {
  const [asked, told] = [orgsIn(library, question), orgsIn(library, said)];
  if (asked.some((org) => !told.includes(org) && !deal.name.includes(orgName(library, org)))) return false;
  if (new Set(told).size < 2) return true;
  const [actor, teller] = [actorOf(library, question), actorOf(library, said)];
  return actor === null || teller === null || actor === teller || !told.includes(actor);
}

/** Who acts: behind "by" where there is one, else whoever is named first. */
function actorOf(library: Library, text: string): string | null {
  const by = /\b(?:is|are|was|were|been|be|being|get|gets|got)\b.{1,40}\bby (.+)/i.exec(text)?.[1];
  return orgsIn(library, by ?? text)[0] ?? null;
}
