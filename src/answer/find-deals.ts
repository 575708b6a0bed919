/** Deals that fit, as a list with what they are worth, how big they are and how firm. */
import type { Block, Rich } from "../doc/doc.ts";
import { KIND, STATUS, sayAmount, sayDate } from "../doc/say-figure.ts";
import { countryName } from "../doc/say-place.ts";
import { type DealState, isMoney, type StandingFigure } from "../knowledge/as-of.ts";
import { findDeals as query } from "../knowledge/query.ts";
import { orgName, resolveOrg } from "../knowledge/resolve.ts";
import type { PlanOf } from "../plan/plan.ts";
import { shortWorth } from "./deal-lines.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { shorten } from "./shorten.ts";

export function findDeals(plan: PlanOf<"find-deals">, context: Context): Answer {
  const draft = new Draft(context);
  const { library } = context;
  const orgs: string[] = [];
  for (const name of plan.parties) {
    const org = resolveOrg(library, name);
    if (!org) return unknownParty(draft, name, context);
    orgs.push(org);
  }
  const found = query(library, { ...plan, orgs }, plan.sort, context.asOf);
  const named = describeFilter(
    plan,
    orgs.map((id) => orgName(library, id)),
  );
  if (found.length === 0) {
    return draft.done({
      status: "unknown",
      kind: "find-deals",
      title: "No deals",
      headline: [{ text: `No deal in the records fits ${named}.` }],
      actions: [{ label: "All deals", line: "deals" }],
    });
  }
  const shown = found.slice(0, plan.limit);
  const first = shown[0];
  const headline: Rich =
    plan.rank && first
      ? best(draft, plan, first, named)
      : [
          {
            text: `${found.length} ${found.length === 1 ? "deal fits" : "deals fit"} ${named}${shown.length < found.length ? `; the first ${shown.length} are shown` : ""}.`,
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

function best(draft: Draft, plan: PlanOf<"find-deals">, state: DealState, named: string): Rich {
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

function example(draft: Draft, shown: readonly DealState[]): Rich {
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

function row(draft: Draft, state: DealState): Rich[] {
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

function describeFilter(plan: PlanOf<"find-deals">, orgs: readonly string[]): string {
  const parts = [
    plan.dealKinds.length > 0 ? `kind ${plan.dealKinds.map((kind) => KIND[kind]).join(" or ")}` : "",
    orgs.length > 0 ? `with ${orgs.join(" and ")}` : "",
    plan.statuses.length > 0 ? `status ${plan.statuses.join(" or ")}` : "",
    plan.minUsd !== null
      ? `of at least ${sayAmount({ low: plan.minUsd, high: plan.minUsd, unit: "USD", qualifier: "exact" })}`
      : "",
    plan.maxUsd !== null
      ? `of at most ${sayAmount({ low: plan.maxUsd, high: plan.maxUsd, unit: "USD", qualifier: "exact" })}`
      : "",
    plan.minGw !== null
      ? `of at least ${sayAmount({ low: plan.minGw, high: plan.minGw, unit: "GW", qualifier: "exact" })}`
      : "",
    plan.since ? `announced since ${sayDate(plan.since)}` : "",
    plan.until ? `announced until ${sayDate(plan.until)}` : "",
    plan.country ? `in ${countryName(plan.country)}` : "",
    plan.text ? `with “${shorten(plan.text)}”` : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "all records";
}

function unknownParty(draft: Draft, name: string, context: Context): Answer {
  const near = context.library.names.nearest(name, "org", 3).map((ref) => orgName(context.library, ref.id));
  return draft.done({
    status: "unknown",
    kind: "find-deals",
    title: "Not known",
    headline: [{ text: `I know no organisation called “${shorten(name)}”. Nearest: ${near.join("; ")}.` }],
    actions: near.map((other) => ({ label: other, line: `deals party:"${other}"` })),
  });
}
