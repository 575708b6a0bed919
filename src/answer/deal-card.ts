/** The parts of a deal's card below the direct answer. */
import type { Block, Rich } from "../doc/doc.ts";
import { STATUS, sayAmount, sayDate } from "../doc/say-figure.ts";
import { countryName } from "../doc/say-place.ts";
import { type DealState, isOver } from "../knowledge/as-of.ts";
import type { Library } from "../knowledge/library.ts";
import { figureText, parties, replacedBy, statusLine, successorOf, worth } from "./deal-lines.ts";
import type { Draft } from "./draft.ts";
import { capital } from "./say-given.ts";

/** Facts on the card itself; the others are behind the button. */
export const FACTS_ON_CARD = 8;

export function cardBlocks(draft: Draft, library: Library, state: DealState): Block[] {
  const { deal } = state;
  const blocks: Block[] = [];
  const caution = cautions(library, state);
  if (caution) blocks.push({ type: "note", tone: "caution", text: [{ text: caution }] });
  const fields: { label: string; value: Rich }[] = [
    { label: "Parties", value: [{ text: parties(library, state, true) }] },
  ];
  if (state.money) fields.push({ label: "Worth", value: worth(draft, state, state.money) });
  else fields.push({ label: "Worth", value: [{ text: "not disclosed, or not known to us" }] });
  if (state.size)
    fields.push({ label: state.size.figure.unit === "GW" ? "Power" : "Size", value: worth(draft, state, state.size) });
  fields.push({ label: "Status", value: statusLine(draft, library, state) });
  fields.push({
    label: "Announced",
    value: [draft.sourced(sayDate(state.announced), deal, state.events[0]?.sources ?? [])],
  });
  const sites = deal.sites.map((site) =>
    [site.campus, site.place, site.region, countryName(site.country)].filter(Boolean).join(", "),
  );
  if (sites.length > 0) fields.push({ label: "Site", value: [{ text: sites.join("; ") }] });
  if (deal.chips.length > 0) fields.push({ label: "Chips", value: [{ text: deal.chips.join(", ") }] });
  const whole = deal.part_of.flatMap((id) => library.deals.get(id)?.name ?? []);
  if (whole.length > 0) fields.push({ label: "Part of", value: [{ text: whole.join(", ") }] });
  blocks.push({ type: "fields", items: fields });

  blocks.push({ type: "heading", text: "How it changed" }, timeline(draft, state));
  const others = state.figures.filter((entry) => entry !== state.money && entry !== state.size);
  if (others.length > 0)
    blocks.push(
      { type: "heading", text: "Figures" },
      { type: "list", items: others.map((entry) => figureItem(draft, state, entry)) },
    );
  if (state.facts.length > 0) {
    blocks.push(
      { type: "heading", text: "Good to know" },
      {
        type: "list",
        items: state.facts.slice(0, FACTS_ON_CARD).map((fact) => [draft.sourced(fact.text, deal, fact.sources)]),
      },
    );
    const left = state.facts.length - FACTS_ON_CARD;
    if (left > 0)
      blocks.push({
        type: "note",
        tone: "info",
        text: [{ text: `${left} more ${left === 1 ? "fact" : "facts"} behind “All facts”.` }],
      });
  }
  blocks.push(...disputed(draft, state), ...expected(draft, state));
  return blocks;
}

function timeline(draft: Draft, state: DealState): Block {
  return {
    type: "timeline",
    items: state.events.map((event) => ({
      date: event.date,
      text: [
        draft.sourced(event.text, state.deal, event.sources),
        ...(event.status ? [{ text: ` → ${STATUS[event.status]}`, style: "em" as const }] : []),
      ],
    })),
  };
}

function figureItem(draft: Draft, state: DealState, entry: DealState["figures"][number]): Rich {
  const { figure } = entry;
  draft.use({
    low: figure.low,
    high: figure.high,
    unit: figure.unit,
    qualifier: figure.qualifier,
    origin: `deal:${state.deal.id}`,
  });
  const notes = [
    figure.confidence === "high" ? "" : `${figure.confidence} confidence`,
    entry.ended ? `no longer holds since ${sayDate(entry.ended)}` : "",
    figure.note ?? "",
  ]
    .filter(Boolean)
    .join("; ");
  return [draft.sourced(figureText(figure), state.deal, figure.sources), ...(notes ? [{ text: ` – ${notes}` }] : [])];
}

function disputed(draft: Draft, state: DealState): Block[] {
  const versions: Rich[] = state.figures.flatMap(({ figure }) =>
    (figure.disputes ?? []).map(
      (dispute): Rich => [
        draft.sourced(
          `${figure.label}: ${dispute.says} (${sayAmount({ ...figure, ...dispute })})`,
          state.deal,
          dispute.sources,
        ),
        { text: `; we show ${sayAmount(figure)}: ${figure.preferred_because ?? "the better source"}` },
      ],
    ),
  );
  const sentences: Rich[] = state.contested.map((entry) => [draft.sourced(entry.text, state.deal, entry.sources)]);
  const items = [...versions, ...sentences];
  return items.length > 0
    ? [
        { type: "heading", text: "Contested" },
        { type: "list", items },
      ]
    : [];
}

function expected(draft: Draft, state: DealState): Block[] {
  if (state.expected.length === 0) return [];
  return [
    { type: "heading", text: "Expected, as last said" },
    {
      type: "timeline",
      items: state.expected.map((entry) => ({
        date: entry.date,
        text: [draft.sourced(entry.text, state.deal, entry.sources)],
      })),
    },
  ];
}

function cautions(library: Library, state: DealState): string {
  const { deal } = state;
  const out: string[] = [];
  const successor = successorOf(library, state);
  if (successor) out.push(`${capital(replacedBy(state, successor))}: do not count it as live money.`);
  else if (isOver(state.status)) out.push("This deal no longer stands.");
  if (state.status === "paused") out.push("This deal is paused.");
  if (state.status === "rumoured") out.push("Reported talks only: neither side has confirmed a deal.");
  if (state.status === "letter-of-intent") out.push("A letter of intent is not binding.");
  if (deal.confidence === "low") out.push("Low confidence: it rests on weak sources.");
  if (deal.single_origin) out.push(`One origin: ${deal.single_origin}.`);
  return out.join(" ");
}
