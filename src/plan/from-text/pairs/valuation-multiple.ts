/** "OpenAI's valuation over its 2025 revenue": what a company is worth in multiples of what it takes in. */

import { pointsOn, stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { VALUATION } from "../../../knowledge/kinds-said.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import { findDates, lastDay } from "../../dates.ts";
import type { PlanInput } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { figureNamed } from "../sums/figures-meant.ts";
import { evaluated } from "../sums/sum.ts";
import { lastValuation } from "../valuation.ts";

/** What is taken in, with the words before it that say of which time it is. */
const REVENUE = gated(
  /\b(?:(?:its|their|the|full[- ]?year|annual(?:i[sz]ed)?|yearly|last|latest|trailing|20\d\d|q[1-4]|h[12]|fy ?\d+|first|second|third|fourth|quarter|half|of|for|in|jan\w*|feb\w*|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)[ -]+)*(?:revenues?|sales|run[- ]?rate(?:[- ]revenues?)?|arr)\b(?: (?:in|for|of|during) [\w ]{2,20})?/i,
);
const MULTIPLE =
  /\b(?:multiples?|times|ratio|relative to|divided by|over|against|to(?= (?:its|their|the|20\d\d|annual\w*|revenues?|sales|run|q[1-4]|h[12]|[a-z]{3,9} 20\d\d)))\b|\d?x\b/i;
const WORTH = gated(
  /\b(?:(?:last|latest|most recent|newest|series \w) (?:funding )?(?:round|raise)|worth|valu(?:e[ds]?|ing)|trad(?:es?|ing) at|price[ds]?)\b/i,
);

export function valuationMultiple(reading: Reading): PlanInput | null {
  const { question, library, names, quantities } = reading;
  if (quantities.length > 0 || !(VALUATION.test(question) || WORTH.test(question)) || !MULTIPLE.test(question))
    return null;
  const [taken] = REVENUE.exec(question) ?? [];
  if (taken === undefined) return null;
  const rest = question.replace(taken, " ");
  const worth = valued(reading, rest);
  if (!worth || names.orgs.some((org) => org !== worth.org)) return null;
  const owner = library.organisations.get(worth.org)?.name ?? worth.org;
  const income = ofYear(reading, worth.org, taken) ?? incomeNamed(reading, worth.org, `${owner} ${taken}`);
  if (income === null) return null;
  const lines = [
    { label: `${owner}, ${worth.label}`.slice(0, 80), expression: worth.expression },
    { label: income.label.slice(0, 80), expression: income.expression },
    { label: "multiple", expression: "#1 / #2" },
  ];
  return evaluated(lines, { title: `${owner}: valuation against ${income.label}`.slice(0, 120), lead: [3, 1, 2] });
}

type Amount = { label: string; expression: string };

/** The valuation of the round that is named, else the last one of a day. */
function valued(reading: Reading, text: string): (Amount & { org: string }) | null {
  const { library, asOf } = reading;
  const { orgs, deals } = readNames(library, text);
  const [deal] = deals.length === 1 ? deals : [];
  const record = library.deals.get(deal ?? "");
  const issuer = record?.parties.find(({ role }) => role === "issuer" || role === "target")?.org;
  const own = record
    ? stateOn(record, asOf)?.figures.filter(({ figure, ended }) => figure.of === "valuation" && !ended)
    : [];
  const after = own?.find(({ figure }) => /after|close/i.test(figure.label)) ?? own?.[0];
  if (record && issuer && after)
    return {
      org: issuer,
      label: after.figure.label,
      expression: `@${record.id}:${after.figure.id}`,
    };
  const [org, ...others] = orgs;
  if (!org || others.length > 0) return null;
  const [day] = findDates(text, asOf).mentioned;
  const last = lastValuation(reading, org, (day && lastDay(day, asOf)) ?? asOf);
  return last ? { org, label: last.label, expression: `@${last.id}:${last.figure}` } : null;
}

/** Without a year the last whole one of which the revenue is known: a target is none. */
function ofYear({ library, asOf }: Reading, org: string, taken: string): Amount | null {
  if (/\d|run|arr\b|quarter|half/i.test(taken)) return null;
  const known = library.knowledge.metrics
    .filter(({ subjects }) => subjects[0] === org)
    .flatMap((metric) => pointsOn(metric, asOf).map(({ point }) => ({ metric, point })))
    .filter(
      ({ point }) =>
        point.measure === "revenue" &&
        point.unit === "USD" &&
        /^(?:FY)?\d{4}$/.test(point.period) &&
        (point.type === "actual" || point.type === "reported"),
    )
    .sort((a, b) => (a.point.period.slice(-4) < b.point.period.slice(-4) ? 1 : -1));
  const [last] = known;
  return last ? { label: last.point.label, expression: `@${last.metric.id}:${last.point.id}` } : null;
}

/** Only what the company itself takes in. */
function incomeNamed(reading: Reading, org: string, text: string): Amount | null {
  const found = figureNamed(reading, text, { orgs: [], text: "", record: null, not: null, unit: null });
  const metric = found?.of?.type === "metric" ? reading.library.metrics.get(found.of.id) : undefined;
  return found?.record && found.unit === "USD" && metric?.subjects.includes(org) ? found : null;
}
