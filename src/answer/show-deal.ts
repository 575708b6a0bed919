/** A deal's card: who, what it is worth in which kind of money, how much power, how firm, how it changed, on what it rests. */
import type { Rich, Span } from "../doc/doc.ts";
import { KIND, STATUS, sayDate } from "../doc/say-figure.ts";
import { type DealState, isOver, stateOn } from "../knowledge/as-of.ts";
import type { Library } from "../knowledge/library.ts";
import type { PlanOf } from "../plan/plan.ts";
import { cardBlocks, FACTS_ON_CARD } from "./deal-card.ts";
import { dealActions, replacedBy, shortWorth, successorOf } from "./deal-lines.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { withDeal } from "./with-deal.ts";

export const showDeal = (plan: PlanOf<"show-deal">, context: Context): Answer =>
  withDeal(plan.deal, context, "show-deal", (deal) => {
    const draft = new Draft(context);
    const state = stateOn(deal, context.asOf);
    if (!state) {
      return draft.done({
        status: "unknown",
        kind: "show-deal",
        title: deal.name,
        headline: [
          {
            text: `Nothing was known of ${deal.name} on ${sayDate(context.asOf)}; the first record is of ${sayDate(deal.events[0]?.date ?? "")}.`,
          },
        ],
        actions: [{ label: "Latest", line: `deal ${deal.id}` }],
      });
    }
    if (plan.view === "sources") return sourcesOf(draft, state);
    if (plan.view === "facts") return factsOf(draft, state);
    return card(draft, context.library, state);
  });

function card(draft: Draft, library: Library, state: DealState): Answer {
  const { deal } = state;
  const title = headline(draft, library, state);
  const more = state.facts.length > FACTS_ON_CARD ? [{ label: "All facts", line: `deal ${deal.id} view:facts` }] : [];
  return draft.done({
    status: "answered",
    kind: "show-deal",
    title: deal.name,
    headline: title,
    blocks: cardBlocks(draft, library, state),
    actions: [...dealActions(state, "Deal"), ...more],
  });
}

function headline(draft: Draft, library: Library, state: DealState): Rich {
  const { deal } = state;
  const spans: Span[] = [{ text: `${deal.name} (${KIND[deal.kind]}): ` }];
  if (state.money) spans.push(...shortWorth(draft, state, state.money));
  if (state.size)
    spans.push({ text: state.money ? ", " : "" }, draft.amount(state.size.figure, `deal:${deal.id}`, deal, "strong"));
  if (!state.money && !state.size) spans.push({ text: "no amount disclosed" });
  const successor = successorOf(library, state);
  const was = successor ? replacedBy(state, successor) : STATUS[state.status];
  spans.push({
    text: `; ${isOver(state.status) ? "no longer live: " : ""}${was}, since ${sayDate(state.statusSince)}.`,
  });
  return spans;
}

function factsOf(draft: Draft, state: DealState): Answer {
  const { deal } = state;
  const items: Rich[] = state.facts.map((fact) => [
    { text: `${fact.about}: `, style: "em" },
    draft.sourced(fact.text, deal, fact.sources),
  ]);
  return draft.done({
    status: items.length > 0 ? "answered" : "unknown",
    kind: "show-deal",
    title: `${deal.name}: facts`,
    headline: [
      {
        text:
          items.length > 0
            ? `${items.length} facts are recorded about ${deal.name}.`
            : `No further facts are recorded about ${deal.name}.`,
      },
    ],
    blocks: items.length > 0 ? [{ type: "list", items }] : [],
    actions: dealActions(state),
  });
}

function sourcesOf(draft: Draft, state: DealState): Answer {
  const { deal } = state;
  const used = [
    ...state.events,
    ...state.facts,
    ...state.contested,
    ...state.figures.map((entry) => entry.figure),
  ].flatMap((entry) => entry.sources);
  const ids = [...new Set(used)];
  const cites = draft.cite(deal, ids, ids.length);
  return draft.done({
    status: "answered",
    kind: "show-deal",
    title: `${deal.name}: sources`,
    headline: [
      {
        text: `${deal.name} rests on ${ids.length} ${ids.length === 1 ? "source" : "sources"}${deal.single_origin ? `, with one origin: ${deal.single_origin}` : ""}; our confidence is ${deal.confidence}.`,
        cites,
      },
    ],
    actions: dealActions(state, "Sources"),
  });
}
