/** Mends the spelling of words that no record knows, against the words of names and of questions. */
import { distance } from "fastest-levenshtein";
import { isEnglish } from "./english.ts";
import { QUESTION_WORDS } from "./question-words.ts";
import { SENSE_WORDS } from "./synonyms.ts";
import { fold, stem } from "./words.ts";

/** Words that questions are made of. */
const ASKED =
  "agreed agreement announce announced announcement acquire acquired acquisition amount billion billions build building built buying buys campus cancelled capacity capex chips close closed company compare completed construction contract contracts cost costs current data date deal deals definition doing dollars does equity electricity estimate exact expected expire financing from gigawatt gigawatts guarantee happen happened history invest invested investing investment investor landlord lender developer guarantor customer supplier largest latest lease leaving lender letter intent load loan location megawatts million millions money much opening operational owner owns paid paused paying partner percent plan planned power price promised purchase purchased revenue rumoured schedule shareholder shares signed site size spend spending stake start started starts status supplier tenant terms total trillion valuation value warrant what when where which with worth year years".split(
    " ",
  );
/** Words of questions as people mistype them, too short to be mended by their letters or another word of the language. */
const SHORT: Readonly<Record<string, string>> = {
  cst: "cost",
  howmany: "how many",
  howmuch: "how much",
  hw: "how",
  hwo: "how",
  iz: "is",
  mch: "much",
  mny: "many",
  pln: "plan",
  prce: "price",
  steak: "stake",
  steaks: "stakes",
  teh: "the",
  valu: "value",
  wat: "what",
  wats: "what's",
  waht: "what",
  wen: "when",
  whn: "when",
  whos: "who's",
  whats: "what's",
  whens: "when's",
  wheres: "where's",
  hows: "how's",
  wht: "what",
  wut: "what",
  wich: "which",
  wtf: "what",
  wrth: "worth",
};

export type Spelling = (text: string) => string;

type Near = { other: string; gap: number };

/** Shorter words of the field are too near to names. */
const LEAST_OF_FIELD = 6;

const inOrder = (words: Iterable<string>): ReadonlyMap<string, readonly string[]> => {
  const byFirst = new Map<string, string[]>();
  for (const word of words) {
    const alike = byFirst.get(word[0] ?? "");
    if (alike) alike.push(word);
    else byFirst.set(word[0] ?? "", [word]);
  }
  return byFirst;
};

/** `known` are the words of names; a word of the records, or of English, is never touched. */
export function createSpelling(known: Iterable<string>, knows: (word: string) => boolean): Spelling {
  const asked = new Set(ASKED);
  const words = new Set([...ASKED, ...[...known].filter((word) => word.length >= 5 && !/\d/.test(word))]);
  const named = inOrder(words);
  // Where no name and no question word is near, words by which the field says its things.
  const ofField = inOrder(
    new Set(
      [...SENSE_WORDS, ...QUESTION_WORDS].filter((word) => word.length >= LEAST_OF_FIELD && /^[a-z]+$/.test(word)),
    ),
  );
  const mended = new Map<string, string | null>();
  const mend = (word: string, isNamed: boolean): string | null => {
    const [name, other] = [nearestIn(named, word), isNamed ? null : nearestIn(ofField, word)];
    return (other && (!name || other.gap < name.gap) ? other : name)?.other ?? null;
  };
  const nearestIn = (byFirst: ReadonlyMap<string, readonly string[]>, word: string): Near | null => {
    // The first two letters may have changed places.
    const near = [word[0] ?? "", word[1] ?? ""]
      .flatMap((first) => byFirst.get(first) ?? [])
      .filter((other) => Math.abs(other.length - word.length) <= 2 && (other.length >= 5 || asked.has(other)))
      .map((other) => ({ other, gap: asked.has(other) && isAllBut(word, other) ? ENDING : gapOf(word, other) }))
      .filter(
        ({ other, gap }) =>
          gap <= Math.max(allowed(word, other), ENDING) && (other[0] === word[0] || swapped(word, other)),
      )
      .map((near) => ({
        ...near,
        gap: near.gap > ENDING && isWithin(word, near.other) ? near.gap - LEFT_OUT : near.gap,
      }))
      .sort((a, b) => a.gap - b.gap || Number(asked.has(b.other)) - Number(asked.has(a.other)));
    const [first, second] = near;
    // Two words as near as each other: neither is taken, unless they are forms of one word.
    const clear = !second || (first && second.gap > first.gap) || (first && stem(second.other) === stem(first.other));
    return first && clear ? first : null;
  };
  const knownOr = (word: string) => words.has(word) || knows(word) || isEnglish(word);
  // "Amazns stake": a name that owns, without its apostrophe.
  const mendOwner = (word: string): string | null => {
    const stemmed = word.length > 5 && word.endsWith("s") ? word.slice(0, -1) : "";
    // "Refinances" is a verb, and no slip of Reliance's.
    const owner = stemmed === "" || knownOr(stemmed) ? null : mend(stemmed, true);
    return owner === null || asked.has(owner) || gapOf(stemmed, owner) > 1 ? null : `${owner}'s`;
  };
  // "Bnaks": of the words of the records the only one with two neighbours in their places; "leadin" lacks its last letter.
  const inPlace = (word: string): string | null => {
    const found = [...word].flatMap((char, at) => {
      const next = word[at + 1];
      if (next === undefined || next === char) return [];
      const other = `${word.slice(0, at)}${next}${char}${word.slice(at + 2)}`;
      return knows(other) ? [other] : [];
    });
    const [only, ...more] = found;
    if (only !== undefined) return more.length === 0 ? only : null;
    const ending = `${word}g`;
    return word.length >= LEAST_OF_FIELD && word.endsWith("in") && (knows(ending) || isEnglish(ending)) ? ending : null;
  };
  return (text) =>
    text.replace(/[\p{L}]{2,}/gu, (written, at: number) => {
      const word = fold(written);
      const short = SHORT[word];
      if (short !== undefined && written !== written.toUpperCase() && text[at + written.length] !== "'") return short;
      if (word.length < 4 || (word.length === 4 && isName(written)) || knownOr(word)) return written;
      const isNamed = at > 0 && isName(written);
      const key = isNamed ? `${word}:` : word;
      if (!mended.has(key)) {
        if (mended.size >= MOST_KEPT) mended.clear();
        mended.set(key, mend(word, isNamed) ?? mendOwner(word) ?? (isNamed ? null : inPlace(word)));
      }
      return mended.get(key) ?? written;
    });
}
const MOST_KEPT = 5_000;
/** Written with a capital: four letters are too few to tell a slip from a name. */
const isName = (written: string): boolean => /^\p{Lu}/u.test(written);

/** One slip in a short word, two in a long one; a word that only lacks its ending is another word: Cohere, Coherent. */
const allowed = (word: string, other: string): number =>
  other.startsWith(word) && other !== `${word}${word.at(-1)}` ? 0 : word.length >= 8 ? 2 : 1;

/** What a word of questions counts for whose last letter is left out, nearer than any other slip: “stak” is no stack. */
const ENDING = 0.5;
const isAllBut = (word: string, other: string): boolean => other.length === word.length + 1 && other.startsWith(word);

/** A letter that is left out is a nearer slip than one in the place of another: “spacx” is SpaceX and no space. */
const LEFT_OUT = 0.1;
const isWithin = (word: string, other: string): boolean => {
  if (word.length >= other.length || other.startsWith(word)) return false;
  let at = 0;
  for (const char of other) if (char === word[at]) at += 1;
  return at === word.length;
};

/** Edit distance in which two neighbours that changed places count as one slip. */
function gapOf(a: string, b: string): number {
  const gap = distance(a, b);
  if (gap !== 2 || a.length !== b.length) return gap;
  return swapped(a, b) ? 1 : 2;
}

const swapped = (a: string, b: string): boolean => {
  const at = [...a].findIndex((char, index) => char !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
};
