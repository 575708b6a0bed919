/** Whether a question put in full asks for what the last one asked for, and which figure of the other record it means. */
import type { Deal, Figure } from "../../../../knowledge/schema.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import type { Library } from "../../../knowledge/library.ts";
import { family, orgName, readNames } from "../../../knowledge/resolve.ts";
import type { Attribute, Plan } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { kindShown } from "./figures-of-record.ts";

/** "Capex" and its guidance, "revenue" and its target are one thing asked for. */
const sameGroup = (a: string, b: string): boolean => a.split("-")[0] === b.split("-")[0];

const OF_ONE_SUBJECT: ReadonlySet<Plan["kind"]> = new Set([
  "show-deal",
  "show-figure",
  "show-metric",
  "show-rate",
  "choose-deal",
]);

/** Whether a question in full asks for what the last one asked for. */
export function isOfKind({ conversation, question, library }: Reading, plan: Plan): boolean {
  const last = conversation.plan?.kind;
  const like = plan.kind === last || (last !== undefined && OF_ONE_SUBJECT.has(last) && OF_ONE_SUBJECT.has(plan.kind));
  if (!like) return false;
  const orgs = readNames(library, question).orgs;
  if (plan.kind === "show-figure" || plan.kind === "show-deal") {
    const deal = library.deals.get(plan.kind === "show-deal" ? plan.deal : plan.subject);
    const [only, ...more] = orgs;
    // "And Adani's?" means a deal that bears the name, where there is one of that kind.
    if (only && more.length === 0 && deal && !bearsName(library, deal, only)) {
      const kind = library.deals.get(conversation.deal ?? "")?.kind;
      const own = (library.dealsOf.get(only) ?? []).filter(
        (other) => other.kind === kind && bearsName(library, other, only),
      );
      if (own.length > 0) return false;
    }
    return orgs.every((org) => deal?.parties.some((party) => family(library, org).has(party.org)) ?? false);
  }
  if (plan.kind === "show-metric") {
    const { subjects = [], measure } = library.metrics.get(plan.metric) ?? {};
    const before =
      conversation.plan?.kind === "show-metric" ? library.metrics.get(conversation.plan.metric)?.measure : measure;
    if (measure !== before && !sameGroup(measure ?? "", before ?? "")) return false;
    return orgs.every((org) => subjects.some((subject) => family(library, org).has(subject)));
  }
  return true;
}

/** After a deal another one is meant, and a company's figure or one of several only where there is none. */
export const isSurely = ({ conversation }: Reading, { kind }: Plan): boolean =>
  (kind !== "show-metric" && kind !== "choose-deal") || conversation.plan?.kind === kind;

/** The plan with the kind of figure that was spoken of. */
export const asLast = (reading: Reading, plan: Plan): Plan =>
  orAll(reading, withLikeFigure(reading, asAsked(reading, plan)));

/** "How much of it is Amazon" asks for an amount, whatever was asked of the whole. */
const asAsked = ({ question }: Reading, plan: Plan): Plan =>
  plan.kind === "show-figure" && /\bhow (?:much|big|large)\b/i.test(question) && !AMOUNTS.has(plan.attribute)
    ? { ...plan, attribute: "value", topic: "", form: "open", also: [] }
    : plan;

/** "Reliance?" after how many gigawatts: where the record has no such figure, what it has. */
function orAll({ library, asOf, dates }: Reading, plan: Plan): Plan {
  const isOf = plan.kind === "show-figure" ? UNITS[plan.attribute] : undefined;
  const deal = plan.kind === "show-figure" ? library.deals.get(plan.subject) : undefined;
  const figures = (deal && stateOn(deal, asOf)?.figures) ?? [];
  if (!isOf || !deal || figures.length === 0 || figures.some(({ figure }) => isOf(figure))) return plan;
  return { kind: "show-deal", deal: deal.id, view: "card", asOf: dates.asOf };
}
const UNITS: Partial<Record<Attribute, (figure: Figure) => boolean>> = {
  capacity: ({ unit }) => unit === "GW",
  count: ({ unit }) => unit === "count",
  valuation: ({ of }) => of === "valuation",
};
const AMOUNTS: ReadonlySet<string> = new Set(["value", "capacity", "valuation", "stake", "count"]);

/** Of the other deal the figure of the kind that was spoken of: equity, where equity was; and of whom is named, where several have one. */
function withLikeFigure(reading: Reading, plan: Plan): Plan {
  const { library, conversation, names, asOf } = reading;
  const last = library.deals.get(conversation.deal ?? "");
  const of = conversation.plan?.kind === "show-figure" && last ? kindShown(reading, last)?.of : undefined;
  const byName = calledFigure(reading, plan);
  if (byName) return byName;
  if (plan.kind !== "show-figure" || plan.attribute !== "value" || !of || plan.figure !== null) return plan;
  const deal = library.deals.get(plan.subject);
  const state = deal ? stateOn(deal, asOf) : null;
  if (!state || state.money?.figure.of === of) return plan;
  const called = names.orgs.map((org) => orgName(library, org));
  const like = state.figures.filter(({ figure, ended }) => figure.of === of && ended === null);
  const named = like.filter(({ figure }) => called.some((name) => figure.label.includes(name)));
  const [only, ...more] = named.length > 0 ? named : like;
  return only && more.length === 0 ? { ...plan, figure: only.figure.id } : plan;
}

/** "The Oklo one?" of a package after a share: where it has no such figure, the largest that is called after whom is named. */
function calledFigure({ library, conversation, names, asOf }: Reading, plan: Plan): Plan | null {
  const last = conversation.plan;
  if (plan.kind !== "show-figure" || last?.kind !== "show-figure" || plan.figure !== null) return null;
  if (!BY_SIZE.has(last.attribute) || plan.attribute !== "fact") return null;
  const deal = library.deals.get(plan.subject);
  const called = names.orgs.map((org) => orgName(library, org));
  const [found] = ((deal && stateOn(deal, asOf)?.figures) ?? [])
    .filter(({ figure, ended }) => ended === null && called.some((name) => figure.label.startsWith(`${name}:`)))
    .sort((a, b) => (b.figure.high ?? b.figure.low ?? 0) - (a.figure.high ?? a.figure.low ?? 0));
  return found
    ? { ...plan, attribute: found.figure.unit === "GW" ? "capacity" : "value", topic: "", figure: found.figure.id }
    : null;
}
const BY_SIZE: ReadonlySet<Attribute> = new Set(["value", "capacity", "stake", "count", "fact"]);

/** Whether a deal is called after an organisation, or a name that it goes by. */
export function bearsName(library: Library, deal: Deal, org: string): boolean {
  const { name = org, aliases = [] } = library.organisations.get(org) ?? {};
  const own = deal.name.toLowerCase();
  return [name, ...aliases].some((one) =>
    own.includes(one.toLowerCase().replace(/ (?:group|industries|holdings?|inc\.?|corp\.?)$/, "")),
  );
}
