/** The knowledge as flat tables, for a spreadsheet or a database. The same knowledge gives the same ids. */
import { createHash } from "node:crypto";
import type { Knowledge } from "../read.ts";
import { amountCells, versionRows } from "./amount-cells.ts";
import { dealTables } from "./deal-tables.ts";
import { citing, joined, type Row, sourceRow, uniqueIds } from "./rows.ts";

export function toTables(knowledge: Knowledge): Record<string, Row[]> {
  const { deals, metrics, topics, rates, glossary, organisations, people, sources } = knowledge;
  const { versions, ...ofDeals } = dealTables(knowledge);
  const points: Row[] = [];
  for (const metric of metrics) {
    const [cite, unique] = [citing(metric, knowledge), uniqueIds()];
    for (const point of metric.points) {
      const id = unique(`${metric.id}/${point.id}/${point.as_of}`);
      const { measure, period, as_of, type, stated_by = null } = point;
      points.push({ id, metric: metric.id, measure, period, as_of, type, stated_by, ...amountCells(point, cite) });
      versions.push(...versionRows(id, point, cite));
    }
  }
  return {
    ...ofDeals,
    versions,
    facts: [...deals, ...metrics, ...topics].flatMap((record) => factRows(record, knowledge)),
    metrics: metrics.map(({ id, name, aliases, subjects, measure, headline = null, deals: about, confidence }) => ({
      id,
      name,
      aliases: joined(aliases),
      subjects: subjects.join(" "),
      measure,
      headline,
      deals: about.join(" "),
      confidence,
    })),
    points,
    topics: topics.map(({ id, name, aliases, summary, orgs, people: persons, deals: about }) => ({
      id,
      name,
      aliases: joined(aliases),
      summary,
      orgs: orgs.join(" "),
      people: persons.join(" "),
      deals: about.join(" "),
    })),
    rates: rates.map((rate) => ({
      id: rate.id,
      name: rate.name,
      aliases: joined(rate.aliases),
      quantity: rate.quantity,
      low: rate.low,
      mid: rate.mid,
      high: rate.high,
      unit: rate.unit,
      basis: rate.basis ?? null,
      chip: rate.chip ?? null,
      includes: rate.includes,
      excludes: rate.excludes ?? null,
      org: rate.org ?? null,
      person: rate.person ?? null,
      as_of: rate.as_of,
      default: rate.default ?? false,
      confidence: rate.confidence,
      note: rate.note ?? null,
      sources: citing(rate, knowledge)([...rate.sources.map((source) => source.id), ...rate.cites]),
    })),
    terms: glossary.map(({ aliases, see, deals: about, sources: own, cites, said_by = null, ...term }) => ({
      ...term,
      said_by,
      aliases: joined(aliases),
      see: see.join(" "),
      deals: about.join(" "),
      sources: citing({ id: term.id, sources: own }, knowledge)([...own.map((source) => source.id), ...cites]),
    })),
    organisations: organisations.map(({ id, name, aliases, tickers, kind, parent, country, about }) => ({
      id,
      name,
      aliases: joined(aliases),
      tickers: tickers.join(" "),
      kind,
      parent: parent ?? null,
      country: country ?? null,
      about: about ?? null,
    })),
    people: people.flatMap(({ id, name, aliases, roles }) =>
      roles.map(({ org, title }) => ({ id: `${id}/${org}`, person: id, name, aliases: joined(aliases), org, title })),
    ),
    sources: [
      ...[...deals, ...metrics, ...topics, ...rates, ...glossary].flatMap((record) =>
        record.sources.map((source) => sourceRow(record.id, source)),
      ),
      ...sources.map((source) => sourceRow("shared", source)),
    ],
  };
}

/** Facts have no id of their own: it is made from what they say, so that it stays when others come before them. */
function factRows(record: Knowledge["deals" | "metrics" | "topics"][number], knowledge: Knowledge): Row[] {
  const cite = citing(record, knowledge);
  const row = (about: string, text: string, known: string | null, sources: readonly string[]): Row => ({
    id: `${record.id}/${createHash("sha256").update(text).digest("hex").slice(0, 10)}`,
    record: record.id,
    about,
    text,
    known,
    sources: cite(sources),
  });
  return [
    ...record.facts.map((fact) => row(fact.about, fact.text, fact.known ?? null, fact.sources)),
    ...record.contested.map((entry) => row("contested", entry.text, entry.known ?? null, entry.sources)),
  ];
}
