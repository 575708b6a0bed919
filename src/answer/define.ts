/** A term of the field, with whose definition it is where it is someone's. */
import type { Term } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { resolveOrg } from "../knowledge/resolve.ts";
import type { PlanOf } from "../plan/plan.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { sayName } from "./say-name.ts";
import { shorten } from "./shorten.ts";
import { whatIs, whoIs } from "./who-is.ts";

export function define(plan: PlanOf<"define">, context: Context): Answer {
  const { library } = context;
  const draft = new Draft(context);
  const id = library.terms.has(plan.term)
    ? plan.term
    : library.names.exact(plan.term).find((ref) => ref.type === "term")?.id;
  const term = id === undefined ? undefined : library.terms.get(id);
  if (!term) return unknownTerm(draft, plan, context);
  const second = plan.other === null ? undefined : library.terms.get(plan.other);
  if (second) return apart(draft, [term, second]);
  const cited = draft.cite(term, [...term.sources.map((source) => source.id), ...term.cites], 3);
  const said = term.said_by ? `${term.term} (${term.said_by}): ` : `${term.term}: `;
  const see = term.see.flatMap((other) => library.terms.get(other) ?? []);
  const deals = term.deals.flatMap((other) => library.deals.get(other) ?? []);
  return draft.done({
    status: "answered",
    kind: "define",
    title: term.term,
    headline: [
      { text: said, style: "strong" },
      { text: firstSentences(term.definition, 280 - said.length), ...(cited.length > 0 && { cites: cited }) },
    ],
    blocks: [
      { type: "text", text: [{ text: term.definition, ...(cited.length > 0 && { cites: cited }) }] },
      ...(see.length > 0
        ? [{ type: "text" as const, text: [{ text: `See also: ${see.map((other) => other.term).join(", ")}.` }] }]
        : []),
      ...(deals.length > 0
        ? [{ type: "text" as const, text: [{ text: `In deals: ${deals.map((deal) => deal.name).join("; ")}.` }] }]
        : []),
    ],
    actions: [
      ...see.slice(0, 2).map((other) => ({ label: other.term, line: `define ${other.term}` })),
      ...deals.slice(0, 2).map((deal) => ({ label: shorten(deal.name, 60), line: `deal ${deal.id}` })),
    ],
  });
}

/** Two terms side by side, each by its first sentence in the headline. */
function apart(draft: Draft, terms: readonly Term[]): Answer {
  const cited = terms.map((term) => draft.cite(term, [...term.sources.map((source) => source.id), ...term.cites], 2));
  const each = (term: Term, text: string, index: number): Rich => [
    { text: `${term.term}: `, style: "strong" },
    { text, ...((cited[index] ?? []).length > 0 && { cites: cited[index] }) },
  ];
  return draft.done({
    status: "answered",
    kind: "define",
    title: terms.map((term) => term.term).join(" and "),
    headline: terms.flatMap(
      (term, index): Rich => [
        ...(index > 0 ? [{ text: " " }] : []),
        ...each(term, shorten(firstSentences(term.definition, 1), 140 - term.term.length), index),
      ],
    ),
    blocks: [{ type: "list", items: terms.map((term, index) => each(term, term.definition, index)) }],
    actions: terms.map((term) => ({ label: term.term, line: `define ${term.term}` })),
  });
}

/** Whole sentences up to a length; the first one always. */
function firstSentences(text: string, most: number): string {
  const sentences = text.match(/[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*\s*/g) ?? [text];
  let out = "";
  for (const sentence of sentences) {
    if (out && out.length + sentence.trimEnd().length > most) break;
    out += sentence;
  }
  return out.trim();
}
function unknownTerm(draft: Draft, { term: name, other }: PlanOf<"define">, context: Context): Answer {
  const { library } = context;
  const people = [name, other ?? ""].flatMap((one) => {
    const ref = library.names.exact(one).find((entry) => entry.type === "person");
    return (ref && library.people.get(ref.id)) ?? [];
  });
  if (people.length > 0) return whoIs(draft, people, context);
  const org = resolveOrg(library, name);
  if (org) return whatIs(draft, org, context);
  const near = library.names.nearest(name, "term", 3).flatMap((ref) => library.terms.get(ref.id)?.term ?? []);
  return draft.done({
    status: "unknown",
    kind: "define",
    title: "Not known",
    headline: [{ text: `“${sayName(name)}” is not in the glossary. Nearest: ${near.join("; ")}.` }],
    actions: near.map((term) => ({ label: term, line: `define ${term}` })),
  });
}
