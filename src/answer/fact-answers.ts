/** Direct answers that are a sentence of the record: who, when, how firm, where, with what chips, on which terms. */
import type { Status } from "../../knowledge/schema.ts";
import type { Rich, Span } from "../doc/doc.ts";
import { KIND, STATUS, sayDate } from "../doc/say-figure.ts";
import { countryName } from "../doc/say-place.ts";
import type { DealState } from "../knowledge/as-of.ts";
import { isOver } from "../knowledge/as-of.ts";
import type { Passage } from "../knowledge/library.ts";
import { findPassages } from "../knowledge/passages.ts";
import { sense } from "../knowledge/synonyms.ts";
import { contentWords, stem } from "../knowledge/words.ts";
import { parties, successorOf } from "./deal-lines.ts";
import type { Asked, Direct } from "./show-figure.ts";

const SIGNED: ReadonlySet<Status> = new Set(["definitive", "under-construction", "operational", "completed"]);
const DONE: ReadonlySet<Status> = new Set(["operational", "completed"]);
const OVER: ReadonlySet<Status> = new Set(["cancelled", "lapsed", "superseded"]);

/** What a yes-no question about the status asks, by its words. */
const TESTS: readonly { words: readonly string[]; holds: (status: Status) => boolean }[] = [
  {
    words: ["cancel", "cancelled", "dead", "dropped", "scrapped", "off", "abandoned", "lapsed", "killed"],
    holds: (status) => OVER.has(status),
  },
  { words: ["paused", "hold", "frozen", "shelved"], holds: (status) => status === "paused" },
  {
    words: ["finished", "complete", "completed", "done", "closed", "open", "operational", "running", "live", "online"],
    holds: (status) => DONE.has(status),
  },
  {
    words: ["built", "building", "construction", "started", "underway"],
    holds: (status) => status === "under-construction" || DONE.has(status),
  },
  {
    words: [
      "signed",
      "binding",
      "firm",
      "final",
      "definitive",
      "contract",
      "committed",
      "commitment",
      "obligation",
      "obliged",
      "agreed",
      "confirmed",
      "official",
    ],
    holds: (status) => SIGNED.has(status),
  },
];

export function sayStatus(asked: Asked): Direct {
  const { draft, state, context, topic, form } = asked;
  const asks = new Set(topic.toLowerCase().split(/[^a-z]+/));
  const test = TESTS.find((entry) => entry.words.some((word) => asks.has(word)));
  const successor = successorOf(context.library, state);
  const answer = form === "yes-no" && test ? (test.holds(state.status) ? "Yes. " : "No. ") : "";
  const headline: Rich = [
    { text: `${answer}${state.deal.name}: ` },
    draft.sourced(STATUS[state.status], state.deal, state.statusEvent.sources, "strong"),
    { text: `, since ${sayDate(state.statusSince)}${successor ? `, replaced by ${successor.name}` : ""}. ` },
    draft.sourced(state.statusEvent.text, state.deal, state.statusEvent.sources),
  ];
  const facts = sentences(asked, topic, 3).map((passage) => said(asked, passage));
  return { headline, lead: facts };
}

export function sayParties(asked: Asked): Direct {
  const { state, context, topic } = asked;
  const found = topic.trim() ? sayFact(asked) : null;
  if (found) return found;
  return {
    headline: [{ text: `${state.deal.name} (${KIND[state.deal.kind]}): ${parties(context.library, state, false)}.` }],
    lead: sentences(asked, topic, 3).map((passage) => said(asked, passage)),
  };
}

/** The day of the event whose verb is that of the question ("announced", "signed", "closed"); else of the first one. */
export function sayAnnounced({ draft, state, topic }: Asked): Direct {
  const verbs = new Set(
    contentWords(topic)
      .map(sense)
      .filter((word) => DATED.has(word)),
  );
  const told = (event: DealState["events"][number]) =>
    contentWords(event.text).filter((word) => verbs.has(sense(word))).length;
  const best = verbs.size > 0 ? [...state.events].sort((a, b) => told(b) - told(a))[0] : undefined;
  const first = best && told(best) > 0 ? best : state.events[0];
  if (!first) return null;
  return {
    headline: [
      { text: `${state.deal.name}: ` },
      draft.sourced(sayDate(first.date), state.deal, first.sources, "strong"),
      { text: `. ${first.text}` },
    ],
  };
}

const DATED = new Set(
  ["announce", "sign", "close", "closed", "complete", "file", "filed", "launch", "open", "start", "take"].map(sense),
);

/** A date tied to words: the event, expectation or fact that covers them; else the day it was announced. */
export function sayWhen(asked: Asked): Direct {
  const { draft, state, topic } = asked;
  for (const passage of sentences(asked, topic, 6)) {
    const dated =
      passage.kind === "event"
        ? state.deal.events[passage.index]
        : passage.kind === "expected"
          ? state.deal.expected[passage.index]
          : undefined;
    if (dated)
      return {
        headline: [
          { text: `${state.deal.name}: ` },
          draft.sourced(sayDate(dated.date), state.deal, dated.sources, "strong"),
          { text: `${passage.kind === "expected" ? " (expected)" : ""}. ` },
          draft.sourced(passage.text, state.deal, dated.sources),
        ],
        lead: sentences(asked, topic, 4)
          .filter((other) => other.kind === "fact")
          .map((other) => said(asked, other)),
      };
    if (/\b20\d\d\b/.test(passage.text)) return { headline: [said(asked, passage)[0] as Span], lead: [] };
  }
  return sayAnnounced(asked);
}

export function sayChips(asked: Asked): Direct {
  const { draft, state, topic } = asked;
  const facts = state.facts.filter((fact) => fact.about === "chips");
  if (state.deal.chips.length === 0 && facts.length === 0) return null;
  const covering = sentences(asked, `${topic} chips`, 3).map((passage) => said(asked, passage));
  return {
    headline: [
      { text: `${state.deal.name}: ` },
      ...(state.deal.chips.length > 0 ? [{ text: `${state.deal.chips.join(", ")}. `, style: "strong" as const }] : []),
      ...(facts[0] ? [draft.sourced(facts[0].text, state.deal, facts[0].sources)] : []),
    ],
    lead: covering,
  };
}

export function saySite(asked: Asked): Direct {
  const { draft, state } = asked;
  const facts = state.facts.filter((fact) => fact.about === "site");
  const places = state.deal.sites.map((site) =>
    [site.campus, site.place, site.region, countryName(site.country)].filter(Boolean).join(", "),
  );
  if (places.length === 0 && facts.length === 0) return null;
  return {
    headline: [
      { text: `${state.deal.name}: ` },
      ...(places.length > 0 ? [{ text: `${places.join("; ")}. `, style: "strong" as const }] : []),
      ...(facts[0] ? [draft.sourced(facts[0].text, state.deal, facts[0].sources)] : []),
    ],
    lead: facts.slice(1).map((fact) => [draft.sourced(fact.text, state.deal, fact.sources)]),
  };
}

export function saySources({ draft, state }: Asked): Direct {
  const ids = [...new Set([...state.events, ...state.facts].flatMap((entry) => entry.sources))];
  const cites = draft.cite(state.deal, ids, ids.length);
  return {
    headline: [
      {
        text: `${state.deal.name} rests on ${ids.length} sources; our confidence is ${state.deal.confidence}${state.deal.single_origin ? ` (${state.deal.single_origin})` : ""}.`,
        cites,
      },
    ],
  };
}

/** How either side can leave: what is recorded as an exit, else the sentence that covers the words. */
export function sayExit(asked: Asked): Direct {
  const { draft, state } = asked;
  const [first, ...more] = state.facts.filter((fact) => fact.about === "exit");
  if (!first) return sayFact({ ...asked, topic: `${asked.topic} terminate` });
  const lead = more.map((fact): Rich => [draft.sourced(fact.text, state.deal, fact.sources)]);
  return { headline: [{ text: `${state.deal.name}: ` }, draft.sourced(first.text, state.deal, first.sources)], lead };
}

/** The sentence of the record that covers what was asked. */
export function sayFact(asked: Asked): Direct {
  const { state, topic } = asked;
  const best = sentences(asked, topic, 5);
  const [first, ...more] = best;
  if (!first) return null;
  const over = isOver(state.status) ? [{ text: ` (${STATUS[state.status]})` }] : [];
  return {
    headline: [{ text: `${state.deal.name}: ` }, ...said(asked, first), ...over],
    lead: more.slice(0, 3).map((passage) => said(asked, passage)),
  };
}

function sentences({ state, context, topic: _ }: Asked, topic: string, limit: number): Passage[] {
  const known = (passage: Passage) =>
    passage.kind === "fact"
      ? state.facts.includes(state.deal.facts[passage.index] as (typeof state.facts)[number])
      : passage.kind === "event"
        ? passage.index < state.events.length
        : true;
  const named = new Set(contentWords(state.deal.name).map(stem));
  const own = contentWords(topic).filter((word) => !named.has(word));
  const wanted = own.length > 0 ? own.join(" ") : topic;
  return findPassages(context.library, wanted, new Set([`deal:${state.deal.id}`]), limit * 2)
    .filter((found) => found.coverage >= 0.34 && found.passage.kind !== "summary" && known(found.passage))
    .slice(0, limit)
    .map((found) => found.passage);
}

function said({ draft, state }: Asked, passage: Passage): Rich {
  const { deal } = state;
  const entry =
    passage.kind === "fact"
      ? deal.facts[passage.index]
      : passage.kind === "event"
        ? deal.events[passage.index]
        : passage.kind === "expected"
          ? deal.expected[passage.index]
          : deal.contested[passage.index];
  const date =
    passage.kind === "event" || passage.kind === "expected" ? ` (${sayDate((entry as { date: string }).date)})` : "";
  return [draft.sourced(`${passage.text}${date}`, deal, entry?.sources ?? [])];
}
