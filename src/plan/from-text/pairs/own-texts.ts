/** The two texts that a question sets against each other: each says by its own words which figure is meant. */

import type { OwnText, OwnTexts } from "../../../knowledge/figure-pairs.ts";
import { gated } from "../../../knowledge/gated.ts";
import { kindsSaid } from "../../../knowledge/kinds-said.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import { findDates, findPeriods } from "../../dates.ts";
import { findQuantities } from "../../quantities.ts";
import type { Form } from "./operation.ts";

const SHARE = `(?:%|per ?cent(?:age)?|pct|fraction|proportion|share|part|portion|slice|chunk|multiple)`;
const IS = "(?:is|was|are|were|be|came? from|comes from|goes? to|went to|does|did|do|would|will|has|have|had)";
/** The two texts by what stands between and around them, the most telling first. */
const FORMS: readonly (readonly [pattern: RegExp, directed: boolean])[] = [
  [
    new RegExp(String.raw`^(?<a>.+?)\b(?:as|in) (?:an? |the |what |which )?${SHARE} (?:of|to|over) (?<b>.+)$`, "i"),
    true,
  ],
  [
    new RegExp(String.raw`\b(?:what|which|how (?:large|big|much)(?: an?)?) ${SHARE} of (?<b>.+?) ${IS} (?<a>.+)$`, "i"),
    true,
  ],
  [
    new RegExp(
      String.raw`^\W*(?:out )?of (?<b>.+?),? (?:what|which|how (?:large|big) an?) ${SHARE} ${IS} (?<a>.+)$`,
      "i",
    ),
    true,
  ],
  [/\b(?<a>price|valuation|ev)[- ](?:to|over)[- ](?<b>sales|revenues?)\b/i, true],
  [/^(?<a>.+?) (?:per|for (?:each|every)) dollar (?:of )?(?<b>.+)$/i, true],
  [new RegExp(String.raw`^\W*(?:out )?of (?<b>.+?),? how much ${IS} (?<a>.+?),? (?:as an? |in )${SHARE}`, "i"), true],
  [new RegExp(String.raw`\b${SHARE} of (?<b>.+?) (?:that|which|who) ${IS} (?<a>.+)$`, "i"), true],
  [
    /^(?<a>.+?) (?:is|are|was|were|would be|comes? to|equals?) (?:how many|what) (?:times|multiples?)(?: of)? (?<b>.+)$/i,
    true,
  ],
  [/\bratio (?:of |between )?(?<a>.+?) (?:to|and|over) (?<b>.+)$/i, true],
  [/\b(?:difference|gap|spread|distance) (?:between|of|in|from) (?<a>.+?) (?:and|to|versus|vs\.?) (?<b>.+)$/i, false],
  [
    /\bcompar(?:e|es|ed|ing|ison)(?: of| between)? (?!to\b|with\b)(?<a>.+?) (?:and|with|to|against|versus|vs\.?) (?<b>.+)$/i,
    false,
  ],
  [/\bhow far (?:ahead|above|behind|below|short)(?: of)? (?<b>.+?) (?:is|was|are|were) (?<a>.+)$/i, false],
  [/\bpremium (?:of |for )?(?<a>.+?) (?:over|to|on|above) (?<b>.+)$/i, false],
  [/^(?<a>.+?)\b(?:vs\.?|v\.?|versus)(?=\s) (?<b>.+)$/i, false],
  [
    /^(?<a>.+?)\b(?:relative to|divided by|in multiples of|as against|(?:measured|set|held|stacked up) against) (?<b>.+)$/i,
    true,
  ],
  [/^(?<a>.+?)\b(?:compared? (?:to|with)|next to|beside|against|than) (?<b>.+)$/i, false],
  [
    /^(?<a>.+?)\b(?:exceed|beat|top|outstrip|surpass|dwarf|outsize|outweigh|eclipse|overtake|overshoot)(?:s|ed|n)? (?<b>.+)$/i,
    false,
  ],
  [/^(?<a>.+?)\bor (?<b>.+)$/i, false],
];
/** Where a share or a multiple is asked for anyway. */
const OVER = /^(?!.*\bfrom\b)(?<a>.+?) (?:over|to|into|\/) (?<b>.+)$/i;
/** "From the round of 2025 to that of 2026": what came of it over what it was. */
const FROM_TO = gated(/\bfrom (?<b>.+?) to (?<a>.+)$/i);
const ASIDE = /[,:;–—?!]|\s-\s|\.\s/;

export function ownTexts(question: string, form: Form, today: string): OwnTexts | null {
  const over = form === "share" || form === "times" ? [[OVER, true] as const] : [];
  const grown = form === "times" ? [[FROM_TO, true] as const] : [];
  for (const [pattern, directed] of [...grown, ...FORMS, ...over]) {
    const { a, b } = pattern.exec(question)?.groups ?? {};
    if (a === undefined || b === undefined) continue;
    const own = [lastPart(a), firstPart(b)].map((text) => ownOf(text, today));
    const [first, second] = own;
    if (first && second && saysAnything(first) && saysAnything(second)) return { own: [first, second], directed };
  }
  return null;
}

/** "Nvidia: the licence": what stands before is said of both. */
const lastPart = (text: string): string => text.split(ASIDE).findLast((part) => contentRoots(part).length > 0) ?? text;
const firstPart = (text: string): string => text.split(ASIDE).find((part) => contentRoots(part).length > 0) ?? text;

const ownOf = (text: string, today: string): OwnText => ({
  text,
  roots: new Set(contentRoots(text)),
  dates: [...new Set([...findDates(text, today).mentioned, ...findPeriods(text)])],
  kinds: kindsSaid(text),
  amounts: findQuantities(text).map(({ quantity }) => quantity.high),
});
const saysAnything = ({ roots, dates }: OwnText): boolean => roots.size + dates.length > 0;
