/**
 * "What became of the $1.4tn compute target", "what happened to Microsoft's licence in the rewrite": what changed of whatever is meant.
 * Of a company's figure that is what was said of it later, of a deal the sentence that has the words, and how far it has come.
 */
import type { Metric } from "../../../knowledge/schema.ts";
import { type FoundStatement, findStatements, type Sought } from "../../knowledge/find-statements.ts";
import type { PlanInput } from "../plan.ts";
import { POINTS_BACK_SUBJECT } from "./asks.ts";
import { changedMetric, subjectOf, withoutChanging } from "./changes.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { toSought } from "./sought.ts";

const LEAD = String.raw`^(?:\W*(?:so|and|but|ok(?:ay)?|hey|hi|wait|remind me)\b[\s,]*)*`;
const FATES: readonly RegExp[] = [
  `${LEAD}what(?:ever)?(?:['’]?s| has| had| have)?(?: ever)? (?:happened|bec[ao]me|come|came) (?:to|with|of) (.+)$`,
  `${LEAD}what(?:['’]?s| is) (?:up|the (?:story|situation)) with (.+)$`,
  String.raw`${LEAD}how (?:did|has|have) (.+?) (?:end(?:ed)?(?: up)?|turn(?:ed)? out|pan(?:ned)? out|fare[d]?|work(?:ed)? out)\W*$`,
].map((pattern) => new RegExp(pattern, "i"));

export const fateAsked: ReadRule = {
  name: "fate",
  read(reading) {
    const { question, names, conversation, quantities, dates } = reading;
    const [all, what = ""] = FATES.flatMap((pattern) => pattern.exec(question)?.slice(0, 2) ?? []);
    // What became of somebody is a sentence that speaks of that person.
    if (all === undefined || names.people.length > 0) return null;
    const named = names.orgs.length + names.deals.length;
    if (conversation.plan !== null && (named === 0 || POINTS_BACK_SUBJECT.test(what))) return null;
    const start = question.indexOf(what);
    const about = { ...reading, question: " ".repeat(start) + what };
    const sought = withoutChanging(toSought(about, null, 0));
    const telling = sought.words.some(({ weak }) => !weak) || quantities.length > 0;
    const found = telling ? foundFor(about, sought) : undefined;
    const figure = named === 0 || names.deals.length === 0 ? (ofFigure(about, found) ?? changedMetric(about)) : null;
    if (figure) return figure;
    const { record } = found?.statement ?? {};
    if (record?.type === "topic")
      return { kind: "show-topic", topic: record.id, words: what.slice(0, 400), asOf: null };
    // "What happened with it since January" asks for all of it.
    if (!telling && dates.since !== null && /\bhappened with\b/i.test(question)) return null;
    const deal = record?.type === "deal" ? record.id : telling && names.deals.length === 0 ? null : subjectOf(about);
    if (deal) return ofDeal(about, deal);
    return telling && names.deals.length === 0 && found === undefined && named > 0
      ? { kind: "decline", reason: "undisclosed", about: question.slice(0, 200) }
      : null;
  },
};

/** The record that has what is spoken of: every name, the amount and most of the words. */
function foundFor({ library, names }: Reading, sought: Sought): FoundStatement | undefined {
  const named = names.orgs.length + names.deals.length > 0;
  return findStatements(library, sought, 12).find(
    (one) => one.linked && one.amounts && one.coverage >= (named ? ENOUGH : NAMELESS),
  );
}
const ENOUGH = 0.5;
/** Where nobody is named the words must tell it. */
const NAMELESS = 0.8;

/** A company's figure: what was said of it after it was given, else how it moved. */
function ofFigure(reading: Reading, found: FoundStatement | undefined): PlanInput | null {
  const { library, dates } = reading;
  const metric = bearing(reading) ?? (found ? library.metrics.get(found.statement.record.id) : undefined);
  if (!metric || (found?.statement.record.type === "deal" && !bearing(reading))) return null;
  const given = metric.points.find(({ id }) => id === metric.headline)?.as_of ?? "";
  const later = bearing(reading)
    ? metric.facts.filter(({ known, text }) => known !== undefined && known > given && /\d/.test(text)).at(-1)
    : undefined;
  return {
    kind: "show-metric",
    metric: metric.id,
    measures: metric.measure ? [metric.measure] : [],
    words: later?.text.slice(0, 400) ?? "",
    history: later === undefined,
    asOf: dates.asOf,
  };
}

/** The one figure of a company whose name is the amount that is said. */
function bearing({ names, quantities, library }: Reading): Metric | undefined {
  const [amount, ...more] = quantities;
  if (!amount || more.length > 0) return undefined;
  const { low, high } = amount.quantity;
  const all = library.knowledge.metrics.filter(
    ({ subjects, points, headline }) =>
      names.orgs.every((org) => subjects.includes(org)) &&
      points.some((point) => point.id === headline && point.low === low && point.high === high),
  );
  return all.length === 1 ? all[0] : undefined;
}

function ofDeal({ names, dates, question, library }: Reading, subject: string): PlanInput {
  // "Since September 2025" goes on until now, and from its beginning on all of it is meant.
  const open = dates.until === null || (/\b(?:after|since)\b/i.test(question) && dates.until === dates.since);
  const [first] = library.deals.get(subject)?.events ?? [];
  const whole =
    open && first !== undefined && dates.since !== null && first.date >= dates.since.slice(0, first.date.length);
  return {
    kind: "show-changes",
    subject,
    since: whole ? null : dates.since,
    until: open ? null : dates.until,
    words: question.trim().slice(0, 200) || names.rest.join(" "),
    asOf: dates.asOf,
  };
}
