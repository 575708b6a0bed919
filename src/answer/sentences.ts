/** Statements of a deal that answer the words of a question, and how each is said. */

import type { Deal } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import { isMoney, type StandingFigure } from "../knowledge/as-of.ts";
import type { FoundStatement } from "../knowledge/find-statements.ts";
import { gated } from "../knowledge/gated.ts";
import type { Want } from "../knowledge/kind-asked.ts";
import type { Library } from "../knowledge/library.ts";
import { orderIn, wantIn } from "../knowledge/question-words.ts";
import { orgName } from "../knowledge/resolve.ts";
import { figureAt, type Statement } from "../knowledge/statements.ts";
import { statementsWithin } from "../knowledge/within-record.ts";
import { contentRoots } from "../knowledge/words.ts";
import { wordsWithin } from "../knowledge/words-within.ts";
import { figureText } from "./deal-lines.ts";
import type { Asked } from "./show-figure.ts";

/** Less of the words than this is no answer. */
const LEAST = 0.34;
/** A statement that adds less than this to what its record says anyway was not asked for. */
const TELLS = 0.3;

/** "How much Azure": the name stands for what is bought, of which whoever buys it speaks as well. */
const PRODUCT = gated(/\bhow (?:much|many) [A-Z][a-z]/);

/** The statements that hold, best first, none of which leaves most of the words unexplained. */
export function answersIn(
  { state, context }: Asked,
  topic: string,
  want: Want | null,
  limit: number,
  least = LEAST,
): FoundStatement[] {
  const apart = APART.exec(topic)?.[1] ?? "";
  const sought = {
    ...wordsWithin(context.library, state.deal, topic.replace(APART, " ").replace(IN_CURRENCY, " ")),
    actor: actorIn(context.library, topic),
    // What is so after something is not what was so before it.
    apart: [...contentRoots(apart), ...(/\bafter\b(?!.*\bbefore\b)/i.test(topic) ? BEFORE : [])],
    want: wantIn(topic, want),
    order: orderIn(topic),
    strict: true,
    month: context.asOf < context.library.completeTo ? context.asOf.slice(0, 7) : null,
    // An amount that is to be told in another currency is the one that is said.
    numbers: IN_CURRENCY.test(topic)
      ? []
      : [...topic.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([digits]) => Number(digits.replaceAll(",", ""))),
    asOf: context.asOf,
  };
  const whole = WHOLE.test(topic);
  const found = statementsWithin(context.library, `deal:${state.deal.id}`, sought, limit * 4).filter(
    (one) =>
      one.coverage >= least &&
      one.statement.kind !== "summary" &&
      holds(state, one.statement) &&
      !(whole && OF_A_TIME.has(one.statement.amount?.per ?? "")),
  );
  // Of several partners only one is meant: what is said of the others is no answer.
  const partner = PRODUCT.test(topic) ? null : partnerMeant(state.deal, context.library, topic);
  const theirs = partner
    ? found.filter(
        ({ statement, own }) =>
          statement.kind === "parties" ||
          partner.some((word) => statement.own.exact.has(word)) ||
          // What has all the words and names nobody is of whoever is named.
          (own >= ALL && statement.amount !== null && partnersOf(state.deal, context.library, statement).length === 0),
      )
    : [];
  return (theirs.length > 0 ? theirs : found).slice(0, limit);
}

const BEFORE = contentRoots("before");

/** What stands beside what is asked for: "besides cash", "apart from the shares". */
const APART = gated(
  /\b(?:besides|apart from|aside from|other than|in addition to|on top of|beyond)\s+((?:the |its |their )?[\w$.-]+)(?=[\s?.!,]|$)/i,
);

/** The currency in which the answer is wanted is no word of what is asked for. */
const IN_CURRENCY = gated(
  /^\W*(?:(?:so|and|ok),? )*in (?:us )?(?:euros?|dollars?|pounds?|sterling|eur|usd|gbp),(?=\s)|,\s+in (?:us )?(?:euros?|pounds?|sterling|eur|gbp)(?=[\s?.!]*$)/i,
);

/** Who acts in "what does Google bring to it". */
function actorIn(library: Library, topic: string): string | null {
  const rest = /\bwhat (?:else |exactly )?(?:does|did|do|will|would|must|can|could|has|have) (.+)/i.exec(topic)?.[1];
  if (!rest) return null;
  const first = library.names
    .find(rest)
    .find(({ start, refs }) => start === 0 && refs.some(({ type }) => type === "org"));
  return first && DOES.test(rest.slice(first.end)) ? rest.slice(first.start, first.end) : null;
}

const DOES = /^\s+(?:also |actually |itself )?(?:bring|contribute|provide|supply|handle|help|offer|give|add)\b/i;

/** What comes in every month or year is no total. */
export const WHOLE = gated(
  /\b(?:total|in all|all[- ]in|altogether|overall|all told|in sum|between them|jointly|over the (?:whole|full|entire)|lifetime)\b(?!.{0,30}\b(?:per|a|each|every) (?:month|quarter|year)\b)/i,
);
const OF_A_TIME: ReadonlySet<string> = new Set(["month", "quarter", "year"]);

/** Less than all by what is lost in counting. */
const ALL = 0.95;
const partnersOf = (deal: Deal, library: Library, { own }: Statement): string[] =>
  deal.parties.flatMap(({ org }) =>
    contentRoots(orgName(library, org)).some((word) => own.exact.has(word)) ? [org] : [],
  );

/** The words of the one partner that is named beside the party that the deal's name begins with; null of deals of two. */
function partnerMeant(deal: Deal, library: Library, topic: string): readonly string[] | null {
  const asked = new Set(library.names.find(topic).flatMap(({ refs }) => refs.map(({ id }) => id)));
  const name = deal.name.toLowerCase();
  const at = (org: string) => name.indexOf(orgName(library, org).toLowerCase());
  const partners = [...new Set(deal.parties.map(({ org }) => org))].filter((org) => at(org) >= 0);
  const [first, ...others] = partners.sort((a, b) => at(a) - at(b));
  const [only, ...more] = others.filter((org) => asked.has(org));
  if (others.length < 2 || !first || !asked.has(first) || !only || more.length > 0) return null;
  const [roots, said] = [contentRoots(orgName(library, only)), new Set(contentRoots(topic))];
  // "Azure" is what is bought, though it means Microsoft.
  return roots.some((root) => said.has(root)) ? roots : null;
}

/** The sentences that have anything of the words, best first. */
export const nearest = (asked: Asked, most: number): FoundStatement[] =>
  answersIn(asked, asked.topic, null, most, 0).filter(
    (found) => found.own > 0 && ["fact", "event", "expected"].includes(found.statement.kind),
  );

/** Whether the words of the question ask for this statement in particular. */
export const tells = (found: FoundStatement | undefined): found is FoundStatement =>
  found !== undefined && found.own >= TELLS;

/** Whether a statement is of so particular a kind that the question for that kind means it: the price of a share. */
export function isOfKind({ state }: Asked, topic: string, want: Want | null, found: FoundStatement): boolean {
  const entry = found.statement.kind === "figure" ? standing(state, found.statement.index) : null;
  switch (wantIn(topic, want)) {
    case "price":
      return entry?.figure.of === "price" || entry?.figure.per === "share";
    case "percent":
      return entry?.figure.unit === "percent";
    case "count":
      return entry?.figure.unit === "count" || entry?.figure.unit === "shares";
    case "length":
      return found.fit > 0.88;
    case "reason":
      return found.fit === 1;
    case "power":
      return entry?.figure.unit === "GW";
    case "money":
      return entry !== null && isMoney(entry.figure.unit) && entry.figure.of !== "estimate";
    default:
      return false;
  }
}

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
    const { id, low, high, unit, qualifier } = entry.figure;
    const span = draft.sourced(figureText(entry.figure), deal, entry.figure.sources);
    draft.use({ low, high, unit, qualifier, origin: `deal:${deal.id}`, figure: id }, span);
    return [span];
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
