/** What is in a digest. Pure: the same knowledge, channel and day give the same one. */
import type { Deal } from "../../knowledge/schema.ts";
import { type Context, Draft } from "../answer/draft.ts";
import type { Action, Doc, Rich } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import { changesOf, type DealChange } from "../knowledge/changes.ts";
import type { Library } from "../knowledge/library.ts";
import { dayAfter } from "../plan/zone.ts";
import { changeBlocks, type Named, onlyHappened } from "./digest-changes.ts";
import { anniversaryBlocks, dueBlocks } from "./digest-dates.ts";
import { focusBlocks, focusOf } from "./digest-focus.ts";
import { type KindOfMoney, kindsOfMoney, totalBlocks } from "./digest-totals.ts";
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
const MOST_BUTTONS = 8;

/** Null where nothing changed and the channel wants nothing then. */
export function digestDoc(library: Library, plan: DigestPlan): { doc: Doc | null; focus?: string } {
  const material = materialOf(library, plan);
  const { changes, focus } = material;
  if (changes.length === 0 && plan.whenQuiet === "skip") return { doc: null };
  for (let most = MOST_CHANGES; ; most--) {
    const doc = compose(material, plan, most);
    if (most === FEWEST_CHANGES || sizeOf(doc) <= ROOM) return { doc, ...(focus ? { focus: focus.id } : {}) };
  }
}

/** Characters of all that is shown: words, and sources with their addresses. A picture takes no words from them. */
function sizeOf({ title, headline, blocks, sources }: Doc): number {
  let size = title.length;
  const add = (value: unknown): void => {
    if (typeof value === "string") size += value.length + 2;
    else if (Array.isArray(value)) for (const item of value) add(item);
    else if (value && typeof value === "object")
      for (const [key, item] of Object.entries(value)) if (key !== "type" && key !== "style") add(item);
  };
  add(headline);
  add(blocks.filter((block) => block.type !== "chart"));
  for (const { publisher, url } of sources) size += publisher.length + (url?.length ?? 0) + 12;
  return size;
}

type Material = {
  context: Context;
  deals: readonly Deal[];
  changes: readonly DealChange[];
  /** Nothing changed, and the channel wants one line then: nothing else is gathered. */
  short: boolean;
  focus: Deal | null;
  kinds: readonly KindOfMoney[];
};

/** What a digest is made of, however many lines of it there is room for. */
function materialOf(library: Library, plan: DigestPlan): Material {
  const isKnown = plan.day < library.completeTo;
  const context: Context = { library, asOf: isKnown ? plan.day : library.completeTo };
  const deals = dealsOn(library, plan.topics);
  const since = dayAfter(plan.toldTo);
  const changes = since <= context.asOf ? changesOf(library, deals, { since, until: context.asOf }) : [];
  const short = changes.length === 0 && plan.whenQuiet !== "full";
  const focus = short ? null : focusOf(deals, context, plan);
  return { context, deals, changes, short, focus, kinds: short ? [] : kindsOfMoney(context, deals) };
}

function compose(material: Material, plan: DigestPlan, mostChanges: number): Doc {
  const { context, deals, changes, short, focus, kinds } = material;
  const { day, toldTo, topics } = plan;
  const { library } = context;
  const draft = new BriefDraft(context);
  const named: Named = [];
  const about = topics.length > 0 ? ` on ${topics.map((topic) => sayTopic(library, topic)).join(", ")}` : "";
  const changed = changeBlocks(draft, changes, dayAfter(toldTo), named, mostChanges);
  const due = short ? [] : dueBlocks(draft, deals, context, day, named);
  const past = short ? [] : anniversaryBlocks(draft, library, deals, day, named);
  const focused = focus ? focusBlocks(draft, context, focus, named) : [];
  const totals = totalBlocks(draft, kinds, context.asOf);
  const answer = draft.done({
    status: "answered",
    kind: "digest",
    title: `AI deals, ${sayDay(day)}`,
    headline: headlineOf(changes, about, toldTo, context),
    blocks: [...changed, ...due, ...past, ...focused, ...totals],
    actions: [...buttons(named), { label: "Settings", line: "digest status" }],
  });
  return { ...answer, line: lineOf(plan, focus) };
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

/** One a deal, in the order in which they are named. */
const buttons = (named: readonly Deal[]): Action[] =>
  [...new Set(named)].slice(0, MOST_BUTTONS).map((deal) => ({ label: deal.name, line: `deal ${deal.id}` }));
