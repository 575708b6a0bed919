/** When a deal ends: by the day that is said beside its money or power, or by its start and its length. */

import type { DealKind, Figure, FigureOf } from "../../knowledge/schema.ts";
import type { Outline } from "./as-of.ts";
import { lengthOf } from "./lengths.ts";

/** `reckoned`: worked out from the start and the length. `said`: "December 2032", "2042". */
export type End = { year: number; said: string; reckoned: boolean; figure: Figure };

const MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
/** "To December 2031, option into 2032", "full volume by 2032, to 2042": the first day up to which it runs. */
const TO = new RegExp(
  String.raw`\b(?:to|through|until|due)(?: the end of| end of)? ((?:\d{1,2} )?(?:${MONTH} )?(20\d\d))\b`,
);
const FROM = /\b(?:from|starting(?: in)?)(?: [a-z]+)*(?: [A-Z][a-z]+)? (20\d\d)\b/;
/** What somebody pays, owes, guarantees or takes runs for a time; by when something is built is no end. */
const RUNS = new Set<FigureOf>(["contract", "fee", "guarantee", "debt", "generation"]);
/** What begins about when it is signed, where no start is on record. */
const BEGINS = new Set<DealKind>(["cloud-contract", "compute-purchase", "energy", "supply", "site"]);

const ENDS = new WeakMap<Outline, End | null>();

/** Null where neither is on record. */
export function endOf(state: Outline): End | null {
  const known = ENDS.get(state);
  if (known !== undefined) return known;
  const found = saidEnd(state) ?? reckonedEnd(state);
  ENDS.set(state, found);
  return found;
}

function saidEnd({ figures, money }: Outline): End | null {
  const standing = figures.filter(({ ended, figure }) => ended === null && RUNS.has(figure.of));
  for (const { figure } of money ? [money, ...standing] : standing) {
    const [, said, year] = RUNS.has(figure.of) ? (TO.exec(figure.term ?? "") ?? []) : [];
    if (said && year) return { year: Number(year), said, reckoned: false, figure };
  }
  return null;
}

function reckonedEnd(state: Outline): End | null {
  const length = lengthOf(state)?.figure;
  const years = length?.high ?? length?.low;
  if (!length || !years || !BEGINS.has(state.deal.kind)) return null;
  const start = [length, ...state.figures.filter(({ ended }) => ended === null).map(({ figure }) => figure)]
    .map(({ term }) => FROM.exec(term ?? "")?.[1])
    .find(Boolean);
  const year = Math.ceil(Number(start ?? state.announced.slice(0, 4)) + years);
  return { year, said: `about ${year}`, reckoned: true, figure: length };
}
