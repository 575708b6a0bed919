import { foldDeal } from "../diff/fold.ts";
import type { Knowledge } from "../read.ts";
import type { Deal, Figure } from "../schema.ts";
import { amountCells, versionRows } from "./amount-cells.ts";
import { citing, joined, type Row, uniqueIds } from "./rows.ts";

const money = new Set(["USD", "EUR", "GBP", "AUD", "INR"]);
const relations = ["part_of", "supersedes", "financed_by", "same_campus", "related"] as const;

export type DealTables = Record<
  "deals" | "parties" | "sites" | "relations" | "events" | "figures" | "versions" | "flows" | "expected",
  Row[]
>;

export function dealTables(knowledge: Knowledge): DealTables {
  const tables: DealTables = {
    deals: [],
    parties: [],
    sites: [],
    relations: [],
    events: [],
    figures: [],
    versions: [],
    flows: [],
    expected: [],
  };
  for (const deal of knowledge.deals) {
    const cite = citing(deal, knowledge);
    tables.deals.push(dealRow(deal));
    addFigures(tables, deal, cite);
    const [party, site, event, flow, expected] = [uniqueIds(), uniqueIds(), uniqueIds(), uniqueIds(), uniqueIds()];
    for (const { org, role, note = null } of deal.parties)
      tables.parties.push({ id: party(`${deal.id}/${org}/${role}`), deal: deal.id, org, role, note });
    for (const { campus = null, nicknames, place = null, region = null, country } of deal.sites)
      tables.sites.push({
        id: site(`${deal.id}/${campus ?? place ?? region ?? country}`),
        deal: deal.id,
        campus,
        nicknames: joined(nicknames),
        place,
        region,
        country,
      });
    for (const relation of relations) {
      for (const other of deal[relation])
        tables.relations.push({ id: `${deal.id}/${relation}/${other}`, deal: deal.id, relation, other });
    }
    for (const { date, text, status = null, ends, sources } of deal.events)
      tables.events.push({
        id: event(`${deal.id}/${date}`),
        deal: deal.id,
        date,
        text,
        status,
        ends: (ends ?? []).join(" "),
        sources: cite(sources),
      });
    for (const { from, to, what, figure = null, sources } of deal.flows)
      tables.flows.push({
        id: flow(`${deal.id}/${from}/${what}/${to}`),
        deal: deal.id,
        from,
        to,
        what,
        figure,
        sources: cite(sources),
      });
    for (const { date, text, sources } of deal.expected)
      tables.expected.push({
        id: expected(`${deal.id}/${date}`),
        deal: deal.id,
        date,
        text,
        sources: cite(sources),
      });
  }
  return tables;
}

/** A deal as it stands with all its events, and its headline figures. */
function dealRow(deal: Deal): Row {
  const { status, statusSince, figures } = foldDeal(deal);
  const headlines = [...figures.values()].flatMap(({ figure, ended }) =>
    "headline" in figure && figure.headline && !ended ? [figure as Figure] : [],
  );
  const worth = headlines.find((figure) => money.has(figure.unit));
  const size = headlines.find((figure) => !money.has(figure.unit));
  return {
    id: deal.id,
    name: deal.name,
    aliases: joined(deal.aliases),
    kind: deal.kind,
    status,
    status_since: statusSince,
    announced: deal.events[0]?.date ?? null,
    worth_figure: worth?.id ?? null,
    worth_of: worth?.of ?? null,
    worth_low: worth?.low ?? null,
    worth_high: worth?.high ?? null,
    worth_unit: worth?.unit ?? null,
    worth_qualifier: worth?.qualifier ?? null,
    size_figure: size?.id ?? null,
    size_low: size?.low ?? null,
    size_high: size?.high ?? null,
    size_unit: size?.unit ?? null,
    size_qualifier: size?.qualifier ?? null,
    chips: joined(deal.chips),
    confidence: deal.confidence,
    single_origin: deal.single_origin ?? null,
    summary: deal.summary,
  };
}

/** Each value that a figure has had; `standing` is the one that holds now. */
function addFigures(tables: DealTables, deal: Deal, cite: (ids: readonly string[] | undefined) => string): void {
  const { figures } = foldDeal(deal);
  const unique = uniqueIds();
  for (const event of deal.events) {
    for (const figure of event.figures ?? []) {
      const last = figures.get(figure.id);
      const id = unique(`${deal.id}/${figure.id}/${event.date}`);
      tables.figures.push({
        id,
        deal: deal.id,
        figure: figure.id,
        set: event.date,
        standing: last?.figure === figure && !last.ended,
        ...amountCells(figure, cite),
        headline: figure.headline ?? false,
      });
      tables.versions.push(...versionRows(id, figure, cite));
    }
  }
}
