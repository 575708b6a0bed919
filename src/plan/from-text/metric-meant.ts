/** Whether a company's figure that a search has found is of something else than the question. */

import type { Measure } from "../../../knowledge/schema.ts";
import { gated } from "../../knowledge/gated.ts";
import { predicateIn, recordHas } from "../../knowledge/predicate.ts";
import { asksWhether, countedIn } from "../../knowledge/question-words.ts";
import { family, orgName } from "../../knowledge/resolve.ts";
import { sensesOf } from "../../knowledge/synonyms.ts";
import { contentRoots } from "../../knowledge/words.ts";
import { measuresIn } from "./measures.ts";
import { asksManner } from "./metric.ts";
import type { Reading } from "./reading.ts";

export const saysOther = (reading: Reading, id: string): boolean =>
  measuresOther(reading, id) ||
  isOfOthers(reading, id) ||
  asksManner(reading) ||
  countsOthers(reading, id) ||
  isUnsaid(reading, id);

/** A cost of something is no answer where revenue is asked for. */
function measuresOther({ question, library }: Reading, id: string): boolean {
  const metric = library.metrics.get(id);
  const subject = metric?.subjects[0];
  const hasRevenue = library.knowledge.metrics.some((one) => one.measure === "revenue" && one.subjects[0] === subject);
  // Of whom no revenue of a period is on record, the annualised one tells it, and says what it is.
  const said = measuresIn(question).flatMap((measure): Measure[] =>
    measure === "revenue" && !hasRevenue ? [measure, "run-rate-revenue"] : [measure],
  );
  const own = [metric?.measure, ...(metric?.points ?? []).map((point) => point.measure)];
  // A share of the revenue is no revenue.
  if (A_PART.test(question) && metric?.points.some(({ unit, of }) => unit === "percent" && of === "share"))
    return false;
  return said.length > 0 && !said.some((measure) => own.includes(measure));
}

const A_PART = /\b(?:share|percent\w*|fraction|portion|proportion|how much of)\b|%/i;

/** What is counted in a question, and a figure that counts nothing. */
function countsOthers({ question, library }: Reading, id: string): boolean {
  const counted = countedIn(question);
  const metric = library.metrics.get(id);
  if (counted === null || !metric || IN_UNITS.test(question)) return false;
  const labels = metric.points.map(({ label, unit }) => (COUNTS.has(unit) ? label : "")).join(" ");
  return !contentRoots(labels).some(
    (word) => word === counted || sensesOf(word).some((one) => sensesOf(counted).includes(one)),
  );
}
const IN_UNITS = gated(
  /\bhow many (?:more )?(?:times|[gm]ws?|(?:giga|mega)watts?|gigs|%|percent\w*|(?:us )?(?:dollars|euros|pounds)|(?:b|m|tr)illions?|years|months|quarters|days)\b/i,
);
const COUNTS: ReadonlySet<string> = new Set(["count", "shares"]);

/** Asked by yes or no for something that nothing in the record says. */
function isUnsaid({ question, library }: Reading, id: string): boolean {
  const predicate = asksWhether(question) ? predicateIn(library, question) : null;
  return predicate !== null && !recordHas(library, `metric:${id}`, predicate);
}

/** A figure of companies none of which is named, that says nothing of those that are. */
function isOfOthers({ library, names }: Reading, id: string): boolean {
  const metric = library.metrics.get(id);
  if (!metric || names.orgs.length === 0) return false;
  const told = [metric.name, ...metric.aliases, ...[...metric.facts, ...metric.contested].map(({ text }) => text)];
  const labels = metric.points.map(({ label, stated_by, note }) => `${label} ${stated_by ?? ""} ${note ?? ""}`);
  const all = [...told, ...labels].join(" ").toLowerCase();
  return !names.orgs.some((org) => {
    const group = family(library, org);
    return (
      metric.subjects.some((subject) => group.has(subject) || family(library, subject).has(org)) ||
      all.includes(orgName(library, org).toLowerCase())
    );
  });
}
