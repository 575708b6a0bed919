/** The direct answer of deals side by side: which was earlier, runs longer, costs more for a gigawatt, or how far each has come. */

import type { Event } from "../../knowledge/schema.ts";
import type { Rich, Span } from "../doc/doc.ts";
import { OF, STATUS, sayAmount, sayDate } from "../doc/say-figure.ts";
import { type DealState, isOver, outlineOn } from "../knowledge/as-of.ts";
import { endOf } from "../knowledge/ends.ts";
import { gated } from "../knowledge/gated.ts";
import { lengthOf } from "../knowledge/lengths.ts";
import { digitsFor } from "../plan/number-words.ts";
import type { PlanOf } from "../plan/plan.ts";
import { type Draft, fitted } from "./draft.ts";
import { timeApart } from "./time-apart.ts";

type OfDeals = Exclude<PlanOf<"compare">["attribute"], "all" | "value" | "capacity">;
/** One deal's part of the answer, and by what it is ranked; null where the record does not say. */
type Part = {
  state: DealState;
  said: Rich;
  rank: number | string | null /** The records say nothing of it. */;
  lacking?: true;
};
/** `known`: of how many of the deals the records say it. */
export type Compared = { headline: Rich; known: number };

export function compareHeadline(draft: Draft, attribute: OfDeals, states: readonly DealState[]): Compared {
  const parts = states.map((state) => PARTS[attribute](draft, state));
  const ranks = parts.map(({ rank }) => rank);
  const [first, ...others] = ranks;
  const known = ranks.every((rank) => rank !== null);
  const same = known && others.every((rank) => rank === first);
  const { word, most } = VERDICTS[attribute];
  const sorted = [...parts].sort((a, b) => order(a.rank, b.rank) * (most ? -1 : 1));
  const lead = word === null || !known ? "" : same ? "The same: " : `${word}: `;
  const [a, b, ...more] = sorted;
  const two = a && b && more.length === 0 ? ([a, b] as const) : null;
  const gap = two && DAYS.has(attribute) ? daysApart(...two) : "";
  const headline = fitted(
    sorted.map(({ state, said }, index) => [
      { text: index === 0 ? lead : "; " },
      { text: state.deal.name, style: "strong" as const },
      { text: ": " },
      ...said,
      ...(index === 1 && gap !== "" ? [{ text: gap }] : []),
    ]),
  );
  const apart = MONEY_EACH[attribute];
  return {
    headline: [...headline, ...(two && apart ? difference(draft, ...two, apart) : [])],
    known: parts.filter(({ lacking }) => !lacking).length,
  };
}

/** Where the sides are told by the day on which something has happened. */
const DAYS: ReadonlySet<OfDeals> = new Set<OfDeals>(["announced", "signed", "completed"]);

function daysApart(a: Part, b: Part): string {
  const apart = typeof a.rank === "string" && typeof b.rank === "string" ? timeApart(a.rank, b.rank) : null;
  return apart === null ? "" : ` – ${apart} apart`;
}

/** For what the money of two deals is set side by side. */
const MONEY_EACH: Partial<Record<OfDeals, { per: "year" | "GW" | "MW"; said: string }>> = {
  "per-year": { per: "year", said: "a year" },
  "per-gw": { per: "GW", said: "per GW" },
  "per-mw": { per: "MW", said: "per MW" },
};

function difference(draft: Draft, a: Part, b: Part, { per, said }: { per: "year" | "GW" | "MW"; said: string }): Rich {
  const [unit, other] = [a, b].map(({ state }) => state.money?.figure.unit);
  if (typeof a.rank !== "number" || typeof b.rank !== "number" || a.rank === b.rank) return [];
  if (unit === undefined || unit !== other || !(unit === "USD" || unit === "EUR" || unit === "GBP")) return [];
  const value = Number(Math.abs(a.rank - b.rank).toPrecision(3));
  draft.use({ low: value, high: value, unit: `${unit}/${per}`, qualifier: "about", origin: "computed" });
  return [
    { text: ` The difference is about ${sayAmount({ low: value, high: value, unit, qualifier: "exact" })} ${said}.` },
  ];
}

const VERDICTS: Record<OfDeals, { word: string | null; most: boolean }> = {
  announced: { word: "Earlier", most: false },
  signed: { word: "Earlier", most: false },
  completed: { word: "Earlier", most: false },
  term: { word: "Longer", most: true },
  "per-gw": { word: "More for a gigawatt", most: true },
  "per-mw": { word: "More for a megawatt", most: true },
  starts: { word: "Earlier", most: false },
  ends: { word: "Ends first", most: false },
  "per-year": { word: "More a year", most: true },
  status: { word: null, most: true },
};

/** What is not known comes last, whichever way it is ordered. */
function order(a: number | string | null, b: number | string | null): number {
  if (a === null || b === null) return Number(b !== null) - Number(a !== null);
  return a < b ? -1 : a > b ? 1 : 0;
}

const PARTS: Record<OfDeals, (draft: Draft, state: DealState) => Part> = {
  announced: (draft, state) => dated(draft, state, state.events[0], "announced"),
  signed: (draft, state) => dated(draft, state, reached(state, SIGNED), "signed"),
  completed: (draft, state) => dated(draft, state, reached(state, DONE), "completed"),
  status: (draft, state) => ({
    state,
    rank: isOver(state.status) ? -1 : 0,
    said: [
      draft.sourced(STATUS[state.status], state.deal, state.statusEvent.sources, "strong"),
      { text: `, since ${sayDate(state.statusSince)}` },
    ],
  }),
  term: (draft, state) => {
    const found = termOf(state);
    if (!found) return { state, rank: null, said: [{ text: "no term on record" }], lacking: true };
    return { state, rank: found.years, said: [draft.sourced(found.said, state.deal, found.sources, "strong")] };
  },
  "per-year": (draft, state) => {
    const money = state.money?.figure;
    const value = money && (money.high ?? money.low);
    const years =
      money?.per === "year" ? 1 : money?.per === "month" ? 1 / 12 : money?.per ? null : (termOf(state)?.years ?? null);
    if (!money || !value || !years)
      return { state, rank: null, said: [{ text: "not known, for want of money or a term" }], lacking: true };
    const each = Number((value / years).toPrecision(4));
    draft.use({ low: each, high: each, unit: `${money.unit}/year`, qualifier: "about", origin: "computed" });
    return {
      state,
      rank: each,
      said: [
        {
          text: `about ${sayAmount({ low: each, high: each, unit: money.unit, qualifier: "exact" })} a year`,
          style: "strong",
        },
        { text: " (" },
        draft.amount(money, `deal:${state.deal.id}`, state.deal),
        ...(money.per ? [] : [{ text: ` over ${Number(years.toPrecision(3))} years` }]),
        { text: ")" },
      ],
    };
  },
  "per-gw": (draft, state) => perPower(draft, state, "GW"),
  "per-mw": (draft, state) => perPower(draft, state, "MW"),
  starts: (draft, state) => {
    if (state.status === "operational") return dated(draft, state, reached(state, DONE), "running since");
    const found = state.expected.find(({ text }) => STARTS.test(text)) ?? state.expected[0];
    if (!found) return { state, rank: null, said: [{ text: "no start on record" }], lacking: true };
    const text = found.text.replace(/\.$/, "");
    const day = text.includes(found.date.slice(0, 4)) ? "" : ` (${sayDate(found.date)})`;
    return { state, rank: found.date, said: [draft.sourced(`${text}${day}`, state.deal, found.sources, "strong")] };
  },
  ends: (draft, state) => {
    const due = state.expected.find(({ text }) => ENDS.test(text));
    if (due) {
      const said = `${sayDate(due.date)} (${due.text.replace(/\.$/, "")})`;
      return { state, rank: due.date, said: [draft.sourced(said, state.deal, due.sources, "strong")] };
    }
    const outline = outlineOn(state.deal, state.asOf);
    const end = outline && endOf(outline);
    if (!end) return { state, rank: null, said: [{ text: "no end on record" }], lacking: true };
    return {
      state,
      rank: String(end.year),
      said: [
        draft.sourced(end.said, state.deal, end.figure.sources, "strong"),
        ...(end.reckoned ? [{ text: ", by its start and its length" }] : []),
      ],
    };
  },
};

/** "Expires in February 2031" is said of what runs out; else when the whole ends. */
const ENDS = gated(/\b(?:expir\w+|matur\w+|laps\w+|ends?|runs? (?:out|to|until))\b/i);

const STARTS = gated(
  /\b(?:re-?start\w*|start\w*|online|service|operat\w+|open\w*|ready|deliver\w*|live|back|power\w*|begin|ship\w*|deploy\w*|first)\b/i,
);

/** Money for each gigawatt or megawatt, by what the deal as a whole costs and how large it is. */
function perPower(draft: Draft, state: DealState, per: "GW" | "MW"): Part {
  const [money, size] = [state.money?.figure, state.size?.figure];
  const [usd, gw] = [money && (money.high ?? money.low), size?.unit === "GW" ? (size.high ?? size.low) : null];
  if (!money || !size || !usd || !gw || money.per)
    return { state, rank: null, said: [{ text: "not known, for want of money or gigawatts" }], lacking: true };
  const value = Number((usd / gw / (per === "GW" ? 1 : 1000)).toPrecision(3));
  const each = { low: value, high: value, unit: `${money.unit}/${per}` as const };
  draft.use({ ...each, qualifier: "about", origin: "computed" });
  return {
    state,
    rank: value,
    said: [
      { text: `about ${sayAmount({ ...each, qualifier: "exact" })}`, style: "strong" },
      { text: ` (` },
      draft.amount(money, `deal:${state.deal.id}`, state.deal),
      { text: ` of ${OF[money.of]} for ` },
      draft.amount(size, `deal:${state.deal.id}`, state.deal),
      { text: ")" },
    ],
  };
}

const SIGNED: ReadonlySet<string> = new Set(["definitive", "under-construction", "operational", "completed"]);
const DONE: ReadonlySet<string> = new Set(["completed", "operational"]);
const reached = ({ events }: DealState, statuses: ReadonlySet<string>): Event | undefined =>
  events.find(({ status }) => status !== undefined && statuses.has(status));

function dated(draft: Draft, state: DealState, event: Event | undefined, word: string): Part {
  if (!event) return { state, rank: null, said: [{ text: `not ${word}, as far as is known` }] };
  const day: Span = draft.sourced(sayDate(event.date), state.deal, event.sources, "strong");
  return { state, rank: event.date, said: [{ text: `${word} ` }, day] };
}

const YEARS = gated(/\b(\d+(?:\.\d+)?)[- ]years?\b/i);
/** How long a deal runs: a figure of its own, what stands beside its money or power, or the words beside them. */
function termOf(state: DealState): { said: string; years: number | null; sources: readonly string[] } | null {
  const length = lengthOf(state)?.figure;
  // "Five years from early 2027" says more than the years.
  const beside = [state.money, state.size].flatMap((entry) => (entry?.figure.term ? [entry.figure] : []))[0];
  const years = beside ? YEARS.exec(digitsFor(beside.term ?? ""))?.[1] : undefined;
  if (length && Number(years) !== length.high)
    return { said: sayAmount(length), years: length.high ?? length.low, sources: length.sources };
  if (!beside?.term) return null;
  return { said: beside.term, years: years === undefined ? null : Number(years), sources: beside.sources };
}
