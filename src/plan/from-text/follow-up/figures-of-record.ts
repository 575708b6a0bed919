/** Figures of the record on the table that words of a question mean: "abernathy", "the government loan", "the rest", "the whole". */

import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { same } from "../../../calculator/dimension.ts";
import { isMoney, type StandingFigure, stateOn } from "../../../knowledge/as-of.ts";
import { findStatements } from "../../../knowledge/find-statements.ts";
import { gated } from "../../../knowledge/gated.ts";
import { isWeak, soughtWords } from "../../../knowledge/question-words.ts";
import { orgName, readNames } from "../../../knowledge/resolve.ts";
import { figureAt } from "../../../knowledge/statements.ts";
import { sensesOf } from "../../../knowledge/synonyms.ts";
import type { Words } from "../../../knowledge/word-sets.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import { findQuantities } from "../../quantities.ts";
import type { Shown } from "../conversation.ts";
import type { Reading } from "../reading.ts";
import { type OnTable, onTable } from "./on-the-table.ts";

const WHOLE = gated(
  /\b(?:whole(?: (?:thing|lot|deal|package))?|total|all of it|full amount|everything|in all|overall|entire\w*)\b/i,
);
const REST = gated(
  /\b(?:rest|remainder|remain(?:s|ing)?|balance|other (?:part|half|bit|piece|portion)|what['’]?s left|left over|how much(?: is| was)? (?:left|missing|lacking|short|open|outstanding)|(?:still|yet) to (?:come|go|be (?:paid|spent|drawn|raised|sold))|(?:leav(?:es|ing)|that leaves) (?:how much|what)|how much (?:more )?(?:(?:is|was|does that leave|left) )*to go|(?:still )?outstanding)\b/i,
);

/** For the rest, and for nothing else in the same breath. */
export const asksRest = (text: string): boolean =>
  REST.test(text) && soughtWords(text.replace(REST, " ")).every(({ weak }) => weak);

export const withoutRest = (text: string): string => text.replace(REST, " ");

export function dealOnTable({ conversation, library }: Reading): Deal | null {
  return (conversation.deal === null ? null : library.deals.get(conversation.deal)) ?? null;
}

/** A figure of a deal as a conversation keeps it. */
export function toShown(deal: Deal, { figure }: { figure: Figure }): Shown {
  const label = `${deal.name}, ${figure.label}`.slice(0, 80);
  return {
    lines: [{ label, expression: `@${deal.id}:${figure.id}` }],
    at: 1,
    label,
    record: { type: "deal", id: deal.id },
    figure: figure.id,
  };
}

/**
 * The figure that the words mean, of one unit with `like` where it is given. Null where there are no words that tell;
 * "unknown" where there are, and no figure of the record has them.
 */
export function figureNamedIn(reading: Reading, text: string, like: OnTable | null = null): OnTable | null | "unknown" {
  const deal = dealOnTable(reading);
  const state = deal ? stateOn(deal, reading.asOf) : null;
  const telling = soughtWords(text).filter(({ weak }) => !weak);
  if (!deal || !state) return telling.length > 0 ? "unknown" : null;
  if (namedAsWhole(reading, text)) {
    const wholes = [state.money, state.size].flatMap((entry) =>
      entry ? (onTable(reading, toShown(deal, entry)) ?? []) : [],
    );
    return wholes.find((one) => like === null || same(one.dimension, like.dimension)) ?? "unknown";
  }
  if (soughtWords(text).length === 0) return null;
  const [first] = besideWhole(figuresWith(reading, deal, text));
  if (!first) return telling.length > 0 ? "unknown" : null;
  return onTable(reading, toShown(deal, first)) ?? "unknown";
}

/** "The total", and of what bears the record's own name all of it: "Stargate's share of the campus". */
export const namedAsWhole = (reading: Reading, text: string): boolean => WHOLE.test(text) || isOwnName(reading, text);

/** Words of the name of the deal on the table, and of none of its figures. */
export function isOwnName(reading: Reading, text: string): boolean {
  const deal = dealOnTable(reading);
  const telling = soughtWords(text).filter(({ weak }) => !weak);
  if (!deal || telling.length === 0 || WHOLE.test(text)) return false;
  const own = new Set(contentRoots([deal.name, ...deal.aliases].join(" ")));
  const labels = new Set(
    deal.events.flatMap(({ figures = [] }) => figures.flatMap(({ label }) => contentRoots(label))),
  );
  const { orgs } = readNames(reading.library, text);
  return orgs.length === 0 && telling.every(({ word }) => own.has(word) && !labels.has(word));
}

/** The whole is not another figure, where a part has the words too. */
export function besideWhole(found: readonly StandingFigure[]): readonly StandingFigure[] {
  const sizeOf = ({ figure }: StandingFigure) => figure.high ?? figure.low ?? 0;
  const wholes = found.filter(({ figure }) => figure.headline === true);
  const alike = (a: StandingFigure, b: StandingFigure) => a.figure.unit === b.figure.unit;
  const parts = found.filter(
    (one) =>
      one.figure.headline !== true &&
      // What is larger than the whole is no part of it: a stake as it was before.
      wholes.every((whole) => !alike(whole, one) || sizeOf(one) <= sizeOf(whole)),
  );
  // A share has no part in an amount.
  const kept = wholes.filter((whole) => !parts.some((part) => alike(part, whole)));
  const out = found.filter((one) => parts.includes(one) || kept.includes(one));
  return parts.length > 0 ? out : found;
}

/** The standing figures of a deal that have the words, best first; those of the kind of the last one shown before others. */
export const figuresWith = (reading: Reading, deal: Deal, text: string): StandingFigure[] =>
  rankedWith(reading, deal, text).map(({ entry }) => entry);

/** The same, each with how much it is like what was spoken of. */
export function rankedWith(reading: Reading, deal: Deal, text: string): { entry: StandingFigure; like: number }[] {
  const { library, asOf } = reading;
  const state = stateOn(deal, asOf);
  const words = soughtWords(withNames(reading, text)).filter(({ word, tells }) => tells || !isWeak(word));
  if (!state || words.length === 0) return [];
  const found = findStatements(
    library,
    { words, names: [], amounts: [], dates: [], want: null, order: null, before: null, asOf },
    40,
    [`deal:${deal.id}`],
  ).filter(
    ({ statement, own, unexplained }) =>
      statement.kind === "figure" &&
      own > 0 &&
      words.some((word) => isSaidIn(statement.own, word.word)) &&
      !unexplained.some((word) => words.some((one) => one.word === word && !one.weak)),
  );
  const entries = found.flatMap(({ statement, own }) => {
    const figure = figureAt(deal, statement.index);
    const entry = state.figures.find((one) => one.figure === figure && one.ended === null);
    return entry
      ? [
          {
            entry,
            own,
            like: likeOf(reading, deal, entry.figure),
          },
        ]
      : [];
  });
  const best = Math.max(0, ...entries.map(({ own }) => own));
  const good = entries.filter(({ own }) => own >= best * AS_GOOD);
  const lengthOf = (entry: StandingFigure) => contentRoots(entry.figure.label).length;
  // How much of its label the question says: "the second vehicle" is not a loan for it.
  const named = new Set(reading.names.orgs.flatMap((org) => contentRoots(orgName(library, org))));
  const said = new Set(words.flatMap(({ word }) => (named.has(word) ? [] : [word])));
  const shareOf = (entry: StandingFigure) => {
    const own = contentRoots(entry.figure.label);
    return own.filter((word) => said.has(word)).length / Math.max(1, own.length);
  };
  const shortest = Math.min(...good.map(({ entry }) => lengthOf(entry)));
  return good
    .map((one) => ({
      ...one,
      like: one.like + shareOf(one.entry) * SAID - (lengthOf(one.entry) >= shortest * 2 ? SAYS_MORE : 0),
    }))
    .sort((a, b) => b.like - a.like || b.own - a.own);
}
const AS_GOOD = 0.8;
const SAID = 1.5;

/** In the figure itself, and not only in what stands beside it. */
const isSaidIn = ({ exact, senses }: Words, word: string): boolean =>
  exact.has(word) || sensesOf(word).some((sense) => senses.has(sense));

/** How much a figure is of the kind of the last one, and by the words of the last question. */
const likeOf = (reading: Reading, deal: Deal, figure: Figure): number =>
  likeness(figure, kindAsked(reading, deal)) +
  sharedWords(deal, figure, reading.conversation.asked ?? "") +
  Number(figure.headline === true) / 2;

/** What a label that says twice as much as the shortest of those found lacks: "Apollo's part" is not a second loan of Apollo. */
const SAYS_MORE = 0.75;

/** The figure of the deal that was shown last. */
export function kindShown({ conversation, asOf }: Reading, deal: Deal): Figure | null {
  const shown = (conversation.shown ?? [])
    .flat()
    .find(({ record }) => record?.type === "deal" && record.id === deal.id);
  return stateOn(deal, asOf)?.figures.find(({ figure }) => figure.id === shown?.figure)?.figure ?? null;
}

/** The power that the label of a sum says that it is for: "First 20 MW". */
export function powerPaidFor(reading: Reading, deal: Deal, { label }: Figure): StandingFigure | null {
  const power = findQuantities(label).find(({ quantity }) => quantity.unit === "GW")?.quantity;
  const own = stateOn(deal, reading.asOf)?.figures ?? [];
  return own.find(({ figure, ended }) => !ended && figure.unit === "GW" && power && figure.high === power.high) ?? null;
}

/** Of a card nothing in particular was asked for. */
export const kindAsked = (reading: Reading, deal: Deal): Figure | null =>
  reading.conversation.plan?.kind === "show-figure" ? kindShown(reading, deal) : null;

const likeness = (figure: Figure, last: Figure | null): number =>
  last === null
    ? 0
    : Number(figure.of === last.of) * 2 +
      Number(figure.unit === last.unit) +
      Number(isMoney(figure.unit) && isMoney(last.unit));

/**
 * How many words of the last question its label has: "what did Google backstop at Lake Mariner", "and at Abernathy?". Words of the
 * record's own name tell half.
 */
function sharedWords(deal: Deal, { label }: Figure, asked: string): number {
  const own = new Set(contentRoots(label));
  const title = new Set(contentRoots(deal.name));
  return soughtWords(asked).reduce(
    (sum, { word, weak, tells }) => (!tells || !own.has(word) ? sum : sum + (weak || title.has(word) ? 0.5 : 1)),
    0,
  );
}

/** Organisations by the names that the records use. */
function withNames({ library }: Reading, text: string): string {
  let out = text;
  for (const { refs, start, end } of [...library.names.find(text)].reverse()) {
    const org = refs.find((ref) => ref.type === "org");
    if (org) out = `${out.slice(0, start)}${orgName(library, org.id)}${out.slice(end)}`;
  }
  return out;
}
