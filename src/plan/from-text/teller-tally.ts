/** "The biggest part of the FT's tally", "AMD in the FT count", "CNBC's tally by company": what somebody has added up, whole and in parts. */

import type { Metric, Point } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { evaluated } from "./sums/sum.ts";
import { superlativeIn } from "./superlative.ts";
import { leftOutIn, partsOf } from "./tally-part.ts";

const TALLY =
  /\b(?:tall(?:y|ies|ied)|counts?|counted|reckon\w*|sums?|add(?:s|ed)? up|trillion|[$€£]?1\s?tn|breakdown|break down|pieces?|parts?|slices?|components?|made (?:up )?of|made up|shares?|totals?)\b/i;
const SHARE =
  /\b(?:what|which|as an?|how (?:big|large) an?) (?:share|percent\w*|fraction|proportion|%|part)\b|\bshare of\b|\bper ?cent(?:age)? of\b|%\s*of\b/i;
const BREAKDOWN = gated(
  /\b(?:breakdown|break(?:s|ing)? down|pieces|parts|slices|components|made (?:up|of)|split|by (?:company|supplier|partner)|each (?:company|part))\b/i,
);

export const tellerTally: ReadRule = {
  name: "teller-tally",
  read(reading) {
    const { question, names, dates } = reading;
    if (names.deals.length + names.places.length + names.people.length > 0 || !TALLY.test(question)) return null;
    const found = tallyTold(reading);
    if (!found) return null;
    const { metric, others } = found;
    const out = leftOutIn(reading);
    const parts = partsOf(reading.library, metric).filter(({ org }) => !out.has(org));
    const show = (point: Point): PlanInput => ({
      kind: "show-metric",
      metric: metric.id,
      period: null,
      measures: [point.measure],
      words: point.label,
      asOf: dates.asOf,
    });
    const nth = /\b(second|third|fourth)\b(?! (?:quarter|half|tranche|phase))/i.exec(question)?.[1]?.toLowerCase();
    const said = superlativeIn(question);
    const superlative =
      said?.weak === false || nth === undefined
        ? said
        : { ascending: false, one: true, weak: false, place: ["second", "third", "fourth"].indexOf(nth) + 2 };
    if (superlative && !superlative.weak && superlative.one) {
      const sorted = [...parts].sort((a, b) => sizeOf(b.point) - sizeOf(a.point));
      if (superlative.ascending) sorted.reverse();
      const chosen = sorted[superlative.place - 1];
      return chosen ? show(chosen.point) : null;
    }
    const [part, ...more] = parts.filter(({ org }) => others.includes(org));
    const whole = metric.points.find(({ id }) => id === metric.headline);
    if (part && more.length === 0) {
      if (!SHARE.test(question) || !whole || whole.unit !== part.point.unit) return show(part.point);
      return evaluated(
        [
          { label: part.point.label.slice(0, 80), expression: `@${metric.id}:${part.point.id}` },
          { label: whole.label.slice(0, 80), expression: `@${metric.id}:${whole.id}` },
          { label: "share", expression: "#1 / #2 in %" },
        ],
        { title: metric.name.slice(0, 120), lead: [3, 1, 2], asOf: dates.asOf },
      );
    }
    if (BREAKDOWN.test(question))
      return {
        kind: "compare-figures",
        sides: parts.slice(0, 6).map(({ point }) => ({ metric: metric.id, figure: point.id })),
        asOf: dates.asOf,
      };
    return whole && others.every((org) => metric.subjects.includes(org)) ? show(whole) : null;
  },
};

const sizeOf = ({ low, high }: Point): number => high ?? low ?? 0;

/** The one tally of whoever is named and has made one, or that is named itself, and who else is named. */
function tallyTold(reading: Reading): { metric: Metric; others: string[] } | null {
  const { library, names, question } = reading;
  const all = talliesOf(library);
  const isTold = ({ tellers, said }: Told) =>
    tellers.some((org) => names.orgs.includes(org)) || said.some((pattern) => pattern.test(question));
  const named = names.mentions.flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "metric" ? [id] : [])));
  const told = all.filter(isTold);
  const [one, ...more] =
    told.length > 0 ? told : MADE_UP.test(question) ? all.filter(({ metric }) => named.includes(metric.id)) : [];
  if (!one || more.length > 0) return null;
  return { metric: one.metric, others: names.orgs.filter((org) => !one.tellers.includes(org)) };
}
const MADE_UP = gated(/\b(?:tally|tallies|breakdown|break(?:s|ing)? down|made (?:up|of)|pieces|parts|components)\b/i);

/** Who has told of a tally, as organisations and in words. */
type Told = { metric: Metric; tellers: string[]; said: RegExp[] };
const TALLIES = new WeakMap<Library, readonly Told[]>();
/** The metrics with parts of several companies that somebody has told who is none of these. */
function talliesOf(library: Library): readonly Told[] {
  const known = TALLIES.get(library);
  if (known) return known;
  const found = library.knowledge.metrics.flatMap((metric): Told[] => {
    if (partsOf(library, metric).length < 2) return [];
    const names = [...new Set(metric.points.flatMap(({ stated_by: teller }) => teller ?? []))];
    const orgsOf = (name: string) => library.names.exact(name).flatMap(({ type, id }) => (type === "org" ? [id] : []));
    const others = names.filter((name) => !orgsOf(name).some((org) => metric.subjects.includes(org)));
    const said = others.filter((name) => /^[\w&' ]+$/.test(name)).map((name) => new RegExp(`\\b${name}\\b`, "i"));
    return others.length > 0 ? [{ metric, tellers: others.flatMap(orgsOf), said }] : [];
  });
  TALLIES.set(library, found);
  return found;
}
