/** What makes a question one that goes on: words that lead over from the last one or take it back, and nothing but names beside them. */

import { blanked } from "../../../knowledge/blanked.ts";
import { perText } from "../../../knowledge/per-text.ts";
import type { NamesRead } from "../../../knowledge/resolve.ts";
import { isStop, words } from "../../../knowledge/words.ts";
import type { Reading } from "../reading.ts";

const LEADS =
  /^(?:(?:(?:and|or|but|so|then|plus|ok(?:ay)?|also|now|hm+|well|right|cool|thanks|great|nice|same(?: question| thing)?(?: for| with| but)?|what about|how about|what of|wbt|hbu)\b|&)[\s,:.!–-]*)+/i;
const TAKES_BACK =
  /^(?:(?:no|nope|nah|sorry|wait|actually|wrong(?: one| deal)?|not (?:that|this)(?: one| deal)?|that['’]?s not (?:it|what i (?:asked|meant)(?: for| about)?))\b[\s,.!:;–-]*)*(?:i (?:meant?|was (?:asking|talking) about|asked (?:for|about)|want(?:ed)?)|meant|mean)\b[\s,:]*|^(?:(?:no|nope|nah|sorry|wrong(?: one| deal)?|not (?:that|this)(?: one| deal)?|that['’]?s not (?:it|what i (?:asked|meant)(?: for| about)?))\b[\s,.!:;–-]*)+/i;

export type Bare = {
  text: string;
  /** What was said before is taken back. */
  corrects: boolean;
  /** It begins with words that lead over. */
  leads: boolean;
};

/** The question without the words that lead over to it. */
export const bareOf = perText((question): Readonly<Bare> => {
  const taken = question.replace(TAKES_BACK, "");
  const corrects = taken !== question && taken.trim() !== "";
  const base = corrects ? taken : question;
  const text = base.replace(LEADS, "");
  return { text: text.trim(), corrects, leads: text !== base };
});

/** Nouns that stand for any record, and words of place and time. */
const FOR_ANY = new Set(
  "one ones deal deals contract contracts agreement lease campus site project plan round loan stake instead please again then later earlier time back end beginning start mid early late quarter year half first second third fourth fiscal number figure thing part same too equivalent counterpart".split(
    " ",
  ),
);

/** Whether a text holds nothing beside its names, days and words that tell nothing. */
export function namesOnly(text: string, names: NamesRead, spans: Reading["dates"]["spans"]): boolean {
  const left = blanked(text, [
    ...names.mentions.filter(({ refs }) => refs.some(({ type }) => SLOTS.has(type))),
    ...spans,
  ]);
  return words(left).every((word) => isStop(word) || FOR_ANY.has(word) || TIME.test(word));
}
export const SLOTS: ReadonlySet<string> = new Set(["deal", "org", "place", "person"]);
const TIME =
  /^(?:20\d\d|q[1-4]|h[12]|[12]h|fy\d*|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)$/;
