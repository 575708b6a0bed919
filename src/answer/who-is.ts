/** Who somebody is, and what a company is, with what the records tell of them. */
import type { Person } from "../../knowledge/schema.ts";
import type { Block, Rich } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import { isOver, stateOn } from "../knowledge/as-of.ts";
import type { Library } from "../knowledge/library.ts";
import { orgName } from "../knowledge/resolve.ts";
import { statementsOf } from "../knowledge/statements.ts";
import { words } from "../knowledge/words.ts";
import { dealInBrief } from "./deal-lines.ts";
import type { Answer, Context, Draft } from "./draft.ts";

/** A company, with its deals. */
export function whatIs(draft: Draft, org: string, context: Context): Answer {
  const { library } = context;
  const name = orgName(library, org);
  const { about, tickers = [] } = library.organisations.get(org) ?? {};
  const traded = tickers.length > 0 ? ` (ticker ${tickers.join(", ")})` : "";
  const deals = library.dealsOf.get(org)?.length ?? 0;
  const party = deals > 0 ? ` It is a party to ${deals} recorded ${deals === 1 ? "deal" : "deals"}.` : "";
  return draft.done({
    status: about ? "answered" : "unknown",
    kind: "define",
    title: name,
    headline: [{ text: `${name}${traded}: ${about ?? "no description is recorded."}${party}` }],
    blocks: dealsOf(draft, [org], context),
    actions: [{ label: "Its deals", line: `deals party:"${name}"` }],
  });
}

/** The latest deals of some, with what each is worth. */
function dealsOf(draft: Draft, orgs: readonly string[], { library, asOf }: Context): Block[] {
  const all = new Set(orgs.flatMap((org) => library.dealsOf.get(org) ?? []));
  const items = [...all]
    .flatMap((deal) => stateOn(deal, asOf) ?? [])
    .filter(({ status }) => !isOver(status))
    .sort((a, b) => b.statusSince.localeCompare(a.statusSince))
    .slice(0, DEALS)
    .map((state) => dealInBrief(draft, state));
  return items.length === 0
    ? []
    : [
        { type: "heading", text: all.size > items.length ? "Latest deals" : "Deals" },
        { type: "list", items },
      ];
}
const DEALS = 4;

/** Who one or two people are, with the sentences of the records that name them. */
export function whoIs(draft: Draft, people: readonly Person[], context: Context): Answer {
  const { library } = context;
  const items = people.flatMap((one) => sentencesOn(draft, one, library)).slice(0, SENTENCES);
  const roles = people.flatMap((one) => one.roles);
  const said = (one: Person) => one.roles.map((role) => `${role.title}, ${orgName(library, role.org)}`).join("; ");
  return draft.done({
    status: "answered",
    kind: "define",
    title: people.map(({ name }) => name).join(" and "),
    headline: people.flatMap((one, index) => [
      { text: `${index > 0 ? " " : ""}${one.name}`, style: "strong" as const },
      { text: `: ${said(one)}, as of ${sayDate(context.asOf)}.` },
    ]),
    blocks:
      items.length > 0
        ? [
            { type: "heading", text: "In the records" },
            { type: "list", items },
          ]
        : dealsOf(
            draft,
            roles.map(({ org }) => org),
            context,
          ),
    actions: [...new Set(roles.map(({ org }) => org))]
      .slice(0, 2)
      .map((org) => ({ label: `Deals of ${orgName(library, org)}`, line: `deals ${org}` })),
  });
}

function sentencesOn(draft: Draft, { name }: Person, library: Library): Rich[] {
  const last = name.split(" ").at(-1) ?? name;
  return statementsOf(library)
    .all.filter((statement) => statement.kind === "fact" && words(statement.text).includes(words(last)[0] ?? last))
    .slice(0, SENTENCES)
    .flatMap((statement): Rich[] => {
      const owner =
        statement.record.type === "deal"
          ? library.deals.get(statement.record.id)
          : statement.record.type === "topic"
            ? library.topics.get(statement.record.id)
            : library.metrics.get(statement.record.id);
      const fact = owner?.facts[statement.index];
      return owner && fact ? [[draft.sourced(fact.text, owner, fact.sources)]] : [];
    });
}
const SENTENCES = 8;
