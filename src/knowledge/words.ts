import { stemmer } from "stemmer";
import { perText } from "./per-text.ts";
import { Recent } from "./recent.ts";

const WORD = /[$€£]?\d[\d.,]*\d|[$€£]?\d|[\p{L}\d]+(?:&[\p{L}]+)?/gu;

/** Words of a text as they are compared: lower case, no accents, no possessives, money and numbers kept together. */
export const words = perText((text): readonly string[] => wordsIn(text), 1_000);
/** The same of the texts of records, each of which is read once. */
export const wordsIn = (text: string): string[] => fold(text).match(WORD) ?? [];

/** Words with where they stand in the text. */
export function spans(text: string): { word: string; start: number; end: number }[] {
  const out: { word: string; start: number; end: number }[] = [];
  for (const match of fold(text).matchAll(WORD)) {
    out.push({ word: match[0], start: match.index, end: match.index + match[0].length });
  }
  return out;
}

/** Lower case without accents, of the same length; the possessive 's becomes spaces. */
export function fold(text: string): string {
  return (PLAIN.test(text) ? text.toLowerCase() : [...text].map(folded).join("")).replace(
    /['’](?:s|d|ll|re|ve|m)\b/g,
    (ending) => " ".repeat(ending.length),
  );
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant, and the signs that nearly all other texts have
const PLAIN = /^[\x00-\x7f‘’“”–—…€£·×≈]*$/;
function folded(char: string): string {
  const base = char.normalize("NFD")[0] ?? char;
  const lower = base.toLowerCase();
  return lower.length === char.length ? lower : char;
}

/** A word without its plural ending, so that “contracts” meets “contract”. */
export function stem(word: string): string {
  if (/^[cgnt]pus$/.test(word)) return word.slice(0, -1);
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  // Leases, phases and houses have an "e" of their own; losses, taxes and campuses have not.
  if (word.length > 4 && /(?:ss|x|ch|sh|[bnprt]us|gas|bias)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is"))
    return word.slice(0, -1);
  return word;
}

const STOP = new Set(
  "pls plz thx w x vs re ok quick one all morning folks team anyone back piece filing m d s go going goes went a an the of to in on at for from by with and or but is are was were be been being do does did done has have had having will would can could should shall may might must it its this that these those there here what which who whom whose when where why how much many i me my we us our you your he she they them their as about into over under than then so if not no yes any some all each per via vs versus please tell give show say get got just really actually also up out off still yet now".split(
    " ",
  ),
);
export const isStop = (word: string): boolean => STOP.has(word);

/** The words that carry meaning, stemmed. */
export const contentWords = perText((text): readonly string[] => telling(text).map(stem), 500);
const telling = (text: string): readonly string[] => words(text).filter((word) => !isStop(word));

/** Verbs of the field whose forms have no common beginning: the form, then the verb. */
const IRREGULAR = new Map(
  "left:leave sold:sell lent:lend built:build chose:choose chosen:choose gave:give given:give grew:grow grown:grow rose:rise risen:rise fell:fall fallen:fall lost:lose won:win met:meet sought:seek drew:draw drawn:draw broke:break broken:break withdrew:withdraw withdrawn:withdraw brought:bring struck:strike sued:sue became:become resold:resell rebuilt:rebuild froze:freeze frozen:freeze shrank:shrink underwrote:underwrite underwritten:underwrite overtook:overtake undertook:undertake"
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** Records are written in one English, questions in either. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(cent|met|lit|fib)res?$/, "$1er"],
  [
    /(?<=[a-z]{3})(?<!prom|prem|exerc|enterpr|franch|surpr|compr|adv|rev|superv|telev|improv|expert|otherw)is(?=(?:e[sdr]?|ers|ing|ations?)$)/,
    "iz",
  ],
  [/(?<=^(?:lab|col|fav|hon|neighb|behavi|harb|rum|vap))our/, "or"],
  [/^(licen|defen|offen)s(?=e|ing)/, "$1c"],
  [/^programmes?$/, "program"],
  [/^catalogue(?=s?$)/, "catalog"],
];
const oneSpelling = (word: string): string =>
  SPELLINGS.reduce((mended, [british, other]) => mended.replace(british, other), word);

/** What is left of a word without its endings, so that “restarted” meets “restart” and “guaranteed” meets “guarantees”. */
export function root(word: string): string {
  if (word.length > LONGEST_KEPT) return rootOf(word);
  let known = ROOTS.get(word);
  if (known === undefined) {
    known = rootOf(word);
    ROOTS.set(word, known);
  }
  return known;
}
const rootOf = (word: string): string => stemmer(stem(IRREGULAR.get(word) ?? oneSpelling(word)));
/** The words of the records are some ten thousand; what people write comes and goes. */
const ROOTS = new Recent<string>(40_000);
const LONGEST_KEPT = 30;

/** The roots of the words that carry meaning. */
export const contentRoots = perText((text): readonly string[] => telling(text).map(root), 2_000);
