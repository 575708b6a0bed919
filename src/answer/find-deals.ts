/** Deals that fit, as a list with what they are worth, how big they are and how firm; the one that stands out; or who is in them. */
import type { PartyRole } from "../../knowledge/schema.ts";
import type { Block, Rich } from "../doc/doc.ts";
import { OF, STATUS, sayAmount, sayDate } from "../doc/say-figure.ts";
import { isMoney, type Outline, type StandingFigure } from "../knowledge/as-of.ts";
import { endOf } from "../knowledge/ends.ts";
import type { Library } from "../knowledge/library.ts";
import { byOwnMoney } from "../knowledge/own-money.ts";
import { announcedOn, figureFor, findDeals as query, sizeOf } from "../knowledge/query.ts";
import { family } from "../knowledge/resolve.ts";
import type { PlanOf } from "../plan/plan.ts";
import { everyOrgOf, sayFilter } from "./deal-filter.ts";
import { lowerFirst, shortWorth } from "./deal-lines.ts";
import { type Answer, type Context, Draft, fitted } from "./draft.ts";
import { inEach } from "./in-each.ts";
import { listOthers, type RankedOthers, rankedOthers } from "./list-others.ts";
import { capital } from "./say-given.ts";
import { shorten } from "./shorten.ts";
import { sayTally, tallyOf, tallyTable } from "./tally-deals.ts";

/** `own`: what each deal is to the one investor whose deals stand in order. */
type Plan = PlanOf<"find-deals"> & {
  own?: ReadonlyMap<Outline, StandingFigure> | null;
  /** Who has the role that is asked for, where the one that stands out is somebody and not a deal. */
  who?: RankedOthers | null;
};

export function findDeals(asked: PlanOf<"find-deals">, context: Context): Answer {
  const draft = new Draft(context);
  const { library } = context;
  const named = everyOrgOf(asked, context);
  if ("unknown" in named) return named.unknown;
  if (asked.inEach) return inEach(asked, named.among ?? [], context);
  const all = query(library, { ...asked, ...named }, asked.sort, context.asOf, asked);
  const byTerm = asked.measure[0] === "term" && asked.measure.length === 1;
  const plan: Plan = {
    ...asked,
    own: byTerm ? null : ownMoney(asked, named.orgs, all, library),
    who: asked.lists === "others" ? rankedOthers(library, { ...asked, ...named }) : null,
  };
  const own = plan.own ? [...plan.own.keys()] : plan.rank && byTerm ? ownTerm(named.orgs, all, library) : [];
  const found = own.length > 0 ? own : all;
  const said = sayFilter(plan, library, named);
  const filter = plan.leftOut === "" ? said : `${shorten(said, 80)} (${unread(plan)} “${shorten(plan.leftOut, 40)}”)`;
  const chosen = plan.rank ? found[plan.place - 1] : undefined;
  if (found.length === 0 || (plan.rank && !chosen)) {
    return draft.done({
      status: "unknown",
      kind: "find-deals",
      title: "No deals",
      headline: [
        {
          text:
            found.length === 0
              ? `No deal in the records fits ${filter}.`
              : `The records have only ${found.length} ${found.length === 1 ? "deal" : "deals"} that fit ${filter}.`,
        },
      ],
      actions: [{ label: "All deals", line: "deals" }],
    });
  }
  // Of deals without such an amount none is the largest: where no money is on record their power may tell.
  if (chosen && !dated(plan) && figureOf(plan, chosen) === null) {
    if (asked.sort === "value" && asked.measure.length === 0 && found.some(({ size }) => size !== null))
      return findDeals({ ...asked, sort: "capacity" }, context);
    return draft.done({
      status: "unknown",
      kind: "find-deals",
      title: "Not known",
      headline: [
        { text: `I do not know: no deal that fits ${shorten(filter, 150)} has its ${measureOf(plan)} on record.` },
      ],
      actions: [{ label: "All deals", line: "deals" }],
    });
  }
  const tally = plan.tally === null ? [] : tallyOf(plan, found, library);
  if (tally.length > 0)
    return draft.done({
      status: plan.leftOut === "" ? "answered" : "partial",
      kind: "find-deals",
      title: `Deals by ${plan.tally}`,
      headline: sayTally({ draft, library }, plan, tally, found, shorten(filter, 120)),
      blocks: [...leftOut(plan), tallyTable(plan, tally)],
      actions: [{ label: "All deals", line: "deals" }],
    });
  const shown = found.slice(0, plan.limit);
  const headline: Rich = chosen
    ? best(draft, plan, found, chosen, filter)
    : plan.lists === "others"
      ? listOthers(draft, library, { ...plan, ...named }, shown, filter, plan.bothRoles)
      : several(draft, plan, found, shown, filter);
  return draft.done({
    status: plan.leftOut === "" ? "answered" : "partial",
    kind: "find-deals",
    title: plan.rank ? orderOf(plan) : "Deals",
    headline,
    blocks: [
      ...leftOut(plan),
      {
        type: "table",
        caption: orderOf(plan),
        columns: [
          { label: "Deal" },
          { label: "Worth", align: "right" },
          { label: "Size", align: "right" },
          ...(byEnd(plan) ? [{ label: "Ends" }] : []),
          { label: "Status" },
          { label: "Announced" },
        ],
        rows: shown.map((state) => row(draft, plan, state)),
      },
      ...(byEnd(plan) ? [{ type: "note" as const, tone: "info" as const, text: [{ text: RECKONED }] }] : []),
      { type: "note", tone: "info", text: [{ text: UNLIKE }] },
    ],
    actions: shown.slice(0, 4).map((state) => ({ label: shorten(state.deal.name, 60), line: `deal ${state.deal.id}` })),
  });
}

const RECKONED =
  "“About” is worked out from the start, or the signing where no start is on record, and the length. Deals with neither an end nor a length on record are not listed.";
const UNLIKE =
  "The amounts are of unlike kinds (contract value, capital expenditure, equity, debt, pledges), some deals contain others, and currencies differ: do not add them up.";
const dated = ({ sort }: Plan): boolean => sort === "newest" || sort === "oldest" || sort === "name";

/** Deals that are named one by one. */
const inRow = ({ only }: Plan): boolean => only.length > 1;

/** Where they are, the words are a name that no deal has. */
const unread = (plan: Plan): string => (inRow(plan) ? "no deal of its own on record for" : "not narrowed by");
/** Words of the question that did not narrow the list: nothing is left out in silence. */
const leftOut = (plan: Plan, words = plan.leftOut): Block[] =>
  words === ""
    ? []
    : [
        {
          type: "note",
          tone: "caution",
          text: [{ text: `${capital(unread(plan))}: ${shorten(words)}.` }],
        },
      ];

function orderOf({ sort, ascending, measure }: Plan): string {
  const by = measure[0] && measure.length === 1 ? `, by ${OF[measure[0]]}` : "";
  const first = measure[0] === "term" ? (ascending ? "Shortest" : "Longest") : ascending ? "Smallest" : "Largest";
  switch (sort) {
    case "value":
      return measure.length === 1 ? `${first} first${by}` : `${first} in dollars first`;
    case "capacity":
      return `${first} in gigawatts first`;
    case "newest":
      return "Newest first";
    case "oldest":
      return "Oldest first";
    case "name":
      return "By name";
    default:
      return sort satisfies never;
  }
}

/** Somebody's investments in order stand in that of its own money; null where no order by money is asked for. */
function ownMoney(
  plan: Plan,
  [org]: readonly string[],
  found: readonly Outline[],
  library: Library,
): ReadonlyMap<Outline, StandingFigure> | null {
  const ordered = (plan.rank || plan.limit < MOST || plan.measure.length > 0) && !dated(plan) && plan.sort === "value";
  if (!ordered || org === undefined || !plan.roles.includes("investor")) return null;
  const own = byOwnMoney(found, family(library, org), plan.roles, plan.measure, plan.ascending);
  return own.size > 0 ? own : null;
}
/** So many are shown where no number is asked for. */
const MOST = 200;

/** How long a lease of a site runs is a matter of who lets and who takes it, and not of whoever uses what stands there. */
function ownTerm([org]: readonly string[], found: readonly Outline[], library: Library): Outline[] {
  if (org === undefined) return [];
  const group = family(library, org);
  const isLet = ({ deal }: Outline) => deal.kind === "site" && deal.parties.some(({ role }) => role === "tenant");
  return found.filter(
    (state) => !isLet(state) || state.deal.parties.some((party) => group.has(party.org) && LETS.has(party.role)),
  );
}
const LETS: ReadonlySet<PartyRole> = new Set(["tenant", "landlord", "developer"]);

const measureOf = ({ measure, sort }: Plan): string =>
  measure[0] ? OF[measure[0]] : sort === "capacity" ? "power" : "value";

/** By what a deal stands in the order. */
const figureOf = (plan: Plan, state: Outline): StandingFigure | null =>
  plan.own?.get(state) ?? figureFor(state, plan.sort, plan.measure);

const upper = (standing: StandingFigure | null): number => standing?.figure.high ?? standing?.figure.low ?? 0;
/** No euro and no pound has been worth more dollars of late. */
const MOST_OF_A_DOLLAR = 1.4;
const PLACES = ["", "", "second ", "third ", "fourth ", "fifth "];

/** The one asked for, then those that come next, so that a reader sees by how much it stands out. */
function best(draft: Draft, plan: Plan, ranked: readonly Outline[], state: Outline, filter: string): Rich {
  const byTerm = plan.measure[0] === "term";
  const what = {
    value: plan.ascending ? (byTerm ? "shortest" : "smallest") : byTerm ? "longest" : "largest",
    capacity: plan.ascending ? "smallest" : "largest",
    newest: "newest",
    oldest: "oldest",
    name: "first by name",
  }[plan.sort];
  const by =
    dated(plan) || byTerm
      ? ""
      : plan.measure[0] && plan.measure.length === 1
        ? ` by ${OF[plan.measure[0]]}`
        : plan.sort === "capacity"
          ? " by power"
          : " by money";
  const nth = PLACES[plan.place] ?? `${plan.place}th `;
  const next = ranked
    .filter((other) => other !== state && figureOf(plan, other) !== null)
    .slice(Math.max(0, plan.place - 1), plan.place + 1);
  const of = (other: Outline) => figureOf(plan, other);
  const large = upper(of(state));
  // Euros and dollars are not put in one order; what may be larger is named.
  const unranked =
    dated(plan) || plan.ascending
      ? []
      : ranked.filter((other) => {
          const standing = of(other);
          if (standing === null || standing.figure.unit === of(state)?.figure.unit) return false;
          const [size, known] = [upper(standing), sizeOf(standing) !== null];
          return known ? size < large && size * MOST_OF_A_DOLLAR > large : size > large / 2;
        });
  return fitted([
    [
      {
        text:
          plan.who?.lead(`The ${nth}${what}`) ??
          `The ${nth}${what}${by} among ${/^(?:kind|the|all)\b/.test(filter) ? "" : "deals "}${shorten(filter, 150)}: `,
      },
      ...(plan.who ? [{ text: `${plan.who.of(state)}, in ` }] : []),
      { text: state.deal.name, style: "strong" },
      ...amountOf(draft, plan, state, ", "),
      ...(dated(plan) ? [announcedDay(draft, state, plan.sort)] : []),
      { text: `; ${STATUS[state.status]}.` },
    ],
    ...unranked
      .slice(0, 1)
      .map(
        (other): Rich => [
          { text: " Not ranked, in another currency: " },
          { text: other.deal.name },
          ...amountOf(draft, plan, other, " "),
          { text: "." },
        ],
      ),
    ...next.map(
      (other, index): Rich => [
        { text: index === 0 ? " Next: " : "; " },
        ...(plan.who ? [{ text: `${plan.who.of(other)}, ` }] : []),
        { text: other.deal.name },
        ...amountOf(draft, plan, other, " "),
      ],
    ),
  ]);
}

function amountOf(draft: Draft, plan: Plan, state: Outline, before: string): Rich {
  const standing = figureOf(plan, state) ?? state.money ?? state.size;
  return standing ? [{ text: before }, ...shortWorth(draft, state, standing)] : [];
}

function several(draft: Draft, plan: Plan, found: readonly Outline[], shown: readonly Outline[], filter: string): Rich {
  const count =
    plan.limit < found.length
      ? `The first ${shown.length} of ${found.length} deals that fit ${shorten(filter, 150)}:`
      : inRow(plan)
        ? `${capital(filter)}, ${lowerFirst(orderOf(plan))}:`
        : `${found.length} ${found.length === 1 ? "deal fits" : "deals fit"} ${shorten(filter, 150)}:`;
  // More never fit into a headline, and would only leave their sources behind.
  const items = shown.slice(0, 16).map((state, index): Rich => {
    const ordered = figureOf(plan, state);
    // Another amount of the deal would be read as the one by which it stands in the order.
    const lacking =
      ordered === null &&
      !dated(plan) &&
      (inRow(plan) || (plan.measure[0] === "guarantee" && plan.measure.length === 1));
    const standing = lacking ? null : (ordered ?? state.money ?? state.size);
    const end = byEnd(plan) ? endOf(state) : null;
    return [
      { text: `${index === 0 ? " " : ", "}${state.deal.name}` },
      ...(end
        ? [{ text: " (" }, draft.sourced(end.said, state.deal, end.figure.sources.slice(0, 1)), { text: ")" }]
        : []),
      ...(standing && !end
        ? [{ text: " (" }, draft.amount(standing.figure, `deal:${state.deal.id}`, state.deal), { text: ")" }]
        : []),
      ...(lacking ? [{ text: ` (${measureOf(plan)} not on record)` }] : []),
    ];
  });
  return fitted([[{ text: count }], ...items], ", …");
}

function row(draft: Draft, plan: Plan, state: Outline): Rich[] {
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
  const measured = plan.own || plan.measure.length > 0 ? figureOf(plan, state) : null;
  const worth = measured ?? figureFor(state, "value", []);
  return [
    [{ text: state.deal.name }],
    cell(worth),
    cell(state.size ?? (sizedBy(plan) ? figureFor(state, "capacity", []) : null)),
    ...(byEnd(plan) ? [[{ text: endOf(state)?.said ?? "–" }]] : []),
    [{ text: state.status }],
    // Where no amount has a source the day has one.
    plan.priceless
      ? [draft.sourced(state.announced, state.deal, (state.events[0]?.sources ?? []).slice(0, 1))]
      : [{ text: state.announced }],
  ];
}
/** When each ends is asked for. */
const byEnd = ({ endsFrom, endsTo }: Plan): boolean => endsFrom !== null || endsTo !== null;
const sizedBy = ({ sort }: Plan): boolean => sort === "capacity";

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

/** What was a rumour first is new on the day on which it was announced. */
function announcedDay(draft: Draft, state: Outline, sort: PlanOf<"find-deals">["sort"]): Rich[number] {
  const day = sort === "newest" ? announcedOn(state) : state.announced;
  const event = state.events.find(({ date }) => date === day);
  return draft.sourced(`, announced ${sayDate(day)}`, state.deal, event?.sources ?? []);
}
