/**
 * What a question by yes or no, or for who, says of its subject: "did Crusoe SUE Oracle", "are the bonds RATED", "who POLLUTED
 * Memphis". Names and nouns stand in many sentences of a record; only one that has this word as well answers.
 */
import { gated } from "./gated.ts";
import type { Library } from "./library.ts";
import { isEveryday, isFiller, plainly } from "./question-words.ts";
import { statementsOf } from "./statements.ts";
import { sensesOf } from "./synonyms.ts";
import type { Words } from "./word-sets.ts";
import { isStop, root } from "./words.ts";

const LEAD = String.raw`^(?:\W*(?:so|and|but|ok|hey|wait|well|then),? )*`;
const BE = new RegExp(`${LEAD}(?:is|are|was|were)(?:n['’]?t)? `, "i");
const DO = new RegExp(`${LEAD}(?:do|does|did|has|have|had|can|could|will|would|must|should|may)(?:n['’]?t)? `, "i");
const WHO = gated(
  /\bwho(?:['’]?s|['’]d|['’]ll)? (?:(?:is|are|was|were|has|have|had|will|would|did|does|do|can|could|else|all|the|a|an|been|being|going|to|actually|really|first|originally|still|now|currently)(?: |$))*/i,
);
/** Where a second part of the sentence begins. */
const BREAK =
  /(?:[,;?!]|\b(?:by|in|on|at|for|with|to|of|from|under|until|before|after|as|than|or|and|when|if|over|into|against|because|since|during|through|about)\b).*$/i;
/** Nouns behind a name that belong to the subject: "the Oracle lease". */
const NOUN =
  /^(?:deals?|contracts?|agreements?|leases?|loans?|bonds?|notes?|shares?|stocks?|stakes?|warrants?|rounds?|sites?|campus(?:es)?|plants?|projects?|ventures?|guarantees?|backstops?|facilit(?:y|ies)|data|cent(?:er|re)s?|financings?|packages?|investments?|plans?|chips?|reactors?|partnerships?|licen[cs]es?|debts?|orders?|itself|board|team|staff|group|money|cash|side|people|\d[\w.,]*|[$€£]\S+)$/i;

/** A name, where its words must not be read. */
const NAME = "§";

/** The root of that word; null where none stands out. */
export function predicateIn(library: Library, text: string): string | null {
  const named = withNames(library, plainly(text));
  const who = WHO.exec(named);
  if (who) return first(named.slice(who.index + who[0].length));
  const verb = DO.exec(named);
  const is = verb ? null : BE.exec(named);
  const begin = (verb ?? is)?.[0];
  if (begin === undefined) return null;
  const rest = named.slice(begin.length);
  const subject = SUBJECT.exec(rest)?.[0];
  const after = rest.slice(subject?.length ?? 0);
  if (is) return last(after.replace(BREAK, ""));
  return subject === undefined ? null : first(after);
}
const SUBJECT = new RegExp(
  `^(?:(?:the |an? |any |all |its |their |new |old )*${NAME}(?:['’]s? [^?]*?(?= \\w+(?:e|s|ed)\\b))?|(?:it|they|he|she|we|anyone|anybody|someone|somebody|that|this)\\b)`,
  "i",
);

/** The text with a sign in the place of each name. */
function withNames(library: Library, text: string): string {
  const spans = library.names
    .find(text)
    .filter(({ refs }) => refs.some(({ type }) => type !== "term" && type !== "metric"))
    .sort((a, b) => b.end - a.end || a.start - b.start)
    .filter((span, at, all) => !all.slice(0, at).some((other) => other.start <= span.start && other.end >= span.end));
  return spans.reduce((left, { start, end }) => `${left.slice(0, start)}${NAME}${left.slice(end)}`, text);
}

const telling = (word: string): boolean =>
  !isStop(word) && !isFiller(root(word)) && !/ly$/.test(word) && word.length > 1;

/** The first that tells; a noun behind the subject belongs to it, unless what it is done to follows at once. */
function first(text: string): string | null {
  const all = text.replace(/^['’]s\b/, " ").match(/[\p{L}\d'’-]+|§/gu) ?? [];
  for (const [at, word] of all.entries()) {
    if (word === NAME || !telling(word)) continue;
    if (NOUN.test(word) && !(at === 0 && /^(?:§|the|an?|its|their)$/i.test(all[1] ?? ""))) continue;
    return isEveryday(root(word)) && !PAYS.test(word) ? null : root(word);
  }
  return null;
}
/** Who has signed or owes a sum has not paid it. */
const PAYS = /^(?:pay(?:s|ing)?|paid|fund(?:s|ed|ing)?|falls?|fell|drop(?:s|ped)?|rises?|rose)$/i;

function last(text: string): string | null {
  const word = (text.match(/[\p{L}\d'’-]+/gu) ?? []).findLast(telling);
  return word === undefined || isEveryday(root(word)) || NOUN.test(word) ? null : root(word);
}

/** Whether words have it, or another word for it. */
export const hasIt = (all: Words | null | undefined, word: string): boolean =>
  all !== null && all !== undefined && (all.exact.has(word) || sensesOf(word).some((sense) => all.senses.has(sense)));

/** Whether anything that a record says has it. */
export function recordHas(library: Library, key: string, word: string): boolean {
  const record = statementsOf(library).byRecord.get(key);
  if (!record) return false;
  return (
    hasIt(record.title, word) || hasIt(record.words, word) || record.statements.some(({ own }) => hasIt(own, word))
  );
}
