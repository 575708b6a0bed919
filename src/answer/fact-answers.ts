/** Direct answers that are a sentence of the record: where, with what chips, on which terms, how to leave. */

import type { FactAbout } from "../../knowledge/schema.ts";
import { plain, type Rich, type Span } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import { countryName } from "../doc/say-place.ts";
import type { StandingFigure } from "../knowledge/as-of.ts";
import { gated } from "../knowledge/gated.ts";
import { lengthOf } from "../knowledge/lengths.ts";
import { asksWhether, soughtWords } from "../knowledge/question-words.ts";
import { contentRoots } from "../knowledge/words.ts";
import { numberOfWord } from "../plan/number-words.ts";
import { lowerFirst } from "./deal-lines.ts";
import { sayCondition, sayInReturn } from "./explain-answers.ts";
import { asksMore, sayParticular, sayStatement } from "./particular.ts";
import { POWERED, sayPowered } from "./powered-by.ts";
import { answersIn, said, sentences } from "./sentences.ts";
import type { Asked, Direct } from "./show-figure.ts";

export function sayChips(asked: Asked): Direct {
  const { draft, state, topic } = asked;
  const facts = state.facts.filter((fact) => fact.about === "chips");
  if (BESIDES.test(topic))
    return sayParticular(asked, null, ({ statement: { text } }) =>
      /\b(?:besides?|other|also|as well|goes on)\b/i.test(text),
    );
  if (state.deal.chips.length === 0 && facts.length === 0) return null;
  const covering = sentences(asked, `${topic} chips`, 3).map((passage) => said(asked, passage));
  return {
    headline: [
      { text: `${state.deal.name}: ` },
      ...(state.deal.chips.length > 0 ? [{ text: `${state.deal.chips.join(", ")}. `, style: "strong" as const }] : []),
      ...(facts[0] ? [draft.sourced(facts[0].text, state.deal, facts[0].sources)] : []),
      ...countOfChips(asked, facts[0]?.text ?? ""),
    ],
    lead: covering,
  };
}

const BESIDES = gated(/\b(?:besides?|other than|apart from|in addition to|alongside)\b/i);

/** How many there are, where one number is on record and the sentence has none. */
function countOfChips({ draft, state }: Asked, said: string): Span[] {
  const all = state.figures.filter(
    ({ figure, ended }) =>
      ended === null &&
      figure.unit === "count" &&
      /\b(?:gpus?|chips?|accelerators?|TPUs?|superchips?)\b/i.test(`${figure.label} ${figure.counted ?? ""}`),
  );
  const whole = all.filter(({ figure }) => figure.headline);
  const [only, ...more] = whole.length === 1 ? whole : all;
  if (!only || more.length > 0 || /\d{2},?\d{3}/.test(said)) return [];
  return [
    { text: `${said === "" ? "" : " "}${only.figure.label}: ` },
    draft.amount(only.figure, `deal:${state.deal.id}`, state.deal, "strong"),
    { text: "." },
  ];
}

/** A sentence that has so much of the words tells where one part of the deal is. */
const MEANS = 0.3;

const PLACE_NOUN = gated(
  /\b(?:what|which) (?:us )?(?:states?|countr(?:y|ies)|cit(?:y|ies)|count(?:y|ies)|towns?|regions?)\b/gi,
);

/** "Which five sites": just as many as the record has. */
function asksForAll({ state: { deal }, topic }: Asked): boolean {
  const number = SO_MANY_SITES.exec(topic)?.[1];
  return number !== undefined && deal.sites.length === (numberOfWord(number) ?? Number(number));
}
const SO_MANY_SITES = gated(
  /\b(two|three|four|five|six|seven|eight|\d) (?:[\w-]+ ){0,3}(?:sites|campuses|locations|places)\b/i,
);

export function saySite(asked: Asked): Direct {
  const { draft, state } = asked;
  // "Which state" is not asked of what a state does.
  const meant = answersIn(asked, asked.topic.replace(PLACE_NOUN, " "), "where", 1)[0];
  if (meant && meant.own >= MEANS && meant.statement.kind !== "sites" && !asksForAll(asked))
    return sayParticular(asked, "where");
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

/** What one figure rests on, which may be less than its deal does. */
export function saySourcesOf({ draft, state }: Asked, { figure }: StandingFigure): Direct {
  const count = figure.sources.length;
  const contested = state.contested.map((entry): Rich => [draft.sourced(entry.text, state.deal, entry.sources)]);
  return {
    headline: [
      { text: `${state.deal.name}, ${lowerFirst(figure.label)}: ` },
      draft.amount(figure, `deal:${state.deal.id}`, state.deal, "strong"),
      {
        text: ` rests on ${count} ${count === 1 ? "source" : "sources"}; our confidence in it is ${figure.confidence}.${figure.note ? ` ${figure.note}` : ""}`,
      },
    ],
    lead: contested,
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
export const sayExit = (asked: Asked): Direct =>
  wayOut(asked) ??
  sayAbout(asked, ["exit"]) ??
  sayParticular({ ...asked, topic: `${asked.topic} terminate` }, null, ({ statement }) => LEAVES.test(statement.text));

/** Of several ways out the one that has most of the words. */
function wayOut(asked: Asked): Direct {
  const { deal } = asked.state;
  const [first, ...others] = answersIn(asked, asked.topic, null, 12, 0)
    .map(({ statement, own }) => ({ statement, own }))
    .filter(({ statement: { kind, index } }) => kind === "fact" && deal.facts[index]?.about === "exit")
    .sort((a, b) => b.own - a.own);
  if (!first || !others[0] || first.own < TELLS || first.own <= others[0].own) return null;
  return {
    headline: [{ text: `${deal.name}: ` }, ...said(asked, first.statement)],
    lead: others.map(({ statement }) => said(asked, statement)),
  };
}
const TELLS = 0.2;
/** What was dropped or put off is no right to leave. */
const LEAVES = gated(
  /\b(?:terminat\w+|exit\w*|walk\w* away|notice|break clause|get out|back out|opt out|leave|cancel(?:lable|lation)?|(?:may|can|could|either side|right to) .{0,30}\bend\w*|expires?|binding|commit\w*|penalt\w+|run(?:s|ning)? (?:to|until))\b/i,
);

/** The terms: the sentence that covers the words, else all that is recorded as terms. */
export const sayTerms = (asked: Asked): Direct =>
  (LENGTH.test(asked.topic)
    ? (sayBareLength(asked) ?? sayLabelledLength(asked) ?? sayParticular(asked, "length") ?? sayLength(asked))
    : (sayCondition(asked) ?? sayFact(asked))) ??
  (LENGTH.test(asked.topic) || asksMore(asked, asked.topic, true)
    ? null
    : sayAbout(asked, ["terms", "structure", "exit", "financing"]));

/** "Over how long?", and nothing more: the term that stands with the headline, where no length is a figure of its own. */
function sayBareLength(asked: Asked): Direct {
  const { deal, figures } = asked.state;
  if (figures.some(({ figure }) => LENGTHS.has(figure.unit))) return null;
  const own = new Set(contentRoots(deal.name));
  return soughtWords(asked.topic).every(({ word, weak }) => weak || own.has(word)) ? sayLength(asked) : null;
}
const LENGTHS: ReadonlySet<string> = new Set(["years", "months", "days"]);

/** "How long does the cloud contract run": of several amounts with a time beside them the one that is called so. */
function sayLabelledLength({ draft, state, topic }: Asked): Direct {
  if (!HOW_LONG.test(topic) && !OF_A_TERM.test(topic)) return null;
  const title = new Set(contentRoots(state.deal.name));
  const said = soughtWords(topic.replace(LENGTH_WORDS, " ")).flatMap(({ word, weak }) =>
    weak || title.has(word) ? [] : [word],
  );
  const called = state.figures.filter(({ figure: { label, term }, ended }) => {
    const own = new Set(contentRoots(label));
    return (
      ended === null && TIME.test(term ?? "") && TERM_FIRST.test(term ?? "") && said.every((word) => own.has(word))
    );
  });
  const [only] = called;
  if (said.length === 0 || !only?.figure.term || called.some(({ figure }) => figure.term !== only.figure.term))
    return null;
  return {
    headline: [
      { text: `${state.deal.name}: ` },
      draft.sourced(only.figure.term, state.deal, only.figure.sources, "strong"),
      { text: ` (${only.figure.label}).` },
    ],
  };
}
const LENGTH_WORDS = gated(
  /\b(?:how long|how many|long|lengths?|durations?|terms?|years?|months?|run(?:s|ning)?|lasts?)\b/gi,
);
const OF_A_TERM = gated(/\b(?:the|what) (?:term|period)\b/i);

const LENGTH = gated(/\b(?:long|length|duration|years?|months?|term|period|time ?(?:frame|span)|horizon)\b/i);

const HOW_LONG = gated(/\b(?:how long|how many (?:years|months)|length|duration)\b/i);
const TIME =
  /\b(?:years?|months?|weeks?|decades?)\b|\b(?:to|until|till|through|ends?|expires?)\b[^.;]*\b20\d\d\b|\b20\d\d\s?[-–]\s?20\d\d\b/i;

const TERM_FIRST =
  /^(?:(?:about|over|for|mostly|up to|through|to|until|at least|more than) )?(?:\d|\w+[- ](?:years?|months?)\b|20\d\d)/i;

/** "How long", "the term": a length that is a figure, else the term that stands with the headline figure. */
function sayLength({ draft, state, topic }: Asked): Direct {
  const length = state.figures.find((entry) => LENGTHS.has(entry.figure.unit));
  if (length) {
    return {
      headline: [
        { text: `${state.deal.name}: ` },
        draft.amount(length.figure, `deal:${state.deal.id}`, state.deal, "strong"),
        { text: ` (${length.figure.label}).` },
      ],
    };
  }
  // How long it is, is told by a time: "two tranches" is none.
  const all = [state.money, state.size].filter(
    (entry) => entry?.figure.term && (!HOW_LONG.test(topic) || TIME.test(entry.figure.term)),
  );
  // When it starts is no length.
  const own = HOW_LONG.test(topic) ? lengthOf(state) : null;
  const [main] = all;
  // What a contract runs for by itself comes before what was added over another time.
  if (own && main && !TERM_FIRST.test(main.figure.term ?? ""))
    return {
      headline: [
        { text: `${state.deal.name}: ` },
        draft.amount(own.figure, `deal:${state.deal.id}`, state.deal, "strong"),
        { text: `. ${main.figure.label}: ` },
        draft.sourced(main.figure.term ?? "", state.deal, main.figure.sources),
        { text: "." },
      ],
    };
  const worded =
    all.find((entry) => LENGTH.test(entry?.figure.term ?? "")) ??
    all.find(
      (entry) => !/^(?:starting|from|first)\b(?!.*\b(?:to|until|till|through)\b)/i.test(entry?.figure.term ?? ""),
    );
  if (!worded?.figure.term) return null;
  return {
    headline: [
      { text: `${state.deal.name}: ` },
      draft.sourced(worded.figure.term, state.deal, worded.figure.sources, "strong"),
      { text: ` (${worded.figure.label}).` },
    ],
  };
}

/** `said`: what its sentences must say. */
export function sayAbout({ draft, state }: Asked, about: readonly FactAbout[], said = ANYTHING): Direct {
  const [first, ...more] = state.facts.filter((fact) => about.includes(fact.about) && said.test(fact.text));
  if (!first) return null;
  const lead = more.map((fact): Rich => [draft.sourced(fact.text, state.deal, fact.sources)]);
  return { headline: [{ text: `${state.deal.name}: ` }, draft.sourced(first.text, state.deal, first.sources)], lead };
}

const ANYTHING = /^/;

/** The statement of the record that covers what was asked. */
export const sayFact = (asked: Asked): Direct =>
  POWERED.test(asked.topic)
    ? sayPowered(asked)
    : (sayWhole(asked) ?? sayPending(asked) ?? sayInReturn(asked) ?? sayItself(asked, sayParticular(asked, null)));

/** The plan names a sentence of the record in its own words: what was found stands where it has that sentence. */
function sayItself(asked: Asked, found: Direct): Direct {
  const { state, topic } = asked;
  if (topic.length < SENTENCE || (found && plain(found.headline).includes(topic.slice(0, SENTENCE)))) return found;
  const is = ({ text }: { text: string }): boolean => text.slice(0, topic.length) === topic;
  const event = state.events.find(is);
  const told = event ?? state.facts.find(is);
  if (!told) return found;
  return {
    headline: [
      { text: `${state.deal.name}: ` },
      asked.draft.sourced(told.text, state.deal, told.sources),
      ...(event ? [{ text: ` (${sayDate(event.date)})` }] : []),
    ],
  };
}
const SENTENCE = 20;

/** "Is the Saline site part of Stargate": the deal that it is recorded as a part of. */
function sayWhole({ draft, state: { deal, statusEvent }, topic, form, context: { library } }: Asked): Direct {
  const whole = form === "yes-no" ? PART_OF.exec(topic)?.[1] : undefined;
  const meant = new Set(whole ? library.names.find(whole).flatMap(({ refs }) => refs.map(({ id }) => id)) : []);
  const within = deal.part_of.find((id) => meant.has(id));
  const name = within && library.deals.get(within)?.name;
  return name
    ? {
        headline: [
          { text: `Yes: ${deal.name} is recorded as a part of ` },
          { text: name, style: "strong" },
          { text: ". " },
          draft.sourced(statusEvent.text, deal, statusEvent.sources),
        ],
      }
    : null;
}
const PART_OF = gated(/\bpart of (.+)$/i);

/** "Are the new plants approved yet": what is said to need it still has not got it. */
function sayPending(asked: Asked): Direct {
  const { status } = asked.state;
  if (status === "completed" || status === "operational") return null;
  if (!asksWhether(asked.topic) || !APPROVED.test(asked.topic) || EARLIER.test(asked.topic)) return null;
  const found = answersIn(asked, asked.topic, null, 12, 0).find(
    ({ statement, own }) => statement.kind === "fact" && own >= TELLS && PENDING.test(statement.text),
  );
  return found
    ? { headline: [{ text: "No, not as far as is on record. " }, ...sayStatement(asked, found.statement)] }
    : null;
}
const APPROVED = gated(/\b(?:approved?|approval|cleared|permitted|licen[cs]ed|signed off|green-?lit)\b/i);
/** What came first may have it. */
const EARLIER = gated(/\b(?:first|initial|original|existing|earlier|old)\b/i);
const PENDING = gated(
  /\b(?:needs?|needed|ha(?:ve|s) to|requires?|subject to|await\w*|pending|still)\b.{0,40}\b(?:approv\w+|clearance|permits?|licen[cs]e|proposals?)\b/i,
);
