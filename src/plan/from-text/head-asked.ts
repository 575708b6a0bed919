/** The noun for what a question asks for: "which INSURER covers …", "what RATING does …", "UTILISATION of the GPUs". */
import { isFiller, isWeak, plainly } from "../../knowledge/question-words.ts";
import { contentWords, root } from "../../knowledge/words.ts";
import type { Reading } from "./reading.ts";

/** Its root; null where the question begins with none, or with one for which the records have many words. */
export function headAsked({ question, names }: Reading): string | null {
  const text = plainly(withoutNames(question, names.mentions));
  const phrase = PHRASES.flatMap((pattern) => pattern.exec(text)?.[1] ?? [])[0];
  if (phrase === undefined) return null;
  const said = contentWords(phrase).findLast((word) => !isFiller(root(word)) && !/^\W*\d/.test(word));
  if (said === undefined || COMMON.has(said)) return null;
  return isWeak(root(said)) ? null : root(said);
}

type Mention = Reading["names"]["mentions"][number];
function withoutNames(question: string, mentions: readonly Mention[]): string {
  return [...mentions]
    .filter(({ refs }) => refs.every(({ type }) => NAMED.has(type)))
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => `${text.slice(0, start)}§${text.slice(end)}`, question);
}
const NAMED: ReadonlySet<string> = new Set(["org", "deal", "person", "place"]);

const WORD = String.raw`[\p{L}\d'’.&/-]+`;
const AUX = "do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|must|may|might";
const PREPOSITION =
  "of|in|at|per|on|for|to|by|from|with|under|between|behind|over|after|before|as|that|who|during|against|among|into|since|through|within|without|about|beyond|until|than|next to|near|beside|outside";
/** Where a noun phrase ends. */
const END = String.raw`(?=\s(?:${AUX}|${PREPOSITION}|the|an?|it|they|there|§)\b|\s§|\s*[?.!,;:]|$)`;
const PHRASES: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:pay|paid|pays|paying|charged?|charges) for (?:(?:the|its|their|an?|each|one|every) |§['’]?s? )*((?:${WORD}\s){0,2}?${WORD})${END}`,
    "iu",
  ),
  /\bhow (old|thick|tall|heavy|far(?! (?:along|short|off|apart|back|ahead|behind|has|have|had|did|can|will|does|do|is it))|deep|wide|hot|cold|loud|noisy|dense|clean|efficient|reliable|profitable)\b/i,
  new RegExp(
    String.raw`\b(?:which|what|how many)\s(?!(?:${AUX}|${PREPOSITION}|the|an?)\b|§)((?:${WORD}\s){0,3}?${WORD})(?=\s(?:${AUX})\b)`,
    "iu",
  ),
  new RegExp(String.raw`\bhow many\s(?!(?:${AUX}|${PREPOSITION}|the|an?)\b|§)((?:${WORD}\s){0,2}?${WORD})${END}`, "iu"),
  new RegExp(
    String.raw`\bwhat(?:['’]?s| is| was| are| were)\s(?:the |an? |its |their |§['’]?s? )((?:${WORD}\s){0,3}?${WORD})${END}`,
    "iu",
  ),
  new RegExp(String.raw`\bnumber of\s((?:${WORD}\s){0,3}?${WORD})${END}`, "iu"),
  new RegExp(String.raw`\bwhich\s(?!(?:${AUX}|${PREPOSITION}|the|an?)\b|§)(${WORD})`, "iu"),
  new RegExp(
    String.raw`^(?:the |an? |§['’]?s? )?(?!(?:${AUX}|${PREPOSITION}|so|if|give|tell|show|list|say|name|who|what|which|how|when|where|why)\b|§)((?:${WORD}\s){0,2}?${WORD})(?=\s(?:${PREPOSITION})\b)`,
    "iu",
  ),
];

/** Nouns that the records say by a unit, a kind or a name. */
const COMMON = new Set(
  contentWords(
    "privilege consequence penalty repercussion sanction fallout aftermath concession perk entitlement stance argument complaint criticism objection allegation sequence progression succession excuse justification explanation upside megadeal share length duration tenor spread yield budget space count tally state shift split spree security country town city county region province area district place location address utility node label brand model version view forecast outlook estimate projection schedule calendar quarter weekday hour currency firm bank outlet paper newspaper agency maker backer counterpart partner group body force boss executive chief ceo cfo gap difference reason rationale motive purpose logic catch upshot gist summary explanation proportion percentage factor larger higher bigger multiple ratio fold comparison timing timeframe timeline specifics particulars rundown breakdown composition makeup structure financier funder underwriter arranger tab damage outlay ticket sticker dimension scale magnitude extent scope whereabouts home pace cadence consideration proceeds firepower pot haul cheque check quantum uplift jump rise drop decline growth increase hike cut swing move trend trajectory prediction guess reckoning verdict finding result outcome source origin basis evidence confirmation mention title nickname codename identity owner holder landlord tenant operator builder developer contractor supplier vendor provider buyer seller purchaser customer client user investor lender borrower guarantor rival competitor player organisation business entity vehicle instrument product equipment kit hardware gear machine unit generation family line series system item thing material fuel technology tech power electricity energy juice oomph load output production supply demand need requirement nameplate peak",
  ),
);
