/** A question in another language, as far as names, numbers and its question words suffice to read it, in English words. */

import { distance } from "fastest-levenshtein";
import { countryName } from "../../../doc/say-place.ts";
import { blanked } from "../../../knowledge/blanked.ts";
import { isEnglish } from "../../../knowledge/english.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Library } from "../../../knowledge/library.ts";
import { ASIAN } from "./asian.ts";
import { EUROPEAN } from "./european.ts";
import type { Language } from "./language.ts";

/** `language`: how English names it. */
export type Translated = { text: string; language: string };

const LATIN = EUROPEAN.filter((language) => !language.script);
const SCRIPTS = [...ASIAN, ...EUROPEAN.filter((language) => language.script)];

export function toEnglish(text: string, library: Library): Translated | null {
  const language = languageOf(text, library);
  if (!language) return null;
  const { code, script } = language;
  const words = tableOf(language);
  let asks = "";
  const put = (english: string): string => {
    const ask = QUESTION.exec(english)?.[0] ?? "";
    // What is asked comes first in English.
    if (ask && !asks.includes(ask)) asks += `${ask} `;
    return ` ${english.slice(ask.length)} `;
  };
  let out = countriesIn(text, code);
  for (const { pattern, english } of words) out = out.replace(pattern, () => put(english));
  out = script ? out.replace(/[^\x20-\x7E\p{Script=Katakana}ー€£]+/gu, " ") : withoutRest(out, language, library);
  // "Was hat A bezahlt": an amount is asked.
  if (/\bpay\b/.test(out)) asks = asks.replace(/\bwhat /, "how much ");
  // "How many" belongs to the power that stands elsewhere in the sentence.
  if (/\bhow (?:much|many) /.test(asks) && /\b(?:giga|mega)watts\b/.test(out)) {
    const unit = /\bmegawatts\b/.test(out) ? "megawatts" : "gigawatts";
    asks = asks.replace(/how (?:much|many) /, `how many ${unit} `);
    out = out.replace(new RegExp(unit, "g"), " ");
  }
  if (asks === "" && /\?\s*$/.test(text.normalize("NFKC"))) asks = "is ";
  const question = `${asks}${out}`
    .replace(/(?<![\p{L}\d])['’¿¡-]+(?![\p{L}\d])/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return { text: /\?$/.test(question) ? question : `${question}?`, language: languageName(code) };
}

// Made when it is needed: most questions are in English, and the runtime's names take 6 MiB.
const languageName = (code: string): string => new Intl.DisplayNames("en", { type: "language" }).of(code) ?? code;
const QUESTION = gated(/^(?:how (?:much|many|long)|when did|when will|who|where|why|what|status)\b/);

/** The language by its letters, or by its words where they outnumber the English ones. */
function languageOf(text: string, library: Library): Language | null {
  const byScript = SCRIPTS.find((language) => language.script?.test(text));
  if (byScript) return byScript;
  // Most questions have no word of another language: names are looked for only where one may have.
  if (!mayBeForeign(text)) return null;
  const words = unnamed(text, library).match(/\p{L}{2,}|(?<=\s)[àyéeoa](?=\s)/gu) ?? [];
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const english = words.filter((word) => ENGLISH.has(word)).length;
  let best: Language | null = null;
  let most = english;
  for (const language of LATIN) {
    const known = vocabularyOf(language);
    const own = words.filter((word) => known.has(word) && !ENGLISH.has(word));
    // A word of the language alone: "contrato", "wie"; "in" and "per" are of many.
    const telling = own.filter(
      (word) => !(/^[a-z]+$/.test(word) && isEnglish(word)) && !TRANSLATED.has(word) && word.length > 1,
    );
    const score = telling.length + (own.length - telling.length) / 4;
    // "Wat dit sofbank pay": question words that lack a letter, among words that are English, are no other language.
    if (
      telling.every(isMistyped) &&
      words.filter((word) => isEnglish(word) && !known.has(word)).length >= telling.length
    )
      continue;
    const enough = telling.length >= 2 || (words.length === 1 && (telling[0]?.length ?? 0) >= 5);
    if (enough && score > most) [best, most] = [language, score];
  }
  return best;
}
/** One letter from a word that asks in English. */
const isMistyped = (word: string): boolean => [...ENGLISH].some((one) => distance(one, word) === 1);
/** Two words that some language has and English does not, or a text of one word. */
function mayBeForeign(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  if (words.length > MOST_WORDS * 2) return false;
  let foreign = 0;
  for (const word of words) {
    if (ENGLISH.has(word) || TRANSLATED.has(word)) continue;
    if (/^[a-z]+$/.test(word) && isEnglish(word)) continue;
    if (LATIN.some((language) => vocabularyOf(language).has(word)) && ++foreign >= 2) return true;
  }
  return words.length === 1 && foreign === 1;
}
/** Small letters, without names and without the endings of English: "openai's", "what's". */
function unnamed(text: string, library: Library): string {
  return blanked(text, library.names.find(text))
    .toLowerCase()
    .replace(/'(?:s|t|re|ve|d|ll|m)(?![\p{L}])/gu, " ");
}
const MOST_WORDS = 60;
const ENGLISH = new Set(
  "the of is are was were how what when who where why which does did do has have had will much many and for with from that this their its on at by be been it an they there about as or not".split(
    " ",
  ),
);

type Row = { pattern: RegExp; english: string };
const TABLES = new Map<string, readonly Row[]>();
/** Longer phrases first; letters of Latin and Cyrillic part words, others do not. */
function tableOf({ code, words, script }: Language): readonly Row[] {
  const known = TABLES.get(code);
  if (known) return known;
  const parted = !script || code === "ru";
  const rows = Object.entries(words)
    .flatMap(([keys, english]) => keys.split("|").map((key) => ({ key, english })))
    .sort((a, b) => b.key.length - a.key.length)
    .map(({ key, english }) => ({
      pattern: new RegExp(parted ? `(?<![\\p{L}\\d])${key}(?![\\p{L}\\d])` : key, "giu"),
      english,
    }));
  TABLES.set(code, rows);
  return rows;
}

const VOCABULARIES = new Map<string, ReadonlySet<string>>();
function vocabularyOf({ code, marks, words }: Language): ReadonlySet<string> {
  const known = VOCABULARIES.get(code);
  if (known) return known;
  const all = new Set([...marks.split(" "), ...Object.keys(words).flatMap((keys) => keys.split(/[| ']/))]);
  VOCABULARIES.set(code, all);
  return all;
}

/** Without the words that are neither names, numbers nor English; a capital within the text may begin an unknown name. */
function withoutRest(text: string, language: Language, library: Library): string {
  const known = vocabularyOf(language);
  return text.replace(/\p{L}+(?:'(?=\p{L}))?/gu, (written, at: number) => {
    const word = written.toLowerCase().replace(/'$/, "");
    if (TRANSLATED.has(word) || library.names.exact(written).length > 0) return written;
    if (known.has(word)) return " ";
    const named = at > 0 && /^\p{Lu}/u.test(written);
    return named || library.knowsWord(written) ? written : " ";
  });
}
const TRANSLATED = new Set(
  [...LATIN.flatMap((language) => Object.values(language.words)), "when did is"].flatMap((english) =>
    english.split(" "),
  ),
);

const COUNTRIES = new Map<string, readonly Row[]>();
/** Countries by the names that the language has for them. */
function countriesIn(text: string, code: string): string {
  let rows = COUNTRIES.get(code);
  if (!rows) {
    const own = new Intl.DisplayNames(code, { type: "region" });
    rows = REGIONS.flatMap((region) => {
      const [from, to] = [own.of(region), countryName(region)];
      return from && to && from !== to && from !== region
        ? [
            {
              pattern: new RegExp(
                `(?<![\\p{L}\\d])${from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{Ll}\\d])`,
                "giu",
              ),
              english: to,
            },
          ]
        : [];
    });
    COUNTRIES.set(code, rows);
  }
  return rows.reduce((out, { pattern, english }) => out.replace(pattern, english), text);
}
/** Where sites are, or are asked for. */
const REGIONS =
  "US GB NO FR DE ES IT PT NL SE FI DK IS IE PL CH AT BE GR AE SA QA KW IN JP KR CN TW SG MY ID TH VN AU NZ CA MX BR AR CL CO ZA NG KE EG IL TR UA RU KZ".split(
    " ",
  );
