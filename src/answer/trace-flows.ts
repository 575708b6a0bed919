/** Who pays whom: the legs between parties both ways, and the loops in which the money comes back. */
import type { Block, Rich, Span } from "../doc/doc.ts";
import { sayAmount } from "../doc/say-figure.ts";
import type { Firmness } from "../knowledge/firmness.ts";
import {
  findLoops,
  isMoneyLeg,
  type Leg,
  type Loop,
  larger,
  legsOf,
  MAX_LEGS,
  moneyFlowsOn,
  shortest,
} from "../knowledge/flows.ts";
import { family, orgName } from "../knowledge/resolve.ts";
import type { PlanOf } from "../plan/plan.ts";
import { orgsOf } from "./deal-filter.ts";
import { type Answer, type Context, Draft } from "./draft.ts";

const LOOPS_SHOWN = 5;
const LEGS_SHOWN = 40;

export function traceFlows(plan: PlanOf<"trace-flows">, context: Context): Answer {
  const draft = new Draft(context);
  const named = orgsOf(plan, context);
  if ("unknown" in named) return named.unknown;
  const { orgs } = named;
  const names = orgs.map((id) => orgName(context.library, id));
  const flows = moneyFlowsOn(context.library, context.asOf);
  const { loops, whole } = findLoops(flows, orgs);
  const between = legsBetween(orgs, context);
  const title = names.length > 0 ? `Money flows: ${names.join(", ")}` : "Money flows";
  if (loops.length === 0 && between.live.length + between.over.length === 0)
    return draft.done({
      status: "unknown",
      kind: "trace-flows",
      title,
      headline: [
        {
          text: `No payment${names.length > 1 ? ` between ${names.join(" and ")}` : names[0] ? ` of ${names[0]}` : ""} is recorded, and no loop of money${names.length > 0 ? ` through ${names.length > 1 ? "them" : "it"}` : ""}.`,
        },
      ],
      actions: [{ label: "All flows", line: "flows" }],
    });
  const short = [...loops].sort(shortest);
  const large = [...loops].filter((loop) => loop.least !== null).sort(larger);
  const best = short[0];
  const headline: Rich = best
    ? [
        { text: `${names.length > 0 ? `${names.join(", ")}: money` : "Money"} comes back. Shortest loop: ` },
        ...path(context, best),
        { text: `, ${TAIL[best.firmness]}.` },
        ...largestSaid(draft, context, large[0], best),
      ]
    : [
        {
          text: `No loop of money through ${names.join(" and ") || "the records"} is recorded (up to ${MAX_LEGS} legs${whole ? "" : ", as far as searched"}); `,
        },
        ...direct(draft, context, between.live),
      ];
  return draft.done({
    status: "answered",
    kind: "trace-flows",
    title,
    headline,
    blocks: [
      ...directBlocks(draft, context, orgs, between),
      ...loopBlocks(draft, context, "Shortest loops", short.slice(0, LOOPS_SHOWN)),
      ...loopBlocks(
        draft,
        context,
        "Largest loops, by the least leg",
        large.filter((loop) => !short.slice(0, LOOPS_SHOWN).includes(loop)).slice(0, LOOPS_SHOWN),
      ),
      {
        type: "note",
        tone: "info",
        text: [
          {
            text: `A loop is made of payments and loans of different deals at different times; it does not say that one pays for the next. Each leg shows the largest amount known between its two. ${whole ? `${loops.length} ${loops.length === 1 ? "loop" : "loops"} of up to ${MAX_LEGS} legs ${loops.length === 1 ? "was" : "were"} found.` : `The search stopped at its bound: there may be more loops of ${MAX_LEGS} legs or fewer.`}`,
          },
        ],
      },
    ],
    actions: orgs.slice(0, 2).map((org, index) => ({ label: `Total ${names[index]}`, line: `total party:${org}` })),
  });
}

const TAIL: Record<Firmness, string> = {
  signed: "each leg signed or closed",
  "being-built": "each leg signed or being built",
  "letter-of-intent": "one leg at least only a letter of intent",
  announced: "one leg at least announced, not signed",
  paused: "one leg at least paused",
  talks: "one leg at least only talks",
  ended: "one leg at least over",
};

/** "Nvidia → OpenAI → Oracle → Nvidia". */
const path = (context: Context, loop: Loop): Span[] => [
  {
    text: [...loop.legs.map(({ leg }) => leg.from), loop.legs[0]?.leg.from ?? ""]
      .map((id) => orgName(context.library, id))
      .join(" → "),
    style: "strong",
  },
];

function largestSaid(draft: Draft, context: Context, loop: Loop | undefined, short: Loop): Rich {
  if (!loop || loop.least === null) return [];
  const least = loop.legs.find(({ leg }) => leg.usd === loop.least)?.leg;
  if (!least?.standing) return [];
  return [
    { text: " Largest: " },
    ...(loop === short ? [{ text: "the same" }] : path(context, loop)),
    { text: ", its least leg " },
    draft.amount(least.standing.figure, `deal:${least.deal.id}`, least.deal, "strong"),
    { text: "." },
  ];
}

type Between = { live: readonly Leg[]; over: readonly Leg[] };

/** Legs between the parties named; of one party, all of its payments; of none, none. */
function legsBetween(orgs: readonly string[], { library, asOf }: Context): Between {
  if (orgs.length === 0) return { live: [], over: [] };
  const groups = orgs.map((id) => family(library, id));
  const within = (leg: Leg) =>
    groups.length === 1
      ? isMoneyLeg(leg) && (groups[0]?.has(leg.from) || groups[0]?.has(leg.to))
      : groups.some((from, i) => from.has(leg.from) && groups.some((to, j) => i !== j && to.has(leg.to)));
  const members = groups.length === 1 ? groups : groups.slice(0, -1);
  const legs = legsOf(
    library,
    members.flatMap((group) => [...group]),
    asOf,
  );
  const own = legs.filter(within).sort((a, b) => (b.usd ?? -1) - (a.usd ?? -1));
  return { live: own.filter((leg) => leg.firmness !== "ended"), over: own.filter((leg) => leg.firmness === "ended") };
}

function directBlocks(draft: Draft, context: Context, orgs: readonly string[], between: Between): Block[] {
  const { library } = context;
  const blocks: Block[] = [];
  const add = (heading: string, legs: readonly Leg[]) => {
    if (legs.length === 0) return;
    const shown = legs.slice(0, LEGS_SHOWN);
    const more = legs.length > shown.length ? `: the ${shown.length} largest of ${legs.length}` : "";
    blocks.push(
      { type: "heading", text: `${heading}${more}` },
      { type: "list", items: shown.map((leg) => sayLeg(draft, context, leg)) },
    );
  };
  if (orgs.length === 1) {
    const group = family(library, orgs[0] ?? "");
    const name = orgName(library, orgs[0] ?? "");
    add(
      `${name} pays`,
      between.live.filter((leg) => group.has(leg.from)),
    );
    add(
      `${name} is paid`,
      between.live.filter((leg) => !group.has(leg.from)),
    );
  } else
    for (const from of orgs)
      for (const to of orgs) {
        if (from === to) continue;
        const [givers, takers] = [family(library, from), family(library, to)];
        add(
          `${orgName(library, from)} → ${orgName(library, to)}`,
          between.live.filter((leg) => givers.has(leg.from) && takers.has(leg.to)),
        );
      }
  add("No longer live", between.over);
  return blocks;
}

/** The largest payment each way, for a headline; shares, where no money comes back. */
function direct(draft: Draft, context: Context, legs: readonly Leg[]): Rich {
  const money = legs.filter(isMoneyLeg);
  const first = money[0] ?? legs[0];
  if (!first) return [{ text: "nothing that is live is paid between them." }];
  const returns = (leg: Leg) => leg.from === first.to && leg.to === first.from;
  const back = money.find(returns) ?? legs.find((leg) => returns(leg) && leg.what === "equity");
  const one = (leg: Leg): Span[] => [
    { text: `${orgName(context.library, leg.from)} → ${orgName(context.library, leg.to)} ` },
    ...(leg.what === "equity" ? [{ text: "in shares, " }] : []),
    amountOf(draft, leg),
    { text: ` (${leg.deal.name})` },
  ];
  return [
    { text: "the largest leg: " },
    ...one(first),
    ...(back ? [{ text: "; back: " }, ...one(back)] : []),
    { text: "." },
  ];
}

function loopBlocks(draft: Draft, context: Context, heading: string, loops: readonly Loop[]): Block[] {
  if (loops.length === 0) return [];
  return [
    { type: "heading", text: heading },
    ...loops.flatMap((loop): Block[] => [
      { type: "text", text: [...path(context, loop), { text: ` (${TAIL[loop.firmness]})` }] },
      {
        type: "list",
        items: loop.legs.map(({ leg, others }) => [
          ...sayLeg(draft, context, leg),
          ...(others > 0 ? [{ text: `; ${others} more between them` }] : []),
        ]),
      },
    ]),
  ];
}

const WHAT: Record<Leg["what"], string> = {
  cash: "pays",
  debt: "lends",
  compute: "gives compute",
  chips: "gives chips",
  equity: "gives shares",
  guarantee: "guarantees",
  power: "gives power",
  land: "gives land",
  goods: "gives goods",
  licence: "gives a licence",
};

/** "OpenAI pays Oracle: at least $300B [1] (Oracle–OpenAI; contract value; definitive)". */
function sayLeg(draft: Draft, { library }: Context, leg: Leg): Rich {
  return [
    { text: `${orgName(library, leg.from)} ${WHAT[leg.what]}${JOIN[leg.what]} ${orgName(library, leg.to)}: ` },
    amountOf(draft, leg),
    {
      text: ` (${[leg.deal.name, leg.standing && !leg.standing.figure.headline ? leg.standing.figure.label : "", leg.state.status].filter(Boolean).join("; ")})`,
    },
  ];
}
const JOIN: Record<Leg["what"], string> = {
  cash: "",
  debt: " to",
  compute: " to",
  chips: " to",
  equity: " to",
  guarantee: " for",
  power: " to",
  land: " to",
  goods: " to",
  licence: " to",
};

function amountOf(draft: Draft, leg: Leg): Span {
  if (leg.standing) {
    const { figure } = leg.standing;
    draft.use({
      low: figure.low,
      high: figure.high,
      unit: figure.unit,
      qualifier: figure.qualifier,
      origin: `deal:${leg.deal.id}`,
    });
    return draft.sourced(sayAmount(figure), leg.deal, figure.sources, "strong");
  }
  const flow = leg.deal.flows.find(
    (entry) => entry.from === leg.from && entry.to === leg.to && entry.what === leg.what,
  );
  return draft.sourced("amount not stated", leg.deal, flow?.sources ?? leg.state.events[0]?.sources ?? []);
}
