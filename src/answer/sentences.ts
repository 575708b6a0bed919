/** Statements of a deal that answer the words of a question, and how each is said. */
import type { Deal } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import type { StandingFigure } from "../knowledge/as-of.ts";
import { type FoundStatement, figureAt, findStatements, type Want } from "../knowledge/find-statements.ts";
import type { Library } from "../knowledge/library.ts";
import { soughtWords } from "../knowledge/question-words.ts";
import type { Statement } from "../knowledge/statements.ts";
import { contentWords } from "../knowledge/words.ts";
import { figureText } from "./deal-lines.ts";
import type { Asked } from "./show-figure.ts";

/** Less of the words than this is no answer. */
const LEAST = 0.4;
/** A statement that adds less than this to what its record says anyway was not asked for. */
const TELLS = 0.2;

/** The statements that hold, best first, none of which leaves most of the words unexplained. */
export function answersIn(
  { state, context }: Asked,
  topic: string,
  want: Want | null,
  limit: number,
): FoundStatement[] {
  const sought = {
    words: soughtWords(topic, partyWords(context.library, state.deal)),
    names: [],
    amounts: [],
    dates: [],
    want,
    before: null,
    asOf: context.asOf,
  };
  return findStatements(context.library, sought, limit * 4, [`deal:${state.deal.id}`])
    .filter((found) => found.coverage >= LEAST && found.statement.kind !== "summary" && holds(state, found.statement))
    .slice(0, limit);
}

/** The words of the parties' names: they tell nothing within their own deal. */
function partyWords(library: Library, deal: Deal): ReadonlySet<string> {
  return new Set(contentWords(deal.parties.map((party) => library.organisations.get(party.org)?.name ?? "").join(" ")));
}

/** Whether the words of the question ask for this statement in particular. */
export const tells = (found: FoundStatement | undefined): found is FoundStatement =>
  found !== undefined && found.own >= TELLS;

/** Only what stands: of a figure its last version, of facts those known by the day. */
function holds(state: Asked["state"], { kind, index }: Statement): boolean {
  if (kind === "fact") return state.facts.some((fact) => fact === state.deal.facts[index]);
  if (kind === "event")
    return state.deal.events[index] !== undefined && state.events.includes(state.deal.events[index]);
  return kind !== "figure" || standing(state, index) !== null;
}

/** The figure of a statement as it stands; null where a later version replaced it. */
export function standing(state: Asked["state"], index: number): StandingFigure | null {
  const figure = figureAt(state.deal, index);
  return state.figures.find((entry) => entry.figure === figure) ?? null;
}

/** The sentences that cover the words, best first; parties, places and chips have answers of their own. */
export const sentences = (asked: Asked, topic: string, limit: number, want: Want | null = null): Statement[] =>
  topic.trim() === ""
    ? []
    : answersIn(asked, topic, want, limit * 2)
        .filter((found) => tells(found) && !["parties", "sites", "chips"].includes(found.statement.kind))
        .slice(0, limit)
        .map((found) => found.statement);

export function said({ draft, state }: Asked, statement: Statement): Rich {
  const { deal } = state;
  if (statement.kind === "figure") {
    const entry = standing(state, statement.index);
    if (!entry) return [];
    const { low, high, unit, qualifier } = entry.figure;
    draft.use({ low, high, unit, qualifier, origin: `deal:${deal.id}` });
    return [draft.sourced(figureText(entry.figure), deal, entry.figure.sources)];
  }
  const dated =
    statement.kind === "event"
      ? deal.events[statement.index]
      : statement.kind === "expected"
        ? deal.expected[statement.index]
        : undefined;
  const entry = dated ?? (statement.kind === "fact" ? deal.facts[statement.index] : deal.contested[statement.index]);
  return [draft.sourced(`${statement.text}${dated ? ` (${sayDate(dated.date)})` : ""}`, deal, entry?.sources ?? [])];
}
