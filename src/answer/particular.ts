/** The statement of a deal that the words of a question ask for in particular, said as a direct answer. */
import type { Span } from "../doc/doc.ts";
import { OF, STATUS, sayDate } from "../doc/say-figure.ts";
import { isMoney, isOver, type StandingFigure } from "../knowledge/as-of.ts";
import type { Want } from "../knowledge/find-statements.ts";
import { soughtWords } from "../knowledge/question-words.ts";
import { type Statement, statementsOf } from "../knowledge/statements.ts";
import { sensesOf } from "../knowledge/synonyms.ts";
import { lowerFirst, replacedBy, successorOf } from "./deal-lines.ts";
import { capital } from "./say-given.ts";
import { answersIn, said, standing, tells } from "./sentences.ts";
import type { Asked, Direct } from "./show-figure.ts";

/** A second statement that is about as good goes along. */
const AS_GOOD = 0.93;

/** Null where the words ask for nothing in particular, or nothing covers them. */
export function sayParticular(asked: Asked, want: Want | null): Direct {
  const found = answersIn(asked, asked.topic, want, 6);
  const [first, ...more] = found;
  if (!tells(first)) return null;
  const others = more.filter((other) => tells(other));
  const second = others[0] && others[0].score >= first.score * AS_GOOD ? others[0] : undefined;
  return {
    headline: [
      ...sayStatement(asked, first.statement),
      ...(second ? [{ text: " " }, ...said(asked, second.statement), { text: closing(second.statement) }] : []),
    ],
    lead: others.slice(second ? 1 : 0, 4).map((other) => said(asked, other.statement)),
  };
}
const closing = ({ kind }: Statement): string => (kind === "fact" || kind === "contested" ? "" : ".");

/** Whether the words ask for something that the deal as a whole does not answer. `strange`: words of no record count too. */
export function asksMore({ state, context }: Asked, topic: string, strange: boolean): boolean {
  const { byRecord, rarity } = statementsOf(context.library);
  const record = byRecord.get(`deal:${state.deal.id}`)?.words;
  return soughtWords(topic).some(
    ({ word, weak }) =>
      !weak &&
      !(record?.exact.has(word) || sensesOf(word).some((sense) => record?.senses.has(sense))) &&
      (strange || rarity(word) !== null),
  );
}

function sayStatement(asked: Asked, statement: Statement): Span[] {
  const { draft, state } = asked;
  const { deal } = state;
  switch (statement.kind) {
    case "figure": {
      const entry = standing(state, statement.index);
      return entry ? [...sayStanding(asked, entry), ...standingNote(asked)] : [];
    }
    case "event":
    case "expected": {
      const dated = statement.kind === "event" ? deal.events[statement.index] : deal.expected[statement.index];
      if (!dated) return [];
      return [
        { text: `${deal.name}: ${statement.kind === "expected" ? "expected " : ""}` },
        draft.sourced(sayDate(dated.date), deal, dated.sources, "strong"),
        { text: ". " },
        draft.sourced(dated.text, deal, dated.sources),
      ];
    }
    default: {
      const over = isOver(state.status) ? [{ text: ` (${STATUS[state.status]})` }] : [];
      return [{ text: `${deal.name}: ` }, ...said(asked, statement), ...over];
    }
  }
}

/** "OpenAI–AWS contract: about $38B of contract value (total), seven years, as of 3 November 2025." */
export function sayStanding({ draft, state }: Asked, entry: StandingFigure): Span[] {
  const { figure } = entry;
  const label = lowerFirst(figure.label);
  return [
    { text: `${state.deal.name}: ` },
    draft.amount(figure, `deal:${state.deal.id}`, state.deal, "strong"),
    {
      text: ` (${label}${isMoney(figure.unit) && !label.includes(OF[figure.of]) ? `; ${OF[figure.of]}` : ""}${figure.term ? `; ${figure.term}` : ""})`,
    },
    { text: `, ${entry.ended ? `until ${sayDate(entry.ended)}` : `as of ${sayDate(entry.since)}`}.` },
    ...(figure.confidence === "low" ? [{ text: " Low confidence." }] : []),
  ];
}

/** What a reader must know with the number: that the deal is no longer live, paused, or only talks. */
export function standingNote({ state, context }: Asked): Span[] {
  const successor = successorOf(context.library, state);
  if (successor) return [{ text: ` ${capital(replacedBy(state, successor))}; no longer live.` }];
  if (
    isOver(state.status) ||
    state.status === "paused" ||
    state.status === "rumoured" ||
    state.status === "letter-of-intent"
  )
    return [{ text: ` Status: ${STATUS[state.status]}.` }];
  return [];
}
