/** Deals that fit, as a list with what they are worth, how big they are and how firm. */
import type { Block, Rich } from "../doc/doc.ts";
import { STATUS, sayAmount, sayDate } from "../doc/say-figure.ts";
import { isMoney, type Outline, type StandingFigure } from "../knowledge/as-of.ts";
import { findDeals as query } from "../knowledge/query.ts";
import { orgName } from "../knowledge/resolve.ts";
import type { PlanOf } from "../plan/plan.ts";
import { orgsOf, sayFilter } from "./deal-filter.ts";
import { shortWorth } from "./deal-lines.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { shorten } from "./shorten.ts";

export function findDeals(plan: PlanOf<"find-deals">, context: Context): Answer {
  const draft = new Draft(context);
  const { library } = context;
  const named = orgsOf(plan, context);
  if ("unknown" in named) return named.unknown;
  const { orgs } = named;
  const found = query(library, { ...plan, orgs }, plan.sort, context.asOf);
  const filter = sayFilter(
    plan,
    orgs.map((id) => orgName(library, id)),
  );
  if (found.length === 0) {
    return draft.done({
      status: "unknown",
      kind: "find-deals",
      title: "No deals",
      headline: [{ text: `No deal in the records fits ${filter}.` }],
      actions: [{ label: "All deals", line: "deals" }],
    });
  }
  const shown = found.slice(0, plan.limit);
  const first = shown[0];
  const headline: Rich =
    plan.rank && first
      ? best(draft, plan, first, filter)
      : [
          {
            text: `${found.length} ${found.length === 1 ? "deal fits" : "deals fit"} ${filter}${shown.length < found.length ? `; the first ${shown.length} are shown` : ""}.`,
          },
          ...example(draft, shown),
        ];
  const blocks: Block[] = [
    {
      type: "table",
      caption: SORTED[plan.sort],
      columns: [
        { label: "Deal" },
        { label: "Worth", align: "right" },
        { label: "Size", align: "right" },
        { label: "Status" },
        { label: "Announced" },
      ],
      rows: shown.map((state) => row(draft, state)),
    },
    {
      type: "note",
      tone: "info",
      text: [
        {
          text: "The amounts are of unlike kinds (contract value, capital expenditure, equity, debt, pledges), some deals contain others, and currencies differ: do not add them up.",
        },
      ],
    },
  ];
  return draft.done({
    status: "answered",
    kind: "find-deals",
    title: plan.rank ? SORTED[plan.sort] : "Deals",
    headline,
    blocks,
    actions: shown.slice(0, 4).map((state) => ({ label: shorten(state.deal.name, 60), line: `deal ${state.deal.id}` })),
  });
}

const SORTED = {
  value: "Largest in dollars first",
  capacity: "Largest in gigawatts first",
  newest: "Newest first",
  oldest: "Oldest first",
  name: "By name",
} as const;

function best(draft: Draft, plan: PlanOf<"find-deals">, state: Outline, named: string): Rich {
  const standing = plan.sort === "capacity" ? state.size : plan.sort === "value" ? state.money : null;
  const what = {
    value: "The largest by money",
    capacity: "The largest by power",
    newest: "The newest",
    oldest: "The oldest",
    name: "The first by name",
  }[plan.sort];
  return [
    { text: `${what} among ${named}: ` },
    { text: state.deal.name, style: "strong" },
    ...(standing
      ? [{ text: ", " }, ...shortWorth(draft, state, standing)]
      : [draft.sourced(`, announced ${sayDate(state.announced)}`, state.deal, state.events[0]?.sources ?? [])]),
    { text: `; ${STATUS[state.status]}.` },
  ];
}

function example(draft: Draft, shown: readonly Outline[]): Rich {
  const top = shown.slice(0, 3).flatMap((state, index): Rich => {
    const standing = state.money ?? state.size;
    return [
      { text: index === 0 ? " " : ", " },
      { text: state.deal.name },
      ...(standing
        ? [{ text: " (" }, draft.amount(standing.figure, `deal:${state.deal.id}`, state.deal), { text: ")" }]
        : []),
    ];
  });
  return shown.length > 1 ? [...top, { text: shown.length > 3 ? ", …" : "." }] : [...top, { text: "." }];
}

function row(draft: Draft, state: Outline): Rich[] {
  const cell = (standing: StandingFigure | null): Rich => {
    if (!standing) return [{ text: "–" }];
    const { figure } = standing;
    draft.use({
      low: figure.low,
      high: figure.high,
      unit: figure.unit,
      qualifier: figure.qualifier,
      origin: `deal:${state.deal.id}`,
    });
    return [
      draft.sourced(
        `${sayAmount(figure)}${isMoney(figure.unit) ? ` ${KIND_OF_MONEY[figure.of] ?? ""}` : ""}`.trimEnd(),
        state.deal,
        figure.sources.slice(0, 1),
      ),
    ];
  };
  return [
    [{ text: state.deal.name }],
    cell(state.money),
    cell(state.size),
    [{ text: state.status }],
    [{ text: state.announced }],
  ];
}
const KIND_OF_MONEY: Record<string, string> = {
  contract: "contract",
  capex: "capex",
  investment: "pledge",
  equity: "equity",
  debt: "debt",
  valuation: "valuation",
  acquisition: "price",
  fee: "fee",
  guarantee: "guarantee",
};
