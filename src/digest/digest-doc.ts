/** What is in a digest. Pure: the same knowledge, channel and day give the same one. */
import type { Deal, Event, FigureOf, PartialDate } from "../../knowledge/schema.ts";
import { shortWorth, statusLine } from "../answer/deal-lines.ts";
import { type Context, Draft } from "../answer/draft.ts";
import { shorten } from "../answer/shorten.ts";
import { sayFigure, sayMove, sayNew } from "../answer/show-changes.ts";
import type { Action, Block, Doc, Rich } from "../doc/doc.ts";
import { OF, sayAmount, sayDate } from "../doc/say-figure.ts";
import { isOver, outlineOn, stateOn } from "../knowledge/as-of.ts";
import { changesOf, type DealChange } from "../knowledge/changes.ts";
import type { Library } from "../knowledge/library.ts";
import { usdOf } from "../knowledge/query.ts";
import { type Line, sumOf, totalsOf } from "../knowledge/totals.ts";
import { DAY_MS, dayAfter } from "../plan/zone.ts";
import { dealsOn, sayTopic, type Topic } from "./topics.ts";

export type DigestPlan = {
  /** The local day that it is for. */
  day: string;
  /** The last day that its readers know of. */
  toldTo: string;
  topics: readonly Topic[];
  whenQuiet: "full" | "line" | "skip";
  /** Deals that were in focus lately; or the one that is to be. */
  focusBefore: readonly string[];
  focus?: string | undefined;
};

/** Of what changed: as many lines as one message takes on every platform, with the addresses of its sources. */
const MOST_CHANGES = 7;
const FEWEST_CHANGES = 3;
const ROOM = 3_100;
const MOST_DUE = 4;
const MOST_BUTTONS = 8;
const DUE_DAYS = 30;
const ANNIVERSARY_DAYS = 3;

/** Null where nothing changed and the channel wants nothing then. */
export function digestDoc(library: Library, plan: DigestPlan): { doc: Doc | null; focus?: string } {
  for (let most = MOST_CHANGES; ; most--) {
    const made = compose(library, plan, most);
    if (!made.doc || most === FEWEST_CHANGES || sizeOf(made.doc) <= ROOM) return made;
  }
}

/** Characters of all that is shown: words, and sources with their addresses. */
function sizeOf({ title, headline, blocks, sources }: Doc): number {
  let size = title.length;
  const add = (value: unknown): void => {
    if (typeof value === "string") size += value.length + 2;
    else if (Array.isArray(value)) for (const item of value) add(item);
    else if (value && typeof value === "object")
      for (const [key, item] of Object.entries(value)) if (key !== "type" && key !== "style") add(item);
  };
  add(headline);
  add(blocks);
  for (const { publisher, url } of sources) size += publisher.length + (url?.length ?? 0) + 12;
  return size;
}

function compose(library: Library, plan: DigestPlan, mostChanges: number): { doc: Doc | null; focus?: string } {
  const { day, toldTo, topics } = plan;
  const isKnown = day < library.completeTo;
  const context: Context = { library, asOf: isKnown ? day : library.completeTo };
  const deals = dealsOn(library, topics);
  const since = dayAfter(toldTo);
  const changes = since <= context.asOf ? changesOf(deals, { since, until: context.asOf }) : [];
  if (changes.length === 0 && plan.whenQuiet === "skip") return { doc: null };
  const draft = new BriefDraft(context);
  const named: Deal[] = [];
  const about = topics.length > 0 ? ` on ${topics.map((topic) => sayTopic(library, topic)).join(", ")}` : "";
  const short = changes.length === 0 && plan.whenQuiet === "line";
  const changed = changeBlocks(draft, changes, since, named, mostChanges);
  const due = short ? [] : dueBlocks(draft, deals, context, day, named);
  const past = short ? [] : anniversaryBlocks(draft, deals, day, named);
  const focus = short ? null : focusOf(deals, context, plan);
  const focused = focus ? focusBlocks(draft, context, focus, named) : [];
  const totals = short ? [] : totalBlocks(draft, context, new Set(deals));
  const answer = draft.done({
    status: "answered",
    kind: "digest",
    title: `AI deals, ${sayDay(day)}`,
    headline: headlineOf(changes, about, toldTo, context),
    blocks: [...changed, ...due, ...past, ...focused, ...totals],
    actions: [...buttons(named), { label: "Settings", line: "digest status" }],
  });
  return { doc: { ...answer, line: lineOf(plan, focus) }, ...(focus ? { focus: focus.id } : {}) };
}

/** One source a line, the best: their addresses count in what a message may hold. */
class BriefDraft extends Draft {
  override cite(...[record, ids]: Parameters<Draft["cite"]>): number[] {
    return super.cite(record, ids, 1);
  }
}

/** The command that gives it again, for whoever clicks on it. */
const lineOf = ({ day, toldTo, topics }: DigestPlan, focus: Deal | null): string =>
  [
    `digest preview day:${day} since:${toldTo}`,
    focus ? `focus:${focus.id}` : "",
    topics.length > 0 ? `topics:"${topics.join(", ")}"` : "",
  ]
    .filter(Boolean)
    .join(" ");

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const sayDay = (day: string): string => `${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]} ${sayDate(day)}`;

function headlineOf(changes: readonly DealChange[], about: string, toldTo: string, { asOf }: Context): Rich {
  if (changes.length === 0)
    return [
      { text: `Nothing new in the records${about} since ${sayDate(toldTo)}; they are complete to ${sayDate(asOf)}.` },
    ];
  const count = (value: number, one: string, many: string) =>
    value > 0 ? [`${value} ${value === 1 ? one : many}`] : [];
  const parts = [
    ...count(changes.filter((change) => change.status).length, "change of status", "changes of status"),
    ...count(
      changes.reduce((sum, change) => sum + change.figures.length, 0),
      "figure new or changed",
      "figures new or changed",
    ),
    ...count(changes.filter((change) => change.isNew).length, "new deal", "new deals"),
    ...count(changes.filter((change) => onlyHappened(change)).length, "other event", "other events"),
  ];
  return [{ text: `New${about} since ${sayDate(toldTo)}: ${parts.join(", ")}.` }];
}

const onlyHappened = (change: DealChange): boolean => !change.status && change.figures.length === 0 && !change.isNew;

/** Status moves first, then figures old → new, new deals, and what else happened. */
function changeBlocks(
  draft: Draft,
  changes: readonly DealChange[],
  since: string,
  named: Deal[],
  most: number,
): Block[] {
  const lines: { deal: Deal; say(): Rich }[] = [
    ...changes
      .filter((change) => change.status)
      .map((change) => ({ deal: change.deal, say: () => sayMove(draft, change) })),
    ...changes.flatMap((change) =>
      change.figures.map((figure) => ({ deal: change.deal, say: () => sayFigure(draft, change, figure) })),
    ),
    ...changes
      .filter((change) => change.isNew)
      .map((change) => ({ deal: change.deal, say: () => sourcedNew(draft, change) })),
    ...changes
      .filter(onlyHappened)
      .flatMap((change) =>
        change.events.map((event) => ({ deal: change.deal, say: () => sayEvent(draft, change.deal, event) })),
      ),
  ];
  if (lines.length === 0) return [];
  const shown = lines.slice(0, most);
  named.push(...shown.map((line) => line.deal));
  const left = lines.length - shown.length;
  return [
    { type: "heading", text: "What changed" },
    { type: "list", items: shown.map((line) => line.say()) },
    ...(left > 0
      ? [{ type: "note" as const, tone: "info" as const, text: [{ text: `${left} more: /changes since:${since}` }] }]
      : []),
  ];
}

/** A new deal without a figure still has the source of its first event. */
const sourcedNew = (draft: Draft, change: DealChange): Rich => {
  const said = sayNew(draft, change);
  const event = change.events[0];
  return said.some((span) => span.cites) || !event ? said : [...said, draft.sourced(".", change.deal, event.sources)];
};

const sayEvent = (draft: Draft, deal: Deal, event: Event): Rich => [
  { text: `${deal.name}: `, style: "strong" },
  draft.sourced(shorten(event.text, 200), deal, event.sources.slice(0, 1)),
  { text: ` (${sayDate(event.date)})` },
];

/** The last day that a date as exact as it is known can mean. */
function lastDayOf(date: PartialDate): string {
  if (date.length === 10) return date;
  const [year = "", month] = date.split("-");
  return month ? new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10) : `${year}-12-31`;
}

function dueBlocks(draft: Draft, deals: readonly Deal[], { asOf }: Context, day: string, named: Deal[]): Block[] {
  const until = dayAfter(day, DUE_DAYS);
  const due = deals
    .filter((deal) => {
      const state = outlineOn(deal, asOf);
      return state !== null && !isOver(state.status);
    })
    .flatMap((deal) => deal.expected.map((entry) => ({ deal, entry, last: lastDayOf(entry.date) })))
    .filter(({ last }) => last >= day && last <= until)
    .sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : a.deal.id < b.deal.id ? -1 : 1));
  if (due.length === 0) return [];
  const shown = due.slice(0, MOST_DUE);
  named.push(...shown.map(({ deal }) => deal));
  return [
    {
      type: "heading",
      text: due.length > shown.length ? `Due within 30 days: ${shown.length} of ${due.length}` : "Due within 30 days",
    },
    {
      type: "timeline",
      items: shown.map(({ deal, entry }) => ({
        date: entry.date,
        text: [
          { text: `${deal.name}: `, style: "strong" as const },
          draft.sourced(shorten(entry.text, 200), deal, entry.sources.slice(0, 1)),
        ],
      })),
    },
  ];
}

/** The event nearest to this day of last year; of several on one day, the one of the largest deal. */
function anniversaryBlocks(draft: Draft, deals: readonly Deal[], day: string, named: Deal[]): Block[] {
  const year = Number(day.slice(0, 4)) - 1;
  const then = Date.parse(`${year}${day.slice(4) === "-02-29" ? "-02-28" : day.slice(4)}T00:00:00Z`);
  const near = deals
    .flatMap((deal) => deal.events.map((event) => ({ deal, event })))
    .filter(({ event }) => event.date.length === 10)
    .map(({ deal, event }) => ({
      deal,
      event,
      days: Math.abs(Date.parse(`${event.date}T00:00:00Z`) - then) / DAY_MS,
      usd: worthOn(deal, event.date),
    }))
    .filter(({ days }) => days <= ANNIVERSARY_DAYS)
    .sort((a, b) => a.days - b.days || b.usd - a.usd || (a.deal.id < b.deal.id ? -1 : 1));
  const first = near[0];
  if (!first) return [];
  named.push(first.deal);
  return [
    { type: "heading", text: "A year ago" },
    { type: "list", items: [sayEvent(draft, first.deal, first.event)] },
  ];
}

function worthOn(deal: Deal, day: string): number {
  const state = outlineOn(deal, day);
  return (state && usdOf(state)) ?? 0;
}

/** Every live deal in turn, in an order that looks like none, and none that was in focus lately. */
function focusOf(deals: readonly Deal[], { library, asOf }: Context, plan: DigestPlan): Deal | null {
  if (plan.focus) return library.deals.get(plan.focus) ?? null;
  const before = new Set(plan.focusBefore);
  const live = deals.filter((deal) => {
    const state = outlineOn(deal, asOf);
    return state !== null && !isOver(state.status) && !before.has(deal.id);
  });
  return live.sort((a, b) => scatter(a.id) - scatter(b.id))[0] ?? null;
}

function scatter(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return hash >>> 0;
}

function focusBlocks(draft: Draft, { library, asOf }: Context, deal: Deal, named: Deal[]): Block[] {
  const state = stateOn(deal, asOf);
  if (!state) return [];
  named.push(deal);
  const standing = state.money ?? state.size;
  return [
    { type: "heading", text: `In focus: ${deal.name}` },
    { type: "text", text: [draft.sourced(deal.summary, deal, state.events[0]?.sources ?? [])] },
    {
      type: "fields",
      items: [
        ...(standing ? [{ label: "Worth", value: shortWorth(draft, state, standing) }] : []),
        { label: "Status", value: statusLine(draft, library, state) },
      ],
    },
  ];
}

const KINDS_OF_MONEY: readonly FigureOf[] = ["contract", "investment", "equity", "debt"];

/** Dollars, each once; kinds of money are never added to each other. */
function totalBlocks(draft: Draft, { library, asOf }: Context, deals: ReadonlySet<Deal>): Block[] {
  const lines = linesOn(library, asOf).filter((line) => line.unit === "USD" && deals.has(line.deal));
  const items = KINDS_OF_MONEY.flatMap((of) => {
    const live = lines.filter((line) => line.of === of && line.firmness !== "ended");
    const signed = live.filter((line) => line.firmness === "signed");
    const open = live.filter((line) => line.firmness !== "signed");
    if (live.length === 0) return [];
    return [
      {
        label: capital(OF[of]),
        value: [...saySum(draft, signed, "signed"), { text: "; " }, ...saySum(draft, open, "not signed")],
      },
    ];
  });
  return items.length > 0
    ? [
        { type: "heading", text: "Signed and not signed" },
        { type: "fields", items },
      ]
    : [];
}

function saySum(draft: Draft, lines: readonly Line[], what: string): Rich {
  const sum = sumOf(lines);
  if (!sum) return [{ text: `nothing ${what}` }];
  draft.use({ ...sum, origin: "computed" });
  return [{ text: `${sayAmount(sum)} ${what} (${lines.length} ${lines.length === 1 ? "deal" : "deals"})` }];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const totals = new WeakMap<Library, Map<string, readonly Line[]>>();
/** Over all deals, as a total is: a part of a whole elsewhere is not counted because the whole is off the topic. */
function linesOn(library: Library, asOf: string): readonly Line[] {
  const known = totals.get(library) ?? new Map<string, readonly Line[]>();
  totals.set(library, known);
  const lines = known.get(asOf) ?? totalsOf(library, ALL, asOf).lines;
  known.set(asOf, lines);
  return lines;
}
const ALL: Parameters<typeof totalsOf>[1] = {
  orgs: [],
  roles: [],
  dealKinds: [],
  statuses: [],
  since: null,
  until: null,
  minUsd: null,
  maxUsd: null,
  minGw: null,
  maxGw: null,
  country: null,
  chip: "",
  text: "",
  money: [],
};

/** One a deal, in the order in which they are named. */
const buttons = (named: readonly Deal[]): Action[] =>
  [...new Set(named)].slice(0, MOST_BUTTONS).map((deal) => ({ label: deal.name, line: `deal ${deal.id}` }));
