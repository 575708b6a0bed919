/** Words that stand where a name stands and that no record knows. A known name beside them must not hide them. */

import { isCommonEnglish, isEnglish } from "../../knowledge/english.ts";
import { gated } from "../../knowledge/gated.ts";
import { statementsOf } from "../../knowledge/statements.ts";
import { contentRoots, spans } from "../../knowledge/words.ts";
import { perReading, type Reading } from "./reading.ts";
import { namesakesIn, properPairsIn, strangersIn } from "./strangers.ts";

export const unknownNames = perReading((reading): readonly string[] => {
  const { question, library, names, dates, quantities } = reading;
  const taken = [...names.mentions, ...dates.spans, ...quantities];
  const tokens = spans(question).map(({ start, end }) => ({
    start,
    end,
    written: question.slice(start, end),
    taken: taken.some((span) => start < span.end && end > span.start),
  }));
  // A text in capitals or in title case throughout says nothing by its capitals.
  const capitals = tokens.filter(({ written }) => /^\p{Lu}/u.test(written)).length;
  const told = capitals <= Math.max(1, tokens.length * 0.5) || capitals - tokens.filter((one) => one.taken).length <= 2;
  const unknown = (written: string) =>
    /^\p{L}{3,}$/u.test(written) &&
    !MONTHS.test(written) &&
    !library.knowsWord(written) &&
    !isFormOfKnown(reading, written) &&
    library.names.exact(written).length === 0;
  // What is left of another script is a name that it spells.
  const out: string[] = question.match(/[\p{Script=Katakana}ー]{3,}/gu) ?? [];
  for (const { start, written, taken: isTaken } of tokens) {
    if (isTaken || !unknown(written)) continue;
    // "Cohere vs Mistral" begins with a name.
    const compared = /^\s+(?:vs\.?|versus)\s/i.test(question.slice(start + written.length));
    // "Galaxy's lease" begins with one too.
    const owner = /^['’]s\s/.test(question.slice(start + written.length));
    const first = !compared && !owner && (start === 0 || /[.!?"]\s*$/.test(question.slice(0, start)));
    if (told && !first && /^\p{Lu}\p{Ll}{2,}/u.test(written) && !isCommonEnglish(written) && !PEOPLES.test(written))
      out.push(written);
  }
  return [
    ...strangersIn(reading),
    ...namesakesIn(reading),
    ...out,
    ...(told ? properPairsIn(reading) : []),
    ...styled(reading),
    ...versions(reading, taken),
    ...numbered(reading),
    ...(out.length > 0 ? [] : inNamesPlace(reading, unknown)),
  ];
});

/** "Backstopping" of "backstop". */
const isFormOfKnown = ({ library }: Reading, written: string): boolean =>
  /^\p{Ll}+(?:ing|ed)$/u.test(written) &&
  contentRoots(written).some((root) => root !== written && root.length > 3 && library.knowsWord(root));

/** "Reflection AI": a word of the language that is made a name by what stands behind it. */
function styled({ question, names }: Reading): string[] {
  return [...question.matchAll(STYLED)].flatMap(({ 0: written, 1: name, 2: site, index }) => {
    const word = name ?? site ?? "";
    const end = index + written.length;
    const known = names.mentions.some(
      (span) => span.start <= index && (span.end >= end || span.end > index + word.length),
    );
    const own = names.mentions.some((span) => span.start <= index && span.end > index);
    return known || own || NO_NAME.test(word) ? [] : [written];
  });
}
const STYLED =
  /(?<=[\p{Ll},]\s)(\p{Lu}\p{Ll}{2,}) (?:AI|Labs?|Robotics|Computing)\b|(?<=[\p{Ll},]\s)(\p{Lu}\p{L}{2,})\.(?:ai|io|com|org|dev)\b/gu;
const NO_NAME = gated(
  /^(?:Big|Sovereign|Physical|Generative|Frontier|Agentic|Open|Global|American|European|Chinese|British|French|Indian|Saudi|Enterprise|National|Private|Public|Other|New|All|Any|The|Responsible|Cloud|Edge)$/,
);

/** "gpt-6", "MI600": a model of a line that the records have, but not this one. */
function versions({ question, library }: Reading, taken: readonly { start: number; end: number }[]): string[] {
  const known = library.versions();
  const out: string[] = [];
  for (const match of question.matchAll(/(?<![\w.-])([a-z]{2,8})-?(\d{1,4}(?:\.\d+)?)(?![\w.%])/gi)) {
    const [written, line = "", number = ""] = match;
    const end = match.index + written.length;
    if (/^(?:fy|cy|q|h|us|eur?|usd|gbp|phase|year|top|level|form|the|mid|early|late|end|pre|post|since)$/i.test(line))
      continue;
    if (taken.some((span) => match.index < span.end && end > span.start)) continue;
    const numbers = known.get(line.toLowerCase());
    if (numbers && !numbers.has(number)) out.push(written);
  }
  return out;
}

/** "Colossus 2": the next of something that is on record, of which no record speaks. */
function numbered({ question, library, names, quantities, dates }: Reading): string[] {
  return names.mentions.flatMap(({ refs, start, end }) => {
    const [said = "", number = ""] = NEXT.exec(question.slice(end)) ?? [];
    const written = question.slice(start, end + said.length);
    const other = [...names.mentions, ...quantities, ...dates.spans].some(
      (span) => span.start < end + said.length && span.end > end,
    );
    if (number === "" || other || !refs.every(({ type }) => type === "deal" || type === "place")) return [];
    const told = [...statementsOf(library).byRecord.values()].some(({ statements }) =>
      statements.some(({ text }) => text.toLowerCase().includes(written.toLowerCase())),
    );
    return told || library.names.exact(written).length > 0 ? [] : [written];
  });
}
const NEXT =
  /^ ([1-9])(?![\w.,%/–-]| (?:[kmgt]?w|[kmgt]w|giga|mega|%|b|bn|m|mn|million|billion|trillion|years?|months?|days?|times|x)\b)/i;

const MONTHS = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/i;
const PEOPLES = /(?:ish|ese|ian|ean|[a-z]an)$|^(?:French|Dutch|Greek|Swiss|Czech|Nordic|Baltic|Aussie|Kiwi|Brit|Arab)$/;

const NOUN =
  "(?:deals?|contracts?|agreements?|leases?|campus|site|loans?|investments?|stakes?|partnerships?|data cent(?:er|re)s?|rounds?|acquisitions?|merger|tie-?up|capex|revenue|backlog|valuation)";
const VERB =
  "(?:pay(?:s|ing)?|paid|buy(?:s|ing)?|bought|invest(?:s|ed|ing)?|sign(?:s|ed)?|own(?:s|ed)?|lease[sd]?|leasing|rais(?:e[sd]?|ing)|spend(?:s|ing)?|spent|acquire[sd]?|commit(?:s|ted)?|order(?:s|ed)?|build(?:s|ing)?|put|lend|lent|rent(?:s|ed)?)";
/** "Which deals involve KKR": a name in capitals where only a name stands. */
const CAPITALS =
  /\b(?:involv(?:e|es|ed|ing)|with|by|from|between|did|does|has|and)\s+([A-Z]{3,5})(?=[\s?.!,]*$|\s+(?:invest|lend|lent|buy|bought|sign|own|pay|paid|have|has)\b)/g;
/** Where a name stands whatever its letters: the places that are open are those of a lower-case word. */
const PLACES: readonly { pattern: RegExp; common: boolean }[] = [
  { pattern: new RegExp(String.raw`\b([a-z]{3,})'s (?:[\w$-]+ ){0,2}${NOUN}\b`, "gi"), common: false },
  {
    pattern: new RegExp(String.raw`\b(?:did|does|has|is|will|would) ([a-z]{3,}) (?:to )?${VERB}\b`, "gi"),
    common: false,
  },
  {
    pattern:
      /\b([a-z]{3,}) (?:has|have|had) (?:bought|ordered|signed|leased|rented|acquired|raised|invested|built|spent|paid|borrowed)\b/gi,
    common: false,
  },
  { pattern: /\bbetween ([a-z]{3,}) and\b|\bbetween [\w.&-]+(?: [\w.&-]+)? and ([a-z]{3,})\b/gi, common: false },
  { pattern: new RegExp(String.raw`\b${NOUN} (?:with|by|from|of) ([a-z]{3,})(?=[\s?.!,]*$)`, "gi"), common: false },
  {
    pattern: new RegExp(
      String.raw`\b(?:of|for|on|about|is|was|what's|to|in|did|does|has|with|how's) the ([a-z]{3,}) ${NOUN}\b`,
      "gi",
    ),
    common: true,
  },
];

const NOUN_BEHIND = new RegExp(String.raw`^(?:'s)?[\s/–-]+(?:[\w-]+ ){0,2}${NOUN}\b`, "i");

/** "size of the perplexity coreweave contract": a rare word beside a company and before what only companies have. */
function inNamesPlace({ question, names }: Reading, unknown: (written: string) => boolean): string[] {
  const out: string[] = [];
  if (question !== question.toUpperCase())
    for (const [, name = ""] of question.matchAll(CAPITALS)) if (unknown(name) && !isEnglish(name)) out.push(name);
  for (const { pattern, common } of PLACES)
    for (const match of question.matchAll(pattern)) {
      const word = match[1] ?? match[2] ?? "";
      if (unknown(word) && !(common ? isEnglish(word) : isCommonEnglish(word))) out.push(word);
    }
  for (const mention of names.mentions) {
    if (!mention.refs.some((ref) => ref.type === "org")) continue;
    const before = /\b([a-z]{3,})[\s/–-]{1,3}$/i.exec(question.slice(0, mention.start))?.[1];
    const after = /^[\s/–-]{1,3}([a-z]{3,})\b/i.exec(question.slice(mention.end))?.[1];
    const near = NOUN_BEHIND.test(question.slice(mention.end));
    // "SoftBank's frnech data center": a slip of a name is that name.
    const named = (word: string) =>
      names.mentions.some(({ start, end }) => question.slice(start, end).toLowerCase() === word.toLowerCase());
    if (near)
      for (const word of [before, after])
        if (word && unknown(word) && !isCommonEnglish(word) && !named(word)) out.push(word);
  }
  return [...new Set(out)];
}
