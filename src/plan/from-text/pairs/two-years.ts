/** "The 2026 contract than the 2025 one", "of its two agreements the newer": two deals of the same parties, told by when they were made. */

import type { Deal } from "../../../../knowledge/schema.ts";
import { gated } from "../../../knowledge/gated.ts";
import { family } from "../../../knowledge/resolve.ts";
import { findDates } from "../../dates.ts";
import type { Reading } from "../reading.ts";
import { twoBetween } from "../two-of-them.ts";

/** What is set against each other, and which deals are called so. */
const NOUNS: readonly (readonly [said: RegExp, is: (deal: Deal) => boolean])[] = [
  [/\b(?:bonds?|notes)\b/i, ({ kind, name }) => kind === "financing" && /\b(?:bonds?|notes)\b/i.test(name)],
  [/\bloans?\b/i, ({ kind, name }) => kind === "financing" && /\b(?:loans?|facilit(?:y|ies)|debt)\b/i.test(name)],
  [/\b(?:investments?|rounds?|stakes?)\b/i, ({ kind }) => kind === "investment" || kind === "equity-stake"],
  [/\b(?:contracts?|leases?|orders?)\b/i, ({ kind }) => kind !== "financing" && kind !== "investment"],
  [/\b(?:deals?|agreements?)\b/i, () => true],
];
const OLDER_AND_NEWER = gated(
  /\b(?:older|earlier|first|previous|old)\b.*\b(?:newer|later|second|latest|new)\b|\b(?:newer|later|second|latest|new)\b.*\b(?:older|earlier|first|previous|old)\b/i,
);

const NEWER = gated(/\b(?:newer|later|second|latest|new)\b/i);

/** No two figures of one deal are meant. */
export function areOfTwoYears(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => /\b20\d\d\b/.exec(text)?.[0]);
  return x !== undefined && y !== undefined && x !== y && NOUNS.some(([said]) => said.test(`${a} ${b}`));
}

/** The two deals, in the order of the texts; null where a text means none or several. */
export function dealsByTime(reading: Reading, [a, b]: readonly [string, string]): [Deal, Deal] | null {
  const { names, library, asOf, question } = reading;
  if (OLDER_AND_NEWER.test(question)) {
    const [old, recent] = (twoBetween(reading) ?? [])
      .flatMap((id) => library.deals.get(id) ?? [])
      .sort((x, y) => ((x.events[0]?.date ?? "") < (y.events[0]?.date ?? "") ? -1 : 1));
    return old && recent ? (NEWER.test(a) ? [recent, old] : [old, recent]) : null;
  }
  const [org] = names.orgs;
  const times = [a, b].map((text) => findDates(text, asOf).mentioned[0] ?? /\b20\d\d\b/.exec(text)?.[0]);
  if (!org || names.deals.length > 0 || !areApart(times)) return null;
  const isSo = NOUNS.find(([said]) => said.test(`${a} ${b}`) || said.test(question))?.[1];
  if (!isSo) return null;
  const groups = names.orgs.map((id) => family(library, id));
  const own = [...new Set([...(groups[0] ?? [])].flatMap((id) => library.dealsOf.get(id) ?? []))].filter(
    (deal) => isSo(deal) && groups.every((group) => deal.parties.some((party) => group.has(party.org))),
  );
  const [one, other] = times.map((time = "") => {
    const then = own.filter(({ events }) => events[0]?.date.startsWith(time));
    return then.length === 1 ? then[0] : undefined;
  });
  return one && other ? [one, other] : null;
}

/** October 2024 is in 2024. */
const areApart = ([x, y]: readonly (string | undefined)[]): boolean =>
  x !== undefined && y !== undefined && !x.startsWith(y) && !y.startsWith(x);
