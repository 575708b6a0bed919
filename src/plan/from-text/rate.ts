/** An input of the calculator asked for by itself: a chip's power, a rack's price, an analyst's figure, a grid's carbon. */

import type { Rate } from "../../../knowledge/schema.ts";
import { rankRates } from "../../knowledge/rates.ts";
import { tellingOf } from "../../knowledge/statements.ts";
import { sense } from "../../knowledge/synonyms.ts";
import { contentWords } from "../../knowledge/words.ts";
import { COMPARE, SUPERLATIVE } from "./asks.ts";
import { goesOn } from "./conversation.ts";
import { measuresIn } from "./measures.ts";
import type { Reading, ReadRule } from "./reading.ts";

/** Nearly all words must be the rate's own: these questions are short and name what they mean. */
const COVERED = 0.6;
const SCORE = 7;

export const rate: ReadRule = {
  name: "rate",
  read(reading) {
    const { question, library, names } = reading;
    // "price per share" after a deal is that deal's.
    if (
      CALCULATES.test(question) ||
      (goesOn(reading) && !names.mentions.some((name) => name.refs.some((ref) => ref.type === "rate")))
    )
      return null;
    // "What did Jensen say about AMD": what was said is a record of its own.
    if (names.mentions.some(({ refs }) => refs.some(({ type }) => type === "topic"))) return null;
    if (
      names.deals.length > 0 ||
      (measuresIn(question).length > 0 && names.orgs.some((org) => isDealOrg(reading, org)))
    )
      return null;
    const words = contentWords(question).filter((word) => !/^[$€£]?\d+([.,]\d+)*$/.test(word) && !NOISE.has(word));
    if (COMPARE.test(question)) {
      const found = sides(reading);
      if (found.length > 1) return { kind: "show-rate", rates: found, rank: rankOf(question) };
    }
    const [best, second] = rankRates(library, { words, orgs: names.orgs, people: names.people });
    if (!best || best.coverage < COVERED || best.score < SCORE) return null;
    // A party to many deals, whose rate this is not, is what the question is about.
    if (names.orgs.some((org) => org !== best.rate.org && !aboutChip(reading, best.rate, org))) return null;
    if (second && second.score >= best.score * 0.98 && second.rate.quantity !== best.rate.quantity) return null;
    return { kind: "show-rate", rates: [best.rate.id], rank: null };
  },
};

/** An amount with its unit is worked with, not asked for. */
const CALCULATES =
  /[$€£]\s?\d|\d[\d.,]*\s?(?:mw|gw|twh|kwh|gwh|mwh|lbs?|%|bn|billion|million|m|b|k)\b|\bconvert\b|\b(?:energy|homes|co2) (?:per|from|for)\b.*\d/i;

const NOISE = new Set(
  "according per figure number input your cost call gave go went say said what give average range mid low high".split(
    " ",
  ),
);
const rankOf = (question: string) =>
  /\b(?:lowest|cheapest|least|smallest)\b/i.test(question) ? "lowest" : SUPERLATIVE.test(question) ? "highest" : null;

/** Whether an organisation is a party to deals rather than only the author of an estimate. */
const isDealOrg = ({ library }: Reading, org: string): boolean => (library.dealsOf.get(org)?.length ?? 0) > 1;

/** "nvidia h100": the maker of the chip. */
const aboutChip = ({ library }: Reading, found: Rate, org: string): boolean =>
  (found.chip ?? "").toLowerCase().includes((library.organisations.get(org)?.name ?? org).toLowerCase());

/** "b200 vs h100 rental": what stands with one side counts for both. */
function sides({ question, library, names }: Reading): string[] {
  const parts = question
    .split(/\b(?:vs\.?|versus|against|or|and|compared (?:to|with))\b|[,:;]/i)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length < 2) return [];
  const all = contentWords(question).filter((word) => !NOISE.has(word));
  const marks = parts.map((part) => new Set(contentWords(part).map(sense)));
  const found: string[] = [];
  for (const [index] of parts.entries()) {
    const others = new Set(marks.flatMap((mark, other) => (other === index ? [] : [...mark])));
    const mine = marks[index] ?? new Set();
    const common = all.filter((word) => mine.has(sense(word)) || !isName(library, word) || !others.has(sense(word)));
    const best = rankRates(library, { words: common, orgs: names.orgs, people: names.people }).find(({ rate: entry }) =>
      [...mine].some(
        (word) =>
          isName(library, word) &&
          contentWords([entry.name, ...entry.aliases, entry.chip ?? ""].join(" "))
            .map(sense)
            .includes(word),
      ),
    );
    if (best && best.score >= SCORE - 1 && best.coverage >= 0.5 && !found.includes(best.rate.id))
      found.push(best.rate.id);
  }
  return found;
}

/** A word that tells rates apart: of a chip, a firm, a kind of plant. */
const isName = (library: Reading["library"], word: string): boolean => tellingOf(library, word) > 3.2;
