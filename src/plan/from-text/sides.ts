/** The texts of the sides of a comparison: what stands for one of them, with what all of them share. */

import { blanked } from "../../knowledge/blanked.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { isOfName } from "../../knowledge/name-words.ts";
import type { Mention } from "../../knowledge/names.ts";
import { type NamesRead, orgName, readNames } from "../../knowledge/resolve.ts";
import { isStop, words } from "../../knowledge/words.ts";
import { findPeriods } from "../dates.ts";
import { measuresIn } from "./measures.ts";
import type { Reading } from "./reading.ts";
import { clausesOf, withHead } from "./two-clauses.ts";

const BETWEEN =
  /\b(?:vs\.?|v\.?|versus|(?:larger|bigger|higher|smaller|lower|cheaper|dearer|longer|shorter|earlier|later|older|newer|more|less) than|compared? (?:to|with)|(?<!(?:loans?|borrow\w*|secured|collateral|bets?|lend\w*|lent)\s)against|as opposed to|relative to|rather than|(?:set|held|put) (?:beside|next to|side by side with)|side by side with|stacked up next to|in comparison (?:to|with)|differ(?:s|ed|ent)? from|before or after|after or before|(?:c[oa]me|happened|announced|signed|struck|agreed|closed?|land(?:ed)?) (?:before|after)|predate[sd]?|preceded?)(?=\s|$)/i;

export function sidesOf(reading: Reading): string[] {
  const { question } = reading;
  const pairs = halvesOf(question);
  // "Microsoft Nebius vs Microsoft IREN": of two phrases with a pair each the names next to each other are no row.
  if (pairs.length === 2 && pairs.every((part) => countOf(reading, part) > 1)) return withShared(reading, pairs);
  const alternatives = inARow(reading);
  if (alternatives.length > 1)
    return alternatives.map((kept) =>
      alternatives.reduce((text, other) => (other === kept ? text : blanked(text, [other])), question),
    );
  const clauses = pairs.length > 1 ? [] : clausesOf(reading);
  const parts = pairs.length > 1 ? withHead(reading, pairs) : clauses.length > 1 ? clauses : eitherOf(reading);
  if (parts.length < 2 || parts.some((part) => part.length < 2 || ONLY_NUMBER.test(part))) return [];
  // "El Paso now vs October 2025" asks what changed.
  if (measuresIn(question).length === 0 && !VALUED.test(question) && parts.some((part) => isOnlyTime(reading, part)))
    return [];
  return withShared(reading, parts);
}

/** "Is it over five years or over four": two values of one thing are no sides. */
const ONLY_NUMBER =
  /^\W*(?:(?:is it|was it|over|in|for|about|just|only|of|at|around|more like) )*[$€£]?(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)(?: ?(?:years?|months?|gws?|gigawatts?|mws?|megawatts?|bn|billion|b|m|million|trillion|t|%|percent|x))?\W*$/i;

const VALUED = gated(/\bvaluations?\b|\bvalued\b/i);
const isOnlyTime = (reading: Reading, part: string): boolean =>
  /\d|\b(?:now|today|currently)\b/i.test(part) &&
  countOf(reading, part) === 0 &&
  telling(reading.library, part).length === 0 &&
  !/\b(?:one|ones|first|second|other)\b/i.test(part);

/** What stands before and behind the words that compare; "compare A's X with B's" has them around its sides. */
function halvesOf(question: string): string[] {
  const compared = /\bcompare[ds]?\s+(?!to\b|with\b)(.+?)\s+(?:with|to|against)\s+(.+)$/i.exec(question);
  const body = compared ? [compared[1] ?? "", compared[2] ?? ""] : question.split(new RegExp(BETWEEN, "i"));
  const parts = body.map((part) => part.trim());
  return parts.length > 1 ? parts : withoutAsking(question).split(/\bor\b/i);
}

/** "OpenAI's to Azure or OpenAI's to Oracle, which is larger": the two without what is asked of them. */
const withoutAsking = (question: string): string =>
  question.replace(/[,:;–—]\s*(?:which|who(?:se)?|what)\b.*$/i, "").replace(/^.*\b(?:which|who)\b[^,:]*[,:]\s*/i, "");

const countOf = ({ library }: Reading, part: string): number => {
  const { orgs, deals } = readNames(library, part);
  return orgs.length + deals.length;
};

/** "Google's India hub or Microsoft's India plan, which costs more": two phrases, each with a name of its own. */
function eitherOf({ question, library }: Reading): string[] {
  const parts = withoutAsking(question)
    .split(BOTH.test(question) ? /\b(?:or|and)\b/i : /\bor\b/i)
    .map((part) => part.replace(BOTH, " ").trim());
  const named = parts.every((part) => {
    const names = readNames(library, part);
    return names.orgs.length + names.deals.length > 0 || telling(library, part).some((word) => isOfName(library, word));
  });
  return parts.length === 2 && named ? parts : [];
}

const PREPOSITION = /\b(?:to|with|into|in|from|at|for|of)\s+(?:the )?$/i;
const TYPES = ["deal", "org", "metric", "place"];
const ASIDE = /^(?:'s)?\s*\([^)]{1,40}\)/;
const BOTH =
  /\b(?:compare[ds]?|comparison|difference between|side by side|next to each other|alongside|both|each|gap|spread|delta)\b/i;
const JOINS =
  /^(?:'s)?\s*(?:\([^)]{1,40}\)\s*)?(?:,|\/|&|<>|,?\s*(?:or|and|vs\.?|v\.?|versus|against|with|to)\b)\s*(?:the |its |their |for |to |into |by |in |from )*$/i;

type Unit = { mentions: readonly Mention[]; start: number; end: number };

/** Names that stand in a row, joined by "or", "and", commas or "vs"; "Microsoft-Nebius" is one of them. */
function inARow({ question, names }: Reading): { start: number; end: number }[] {
  const mentions = names.mentions.filter(
    (mention) => mention.refs.some((ref) => TYPES.includes(ref.type)) && !inBrackets(question, mention),
  );
  let best: Unit[] = [];
  let row: Unit[] = [];
  for (const unit of unitsOf(question, mentions)) {
    const last = row.at(-1);
    if (last && JOINS.test(question.slice(last.end, unit.start)) && sameType(last, unit)) row.push(unit);
    else row = [unit];
    if (row.length > best.length) best = [...row];
  }
  // "More to Nebius, Microsoft or Meta": what stands behind the preposition is no side.
  const [head, next] = best;
  if (
    head &&
    next &&
    best.length > 2 &&
    PREPOSITION.test(question.slice(0, head.start)) &&
    /^\s*,\s*$/.test(question.slice(head.end, next.start))
  )
    best = best.slice(1);
  if (best.length < 2 || !isEither(question, best)) return [];
  // "Clinton (Meta)": what stands in brackets belongs to the name.
  return best.map(({ start, end }) => ({ start, end: end + (ASIDE.exec(question.slice(end))?.[0].length ?? 0) }));
}

/** Names that only a hyphen joins. */
function unitsOf(question: string, mentions: readonly Mention[]): Unit[] {
  const out: Unit[] = [];
  for (const mention of mentions) {
    const last = out.at(-1);
    if (last && /^\s?[-–—]\s?$/.test(question.slice(last.end, mention.start)))
      out[out.length - 1] = { mentions: [...last.mentions, mention], start: last.start, end: mention.end };
    else out.push({ mentions: [mention], start: mention.start, end: mention.end });
  }
  return out;
}

const inBrackets = (question: string, { start, end }: Mention): boolean =>
  /\(\s*$/.test(question.slice(0, start)) && /^\s*\)/.test(question.slice(end));

/** "OpenAI and AMD" are partners in one deal, unless the question sets them side by side. */
function isEither(question: string, row: readonly Unit[]): boolean {
  const joints = row.slice(1).map((unit, index) => question.slice(row[index]?.end ?? 0, unit.start));
  return joints.some((joint) => /\b(?:or|vs?|versus|against)\b/i.test(joint)) || BOTH.test(question);
}

const sameType = (a: Unit, b: Unit): boolean => {
  const has = (unit: Unit, type: string) => unit.mentions.some(({ refs }) => refs.some((ref) => ref.type === type));
  return TYPES.some((type) => has(a, type) && has(b, type));
};

/** What one side leaves out because another says it: whose, and what is measured. */
function withShared({ library, question }: Reading, parts: readonly string[]): string[] {
  const read = parts.map((part) => ({ part, names: readNames(library, part) }));
  const nouns =
    /\b(?:post-?money|pre-?money|valuations?|revenues?|capex|backlogs?|margins?|run[- ]?rate|cash burn|burn|guid(?:ance|ed|e)|gw|mw|gigawatts?|megawatts?|per month|monthly|stake|deal|contract|round)\b/gi;
  const measures = [...new Set((question.match(nouns) ?? []).map((word) => word.toLowerCase()))];
  return read.map(({ part, names }) => {
    const others = read.filter((other) => other.part !== part);
    const nameless =
      names.orgs.length + names.deals.length === 0 && !telling(library, part).some((word) => isOfName(library, word));
    const whose =
      nameless ||
      lacksPartner(
        names.orgs,
        others.map((other) => other.names.orgs),
      )
        ? others.flatMap((other) => [
            // "The first" is of all whom the other side names.
            ...partnersFor(library, names.orgs, other, {
              possessor: possessorsIn({ part, names }).length > 0,
              object: objectsIn({ part, names }).length > 0,
            })
              .slice(0, nameless && telling(library, part).length === 0 ? 2 : 1)
              .map((id) => orgName(library, id)),
            ...other.names.mentions.flatMap(({ refs }) => {
              const metric = refs.find((ref) => ref.type === "metric");
              return metric ? [orgName(library, library.metrics.get(metric.id)?.subjects[0] ?? "")] : [];
            }),
          ])
        : [];
    const lacking = measuresIn(part).length > 0 ? [] : measures.filter((word) => !part.toLowerCase().includes(word));
    // "Its revenue against the contract": a deal is none of what a company takes in.
    const fitting = OF_DEALS.test(part) ? lacking.filter((word) => measuresIn(word).length === 0) : lacking;
    const told = findPeriods(part).length > 0 || fitting.length < 4 ? fitting : [];
    const period =
      findPeriods(part).length > 0
        ? []
        : periodsOf(
            others.map((other) => other.part),
            question,
          );
    return [part, ...whose.slice(0, nameless ? 2 : 1), ...told, ...nounsFor(library, part, others), ...period].join(
      " ",
    );
  });
}

const OF_DEALS = gated(/\b(?:contracts?|deals?|agreements?|loans?|leases?|bonds?|orders?|purchases?|commitments?)\b/i);

/** Whom the other side names that this one means as well: what stands behind a preposition, then those of another trade than who is named here. */
function partnersFor(
  { organisations, deals }: Library,
  own: readonly string[],
  { part, names }: Read,
  inPlaceOf: { possessor: boolean; object: boolean },
): string[] {
  const kinds = new Set(own.map((id) => organisations.get(id)?.kind));
  const object = new Set(objectsIn({ part, names }));
  const issuers = names.deals.flatMap(
    (id) =>
      deals
        .get(id)
        ?.parties.slice(0, 1)
        .map(({ org }) => org) ?? [],
  );
  // "Humain's xAI cheque vs Nvidia's": whoever has it here has the place of whoever has it there, and so has whom it is "for".
  const replaced = new Set([
    ...(inPlaceOf.possessor ? possessorsIn({ part, names }) : []),
    ...(inPlaceOf.object ? object : []),
  ]);
  const rank = (id: string) =>
    Number(replaced.has(id)) * 4 + Number(!object.has(id)) * 2 + Number(kinds.has(organisations.get(id)?.kind));
  return [...new Set([...names.orgs, ...issuers])].filter((id) => !own.includes(id)).sort((x, y) => rank(x) - rank(y));
}
type Read = { part: string; names: NamesRead };
const possessorsIn = ({ part, names }: Read): string[] =>
  names.mentions
    .filter(({ end }) => /^['’](?:s\b|(?=\s|$))/.test(part.slice(end)))
    .flatMap(({ refs }) => refs.filter(({ type }) => type === "org").map(({ id }) => id));
const objectsIn = ({ part, names }: Read): string[] =>
  names.mentions
    .filter(({ start }) => OBJECT.test(part.slice(0, start)))
    .flatMap(({ refs }) => refs.filter(({ type }) => type === "org").map(({ id }) => id));
const OBJECT = /\b(?:in|into|to|with|from|for|by|at)\s+(?:the )?$/i;

/** "The one of 2025", "Microsoft's": what it is stands in the other side alone. */
function nounsFor(library: Library, part: string, others: readonly { part: string }[]): string[] {
  if (telling(library, part).length > 0) return [];
  const [only, ...more] = others;
  if (!only || more.length > 0) return [];
  // "The Oracle contract" is a deal's name, and Oracle none of the other's.
  const isNoun = (word: string) => !isOfName(library, word) && readNames(library, word).orgs.length === 0;
  return telling(library, only.part).filter(isNoun);
}

/** The words of a side that tell what it is, without names, days and words that ask. */
function telling(library: Library, part: string): string[] {
  let left = part;
  for (const { start, end, refs } of [...readNames(library, part).mentions].reverse())
    if (refs.some(({ type }) => type === "org")) left = `${left.slice(0, start)} ${left.slice(end)}`;
  const kept = words(left).filter((word) => !isStop(word) && !/^\d|^(?:one|ones|was|is)$/.test(word));
  return kept.filter((word) => !ASKS_WHICH.test(word));
}
const ASKS_WHICH =
  /^(?:bigger|larger|higher|smaller|lower|longer|shorter|earlier|later|more|less|first|second|two|both|came|compare|compared|difference|between|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** The one period that the other sides say. */
function periodsOf(others: readonly string[], question: string): string[] {
  const found = [...new Set(others.flatMap(findPeriods))];
  // "To A or to B in 2026": the year at the end is of both.
  const last = /\b(?:in|during) (20\d\d)\W*$/.exec(question)?.[1];
  return found.length === 1 && (!/^20\d\d$/.test(found[0] ?? "") || found[0] === last) ? found : [];
}

/** One organisation beside pairs: "Microsoft–Nebius against IREN" means Microsoft's both times. */
const lacksPartner = (own: readonly string[], others: readonly (readonly string[])[]): boolean =>
  own.length === 1 && others.some((other) => other.length > 1 && !other.includes(own[0] ?? ""));
