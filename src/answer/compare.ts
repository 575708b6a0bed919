/** Two or three deals side by side; unlike kinds of money are shown with a warning, not a verdict. */
import type { Block, Rich } from "../doc/doc.ts";
import { MONEY_KIND, OF, sayAmount, sayDate } from "../doc/say-figure.ts";
import { type DealState, type StandingFigure, stateOn } from "../knowledge/as-of.ts";
import { resolveDeal } from "../knowledge/resolve.ts";
import type { PlanOf } from "../plan/plan.ts";
import { whichDeal } from "./choose-deal.ts";
import { type Compared, compareHeadline } from "./compare-headline.ts";
import { parties, shortWorth, statusLine, worth } from "./deal-lines.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { shorten } from "./shorten.ts";
import { unknownDeal } from "./with-deal.ts";

export function compare(plan: PlanOf<"compare">, context: Context): Answer {
  const draft = new Draft(context);
  const states: DealState[] = [];
  for (const name of plan.deals) {
    const resolved = resolveDeal(context.library, name, context.asOf);
    if (resolved.found === "many") return whichDeal(context, resolved.records, name);
    if (resolved.found === "none") return unknownDeal(draft, "compare", name, resolved.near);
    const state = stateOn(resolved.record, context.asOf);
    if (!state)
      return draft.done({
        status: "unknown",
        kind: "compare",
        title: "Not yet known",
        headline: [{ text: `Nothing was known of ${resolved.record.name} on ${sayDate(context.asOf)}.` }],
      });
    if (!states.some((other) => other.deal.id === state.deal.id)) states.push(state);
  }
  if (states.length < 2)
    return draft.done({
      status: "clarify",
      kind: "compare",
      title: "One deal",
      headline: [{ text: `Those names mean one deal, ${states[0]?.deal.name}. Name another to compare it with.` }],
      actions: [{ label: "Compare…", line: `compare ${states[0]?.deal.id}`, ask: "deal" }],
    });
  const rows: [string, (state: DealState) => Rich][] = [
    ["Parties", (state) => [{ text: parties(context.library, state, false) }]],
    ["Worth", (state) => (state.money ? worth(draft, state, state.money) : [{ text: "not disclosed" }])],
    ["Size", (state) => (state.size ? worth(draft, state, state.size) : [{ text: "not disclosed" }])],
    ["Per GW", (state) => perGw(draft, state)],
    ["Status", (state) => statusLine(draft, context.library, state)],
    ["Announced", (state) => [draft.sourced(sayDate(state.announced), state.deal, state.events[0]?.sources ?? [])]],
  ];
  const { attribute } = plan;
  const { headline, known } =
    attribute === "all" || attribute === "value" || attribute === "capacity"
      ? sizes(draft, attribute, states)
      : compareHeadline(draft, attribute, states);
  const blocks: Block[] = [
    ...warnings(states).map((warning): Block => ({ type: "note", tone: "caution", text: [{ text: warning }] })),
    ...rows.flatMap(([label, cell]): Block[] => [
      { type: "heading", text: label },
      {
        type: "list",
        items: states.map((state) => [{ text: `${state.deal.name}: `, style: "strong" }, ...cell(state)]),
      },
    ]),
  ];
  return draft.done({
    // What neither record has is not known; deals as a whole are told all the same.
    status: known === states.length ? "answered" : known > 0 ? "partial" : attribute === "all" ? "answered" : "unknown",
    kind: "compare",
    title: states.map((state) => state.deal.name).join(" · "),
    headline,
    blocks,
    actions: states.map((state) => ({ label: shorten(state.deal.name, 60), line: `deal ${state.deal.id}` })),
  });
}

function sizes(draft: Draft, attribute: "all" | "value" | "capacity", states: readonly DealState[]): Compared {
  // What all of them have tells which is larger.
  const alikeIn = (key: "money" | "size") =>
    states.every((state) => state[key] !== null && state[key]?.figure.unit === states[0]?.[key]?.figure.unit);
  const pick = (state: DealState): StandingFigure | null =>
    attribute === "capacity" || (attribute === "all" && alikeIn("size") && !alikeIn("money"))
      ? (state.size ?? state.money)
      : (state.money ?? state.size);
  const ranked = [...states].sort((a, b) => upper(pick(b)) - upper(pick(a)));
  const [first, second] = ranked;
  const [a, b] = [first && pick(first), second && pick(second)];
  const alike = a && b && a.figure.unit === b.figure.unit && a.figure.of === b.figure.of;
  const spans: Rich = ranked.flatMap((state, index): Rich => {
    const standing = pick(state);
    return [
      { text: index === 0 ? "" : "; " },
      { text: `${state.deal.name}: `, style: "strong" },
      ...(standing ? shortWorth(draft, state, standing) : [{ text: "not disclosed" }]),
    ];
  });
  const lead = alike && first && upper(a) !== upper(b) ? [{ text: "Larger: " }] : [];
  return {
    headline: [...lead, ...spans, { text: "." }],
    known: states.filter((state) => pick(state) !== null).length,
  };
}

const upper = (standing: StandingFigure | null | undefined): number =>
  standing?.figure.high ?? standing?.figure.low ?? -1;

function perGw(draft: Draft, state: DealState): Rich {
  const [money, size] = [state.money?.figure, state.size?.figure];
  const [usd, gw] = [money && (money.high ?? money.low), size?.unit === "GW" ? (size.high ?? size.low) : null];
  if (!money || !usd || !gw || money.per) return [{ text: "not known: it needs both money and gigawatts" }];
  const value = Number((usd / gw).toPrecision(3));
  draft.use({ low: usd / gw, high: usd / gw, unit: "USD/GW", qualifier: "exact", origin: "computed" });
  return [
    {
      text: `about ${sayAmount({ low: value, high: value, unit: `${money.unit}/GW`, qualifier: "exact" })} of ${OF[money.of]}`,
    },
  ];
}

function warnings(states: readonly DealState[]): string[] {
  const kinds = new Map<string, string>();
  for (const state of states)
    if (state.money)
      kinds.set(
        state.money.figure.of,
        `${state.deal.name}: ${MONEY_KIND[state.money.figure.of] ?? OF[state.money.figure.of]}`,
      );
  const units = new Set(states.flatMap((state) => state.money?.figure.unit ?? []));
  return [
    ...(kinds.size > 1 ? [`These are unlike dollars. ${[...kinds.values()].join("; ")}.`] : []),
    ...(units.size > 1 ? ["The amounts are in different currencies and are not converted."] : []),
  ];
}
