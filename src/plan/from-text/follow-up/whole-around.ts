/** "Size of the whole round", "valuation of the round" after somebody's part in it: of the deal that the part belongs to. */

import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import type { ReadRule } from "../reading.ts";
import { bareOf } from "./elliptic.ts";
import { dealOnTable } from "./figures-of-record.ts";
import { namesNothing } from "./operands.ts";

const MAX_WORDS = 9;
const WHOLE = gated(
  /\b(?:(?:whole|entire|full|total|overall) (?:\w+ )?(round|series \w|raise|package|programme|program|project|deal|commitment)(?: size)?|size of the (?:whole |entire |full |total )?(round|raise|package|programme|program)|^(?:the )?(round) size)\b/i,
);
const WHO_ELSE = gated(
  /^who (?:else|all)\b.*(?:\b(?:in|into|part of|joined|took part in) (?:it|that|this|(?:that|the|this|same)(?: same)? (?:round|raise))|\b(?:invested|participated|joined|put (?:money|cash|anything) in|came in|took part))[\s?.!]*$/i,
);
const VALUED = gated(/\b(?:(?:(?:pre|post)-?money )?valuation|valued at|(?:pre|post)-?money)\b/i);
const BEFORE_OR_AFTER = gated(/\b(?:pre|post)-?money\b/i);
const ASKS =
  /\b(?:how (?:much|big|large)|what(?:['’]s| is| was)?|was|is|the|size|of|in|all|came|come|to|raised|worth|at|then|there|that|time|it|and|so)\b/gi;

const BUYS_INTO: ReadonlySet<string> = new Set(["investment", "equity-stake"]);

export const wholeAround: ReadRule = {
  name: "whole-around",
  read(reading) {
    const { question, names, quantities, dates, library, asOf } = reading;
    const deal = dealOnTable(reading);
    const [only, ...more] = deal?.part_of ?? [];
    const whole = only && more.length === 0 ? library.deals.get(only) : undefined;
    const { text } = bareOf(question);
    // A term of the glossary is no name.
    const named = names.mentions.filter(({ refs }) => refs.some(({ type }) => type !== "term"));
    if (!deal || !whole || named.length + quantities.length + dates.mentioned.length > 0) return null;
    if (text.split(/\s+/).length > MAX_WORDS) return null;
    // "Who else was in that round" after somebody's own part in it.
    if (WHO_ELSE.test(text) && BUYS_INTO.has(deal.kind) && !/\bround\b/i.test(deal.name))
      return {
        kind: "show-figure",
        subject: whole.id,
        attribute: "parties",
        topic: "who are the investors",
        asOf: dates.asOf,
      };
    const state = stateOn(whole, asOf);
    const valued =
      VALUED.test(text) && !(stateOn(deal, asOf)?.figures ?? []).some(({ figure }) => figure.of === "valuation");
    const pattern = valued ? VALUED : WHOLE;
    if (!pattern.test(text) || !namesNothing(withoutTitle(text.replace(pattern, " ").replace(ASKS, " "), whole.name)))
      return null;
    if (valued ? !state?.figures.some(({ figure }) => figure.of === "valuation") : !state?.money) return null;
    return {
      kind: "show-figure",
      subject: whole.id,
      attribute: valued ? "valuation" : "value",
      topic: valued ? (BEFORE_OR_AFTER.exec(text)?.[0] ?? "") : "",
      asOf: dates.asOf,
    };
  },
};

/** "The round" may be called by its own name. */
const withoutTitle = (text: string, name: string): string => {
  const own = new Set(contentRoots(`${name} round`));
  return text
    .split(/\s+/)
    .filter((word) => !contentRoots(word).some((root) => own.has(root)))
    .join(" ");
};
