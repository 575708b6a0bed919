/** "Explain the AMD warrant", "how does Google's backstop work": its figures and the terms that speak of it; and what sources disagree on. */

import type { FactAbout } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import type { FoundStatement } from "../knowledge/find-statements.ts";
import { gated } from "../knowledge/gated.ts";
import { sensesOf } from "../knowledge/synonyms.ts";
import { contentRoots, words } from "../knowledge/words.ts";
import { figureText } from "./deal-lines.ts";
import { fitted } from "./draft.ts";
import { sayAbout } from "./fact-answers.ts";
import { answersIn, said } from "./sentences.ts";
import type { Asked, Direct } from "./show-figure.ts";

/** What terms are of. */
const THING = gated(
  /\b(warrants?|guarant(?:ee|y|ies|ees)|backstops?|leases?|options?|tranches?|licen[cs]es?|loans?|bonds?|notes|revenue shar(?:e|ing)|structure|exclusivity|right of first refusal|mechanism|financing)\b/i,
);
const TERMS: readonly FactAbout[] = ["structure", "terms", "guarantee", "financing", "exit", "undisclosed"];

export function sayExplained(asked: Asked): Direct {
  const { draft, state, topic } = asked;
  const { deal } = state;
  const thing = THING.exec(topic)?.[1]?.toLowerCase().replace(/s$/, "") ?? "";
  const [root = ""] = contentRoots(thing);
  const speaks = (text: string): boolean =>
    thing !== "" && (text.toLowerCase().includes(thing) || contentRoots(text).some((word) => shares(word, root)));
  const facts = state.facts.filter(({ about, text }) => TERMS.includes(about) && speaks(text));
  const figures = state.figures.filter(({ figure, ended }) => ended === null && speaks(figure.label)).slice(0, MOST);
  if (facts.length + figures.length === 0) return sayAbout(asked, TERMS);
  const told = [
    ...figures.map(({ figure }): Rich => {
      const { id, low, high, unit, qualifier } = figure;
      const span = draft.sourced(`${figureText(figure)}.`, deal, figure.sources);
      draft.use({ low, high, unit, qualifier, origin: `deal:${deal.id}`, figure: id }, span);
      return [span];
    }),
    ...facts.map((fact): Rich => [draft.sourced(fact.text, deal, fact.sources)]),
  ];
  return {
    headline: fitted([[{ text: `${deal.name}:` }], ...told.map((one): Rich => [{ text: " " }, ...one])]),
    lead: told,
  };
}
const MOST = 4;
const shares = (one: string, other: string): boolean => sensesOf(one).some((sense) => sensesOf(other).includes(sense));

/** "What triggers the $35B", "under what conditions does it vest": the terms that say if or when. */
export function sayCondition(asked: Asked): Direct {
  const { topic, state } = asked;
  if (!CONDITION.test(topic)) return null;
  // That it is conditional tells no condition.
  const tells = ({ statement: { text } }: FoundStatement): number => Number(SAYS_WHICH.test(text));
  const all = answersIn(asked, topic, null, 12, 0).filter(
    ({ statement: { kind, text } }) =>
      (kind === "fact" || kind === "contested") && IF.test(text) && !/\bif no\b/i.test(text),
  );
  const [first, ...others] = all.sort((a, b) => tells(b) - tells(a));
  return first
    ? {
        headline: [{ text: `${state.deal.name}: ` }, ...said(asked, first.statement)],
        lead: others.slice(0, 4).map(({ statement }) => said(asked, statement)),
      }
    : null;
}
const SAYS_WHICH = /\b(?:if|once|unless|when|depends?|needs?|must|milestones?|\$\d[\d.]* (?:a|per) share)\b/i;
const CONDITION = gated(/\b(?:triggers?|triggered|conditions?|conditional|contingent|depends? on|hinges? on)\b/i);
const IF = /\b(?:if|once|unless|conditions?|conditional|depends?|milestones?|subject to|needs?|must|vests? when)\b/i;

/** "What does Google get for its guarantee": what is said to come to the one that is named. */
export function sayInReturn({ draft, state, topic, context: { library } }: Asked): Direct {
  const [, rest = ""] = GETS.exec(topic) ?? [];
  const named = library.names
    .find(rest)
    .find(({ start, refs }) => start === 0 && refs.some(({ type }) => type === "org"));
  if (!named) return null;
  const name = words(rest.slice(0, named.end))[0] ?? "";
  const [first, ...others] = state.facts.filter(
    ({ text }) => words(text.replace(/['’]s\b/g, ""))[0] === name && COMES.test(text),
  );
  if (!first) return null;
  return {
    headline: [{ text: `${state.deal.name}: ` }, draft.sourced(first.text, state.deal, first.sources)],
    lead: others.map((fact): Rich => [draft.sourced(fact.text, state.deal, fact.sources)]),
  };
}
const GETS = gated(
  /\bwhat (?:else )?(?:does|do|did|will|would) (.{2,60}?)\s+(?:get|receive|got) (?:in (?:return|exchange)|for|from)\b/i,
);
const COMES = gated(/\b(?:receiv\w+|gets?|gains?|in return|in exchange|warrants?|stakes?|shares)\b/i);

/** Where the sources differ: all that is noted of it. */
export function sayContested({ draft, state }: Asked): Direct {
  const { deal, contested } = state;
  if (contested.length === 0)
    return {
      headline: [{ text: `${deal.name}: the records note no point on which the sources disagree.` }],
    };
  const told = contested.map((entry): Rich => [draft.sourced(entry.text, deal, entry.sources)]);
  return {
    headline: fitted([
      [
        {
          text: `${deal.name}, ${contested.length === 1 ? "one point is" : `${contested.length} points are`} contested:`,
        },
      ],
      ...told.map((one): Rich => [{ text: " " }, ...one]),
    ]),
    lead: told,
  };
}
