/** A statement or debate that is not a deal: what was said, by whom, when. */
import type { Rich } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import { findStatements } from "../knowledge/find-statements.ts";
import { saysCount } from "../knowledge/kind-asked.ts";
import { countedIn, soughtWords } from "../knowledge/question-words.ts";
import type { PlanOf } from "../plan/plan.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { shorten } from "./shorten.ts";

export function showTopic(plan: PlanOf<"show-topic">, context: Context): Answer {
  const { library } = context;
  const draft = new Draft(context);
  const id = library.topics.has(plan.topic)
    ? plan.topic
    : library.names.exact(plan.topic).find((ref) => ref.type === "topic")?.id;
  const topic = id === undefined ? undefined : library.topics.get(id);
  if (!topic)
    return draft.done({
      status: "unknown",
      kind: "show-topic",
      title: "Not known",
      headline: [{ text: `I have no record called “${shorten(plan.topic)}”.` }],
    });
  const facts = topic.facts.filter((fact) => !fact.known || fact.known <= context.asOf);
  const sought = { names: [], amounts: [], dates: [], want: null, order: null, before: null, asOf: context.asOf };
  const found = findStatements(library, { ...sought, words: soughtWords(plan.words) }, 6, [`topic:${topic.id}`]);
  // The summary has the names of the whole.
  const best = found.find(
    ({ statement: { kind }, own }) => (kind === "fact" && own >= 0.2) || (kind === "contested" && own >= 0.3),
  );
  const disputed = best?.statement.kind === "contested" ? topic.contested[best.statement.index] : undefined;
  const covering = best?.statement.kind === "fact" ? topic.facts[best.statement.index] : undefined;
  const shown = covering && facts.includes(covering) ? covering : undefined;
  const dated = (fact: (typeof facts)[number]): Rich => [
    draft.sourced(fact.text, topic, fact.sources),
    ...(fact.known ? [{ text: ` (${sayDate(fact.known)})` }] : []),
  ];
  const headline: Rich = shown
    ? dated(shown)
    : disputed
      ? [draft.sourced(disputed.text, topic, disputed.sources)]
      : [draft.sourced(topic.summary, topic, facts[0]?.sources ?? [])];
  // What speaks of something without its number does not say how many.
  const isUncounted = countedIn(plan.words) !== null && !saysCount((shown ?? disputed)?.text ?? topic.summary);
  return draft.done({
    status: isUncounted ? "unknown" : "answered",
    kind: "show-topic",
    title: topic.name,
    headline: isUncounted ? [{ text: "The records do not say how many; what comes nearest: " }, ...headline] : headline,
    blocks: [
      { type: "list", items: facts.map(dated) },
      ...(topic.contested.length > 0
        ? [
            { type: "heading" as const, text: "Contested" },
            {
              type: "list" as const,
              items: topic.contested.map((entry): Rich => [draft.sourced(entry.text, topic, entry.sources)]),
            },
          ]
        : []),
    ],
    actions: topic.deals.slice(0, 4).flatMap((dealId) => {
      const deal = library.deals.get(dealId);
      return deal ? [{ label: shorten(deal.name, 60), line: `deal ${deal.id}` }] : [];
    }),
  });
}
