/** Deals or sites that stand in a row: "rank A, B and C by size", "A, B, C or D: which came first", "which is the largest: A, B or C". */
import { readNames } from "../../knowledge/resolve.ts";
import type { Reading } from "./reading.ts";

/** `whose`: what is said once for all of them; `ordered`: all are asked for in their order; `one`: of each a single deal. */
export type NamedRow = { items: string[]; whose: string; ordered: boolean; one: boolean };

const LEAD = String.raw`^\W*(?:(?:please|pls|can you|could you|so|and|ok|hey|now),? )*`;
const ORDERS = new RegExp(`${LEAD}(?:rank|order|sort|arrange|put)\\b`, "i");
const ORDERED = new RegExp(
  String.raw`${LEAD}(?:rank|order|sort|arrange|put|list) ([^:?]+?,[^:?]+?|[^:?]+? and [^:?]+? and [^:?]+?)(?:\s*(?:[:;]|,|\s[–—-])\s*(?:which|who|what|whose)\b.*|,? (?:in (?:\w+ )?order|by|from (?:the )?(?:largest|biggest|smallest|lowest|highest|first|oldest|newest|longest)|(?:largest|biggest|oldest|longest) first|according to)\b.*)?\W*$`,
  "i",
);
/** What follows the row asks which of them it is. */
const IN_FRONT = new RegExp(
  String.raw`${LEAD}((?!(?:which|what|who|whose|how|is|are|was|does|do|did|when|where|why|rank|order|sort|list|put|of|among|between)\b)[^:?]+,[^:?]+?)\s*(?:[:;?]|,|\s[–—-]+)\s*((?:and |so )?(?:which|who|whose|what|biggest|largest|smallest|earliest|oldest|longest|highest|most|cheapest)\b.*)$`,
  "i",
);
const BEHIND: readonly RegExp[] = [
  /:\s*([^:?]+(?:\b(?:or|and)\b|,[^:?]+,)[^:?]+)\??\s*$/i,
  /\b(?:of|among|between|out of)\s+(?!(?:the|those|these) (?:three|four|five|deals|sites)\b)([^:?]+,[^:?]+?\b(?:and|or)\b[^:?]+?)(?:,? (?:which|who|is|was|has|by)\b.*)?\??\s*$/i,
  // The superlative may stand before the row.
  /^\W*(?:which|who|whose|what)\b(?!.*\bof\b)[^,:?]*,\s*([^:?]+,[^:?]+\bor\b[^:?]+)\??\s*$/i,
  // "Was announced first, A or B" has two.
  /(?:,|\bis|\bwas)\s+(?!(?:[a-z]+ ){0,2}(?:first|last|[a-z]+er|[a-z]+est)\s*,)([^:?]+,[^:?]+\bor\b[^:?]+)\??\s*$/i,
];
/** What stands before the first of such a row: "of A, B and C, who …", "which of A, B and C …". */
export const FIRST_ROW = new RegExp(
  `${LEAD}(?:(?:which|who|whose) )?(?:of|among|amongst|between|out of) (?:the )?$`,
  "i",
);
const DEAL = "(?:deals?|contracts?|agreements?|leases?|loans?|ppas?|stakes?|investments?|acquisitions?)";
/** "OpenAI's AMD, Broadcom …", "the deals with …": said before the first, and meant of all. */
const BEFORE_ALL = new RegExp(
  String.raw`^((?:the )?[\w.& -]+?['’]s|(?:the )?(?:[\w.&'’-]+ ){0,4}?${DEAL} (?:with|from|by|in|to|of|at|for)) (.+)$`,
  "i",
);
/** "… or Cerebras deal", "… Hut 8 leases to Fluidstack": said after the last, and meant of all. */
const AFTER_ALL = new RegExp(`^(.+?) (${DEAL}(?: (?:with|from|to|for|by) .+)?)$`, "i");
const PARTNER = /\b(?:with|from|to|for|by)\b/i;
const ONE_DEAL = /\b(?:deal|contract|agreement|lease|loan|ppa|stake|tie-up|order)\b/i;

export function namedRow({ question, library }: Reading): NamedRow | null {
  const ordered = ORDERED.exec(question)?.[1];
  const found = ordered ?? BEHIND.map((pattern) => pattern.exec(question)?.[1]).find(Boolean);
  const row = found ?? IN_FRONT.exec(question)?.[1];
  if (row === undefined) return null;
  const [before, after] = around(question, row);
  const { items, outside } = itemsOf(row);
  // What stands behind "of A, B and C, which …" is said of all three.
  const inFront = !ordered && FIRST_ROW.test(before);
  const all = [before, ...outside, ...(found && !ordered && !inFront ? [] : [after])];
  const whose = all.flatMap((text) => namesIn(library, text)).join(" ");
  return {
    items,
    whose,
    ordered: ordered !== undefined || ORDERS.test(question),
    one: all.some((text) => ONE_DEAL.test(text)),
  };
}

const around = (question: string, row: string): [string, string] => {
  const at = question.indexOf(row);
  return [question.slice(0, at), question.slice(at + row.length)];
};

function itemsOf(row: string): { items: string[]; outside: string[] } {
  const before = BEFORE_ALL.exec(row);
  const items = (before?.[2] ?? row)
    .split(/\s*(?:,|;|\/|\bor\b|\band\b|\bvs\.?)\s*/i)
    .map((item) => item.trim())
    .filter(Boolean);
  // Where each has its own noun and one alone its partner, that is the partner of all.
  const apart = items.slice(0, -1).some((item) => PARTNER.test(item));
  const after = apart ? null : AFTER_ALL.exec(items.at(-1) ?? "");
  const named = after ? [...items.slice(0, -1), after[1] ?? ""] : items;
  return { items: named, outside: [before?.[1], after?.[2]].flatMap((text) => text ?? []) };
}

/** Organisations as they are written, and those of the persons who are named. */
const namesIn = (library: Reading["library"], text: string): string[] =>
  readNames(library, text).mentions.flatMap(({ refs, start, end }): string[] => {
    const employer = refs
      .map(({ type, id }) => (type === "person" ? library.people.get(id)?.roles[0]?.org : undefined))
      .find(Boolean);
    if (employer) return [library.organisations.get(employer)?.name ?? text.slice(start, end)];
    return refs.some(({ type }) => type === "org") ? [text.slice(start, end)] : [];
  });
