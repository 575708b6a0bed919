/** What finding deals and adding them up have in common: the parties named, and the filter in words. */
import { DealKind, type OrgKind, Status } from "../../knowledge/schema.ts";
import { KIND, OF, sayAmount, sayDate } from "../doc/say-figure.ts";
import { countryName } from "../doc/say-place.ts";
import { isOver } from "../knowledge/as-of.ts";
import type { Library } from "../knowledge/library.ts";
import { orgName, readNames } from "../knowledge/resolve.ts";
import type { PlanOf } from "../plan/plan.ts";
import { type Answer, type Context, Draft } from "./draft.ts";
import { shorten } from "./shorten.ts";

type Filtered = PlanOf<"find-deals"> | PlanOf<"total-deals">;

/** The organisations that a plan names; or the answer that one of them is not known. */
export function orgsOf(
  plan: { kind: string; parties: readonly string[] },
  context: Context,
): { orgs: string[] } | { unknown: Answer } {
  const orgs: string[] = [];
  for (const name of plan.parties) {
    const found = orgsIn(context.library, name);
    if ("strange" in found) return { unknown: unknownParty(plan.kind, found.strange, context) };
    orgs.push(...found.orgs.filter((id) => !orgs.includes(id)));
  }
  return { orgs };
}

export type Named = Pick<PlanOf<"find-deals">, "parties" | "alongside" | "among" | "without">;
type NamedIds = { orgs: string[]; alongside: string[]; among: string[]; without: string[] };

/** All the organisations that a filter names, by id. */
export function everyOrgOf(plan: Named & { kind: string }, context: Context): NamedIds | { unknown: Answer } {
  const out: string[][] = [];
  for (const parties of [plan.parties, plan.alongside, plan.among, plan.without]) {
    const found = orgsOf({ kind: plan.kind, parties }, context);
    if ("unknown" in found) return found;
    out.push(found.orgs);
  }
  const [orgs = [], alongside = [], among = [], without = []] = out;
  return { orgs, alongside, among, without };
}

/** The organisations of a name, or of several in one text: "nvidia openai"; or the word that no record knows. */
function orgsIn(library: Library, name: string): { orgs: readonly string[] } | { strange: string } {
  if (library.organisations.has(name)) return { orgs: [name] };
  const exact = library.names.exact(name).find((ref) => ref.type === "org");
  if (exact) return { orgs: [exact.id] };
  const names = readNames(library, name);
  const strange = names.rest.find((word) => !library.knowsWord(word));
  return names.orgs.length > 0 && strange === undefined ? { orgs: names.orgs } : { strange: strange ?? name };
}

/** "with OpenAI and Oracle, status rumoured, announced since January 2026"; "all records" without a filter. */
export function sayFilter(plan: Filtered, library: Library, named: NamedIds): string {
  const usd = (value: number) => sayAmount({ low: value, high: value, unit: "USD", qualifier: "exact" });
  const gw = (value: number) => sayAmount({ low: value, high: value, unit: "GW", qualifier: "exact" });
  const names = (ids: readonly string[], joint = " and ") => ids.map((id) => orgName(library, id)).join(joint);
  const either = (list: readonly string[]) =>
    [...new Set(list)].map((entry) => entry.replaceAll("-", " ")).join(" or ");
  const roles = plan.roles.length > 0 ? ` as ${either(plan.roles)}` : "";
  const exact = plan.minUsd !== null && plan.minUsd === plan.maxUsd;
  const dated = plan.dated === "status" ? "which came" : "announced";
  const period = plan.since !== null && plan.since === plan.until;
  const [least, most] = plan.beyond ? ["more than", "less than"] : ["at least", "at most"];
  const parts = [
    sayKinds(plan.dealKinds),
    named.orgs.length > 0
      ? `with ${names(named.orgs)}${roles}`
      : roles && plan.ofKinds.length === 0
        ? `with a party${roles}`
        : "",
    named.alongside.length > 0 ? `and ${names(named.alongside)}` : "",
    named.among.length > 0 ? `with ${names(named.among, " or ")}` : "",
    named.without.length > 0 ? `without ${names(named.without, " or ")}` : "",
    plan.otherKinds.length > 0 ? `with ${aKind(plan.otherKinds)}` : "",
    plan.ofKinds.length > 0 ? `with ${aKind(plan.ofKinds)}${roles}` : "",
    plan.withoutKinds.length > 0 ? `without ${aKind(plan.withoutKinds)}` : "",
    plan.otherSort === "" ? "" : `with a ${SORT[plan.otherSort]}`,
    plan.otherCountry
      ? `with somebody from ${plan.otherCountry.startsWith("-") ? `outside ${countryName(plan.otherCountry.slice(1))}` : plan.otherCountry.includes("|") ? "that region" : countryName(plan.otherCountry)}`
      : "",
    plan.contested ? "with a point on which sources disagree" : "",
    plan.priceless ? "with no sum on record" : "",
    plan.currencies.length > 0 ? `in ${plan.currencies.join(" or ")}` : "",
    plan.having.length > 0 ? `with ${plan.having.map((of) => OF[of]).join(" or ")}` : "",
    sayStatuses(plan.statuses),
    exact ? `of ${usd(plan.minUsd ?? 0)}` : "",
    plan.minUsd !== null && !exact ? `of ${least} ${usd(plan.minUsd)}` : "",
    plan.maxUsd !== null && !exact ? `of ${most} ${usd(plan.maxUsd)}` : "",
    plan.minGw !== null ? `of ${least} ${gw(plan.minGw)}` : "",
    plan.maxGw !== null ? `of ${most} ${gw(plan.maxGw)}` : "",
    plan.minYears !== null && plan.minYears === plan.maxYears ? `of ${plan.minYears} years` : "",
    plan.minYears !== null && plan.minYears !== plan.maxYears ? `of ${least} ${plan.minYears} years` : "",
    plan.maxYears !== null && plan.minYears !== plan.maxYears ? `of ${most} ${plan.maxYears} years` : "",
    ...sayEnds(plan),
    plan.since && period ? `${dated} in ${sayDate(plan.since)}` : "",
    plan.since && plan.until && !period ? `${dated} from ${sayDate(plan.since)} to ${sayDate(plan.until)}` : "",
    plan.since && !plan.until && !period ? `${dated} since ${sayDate(plan.since)}` : "",
    plan.until && !plan.since ? `${dated} until ${sayDate(plan.until)}` : "",
    plan.country ? `in ${countryName(plan.country)}` : "",
    plan.places.length > 0 ? `in ${plan.places.length > 3 ? "that region" : plan.places.join(" or ")}` : "",
    plan.outside.length > 0
      ? `outside ${plan.outside.length > 3 ? `${plan.outside[0]} and ${plan.outside.length - 1} other countries` : plan.outside.join(" and ")}`
      : "",
    plan.only.length === 1 ? (library.deals.get(plan.only[0] ?? "")?.name ?? "") : "",
    plan.only.length > 1 ? `the ${plan.only.length} named` : "",
    plan.programme ? `of ${library.deals.get(plan.programme)?.name ?? plan.programme}` : "",
    plan.chip ? `with the chip “${shorten(plan.chip.replaceAll("|", " or "))}”` : "",
    ...sayWords(plan.text),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "all records";
}

/** Ends that are worked out are said with "about" beside each deal. */
function sayEnds({ endsFrom, endsTo }: { endsFrom: number | null; endsTo: number | null }): string[] {
  if (endsFrom !== null && endsFrom === endsTo) return [`ending in ${endsFrom}`];
  if (endsFrom !== null && endsTo !== null) return [`ending from ${endsFrom} to ${endsTo}`];
  if (endsFrom !== null) return [`ending in ${endsFrom} or later`];
  return endsTo !== null ? [`ending in ${endsTo} or earlier`] : [];
}

/** Most kinds are said by those that are left out. */
function sayKinds(kinds: readonly DealKind[]): string {
  const gone = DealKind.options.filter((kind) => !kinds.includes(kind));
  if (kinds.length === 0) return "";
  return gone.length < kinds.length
    ? `of other kinds than ${gone.map((kind) => KIND[kind]).join(" or ")}`
    : `kind ${kinds.map((kind) => KIND[kind]).join(" or ")}`;
}

/** Words that must be there, and those that must not. */
function sayWords(text: string): string[] {
  // As a list of deals that either side may leave has them.
  if (text === "90 notice") return ["that may be ended on 90 days' notice"];
  const parts = text.split(/\s+/).filter(Boolean);
  const [gone, wanted] = [parts.filter((part) => part.startsWith("-")), parts.filter((part) => !part.startsWith("-"))];
  const said = (list: readonly string[]) =>
    shorten(
      list
        .map((part) => part.replace(/^-/, ""))
        .join(" ")
        .replaceAll("|", " or "),
    );
  return [wanted.length > 0 ? `with “${said(wanted)}”` : "", gone.length > 0 ? `without “${said(gone)}”` : ""];
}

function sayStatuses(statuses: readonly Status[]): string {
  if (statuses.length === 0) return "";
  const firm = statuses.every((status) => FIRM.has(status));
  if (firm && statuses.length === FIRM.size) return "signed or further";
  if (statuses.length > 7 && statuses.some((status) => isOver(status)))
    return `not ${Status.options.filter((status) => !statuses.includes(status)).join(" or ")}`.replaceAll("-", " ");
  return statuses.length > 4
    ? statuses.includes("rumoured") || statuses.length < 6
      ? "not ended"
      : "neither ended nor rumoured"
    : `status ${statuses.map((status) => status.replaceAll("-", " ")).join(" or ")}`;
}
const FIRM = new Set<Status>(["definitive", "under-construction", "operational", "completed"]);

const ORG_KIND: Record<OrgKind, string> = {
  "ai-lab": "AI lab",
  cloud: "cloud provider",
  neocloud: "neocloud",
  chips: "chip maker",
  hyperscaler: "hyperscaler",
  developer: "developer",
  investor: "investor",
  bank: "bank",
  energy: "power company",
  government: "government",
  industrial: "industrial company",
  telecom: "telecom company",
  analyst: "analyst",
  media: "publisher",
  other: "other organisation",
};

const aKind = (kinds: readonly OrgKind[]): string =>
  `${kinds[0] === "ai-lab" || kinds[0] === "investor" ? "an" : "a"} ${kinds.map((kind) => ORG_KIND[kind]).join(" or ")}`;

const SORT: Record<Exclude<Filtered["otherSort"], "">, string> = {
  "former-miner": "former Bitcoin miner",
  "state-fund": "sovereign fund",
  "private-capital": "private equity or credit house",
};

const COMMAND: Record<string, string> = { "find-deals": "deals", "total-deals": "total", "trace-flows": "flows" };

function unknownParty(kind: string, name: string, context: Context): Answer {
  const near = context.library.names.nearest(name, "org", 3).map((ref) => orgName(context.library, ref.id));
  return new Draft(context).done({
    status: "unknown",
    kind,
    title: "Not known",
    headline: [{ text: `I know no organisation called “${shorten(name)}”. Nearest: ${near.join("; ")}.` }],
    actions: near.map((other) => ({ label: other, line: `${COMMAND[kind]} "${other}"` })),
  });
}
