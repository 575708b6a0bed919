/** Direct answers that are a number of things: contracts, chips, sites, shares. */

import { plain, type Span } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import { isMoney } from "../knowledge/as-of.ts";
import { gated } from "../knowledge/gated.ts";
import { statementsOf } from "../knowledge/statements.ts";
import { sense, sensesOf } from "../knowledge/synonyms.ts";
import { contentRoots, contentWords } from "../knowledge/words.ts";
import { countsOthers } from "./counts-others.ts";
import { asksMore, sayParticular, sayStanding } from "./particular.ts";
import type { Asked, Direct } from "./show-figure.ts";

/** "How many contracts?": figures of one kind that are parts of the headline, or a count that a label names. */
export function sayCount(asked: Asked): Direct {
  const { draft, state, topic } = asked;
  if (countsUnheardOf(asked)) return null;
  const particular = sayParticular(
    asked,
    "count",
    ({ statement: { amount } }) => !(amount?.unit === "shares" && !OF_SHARES.test(topic)),
  );
  const inWords = numberSaid(asked);
  // The floor area of ten buildings is no number of buildings.
  if (particular && !(inWords && !countsNoun(asked, plain(particular.headline)))) return particular;
  if (inWords) return inWords;
  const counted = new Set(contentRoots(NOUN.exec(topic)?.[1] ?? topic).map(sense));
  const parts = state.figures.filter(
    (entry) =>
      !entry.figure.headline &&
      isMoney(entry.figure.unit) &&
      entry.figure.of === state.money?.figure.of &&
      contentWords(entry.figure.label)
        .map(sense)
        .some((word) => counted.has(word)),
  );
  if (parts.length < 2) return onlyCount(asked) ?? roughCount(asked);
  return {
    headline: [
      { text: `${NUMBERS[parts.length] ?? parts.length}: ` },
      ...parts.flatMap((entry, index): Span[] => [
        { text: index === 0 ? "" : ", " },
        draft.amount(entry.figure, `deal:${state.deal.id}`, state.deal, "strong"),
        { text: ` (${sayDate(entry.since)})` },
      ]),
      { text: "." },
    ],
  };
}
const NOUN = gated(/\bhow many ((?:[\w-]+ ){0,2}?[a-z]{3,})\b/i);

/** Whether a number stands right before what is counted. */
function countsNoun({ topic }: Asked, text: string): boolean {
  const [noun] = contentRoots(NOUN.exec(topic)?.[1] ?? "").slice(-1);
  return (
    noun === undefined || [...text.matchAll(NUMBERED)].some(([, after = ""]) => contentRoots(after).includes(noun))
  );
}
const NUMBERED =
  /(?:\d[\d.,]*(?: (?:million|billion))?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))((?: [\w-]+){1,4})/g;

/** "In three tranches of $10B each": the sentence that says the number of what is counted. */
function numberSaid({ topic, draft, state: { deal, events, facts } }: Asked): Direct {
  const [, noun] = /\bhow many (?:[\w-]+ )??([a-z]{4,}?)(?:e?s)?\b/i.exec(topic) ?? [];
  if (!noun) return null;
  const said = new RegExp(
    String.raw`\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ${noun}(?:e?s)?\b`,
    "i",
  );
  const found = events.findLast(({ text }) => said.test(text)) ?? facts.find(({ text }) => said.test(text));
  return found ? { headline: [{ text: `${deal.name}: ` }, draft.sourced(found.text, deal, found.sources)] } : null;
}

/** Shares are none of the chips, sites or people that a deal may count. */
const OF_SHARES = gated(/\b(?:shares?|stocks?|warrants?|equity|stakes?|securities|options?|units?|ads)\b/i);
const NUMBERS = ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** "How many elephants": what no record speaks of is counted by none. */
function countsUnheardOf({ topic, context }: Asked): boolean {
  const [noun] = contentRoots(/\bhow many ([a-z]{3,})\b/i.exec(topic)?.[1] ?? "");
  if (noun === undefined || sensesOf(noun).length > 0) return false;
  return statementsOf(context.library).rarity(noun) === null;
}

/** The one count that a deal has, where nothing else is asked for. */
function onlyCount(asked: Asked): Direct {
  const counts = asked.state.figures.filter(
    ({ figure }) =>
      (figure.unit === "count" && !countsOthers(figure, asked.topic)) ||
      (figure.unit === "shares" && OF_SHARES.test(asked.topic)),
  );
  const [only] = counts;
  return counts.length === 1 && only && !asksMore(asked, asked.topic, true)
    ? { headline: sayStanding(asked, only) }
    : null;
}

/** "Tens of thousands of GPUs": a count that a sentence says in words, of what is asked for. */
function roughCount(asked: Asked): Direct {
  const noun = /\bhow many (?:[\w-]+ )??([a-z]{3,}?)s?\b/i.exec(asked.topic)?.[1];
  const said = noun && new RegExp(`\\b(?:dozens|hundreds|thousands|millions|billions) of\\b[^.;]{0,60}\\b${noun}`, "i");
  const event = said ? asked.state.events.findLast(({ text }) => said.test(text)) : undefined;
  return event
    ? {
        headline: [
          { text: `${asked.state.deal.name}: ` },
          asked.draft.sourced(event.text, asked.state.deal, event.sources),
        ],
      }
    : null;
}
