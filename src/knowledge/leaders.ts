/** Who led a financing: asked by many verbs, and on record in the notes of its parties ("co-lead", "leads the bond sale"). */

import type { Deal } from "../../knowledge/schema.ts";
import { gated } from "./gated.ts";

type Party = Deal["parties"][number];

const WHO = String.raw`(?:who(?:m|['’]s)?|(?:which|what) (?:\w+ ){0,2}?(?:banks?|firms?|funds?|investors?|vcs?|houses?|lenders?|compan(?:y|ies)|names|brokers?|managers?|underwriters?))`;
const LEADS = `(?:co-?)?(?:led|leads?|leading)|ran|runs|running|handle[sd]?|handling|manage[sd]?|managing|arrange[sd]?|arranging|front(?:ed|s|ing)|spearheaded|anchored|quarterbacked|steered|underwrote|underwrites|underwritten|brought|took|(?:is|are|was|were) in charge of`;
const LEADERS = `(?:(?:joint |sole |co-?)?leads?(?:[- ](?:left|investors?|banks?|managers?|arrangers?|underwriters?|backers?))?|(?:co-?)?lead[- ]left|arrangers?|(?:anchor|cornerstone)(?: (?:debt|equity|bond|loan|credit))?(?: (?:investors?|lenders?|buyers?|backers?|bondholders?))?)`;

/** What is led: a round, a sale of shares or bonds, a loan. */
const RAISE = gated(
  /\b(?:rounds?|rais(?:e[sd]?|ing)|fund[- ]?rais\w+|financings?|funding|series [a-h]\b|ipo|listing|offerings?|float|flotation|public|bonds?|notes|debt|loans?|facility|preferred|stock|equity|shares?|sale|package|seed|to market)\b/i,
);

const BY_VERB = new RegExp(
  String.raw`(?:^|[,:;–—-] ?|\b(?:so|and|but|ok|hey|is it known|do (?:we|you) know|tell me) )${WHO} (?:else |all |exactly |actually |is |are |was |were |has |have )*(?:${LEADS})\b`,
  "i",
);
const BY_NOUN = new RegExp(
  String.raw`\b${WHO}(?: (?:is|are|was|were))? (?:the )?${LEADERS} (?:on|of|for|in|behind|at)\b|^\W*(?:the )?(?:joint |sole |co-?)?lead (?:investors?|banks?|managers?|arrangers?|underwriters?|backers?) (?:on|of|for|in|behind)\b|\b(?:led|arranged|run|managed|handled|anchored) by (?:whom?|which|what)\b`,
  "i",
);

/** Whether it is asked who led a financing: by a verb of leading and something that is raised. */
export const asksLeaders = (text: string): boolean =>
  (BY_VERB.test(text) || BY_NOUN.test(text)) && (RAISE.test(text) || BY_NOUN.test(text));

const LED =
  /\b(?:co-)?lead(?:s|ing)?\b(?! partner)|\bled\b|\barrang(?:er|ed)\b|\bmanaged the\b|\banchor of the round\b/i;
/** Whether those are asked for who anchored it: of them nothing is known where no note says so. */
export const asksAnchor = (text: string): boolean => ANCHOR.test(text);
const ANCHOR = gated(/\b(?:anchor(?:s|ed|ing)?|cornerstone)\b/i);
/** Halves of a financing that banks of their own may lead. */
const HALVES: readonly { said: RegExp; noted: RegExp }[] = [
  { said: /\b(?:bonds?|notes?|debt|fixed[- ]income)\b/i, noted: /\b(?:bonds?|notes|debt)\b/i },
  { said: /\b(?:equity|shares?|stock|preferred|converts?|convertibles?)\b/i, noted: /\b(?:equity|shares?|stock)\b/i },
];

/** Those who led it, of the half that is said where the notes tell halves apart. */
export function leadersOf({ parties }: Pick<Deal, "parties">, said: string): readonly Party[] {
  // Whoever anchors it is not who leads it.
  const led = ANCHOR.test(said) ? ANCHOR : LED;
  const all = parties.filter(({ note }) => note !== undefined && led.test(note));
  const meant = HALVES.filter(({ said: words }) => words.test(said));
  const own = all.filter(({ note }) => meant.some(({ noted }) => noted.test(note ?? "")));
  return own.length > 0 ? own : all;
}
