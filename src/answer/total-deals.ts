/** What deals come to: each dollar and gigawatt once, apart by firmness, kind of money and currency; and what is left out. */

import type { Deal, FigureOf } from "../../knowledge/schema.ts";
import { type Block, plain, type Rich, type Span } from "../doc/doc.ts";
import { KIND, OF, sayAmount } from "../doc/say-figure.ts";
import type { Line, Side } from "../knowledge/amounts.ts";
import { DealNames } from "../knowledge/deal-names.ts";
import { FIRMNESSES, type Firmness, rankOf } from "../knowledge/firmness.ts";
import type { Library } from "../knowledge/library.ts";
import { byAlphabet } from "../knowledge/order.ts";
import { orgName } from "../knowledge/resolve.ts";
import type { Sum } from "../knowledge/rows.ts";
import { type Group, partsOf, totalsOf } from "../knowledge/totals.ts";
import type { PlanOf } from "../plan/plan.ts";
import { everyOrgOf, sayFilter } from "./deal-filter.ts";
import { type Answer, type Context, Draft, HEADLINE_MAX } from "./draft.ts";
import { leftOutBlocks } from "./left-out.ts";
import { capital } from "./say-given.ts";
import { statedTotals } from "./stated-totals.ts";

/** Lines of one kind of money or power, one currency and one side. */
type Row = Group & { label: string; firmness: Firmness };

export function totalDeals(plan: PlanOf<"total-deals">, context: Context): Answer {
  const { library } = context;
  const draft = new Draft(context);
  const named = everyOrgOf(plan, context);
  if ("unknown" in named) return named.unknown;
  const names = named.orgs.map((id) => orgName(library, id));
  const totals = totalsOf(library, { ...plan, ...named }, context.asOf);
  const ofSide = (line: Line | undefined) => plan.side === null || line?.power !== null || line.side === plan.side;
  const groups = totals.groups.filter((group) => ofSide(group.rows.lines[0]));
  const filter = sayFilter(plan, library, named);
  // What somebody has promised says nothing of what somebody was given.
  const stated =
    named.orgs[0] && plan.side !== "receives" ? statedTotals(draft, context, named.orgs[0], plan.lead) : null;
  const title = `Total: ${names.length > 0 ? names.join(" and ") : "all deals"}`;
  if (totals.found === 0 || (groups.length === 0 && totals.leftOut.length === 0))
    return draft.done({
      status: "unknown",
      kind: "total-deals",
      title,
      headline: [{ text: `There is nothing to add up: no deal in the records fits ${filter}.` }],
      actions: [{ label: "All deals", line: "deals" }],
    });
  const rows = rowsOf(groups, names[0] ?? null);
  const counted = plan.signed ? rows.filter((row) => row.firmness === "signed") : rows;
  const headline = headlineOf(draft, plan, rows, names, stated?.said ?? [], library);
  const sections =
    plan.by === "firmness" ? byFirmness(draft, counted) : byGroup(draft, plan.by, groups, names[0] ?? null, context);
  const apart = plan.signed ? rows.filter((row) => row.firmness !== "signed") : [];
  const line = named.orgs[0] ? `party:${named.orgs[0]}` : "";
  return draft.done({
    status: "answered",
    kind: "total-deals",
    title,
    headline,
    blocks: [
      ...(stated ? stated.blocks : []),
      ...sections,
      ...(apart.length > 0
        ? [
            { type: "heading" as const, text: "Not signed" },
            {
              type: "list" as const,
              items: apart.map((row) => [{ text: `${FIRM[row.firmness]}: ` }, ...sumLine(draft, row)]),
            },
          ]
        : []),
      ...leftOutBlocks(draft, totals.leftOut, names[0] ?? null),
      { type: "note", tone: "info", text: [{ text: RULE }] },
    ],
    actions: [
      { label: "Deals", line: `deals ${line}`.trim() },
      ...(plan.signed ? [] : [{ label: "Only signed", line: `total ${line} signed:yes`.replace("  ", " ") }]),
      ...(named.orgs[0] ? [{ label: "Flows", line: `flows ${named.orgs[0]}` }] : []),
    ],
  });
}

const RULE =
  "Each dollar and gigawatt counts once: a whole or its parts, a site or what paid for it, one record of a campus; what was replaced, cancelled or lapsed is never live; estimates, valuations and payments without a stated total are not added. Kinds of money, currencies, and the power of chips, sites and plants are not added to each other.";

const FIRM: Record<Firmness, string> = {
  signed: "Signed, in use or closed",
  "being-built": "Being built (planned sums, not signed ones)",
  "letter-of-intent": "Letters of intent (not binding)",
  announced: "Announced (no binding contract known)",
  paused: "Paused",
  talks: "Talks (reported, not confirmed)",
  ended: "Lapsed, cancelled or replaced (not live)",
};

function rowsOf(groups: readonly Group[], party: string | null): Row[] {
  const rows = groups.flatMap((group): Row[] => {
    const [first] = group.rows.lines;
    return first ? [{ ...group, label: labelOf(first, party), firmness: first.firmness }] : [];
  });
  return rows.sort(
    (a, b) => rankOf(a.firmness) - rankOf(b.firmness) || order(a) - order(b) || size(b.sum) - size(a.sum),
  );
}

/** Money before power, dollars before other currencies. */
const order = (row: Row): number => (row.sum.unit === "USD" ? 0 : row.sum.unit === "GW" ? 2 : 1);
const size = (sum: Pick<Sum, "low" | "high">): number => sum.high ?? sum.low ?? 0;

/** "Contract value, to be paid by OpenAI", "Power at sites and clouds (IT power)". */
function labelOf({ of, side, power, standing }: Line, party: string | null): string {
  if (power) {
    const { basis } = standing.figure;
    return `${POWER[power]}${basis === "it" ? ", IT power" : basis === "facility" ? ", facility power" : ""}`;
  }
  const kind = capital(OF[of]);
  return side && party ? `${kind}, ${(SIDES[of] ?? PAID)[side]} ${party}` : kind;
}

const POWER = {
  chips: "Power of chips",
  sites: "Power at sites and in clouds",
  generation: "Power generation",
} as const;
type Sides = Record<NonNullable<Side>, string>;
const PAID: Sides = { pays: "paid by", receives: "paid to" };
const SIDES: Partial<Record<FigureOf, Sides>> = {
  contract: { pays: "to be paid by", receives: "to be paid to" },
  equity: { pays: "invested by", receives: "raised by" },
  debt: { pays: "lent by", receives: "borrowed by" },
  guarantee: { pays: "given by", receives: "in favour of" },
  acquisition: { pays: "paid by", receives: "paid to or for" },
  investment: { pays: "pledged by", receives: "pledged to" },
};

function headlineOf(
  draft: Draft,
  plan: PlanOf<"total-deals">,
  rows: readonly Row[],
  names: readonly string[],
  stated: Rich,
  library: Library,
): Rich {
  const firmest = rows[0]?.firmness;
  const live = firmest && firmest !== "ended" ? rows.filter((row) => row.firmness === firmest) : [];
  const money = live.filter((row) => row.sum.unit !== "GW");
  const power = live.filter((row) => row.sum.unit === "GW");
  const shown = plan.lead === "power" ? [...power, ...money.slice(0, 1)] : [...money.slice(0, 2), ...power.slice(0, 1)];
  const without = plan.without.map((id) => orgName(library, id));
  const who =
    names.length > 0 ? `${names.join(" and ")}${without.length > 0 ? ` without ${without.join(" and ")}` : ""}, ` : "";
  if (plan.signed && firmest !== "signed")
    return [
      {
        text: `Nothing that is signed has a disclosed amount that can be added${names[0] ? ` for ${names.join(" and ")}` : ""}.`,
      },
      ...stated,
    ];
  if (!firmest || shown.length === 0)
    return [{ text: `${who || "There is "}no live deal with an amount that can be added.` }, ...stated];
  const firm = firmest === "signed" ? "Signed" : FIRM[firmest];
  const start: Rich = [{ text: `${who}${who ? lowerFirst(firm) : firm}: ` }];
  const open = plan.signed ? rows.find((row) => row.firmness !== "signed" && row.sum.unit !== "GW") : undefined;
  const end: Rich = [
    { text: ". " },
    ...(open
      ? [
          { text: "Not signed: " },
          useSum(draft, open.sum),
          { text: ` of ${lowerFirst(open.label)} (${lowerFirst(FIRM[open.firmness])}). ` },
        ]
      : []),
    ...stated,
  ];
  const clauses: Span[] = [];
  for (const [index, row] of shown.entries()) {
    const clause: Span[] = [
      { text: index === 0 ? "" : "; " },
      { text: sayAmount(row.sum), style: "strong" },
      { text: ` of ${lowerFirst(row.label)} (${sayDeals(row.deals)})` },
    ];
    if (index > 0 && plain([...start, ...clauses, ...clause, ...end]).length > HEADLINE_MAX) continue;
    draft.use({ ...row.sum, origin: "computed" });
    clauses.push(...clause);
  }
  return [...start, ...clauses, ...end];
}

const lowerFirst = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);
const sayDeals = (count: number): string => `${count} ${count === 1 ? "deal" : "deals"}`;

function useSum(draft: Draft, sum: Sum) {
  draft.use({ ...sum, origin: "computed" });
  return { text: sayAmount(sum), style: "strong" as const };
}

function byFirmness(draft: Draft, rows: readonly Row[]): Block[] {
  const most = linesShown(rows);
  return FIRMNESSES.flatMap((firmness) => {
    const own = rows.filter((row) => row.firmness === firmness);
    return own.length > 0
      ? [{ type: "heading" as const, text: FIRM[firmness] }, ...own.flatMap((row) => rowBlocks(draft, row, most))]
      : [];
  });
}

type By = "kind" | "status" | "year" | "party";

function byGroup(
  draft: Draft,
  by: By,
  groups: readonly Group[],
  party: string | null,
  { library, asOf }: Context,
): Block[] {
  const headings = HEADINGS[by].on(library, asOf);
  const parts = partsOf(library, groups, (at, { deal }) =>
    by === "party" && party ? partiesOf(library, deal, party) : (headings[at] ?? ""),
  );
  const named = [...parts].sort(([a], [b]) => byAlphabet(a, b));
  return named.flatMap(([name, own]): Block[] => [
    { type: "heading", text: name },
    {
      type: "list",
      items: rowsOf(own, party).map((row) => [...sumLine(draft, row), { text: `; ${lowerFirst(FIRM[row.firmness])}` }]),
    },
  ]);
}

const HEADINGS: Record<By, DealNames> = {
  kind: new DealNames(({ deal }) => capital(KIND[deal.kind])),
  status: new DealNames(({ status }) => capital(status)),
  year: new DealNames(({ announced }) => announced.slice(0, 4)),
  party: new DealNames(({ deal }, library) => partiesOf(library, deal, null)),
};

/** The first parties of a deal, other than the one that is asked for. */
function partiesOf(library: Library, deal: Deal, asked: string | null): string {
  const names = new Set(deal.parties.map((entry) => orgName(library, entry.org)));
  return (
    [...names]
      .filter((name) => name !== asked)
      .slice(0, 3)
      .join(", ") || "Alone"
  );
}

/** "Contract value, to be paid by OpenAI: about $708–730B (5 deals)". */
function sumLine(draft: Draft, row: Row): Rich {
  return [{ text: `${row.label}: ` }, useSum(draft, row.sum), { text: ` (${sayDeals(row.deals)})` }];
}

function rowBlocks(draft: Draft, row: Row, most: number): Block[] {
  const { lines } = row.rows;
  const shown = lines.slice(0, most);
  const items = shown.map(({ deal, state, standing }): Rich => {
    const { figure } = standing;
    const more = [
      figure.headline ? "" : figure.label,
      state.status,
      figure.confidence === "high" ? "" : `${figure.confidence} confidence`,
    ].filter(Boolean);
    return [
      { text: `${deal.name}: ` },
      draft.amount(figure, `deal:${deal.id}`, { sources: deal.sources }),
      { text: ` (${more.join("; ")})` },
    ];
  });
  return [
    {
      type: "text",
      text: sumLine(draft, row).map((span, index) => (index === 0 ? { ...span, style: "strong" as const } : span)),
    },
    { type: "list", items: [...items, ...andMore(lines.length - shown.length)] },
  ];
}

/** Of a long sum the largest deals are named; of hundreds of deals fewer of each. */
const linesShown = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + row.deals, 0) > HUNDREDS ? 5 : 40;
const HUNDREDS = 400;
const andMore = (left: number): Rich[] => (left > 0 ? [[{ text: `and ${left} smaller ones, in the sum` }]] : []);
