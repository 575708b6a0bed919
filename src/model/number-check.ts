/**
 * Holds a wording against the Doc that it words, sentence by sentence. A sentence with an amount, a date, a name, a link or a state
 * that is not in the Doc is dropped; what is left may be shown.
 */
import type { Doc } from "../doc/doc.ts";
import { blanked } from "../knowledge/blanked.ts";
import { type AmountSaid, amountsSaid, LOOSE_AMOUNT } from "./amounts-said.ts";
import { alsoSays, datesSaid, RELATIVE_DAY } from "./dates-said.ts";
import { docLines, docMargins } from "./doc-words.ts";
import { splitSentences } from "./split-sentences.ts";
import { answersWith, statesSaid } from "./states-said.ts";

export type Dropped = { sentence: string; because: string };
export type Checked = { kept: string[]; dropped: Dropped[] };

/** The names of the knowledge that stand in a text, as they are written there; `exact` is false for a slip of spelling. */
export type NamesIn = (text: string) => readonly { written: string; exact: boolean }[];

export function checkWording(wording: string, doc: Doc, namesIn: NamesIn): Checked {
  const said = read(doc);
  const kept: string[] = [];
  const dropped: Dropped[] = [];
  for (const sentence of splitSentences(wording)) {
    const because = whyNot(sentence, said, namesIn);
    if (because === null) kept.push(sentence);
    else dropped.push({ sentence, because });
  }
  return { kept, dropped };
}

type DocSaid = {
  text: string;
  amounts: readonly AmountSaid[];
  dates: ReadonlySet<string>;
  words: ReadonlySet<string>;
  states: ReadonlySet<string>;
  links: ReadonlySet<string>;
  answer: "yes" | "no" | null;
};

function read(doc: Doc): DocSaid {
  const lines = docLines(doc);
  const text = lines.join("\n");
  const margins = docMargins(doc).join("\n");
  return {
    text: text.toLowerCase(),
    amounts: amountsSaid(blanked(text, datesSaid(text))),
    dates: new Set([...datesSaid(text), ...datesSaid(margins)].flatMap(({ date }) => alsoSays(date))),
    words: new Set([...tokens(text), ...tokens(margins)].flatMap(({ word }) => [word, ...word.split("-")])),
    states: new Set(lines.flatMap(statesSaid)),
    links: new Set(doc.sources.flatMap(({ url }) => (url ? [url] : []))),
    answer: answersWith(lines[1] ?? ""),
  };
}

function whyNot(sentence: string, doc: DocSaid, namesIn: NamesIn): string | null {
  return (
    linkNotIn(sentence, doc) ??
    amountNotIn(sentence, doc) ??
    dateNotIn(sentence, doc) ??
    nameNotIn(sentence, doc, namesIn) ??
    stateNotIn(sentence, doc)
  );
}

const LINK =
  /\b(?:https?:\/\/|www\.)[^\s)>\]]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|ai|dev|gov|edu|co|ly|gg|me|xyz|app|info|link|site|uk|eu)\b(?:\/[^\s)>\]]*)?/gi;
const MARKUP = /[<>`[\]{}]|@\w|\]\(/;

function linkNotIn(sentence: string, { links }: DocSaid): string | null {
  const found = [...sentence.matchAll(LINK)].map((match) => match[0].replace(/[.,;:]+$/, ""));
  const strange = found.find((link) => !links.has(link));
  if (strange) return `link ${strange}`;
  return MARKUP.test(sentence) ? "markup" : null;
}

function amountNotIn(sentence: string, doc: DocSaid): string | null {
  const left = blanked(sentence, datesSaid(sentence));
  const same = (a: AmountSaid, b: AmountSaid) =>
    a.unit === b.unit && a.per === b.per && a.qualifier === b.qualifier && a.low === b.low && a.high === b.high;
  const strange = amountsSaid(left).find((amount) => !doc.amounts.some((other) => same(amount, other)));
  if (strange) return `amount ${strange.qualifier === "exact" ? "" : `${strange.qualifier} `}${strange.text}`;
  const loose = [...left.matchAll(LOOSE_AMOUNT)].find(([word]) => !hasWord(doc.text, word));
  return loose ? `amount ${loose[0]}` : null;
}

function dateNotIn(sentence: string, doc: DocSaid): string | null {
  const dates = datesSaid(sentence);
  const strange = dates.find(({ date }) => !doc.dates.has(date));
  if (strange) return `date ${strange.text}`;
  const relative = [...blanked(sentence, dates).matchAll(RELATIVE_DAY)].find(([word]) => !hasWord(doc.text, word));
  return relative ? `date ${relative[0]}` : null;
}

function nameNotIn(sentence: string, { words }: DocSaid, namesIn: NamesIn): string | null {
  const known = (text: string) =>
    tokens(text).every(({ word }) => words.has(word) || word.split("-").every((part) => words.has(part)));
  const strange = namesIn(sentence).find(({ written, exact }) => !known(written) && (exact || /\p{Lu}/u.test(written)));
  if (strange) return `name ${strange.written}`;
  // The sentence's own dates and amounts have been held already.
  const left = blanked(blanked(sentence, datesSaid(sentence)), amountsSaid(sentence));
  const first = tokens(sentence)[0]?.start;
  for (const { word, written, start } of tokens(left)) {
    const looksLikeName = /\p{Lu}/u.test(written) || /\d/.test(written);
    if (!looksLikeName || known(word) || UNITS.has(word)) continue;
    if (start === first && /^\p{Lu}\p{Ll}*$/u.test(written) && OPENERS.has(word)) continue;
    return `name ${written}`;
  }
  return null;
}

function stateNotIn(sentence: string, { states, answer }: DocSaid): string | null {
  const strange = statesSaid(sentence).find((state) => !states.has(state));
  if (strange) return `state ${strange}`;
  const said = answersWith(sentence);
  return said !== null && said !== answer ? `state ${said}` : null;
}

type Token = { word: string; written: string; start: number };

function tokens(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}'’&.+-]*[\p{L}\p{N}+])?/gu)].map((match) => {
    const written = match[0].replace(/['’]s?$/i, "");
    return { word: written.toLowerCase().replace(/[.’']/g, ""), written, start: match.index };
  });
}

const hasWord = (text: string, word: string): boolean =>
  new RegExp(String.raw`(?<![\p{L}\d])${word.toLowerCase()}(?![\p{L}\d])`, "u").test(text);

const UNITS = new Set("gw mw kw twh gwh mwh usd".split(" "));

/** Words that begin a sentence with a capital and name nothing. */
const OPENERS = new Set(
  "a about according after all also although an and another any as at based because before between both but by currently despite during each either for from further given has have he her his however if in including instead is it its it's moreover most much neither no none not nothing now of on once one only or other others otherwise overall over part per see since so some still such than that the their then there these they this those though through thus together total under until up what when where whether which while who with within without yes yet".split(
    " ",
  ),
);
