/** The figure on record that words mean, among all figures of deals and points of metrics: what a calculation takes from the records. */

import type { Deal, Figure, Point } from "../../../../knowledge/schema.ts";
import { hasCome, isMoney, pointsOn, stateOn } from "../../../knowledge/as-of.ts";
import { blanked } from "../../../knowledge/blanked.ts";
import { type FoundStatement, findStatements } from "../../../knowledge/find-statements.ts";
import { gated } from "../../../knowledge/gated.ts";
import type { Want } from "../../../knowledge/kind-asked.ts";
import { kindsSaid } from "../../../knowledge/kinds-said.ts";
import { fitsPeriod } from "../../../knowledge/metrics.ts";
import type { Ref } from "../../../knowledge/names.ts";
import { isWeak, soughtWords } from "../../../knowledge/question-words.ts";
import { type NamesRead, orgName, readNames } from "../../../knowledge/resolve.ts";
import { contentRoots } from "../../../knowledge/words.ts";
import { findDates, findPeriods } from "../../dates.ts";
import { digitsFor } from "../../number-words.ts";
import { newConversation } from "../conversation.ts";
import type { Reading } from "../reading.ts";
import { toSought } from "../sought.ts";
import { toldWithin } from "../told-within.ts";
import { dealMeant } from "./deal-meant.ts";
import { monthsSpanned } from "./months-spanned.ts";

/** What is counted by the figure that is looked for. */
export type Counts = "money" | "power" | "chips" | "shares" | "buildings" | "time" | "percent" | "price";

export type Recorded = {
  record: Ref;
  figure: Figure | Point;
  /** Day from which it stands. */
  since: string;
  /** As expressions write it: "@oracle-openai-300b:total". */
  expression: string;
  /** The record's name and what of it the figure is. */
  label: string;
  /** Words of the text that neither the figure nor its record explains. */
  unexplained: readonly string[];
  headline: boolean;
  /** Whether words of the text tell this figure from the others of its record. */
  told: boolean;
  /** Whether the text has words that a record must explain. */
  strong: boolean;
};

const WANTS: Readonly<Record<Counts, Want>> = {
  money: "money",
  power: "power",
  chips: "count",
  shares: "count",
  buildings: "count",
  time: "length",
  percent: "percent",
  price: "price",
};
const CHIPS = /\b(?:[gt]pus?|chips?|accelerators?|h100)\b/i;
const BUILDINGS = gated(/\b(?:buildings?|campus(?:es)?|sites?)\b/i);

function counts(figure: Figure | Point, what: Counts): boolean {
  switch (what) {
    case "money":
      return isMoney(figure.unit) && figure.of !== "price" && figure.per !== "share";
    case "price":
      return isMoney(figure.unit) && (figure.of === "price" || figure.per === "share");
    case "power":
      return figure.unit === "GW" && figure.per === undefined;
    case "chips":
      return figure.unit === "count" && figure.per === undefined && CHIPS.test(figure.counted ?? "");
    case "buildings":
      return figure.unit === "count" && BUILDINGS.test(figure.counted ?? "");
    case "shares":
      return figure.unit === "shares";
    case "time":
      return figure.unit === "years" || figure.unit === "months" || figure.unit === "days";
    case "percent":
      return figure.unit === "percent";
    default:
      return what satisfies never;
  }
}

/** Words of calculations, which find no figure. */
const OF_SUMS =
  /\b(?:per|each|every|for each|on average|averages?|averaged|annual(?:ly|i[sz]ed)?|yearly|a year|monthly|a month|quarterly|share|percent(?:age)?|pct|fraction|proportion|ratio|multiples?|times|versus|vs|works? out|worked out|divided|spread|evenly|implied|impl(?:y|ies)|equivalents?|how many|how much|what|using|use|based|basis|headline|according|figures?|numbers?|come|comes|total|price|cost|costs|unit|growth|grew|grow|grown|changed?|increased?|rise|rose|difference|gap|bigger|larger|higher|smaller|lower|more|less|than|calculate|compute the|math|maths|roughly|average|straight[- ]line|whole|entire|itself|alone|now|does|do|single|euros?|eur|pounds?|gbp|sterling|dollars?|usd|owes?|owed|owing)\b|%/gi;

/** Nouns for deals: with one of them a company's name means a deal of that kind. */
export const OF_A_DEAL =
  /\b(?:contracts?|deals?|agreements?|commitments?|pledges?|investments?|loans?|leases?|bonds?|debt|rounds?|financings?|stakes?|sites?|campus(?:es)?|jv|venture|acquisitions?|purchases?|orders?)\b/i;

/** Nouns that fit a deal of any kind: a record need not have them. */
const ANY_DEAL: ReadonlySet<string> = new Set(
  contentRoots("purchase purchases order orders programme package arrangement plan plans tie-up"),
);

/** How near the best the other statements are that may be meant as well. */
const ABOUT_AS_GOOD = 0.97;

/** `beside`: periods that the rest of the question says. Null where the text names nothing and no record is given, or where nothing of that kind is found. */
export function figureSought(
  reading: Reading,
  text: string,
  what: Counts,
  within: Ref | null = null,
  beside: readonly string[] = [],
): Recorded | null {
  const { library, asOf } = reading;
  const plain = text.replace(OF_SUMS, (word) => " ".repeat(word.length));
  // Within a record names tell its figures apart as words do.
  const words = within ? withPlainNames(reading, plain) : plain;
  const names = within ? NO_NAMES : readNames(library, words);
  // "GW" is a term, and names no record.
  const named = names.mentions.some(({ refs }) => refs.some(({ type }) => NAMING.has(type)));
  if (!named && within === null) return null;
  const dates = findDates(words, asOf);
  const own: Reading = {
    ...reading,
    question: words,
    names,
    dates: { ...dates, asOf: reading.dates.asOf },
    quantities: reading.quantities.filter(({ quantity }) => text.includes(quantity.text)),
    conversation: newConversation(),
  };
  const sought = { ...toSought(own, null, 0), want: WANTS[what], asOf };
  const key = within ? [`${within.type}:${within.id}`] : null;
  const said = findPeriods(words);
  const periods = said.length > 0 ? said : beside;
  const all = findStatements(library, sought, 60, key, "amounts").filter(
    (one) =>
      (within !== null || (one.linked && isOfNamed(one, names))) && standingOf(reading, one, what, periods) !== null,
  );
  const [top] = all;
  if (!top) return null;
  const kinds = kindsSaid(words).flat();
  const ofKind = all.filter((one) => {
    const figure =
      one.statement.record.id === top.statement.record.id && standingOf(reading, one, what, periods)?.figure;
    return figure && kinds.includes(figure.of);
  });
  const found = ofKind.length > 0 ? ofKind : all;
  // A company's name alone means none of its deals in particular, unless one dwarfs the others.
  const alone = within === null && names.deals.length + names.places.length === 0 && names.orgs.length < 2;
  if (alone && top.strong === 0 && (names.orgs.length === 1 || isTied(all, top)))
    return headlineOf(reading, dealMeant(reading, text, what === "power" ? "power" : "money"), what);
  const [first = top] = found;
  // Of the record that fits best; its other figures may be meant as well.
  const near = found.filter(
    (one) =>
      one.statement.record.id === first.statement.record.id &&
      one.score >= first.score * ABOUT_AS_GOOD &&
      one.coverage >= first.coverage,
  );
  const ranked = near
    .flatMap((one) => {
      const standing = standingOf(reading, one, what, periods);
      return standing ? [{ one, ...standing }] : [];
    })
    .sort((a, b) => Number(b.headline) - Number(a.headline) || sizeOf(b.figure) - sizeOf(a.figure));
  const [best] = ranked;
  if (!best) return null;
  const { record } = best.one.statement;
  const meant = investedIn(reading, text, what, record) ?? toldOfDeal(reading, text, what, record);
  if (meant && meant.figure.id !== best.figure.id)
    return {
      ...meant,
      unexplained: best.one.unexplained.filter((word) => !isWeak(word) && !ANY_DEAL.has(word)),
      strong: best.one.strong > 0,
    };
  return {
    record,
    figure: best.figure,
    since: best.since,
    expression: `@${record.id}:${best.figure.id}`,
    label: `${nameOf(reading, record)}, ${best.figure.label}`.slice(0, 80),
    unexplained: best.one.unexplained.filter((word) => !isWeak(word) && !ANY_DEAL.has(word)),
    headline: best.headline,
    told: best.one.own > 0 || ofKind.length > 0,
    strong: best.one.strong > 0,
  };
}

/** The figure of a deal that the words tell from its others; null where they tell none. */
function toldOfDeal(reading: Reading, text: string, what: Counts, record: Ref): Recorded | null {
  const { library, asOf } = reading;
  const deal = record.type === "deal" ? library.deals.get(record.id) : undefined;
  const one =
    deal &&
    toldWithin(library, deal, text, WANTS[what], asOf, (found) => standingOf(reading, found, what, []) !== null);
  const standing = one ? standingOf(reading, one, what, []) : null;
  if (!deal || !one || !standing) return null;
  return {
    record,
    ...standing,
    expression: `@${record.id}:${standing.figure.id}`,
    label: `${deal.name}, ${standing.figure.label}`.slice(0, 80),
    unexplained: one.unexplained,
    told: true,
    strong: true,
  };
}

/** What is invested in a site is what it costs, and no equity that is a part of that. */
function investedIn(reading: Reading, text: string, what: Counts, record: Ref): Recorded | null {
  if (what !== "money" || !/\binvestments?\b/i.test(text) || NO_COST.test(text)) return null;
  const main = figuresOf(reading, record, what).find(({ headline }) => headline);
  return main && "of" in main.figure && main.figure.of === "capex" ? { ...main, told: true } : null;
}
const NO_COST = gated(/\b(?:equity|debt|loans?|stakes?|initial|first|further|extra|additional|phase|own)\b/i);

const NAMING: ReadonlySet<Ref["type"]> = new Set(["deal", "org", "person", "place", "metric", "topic"]);
const NO_NAMES: NamesRead = { deals: [], orgs: [], people: [], places: [], rest: [], mentions: [] };

/** Organisations by the names that the records use, deals left out: they are known. */
function withPlainNames({ library }: Reading, text: string): string {
  let out = text;
  for (const { refs, start, end } of [...library.names.find(text)].reverse()) {
    const org = refs.find((ref) => ref.type === "org");
    const said = org ? orgName(library, org.id) : refs.some((ref) => ref.type === "deal") ? " " : null;
    if (said !== null) out = `${out.slice(0, start)}${said}${out.slice(end)}`;
  }
  return out;
}

/** Where a deal is named its own figures are meant; another deal's would be another number. */
const isOfNamed = ({ statement: { record } }: FoundStatement, { deals }: NamesRead): boolean =>
  deals.length === 0 || record.type !== "deal" || deals.includes(record.id);

/** Whether another record fits about as well. */
const isTied = (all: readonly FoundStatement[], top: FoundStatement): boolean =>
  all.some(({ statement, score }) => statement.record.id !== top.statement.record.id && score >= top.score * TIED);
const TIED = 0.85;

function headlineOf(reading: Reading, deal: Deal | null, what: Counts): Recorded | null {
  if (!deal || (what !== "money" && what !== "power")) return null;
  return figuresOf(reading, { type: "deal", id: deal.id }, what).find((one) => one.headline) ?? null;
}

const sizeOf = (figure: Figure | Point): number => figure.high ?? figure.low ?? 0;

export const nameOf = ({ library }: Reading, { type, id }: Ref): string =>
  (type === "metric" ? library.metrics.get(id)?.name : library.deals.get(id)?.name) ?? id;

type Standing = { figure: Figure | Point; since: string; headline: boolean };

/** The figure of a statement as it stands on the day; null where it is none of that kind, or holds no more. */
function standingOf(
  { library, asOf }: Reading,
  { statement }: FoundStatement,
  what: Counts,
  periods: readonly string[],
): Standing | null {
  const { record, kind, part } = statement;
  if (kind === "point") {
    const metric = library.metrics.get(record.id);
    const found = metric ? pointsOn(metric, asOf).find(({ point }) => point.id === part) : undefined;
    if (!metric || !found || !counts(found.point, what)) return null;
    const { point } = found;
    // Another year than the one that is asked for is another number.
    if (periods.length > 0 && point.period !== "point" && !periods.some((one) => fitsPeriod(point.period, one)))
      return null;
    return { figure: point, since: point.as_of, headline: metric.headline === point.id };
  }
  const deal = kind === "figure" ? library.deals.get(record.id) : undefined;
  const entry = deal ? stateOn(deal, asOf)?.figures.find(({ figure }) => figure.id === part) : undefined;
  if (!entry || entry.ended !== null || !hasCome(entry.since, asOf) || !counts(entry.figure, what)) return null;
  return { figure: entry.figure, since: entry.since, headline: entry.figure.headline === true };
}

/** The figures of a deal, as they stand, that count this. */
export function figuresOf(reading: Reading, record: Ref, what: Counts): Recorded[] {
  const deal = record.type === "deal" ? reading.library.deals.get(record.id) : undefined;
  const state = deal ? stateOn(deal, reading.asOf) : null;
  return (state?.figures ?? [])
    .filter(({ figure, ended }) => ended === null && counts(figure, what))
    .map(({ figure, since }) => ({
      record,
      figure,
      since,
      expression: `@${record.id}:${figure.id}`,
      label: `${nameOf(reading, record)}, ${figure.label}`.slice(0, 80),
      unexplained: [],
      headline: figure.headline === true,
      told: false,
      strong: false,
    }));
}

const YEARS = /\b(\d+(?:\.\d+)?)(?:[- ]|\s)(year|month)s?\b/gi;

/** How long the term of a figure is, as expressions write it: "5 years"; null where the record gives no length. */
export function termOf({ figure }: Pick<Recorded, "figure">): string | null {
  // "Five years; only $12B of it is firm": the length stands first.
  const term = digitsFor((figure.term ?? "").split(";")[0] ?? "");
  const found = [...term.matchAll(YEARS)];
  const [only, ...more] = found;
  const alike = more.every((other) => other[1] === only?.[1] && other[2] === only?.[2]);
  return only && alike && !/\bplus\b|\binterest\b|\boptions?\b|\bwithin\b|[$€£]/i.test(term)
    ? `${only[1]} ${only[2]}s`
    : monthsSpanned(figure.term ?? "");
}

/** Whether words ask for something that neither figure nor record explains. */
export const isExplained = ({ unexplained }: Recorded): boolean => unexplained.length === 0;

/** The words of a text beside its names that would have to be explained. */
export function tellingWords(text: string, { mentions }: NamesRead): readonly string[] {
  return soughtWords(blanked(text, mentions).replace(OF_SUMS, " ")).flatMap(({ word, weak }) => (weak ? [] : [word]));
}
